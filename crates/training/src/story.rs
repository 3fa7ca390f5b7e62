//! The walk through a branching story: where the choices lead, and what they do to the four meters.
//!
//! A run is nothing but its choices. Scene, meters and end follow from them, so nothing that could
//! contradict them is kept anywhere. Meters are never added up, and no function here gives a grade.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Better, End, Goal, MeterId, Role, Scene, Stance, Story, StoryOption};

/// The end of every meter.
const TOP: u8 = 10;
/// A meter that moved by less than this over a whole run is not worth a word.
const WORTH_A_WORD: u8 = 2;

/// Where the four meters stand.
pub type Levels = BTreeMap<MeterId, u8>;

/// A run as far as its choices lead.
#[derive(Debug, Clone, PartialEq)]
pub struct Walked<'a> {
    /// The decisions taken, in order.
    pub taken: Vec<Taken<'a>>,
    /// Where they lead.
    pub here: Here<'a>,
    /// Where the meters stand now.
    pub levels: Levels,
}

/// A decision that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken<'a> {
    /// The scene.
    pub scene: &'a Scene,
    /// What was chosen.
    pub option: &'a StoryOption,
    /// What it did to the meters.
    pub moves: Vec<Move<'a>>,
}

/// What a choice did to one meter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move<'a> {
    /// The meter.
    pub meter: MeterId,
    /// Where it stood.
    pub from: u8,
    /// Where it stands: the same as before when it had reached its end.
    pub to: u8,
    /// The cause, in words.
    pub why: &'a str,
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Here<'a> {
    /// At a decision.
    Scene(&'a Scene),
    /// At an end.
    End(&'a End),
}

/// Walks a role by the choices of a run, each a scene and an option.
///
/// Stops before the first choice that the script does not have (any more), so `taken` may be shorter than
/// `choices`. Nothing when the script has not even its own beginning.
pub fn walk<'a, S: AsRef<str>>(
    story: &Story,
    role: &'a Role,
    choices: &[(S, S)],
) -> Option<Walked<'a>> {
    let mut walked = Walked {
        taken: Vec::new(),
        here: Here::Scene(role.scene(&role.start)?),
        levels: story.meters.iter().map(|meter| (meter.id, meter.start)).collect(),
    };
    for (scene_id, option_id) in choices {
        let Here::Scene(scene) = walked.here else { break };
        let option = scene.option(option_id.as_ref());
        let Some(option) = option.filter(|_| scene.id == scene_id.as_ref()) else { break };
        let Some(here) = behind(role, &option.go) else { break };
        let moves = apply(option, &mut walked.levels);
        walked.taken.push(Taken { scene, option, moves });
        walked.here = here;
    }
    Some(walked)
}

/// Where an option leads.
fn behind<'a>(role: &'a Role, goal: &Goal) -> Option<Here<'a>> {
    match goal {
        Goal::Scene(id) => role.scene(id).map(Here::Scene),
        Goal::End(id) => role.end(id).map(Here::End),
    }
}

fn apply<'a>(option: &'a StoryOption, levels: &mut Levels) -> Vec<Move<'a>> {
    let moves = option.changes.iter().map(|change| {
        let level = levels.entry(change.meter).or_default();
        let from = *level;
        *level = from.saturating_add_signed(change.by).min(TOP);
        Move { meter: change.meter, from, to: *level, why: &change.why }
    });
    moves.collect()
}

/// The ends that can follow from an option, in order of file.
pub fn ends_behind<'a>(role: &'a Role, option: &StoryOption) -> Vec<&'a End> {
    let mut open = vec![&option.go];
    let mut seen: BTreeSet<&Goal> = BTreeSet::new();
    while let Some(goal) = open.pop() {
        if seen.insert(goal)
            && let Goal::Scene(id) = goal
        {
            let scene = role.scene(id).into_iter();
            open.extend(scene.flat_map(|scene| &scene.options).map(|option| &option.go));
        }
    }
    let is_seen = |end: &&End| seen.contains(&Goal::End(end.id.clone()));
    role.ends.iter().filter(is_seen).collect()
}

/// What stands out in a run, said in place of a grade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// Meters that ended clearly better than they began, in the story's order.
    pub better: Vec<MeterId>,
    /// Meters that ended clearly worse.
    pub worse: Vec<MeterId>,
    /// How the choices of the first half stood to the advice.
    pub early: Stance,
    /// How those of the second half did.
    pub late: Stance,
}

/// What stands out in a run.
pub fn pattern(story: &Story, walked: &Walked<'_>) -> Pattern {
    let (mut better, mut worse) = (Vec::new(), Vec::new());
    for meter in &story.meters {
        let now = walked.levels.get(&meter.id).copied().unwrap_or(meter.start);
        if now.abs_diff(meter.start) >= WORTH_A_WORD {
            let rose = now > meter.start;
            let side =
                if rose == (meter.better == Better::High) { &mut better } else { &mut worse };
            side.push(meter.id);
        }
    }
    let (early, late) = walked.taken.split_at(walked.taken.len() / 2);
    Pattern { better, worse, early: leaning(early), late: leaning(late) }
}

/// Which way most of these choices lean; both ways, when there is no majority.
fn leaning(taken: &[Taken<'_>]) -> Stance {
    let most =
        |stance| taken.iter().filter(|one| one.option.stance == stance).count() * 2 > taken.len();
    [Stance::Advised, Stance::Against]
        .into_iter()
        .find(|stance| most(*stance))
        .unwrap_or(Stance::Mixed)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use eighteen_pack::{load_dir, read};

    use super::*;

    fn story() -> Story {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/packs/v1");
        let (pack, problems) = read(&load_dir(&folder).unwrap());
        assert_eq!(problems, []);
        pack.unwrap().story.unwrap()
    }

    fn by<'a>(story: &'a Story, choices: &[(&str, &str)]) -> Walked<'a> {
        walk(story, &story.roles[0], choices).unwrap()
    }

    #[test]
    fn choices_lead_from_scene_to_scene_to_an_end() {
        let story = story();
        let start = by(&story, &[]);
        assert!(matches!(start.here, Here::Scene(scene) if scene.id == "odd-note"));
        let second = by(&story, &[("odd-note", "wait")]);
        assert!(matches!(second.here, Here::Scene(scene) if scene.id == "quiet-noon"));
        let all = [("odd-note", "wait"), ("quiet-noon", "guess"), ("the-day", "none")];
        let end = by(&story, &all);
        assert!(matches!(end.here, Here::End(end) if end.id == "untold"));
        assert_eq!(end.levels[&MeterId::Trust], 1);
        let last = &end.taken[2].moves;
        let why = "the radio was first";
        assert_eq!(last.as_slice(), [Move { meter: MeterId::Trust, from: 3, to: 1, why }]);
    }

    #[test]
    fn a_walk_stops_before_a_choice_that_the_script_does_not_have() {
        let story = story();
        for wrong in [("odd-note", "gone"), ("gone", "tell"), ("first-call", "all")] {
            let walked = by(&story, &[wrong, ("first-call", "all")]);
            assert!(walked.taken.is_empty(), "{wrong:?}");
            assert!(matches!(walked.here, Here::Scene(scene) if scene.id == "odd-note"));
        }
        let more = [("odd-note", "tell"), ("first-call", "all"), ("the-day", "page"), ("x", "y")];
        assert_eq!(by(&story, &more).taken.len(), 3);
    }

    #[test]
    fn meters_stop_at_their_ends_and_the_cause_stays() {
        let mut story = story();
        for (start, chosen, to) in
            [(1, "none", 0), (0, "none", 0), (9, "page", 10), (10, "page", 10)]
        {
            story.meters[0].start = start;
            story.roles[0].start = "the-day".to_owned();
            let walked = by(&story, &[("the-day", chosen)]);
            let moved = &walked.taken[0].moves[0];
            assert_eq!((moved.from, moved.to), (start, to));
            assert!(!moved.why.is_empty());
        }
    }

    #[test]
    fn the_ends_behind_an_option_are_those_that_it_can_still_reach() {
        let story = story();
        let role = &story.roles[1];
        let ends = |scene: &str, option: &str| -> Vec<&str> {
            let option = role.scene(scene).unwrap().option(option).unwrap();
            ends_behind(role, option).iter().map(|end| end.id.as_str()).collect()
        };
        assert_eq!(ends("the-letter", "nobody"), ["unpaid", "late"]);
        assert_eq!(ends("the-list", "tonight"), ["unpaid"]);
        assert_eq!(ends("the-reporter", "true"), ["late"]);
    }

    #[test]
    fn the_pattern_names_what_moved_and_which_way_the_choices_leaned() {
        let story = story();
        let open = [("odd-note", "tell"), ("first-call", "all"), ("the-day", "page")];
        let found = pattern(&story, &by(&story, &open));
        assert_eq!(found.better, [MeterId::Trust, MeterId::Exposure]);
        assert_eq!(
            (found.worse.len(), found.early, found.late),
            (0, Stance::Advised, Stance::Advised)
        );
        let late = [("odd-note", "wait"), ("quiet-noon", "ask-desk"), ("the-day", "none")];
        let found = pattern(&story, &by(&story, &late));
        assert_eq!((found.early, found.late), (Stance::Against, Stance::Mixed));
        assert_eq!(
            (found.better.len(), found.worse.len()),
            (0, 0),
            "one point is not worth a word"
        );
        let closed = [("odd-note", "wait"), ("quiet-noon", "guess"), ("the-day", "none")];
        assert_eq!(pattern(&story, &by(&story, &closed)).worse, [MeterId::Trust]);
    }

    /// Every path of every role, in the fixture and in the course that ships.
    #[test]
    fn every_path_of_every_role_ends_with_its_meters_within_bounds() {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content/eighteen-days");
        let (pack, problems) = read(&load_dir(&shipped).unwrap());
        assert_eq!(problems, []);
        let stories = std::iter::once(story()).chain(pack.unwrap().story);
        for story in stories {
            for role in &story.roles {
                let states = check_states(&story, role);
                let paths = count_paths(role);
                println!("{} / {}: {paths} paths, {states} different states", story.title, role.id);
                if paths < 100_000 {
                    assert_eq!(check_paths(&story, role, &mut Vec::new()), paths, "{}", role.id);
                }
            }
        }
    }

    /// Every state (scene and meters) that some path can bring about, each looked at once.
    fn check_states(story: &Story, role: &Role) -> usize {
        let start: Levels = story.meters.iter().map(|meter| (meter.id, meter.start)).collect();
        let mut open = vec![(role.start.clone(), start, 0_u32)];
        let mut seen = BTreeSet::new();
        while let Some(state) = open.pop() {
            if !seen.insert(state.clone()) {
                continue;
            }
            let (scene, levels, decided) = state;
            let scene = role.scene(&scene).unwrap();
            for option in &scene.options {
                let mut after = levels.clone();
                let moves = apply(option, &mut after);
                assert!(after.values().all(|level| *level <= TOP), "{}", scene.id);
                let changed: Vec<MeterId> = after
                    .iter()
                    .filter(|(id, level)| levels[*id] != **level)
                    .map(|(id, _)| *id)
                    .collect();
                let caused: BTreeSet<MeterId> =
                    moves.iter().filter(|one| !one.why.is_empty()).map(|one| one.meter).collect();
                assert!(changed.iter().all(|meter| caused.contains(meter)), "{}", scene.id);
                match behind(role, &option.go).unwrap() {
                    Here::Scene(next) => open.push((next.id.clone(), after, decided + 1)),
                    Here::End(_) => assert_eq!(decided + 1, story.decisions, "{}", scene.id),
                }
            }
        }
        seen.len()
    }

    /// How many paths a role has, each scene counted once.
    fn count_paths(role: &Role) -> usize {
        fn from<'a>(role: &'a Role, id: &'a str, known: &mut BTreeMap<&'a str, usize>) -> usize {
            if let Some(known) = known.get(id) {
                return *known;
            }
            let options = &role.scene(id).unwrap().options;
            let paths = options.iter().map(|option| match &option.go {
                Goal::Scene(next) => from(role, next, known),
                Goal::End(_) => 1,
            });
            let paths = paths.sum();
            known.insert(id, paths);
            paths
        }
        from(role, &role.start, &mut BTreeMap::new())
    }

    /// Walks every path of choices, from its beginning; gives their number.
    fn check_paths(story: &Story, role: &Role, choices: &mut Vec<(String, String)>) -> usize {
        let walked = walk(story, role, choices).unwrap();
        assert_eq!(walked.taken.len(), choices.len());
        let scene = match walked.here {
            Here::Scene(scene) => scene,
            Here::End(_) => {
                assert_eq!(choices.len(), story.decisions as usize);
                let times: Vec<_> = walked.taken.iter().map(|one| one.scene.at).collect();
                assert!(times.is_sorted(), "{choices:?}");
                return 1;
            }
        };
        let mut paths = 0;
        for option in &scene.options {
            choices.push((scene.id.clone(), option.id.clone()));
            paths += check_paths(story, role, choices);
            choices.pop();
        }
        paths
    }
}
