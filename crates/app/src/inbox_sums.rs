//! What everybody's first judgements of the inbox add up to, in one pass: by person and by message.

use std::collections::BTreeMap;

use eighteen_analysis::Counts;
use eighteen_pack::Difficulty;
use eighteen_store::{
    Reader,
    reports::{Among, FirstJudgement},
};

use crate::{UserError, inbox_result::LEVELS, inbox_words::difficulty_of};

/// Sums over first judgements.
#[derive(Default)]
pub(crate) struct InboxSums {
    pub(crate) people: Vec<PersonJudged>,
    /// By message, then by its version.
    messages: BTreeMap<String, BTreeMap<u32, MessageJudged>>,
    /// Genuine messages that were trusted without the check that they called for.
    pub(crate) unchecked: u32,
}

/// What one person did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct PersonJudged {
    /// Hostile messages, and those of them that were caught, in the order of [`LEVELS`].
    hostile: [(u32, u32); LEVELS.len()],
    genuine: u32,
    false_alarms: u32,
}

impl PersonJudged {
    /// Hostile messages of one difficulty, or of all, and all genuine ones.
    pub(crate) fn counts(&self, of: Option<Difficulty>) -> Counts {
        let wanted = |level: Difficulty| of.is_none_or(|of| of == level);
        let hostile = LEVELS.into_iter().zip(self.hostile).filter(|(level, _)| wanted(*level));
        let (signals, hits) = hostile
            .fold((0, 0), |(met, caught), (_, of_level)| (met + of_level.0, caught + of_level.1));
        Counts { hits, signals, false_alarms: self.false_alarms, others: self.genuine }
    }
}

/// How people judged one message.
pub(crate) struct MessageJudged {
    pub(crate) hostile: bool,
    pub(crate) difficulty: Difficulty,
    /// Wrong about it: missed, or a false alarm.
    pub(crate) wrong: u32,
    /// Went along with a genuine message that called for a check.
    pub(crate) unchecked: u32,
    /// One time for each person, in milliseconds.
    times: Vec<u32>,
}

impl MessageJudged {
    /// People who judged it.
    pub(crate) fn people(&self) -> u32 {
        u32::try_from(self.times.len()).unwrap_or(u32::MAX)
    }

    /// The median time; of two in the middle what lies between them.
    pub(crate) fn median_ms(&mut self) -> u32 {
        let middle = self.times.len() / 2;
        if middle == 0 {
            return self.times.first().copied().unwrap_or(0);
        }
        let is_odd = self.times.len() % 2 == 1;
        let (below, &mut upper, _) = self.times.select_nth_unstable(middle);
        let lower = if is_odd { upper } else { below.iter().copied().max().unwrap_or(upper) };
        lower.midpoint(upper)
    }
}

impl InboxSums {
    pub(crate) fn read(
        reader: &Reader<'_>,
        pack_id: &str,
        among: &Among,
    ) -> Result<Self, UserError> {
        let mut sums = Self::default();
        let (mut whose, mut failed) = (String::new(), None);
        reader.each_first_judgement(pack_id, among, |one| {
            if sums.people.is_empty() || whose != one.learner_id {
                one.learner_id.clone_into(&mut whose);
                sums.people.push(PersonJudged::default());
            }
            if let Err(error) = sums.add(one) {
                failed.get_or_insert(error);
            }
        })?;
        failed.map_or(Ok(sums), Err)
    }

    /// Adds a judgement of the person who came last.
    fn add(&mut self, one: FirstJudgement<'_>) -> Result<(), UserError> {
        let difficulty = difficulty_of(one.difficulty)?;
        let is_unchecked = u32::from(one.outcome == "unchecked");
        if let Some(person) = self.people.last_mut() {
            if one.hostile {
                let at = LEVELS.iter().position(|level| *level == difficulty).unwrap_or_default();
                person.hostile[at].0 += 1;
                person.hostile[at].1 += u32::from(one.outcome == "caught");
            } else {
                person.genuine += 1;
                person.false_alarms += u32::from(one.outcome == "false-alarm");
                self.unchecked += is_unchecked;
            }
        }
        if !self.messages.contains_key(one.message_id) {
            self.messages.insert(one.message_id.to_owned(), BTreeMap::new());
        }
        if let Some(versions) = self.messages.get_mut(one.message_id) {
            let message = versions.entry(one.version).or_insert_with(|| MessageJudged {
                hostile: one.hostile,
                difficulty,
                wrong: 0,
                unchecked: 0,
                times: Vec::new(),
            });
            message.wrong += u32::from(matches!(one.outcome, "missed" | "false-alarm"));
            message.unchecked += is_unchecked;
            message.times.push(one.elapsed_ms);
        }
        Ok(())
    }

    /// Messages with their versions, in the order of their ids.
    pub(crate) fn into_messages(self) -> impl Iterator<Item = (String, u32, MessageJudged)> {
        self.messages.into_iter().flat_map(|(id, versions)| {
            versions.into_iter().map(move |(version, message)| (id.clone(), version, message))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one<'a>(message_id: &'a str, outcome: &'a str, elapsed_ms: u32) -> FirstJudgement<'a> {
        let hostile = matches!(outcome, "caught" | "missed");
        FirstJudgement {
            learner_id: "ada",
            message_id,
            version: 1,
            round_number: 1,
            hostile,
            difficulty: if hostile { "moderate" } else { "least" },
            outcome,
            elapsed_ms,
        }
    }

    #[test]
    fn judgements_add_up_by_person_and_by_message() {
        let mut sums = InboxSums { people: vec![PersonJudged::default()], ..InboxSums::default() };
        for (message, outcome) in [
            ("a", "caught"),
            ("b", "missed"),
            ("c", "sound"),
            ("d", "unchecked"),
            ("e", "false-alarm"),
        ] {
            sums.add(one(message, outcome, 1_000)).unwrap();
        }
        sums.people.push(PersonJudged::default());
        sums.add(one("b", "missed", 2_001)).unwrap();
        assert!(sums.add(FirstJudgement { difficulty: "odd", ..one("a", "caught", 0) }).is_err());
        let counts =
            |hits, signals, false_alarms, others| Counts { hits, signals, false_alarms, others };
        let of = |of| sums.people.iter().map(|person| person.counts(of)).collect::<Vec<_>>();
        assert_eq!(of(None), [counts(1, 2, 1, 3), counts(0, 1, 0, 0)]);
        assert_eq!(of(Some(Difficulty::Moderate)), of(None));
        assert_eq!(of(Some(Difficulty::Very)), [counts(0, 0, 1, 3), counts(0, 0, 0, 0)]);
        assert_eq!(sums.unchecked, 1);
        let told = sums.into_messages().map(|(id, _, mut message)| {
            (id, message.people(), message.wrong, message.unchecked, message.median_ms())
        });
        let told: Vec<_> = told.collect();
        assert_eq!(told[1], ("b".to_owned(), 2, 2, 0, 1_500));
        assert_eq!(told[3], ("d".to_owned(), 1, 0, 1, 1_000));
        assert_eq!(told[4], ("e".to_owned(), 1, 1, 0, 1_000));
    }

    #[test]
    fn the_median_is_the_time_in_the_middle_or_between_two() {
        let median = |times: &[u32]| {
            let difficulty = Difficulty::Very;
            let times = times.to_vec();
            MessageJudged { hostile: true, difficulty, wrong: 0, unchecked: 0, times }.median_ms()
        };
        let found = [median(&[7]), median(&[9, 1]), median(&[9, 1, 4]), median(&[4, 1, 9, 6])];
        assert_eq!(found, [7, 5, 4, 5]);
        assert_eq!(median(&[u32::MAX, u32::MAX]), u32::MAX);
    }
}
