//! The parts of the course that ships, cut for a pack of one's own: modules with what they need, and nothing that
//! nothing leads to. What the draft has besides stays as it is.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Module, Pack};

use super::toml::{blocks, quoted, with_key, without};
use crate::packs::Files;

const PACK: &str = "pack.toml";
/// Files of which single entries may be needed.
const SHARED: [&str; 4] = ["claims.toml", "coverage.toml", "glossary.toml", "misconceptions.toml"];
/// Questions of the final assessment: as many for each module, up to the most.
const DRAWN: usize = 5;
const MOST_DRAWN: usize = 30;

/// What is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    pub(super) modules: BTreeSet<String>,
    pub(super) inbox: bool,
    pub(super) story: bool,
    pub(super) assessment: bool,
}

/// The course that ships.
pub(super) struct Shipped<'a> {
    pub(super) files: &'a Files,
    pub(super) pack: &'a Pack,
}

/// Lesson and quiz of each module, by its id.
pub(super) fn pairs(files: &Files) -> BTreeMap<String, [String; 2]> {
    let (_, blocks) = blocks(text(files, PACK));
    let modules = blocks.iter().filter(|block| block.header == "[[module]]");
    let pair = modules.filter_map(|block| {
        let [id, lesson, quiz] = ["id", "lesson", "quiz"].map(|key| block.value(key));
        Some((id?.to_owned(), [lesson?.to_owned(), quiz?.to_owned()]))
    });
    pair.collect()
}

pub(super) fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

impl Shipped<'_> {
    pub(super) fn module(&self, id: &str) -> Option<&Module> {
        self.pack.modules.iter().find(|module| module.id == id)
    }

    fn pairs(&self) -> BTreeMap<String, [String; 2]> {
        pairs(self.files)
    }

    /// Whether a module of the draft is as it ships, except for links to steps that are not there.
    pub(super) fn is_as_shipped(&self, files: &Files, id: &str) -> bool {
        let plain = |files: &Files, path: &str| unlinked(text(files, path), |_| true);
        self.pairs().get(id).is_some_and(|pair| {
            pair.iter().all(|path| plain(files, path) == plain(self.files, path))
        })
    }

    /// Puts these parts into the draft, and takes the others of the course out of it.
    pub(super) fn choose(&self, files: &mut Files, chosen: &Chosen) {
        let pairs = self.pairs();
        let kept: BTreeSet<&str> = pairs
            .keys()
            .map(String::as_str)
            .filter(|id| chosen.modules.contains(*id) || self.is_changed(files, id))
            .collect();
        let head = self.head(files, chosen, &kept);
        files.insert(PACK.to_owned(), head.into_bytes());
        for (id, pair) in &pairs {
            for path in pair {
                if kept.contains(id.as_str()) {
                    self.bring(files, path);
                } else {
                    files.remove(path);
                }
            }
        }
        for (folder, wanted) in [("inbox/", chosen.inbox), ("story/", chosen.story)] {
            for path in self.files.keys().filter(|path| path.starts_with(folder)) {
                if wanted {
                    self.bring(files, path);
                } else {
                    files.remove(path);
                }
            }
        }
        for path in self.files.keys().filter(|path| path.starts_with("media/")) {
            self.bring(files, path);
        }
        for path in SHARED {
            let merged = self.merged(text(files, path), path);
            files.insert(path.to_owned(), merged.into_bytes());
        }
        self.unlink(files, &kept);
        self.prune(files);
    }

    /// A module of the draft that somebody has changed by hand is not taken away.
    fn is_changed(&self, files: &Files, id: &str) -> bool {
        let (_, blocks) = blocks(text(files, PACK));
        let there = blocks.iter().any(|block| block.value("id") == Some(id));
        there && !self.is_as_shipped(files, id)
    }

    fn bring(&self, files: &mut Files, path: &str) {
        if let Some(bytes) = self.files.get(path)
            && !files.contains_key(path)
        {
            files.insert(path.to_owned(), bytes.clone());
        }
    }

    /// The head of the draft with the modules in their order, those that do not ship at the end.
    fn head(&self, files: &Files, chosen: &Chosen, kept: &BTreeSet<&str>) -> String {
        let (before, ours) = (text(files, PACK), text(self.files, PACK));
        let mut head = blocks(before).0.to_owned();
        for (key, wanted, path) in [
            ("inbox", chosen.inbox, "inbox/inbox.toml"),
            ("story", chosen.story, "story/story.toml"),
        ] {
            let value = wanted.then(|| quoted(path));
            head = with_key(&head, key, value.as_deref());
        }
        let of = |text: &str, header: &str| -> Vec<(String, String)> {
            let (_, blocks) = blocks(text);
            let found = blocks.into_iter().filter(|block| block.header == header);
            let found = found.map(|block| {
                let id = block.value("id").unwrap_or_default().to_owned();
                (id, block.text.trim_end().to_owned())
            });
            found.collect()
        };
        let (there, shipped) = (of(before, "[[module]]"), of(ours, "[[module]]"));
        let modules =
            shipped.iter().filter(|(id, _)| kept.contains(id.as_str())).map(|(id, text)| {
                there.iter().find(|(one, _)| one == id).map_or(text, |(_, text)| text)
            });
        let own = there.iter().filter(|(id, _)| self.module(id).is_none()).map(|(_, text)| text);
        let mut parts = vec![head.trim_end().to_owned()];
        parts.extend(modules.chain(own).cloned());
        if chosen.assessment
            && let Some(assessment) = self.assessment(kept)
        {
            parts.push(assessment);
        }
        parts.join("\n\n") + "\n"
    }

    /// The final assessment over the modules of the course that are here.
    fn assessment(&self, kept: &BTreeSet<&str>) -> Option<String> {
        let shipped = self.pack.assessment.as_ref()?;
        let modules: Vec<&str> =
            self.pack.modules.iter().map(|module| module.id.as_str()).collect();
        let modules: Vec<&str> = modules.into_iter().filter(|id| kept.contains(id)).collect();
        let rules: Vec<String> =
            modules.iter().map(|id| format!("{{ module = {}, draw = 3 }}", quoted(id))).collect();
        (!modules.is_empty()).then(|| {
            format!(
                "[assessment]\nid = {}\ntitle = {}\nabout = {}\n\n[assessment.policy]\ndraw = {}\nrule = [ {} ]\n\
                 pass_percent = {}\ntries = {}\npause_minutes = {}\nfeedback = \"after\"\nshuffle = true",
                quoted(&shipped.id),
                quoted(&shipped.title),
                quoted(&shipped.about),
                (modules.len() * DRAWN).min(MOST_DRAWN),
                rules.join(", "),
                shipped.policy.pass_percent,
                shipped.policy.tries,
                shipped.policy.pause_minutes,
            )
        })
    }

    /// What ships, and then what only the draft has.
    fn merged(&self, before: &str, path: &str) -> String {
        let shipped = text(self.files, path);
        let (_, ours) = blocks(shipped);
        let ids: BTreeSet<&str> = ours.iter().filter_map(|block| block.value("id")).collect();
        let (_, there) = blocks(before);
        let own =
            there.iter().filter(|block| !block.value("id").is_some_and(|id| ids.contains(id)));
        let mut merged = shipped.trim_end().to_owned();
        for block in own {
            merged.push_str("\n\n");
            merged.push_str(block.text.trim_end());
        }
        merged + "\n"
    }

    /// Links to steps that are not in the draft become their words.
    fn unlink(&self, files: &mut Files, kept: &BTreeSet<&str>) {
        let gone = self.pack.modules.iter().filter(|module| !kept.contains(module.id.as_str()));
        let gone: BTreeSet<&str> =
            gone.flat_map(|module| &module.steps).map(|step| step.id.as_str()).collect();
        for (path, bytes) in files.iter_mut().filter(|(path, _)| !path.starts_with("media/")) {
            let Ok(text) = std::str::from_utf8(bytes) else { continue };
            // Somebody may have written a link back that can lead somewhere again.
            let again = self.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
            let text =
                match again.filter(|again| unlinked(again, |_| true) == unlinked(text, |_| true)) {
                    Some(again) => again,
                    None => text,
                };
            let changed = unlinked(text, |step| gone.contains(step)).into_bytes();
            *bytes = changed;
        }
    }

    /// Takes away what ships and nothing leads to. One thing may be all that led to another.
    fn prune(&self, files: &mut Files) {
        for _ in 0..6 {
            let draft = eighteen_pack::draft(files);
            let mut lines: BTreeMap<String, Vec<u32>> = BTreeMap::new();
            let mut changed = false;
            for problem in draft.problems() {
                match problem.code {
                    "unused-claim" | "unused-topic" | "unused-misconception" => {
                        lines.entry(problem.file.clone()).or_default().push(problem.line);
                    }
                    "unused-file" if self.files.contains_key(&problem.file) => {
                        changed |= files.remove(&problem.file).is_some();
                    }
                    _ => {}
                }
            }
            let not_taught: BTreeSet<String> = draft.summary().not_taught.into_iter().collect();
            let coverage = blocks(text(files, "coverage.toml")).1;
            let idle = coverage
                .iter()
                .filter(|block| block.value("id").is_some_and(|id| not_taught.contains(id)));
            let idle: Vec<u32> = idle.map(|block| block.lines.start).collect();
            lines.entry("coverage.toml".to_owned()).or_default().extend(idle);
            for (path, lines) in lines.into_iter().filter(|(_, lines)| !lines.is_empty()) {
                let own = |line: &u32| !self.ships(text(files, &path), &path, *line);
                let lines: Vec<u32> = lines.iter().copied().filter(|line| !own(line)).collect();
                changed |= !lines.is_empty();
                let left = without(text(files, &path), &lines);
                files.insert(path, left.into_bytes());
            }
            if !changed {
                break;
            }
        }
        if blocks(text(files, "misconceptions.toml")).1.is_empty() {
            files.remove("misconceptions.toml");
        }
    }

    /// Whether the entry at a line is one of the course that ships.
    fn ships(&self, draft: &str, path: &str, line: u32) -> bool {
        let (_, there) = blocks(draft);
        let id = there
            .iter()
            .find(|block| block.lines.contains(&line))
            .and_then(|block| block.value("id"));
        let (_, shipped) = blocks(text(self.files, path));
        id.is_some_and(|id| shipped.iter().any(|block| block.value("id") == Some(id)))
    }
}

/// The text with the links to some steps replaced by their words.
fn unlinked(text: &str, gone: impl Fn(&str) -> bool) -> String {
    const LINK: &str = "](step:";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(LINK) {
        let (before, after) = (&rest[..at], &rest[at + LINK.len()..]);
        let end = after.find(')');
        let words = before.rfind('[');
        match (words, end) {
            (Some(words), Some(end)) if gone(&after[..end]) => {
                out.push_str(&before[..words]);
                out.push_str(&before[words + 1..]);
                rest = &after[end + 1..];
            }
            _ => {
                out.push_str(&rest[..at + LINK.len()]);
                rest = after;
            }
        }
    }
    out + rest
}
