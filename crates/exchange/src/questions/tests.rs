use std::fmt::Write as _;

use super::*;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/questions");

/// What was read is held against a file beside the fixture, which other readers are held against too.
fn is_as_kept(name: &str) -> QuestionFile {
    let bytes = std::fs::read(format!("{FIXTURES}/{name}")).unwrap();
    let found = read_questions(&bytes).unwrap();
    let json = serde_json::to_string_pretty(&found).unwrap() + "\n";
    let kept = format!("{FIXTURES}/{name}.json");
    if std::env::var_os("EIGHTEEN_SNAPSHOT").is_some_and(|value| value == "write") {
        std::fs::write(&kept, &json).unwrap();
    }
    assert_eq!(json, std::fs::read_to_string(kept).unwrap());
    found
}

#[test]
fn a_gift_file_is_read_as_it_is_kept() {
    let found = is_as_kept("house-rules.gift");
    assert_eq!((found.form, found.questions.len(), found.left.len()), (QuestionForm::Gift, 10, 2));
}

#[test]
fn a_moodle_file_is_read_as_it_is_kept() {
    let found = is_as_kept("house-rules.xml");
    assert_eq!(
        (found.form, found.questions.len(), found.left.len()),
        (QuestionForm::MoodleXml, 6, 3)
    );
}

fn reasons(text: &str) -> Vec<String> {
    let found = read_questions(text.as_bytes()).unwrap();
    found.left.into_iter().map(|left| format!("{}: {}", left.line, left.why)).collect()
}

#[test]
fn what_gift_cannot_say_is_left_out_with_line_and_reason() {
    for (text, reason) in [
        ("\n\nNothing is asked here.", "3: it asks nothing"),
        ("{=a ~b}", "1: it asks nothing"),
        ("Write! {}", "1: it asks for a free text"),
        ("Open {=a ~b", "1: the `{` of its answers has no `}`"),
        ("Two {=a ~b} and {=c ~d}", "1: it has more than one `{` or `}`"),
        ("None right {~a ~b}", "1: no answer is marked right"),
        ("Words first {a =b ~c}", "1: an answer begins with neither"),
        ("Empty {= ~b}", "1: an answer is empty"),
        ("Weight {=%200%a ~b}", "1: “200” is no percentage"),
        ("Weight {=%5a ~b}", "1: a percentage has no `%`"),
        ("Number {#1e999}", "1: “1e999” is no number"),
        ("Number {#NaN}", "1: “NaN” is no number"),
        ("Range {#5..1}", "1: the ends of a range"),
        ("Pairs {=a -> b =c -> =d -> e}", "1: a pair lacks one of its sides"),
        ("Pairs {=a -> b =c =d -> e}", "1: a pair lacks one of its sides"),
        ("Thrice {T#a#b#c}", "1: true or false has at most two feedbacks"),
        ("Seen {=a\u{202e}b ~c}", "1: it holds a character that cannot be seen (U+202E)"),
        ("A <script>alert(1)</script> {=a ~b}", "1: it holds <script>"),
        ("A picture <img src\\=x onerror\\=alert(1)> {=a ~b}", "1: it holds <img>"),
    ] {
        let found = reasons(text);
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].starts_with(reason), "{text}: {}", found[0]);
    }
    let long = format!("Long {{=a ~{}}}\n\nShort {{=a ~b}}", "x".repeat(70_000));
    assert_eq!(reasons(&long), ["1: it is longer than 64 KiB"]);
    let long = "x".repeat(70_000);
    assert_eq!(reasons(&long), ["1: it is longer than 64 KiB"]);
}

#[test]
fn a_backslash_takes_the_meaning_of_a_sign_and_of_nothing_else() {
    let text = r"Which\: \{a\} \~ b\=c \# d\\e \f? {=one \= 1 ~two \~ 2}";
    let found = read_questions(text.as_bytes()).unwrap();
    assert_eq!(found.questions[0].ask.text, r"Which: {a} ~ b=c # d\e \f?");
    let BankBody::Choice { options, .. } = &found.questions[0].body else { panic!("a choice") };
    assert_eq!(options[0].text.text, "one = 1");
    assert_eq!(options[1].text.text, "two ~ 2");
}

fn quiz(inside: &str) -> String {
    format!("<?xml version=\"1.0\"?><quiz>{inside}</quiz>")
}

fn refused(text: &str) -> String {
    read_questions(text.as_bytes()).unwrap_err().to_string()
}

#[test]
fn xml_that_costs_more_than_it_says_is_refused_as_a_whole() {
    let laughs = "<!DOCTYPE quiz [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><quiz>&b;</quiz>";
    assert_eq!(refused(laughs), "line 1: a DOCTYPE, which no file of questions needs; remove it");
    let outside = "\n<!DOCTYPE quiz [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n<quiz>&f;</quiz>";
    assert!(refused(outside).contains("a DOCTYPE"));
    assert!(
        refused(&quiz("<question>&f;</question>")).contains("an entity that XML does not know")
    );
    assert!(refused(&quiz(&"<a>".repeat(100_000))).contains("nested too deep"));
    let mut many = String::new();
    for at in 0..80_000 {
        write!(many, " a{at}=\"\"").unwrap();
    }
    assert!(refused(&quiz(&format!("<question{many}/>"))).contains("more than 64 attributes"));
    let spaces = " xmlns:a=\"b\"".repeat(80_000);
    assert!(refused(&quiz(&format!("<question{spaces}/>"))).contains("more than 64 attributes"));
    assert!(refused(&quiz("<question></quiz>")).contains("line 1"));
    assert!(refused("<quiz><question>").contains("ends within an element"));
    assert!(refused("<quiz></quiz><question/>").contains("follows the end"));
    assert_eq!(
        refused("<?xml version='1.0'?><html><body/></html>"),
        "it is XML, and no <quiz> of Moodle"
    );
    assert!(refused("\n<quiz").starts_with("line 2: "));
    // A tag of HTML is no sign of XML.
    let gift = read_questions(b"<p>Is it <i>so</i>?</p> {T}").unwrap();
    assert_eq!((gift.form, gift.questions[0].ask.text.as_str()), (QuestionForm::Gift, "Is it so?"));
    assert_eq!(refused(&quiz("")), "there is no question in it");
    assert_eq!(
        refused(&quiz(&"<question/>".repeat(1_001))),
        "it holds more than 1000 questions; split it"
    );
    assert_eq!(refused(&"a{b}\n\n".repeat(1_001)), "it holds more than 1000 questions; split it");
    assert_eq!(refused(""), "there is no question in it");
    for bytes in [b"a\0b".as_slice(), b"\xff\xfe<\0q\0", b"caf\xe9 {=a ~b}"] {
        assert_eq!(read_questions(bytes), Err(QuestionRefusal::NotText));
    }
    assert_eq!(read_questions(&vec![b'x'; MAX_QUESTIONS + 1]), Err(QuestionRefusal::TooLarge));
}

#[test]
fn a_question_without_end_is_left_out_and_the_others_stay() {
    let one = |inside: &str| {
        format!(
            "<question type=\"multichoice\"><questiontext><text>Q</text></questiontext>{inside}\
                 <answer fraction=\"100\"><text>a</text></answer><answer><text>b</text></answer></question>"
        )
    };
    let text = quiz(
        &[
            one(&"<tag/>".repeat(3_000)),
            one(&format!("<text>{}</text>", "x".repeat(70_000))),
            // A picture may be as large as the file.
            one(&format!("<file>{}</file>", "A".repeat(900_000))),
        ]
        .concat(),
    );
    let found = read_questions(text.as_bytes()).unwrap();
    assert_eq!(found.questions.len(), 1);
    let why: Vec<_> = found.left.iter().map(|left| left.why.as_str()).collect();
    assert_eq!(why, ["it is longer than 64 KiB"; 2]);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]
fn hostile_shapes_cost_no_more_than_their_length() {
    let texts = [
        "{".repeat(60_000),
        "\\".repeat(60_000),
        "::".repeat(30_000),
        "####".repeat(15_000) + "{####}",
        format!("Q {{{}}}", "=a -> b".repeat(8_000)),
        format!("Q {{{}}}", "~%1%a#b".repeat(8_000)),
        "//[id:".repeat(9_000),
        quiz(&"<question type=\"multichoice\"><answer>".repeat(30)),
        quiz(&format!("<question>{}</question>", "&#65;".repeat(100_000))),
        quiz(&"<!-- -->".repeat(100_000)),
    ];
    for text in texts {
        let started = std::time::Instant::now();
        let _ = read_questions(text.as_bytes());
        assert!(started.elapsed().as_secs() < 2, "{}", &text[..40]);
    }
}
