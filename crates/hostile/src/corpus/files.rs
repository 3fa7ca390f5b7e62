//! H-31 to H-35: pictures that are something else, cost something else, or lead somewhere else.

use super::{Input, What, input, sample};

const PNG: &str = "media/dot.png";
const SVG: &str = "media/fan-out.svg";

pub(super) fn inputs(canary: u16) -> Vec<Input> {
    let svg = |inside: String| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{inside}</svg>")
            .into_bytes()
    };
    let all: Vec<(&str, &str, Vec<u8>, &str)> = vec![
        ("H-31 SVG with script", SVG, svg("<script>alert(1)</script>".into()), "svg-element"),
        (
            "H-31b SVG with HTML inside",
            SVG,
            svg("<foreignObject><p>x</p></foreignObject>".into()),
            "svg-element",
        ),
        (
            "H-31c SVG that uses another",
            SVG,
            svg(format!("<use href=\"http://127.0.0.1:{canary}/x.svg#a\"/>")),
            "svg-element",
        ),
        (
            "H-31d SVG with a picture",
            SVG,
            svg(format!("<image href=\"http://127.0.0.1:{canary}/x.png\"/>")),
            "svg-element",
        ),
        (
            "H-31e SVG with a handler",
            SVG,
            svg("<rect width=\"1\" height=\"1\" onclick=\"alert(1)\"/>".into()),
            "svg-attribute",
        ),
        (
            "H-31f SVG with a style sheet",
            SVG,
            format!("<?xml-stylesheet href=\"http://127.0.0.1:{canary}/x\"?>")
                .into_bytes()
                .into_iter()
                .chain(svg(String::new()))
                .collect(),
            "svg-instruction",
        ),
        (
            "H-31g SVG with entities",
            SVG,
            [
                b"<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>".to_vec(),
                svg("&x;".into()),
            ]
            .concat(),
            "svg-doctype",
        ),
        (
            "H-32 HTML named as a picture",
            PNG,
            b"<html><script>alert(1)</script>".to_vec(),
            "picture-type",
        ),
        (
            "H-33 GIF that is a script too",
            PNG,
            b"GIF89a/*\0\0*/=1;alert(1)//".to_vec(),
            "picture-type",
        ),
        (
            "H-33b script named as a picture",
            "media/dot.jpg",
            b"#!/bin/sh\nrm -rf /".to_vec(),
            "picture-type",
        ),
        ("H-34 picture of 65,000 by 65,000", PNG, png(65_000, *b"tEXt"), "picture-too-large"),
        ("H-35 picture that moves a million times", PNG, png(1, *b"acTL"), "picture-animated"),
        (
            "H-35b WebP that moves",
            "media/dot.webp",
            b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02\0\0\0\x01\0\0\x01\0\0".to_vec(),
            "picture-animated",
        ),
        ("H-35c font as a picture", "media/dot.woff2", b"wOF2".to_vec(), "unexpected-file"),
        (
            "H-35d document beside the pictures",
            "media/x.html",
            b"<script>alert(1)</script>".to_vec(),
            "unexpected-file",
        ),
        ("H-35e program", "media/x.js", b"alert(1)".to_vec(), "unexpected-file"),
    ];
    all.into_iter()
        .map(|(name, file, bytes, expected)| {
            input(name, expected, move || {
                let mut files = sample();
                files.insert(file.to_owned(), bytes.clone());
                What::Packs(vec![files])
            })
        })
        .collect()
}

/// A PNG that says so of its size, with a chunk after its header.
pub(super) fn png(side: u32, chunk: [u8; 4]) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(side.to_be_bytes());
    bytes.extend(side.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend(chunk);
    bytes.extend(b"\0\0\0\0\0\0\0\0IDAT\0\0\0\0");
    bytes
}
