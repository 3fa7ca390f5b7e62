//! H-70 to H-75: texts that cost a parser more than they should, or say two things at once.

use super::{
    Files, Input, What, archive, input, manifest, manifest_bytes, sample, signed, trainer,
};
use eighteen_exchange::PackManifest;
use eighteen_seal::{Identity, age, to_hex};

const DEEP: usize = 100_000;

pub(super) fn inputs(canary: u16) -> Vec<Input> {
    [xml(canary), json(), texts(), gift()].into_iter().flatten().collect()
}

fn quiz(inside: &str) -> What {
    What::Questions(format!("<?xml version=\"1.0\"?><quiz>{inside}</quiz>").into_bytes())
}

fn numbered(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

fn xml(canary: u16) -> Vec<Input> {
    let elsewhere = format!(
        "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"http://127.0.0.1:{canary}/x\">]><quiz>&x;</quiz>"
    );
    let outside = format!("<!DOCTYPE quiz SYSTEM \"http://127.0.0.1:{canary}/x.dtd\"><quiz/>");
    vec![
        input("H-70 a billion laughs", "DOCTYPE", || {
            let laughs = numbered(9, |at| {
                format!("<!ENTITY l{} \"{}\">", at + 1, format!("&l{at};").repeat(10))
            });
            let text = format!("<!DOCTYPE quiz [<!ENTITY l0 \"lol\">{laughs}]><quiz>&l9;</quiz>");
            What::Questions(text.into_bytes())
        }),
        input("H-70b an entity that nobody defined", "an entity that XML does not know", || {
            quiz("<question>&l9;</question>")
        }),
        input("H-71 a file of this computer", "DOCTYPE", || {
            let text =
                "<!DOCTYPE quiz [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><quiz>&x;</quiz>";
            What::Questions(text.into())
        }),
        input("H-71b an entity from elsewhere", "DOCTYPE", move || {
            What::Questions(elsewhere.clone().into_bytes())
        }),
        input("H-71c a document type from elsewhere", "DOCTYPE", move || {
            What::Questions(outside.clone().into_bytes())
        }),
        input("H-72 deep XML", "nested too deep", || quiz(&"<a>".repeat(DEEP))),
        input("H-72b deep XML, closed", "nested too deep", || {
            quiz(&format!("{}{}", "<a>".repeat(DEEP), "</a>".repeat(DEEP)))
        }),
        input("H-73 800,000 attributes", "more than 64 attributes", || {
            quiz(&format!("<question{}/>", numbered(800_000, |at| format!(" a{at}=\"\""))))
        }),
        input("H-73b 80,000 namespaces", "more than 64 attributes", || {
            quiz(&format!("<question{}/>", numbered(80_000, |at| format!(" xmlns:a{at}=\"x\""))))
        }),
        input("H-73c a million elements", "more than 1000 questions", || {
            quiz(&"<a/>".repeat(1_000_000))
        }),
        input("H-73d a question of 300,000 elements", "longer than 64 KiB", || {
            quiz(&format!("<question type=\"essay\">{}</question>", "<a/>".repeat(300_000)))
        }),
        input("H-73e a tag without end", "line 1", || quiz(&format!("<{}", "a".repeat(1_000_000)))),
        input("H-74 UTF-16", "UTF-8", || {
            let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><quiz/>".encode_utf16();
            What::Questions([0xfeff].into_iter().chain(text).flat_map(u16::to_le_bytes).collect())
        }),
        input("H-74b UTF-7", "no question", || quiz("+ADw-question+AD4-")),
        input("H-74c a script in HTML", "it holds <script>", || {
            quiz(
                "<question type=\"shortanswer\"><questiontext format=\"html\"><text>&lt;script&gt;alert(1)&lt;/script&gt;</text></questiontext><answer fraction=\"100\"><text>x</text></answer></question>",
            )
        }),
        input("H-74d XML of another kind", "no <quiz>", || {
            What::Questions(b"<?xml version=\"1.0\"?><html><script/></html>".to_vec())
        }),
    ]
}

fn signed_manifest(text: String) -> What {
    archive(signed(text.into_bytes(), Files::new()).bytes())
}

/// A manifest with a change in its text, signed.
fn reworded(change: impl Fn(String) -> String) -> What {
    let text = String::from_utf8(manifest_bytes(&manifest(&Files::new()))).unwrap_or_default();
    signed_manifest(change(text))
}

/// A file of assignments with this text, signed.
fn assignments(body: &str) -> What {
    const FORM: &str = "eighteen-days assignments 1";
    let by = Identity::from_seed(&[5; 32]);
    let signature = to_hex(&by.sign(FORM, body.as_bytes()));
    What::Assignments(format!("{FORM}\n{}\n{signature}\n{body}", by.public().hex()).into_bytes())
}

/// A result file with this text, encrypted to the trainer.
fn results(text: &str) -> What {
    What::Results(age::seal(&trainer().public(), text.as_bytes()).unwrap_or_default())
}

fn json() -> Vec<Input> {
    let deep = || "[".repeat(DEEP);
    vec![
        input("H-72c deep JSON in a manifest", "manifest.json: ", move || {
            signed_manifest(format!("{{\"form\": 1, \"x\": {}{}}}", deep(), "]".repeat(DEEP)))
        }),
        input("H-72d deep JSON in assignments", "Changed", move || assignments(&deep())),
        input("H-72e deep JSON in a result file", "not a result file", move || {
            results(&format!("{}\n{{}}\n", deep()))
        }),
        input("H-75 no number", "manifest.json", || {
            reworded(|text| text.replace("\"version\": 1", "\"version\": NaN"))
        }),
        input("H-75b a number without end", "manifest.json", || {
            reworded(|text| text.replace("\"version\": 1", "\"version\": 1e999"))
        }),
        input("H-75c a version below nothing", "manifest.json", || {
            reworded(|text| text.replace("\"version\": 1", "\"version\": -1"))
        }),
        input("H-75d a key twice", "duplicate field", || {
            reworded(|text| text.replace("\"version\": 1", "\"version\": 1,\n  \"version\": 2"))
        }),
        input("H-75e half a letter", "manifest.json", || {
            reworded(|text| text.replace("small case", "small \\ud800 case"))
        }),
        input("H-75f a key that nobody knows", "unknown field", || {
            reworded(|text| text.replace("\"form\": 1", "\"form\": 1,\n  \"__proto__\": {}"))
        }),
        input("H-75g other spaces", "not written as", || reworded(|text| text.replace("  ", "\t"))),
        input("H-75h a byte order mark", "manifest.json", || {
            reworded(|text| format!("\u{feff}{text}"))
        }),
        input("H-75i a later form", "newer than 1", || {
            reworded(|text| text.replace("\"form\": 1", "\"form\": 2"))
        }),
        input("H-75j assignments in another form", "Changed", || assignments("{ }")),
        input("H-75k assignments with a key twice", "Changed", || {
            assignments(
                "{\"number\":1,\"number\":2,\"from\":\"\",\"made_at\":\"\",\"salt\":\"\",\"assignments\":[]}",
            )
        }),
        input("H-75l a title of 16 MiB", "no pack", || {
            let mut manifest: PackManifest = manifest(&Files::new());
            manifest.title = "x".repeat(16 << 20);
            archive(signed(manifest_bytes(&manifest), Files::new()).bytes())
        }),
    ]
}

fn in_sample(file: &'static str, text: Vec<u8>) -> What {
    let mut files = sample();
    files.insert(file.to_owned(), text);
    What::Packs(vec![files])
}

fn texts() -> Vec<Input> {
    vec![
        input("H-72f deep TOML", "too-deep", || {
            in_sample("claims.toml", format!("x = {}", "[".repeat(DEEP)).into())
        }),
        input("H-72g deep tables of TOML", "too-deep", || {
            in_sample("pack.toml", "{a=".repeat(DEEP).into())
        }),
        input("H-72h deep Markdown", "too-deep", || {
            in_sample("lessons/first-look.md", "> ".repeat(DEEP).into())
        }),
        input("H-72i deep brackets of Markdown", "too-deep", || {
            in_sample("lessons/first-look.md", "[".repeat(DEEP).into())
        }),
        input("H-72j deep SVG", "too-deep", || {
            let text = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">{}",
                "<g>".repeat(DEEP)
            );
            in_sample("media/fan-out.svg", text.into())
        }),
        input("H-74e a byte order mark in TOML", "byte-order-mark", || {
            in_sample("claims.toml", "\u{feff}x = 1".into())
        }),
        input("H-74f UTF-16 in Markdown", "nul", || {
            let text = "## x".encode_utf16().flat_map(u16::to_le_bytes).collect();
            in_sample("lessons/first-look.md", text)
        }),
        input("H-74g Latin-1", "not-utf8", || in_sample("glossary.toml", b"# caf\xe9".to_vec())),
        input("H-75m a key of TOML twice", "toml-syntax", || {
            in_sample("glossary.toml", "a = 1\na = 2".into())
        }),
        input("H-75n infinity in TOML", "wrong-type", || {
            let quiz =
                String::from_utf8(sample()["quizzes/second-look.toml"].clone()).unwrap_or_default();
            in_sample(
                "quizzes/second-look.toml",
                quiz.replace("\nversion = 1", "\nversion = inf").into(),
            )
        }),
        input("H-75o ten thousand problems", "too-many-problems", || {
            in_sample("claims.toml", "[[claim]]\n".repeat(10_000).into())
        }),
    ]
}

fn gift() -> Vec<Input> {
    vec![
        input("H-70c a question without end", "longer than 64 KiB", || {
            What::Questions("x".repeat(8 << 20).into())
        }),
        input("H-70d a million questions", "more than 1000 questions", || {
            What::Questions("Q {T}\n\n".repeat(1_000_000).into())
        }),
        input("H-72k braces without end", "more than one", || {
            What::Questions(format!("Q {{{}}}", "{=".repeat(20_000)).into())
        }),
        input("H-75p an answer worth infinity", "no percentage", || {
            What::Questions(b"Q {~%1e999%a ~%-inf%b}".to_vec())
        }),
        input("H-75q a number that is none", "no number", || {
            What::Questions(b"Q {#NaN:inf}".to_vec())
        }),
        input("H-74h words that cannot be seen", "cannot be seen", || {
            What::Questions("Q {=a\u{202e}b ~c}".into())
        }),
        input("H-74i a picture with a handler", "it holds <img>", || {
            What::Questions(b"<b>A</b> <img src\\=x onerror\\=alert(1)> {T}".to_vec())
        }),
        input("H-95b questions of 17 MiB", "larger than 16 MiB", || {
            What::Questions(vec![b'x'; 17 << 20])
        }),
    ]
}
