//! Small questions for the tests of this crate. A `+` marks what is right.

use eighteen_pack::{
    Body, Choice, Correspondent, Cue, CueKind, Drawing, Entry, Estimate, Explanations, Feedback,
    Group, Inbox, Item, Judgement, Message, Nature, Near, Owner, Pair, Piece, Policy, Pool,
    Premise, Scale, Sign, SortEntry, Span, Spot, Text,
};

fn text(words: &str) -> Text {
    vec![Span::Text { text: words.to_owned() }]
}

fn choices(list: &str) -> Vec<Choice> {
    list.split_whitespace()
        .map(|word| Choice {
            id: word.trim_start_matches('+').to_owned(),
            text: text(word),
            correct: word.starts_with('+'),
            then: Text::new(),
            why: text("why"),
            misconception: None,
        })
        .collect()
}

fn entries(list: &str) -> Vec<Entry> {
    list.split_whitespace()
        .map(|word| Entry { id: word.to_owned(), text: text(word), why: text("why") })
        .collect()
}

pub(crate) fn single(list: &str) -> Body {
    Body::Single { options: choices(list) }
}

pub(crate) fn multiple(list: &str) -> Body {
    Body::Multiple { options: choices(list) }
}

pub(crate) fn true_false(answer: bool, reasons: &str) -> Body {
    Body::TrueFalse {
        answer,
        why_true: text("why"),
        why_false: text("why"),
        reasons: choices(reasons),
    }
}

pub(crate) fn ordering(list: &str) -> Body {
    Body::Ordering { entries: entries(list) }
}

pub(crate) fn matching(list: &str, extras: &str) -> Body {
    let pairs = list
        .split_whitespace()
        .map(|word| Pair {
            id: word.to_owned(),
            text: text(word),
            target: text(word),
            why: text("why"),
        })
        .collect();
    Body::Matching { pairs, extras: entries(extras) }
}

pub(crate) fn one_of_each() -> Vec<Body> {
    vec![
        single("a +b c"),
        multiple("+a +b c"),
        true_false(true, "r1 +r2"),
        ordering("a b c"),
        matching("a b c", "x"),
        sorting("a=g b=h c=g d=h"),
        hot_spot("+a b +c"),
        short(&["zero-day", "0-day"], &[&["web shell"], &["patch", "a patch"]]),
        estimate(34_000.0, 20),
        scenario("a +b c"),
    ]
}

/// Entries with their groups, such as `a=g b=h`.
pub(crate) fn sorting(list: &str) -> Body {
    let pairs: Vec<(&str, &str)> =
        list.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
    let mut groups: Vec<Group> = Vec::new();
    for (_, group) in &pairs {
        if !groups.iter().any(|known| known.id == *group) {
            groups.push(Group { id: (*group).to_owned(), text: text(group) });
        }
    }
    let entries = pairs.iter().map(|(id, group)| SortEntry {
        id: (*id).to_owned(),
        text: text(id),
        group: (*group).to_owned(),
        why: text("why"),
    });
    Body::Sorting { entries: entries.collect(), groups }
}

pub(crate) fn hot_spot(list: &str) -> Body {
    let spots = choices(list).into_iter().map(|choice| Spot {
        id: choice.id,
        text: choice.text,
        x: 0.0,
        y: 0.0,
        width: 24.0,
        height: 24.0,
        correct: choice.correct,
        why: choice.why,
        misconception: None,
    });
    Body::HotSpot {
        spots: spots.collect(),
        drawing: Drawing { width: 100.0, height: 100.0, shapes: Vec::new() },
        alt: "A drawing.".into(),
    }
}

pub(crate) fn short(accept: &[&str], near: &[&[&str]]) -> Body {
    let forms = |list: &[&str]| list.iter().map(|form| (*form).to_owned()).collect();
    let near =
        near.iter().map(|list| Near { forms: forms(list), why: text("why"), misconception: None });
    Body::Short {
        accept: forms(accept),
        answer: accept[0].to_owned(),
        why: text("why"),
        near: near.collect(),
    }
}

pub(crate) fn estimate(value: f64, within: u32) -> Body {
    Body::Estimate(Estimate {
        value,
        unit: "people".into(),
        low: value / 100.0,
        high: value * 100.0,
        scale: Scale::Log,
        within,
        why: text("why"),
        landmarks: Vec::new(),
    })
}

pub(crate) fn scenario(list: &str) -> Body {
    Body::Scenario { scene: vec![text("It is late.")], options: choices(list) }
}

pub(crate) fn bank(size: u32) -> Vec<Item> {
    bank_of(&[("step", size)])
}

/// So many questions about each of these steps.
pub(crate) fn bank_of(steps: &[(&str, u32)]) -> Vec<Item> {
    let numbers =
        steps.iter().flat_map(|(step, size)| (0..*size).map(move |number| (step, number)));
    numbers
        .map(|(step, number)| Item {
            id: format!("{step}-{number}"),
            version: 1,
            pool: Pool::Check,
            ask: text("ask"),
            step: (*step).to_owned(),
            covers: Vec::new(),
            claims: Vec::new(),
            body: single("+a b c"),
        })
        .collect()
}

pub(crate) fn policy(draw: u32) -> Policy {
    Policy {
        draw,
        pass_percent: 75,
        tries: 3,
        feedback: Feedback::After,
        shuffle: true,
        rules: Vec::new(),
        pause_minutes: 0,
        test_out: None,
    }
}

/// A message with cues at `from` and `p2`, and signs at `subject` and `p1`.
pub(crate) fn message(nature: Nature, best: Judgement, fine: &[Judgement]) -> Message {
    let words = |words: &str| vec![Piece::Words { text: words.to_owned() }];
    let cue = |at: &str| Cue {
        id: format!("cue-{at}"),
        at: at.to_owned(),
        kind: CueKind::Inconsistency,
        count: 1,
        why: text("why"),
    };
    let sign = |at: &str| Sign { id: format!("sign-{at}"), at: at.to_owned(), why: text("why") };
    Message {
        id: "message".to_owned(),
        version: 1,
        nature,
        sent: chrono::NaiveDateTime::default(),
        from: Correspondent { name: "Ann".to_owned(), address: "ann@x.example".to_owned() },
        reply_to: None,
        to: None,
        subject: "Subject".to_owned(),
        files: Vec::new(),
        links: Vec::new(),
        body: vec![words("Hello"), words("Goodbye")],
        best,
        fine: fine.to_vec(),
        judgement: Explanations::default(),
        means: text("means"),
        claims: Vec::new(),
        premise: Premise::default(),
        cues: vec![cue("from"), cue("p2")],
        signs: vec![sign("subject"), sign("p1")],
    }
}

/// A mailbox with so many messages of each nature. Two of the hostile ones are moderately difficult.
pub(crate) fn inbox(hostile: usize, genuine: usize) -> Inbox {
    let one = |nature: Nature, number: usize| {
        let mut message = message(nature, Judgement::Verify, &[]);
        message.id = format!("{nature:?}-{number}");
        message.premise.workplace = if number < 2 { 0 } else { 20 };
        message
    };
    let messages = (0..hostile).map(|number| one(Nature::Hostile, number));
    let messages = messages.chain((0..genuine).map(|number| one(Nature::Genuine, number)));
    Inbox {
        title: "The inbox".to_owned(),
        about: text("about"),
        owner: Owner {
            name: "Ann".to_owned(),
            role: "Pay".to_owned(),
            address: "ann@x.example".to_owned(),
        },
        from: chrono::NaiveDate::default(),
        to: chrono::NaiveDate::default(),
        round: 8,
        hostile: 3,
        known: Vec::new(),
        messages: messages.collect(),
    }
}
