//! Pictures that are something else, or more than a picture.

use super::{Case, numbered, refuse_all, sample};

const SVG: &str = "media/fan-out.svg";
const PNG: &str = "media/dot.png";

/// A drawing with something in it.
fn svg(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n{inside}\n</svg>")
}

#[test]
fn drawings_with_more_than_shapes_are_refused() {
    let inside = [
        ("script", "<script>alert(1)</script>", "svg-element"),
        ("script as cdata", "<script><![CDATA[alert(1)]]></script>", "svg-element"),
        ("script by address", "<script href=\"https://example.org/x.js\"/>", "svg-element"),
        (
            "foreign object",
            "<foreignObject><b xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
            "svg-element",
        ),
        (
            "html",
            "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
            "svg-element",
        ),
        ("image", "<image href=\"http://example.org/x.png\"/>", "svg-element"),
        ("image as data", "<image href=\"data:image/png;base64,AA\"/>", "svg-element"),
        ("use", "<use href=\"https://example.org/x.svg#y\"/>", "svg-element"),
        (
            "link",
            "<a href=\"javascript:alert(1)\"><rect width=\"1\" height=\"1\"/></a>",
            "svg-element",
        ),
        (
            "animation",
            "<animate attributeName=\"href\" to=\"javascript:alert(1)\"/>",
            "svg-element",
        ),
        ("set", "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", "svg-element"),
        ("style", "<style>@import 'http://example.org'</style>", "svg-element"),
        ("filter", "<filter id=\"x\"/>", "svg-element"),
        ("title", "<title>x</title>", "svg-element"),
        ("metadata", "<metadata>x</metadata>", "svg-element"),
        (
            "style attribute",
            "<rect width=\"1\" height=\"1\" style=\"fill:url(//x)\"/>",
            "svg-attribute",
        ),
        ("fill by address", "<rect width=\"1\" height=\"1\" fill=\"url(//x)\"/>", "svg-attribute"),
        ("handler", "<rect width=\"1\" height=\"1\" onclick=\"alert(1)\"/>", "svg-attribute"),
        ("id", "<rect width=\"1\" height=\"1\" id=\"x\"/>", "svg-attribute"),
        (
            "xlink",
            "<rect width=\"1\" height=\"1\" xmlns:l=\"http://www.w3.org/1999/xlink\" l:href=\"x\"/>",
            "svg-attribute",
        ),
        (
            "xml base",
            "<rect width=\"1\" height=\"1\" xml:base=\"https://example.org\"/>",
            "svg-attribute",
        ),
        ("handler on a group", "<g onload=\"alert(1)\"/>", "svg-attribute"),
        ("transform with script", "<g transform=\"translate(1 1);x:url(y)\"/>", "svg-value"),
        ("transform with a matrix", "<g transform=\"matrix(1 0 0 1 0 0)\"/>", "svg-value"),
        ("class with a selector", "<g class=\"ink}*{x:url(y)\"/>", "svg-class"),
        ("not a number", "<circle r=\"NaN\"/>", "svg-value"),
        ("infinity", "<circle r=\"inf\"/>", "svg-value"),
        ("a huge number", "<circle r=\"1e999\"/>", "svg-value"),
        ("many digits", "<circle r=\"99999999999999999999999999999999\"/>", "svg-value"),
        ("a percentage", "<circle r=\"5%\"/>", "svg-value"),
        ("a path with words", "<path d=\"M0 0 url(x)\"/>", "svg-value"),
        ("a path with infinity", "<path d=\"M0 inf\"/>", "svg-value"),
        ("points with words", "<polygon points=\"0,0 javascript:1\"/>", "svg-value"),
        ("an entity", "<text x=\"0\" y=\"0\">&file;</text>", "svg-syntax"),
        ("reversed words", "<text x=\"0\" y=\"0\">&#x202e;x</text>", "bidi-control"),
        ("a style sheet", "<?xml-stylesheet href=\"http://example.org\"?>", "svg-instruction"),
        ("not closed", "<g>", "svg-syntax"),
        ("a doctype inside", "<!DOCTYPE x>", "svg-doctype"),
    ];
    refuse_all(&inside.map(|(name, text, code)| Case::file(name, SVG, svg(text), code)));
}

#[test]
fn documents_that_are_no_drawing_are_refused() {
    let laughs =
        numbered(9, |at| format!("<!ENTITY l{} \"{}\">", at + 1, format!("&l{at};").repeat(10)));
    let laughs = format!(
        "<!DOCTYPE svg [<!ENTITY l0 \"lol\">{laughs}]>{}",
        svg("<text x=\"0\" y=\"0\">&l9;</text>")
    );
    let file = format!("<!DOCTYPE svg [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>{}", svg("&f;"));
    let deep = "<g>".repeat(100_000);
    let attributes = numbered(100_000, |at| format!(" a{at}=\"\""));
    let cases = [
        ("a billion laughs", laughs, "svg-doctype"),
        ("a file of the machine", file, "svg-doctype"),
        (
            "a doctype from elsewhere",
            format!("<!DOCTYPE svg SYSTEM \"http://example.org\">{}", svg("")),
            "svg-doctype",
        ),
        ("deep groups", svg(&deep), "too-deep"),
        ("deep groups, closed", svg(&format!("{deep}{}", "</g>".repeat(100_000))), "too-deep"),
        ("deep groups behind a comment", svg(&format!("<!-- > -->{deep}")), "too-deep"),
        ("many attributes", svg(&format!("<rect{attributes}/>")), "too-deep"),
        ("many shapes", svg(&"<g/>".repeat(100_000)), "svg-syntax"),
        ("html", "<!doctype html><script>alert(1)</script>".into(), "svg-syntax"),
        ("no namespace", "<svg viewBox=\"0 0 9 9\"/>".into(), "svg-element"),
        ("another root", "<g xmlns=\"http://www.w3.org/2000/svg\"/>".into(), "svg-element"),
        (
            "a handler on the root",
            svg("").replace("viewBox", "onload=\"alert(1)\" viewBox"),
            "svg-attribute",
        ),
        ("no size", svg("").replace("0 0 9 9", "0 0 0 0"), "svg-viewbox"),
        ("too wide", svg("").replace("0 0 9 9", "0 0 9000 9"), "svg-too-wide"),
        ("empty", String::new(), "svg-syntax"),
        ("words", "hello".into(), "svg-syntax"),
        ("two roots", svg("") + &svg(""), "svg-syntax"),
    ];
    refuse_all(&cases.map(|(name, text, code)| Case::file(name, SVG, text, code)));
}

/// A PNG that says so of its size, with a chunk after its header.
fn png(width: u32, height: u32, chunk: [u8; 4]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend([0; 4]);
    bytes.extend(chunk);
    bytes.extend([0; 4]);
    bytes.extend(b"\0\0\0\0IDAT\0\0\0\0");
    bytes
}

#[test]
fn raster_pictures_that_are_not_what_they_say_are_refused() {
    let whole = sample()[PNG].clone();
    let webp = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02\0\0\0\x01\0\0\x01\0\0";
    let jpeg = b"\xff\xd8\xff\xe0\0\x02\xff\xc0\0\x11\x08\xff\xff\xff\xff";
    let cases = [
        Case::file("html as png", PNG, "<html><script>alert(1)</script>", "picture-type"),
        Case::file("svg as png", PNG, svg("<script/>"), "picture-type"),
        Case::file("gif as png", PNG, "GIF89a/*x*/=1;alert(1)", "picture-type"),
        Case::file("jpeg as png", PNG, jpeg, "picture-type"),
        Case::file("program as png", PNG, "MZ\0\0", "picture-type"),
        Case::file("empty png", PNG, "", "picture-type"),
        Case::file("png as svg", SVG, &whole, "picture-type"),
        Case::file("png as jpg", "media/dot.jpg", &whole, "picture-type"),
        Case::file("png as webp", "media/dot.webp", &whole, "picture-type"),
        Case::file("png cut short", PNG, &whole[..20], "picture-damaged"),
        Case::file("png without a header", PNG, "\u{89}PNG", "picture-type"),
        Case::file("png of 65,000 pixels", PNG, png(65_000, 65_000, *b"tEXt"), "picture-too-large"),
        Case::file("png of no pixels", PNG, png(0, 1, *b"tEXt"), "picture-too-large"),
        Case::file("moving png", PNG, png(1, 1, *b"acTL"), "picture-animated"),
        Case::file("jpeg of 65,535 pixels", "media/dot.jpg", jpeg, "picture-too-large"),
        Case::file("jpeg cut short", "media/dot.jpg", &jpeg[..9], "picture-damaged"),
        Case::file("jpeg without a frame", "media/dot.jpg", b"\xff\xd8\xff\xd9", "picture-damaged"),
        Case::file("moving webp", "media/dot.webp", webp, "picture-animated"),
        Case::file("webp cut short", "media/dot.webp", &webp[..20], "picture-damaged"),
        Case::file(
            "webp of another kind",
            "media/dot.webp",
            b"RIFF\0\0\0\0WEBPXXXX",
            "picture-damaged",
        ),
        Case::file("script as jpg", "media/dot.jpg", "#!/bin/sh", "picture-type"),
    ];
    refuse_all(&cases);
}
