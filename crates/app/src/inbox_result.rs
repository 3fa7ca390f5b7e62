//! What rounds of the inbox came to.
//!
//! Over all rounds only the first judgement of each message counts: whoever meets a message again knows it.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_analysis::{Counts, Detection, FEWEST_FOR_DETECTION, Interval, detection};
use eighteen_pack::{Difficulty, Message, Nature};
use eighteen_store::InboxJudgementRow;
use eighteen_training::{Outcome, Tally, found, tally};

use crate::{
    App, UserError,
    course::count,
    error::not_found,
    inbox::{Round, rounds_of},
    inbox_words::{difficulty, nature, outcome_from, outcome_word},
    wire::inbox::{
        InboxDetection, InboxLevel, InboxOverlooked, InboxResult, InboxResultRow, InboxRoundLine,
        InboxStanding, InboxTally, InboxWithin, OpenInboxRound,
    },
};

/// The level of the intervals that are shown.
const LEVEL: f64 = 0.95;

/// A genuine message with so many cues looks alarming; nearly every message has one or two.
const FEWEST_ALARMING: u32 = 4;

/// How many kinds of cues a result names as overlooked.
const MOST_OVERLOOKED: usize = 3;

/// Levels of difficulty, hardest first.
pub(crate) const LEVELS: [Difficulty; 4] =
    [Difficulty::Very, Difficulty::Moderate, Difficulty::ModerateToLeast, Difficulty::Least];

impl App {
    /// The result of a round that is over.
    ///
    /// # Errors
    /// `NotFound` when there is no such round of this learner, or when it is not over.
    pub fn inbox_result(&self, args: OpenInboxRound) -> Result<InboxResult, UserError> {
        let course = self.course()?;
        let inbox = course.inbox()?;
        let learner_id = self.learner_id()?;
        self.read(|reader| {
            let rounds = rounds_of(reader, course, &learner_id)?;
            let round = rounds.iter().find(|round| round.row.id == args.round_id);
            let round = round.filter(|round| round.is_over());
            let round = round.ok_or_else(|| not_found("finished round", &args.round_id))?;
            let overall = standing(&rounds)?;
            let overall = overall.ok_or_else(|| not_found("judgement", &args.round_id))?;
            let met: BTreeSet<&String> = rounds
                .iter()
                .flat_map(|round| &round.judgements)
                .map(|judgement| &judgement.message_id)
                .collect();
            let unseen = inbox.messages.iter().filter(|message| !met.contains(&message.id));
            result(round, overall, count(unseen.count()))
        })
    }
}

/// Judgements with their messages, by position.
fn judged(round: &Round) -> Result<Vec<(&Message, &InboxJudgementRow, Outcome)>, UserError> {
    let mut rows: Vec<&InboxJudgementRow> = round.judgements.iter().collect();
    rows.sort_by_key(|row| row.position);
    rows.into_iter()
        .map(|row| Ok((round.message(row.position)?, row, outcome_from(&row.outcome)?)))
        .collect()
}

/// Rounds that are over, newest first.
pub(crate) fn lines(rounds: &[Round]) -> Result<Vec<InboxRoundLine>, UserError> {
    let over = rounds.iter().rev().filter(|round| round.is_over());
    over.map(|round| {
        Ok(InboxRoundLine {
            round_id: round.row.id.clone(),
            number: round.row.round_number,
            finished_at: finished_at(round),
            tally: wire_tally(tally(judged(round)?.into_iter().map(|(_, _, outcome)| outcome))),
        })
    })
    .collect()
}

fn finished_at(round: &Round) -> String {
    round.judgements.last().map(|last| last.judged_at.clone()).unwrap_or_default()
}

/// Where a learner stands over all rounds; none before the first judgement.
pub(crate) fn standing(rounds: &[Round]) -> Result<Option<InboxStanding>, UserError> {
    let mut met = BTreeSet::new();
    let mut firsts: Vec<(&Message, Outcome)> = Vec::new();
    for round in rounds {
        for (message, _, outcome) in judged(round)? {
            if met.insert(&message.id) {
                firsts.push((message, outcome));
            }
        }
    }
    if firsts.is_empty() {
        return Ok(None);
    }
    let of = |is_counted: &dyn Fn(&Message) -> bool| {
        tally(firsts.iter().filter(|(message, _)| is_counted(message)).map(|(_, one)| *one))
    };
    let total = of(&|_| true);
    let level = |level: Difficulty| {
        let tally = of(&|one| one.nature == Nature::Hostile && one.difficulty() == level);
        InboxLevel { difficulty: difficulty(level), caught: tally.caught, hostile: tally.hostile }
    };
    let looks_alarming = |one: &Message| one.cue_count() >= FEWEST_ALARMING;
    let alarming = of(&|one| one.nature == Nature::Genuine && looks_alarming(one));
    let plain = of(&|one| one.nature == Nature::Genuine && !looks_alarming(one));
    Ok(Some(InboxStanding {
        tally: wire_tally(total),
        detection: numbers(total),
        fewest: FEWEST_FOR_DETECTION,
        levels: LEVELS.map(level).into_iter().filter(|level| level.hostile > 0).collect(),
        alarming: alarming.genuine,
        alarming_false_alarms: alarming.false_alarms,
        plain: plain.genuine,
        plain_false_alarms: plain.false_alarms,
    }))
}

fn numbers(tally: Tally) -> Option<InboxDetection> {
    let counts = Counts {
        hits: tally.caught,
        signals: tally.hostile,
        false_alarms: tally.false_alarms,
        others: tally.genuine,
    };
    detection(counts, LEVEL).map(on_the_page)
}

/// Numbers as the page reads them.
pub(crate) fn on_the_page(found: Detection) -> InboxDetection {
    let within = |interval: Interval| InboxWithin { low: interval.low, high: interval.high };
    InboxDetection {
        sensitivity: found.sensitivity,
        sensitivity_within: within(found.sensitivity_within),
        bias: found.bias,
        bias_within: within(found.bias_within),
    }
}

fn wire_tally(tally: Tally) -> InboxTally {
    InboxTally {
        caught: tally.caught,
        hostile: tally.hostile,
        false_alarms: tally.false_alarms,
        unchecked: tally.unchecked,
        genuine: tally.genuine,
    }
}

fn result(round: &Round, overall: InboxStanding, unseen: u32) -> Result<InboxResult, UserError> {
    let judged = judged(round)?;
    let rows = judged.iter().map(|(message, row, _)| {
        let (judgement, outcome) = outcome_word(row)?;
        Ok(InboxResultRow {
            position: row.position,
            from: message.from.name.clone(),
            subject: message.subject.clone(),
            nature: nature(message.nature),
            judgement,
            outcome,
            difficulty: difficulty(message.difficulty()),
        })
    });
    let (spots_found, spots_of) = spots(round)?;
    Ok(InboxResult {
        round_id: round.row.id.clone(),
        number: round.row.round_number,
        finished_at: finished_at(round),
        tally: wire_tally(tally(judged.iter().map(|(_, _, outcome)| *outcome))),
        spots_found,
        spots_of,
        rows: rows.collect::<Result<_, UserError>>()?,
        overlooked: overlooked(round)?,
        overall,
        unseen,
    })
}

/// Hostile messages in which the learner marked at least one spot, with the spots.
fn marked(round: &Round) -> Result<Vec<(&Message, BTreeSet<String>)>, UserError> {
    let mut such = Vec::new();
    for (position, message) in (1..).zip(&round.messages) {
        let marks = round.marked(position)?.unwrap_or_default();
        if message.nature == Nature::Hostile && !marks.is_empty() {
            such.push((message, marks));
        }
    }
    Ok(such)
}

/// How many telling spots were marked, of how many.
fn spots(round: &Round) -> Result<(u32, u32), UserError> {
    let sums = marked(round)?.iter().fold((0, 0), |(found_ones, of), (message, marks)| {
        let compared = found(message, marks);
        let here = count(compared.found.len());
        (found_ones + here, of + here + count(compared.overlooked.len()))
    });
    Ok(sums)
}

/// Kinds of cues that stood at spots which were not marked, most often first.
fn overlooked(round: &Round) -> Result<Vec<InboxOverlooked>, UserError> {
    let mut kinds: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for (message, marks) in marked(round)? {
        for cue in &message.cues {
            let (missed, of) = kinds.entry(cue.kind.slug()).or_default();
            *missed += u32::from(!marks.contains(&cue.at));
            *of += 1;
        }
    }
    let mut kinds: Vec<InboxOverlooked> = kinds
        .into_iter()
        .filter(|(_, (missed, _))| *missed > 0)
        .map(|(cue, (overlooked, of))| InboxOverlooked { cue: cue.to_owned(), overlooked, of })
        .collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.overlooked));
    kinds.truncate(MOST_OVERLOOKED);
    Ok(kinds)
}
