//! How people judged the inbox: by sensitivity and bias, by difficulty, message by message.

use std::collections::BTreeMap;

use eighteen_analysis::{Counts, FEWEST_PEOPLE, PersonSum, detection_of_people, mean_of_people};
use eighteen_exchange::{Cell, Table};
use eighteen_pack::Difficulty;
use eighteen_store::{
    Reader,
    reports::{MessageJudged, PersonJudged},
};

use crate::{
    App, UserError,
    among::{Asked, Days},
    course::{Course, count},
    export::sample_word,
    inbox_result::{LEVELS, on_the_page},
    inbox_words::{difficulty, difficulty_of, difficulty_slug},
    shares::{LEVEL, of_mean, of_people},
    wire::{
        among::Among,
        inbox::InboxTally,
        practised::{InboxOverall, InboxReport, InboxReportLevel, InboxReportMessage},
    },
};

impl App {
    /// How people judged the inbox.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `PersonsNotShown` and `NotFound` as
    /// [`Self::trainer_questions`].
    pub fn trainer_inbox(&self, args: Among) -> Result<InboxReport, UserError> {
        let course = self.course()?;
        let asked = self.among(args, Days::None)?;
        self.as_agreed(self.trainer_store()?.read(|reader| report(reader, course, asked))?)
    }
}

fn report(reader: &Reader<'_>, course: &Course, asked: Asked) -> Result<InboxReport, UserError> {
    let judged = reader.inbox_by_person(&course.pack.id, &asked.rows)?;
    let people = by_person(&judged, None);
    let enough = count(people.len()) >= FEWEST_PEOPLE;
    let messages = reader.inbox_by_message(&course.pack.id, &asked.rows)?;
    let (hostile, genuine) = messages.into_iter().partition(|message| message.hostile);
    Ok(InboxReport {
        sample: reader.has_sample()?,
        among: asked.whom(),
        people: count(people.len()),
        fewest_people: FEWEST_PEOPLE,
        overall: enough.then(|| overall(&people, &judged)),
        levels: LEVELS.into_iter().filter_map(|one| level(one, &judged)).collect(),
        hostile: message_rows(course, hostile)?,
        genuine: message_rows(course, genuine)?,
    })
}

/// Counts of each person: hostile messages of one difficulty, or of all, and all genuine ones.
fn by_person(judged: &[PersonJudged], of: Option<Difficulty>) -> Vec<Counts> {
    let slug = of.map(difficulty_slug);
    let mut people: BTreeMap<&str, Counts> = BTreeMap::new();
    for row in judged {
        let counts = people.entry(&row.learner_id).or_default();
        if slug.is_none_or(|slug| slug == row.difficulty) {
            counts.hits += row.caught;
            counts.signals += row.hostile;
        }
        counts.false_alarms += row.false_alarms;
        counts.others += row.genuine;
    }
    people.into_values().collect()
}

fn caught(one: &Counts) -> PersonSum {
    PersonSum { sum: f64::from(one.hits), count: one.signals }
}

fn false_alarms(one: &Counts) -> PersonSum {
    PersonSum { sum: f64::from(one.false_alarms), count: one.others }
}

fn overall(people: &[Counts], judged: &[PersonJudged]) -> InboxOverall {
    let sum = |of: fn(&Counts) -> u32| people.iter().map(of).sum();
    let share = |of: fn(&Counts) -> PersonSum| {
        mean_of_people(&people.iter().map(of).collect::<Vec<_>>(), LEVEL).map(of_mean)
    };
    InboxOverall {
        tally: InboxTally {
            caught: sum(|one| one.hits),
            hostile: sum(|one| one.signals),
            false_alarms: sum(|one| one.false_alarms),
            unchecked: judged.iter().map(|row| row.unchecked).sum(),
            genuine: sum(|one| one.others),
        },
        caught: share(caught),
        false_alarms: share(false_alarms),
        detection: detection_of_people(people, LEVEL).map(on_the_page),
    }
}

/// Hostile messages of one difficulty against all genuine ones: what people are on their guard against is the
/// same whatever comes.
fn level(level: Difficulty, judged: &[PersonJudged]) -> Option<InboxReportLevel> {
    let counts = by_person(judged, Some(level));
    let met: Vec<Counts> = counts.iter().copied().filter(|one| one.signals > 0).collect();
    let people = count(met.len());
    let enough = people >= FEWEST_PEOPLE;
    let sums: Vec<PersonSum> = met.iter().map(caught).collect();
    (people > 0).then(|| InboxReportLevel {
        difficulty: difficulty(level),
        people,
        hostile: enough.then(|| met.iter().map(|one| one.signals).sum()),
        caught: enough.then(|| met.iter().map(|one| one.hits).sum()),
        share: mean_of_people(&sums, LEVEL).map(of_mean),
        detection: detection_of_people(&counts, LEVEL).filter(|_| enough).map(on_the_page),
    })
}

/// Messages, those most often judged wrong first, and after them those of which too little is known.
fn message_rows(
    course: &Course,
    messages: Vec<MessageJudged>,
) -> Result<Vec<InboxReportMessage>, UserError> {
    let mut rows = messages
        .into_iter()
        .map(|row| message_row(course, row))
        .collect::<Result<Vec<_>, UserError>>()?;
    let rank = |row: &InboxReportMessage| row.share.map_or(-1.0, |share| share.share);
    rows.sort_by(|one, other| rank(other).total_cmp(&rank(one)));
    Ok(rows)
}

fn message_row(course: &Course, row: MessageJudged) -> Result<InboxReportMessage, UserError> {
    let inbox = course.pack.inbox.as_ref();
    let message = inbox.and_then(|inbox| {
        inbox.messages.iter().find(|one| one.id == row.message_id && one.version == row.version)
    });
    let share = of_people(row.wrong, row.people);
    let told = share.is_some();
    Ok(InboxReportMessage {
        from: message.map(|message| message.from.name.clone()),
        subject: message.map(|message| message.subject.clone()),
        difficulty: difficulty(difficulty_of(&row.difficulty)?),
        people: row.people,
        wrong: told.then_some(row.wrong),
        share,
        unchecked: (told && !row.hostile).then_some(row.unchecked),
        median_ms: told.then_some(row.median_ms),
        version: row.version,
        message_id: row.message_id,
    })
}

/// One row for each message, hostile ones first.
pub fn inbox_table(report: &InboxReport) -> Table {
    let kinds = [("hostile", &report.hostile), ("genuine", &report.genuine)];
    let rows = kinds.into_iter().flat_map(|(nature, rows)| {
        rows.iter().map(move |row| -> Vec<Cell> {
            let within = row.share.and_then(|share| share.within);
            vec![
                row.message_id.as_str().into(),
                row.version.into(),
                nature.into(),
                row.from.clone().into(),
                row.subject.clone().into(),
                crate::inbox_words::difficulty_name(row.difficulty).into(),
                row.people.into(),
                row.wrong.into(),
                row.share.map(|share| share.share).into(),
                within.map(|within| within.low).into(),
                within.map(|within| within.high).into(),
                row.unchecked.into(),
                row.median_ms.into(),
                sample_word(report.sample).into(),
            ]
        })
    });
    Table {
        columns: vec![
            "message_id",
            "message_version",
            "nature",
            "from",
            "subject",
            "difficulty",
            "people",
            "wrong",
            "wrong_share",
            "wrong_share_low",
            "wrong_share_high",
            "unchecked",
            "median_ms",
            "sample",
        ],
        rows: rows.collect(),
    }
}
