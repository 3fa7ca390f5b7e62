//! Reads `story/story.toml`: what all roles share.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use crate::characters::quoted;
use crate::files::Files;
use crate::manifest::{self, PathAt};
use crate::model::{Claim, Span, Text, plain};
use crate::notes::{Kind, Notes};
use crate::role_file::{RoleHead, read_role};
use crate::source::Source;
use crate::story::{Better, Deadline, KnownFact, Meter, MeterId, Story, StoryReflection};
use crate::table::{Table, read_toml};
use crate::value::Value;
use crate::words;

/// The names of the meters in the format.
pub(crate) const METERS: &[(&str, MeterId)] = &[
    ("trust", MeterId::Trust),
    ("exposure", MeterId::Exposure),
    ("legal", MeterId::Legal),
    ("cost", MeterId::Cost),
];

/// How many words may say who a role is.
const LONGEST_ABOUT: usize = 60;

/// Reads the story of these files.
pub(crate) fn read_story(
    files: &Files<'_>,
    at: &PathAt,
    claims: &[Claim],
    notes: &Notes,
) -> Option<Story> {
    let source = open(files, "pack.toml", at, notes)?;
    let public = Public(claims);
    let (mut story, heads) = read_toml(&source, &[Kind::Role], |root| {
        let story = read_shared(root, &public);
        let roles = root.tables("role", 1..=10);
        let heads: Vec<RoleHead> = roles.iter().map(read_head).collect();
        (story, heads)
    })?;
    if source.is_quiet() {
        return None;
    }
    for head in heads {
        let Some(script) = open(files, source.file, &head.file, notes) else {
            continue;
        };
        let role = read_role(&script, &head, &story, &public);
        story.roles.extend(role);
    }
    Some(story)
}

/// The text of a file of the story; a missing one is reported where it is named.
fn open<'a>(
    files: &Files<'a>,
    named_in: &str,
    at: &'a PathAt,
    notes: &'a Notes,
) -> Option<Source<'a>> {
    notes.use_file(&at.path);
    let text = files.texts.get(at.path.as_str());
    if text.is_none() {
        notes.unsure(Kind::Role);
        if !at.path.is_empty() && !files.broken.contains(&at.path.as_str()) {
            let path = quoted(&at.path);
            let message = format!("{path} is not in the pack; add it, or correct the path");
            notes.problem(named_in, at.line, "missing-file", message);
        }
    }
    Some(Source::new(&at.path, text?, notes))
}

fn read_shared(root: &Table<'_>, public: &Public<'_>) -> Story {
    let mut story = Story {
        title: root.plain("title"),
        about: root.text("about"),
        employer: root.plain("employer"),
        from: root.date("from"),
        to: root.date("to"),
        decisions: root.whole("decisions", 1..=20),
        meters: read_meters(root),
        roles: Vec::new(),
        known: Vec::new(),
        deadlines: Vec::new(),
        after: read_after(root),
        reflections: read_reflections(root),
        talk: read_talk(root),
    };
    report_reversed(root, "to", story.from > story.to, "`from`");
    story.known = read_known(root, public);
    story.deadlines = read_deadlines(root, public);
    story
}

fn report_reversed(table: &Table<'_>, key: &'static str, reversed: bool, other: &str) {
    if reversed {
        let message = format!("`{key}` lies before {other}; exchange or correct them");
        table.source().problem(table.line_of(key), "dates-reversed", message);
    }
}

fn read_meters(root: &Table<'_>) -> Vec<Meter> {
    let mut seen = BTreeSet::new();
    let tables = root.tables("meter", 4..=4);
    let meters = tables.iter().filter_map(|table| {
        let name = table.own_slug("id", &mut seen);
        let meter = Meter {
            id: MeterId::Trust,
            name: table.plain("name"),
            better: table
                .one_of("better", &[("high", Better::High), ("low", Better::Low)])
                .unwrap_or(Better::High),
            start: u8::try_from(table.whole("start", 0..=10)).unwrap_or_default(),
        };
        let id = if name.is_empty() { None } else { table.one_of("id", METERS) };
        Some(Meter { id: id?, ..meter })
    });
    meters.collect()
}

fn read_head(table: &Table<'_>) -> RoleHead {
    RoleHead {
        id: table.defined("id", Kind::Role),
        title: table.plain("title"),
        about: short_text(table, "about", LONGEST_ABOUT),
        file: PathAt {
            path: manifest::read_path(table, "file", "story/", ".toml"),
            line: table.line_of("file"),
        },
    }
}

fn read_known(root: &Table<'_>, public: &Public<'_>) -> Vec<KnownFact> {
    let mut seen = BTreeSet::new();
    let tables = root.any_tables("known");
    let known = tables.iter().map(|table| {
        let known = KnownFact {
            id: table.own_slug("id", &mut seen),
            since: table.moment("since"),
            until: table.get("until").map(|value| value.local_time()),
            text: table.text("text"),
            claim: table.reference("claim", Kind::Claim),
        };
        report_reversed(
            table,
            "until",
            known.until.is_some_and(|until| until <= known.since),
            "`since`",
        );
        public.check_claim(table, "claim", &known.claim, known.since);
        public.check_text(table, "text", &known.text, known.since);
        known
    });
    known.collect()
}

fn read_deadlines(root: &Table<'_>, public: &Public<'_>) -> Vec<Deadline> {
    let mut last = NaiveDateTime::MIN;
    let tables = root.any_tables("deadline");
    let deadlines = tables.iter().map(|table| {
        let deadline = Deadline {
            since: table.moment("since"),
            day: table.date("day"),
            claim: table.reference("claim", Kind::Claim),
        };
        report_reversed(table, "day", deadline.day < deadline.since.date(), "`since`");
        if deadline.since <= last {
            let message = "each deadline takes the place of the one before; write them in order";
            table.source().problem(table.line_of("since"), "out-of-order", message);
        }
        last = deadline.since;
        public.check_claim(table, "claim", &deadline.claim, deadline.since);
        deadline
    });
    deadlines.collect()
}

fn read_after(root: &Table<'_>) -> Vec<Text> {
    let tables = root.tables("after", 1..=12);
    tables.iter().map(|table| table.text("text")).collect()
}

fn read_reflections(root: &Table<'_>) -> Vec<StoryReflection> {
    let mut seen = BTreeSet::new();
    let tables = root.tables("reflection", 2..=2);
    let reflections = tables.iter().map(|table| StoryReflection {
        id: table.own_slug("id", &mut seen),
        prompt: table.text("prompt"),
    });
    reflections.collect()
}

fn read_talk(root: &Table<'_>) -> Vec<Text> {
    let values = root.required("talk").map(|value| value.list(3..=5));
    let values = values.unwrap_or_default();
    values.iter().map(Value::text).collect()
}

/// A required paragraph of at most so many words.
pub(crate) fn short_text(table: &Table<'_>, key: &'static str, most: usize) -> Text {
    let text = table.text(key);
    let count = words::count(&plain(&text));
    if count > most {
        let message = format!("{count} words, more than {most}; say it more shortly");
        table.source().problem(table.line_of(key), "too-many-words", message);
    }
    text
}

/// When each claim was public: nobody in a story knows what nobody knew.
pub(crate) struct Public<'a>(&'a [Claim]);

impl Public<'_> {
    /// Reports a claim that was not public yet at a moment of story time.
    pub(crate) fn check_claim(
        &self,
        table: &Table<'_>,
        key: &'static str,
        id: &str,
        at: NaiveDateTime,
    ) {
        // A moment that could not be read has been reported already.
        let is_readable = at != NaiveDateTime::default();
        let Some(day) = self.day(id).filter(|day| is_readable && *day > at.date()) else {
            return;
        };
        let message = format!(
            "the claim {} was public from {day} on, later than this moment; move the moment, or rest on what was known",
            quoted(id)
        );
        table.source().problem(table.line_of(key), "not-yet-public", message);
    }

    /// The same for every claim that a text refers to.
    pub(crate) fn check_text(
        &self,
        table: &Table<'_>,
        key: &'static str,
        text: &[Span],
        at: NaiveDateTime,
    ) {
        for span in text {
            if let Span::Claim { id, .. } = span {
                self.check_claim(table, key, id, at);
            }
        }
    }

    /// The day from which on a claim was surely public: where only the month or the year is known, its last.
    fn day(&self, id: &str) -> Option<NaiveDate> {
        let claim = self.0.iter().find(|claim| claim.id == id)?;
        Some(claim.known_from(NaiveDate::MAX))
    }
}
