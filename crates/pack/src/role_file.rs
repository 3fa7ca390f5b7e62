//! Reads a role of the story: its scenes, their options, its ends.

use std::collections::BTreeSet;

use crate::characters::quoted;
use crate::manifest::PathAt;
use crate::model::{Text, plain};
use crate::notes::Kind;
use crate::source::Source;
use crate::story::{
    Advice, Change, End, Goal, MeterId, Role, Scene, SceneMessage, Stance, Story, StoryOption,
};
use crate::story_file::{METERS, Public, short_text};
use crate::story_graph::{Lines, SceneLines, check_graph};
use crate::table::{Table, read_toml};
use crate::words;

/// How many words the messages of a scene may have together.
const LONGEST_SCENE: usize = 90;
/// How many words a consequence or an advice may have.
const LONGEST_PART: usize = 60;
/// How many words an end may have.
const LONGEST_END: usize = 80;

const STANCES: &[(&str, Stance)] =
    &[("advised", Stance::Advised), ("mixed", Stance::Mixed), ("against", Stance::Against)];

/// A role of `story.toml`: what is known before its script is read.
pub(crate) struct RoleHead {
    /// Slug.
    pub(crate) id: String,
    /// Title.
    pub(crate) title: String,
    /// Who the reader is.
    pub(crate) about: Text,
    /// The script.
    pub(crate) file: PathAt,
}

/// The whole role, its graph checked.
pub(crate) fn read_role(
    source: &Source<'_>,
    head: &RoleHead,
    story: &Story,
    public: &Public<'_>,
) -> Option<Role> {
    read_toml(source, &[Kind::Role], |root| {
        let (mut scene_ids, mut end_ids) = (BTreeSet::new(), BTreeSet::new());
        let start = root.slug("start");
        let scenes = root.tables("scene", 1..=100);
        let (scenes, scene_lines) =
            scenes.iter().map(|table| read_scene(table, story, public, &mut scene_ids)).unzip();
        let ends = root.tables("end", 1..=20);
        let lines = Lines {
            start: root.line_of("start"),
            scenes: scene_lines,
            ends: ends.iter().map(Table::line).collect(),
        };
        let ends = ends
            .iter()
            .map(|table| End {
                id: table.own_slug("id", &mut end_ids),
                title: table.plain("title"),
                text: short_text(table, "text", LONGEST_END),
            })
            .collect();
        let RoleHead { id, title, about, .. } = head;
        let (id, title, about) = (id.clone(), title.clone(), about.clone());
        let role = Role { id, title, about, start, scenes, ends };
        if !source.is_quiet() {
            check_graph(source, &role, &lines, story);
        }
        role
    })
}

fn read_scene(
    table: &Table<'_>,
    story: &Story,
    public: &Public<'_>,
    seen: &mut BTreeSet<String>,
) -> (Scene, SceneLines) {
    let mut option_ids = BTreeSet::new();
    let at = table.moment("at");
    let options = table.tables("option", 2..=4);
    let lines = SceneLines {
        head: table.line(),
        at: table.line_of("at"),
        go: options.iter().map(|option| option.line_of("go")).collect(),
    };
    let advice = table.required("advice").and_then(|value| value.table());
    let scene = Scene {
        id: table.own_slug("id", seen),
        at,
        place: table.get("place").map(|value| value.plain()),
        messages: read_messages(table, public, at),
        ask: table.text("ask"),
        options: options.iter().map(|option| read_option(option, &mut option_ids)).collect(),
        advice: advice.map_or_else(Advice::default, |table| read_advice(&table)),
    };
    public.check_text(table, "ask", &scene.ask, at);
    for (table, option) in options.iter().zip(&scene.options) {
        public.check_text(table, "text", &option.text, at);
        public.check_text(table, "then", &option.then, at);
    }
    let is_outside = story.from <= story.to && !(story.from..=story.to).contains(&at.date());
    if is_outside && at != chrono::NaiveDateTime::default() {
        let message = format!(
            "this scene stands outside the days of the story, {} to {}; correct its time",
            story.from, story.to
        );
        table.source().problem(lines.at, "outside-the-story", message);
    }
    (scene, lines)
}

fn read_messages(
    table: &Table<'_>,
    public: &Public<'_>,
    at: chrono::NaiveDateTime,
) -> Vec<SceneMessage> {
    let tables = table.tables("message", 1..=3);
    let messages: Vec<SceneMessage> = tables
        .iter()
        .map(|message| {
            let text = message.text("text");
            public.check_text(message, "text", &text, at);
            SceneMessage { from: message.plain("from"), text }
        })
        .collect();
    let count: usize = messages.iter().map(|message| words::count(&plain(&message.text))).sum();
    if count > LONGEST_SCENE {
        let message = format!(
            "{count} words in the messages of a scene, more than {LONGEST_SCENE}; cut some"
        );
        table.source().problem(table.line_of("message"), "too-many-words", message);
    }
    messages
}

fn read_option(table: &Table<'_>, seen: &mut BTreeSet<String>) -> StoryOption {
    let changes = table.get("change").map(|_| table.tables("change", 0..=4)).unwrap_or_default();
    let mut meters = BTreeSet::new();
    StoryOption {
        id: table.own_slug("id", seen),
        text: table.text("text"),
        then: short_text(table, "then", LONGEST_PART),
        changes: changes.iter().map(|change| read_change(change, &mut meters)).collect(),
        go: read_goal(table),
        stance: table.one_of("stance", STANCES).unwrap_or(Stance::Mixed),
        advice: table.get("advice").map(|_| short_text(table, "advice", LONGEST_PART)),
    }
}

fn read_change(table: &Table<'_>, seen: &mut BTreeSet<MeterId>) -> Change {
    let meter = table.one_of("meter", METERS).unwrap_or(MeterId::Trust);
    let by = table.required("by").map_or(1, |value| value.change());
    if !seen.insert(meter) {
        let message = "this choice changes the meter already; join the two";
        table.source().problem(table.line_of("meter"), "duplicate-id", message);
    }
    Change { meter, by, why: table.plain("why") }
}

fn read_goal(table: &Table<'_>) -> Goal {
    let Some(value) = table.required("go") else {
        return Goal::Scene(String::new());
    };
    let (id, is_end) = value.slug_after("end:");
    if is_end { Goal::End(id) } else { Goal::Scene(id) }
}

fn read_advice(table: &Table<'_>) -> Advice {
    let advice = Advice {
        text: short_text(table, "text", LONGEST_PART),
        claims: table.references("claims", Kind::Claim),
    };
    if advice.claims.is_empty() {
        let line = table.line_of("claims");
        let message =
            format!("{} names no claim; add the one that carries its source", quoted("claims"));
        table.source().problem(line, "no-source", message);
    }
    advice
}
