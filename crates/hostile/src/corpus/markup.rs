//! H-01 to H-30: script, markup and addresses in the texts of a pack.

use super::{Files, Input, What, input, known::signed_pack, organisation, sample};

/// Where each of them is put, one place at a time: the file and the key.
const PLACES: &[(&str, &str)] = &[
    ("pack.toml", "title"),
    ("pack.toml", "about"),
    ("claims.toml", "says"),
    ("glossary.toml", "means"),
    ("misconceptions.toml", "truth"),
    ("lessons/first-look.md", "ask"),
    ("lessons/first-look.md", "alt"),
    ("quizzes/first-look.toml", "ask"),
    ("inbox/parcel.toml", "subject"),
    ("story/story.toml", "about"),
    ("story/clerk.toml", "ask"),
    ("organisation.toml", "name"),
    ("organisation.toml", "report"),
    ("organisation.toml", "welcome"),
    ("organisation.toml", "contact"),
    ("organisation.toml", "logo"),
];

/// Those of them whose text has marks.
const MARKED: &[(&str, &str)] = &[
    ("lessons/first-look.md", "ask"),
    ("quizzes/first-look.toml", "ask"),
    ("story/story.toml", "about"),
    ("story/clerk.toml", "ask"),
];

/// What is harmless as words, and is shown letter for letter.
const SHOWN: &[(&str, &str)] = &[
    ("H-28 script as a word", "javascript:alert(1)"),
    ("H-28b expression of a template", "{{constructor.constructor('alert(1)')()}}"),
    ("H-28c expression in a string", "${alert(1)} #{alert(1)} <% alert(1) %>"),
    ("H-28d attribute without a tag", "x\" onmouseover=\"alert(1)"),
    ("H-29 style", "x} body {background: url(//127.0.0.1/x)} a{"),
    ("H-29b key of every object", "constructor.prototype.polluted"),
    ("H-29c name of a formula", "=HYPERLINK(\"x\")"),
];

/// A tag that is meant as words is written as code, and there shown as it is.
const TAG: &str = "<img src=x onerror=globalThis.canary=1>";

/// In a text with marks and in one of plain words, a link has two names.
const LINK: &str = "link, link-in-plain-text";

pub(super) fn inputs(canary: u16) -> Vec<Input> {
    let host = format!("127.0.0.1:{canary}");
    let refused: [(&str, String, &str); 28] = [
        ("H-01 script", "<script>alert(1)</script>".into(), "raw-html"),
        ("H-02 image with a handler", "<img src=x onerror=alert(1)>".into(), "raw-html"),
        ("H-03 image with slashes", "<img/src=x/onerror=alert(1)>".into(), "raw-html"),
        ("H-04 SVG with a handler", "<svg onload=alert(1)>".into(), "raw-html"),
        ("H-05 SVG that sets a link", "<svg><a><set attributeName=href to=javascript:alert(1)></a></svg>".into(), "raw-html"),
        ("H-06 MathML annotation", "<math><annotation-xml encoding=\"text/html\"><script>alert(1)</script></annotation-xml></math>".into(), "raw-html"),
        ("H-07 style within style", "<style><style/><img src=x onerror=alert(1)>".into(), "raw-html"),
        ("H-08 base", format!("<base href=//{host}/>"), "raw-html"),
        ("H-09 refresh", format!("<meta http-equiv=refresh content='0;url=http://{host}/x'>"), "raw-html, real-address"),
        ("H-10 frame with a document", "<iframe srcdoc='<script>alert(1)</script>'>".into(), "raw-html"),
        ("H-11 names of the document", "<form id=body><input name=attributes>".into(), "raw-html"),
        ("H-12 script as a link", "<a href=javascript:alert(1)>x</a>".into(), "raw-html"),
        ("H-13 script as a Markdown link", "[x](javascript:alert(1))".into(), LINK),
        ("H-14 script with a tab", "[x](java&#x09;script:alert(1))".into(), LINK),
        ("H-14b script with entities", "[x](&#106;avascript&colon;alert(1))".into(), LINK),
        ("H-15 document as a link", "[x](data:text/html;base64,PHNjcmlwdD4=)".into(), LINK),
        ("H-16 picture from elsewhere", format!("![x](http://{host}/x.png)"), "image, link-in-plain-text, real-address"),
        ("H-17 address in angles", format!("<http://{host}/x>"), "link, link-in-plain-text, raw-html, real-address"),
        ("H-18 link to elsewhere", format!("[x](http://{host}/x)"), "link, link-in-plain-text, real-address"),
        ("H-18b link without a scheme", format!("[x](//{host}/x)"), LINK),
        ("H-20 script behind backslashes", "\\<script>alert(1)\\</script>".into(), "raw-html"),
        ("H-21 attribute that ends", "\"><img src=x onerror=alert(1)>".into(), "raw-html"),
        ("H-22 half a tag", "<<script>alert(1)//<</script>".into(), "raw-html"),
        ("H-23 comment that ends", "<!--<img src=\"--><img src=x onerror=alert(1)//\">".into(), "raw-html"),
        ("H-24 instruction", "<?xml-stylesheet href='javascript:alert(1)'?>".into(), "raw-html"),
        ("H-25 reversed words", "user\u{202e}gpj.exe".into(), "bidi-control"),
        ("H-26 NUL within a tag", "<scr\0ipt>alert(1)</script>".into(), "nul"),
        ("H-27 terminal sequence", "\u{1b}]8;;http://x\u{7}x".into(), "control-character"),
    ];
    let refused = refused.into_iter().map(|(name, payload, expected)| {
        let mut made = input(name, expected, move || What::Packs(packs(&payload)));
        made.exact = true;
        made
    });
    let shown = SHOWN.iter().map(|(name, literal)| (*name, *literal)).map(|(name, literal)| {
        let make = move || What::Shown { packs: packs(literal), literal: literal.to_owned() };
        input(name, "shown", make)
    });
    refused.chain(shown).chain(in_code()).collect()
}

fn in_code() -> impl Iterator<Item = Input> {
    let make = || What::Shown {
        packs: MARKED.iter().map(|place| with(place, &format!("What is `{TAG}`?"))).collect(),
        literal: TAG.to_owned(),
    };
    let ids = || {
        let of = |id: &str| {
            let mut files = sample();
            replace(&mut files, "glossary.toml", "id", id);
            files
        };
        What::Packs(["__proto__", "x\" onload=\"", "<b>", "a b"].map(of).to_vec())
    };
    // Where text has marks, entities are read, and what they say is looked at; where words are plain, they are words.
    const ENTITIES: &str = "&lt;script&gt;alert(1)&lt;/script&gt;";
    let read = || What::Packs(MARKED.iter().map(|place| with(place, ENTITIES)).collect());
    let plain = || What::Shown {
        packs: PLACES
            .iter()
            .filter(|place| !MARKED.contains(place))
            .map(|place| with(place, ENTITIES))
            .collect(),
        literal: ENTITIES.to_owned(),
    };
    [
        input("H-19 script in entities", "raw-html", read),
        input("H-19b entities where words are plain", "shown", plain),
        input("H-30 tag as code", "shown", make),
        input("H-30b ids that are no words", "bad-id", ids),
    ]
    .into_iter()
}

/// One pack, signed by a stranger, with all that is shown letter for letter, each in several places; and these letters.
pub fn shown_pack() -> (Vec<u8>, Vec<&'static str>) {
    let mut files = sample();
    let mut literals: Vec<&str> = SHOWN.iter().map(|(_, literal)| *literal).collect();
    for ((file, key), literal) in PLACES.iter().zip(literals.iter().cycle()) {
        let marked = MARKED.contains(&(file, key));
        let code = if marked { format!(" What is `{TAG}`?") } else { String::new() };
        replace(&mut files, file, key, &format!("See {literal} here.{code}"));
    }
    literals.push(TAG);
    let (pack, problems) = eighteen_pack::read(&files);
    assert!(pack.is_some(), "it is sound: {problems:?}");
    (signed_pack(&organisation(), files, ""), literals)
}

/// Packs of the same stranger that are refused, each with what it says in all places, its manifest among them.
pub fn refused_packs(canary: u16) -> Vec<Vec<u8>> {
    let host = format!("http://127.0.0.1:{canary}/x");
    let payloads = [
        format!("{TAG}<script src={host}></script><link rel=stylesheet href={host}>"),
        format!("<svg onload=globalThis.canary=1><image href={host} /></svg>"),
        "user\u{202e}gpj.exe\u{2066}".to_owned(),
    ];
    let all = |payload: &String| {
        let mut files = sample();
        for (file, key) in PLACES {
            replace(&mut files, file, key, payload);
        }
        signed_pack(&organisation(), files, payload)
    };
    payloads.iter().map(all).collect()
}

fn packs(payload: &str) -> Vec<Files> {
    PLACES.iter().map(|place| with(place, payload)).collect()
}

fn with((file, key): &(&str, &str), payload: &str) -> Files {
    let mut files = sample();
    // With words before it, as somebody would write it who wants it to be read.
    replace(&mut files, file, key, &format!("See {payload} here."));
    files
}

/// Puts a text in place of the first one of a key.
fn replace(files: &mut Files, file: &str, key: &str, payload: &str) {
    let Some(text) = files.get(file).and_then(|bytes| String::from_utf8(bytes.clone()).ok()) else {
        panic!("the sample has no {file}");
    };
    let start = format!("\n{key} = \"");
    let at = text.find(&start).unwrap_or_else(|| panic!("{file} has no {key}"));
    let line_end = text[at + 1..].find('\n').map_or(text.len(), |end| at + 1 + end);
    // JSON escapes what TOML does, in the same way; what it lets stand is written as it is.
    let text = format!(
        "{}\n{key} = {}{}",
        &text[..at],
        serde_json::Value::from(payload),
        &text[line_end..]
    );
    files.insert(file.to_owned(), text.into_bytes());
}
