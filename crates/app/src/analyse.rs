//! Item analysis of a table that did not come from this app, such as a paper quiz.

use std::io::Read;

use eighteen_analysis::{
    Answer, Estimate, FEWEST_FOR_CORRELATION, ItemSums, Verdict, verdict, wilson,
};
use eighteen_exchange::{Answered, Cell, LineProblem, Matrix, Table, read_matrix};
use serde::Serialize;

/// Level of all intervals.
const LEVEL: f64 = 0.95;
/// A distractor that fewer of those who were wrong chose is dead (M. Tarrant, J. Ware and A. M. Mohammed,
/// BMC Medical Education 9 (2009) 40, with 5 % of all; of the wrong here, since on an easy item hardly
/// anybody is wrong).
const DEAD_BELOW: f64 = 0.05;

/// What an empty cell means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Blank {
    /// The item was not put to this person: it counts neither for nor against anybody.
    Missing,
    /// The person left it out: it is wrong.
    Wrong,
}

/// A number with its interval of 95 %.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Everything that is said about a table of people by items.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Analysis {
    /// Rows of people.
    pub people: usize,
    /// What empty cells were taken for.
    pub blank: Blank,
    /// People who answered every item: alpha is about them.
    pub complete: u64,
    /// Cronbach's alpha, which is KR-20 for marks 0 and 1; nothing for fewer than 30 people.
    pub alpha: Option<Figure>,
    /// In order of column.
    pub items: Vec<ItemAnalysis>,
}

/// What is said about an item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ItemAnalysis {
    /// Name of the column.
    pub id: String,
    /// A word for the figures: `too-few`, `check-wording`, `very-hard`, `nearly-everybody-knew`, `weak`,
    /// `sound`.
    pub verdict: &'static str,
    /// People who answered it.
    pub answered: u64,
    /// Mean mark; with marks 0 and 1 the share that was right, with Wilson's interval.
    pub facility: Option<f64>,
    /// Both ends, where marks are 0 and 1.
    pub facility_interval: Option<(f64, f64)>,
    /// Corrected item-rest correlation with Fisher's interval; nothing for fewer than 30 people.
    pub discrimination: Option<Figure>,
    /// Alpha of the test without this item.
    pub alpha_if_deleted: Option<f64>,
    /// The options that occur, the right one first; empty for a table of marks.
    pub options: Vec<OptionAnalysis>,
}

/// What is said about an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionAnalysis {
    /// As it stands in the table.
    pub option: String,
    /// The key says so.
    pub right: bool,
    /// How often it was chosen.
    pub chosen: u64,
    /// Mean mark of these people in all other items.
    pub mean_rest: Option<f64>,
    /// A distractor that hardly anybody who was wrong chose.
    pub dead: bool,
}

/// Analyses a table of people by items.
///
/// # Errors
/// Every problem of the table, by line.
pub fn analyse(mut table: impl Read, blank: Blank) -> Result<Analysis, Vec<LineProblem>> {
    let mut sums: Option<ItemSums> = None;
    let mut only_right_or_wrong = true;
    let matrix = read_matrix(&mut table, |row| {
        let answers: Vec<_> = row.iter().map(|cell| answer(*cell, blank)).collect();
        only_right_or_wrong &= answers.iter().flatten().all(|it| it.mark <= 0.0 || it.mark >= 1.0);
        sums.get_or_insert_with(|| ItemSums::new(row.len())).add(&answers);
    })?;
    let sums = sums.unwrap_or_else(|| ItemSums::new(matrix.items.len()));
    let enough = sums.complete() >= FEWEST_FOR_CORRELATION;
    let items = (0..matrix.items.len()).map(|at| item(&matrix, &sums, at, only_right_or_wrong));
    Ok(Analysis {
        people: matrix.people,
        blank,
        complete: sums.complete(),
        alpha: sums.alpha(LEVEL).filter(|_| enough).map(figure),
        items: items.collect(),
    })
}

fn answer(cell: Option<Answered>, blank: Blank) -> Option<Answer> {
    match (cell, blank) {
        (Some(cell), _) => Some(Answer { mark: cell.mark, option: cell.option }),
        (None, Blank::Missing) => None,
        (None, Blank::Wrong) => Some(Answer { mark: 0.0, option: None }),
    }
}

fn item(matrix: &Matrix, sums: &ItemSums, at: usize, only_right_or_wrong: bool) -> ItemAnalysis {
    let answered = sums.answered(at);
    let facility = sums.facility(at);
    let enough = answered >= FEWEST_FOR_CORRELATION;
    let discrimination = sums.discrimination(at, LEVEL).filter(|_| enough);
    let alpha_if_deleted =
        sums.alpha_without(at).filter(|_| sums.complete() >= FEWEST_FOR_CORRELATION);
    let interval =
        facility.filter(|_| only_right_or_wrong).and_then(|share| interval(share, answered));
    ItemAnalysis {
        id: matrix.items[at].clone(),
        verdict: word(verdict(answered, facility, discrimination.map(|it| it.value))),
        answered,
        facility,
        facility_interval: interval,
        discrimination: discrimination.map(figure),
        alpha_if_deleted,
        options: options(matrix, sums, at),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of a count is a count again"
)]
fn interval(share: f64, answered: u64) -> Option<(f64, f64)> {
    let of = u32::try_from(answered).ok()?;
    let interval = wilson((share * answered as f64).round() as u32, of, LEVEL)?;
    Some((interval.low, interval.high))
}

fn options(matrix: &Matrix, sums: &ItemSums, at: usize) -> Vec<OptionAnalysis> {
    let Some(names) = matrix.options.get(at) else { return Vec::new() };
    let figures = sums.options(at);
    let chosen = |option: usize| figures.get(option).map_or(0, |figure| figure.chosen);
    let wrong: u64 = (1..names.len()).map(chosen).sum();
    let rows = names.iter().enumerate().map(|(option, name)| OptionAnalysis {
        option: name.clone(),
        right: option == 0,
        chosen: chosen(option),
        mean_rest: figures.get(option).and_then(|figure| figure.mean_rest),
        dead: option > 0 && is_dead(chosen(option), wrong),
    });
    rows.collect()
}

/// With fewer than 30 wrong answers nothing is said about any distractor.
#[expect(clippy::cast_precision_loss, reason = "counts of people")]
fn is_dead(chosen: u64, wrong: u64) -> bool {
    wrong >= FEWEST_FOR_CORRELATION && (chosen as f64) < DEAD_BELOW * wrong as f64
}

fn figure(estimate: Estimate) -> Figure {
    let Estimate { value, interval } = estimate;
    Figure { value, low: interval.low, high: interval.high }
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "too-few",
        Verdict::CheckWording => "check-wording",
        Verdict::VeryHard => "very-hard",
        Verdict::NearlyEverybodyKnew => "nearly-everybody-knew",
        Verdict::Weak => "weak",
        Verdict::Sound => "sound",
    }
}

/// A row for each item, in order of column.
pub fn analysis_table(analysis: &Analysis) -> Table {
    let value = |figure: &Option<Figure>| figure.as_ref().map(|it| it.value);
    let rows = analysis.items.iter().map(|item| {
        vec![
            Cell::from(item.id.clone()),
            Cell::from(item.verdict),
            Cell::from(u32::try_from(item.answered).unwrap_or(u32::MAX)),
            Cell::from(item.facility),
            Cell::from(value(&item.discrimination)),
            Cell::from(item.discrimination.as_ref().map(|it| it.low)),
            Cell::from(item.discrimination.as_ref().map(|it| it.high)),
            Cell::from(item.alpha_if_deleted),
        ]
    });
    Table {
        columns: vec![
            "item",
            "verdict",
            "answered",
            "facility",
            "discrimination",
            "discrimination_low",
            "discrimination_high",
            "alpha_if_deleted",
        ],
        rows: rows.collect(),
    }
}
