//! Questions, hardest first: share correct with its interval, and what was chosen instead.

use std::collections::BTreeMap;

use eighteen_analysis::{Interval, median_ms, wilson};
use eighteen_pack::{Body, Choice, Item, plain};
use eighteen_store::{
    Reader,
    reports::{QuestionCount, ResponseCount},
};
use eighteen_training::{Response as Given, mark};

use crate::{
    App, UserError,
    course::Course,
    people::module_statuses,
    question::response_from_json,
    wire::trainer::{AskQuestions, OptionCount, QuestionReport, QuestionRow, TopWrong},
};

/// Fewest answers for which a share is given: below it the interval covers most of the scale.
const FEWEST_ANSWERS: u32 = 5;
/// Level of the intervals.
const LEVEL: f64 = 0.95;

impl App {
    /// Questions, hardest first.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `NotFound` when there is no such module.
    pub fn trainer_questions(&self, args: AskQuestions) -> Result<QuestionReport, UserError> {
        let course = self.course()?;
        if let Some(id) = &args.module_id {
            course.module(id)?;
        }
        let store = self.trainer_store()?;
        let smallest = self.smallest_group()?;
        let report = store.read(|reader| report(reader, course, args.module_id, smallest))?;
        self.as_agreed(report)
    }
}

fn report(
    reader: &Reader<'_>,
    course: &Course,
    module_id: Option<String>,
    smallest: Option<u32>,
) -> Result<QuestionReport, UserError> {
    let wanted = |id: &str| module_id.as_deref().is_none_or(|wanted| wanted == id);
    let first_checks = reader.first_checks(&course.pack.id)?;
    let figures = Figures::read(reader, course)?;
    let mut rows = Vec::new();
    for count in reader.question_counts(&course.pack.id)? {
        if wanted(&count.module_id) {
            rows.push(figures.row(reader, course, &count)?);
        }
    }
    // The sort is stable: hardest first, and after them those of which too little is known to say.
    rows.sort_by_key(|row: &QuestionRow| row.facility.is_none());
    Ok(QuestionReport {
        sample: reader.has_sample()?,
        modules: module_statuses(reader, course, smallest)?,
        attempts: first_checks.iter().filter(|(id, _)| wanted(id)).map(|(_, people)| people).sum(),
        rows,
        module_id,
    })
}

/// What the database counted, by question.
struct Figures {
    responses: BTreeMap<String, Vec<ResponseCount>>,
    times: BTreeMap<String, Vec<u32>>,
}

impl Figures {
    fn read(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let mut figures = Self { responses: BTreeMap::new(), times: BTreeMap::new() };
        for row in reader.response_counts(&course.pack.id)? {
            figures.responses.entry(row.item_hash.clone()).or_default().push(row);
        }
        for row in reader.answer_times(&course.pack.id)? {
            figures.times.entry(row.item_hash).or_default().push(row.elapsed_ms);
        }
        Ok(figures)
    }

    fn row(
        &self,
        reader: &Reader<'_>,
        course: &Course,
        counted: &QuestionCount,
    ) -> Result<QuestionRow, UserError> {
        let hash = &counted.item_hash;
        let kept =
            reader.item(hash)?.ok_or_else(|| crate::error::not_found("kept question", hash))?;
        let item: Item = serde_json::from_str(&kept.body)?;
        let responses = self.responses.get(hash).map(Vec::as_slice).unwrap_or_default();
        let times = self.times.get(hash).map(Vec::as_slice).unwrap_or_default();
        let enough = counted.answered >= FEWEST_ANSWERS;
        let interval = wilson(counted.correct, counted.answered, LEVEL).filter(|_| enough);
        let share = f64::from(counted.correct) / f64::from(counted.answered.max(1));
        Ok(QuestionRow {
            item_id: counted.item_id.clone(),
            item_version: counted.version,
            module_id: counted.module_id.clone(),
            module_number: course.module(&counted.module_id).map_or(0, |module| module.number),
            item_type: item.body.type_name().to_owned(),
            ask: plain(&item.ask),
            answered: counted.answered,
            correct: counted.correct,
            facility: enough.then_some(share),
            low: interval.map(|Interval { low, .. }| low),
            high: interval.map(|Interval { high, .. }| high),
            median_ms: median_ms(times),
            sure_but_wrong: Some(counted.sure_but_wrong),
            top_wrong: top_wrong(responses),
            options: option_counts(&item.body, responses)?,
        })
    }
}

/// The most given response without the full mark. The database put the most given first.
fn top_wrong(responses: &[ResponseCount]) -> Option<TopWrong> {
    let wrong = responses.iter().find(|response| !response.correct)?;
    Some(TopWrong { text: wrong.shown_text.clone(), chosen: wrong.people })
}

/// How often each option was chosen, in the order of the pack.
fn option_counts(body: &Body, responses: &[ResponseCount]) -> Result<Vec<OptionCount>, UserError> {
    let mut options = options_of(body);
    for response in responses {
        for chosen in chosen_ids(body, &response_from_json(&response.response)?) {
            if let Some(option) = options.iter_mut().find(|option| option.id == chosen) {
                option.chosen += response.people;
            }
        }
    }
    Ok(options)
}

/// What can be chosen. In an ordering, a matching and a sorting that is each entry in its right place;
/// of what is typed, the right answer and the wrong ones that are explained.
fn options_of(body: &Body) -> Vec<OptionCount> {
    let option =
        |id: &str, text: String, right| OptionCount { id: id.to_owned(), text, right, chosen: 0 };
    let choices = |list: &[Choice]| -> Vec<OptionCount> {
        list.iter().map(|one| option(&one.id, plain(&one.text), one.correct)).collect()
    };
    match body {
        Body::Single { options } | Body::Multiple { options } | Body::Scenario { options, .. } => {
            choices(options)
        }
        Body::TrueFalse { answer, reasons, .. } => {
            let judgement =
                |side: bool| option(&side.to_string(), side.to_string(), *answer == side);
            let mut all = vec![judgement(true), judgement(false)];
            all.extend(choices(reasons));
            all
        }
        Body::Ordering { entries } => entries
            .iter()
            .enumerate()
            .map(|(index, entry)| {
                option(&format!("{index}:{}", entry.id), plain(&entry.text), true)
            })
            .collect(),
        Body::Matching { pairs, .. } => pairs
            .iter()
            .map(|pair| {
                let text = format!("{} = {}", plain(&pair.text), plain(&pair.target));
                option(&format!("{0}={0}", pair.id), text, true)
            })
            .collect(),
        Body::Sorting { groups, entries } => entries
            .iter()
            .map(|entry| {
                let group = groups.iter().find(|group| group.id == entry.group);
                let group = group.map(|group| plain(&group.text)).unwrap_or_default();
                let text = format!("{} = {group}", plain(&entry.text));
                option(&format!("{}={}", entry.id, entry.group), text, true)
            })
            .collect(),
        Body::HotSpot { spots, .. } => {
            spots.iter().map(|spot| option(&spot.id, plain(&spot.text), spot.correct)).collect()
        }
        Body::Short { answer, near, .. } => {
            let near = (1..).zip(near).map(|(number, near)| {
                option(&format!("near-{number}"), near.forms.join(" / "), false)
            });
            std::iter::once(option("answer", answer.clone(), true)).chain(near).collect()
        }
        Body::Estimate(estimate) => {
            let (value, tolerance) = (estimate.value, estimate.tolerance());
            let text = format!("{} – {} {}", value - tolerance, value + tolerance, estimate.unit);
            vec![option("answer", text, true)]
        }
    }
}

/// The ids that a response chooses, in the form of [`options_of`].
fn chosen_ids(body: &Body, given: &Given) -> Vec<String> {
    match given {
        Given::Single { choice } => vec![choice.clone()],
        Given::Multiple { choices } => choices.clone(),
        Given::TrueFalse { value, reason } => {
            let mut ids = vec![value.to_string()];
            ids.extend(reason.clone());
            ids
        }
        Given::Ordering { order } => {
            order.iter().enumerate().map(|(index, id)| format!("{index}:{id}")).collect()
        }
        Given::Matching { pairs } | Given::Sorting { pairs } => {
            pairs.iter().map(|(item, target)| format!("{item}={target}")).collect()
        }
        Given::HotSpot { spots } => spots.clone(),
        Given::Short { .. } | Given::Estimate { .. } => {
            let parts = mark(body, given).map(|mark| mark.parts).unwrap_or_default();
            parts.into_iter().filter(|part| part.chosen).map(|part| part.id).collect()
        }
    }
}
