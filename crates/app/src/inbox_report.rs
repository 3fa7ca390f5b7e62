//! How people judged the inbox: by sensitivity and bias, by difficulty, message by message.

use eighteen_analysis::{Counts, FEWEST_PEOPLE, PersonSum, detection_of_people, mean_of_people};
use eighteen_exchange::{Cell, Table};
use eighteen_pack::Difficulty;
use eighteen_store::Reader;

use crate::{
    App, UserError,
    among::{Asked, Days},
    course::{Course, count},
    export::sample_word,
    inbox_result::{LEVELS, on_the_page},
    inbox_sums::{InboxSums, MessageJudged},
    inbox_words::difficulty,
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
    let sums = InboxSums::read(reader, &course.pack.id, &asked.rows)?;
    let people: Vec<Counts> = sums.people.iter().map(|person| person.counts(None)).collect();
    let enough = count(people.len()) >= FEWEST_PEOPLE;
    let overall = enough.then(|| overall(&people, sums.unchecked));
    let levels = LEVELS.into_iter().filter_map(|one| level(one, &sums)).collect();
    let messages = sums.into_messages();
    let (hostile, genuine) = messages.partition(|(_, _, message)| message.hostile);
    Ok(InboxReport {
        sample: reader.has_sample()?,
        among: asked.whom(),
        people: count(people.len()),
        fewest_people: FEWEST_PEOPLE,
        overall,
        levels,
        hostile: message_rows(course, hostile),
        genuine: message_rows(course, genuine),
    })
}

fn caught(one: &Counts) -> PersonSum {
    PersonSum { sum: f64::from(one.hits), count: one.signals }
}

fn false_alarms(one: &Counts) -> PersonSum {
    PersonSum { sum: f64::from(one.false_alarms), count: one.others }
}

fn overall(people: &[Counts], unchecked: u32) -> InboxOverall {
    let sum = |of: fn(&Counts) -> u32| people.iter().map(of).sum();
    let share = |of: fn(&Counts) -> PersonSum| {
        mean_of_people(&people.iter().map(of).collect::<Vec<_>>(), LEVEL).map(of_mean)
    };
    InboxOverall {
        tally: InboxTally {
            caught: sum(|one| one.hits),
            hostile: sum(|one| one.signals),
            false_alarms: sum(|one| one.false_alarms),
            unchecked,
            genuine: sum(|one| one.others),
        },
        caught: share(caught),
        false_alarms: share(false_alarms),
        detection: detection_of_people(people, LEVEL).map(on_the_page),
    }
}

/// Hostile messages of one difficulty against all genuine ones: what people are on their guard against is the
/// same whatever comes.
fn level(level: Difficulty, sums: &InboxSums) -> Option<InboxReportLevel> {
    let counts = sums.people.iter().map(|person| person.counts(Some(level)));
    let counts: Vec<Counts> = counts.collect();
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
    messages: Vec<(String, u32, MessageJudged)>,
) -> Vec<InboxReportMessage> {
    let rows = messages.into_iter().map(|(id, version, of)| message_row(course, id, version, of));
    let mut rows: Vec<InboxReportMessage> = rows.collect();
    let rank = |row: &InboxReportMessage| row.share.map_or(-1.0, |share| share.share);
    rows.sort_by(|one, other| rank(other).total_cmp(&rank(one)));
    rows
}

fn message_row(
    course: &Course,
    message_id: String,
    version: u32,
    mut of: MessageJudged,
) -> InboxReportMessage {
    let inbox = course.pack.inbox.as_ref();
    let message = inbox.and_then(|inbox| {
        inbox.messages.iter().find(|one| one.id == message_id && one.version == version)
    });
    let share = of_people(of.wrong, of.people());
    let told = share.is_some();
    InboxReportMessage {
        from: message.map(|message| message.from.name.clone()),
        subject: message.map(|message| message.subject.clone()),
        difficulty: difficulty(of.difficulty),
        people: of.people(),
        wrong: told.then_some(of.wrong),
        share,
        unchecked: (told && !of.hostile).then_some(of.unchecked),
        median_ms: told.then(|| of.median_ms()),
        version,
        message_id,
    }
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
