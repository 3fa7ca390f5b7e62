//! Reads the mailbox of a pack and its messages.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::addresses::{foreign_address, is_address, is_target, real_number};
use crate::characters::quoted;
use crate::files::Files;
use crate::mail::{
    Attachment, Correspondent, Cue, Explanations, Inbox, Judgement, Known, Link, Message, Nature,
    Owner, Piece, Sign,
};
use crate::model::{Text, plain};
use crate::notes::{Kind, Notes};
use crate::phish_scale::{CUE_KINDS, Premise};
use crate::source::Source;
use crate::table::{Table, read_toml};
use crate::value::Value;
use crate::words;

/// How many words may say what a message is.
const LONGEST_MEANING: usize = 60;

const NATURES: &[(&str, Nature)] = &[("hostile", Nature::Hostile), ("genuine", Nature::Genuine)];

const JUDGEMENTS: &[(&str, Judgement)] = &[
    ("report", Judgement::Report),
    ("verify", Judgement::Verify),
    ("proceed", Judgement::Proceed),
    ("delete", Judgement::Delete),
];

/// The mailbox that `pack.toml` names at a line, with every message in it.
pub(crate) fn read_inbox(path: &str, line: u32, files: &Files<'_>, notes: &Notes) -> Option<Inbox> {
    let source = open(path, ("pack.toml", line), files, notes)?;
    read_toml(&source, &[Kind::Message], |root| {
        let messages = read_messages(root, files, notes);
        let inbox = Inbox {
            title: root.plain("title"),
            about: root.text("about"),
            owner: read_owner(root),
            from: root.date("from"),
            to: root.date("to"),
            round: root.whole("round", 4..=20),
            hostile: root.whole("hostile", 2..=10),
            known: root.tables("known", 1..=12).iter().map(read_known).collect(),
            messages: Vec::new(),
        };
        if inbox.to < inbox.from {
            let message = "`to` lies before `from`; exchange or correct them";
            source.problem(root.line_of("to"), "dates-reversed", message);
        }
        check_order(&inbox, &messages, notes);
        let messages: Vec<Message> = messages.into_iter().map(|(message, _)| message).collect();
        check_round(root, &inbox, &messages);
        Inbox { messages, ..inbox }
    })
}

/// The text of a file of the mailbox; a missing one is reported where it is named.
fn open<'p>(
    path: &'p str,
    named: (&str, u32),
    files: &'p Files<'_>,
    notes: &'p Notes,
) -> Option<Source<'p>> {
    notes.use_file(path);
    let text = files.texts.get(path);
    if text.is_none() {
        notes.unsure(Kind::Message);
        if !path.is_empty() && !files.broken.contains(&path) {
            let message =
                format!("{} is not in the pack; add it, or correct the path", quoted(path));
            notes.problem(named.0, named.1, "missing-file", message);
        }
    }
    Some(Source::new(path, text?, notes))
}

/// The path of a file of the mailbox, or nothing and a problem.
pub(crate) fn read_path(value: &Value<'_>) -> String {
    value.path("inbox/", ".toml")
}

/// Every message, with the file that it stands in.
fn read_messages(root: &Table<'_>, files: &Files<'_>, notes: &Notes) -> Vec<(Message, String)> {
    let values = root.required("message").map(|value| value.list(1..=150));
    let mut seen = BTreeSet::new();
    let mut messages = Vec::new();
    for value in values.unwrap_or_default() {
        let path = read_path(&value);
        if !path.is_empty() && !seen.insert(path.clone()) {
            value.problem("duplicate-id", "this file is named already; name each once");
            continue;
        }
        let named = (root.source().file, value.line());
        let Some(source) = open(&path, named, files, notes) else {
            continue;
        };
        let message = read_toml(&source, &[Kind::Message], read_message);
        messages.extend(message.map(|message| (message, path.clone())));
    }
    messages
}

fn read_owner(root: &Table<'_>) -> Owner {
    let table = root.required("owner").and_then(|value| value.table());
    table.map_or_else(
        || Owner { name: String::new(), role: String::new(), address: String::new() },
        |table| Owner {
            name: table.plain("name"),
            role: table.plain("role"),
            address: read_address(&table),
        },
    )
}

fn read_known(table: &Table<'_>) -> Known {
    Known { head: table.plain("head"), text: table.text("text") }
}

/// Messages stand in order of time, between the first and the last day.
fn check_order(inbox: &Inbox, messages: &[(Message, String)], notes: &Notes) {
    let mut before = None;
    // What could not be read has a stand-in for its time, which says nothing.
    let told = |message: &Message| message.sent != NaiveDateTime::default();
    if inbox.to == NaiveDate::default() || inbox.to < inbox.from {
        return;
    }
    for (message, file) in messages.iter().filter(|(message, _)| told(message)) {
        let day = message.sent.date();
        let line = notes.line_of(Kind::Message, &message.id);
        if day < inbox.from || day > inbox.to {
            let (from, to) = (inbox.from, inbox.to);
            let why = format!("`sent` lies outside the mailbox's {from} to {to}; correct it");
            notes.problem(file, line, "out-of-order", why);
        } else if before.is_some_and(|before| message.sent < before) {
            let why = "sent before the message above it in the mailbox; put them in order of time";
            notes.problem(file, line, "out-of-order", why);
        }
        before = Some(message.sent);
    }
}

/// A round can be drawn from what there is.
fn check_round(root: &Table<'_>, inbox: &Inbox, messages: &[Message]) {
    let source = root.source();
    if source.is_quiet() || source.notes().is_unsure(Kind::Message) {
        return;
    }
    let hostile = messages.iter().filter(|one| one.nature == Nature::Hostile).count();
    let genuine = messages.len() - hostile;
    let (round, most) = (inbox.round as usize, inbox.hostile as usize);
    if most > hostile || most >= round {
        let why = format!(
            "a round takes up to {most} hostile messages, but there are {hostile}, and some of its {round} are genuine"
        );
        source.problem(root.line_of("hostile"), "small-bank", why);
    }
    if round.saturating_sub(2) > genuine {
        let why = format!(
            "a round of {round} may need {} genuine messages, but there are {genuine}; write more, or show fewer",
            round - 2
        );
        source.problem(root.line_of("round"), "small-bank", why);
    }
}

fn read_message(table: &Table<'_>) -> Message {
    let files = read_files(table);
    let links = read_links(table);
    let mut own = BTreeSet::new();
    let nature = table.one_of("nature", NATURES);
    let message = Message {
        id: table.defined("id", Kind::Message),
        version: table.whole("version", 1..=1_000_000),
        nature: nature.unwrap_or(Nature::Hostile),
        sent: table.required("sent").map(|value| value.local_time()).unwrap_or_default(),
        from: read_correspondent(table.required("from")),
        reply_to: table.get("reply_to").map(|value| read_correspondent(Some(value))),
        to: table.get("to").map(|value| specimen(&value)),
        subject: read_specimen(table, "subject"),
        body: read_body(table, &links),
        files,
        links,
        best: table.one_of("best", JUDGEMENTS).unwrap_or(Judgement::Report),
        fine: read_fine(table),
        judgement: read_explanations(table),
        means: read_meaning(table),
        claims: table.references("claims", Kind::Claim),
        premise: read_premise(table),
        cues: table.any_tables("cue").iter().map(|cue| read_cue(cue, &mut own)).collect(),
        signs: table.any_tables("sign").iter().map(|sign| read_sign(sign, &mut own)).collect(),
    };
    if nature.is_some() {
        check_judgements(table, &message);
        check_grounds(table, &message);
    }
    check_spots(table, &message);
    in_reading_order(message)
}

/// Words that the message shows: what they name must not exist.
fn specimen(value: &Value<'_>) -> String {
    let text = value.plain();
    report_real(value, &text);
    text
}

fn read_specimen(table: &Table<'_>, key: &'static str) -> String {
    table.required(key).map(|value| specimen(&value)).unwrap_or_default()
}

/// Reports an address or a telephone number that could be somebody's.
fn report_real(value: &Value<'_>, text: &str) {
    if let Some(found) = foreign_address(text) {
        let message =
            format!("{} may exist; names of computers end in .example here", quoted(found));
        value.problem("real-address", message);
    }
    if let Some(found) = real_number(text) {
        let message = format!(
            "{} may be somebody's number; take one of Ofcom's ranges for drama, such as 020 7946 0123",
            quoted(&found)
        );
        value.problem("real-telephone-number", message);
    }
}

fn read_correspondent(value: Option<Value<'_>>) -> Correspondent {
    let table = value.and_then(|value| value.table());
    table.map_or_else(
        || Correspondent { name: String::new(), address: String::new() },
        |table| Correspondent {
            name: read_specimen(&table, "name"),
            address: read_address(&table),
        },
    )
}

fn read_address(table: &Table<'_>) -> String {
    let address = table.plain("address");
    if !address.is_empty() && !is_address(&address) {
        let message = format!(
            "{} is no address that ends in .example, such as desk@harbour.example; correct it",
            quoted(&address)
        );
        table.source().problem(table.line_of("address"), "real-address", message);
    }
    address
}

fn read_files(table: &Table<'_>) -> Vec<Attachment> {
    let mut seen = BTreeSet::new();
    let tables = table.any_tables("file");
    tables
        .iter()
        .map(|file| Attachment {
            id: read_place(file, 'f', &mut seen),
            name: read_specimen(file, "name"),
            size: file.plain("size"),
        })
        .collect()
}

fn read_links(table: &Table<'_>) -> Vec<Link> {
    let mut seen = BTreeSet::new();
    let tables = table.any_tables("link");
    tables
        .iter()
        .map(|link| {
            let target = link.plain("target");
            if !target.is_empty() && !is_target(&target) {
                let message = format!(
                    "{} is no address of the form https://NAME.example/… or mailto:NAME@NAME.example",
                    quoted(&target)
                );
                link.source().problem(link.line_of("target"), "real-address", message);
            }
            Link {
                id: read_place(link, 'l', &mut seen),
                text: read_specimen(link, "text"),
                target,
            }
        })
        .collect()
}

/// The id of a link or file: a letter and a number, so that it tells the page nothing.
fn read_place(table: &Table<'_>, letter: char, seen: &mut BTreeSet<String>) -> String {
    let id = table.own_slug("id", seen);
    let is_neutral = id
        .strip_prefix(letter)
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    if !id.is_empty() && !is_neutral {
        let message = format!(
            "{} is no id here: write {letter} and a number, such as {letter}1",
            quoted(&id)
        );
        table.source().problem(table.line_of("id"), "bad-id", message);
    }
    id
}

fn read_body(table: &Table<'_>, links: &[Link]) -> Vec<Vec<Piece>> {
    let values = table.required("body").map(|value| value.list(2..=10)).unwrap_or_default();
    let body: Vec<Vec<Piece>> = values.iter().map(|value| read_paragraph(value, links)).collect();
    let is_link =
        |piece: &&Piece, link: &Link| matches!(piece, Piece::Link { id } if *id == link.id);
    for link in links {
        let count = body.iter().flatten().filter(|piece| is_link(piece, link)).count();
        if count != 1 && !table.source().is_quiet() {
            let message = format!(
                "the link {} stands {count} times in `body`; write [words](link:{}) once",
                quoted(&link.id),
                link.id
            );
            table.source().problem(table.line_of("link"), "link-use", message);
        }
    }
    body
}

/// Plain words with `[words](link:l1)` where a link stands.
fn read_paragraph(value: &Value<'_>, links: &[Link]) -> Vec<Piece> {
    let Some(text) = value.words() else {
        return Vec::new();
    };
    report_real(value, &text);
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text.as_str();
    while let Some((before, label, id, after)) = next_link(rest) {
        words.push_str(before);
        if words.is_empty() && before.is_empty() {
            // Two links in a row, or a link at the start: nothing stands between.
        } else {
            pieces.push(Piece::Words { text: std::mem::take(&mut words) });
        }
        match links.iter().find(|link| link.id == id) {
            None => {
                let message = format!("this message has no link {}; add it to `link`", quoted(id));
                value.problem("dangling-id", message);
            }
            Some(link) if link.text != label => {
                let message = format!(
                    "the link {} reads {} here and {} in `link`; write the same words",
                    quoted(id),
                    quoted(label),
                    quoted(&link.text)
                );
                value.problem("link-use", message);
            }
            Some(_) => {}
        }
        pieces.push(Piece::Link { id: id.to_owned() });
        rest = after;
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words { text: words });
    }
    let plain_words = pieces.iter().filter_map(|piece| match piece {
        Piece::Words { text } => Some(text.as_str()),
        Piece::Link { .. } => None,
    });
    value.refuse_marks(&plain_words.collect::<Vec<_>>().join(" "));
    pieces
}

/// The next link of a paragraph: what stands before it, its words, its id, and what stands after.
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = text.find("](link:")?;
    let start = text[..middle].rfind('[')?;
    let target = &text[middle + "](link:".len()..];
    let end = target.find(')')?;
    Some((&text[..start], &text[start + 1..middle], &target[..end], &target[end + 1..]))
}

fn read_fine(table: &Table<'_>) -> Vec<Judgement> {
    let values = table.required("fine").map(|value| value.list(0..=3)).unwrap_or_default();
    let mut fine = Vec::new();
    for value in values {
        let Some(judgement) = value.one_of(JUDGEMENTS) else {
            continue;
        };
        if fine.contains(&judgement) {
            value.problem("wrong-judgement", "named twice; name each judgement once");
        }
        fine.push(judgement);
    }
    fine
}

fn read_explanations(table: &Table<'_>) -> Explanations {
    let table = table.required("judgement").and_then(|value| value.table());
    table.map_or_else(Explanations::default, |table| Explanations {
        report: table.text("report"),
        verify: table.text("verify"),
        proceed: table.text("proceed"),
        delete: table.text("delete"),
    })
}

fn read_meaning(table: &Table<'_>) -> Text {
    let means = table.text("means");
    let count = words::count(&plain(&means));
    if count > LONGEST_MEANING {
        let message = format!("{count} words, more than {LONGEST_MEANING}; say it more shortly");
        table.source().problem(table.line_of("means"), "long-meaning", message);
    }
    means
}

fn read_premise(table: &Table<'_>) -> Premise {
    let Some(table) = table.required("premise").and_then(|value| value.table()) else {
        return Premise::default();
    };
    let element = |key| {
        let rating = table.whole(key, 0..=8);
        if rating % 2 == 1 {
            let message = "an element of the premise is rated 0, 2, 4, 6 or 8";
            table.source().problem(table.line_of(key), "number-out-of-range", message);
        }
        rating
    };
    Premise {
        workplace: element("workplace"),
        relevance: element("relevance"),
        aligns: element("aligns"),
        concern: element("concern"),
        warned: element("warned"),
    }
}

fn read_cue(table: &Table<'_>, own: &mut BTreeSet<String>) -> Cue {
    Cue {
        id: table.own_slug("id", own),
        at: table.plain("at"),
        kind: table.one_of("kind", CUE_KINDS).unwrap_or(CUE_KINDS[0].1),
        count: table.get("count").map_or(1, |value| value.whole(1..=20)),
        why: table.text("why"),
    }
}

fn read_sign(table: &Table<'_>, own: &mut BTreeSet<String>) -> Sign {
    Sign { id: table.own_slug("id", own), at: table.plain("at"), why: table.text("why") }
}

/// What counts as sound fits what the message is.
fn check_judgements(table: &Table<'_>, message: &Message) {
    let problem = |key, why: &str| {
        table.source().problem(table.line_of(key), "wrong-judgement", why.to_owned());
    };
    if message.fine.contains(&message.best) {
        problem("fine", "the best judgement is not repeated in `fine`; remove it there");
    }
    let (never, why) = match message.nature {
        Nature::Hostile => {
            (Judgement::Proceed, "to go along with a hostile message is never sound")
        }
        Nature::Genuine => (Judgement::Report, "to report a genuine message is never sound"),
    };
    if message.best == never {
        problem("best", why);
    }
    if message.fine.contains(&never) {
        problem("fine", why);
    }
}

/// A hostile message has what gives it away, a genuine one what speaks for it.
fn check_grounds(table: &Table<'_>, message: &Message) {
    let needs = match message.nature {
        Nature::Hostile if message.cues.is_empty() => {
            Some("a hostile message has at least one [[cue]]; add what gives it away")
        }
        Nature::Genuine if message.signs.len() < 2 => {
            Some("a genuine message has at least two [[sign]]s; add what speaks for it")
        }
        _ => None,
    };
    if let Some(why) = needs {
        table.problem("no-grounds", why);
    }
}

/// Cues and signs stand at spots that the message has.
fn check_spots(table: &Table<'_>, message: &Message) {
    let spots = message.spots();
    for part in table.any_tables("cue").iter().chain(&table.any_tables("sign")) {
        part.forgive();
        let Some(value) = part.get("at") else {
            continue;
        };
        let at = value.plain();
        if !at.is_empty() && !spots.contains(&at) {
            let why = format!(
                "this message has no spot {}; write one of: {}",
                quoted(&at),
                spots.join(", ")
            );
            value.problem("dangling-id", why);
        }
    }
}

/// Cues and signs are told in the order in which one reads the message.
fn in_reading_order(mut message: Message) -> Message {
    let spots = message.spots();
    let place = |at: &str| spots.iter().position(|spot| spot == at);
    message.cues.sort_by_key(|cue| place(&cue.at));
    message.signs.sort_by_key(|sign| place(&sign.at));
    message
}
