//! Item analysis in one pass: what follows for each item, and for all of them together, from how people
//! answered. Memory grows with the items and their options, never with the people.
//!
//! Marks are from 0 to 1. An item that somebody did not answer is *missing*: it counts neither for nor
//! against anybody. Whoever wants a blank to be wrong adds a mark of 0.
//!
//! Sources: F. M. Lord and M. R. Novick, *Statistical Theories of Mental Test Scores* (1968), chapters 4
//! and 15, for facility and the item-rest correlation; L. J. Cronbach, "Coefficient alpha and the internal
//! structure of tests", Psychometrika 16 (1951) 297–334, of which KR-20 (G. F. Kuder and M. W. Richardson,
//! Psychometrika 2 (1937) 151–160) is the case of marks 0 and 1; L. S. Feldt, "The approximate sampling
//! distribution of Kuder-Richardson reliability coefficient twenty", Psychometrika 30 (1965) 357–370, for
//! the interval of alpha; R. A. Fisher, *Metron* 1 (1921) 3–32, for that of a correlation.

use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use crate::Interval;

/// How somebody answered an item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// From 0 to 1.
    pub mark: f64,
    /// The option that was chosen, counted from 0, where options are counted.
    pub option: Option<usize>,
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// Where it may lie, at the level that was asked for.
    pub interval: Interval,
}

/// An option, and who chose it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OptionFigures {
    /// How often it was chosen.
    pub chosen: u64,
    /// Mean mark, 0 to 1, of these people in all other items. `None` when nobody chose it, or nobody who
    /// answered anything else.
    pub mean_rest: Option<f64>,
}

/// Sums over people, from which every figure follows. Two of them about the same items can be added.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemSums {
    items: Vec<OneItem>,
    complete: Complete,
}

/// Sums of one item over everybody who answered it.
#[derive(Debug, Clone, PartialEq, Default)]
struct OneItem {
    answered: u64,
    mark: f64,
    /// Over those who answered another item as well, since the others have no rest.
    pair: Pair,
    options: Vec<OneOption>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct OneOption {
    chosen: u64,
    with_rest: u64,
    rest: f64,
}

/// Sums of pairs of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Pair {
    pub(crate) count: u64,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) xx: f64,
    pub(crate) yy: f64,
    pub(crate) xy: f64,
}

/// Sums over the people who answered every item: alpha is about a fixed set of items.
#[derive(Debug, Clone, PartialEq)]
struct Complete {
    people: u64,
    total: f64,
    total_squared: f64,
    /// For each item the sums of its mark with the total of all items.
    items: Vec<Pair>,
}

impl ItemSums {
    /// Nobody has answered so many items yet.
    pub fn new(items: usize) -> Self {
        let complete = Complete {
            people: 0,
            total: 0.0,
            total_squared: 0.0,
            items: vec![Pair::default(); items],
        };
        Self { items: vec![OneItem::default(); items], complete }
    }

    /// Adds one person: an answer for each item, or nothing where there is none. Items beyond the number
    /// that was announced are not looked at.
    pub fn add(&mut self, answers: &[Option<Answer>]) {
        let total: f64 = answers.iter().flatten().map(|answer| answer.mark).sum();
        let answered = answers.iter().flatten().count();
        for (item, answer) in self.items.iter_mut().zip(answers) {
            if let Some(answer) = answer {
                let rest =
                    (answered > 1).then(|| (total - answer.mark) / (as_f64(answered as u64) - 1.0));
                item.add(*answer, rest);
            }
        }
        if answered == self.items.len() {
            self.complete.add(answers, total);
        }
    }

    /// Adds what was summed up elsewhere about the same items.
    pub fn merge(&mut self, other: &Self) {
        for (item, more) in self.items.iter_mut().zip(&other.items) {
            item.merge(more);
        }
        self.complete.merge(&other.complete);
    }

    /// How many people answered an item.
    pub fn answered(&self, item: usize) -> u64 {
        self.items.get(item).map_or(0, |item| item.answered)
    }

    /// The mean mark of those who answered an item: its *facility*. `None` when nobody did.
    pub fn facility(&self, item: usize) -> Option<f64> {
        let item = self.items.get(item)?;
        (item.answered > 0).then(|| item.mark / as_f64(item.answered))
    }

    /// How well an item separates strong from weak: the correlation of its mark with the mean mark in all
    /// other items that the same person answered (*corrected item-rest correlation*), with Fisher's
    /// interval. `None` with fewer than four people, or when all marks or all rests are equal.
    pub fn discrimination(&self, item: usize, level: f64) -> Option<Estimate> {
        self.items.get(item)?.pair.fishers(level)
    }

    /// The options of an item that somebody chose, each at its place; the last one chosen comes last.
    pub fn options(&self, item: usize) -> Vec<OptionFigures> {
        let options = self.items.get(item).map(|item| item.options.as_slice()).unwrap_or_default();
        let figures = options.iter().map(|option| OptionFigures {
            chosen: option.chosen,
            mean_rest: (option.with_rest > 0).then(|| option.rest / as_f64(option.with_rest)),
        });
        figures.collect()
    }

    /// People who answered every item.
    pub fn complete(&self) -> u64 {
        self.complete.people
    }

    /// Cronbach's alpha over the people who answered every item (KR-20 where marks are 0 or 1), with
    /// Feldt's interval. `None` with fewer than two items or people, or when all totals are equal.
    pub fn alpha(&self, level: f64) -> Option<Estimate> {
        let complete = &self.complete;
        let value = complete.alpha(None)?;
        if !(level > 0.0 && level < 1.0) {
            return None;
        }
        let people = as_f64(complete.people) - 1.0;
        let cells = people * (as_f64(complete.items.len() as u64) - 1.0);
        let f = FisherSnedecor::new(people, cells).ok()?;
        let end = |share: f64| 1.0 - (1.0 - value) * f.inverse_cdf(share);
        let tail = f64::midpoint(1.0, level);
        Some(Estimate { value, interval: Interval { low: end(tail), high: end(1.0 - tail) } })
    }

    /// Alpha of the test without one item. `None` where [`ItemSums::alpha`] would be of the rest.
    pub fn alpha_without(&self, item: usize) -> Option<f64> {
        self.complete.items.get(item)?;
        self.complete.alpha(Some(item))
    }
}

impl OneItem {
    fn add(&mut self, answer: Answer, rest: Option<f64>) {
        self.answered += 1;
        self.mark += answer.mark;
        if let Some(rest) = rest {
            self.pair.add(answer.mark, rest);
        }
        if let Some(at) = answer.option {
            if self.options.len() <= at {
                self.options.resize(at + 1, OneOption::default());
            }
            let option = &mut self.options[at];
            option.chosen += 1;
            if let Some(rest) = rest {
                option.with_rest += 1;
                option.rest += rest;
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        self.answered += other.answered;
        self.mark += other.mark;
        self.pair.merge(&other.pair);
        let options = self.options.len().max(other.options.len());
        self.options.resize(options, OneOption::default());
        for (option, more) in self.options.iter_mut().zip(&other.options) {
            option.chosen += more.chosen;
            option.with_rest += more.with_rest;
            option.rest += more.rest;
        }
    }
}

impl Complete {
    fn add(&mut self, answers: &[Option<Answer>], total: f64) {
        self.people += 1;
        self.total += total;
        self.total_squared += total * total;
        for (item, answer) in self.items.iter_mut().zip(answers.iter().flatten()) {
            item.add(answer.mark, total);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.people += other.people;
        self.total += other.total;
        self.total_squared += other.total_squared;
        for (item, more) in self.items.iter_mut().zip(&other.items) {
            item.merge(more);
        }
    }

    /// Alpha of all items, or of all but one. Variances are those of the sample (n - 1), both of the items
    /// and of the total: mixing conventions gives another number.
    fn alpha(&self, without: Option<usize>) -> Option<f64> {
        let items = self.items.len() - usize::from(without.is_some());
        if items < 2 || self.people < 2 {
            return None;
        }
        let variances: f64 = self.items.iter().map(Pair::variance_x).sum();
        let total = variance(self.people, self.total, self.total_squared);
        let (variances, total) = match without.map(|at| &self.items[at]) {
            Some(left) => {
                (variances - left.variance_x(), total + left.variance_x() - 2.0 * left.covariance())
            }
            None => (variances, total),
        };
        let items = as_f64(items as u64);
        (total > 1e-12).then(|| items / (items - 1.0) * (1.0 - variances / total))
    }
}

impl Pair {
    pub(crate) fn add(&mut self, x: f64, y: f64) {
        self.count += 1;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.x += other.x;
        self.y += other.y;
        self.xx += other.xx;
        self.yy += other.yy;
        self.xy += other.xy;
    }

    fn variance_x(&self) -> f64 {
        variance(self.count, self.x, self.xx)
    }

    fn covariance(&self) -> f64 {
        let count = as_f64(self.count);
        (self.xy - self.x * self.y / count) / (count - 1.0)
    }

    pub(crate) fn correlation(&self) -> Option<f64> {
        if self.count < 2 {
            return None;
        }
        let spread = self.variance_x() * variance(self.count, self.y, self.yy);
        (spread > 1e-18).then(|| (self.covariance() / spread.sqrt()).clamp(-1.0, 1.0))
    }
}

/// The variance of a sample from its sums.
fn variance(count: u64, sum: f64, squares: f64) -> f64 {
    let count = as_f64(count);
    (squares - sum * sum / count) / (count - 1.0)
}

#[expect(clippy::cast_precision_loss, reason = "people and items are far below 2^52")]
pub(crate) fn as_f64(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
