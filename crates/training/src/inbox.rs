//! Judging messages: which ones a round shows, what a judgement comes to, and which spots were found.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{Difficulty, Inbox, Judgement, Message, Nature};
use rand::{RngExt as _, SeedableRng, seq::SliceRandom};
use rand_chacha::ChaCha8Rng;

/// The fewest hostile messages in a round: with one, the first find would tell that the rest is safe.
const FEWEST_HOSTILE: usize = 2;

/// Draws a round: places of messages in the mailbox, in order of time.
///
/// Messages seen least often come first; among those, the levels of difficulty take turns. How many are
/// hostile is drawn too, between two and what the mailbox says, so that nobody can count. `met` counts how
/// often this learner judged each message, by id. The same seed gives the same round everywhere.
pub fn draw_round(inbox: &Inbox, met: &BTreeMap<String, u32>, seed: u64) -> Vec<usize> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let most = (inbox.hostile as usize).max(FEWEST_HOSTILE);
    let hostile = chance.random_range(FEWEST_HOSTILE..=most);
    let genuine = (inbox.round as usize).saturating_sub(hostile);
    let mut places = pick(inbox, Nature::Hostile, hostile, met, &mut chance);
    places.extend(pick(inbox, Nature::Genuine, genuine, met, &mut chance));
    places.sort_unstable();
    places
}

/// So many messages of one nature, unseen ones first, difficulty mixed.
fn pick(
    inbox: &Inbox,
    nature: Nature,
    count: usize,
    met: &BTreeMap<String, u32>,
    chance: &mut ChaCha8Rng,
) -> Vec<usize> {
    let messages = &inbox.messages;
    let mut left: Vec<usize> =
        (0..messages.len()).filter(|&place| messages[place].nature == nature).collect();
    left.shuffle(chance);
    let mut taken: BTreeMap<Difficulty, u32> = BTreeMap::new();
    let mut picked = Vec::new();
    while picked.len() < count && !left.is_empty() {
        let rank = |place: &usize| {
            let message = &messages[*place];
            let seen = met.get(&message.id).copied().unwrap_or(0);
            (seen, taken.get(&message.difficulty()).copied().unwrap_or(0))
        };
        // Of equals the first counts, and chance has put it there.
        let at = (0..left.len()).min_by_key(|&at| rank(&left[at])).unwrap_or(0);
        let place = left.remove(at);
        *taken.entry(messages[place].difficulty()).or_default() += 1;
        picked.push(place);
    }
    picked
}

/// What a judgement comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// A hostile message that was not gone along with.
    Caught,
    /// A hostile message that was gone along with.
    Missed,
    /// A genuine message, soundly judged.
    Sound,
    /// A genuine message that was gone along with where a check was called for: no false alarm, yet a risk.
    Unchecked,
    /// A genuine message treated as if it were hostile.
    FalseAlarm,
}

/// What judging a message so comes to.
pub fn outcome(message: &Message, judgement: Judgement) -> Outcome {
    let is_sound = judgement == message.best || message.fine.contains(&judgement);
    match (message.nature, judgement) {
        (Nature::Hostile, Judgement::Proceed) => Outcome::Missed,
        (Nature::Hostile, _) => Outcome::Caught,
        (Nature::Genuine, _) if is_sound => Outcome::Sound,
        (Nature::Genuine, Judgement::Proceed) => Outcome::Unchecked,
        (Nature::Genuine, _) => Outcome::FalseAlarm,
    }
}

/// The mark of a judgement, as of an answer: trust without the check that was called for is half of it.
pub fn judgement_mark(outcome: Outcome) -> f64 {
    match outcome {
        Outcome::Caught | Outcome::Sound => 1.0,
        Outcome::Unchecked => 0.5,
        Outcome::Missed | Outcome::FalseAlarm => 0.0,
    }
}

/// How often each outcome occurred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Hostile messages that were caught.
    pub caught: u32,
    /// All hostile messages.
    pub hostile: u32,
    /// False alarms.
    pub false_alarms: u32,
    /// Genuine messages that were trusted without the check that they called for.
    pub unchecked: u32,
    /// All genuine messages.
    pub genuine: u32,
}

/// Counts outcomes.
pub fn tally(outcomes: impl IntoIterator<Item = Outcome>) -> Tally {
    let mut tally = Tally::default();
    for outcome in outcomes {
        match outcome {
            Outcome::Caught | Outcome::Missed => tally.hostile += 1,
            Outcome::Sound | Outcome::Unchecked | Outcome::FalseAlarm => tally.genuine += 1,
        }
        tally.caught += u32::from(outcome == Outcome::Caught);
        tally.false_alarms += u32::from(outcome == Outcome::FalseAlarm);
        tally.unchecked += u32::from(outcome == Outcome::Unchecked);
    }
    tally
}

/// Which of the telling spots of a message somebody pointed at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Telling spots that were marked, in reading order.
    pub found: Vec<String>,
    /// Telling spots that were not.
    pub overlooked: Vec<String>,
    /// Marked spots at which nothing stands, neither a cue nor a sign.
    pub beside: Vec<String>,
}

/// Compares marked spots with the spots that tell what a message is: the cues of a hostile message, the
/// signs of a genuine one.
pub fn found(message: &Message, marked: &BTreeSet<String>) -> Found {
    let telling: BTreeSet<&str> = match message.nature {
        Nature::Hostile => message.cues.iter().map(|cue| cue.at.as_str()).collect(),
        Nature::Genuine => message.signs.iter().map(|sign| sign.at.as_str()).collect(),
    };
    let such = |tells: bool, is_marked: bool| -> Vec<String> {
        let spots = message.spots().into_iter();
        spots
            .filter(|spot| telling.contains(spot.as_str()) == tells)
            .filter(|spot| marked.contains(spot) == is_marked)
            .collect()
    };
    let says_nothing = |spot: &String| {
        message.cues.iter().all(|cue| cue.at != *spot)
            && message.signs.iter().all(|sign| sign.at != *spot)
    };
    Found {
        found: such(true, true),
        overlooked: such(true, false),
        beside: such(false, true).into_iter().filter(says_nothing).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn natures(inbox: &Inbox, round: &[usize]) -> usize {
        round.iter().filter(|&&place| inbox.messages[place].nature == Nature::Hostile).count()
    }

    #[test]
    fn a_round_has_its_size_and_its_share_of_hostile_messages_in_order_of_time() {
        let inbox = fixture::inbox(10, 24);
        let mut shares = BTreeSet::new();
        for seed in 0..300 {
            let round = draw_round(&inbox, &BTreeMap::new(), seed);
            assert_eq!(round.len(), 8);
            assert!(round.windows(2).all(|pair| pair[0] < pair[1]), "none twice, in order");
            shares.insert(natures(&inbox, &round));
        }
        assert_eq!(shares, BTreeSet::from([2, 3]), "nobody can count on either");
    }

    #[test]
    fn the_same_seed_gives_the_same_round() {
        let inbox = fixture::inbox(10, 24);
        let draw = |seed| draw_round(&inbox, &BTreeMap::new(), seed);
        assert_eq!(draw(4), draw(4));
        assert_ne!(draw(4), draw(5));
    }

    #[test]
    fn unseen_messages_come_first_until_all_are_seen() {
        let inbox = fixture::inbox(10, 24);
        for seed in 0..50 {
            let mut met: BTreeMap<String, u32> = BTreeMap::new();
            for round in 0..3 {
                for place in draw_round(&inbox, &met, seed * 10 + round) {
                    *met.entry(inbox.messages[place].id.clone()).or_default() += 1;
                }
            }
            assert!(met.values().all(|times| *times == 1), "three rounds repeat nothing: {met:?}");
            for round in 3..6 {
                for place in draw_round(&inbox, &met, seed * 10 + round) {
                    *met.entry(inbox.messages[place].id.clone()).or_default() += 1;
                }
            }
            assert_eq!(met.len(), 34, "every message is met before any comes thrice");
            assert!(met.values().all(|times| *times <= 2));
        }
    }

    #[test]
    fn difficulty_is_mixed() {
        // Ten hostile messages of which eight are very difficult: those that are not come along all the same.
        let inbox = fixture::inbox(10, 24);
        for seed in 0..50 {
            let round = draw_round(&inbox, &BTreeMap::new(), seed);
            let levels: BTreeSet<Difficulty> = round
                .iter()
                .map(|&place| &inbox.messages[place])
                .filter(|message| message.nature == Nature::Hostile)
                .map(Message::difficulty)
                .collect();
            assert_eq!(levels.len(), 2, "seed {seed}");
        }
    }

    #[test]
    fn outcomes_follow_from_nature_and_judgement() {
        use Judgement::{Delete, Proceed, Report, Verify};
        let hostile = fixture::message(Nature::Hostile, Report, &[Verify]);
        let canteen = fixture::message(Nature::Genuine, Proceed, &[Delete]);
        let invoice = fixture::message(Nature::Genuine, Verify, &[]);
        for (message, expect) in [
            (hostile, [Outcome::Caught, Outcome::Caught, Outcome::Missed, Outcome::Caught]),
            (canteen, [Outcome::FalseAlarm, Outcome::FalseAlarm, Outcome::Sound, Outcome::Sound]),
            (
                invoice,
                [Outcome::FalseAlarm, Outcome::Sound, Outcome::Unchecked, Outcome::FalseAlarm],
            ),
        ] {
            let outcomes = Judgement::ALL.map(|judgement| outcome(&message, judgement));
            assert_eq!(outcomes, expect);
        }
    }

    #[test]
    fn a_tally_counts_both_sides() {
        use Outcome::{Caught, FalseAlarm, Missed, Sound, Unchecked};
        let tally = tally([Caught, Caught, Missed, Sound, Unchecked, FalseAlarm, Sound]);
        let expect = Tally { caught: 2, hostile: 3, false_alarms: 1, unchecked: 1, genuine: 4 };
        assert_eq!(tally, expect);
    }

    #[test]
    fn marked_spots_are_compared_in_reading_order() {
        let message = fixture::message(Nature::Hostile, Judgement::Report, &[]);
        let mut message = message;
        message.signs.truncate(1);
        let marked = ["p1", "p2", "subject", "nowhere"].map(String::from).into();
        let compared = found(&message, &marked);
        assert_eq!(compared.found, ["p2"]);
        assert_eq!(compared.overlooked, ["from"]);
        assert_eq!(compared.beside, ["p1"], "at the subject stands a true detail");
        let genuine = fixture::message(Nature::Genuine, Judgement::Proceed, &[]);
        assert_eq!(found(&genuine, &BTreeSet::new()).overlooked, ["subject", "p1"], "its signs");
    }
}
