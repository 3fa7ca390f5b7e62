//! Checks where the choices of a role lead: that every path ends, and each is as long as the story says.

use std::collections::{BTreeMap, BTreeSet};

use crate::characters::quoted;
use crate::source::Source;
use crate::story::{Goal, MeterId, Role, Scene, Story};
use crate::story_file::METERS;

/// Of so many decisions at least one is a fork: its options lead to different places.
const ONE_FORK_IN: u32 = 3;

/// Where the parts of a role stand in its file.
pub(crate) struct Lines {
    /// The start.
    pub(crate) start: u32,
    /// Each scene.
    pub(crate) scenes: Vec<SceneLines>,
    /// Each end.
    pub(crate) ends: Vec<u32>,
}

/// Where the parts of a scene stand.
pub(crate) struct SceneLines {
    /// The scene itself.
    pub(crate) head: u32,
    /// Its time.
    pub(crate) at: u32,
    /// Where each option leads.
    pub(crate) go: Vec<u32>,
}

/// A role as a graph of its scenes.
struct Graph<'a> {
    source: &'a Source<'a>,
    role: &'a Role,
    lines: &'a Lines,
    /// The place of each scene in the file.
    index: BTreeMap<&'a str, usize>,
}

/// Reports what is wrong with the paths of a role.
pub(crate) fn check_graph(source: &Source<'_>, role: &Role, lines: &Lines, story: &Story) {
    let scenes = role.scenes.iter().enumerate();
    let index = scenes.map(|(at, scene)| (scene.id.as_str(), at)).collect();
    let graph = Graph { source, role, lines, index };
    graph.check_meters(story);
    if !graph.every_goal_is_there() {
        return;
    }
    let Some(&start) = graph.index.get(role.start.as_str()) else {
        return;
    };
    let mut walk = Walk {
        state: vec![Mark::Unseen; role.scenes.len()],
        order: Vec::new(),
        ends: BTreeSet::new(),
    };
    let loops = graph.walk(start, &mut walk);
    graph.report_unreachable(&walk);
    graph.check_times(&walk);
    if !loops {
        // Backwards out of a depth-first walk every scene comes before those that it leads to.
        walk.order.reverse();
        graph.check_lengths(&walk.order, story.decisions);
        graph.check_forks(&walk.order, story.decisions);
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Unseen,
    /// On the way from the start to here.
    Open,
    Done,
}

struct Walk<'a> {
    state: Vec<Mark>,
    /// Scenes in the order in which the walk left them.
    order: Vec<usize>,
    ends: BTreeSet<&'a str>,
}

impl<'a> Graph<'a> {
    fn scene(&self, at: usize) -> (&'a Scene, &'a [u32]) {
        let lines = self.lines.scenes.get(at).map_or(&[][..], |lines| &lines.go);
        (&self.role.scenes[at], lines)
    }

    /// The scenes that follow a scene, each with the line that leads there.
    fn next(&self, at: usize) -> impl Iterator<Item = (usize, u32)> {
        let (scene, lines) = self.scene(at);
        let goals = scene.options.iter().zip(lines);
        goals.filter_map(|(option, line)| match &option.go {
            Goal::Scene(id) => Some((*self.index.get(id.as_str())?, *line)),
            Goal::End(_) => None,
        })
    }

    fn every_goal_is_there(&self) -> bool {
        let mut complete = !self.role.start.is_empty();
        let mut check = |goal: &Goal, line: u32| {
            let (what, id, known) = match goal {
                Goal::Scene(id) => ("scene", id, self.index.contains_key(id.as_str())),
                Goal::End(id) => ("end", id, self.role.end(id).is_some()),
            };
            complete &= known;
            if !known && !id.is_empty() {
                let id = quoted(id);
                let message =
                    format!("this role has no {what} {id}; correct it, or write the {what}");
                self.source.problem(line, "dangling-id", message);
            }
        };
        check(&Goal::Scene(self.role.start.clone()), self.lines.start);
        for at in 0..self.role.scenes.len() {
            let (scene, lines) = self.scene(at);
            scene.options.iter().zip(lines).for_each(|(option, line)| check(&option.go, *line));
        }
        complete
    }

    /// Walks from a scene to everything behind it. True when a path comes back to where it was.
    fn walk(&self, at: usize, walk: &mut Walk<'a>) -> bool {
        walk.state[at] = Mark::Open;
        let mut loops = false;
        for (next, line) in self.next(at) {
            match walk.state[next] {
                Mark::Unseen => loops |= self.walk(next, walk),
                Mark::Done => {}
                Mark::Open => {
                    loops = true;
                    let id = quoted(&self.role.scenes[next].id);
                    let message =
                        format!("this leads back to {id}, so a path never ends; lead it onwards");
                    self.source.problem(line, "story-loop", message);
                }
            }
        }
        for option in &self.role.scenes[at].options {
            if let Goal::End(id) = &option.go {
                walk.ends.insert(id);
            }
        }
        walk.state[at] = Mark::Done;
        walk.order.push(at);
        loops
    }

    fn report_unreachable(&self, walk: &Walk<'_>) {
        let lost_scenes = self.role.scenes.iter().zip(&self.lines.scenes).zip(&walk.state);
        for ((scene, lines), mark) in lost_scenes {
            if *mark == Mark::Unseen {
                self.report_lost("scene", &scene.id, lines.head);
            }
        }
        for (end, line) in self.role.ends.iter().zip(&self.lines.ends) {
            if !walk.ends.contains(end.id.as_str()) {
                self.report_lost("end", &end.id, *line);
            }
        }
    }

    fn report_lost(&self, what: &str, id: &str, line: u32) {
        let id = quoted(id);
        let message = format!("no path leads to the {what} {id}; lead one there, or remove it");
        self.source.problem(line, "unreachable", message);
    }

    fn check_times(&self, walk: &Walk<'_>) {
        for at in walk.order.iter().copied() {
            let scene = &self.role.scenes[at];
            for (next, _) in self.next(at) {
                let after = &self.role.scenes[next];
                if after.at < scene.at {
                    let line = self.lines.scenes.get(next).map_or(1, |lines| lines.at);
                    let message = format!(
                        "this is earlier than {}, which leads here; time never goes back",
                        quoted(&scene.id)
                    );
                    self.source.problem(line, "time-goes-back", message);
                }
            }
        }
    }

    /// Every path has exactly so many decisions.
    fn check_lengths(&self, order: &[usize], decisions: u32) {
        // The numbers that a scene may have on its paths: 1 for the first decision.
        let mut numbers = vec![BTreeSet::<u32>::new(); self.role.scenes.len()];
        if let Some(start) = order.first() {
            numbers[*start].insert(1);
        }
        for at in order.iter().copied() {
            let here = std::mem::take(&mut numbers[at]);
            for (next, _) in self.next(at) {
                numbers[next].extend(here.iter().map(|number| number + 1));
            }
            let (scene, lines) = self.scene(at);
            for (option, line) in scene.options.iter().zip(lines) {
                let wrong = here.iter().find(|number| **number != decisions);
                if let (Goal::End(_), Some(wrong)) = (&option.go, wrong) {
                    let message = format!(
                        "a path ends here after {wrong} decisions; every path has {decisions}"
                    );
                    self.source.problem(*line, "wrong-length", message);
                }
            }
        }
    }

    /// On one path at least, enough decisions lead to different places.
    fn check_forks(&self, order: &[usize], decisions: u32) {
        let mut most = vec![0_u32; self.role.scenes.len()];
        for at in order.iter().rev().copied() {
            let scene = &self.role.scenes[at];
            let goals: BTreeSet<&Goal> = scene.options.iter().map(|option| &option.go).collect();
            let behind = self.next(at).map(|(next, _)| most[next]).max();
            most[at] = behind.unwrap_or(0) + u32::from(goals.len() > 1);
        }
        let wanted = decisions.div_ceil(ONE_FORK_IN);
        let found = order.first().map_or(0, |start| most[*start]);
        if found < wanted {
            let message = format!(
                "on no path do more than {found} decisions lead to different places; let {wanted} do"
            );
            self.source.problem(self.lines.start, "too-few-forks", message);
        }
    }

    /// A meter that nothing moves tells nothing.
    fn check_meters(&self, story: &Story) {
        let options = self.role.scenes.iter().flat_map(|scene| &scene.options);
        let moved: BTreeSet<MeterId> =
            options.flat_map(|option| &option.changes).map(|change| change.meter).collect();
        for meter in &story.meters {
            let name = METERS.iter().find(|(_, id)| *id == meter.id).map_or("", |(name, _)| name);
            if !moved.contains(&meter.id) {
                let message =
                    format!("nothing in this role changes the meter `{name}`; let a choice do");
                self.source.problem(1, "unused-meter", message);
            }
        }
    }
}
