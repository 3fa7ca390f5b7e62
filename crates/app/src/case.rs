//! The case as it was known: what could be said on a day, and how sure it was.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use eighteen_pack::{Claim, Was};

use crate::{
    App, ErrorCode, UserError,
    clock::day,
    content::{Words, status},
    course::{Course, count},
    wire::case::{AskCase, CaseDay, CaseEntry, CaseTopic, CaseTurn},
};

/// Somebody looked for the flaw across the internet on the third day of this month.
const FIRST: NaiveDate = NaiveDate::from_ymd_opt(2023, 3, 1).expect("a day");

/// The day on which the gang's date became public.
const OPENING: NaiveDate = NaiveDate::from_ymd_opt(2023, 6, 7).expect("a day");

impl App {
    /// What was known of the case on a day.
    ///
    /// # Errors
    /// `NotFound` when that is no day.
    pub fn case_on(&self, args: AskCase) -> Result<CaseDay, UserError> {
        let course = self.course()?;
        let today = self.now().day().max(FIRST);
        let wanted = args.day.as_deref().map_or(Ok(OPENING), parse)?;
        Ok(case_day(course, wanted.clamp(FIRST, today), today, args.topic))
    }
}

fn parse(text: &str) -> Result<NaiveDate, UserError> {
    text.parse().map_err(|_| UserError::new(ErrorCode::NotFound, format!("`{text}` is not a day")))
}

fn case_day(course: &Course, on: NaiveDate, today: NaiveDate, topic: Option<String>) -> CaseDay {
    let pack = &course.pack;
    let topic = topic.filter(|id| pack.topics.iter().any(|one| one.id == *id));
    let chosen: Vec<&Claim> =
        pack.claims.iter().filter(|claim| is_of(course, claim, topic.as_deref())).collect();
    let words = Words::new(course, today);
    let mut entries: Vec<CaseEntry> =
        chosen.iter().filter_map(|claim| entry(course, &words, claim, on)).collect();
    // The sort is stable, so that claims of one day stay in the order of the file.
    entries.sort_by(|a, b| b.since.cmp(&a.since));
    CaseDay {
        day: day(on),
        first: day(FIRST),
        today: day(today),
        topics: topics(course, on),
        turns: turns(course, &chosen, today),
        topic,
        entries,
    }
}

/// Without a topic the case is meant: every claim whose topic is no aside.
fn is_of(course: &Course, claim: &Claim, topic: Option<&str>) -> bool {
    if topic.is_some() {
        return claim.topic.as_deref() == topic;
    }
    let mut asides = course.pack.topics.iter().filter(|one| one.aside);
    !asides.any(|one| claim.topic.as_deref() == Some(one.id.as_str()))
}

fn entry(course: &Course, words: &Words<'_>, claim: &Claim, on: NaiveDate) -> Option<CaseEntry> {
    let history = claim.history(course.pack.released);
    let index = history.iter().rposition(|was| was.from <= on)?;
    let Was { status: then, from } = history[index];
    Some(CaseEntry {
        claim: words.claim_card(claim),
        status: status(then),
        since: day(from),
        before: index.checked_sub(1).map(|before| status(history[before].status)),
        is_new: from == on,
        moved_on: index + 1 < history.len() || claim.later.is_some(),
        steps: course.references.of_claim(course, &claim.id),
    })
}

fn topics(course: &Course, on: NaiveDate) -> Vec<CaseTopic> {
    let pack = &course.pack;
    let known = |id: &str| {
        let claims = pack.claims.iter().filter(|claim| claim.topic.as_deref() == Some(id));
        count(claims.filter(|claim| claim.status_on(on, pack.released).is_some()).count())
    };
    let topics = pack.topics.iter();
    topics
        .map(|topic| CaseTopic {
            id: topic.id.clone(),
            title: topic.title.clone(),
            known: known(&topic.id),
        })
        .collect()
}

fn turns(course: &Course, claims: &[&Claim], today: NaiveDate) -> Vec<CaseTurn> {
    let mut turns: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for was in claims.iter().flat_map(|claim| claim.history(course.pack.released)) {
        if (FIRST..=today).contains(&was.from) {
            *turns.entry(was.from).or_default() += 1;
        }
    }
    turns.into_iter().map(|(on, claims)| CaseTurn { day: day(on), claims }).collect()
}
