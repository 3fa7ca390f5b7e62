//! H-36 and H-37: what an organisation says of itself, and its logo. Script and markup in its words are among the
//! places of `markup.rs`.

use eighteen_pack::LARGEST_LOGO;

use super::{Files, Input, What, files::png, input, sample};

const FILE: &str = "organisation.toml";
/// What the sample has for a logo.
const LOGO: &str = "light = \"media/fan-out.svg\"";

pub(super) fn inputs(canary: u16) -> Vec<Input> {
    [keys(canary), places_of_logos(canary), drawings(canary), pictures()]
        .into_iter()
        .flatten()
        .collect()
}

/// The sample with another piece in its file. A piece that is not there is a mistake of ours.
fn with(from: &str, to: &str) -> Files {
    let mut files = sample();
    let text = files.get(FILE).and_then(|bytes| String::from_utf8(bytes.clone()).ok());
    let text = text.filter(|text| text.contains(from));
    let text = text.unwrap_or_else(|| panic!("the sample's {FILE} has no {from}"));
    files.insert(FILE.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

fn changed(name: &str, from: &'static str, to: String, expected: &str) -> Input {
    input(name, expected, move || What::Packs(vec![with(from, &to)]))
}

fn keys(canary: u16) -> Vec<Input> {
    const LANGUAGES: &str = "languages = [\"en-GB\", \"de\"]";
    const ACCENT: &str = "accent = \"#3584e4\"";
    const NAME: &str = "name = \"Dockside\"";
    let languages = |list: String| format!("languages = [{list}]");
    let many = |count: usize| {
        let all = (0..count).map(|at| format!("\"aa-{at:06}\"")).collect::<Vec<_>>();
        languages(all.join(", "))
    };
    let texts = "[[text]]\nlang = \"en-GB\"\nwelcome = \"x\"\n".repeat(10_000);
    let css = format!("accent = \"red;background:url(http://127.0.0.1:{canary}/x)\"");
    let all: Vec<(&str, &'static str, String, &str)> = vec![
        (
            "H-36 a language that is a tag of HTML",
            LANGUAGES,
            languages("\"<b>\"".into()),
            "bad-language",
        ),
        (
            "H-36b a language that is a path",
            LANGUAGES,
            languages("\"../../de\"".into()),
            "bad-language",
        ),
        ("H-36c 100,000 languages", LANGUAGES, many(100_000), "wrong-count"),
        ("H-36d one language more than there may be", LANGUAGES, many(25), "wrong-count"),
        (
            "H-36e a language twice",
            LANGUAGES,
            languages("\"de\", \"de\", \"en-GB\"".into()),
            "duplicate-id",
        ),
        ("H-36f no language", LANGUAGES, languages(String::new()), "wrong-count"),
        ("H-36g a colour that is a style", ACCENT, css, "bad-colour"),
        (
            "H-36h a colour that ends its rule",
            ACCENT,
            "accent = \"#3584e4} * {\"".into(),
            "bad-colour",
        ),
        (
            "H-36i a colour in wide digits",
            ACCENT,
            "accent = \"#\u{ff13}\u{ff15}\"".into(),
            "bad-colour",
        ),
        ("H-36j a colour that is a list", ACCENT, "accent = [\"#3584e4\"]".into(), "wrong-type"),
        (
            "H-36k a name of a megabyte",
            NAME,
            format!("name = \"{}\"", "x".repeat(1 << 20)),
            "text-too-long",
        ),
        ("H-36l a name that is a list", NAME, "name = [\"Dockside\"]".into(), "wrong-type"),
        ("H-36m a name of nothing", NAME, "name = \"\"".into(), "empty-text"),
        ("H-36n a key that nobody knows", NAME, format!("{NAME}\non-start = \"x\""), "unknown-key"),
        (
            "H-36o the key of every object",
            NAME,
            format!("{NAME}\n__proto__ = {{ polluted = true }}"),
            "unknown-key",
        ),
        ("H-36p a day that is none", "due = 2026-12-15", "due = 2026-02-31".into(), "toml-syntax"),
        ("H-36q a day in words", "due = 2026-12-15", "due = \"tomorrow\"".into(), "wrong-type"),
        (
            "H-36r 10,000 texts of one language",
            "[[text]]\n",
            texts + "[[text]]\n",
            "too-many-problems",
        ),
        (
            "H-36s texts in a language that is not there",
            "lang = \"de\"",
            "lang = \"fr\"".into(),
            "unknown-word",
        ),
        (
            "H-36t deep within itself",
            NAME,
            format!("name = {}{}", "[".repeat(100_000), "]".repeat(100_000)),
            "too-deep",
        ),
    ];
    let changed = |(name, from, to, expected)| changed(name, from, to, expected);
    all.into_iter().map(changed).collect()
}

/// Where a logo is said to lie.
fn places_of_logos(canary: u16) -> Vec<Input> {
    let at = |path: &str| format!("light = \"{path}\"");
    vec![
        changed("H-37 a logo outside of the pack", LOGO, at("../../etc/passwd"), "missing-picture"),
        changed(
            "H-37b a logo from elsewhere",
            LOGO,
            at(&format!("http://127.0.0.1:{canary}/x.png")),
            "missing-picture",
        ),
        changed(
            "H-37c a logo within its own address",
            LOGO,
            at("data:image/svg+xml,<svg onload=alert(1)>"),
            "missing-picture",
        ),
        changed(
            "H-37d a logo that is the words of a lesson",
            LOGO,
            at("lessons/first-look.md"),
            "picture-type",
        ),
        changed("H-37e a logo that is its own file", LOGO, at(FILE), "picture-type"),
    ]
}

/// The sample with these bytes as its logo.
fn logo(name: &str, path: &'static str, bytes: Vec<u8>, expected: &str) -> Input {
    input(name, expected, move || {
        let mut files = with(LOGO, &format!("light = \"{path}\""));
        files.insert(path.to_owned(), bytes.clone());
        What::Packs(vec![files])
    })
}

fn drawings(canary: u16) -> Vec<Input> {
    const PATH: &str = "media/house.svg";
    let around = |size: &str, inside: &str| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size}\">{inside}</svg>")
    };
    let svg = |inside: &str| around("9 9", inside);
    let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>".to_owned();
    let shapes = "<rect width=\"1\" height=\"1\"/>".repeat(30_000);
    let here = format!("http://127.0.0.1:{canary}/x");
    let all = [
        ("H-37f a logo with script", svg("<script>alert(1)</script>"), "svg-element"),
        (
            "H-37g a logo with a page inside",
            svg("<foreignObject><iframe src=\"x\"/></foreignObject>"),
            "svg-element",
        ),
        (
            "H-37h a logo that uses another",
            svg(&format!("<use href=\"{here}#a\"/>")),
            "svg-element",
        ),
        (
            "H-37i a logo with a picture from elsewhere",
            svg(&format!("<image href=\"{here}\"/>")),
            "svg-element",
        ),
        (
            "H-37j a logo that is a link",
            svg("<a href=\"javascript:alert(1)\"><rect width=\"1\" height=\"1\"/></a>"),
            "svg-element",
        ),
        (
            "H-37k a logo with a style",
            svg(&format!("<style>@import url({here})</style>")),
            "svg-element",
        ),
        (
            "H-37l a logo filled from elsewhere",
            svg(&format!("<rect width=\"1\" height=\"1\" fill=\"url({here})\"/>")),
            "svg-attribute",
        ),
        (
            "H-37m a logo that moves",
            svg("<set attributeName=\"onload\" to=\"alert(1)\"/>"),
            "svg-element",
        ),
        (
            "H-37n a logo with a handler",
            svg("").replacen("<svg ", "<svg onload=\"alert(1)\" ", 1),
            "svg-attribute",
        ),
        (
            "H-37o a logo with entities",
            laughs + &svg("<text x=\"0\" y=\"9\">&b;</text>"),
            "svg-doctype",
        ),
        ("H-37p a logo of a billion units", around("1000000000 1000000000", ""), "svg-viewbox"),
        ("H-37q a logo of no size", around("0 0", ""), "svg-viewbox"),
        ("H-37r a logo of no number", around("NaN 1e9", ""), "svg-viewbox"),
        ("H-37s a logo as wide as a street", around("9000 9", ""), "svg-too-wide"),
        ("H-37t a logo of 30,000 shapes", svg(&shapes), "svg-syntax"),
        ("H-37u a logo that is deep within itself", svg(&"<g>".repeat(100_000)), "too-deep"),
        (
            "H-37v a drawing of more bytes than a logo has",
            svg(&" ".repeat(LARGEST_LOGO)),
            "file-too-large",
        ),
    ];
    all.into_iter().map(|(name, text, why)| logo(name, PATH, text.into_bytes(), why)).collect()
}

fn pictures() -> Vec<Input> {
    const PATH: &str = "media/house.png";
    let padded = [png(9, *b"tEXt"), vec![0; LARGEST_LOGO]].concat();
    let jpeg = b"\xff\xd8\xff\xc0\0\x11\x08\0\x09\0\x09".to_vec();
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
    vec![
        logo("H-38 a logo of 65,000 by 65,000", PATH, png(65_000, *b"tEXt"), "picture-too-large"),
        logo("H-38b a logo of no pixel", PATH, png(0, *b"tEXt"), "picture-too-large"),
        logo("H-38c a logo that moves a million times", PATH, png(9, *b"acTL"), "picture-animated"),
        logo("H-38d a logo of more bytes than it has", PATH, padded, "file-too-large"),
        logo(
            "H-38e the first bytes of a logo",
            PATH,
            png(9, *b"tEXt")[..20].to_vec(),
            "picture-damaged",
        ),
        logo("H-38f a drawing with script, named a picture", PATH, svg, "picture-type"),
        logo(
            "H-38g a page, named a picture",
            PATH,
            b"<html onload=alert(1)>".to_vec(),
            "picture-type",
        ),
        logo(
            "H-38h a logo that is a GIF and a script",
            PATH,
            b"GIF89a=1;alert(1)//".to_vec(),
            "picture-type",
        ),
        logo("H-38i a logo of another kind", "media/house.jpg", jpeg, "picture-type"),
    ]
}
