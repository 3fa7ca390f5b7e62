//! Item analysis of a bank of which each person meets some items: what a check draws.
//!
//! [`BankSums`] is made of sums only, so it can be kept, taken up again and continued; figures follow from
//! it at any time, however many people it is about. Memory grows with the items and with pairs of items.
//!
//! The rest of an item is the mean mark in the other items that the same person answered. Alpha rests on
//! every pair of items that somebody met together (available cases), and is told for a test of a given
//! length: α = n·c̄ / (v̄ + (n − 1)·c̄), with the mean variance v̄ of an item and the mean covariance c̄ of a
//! pair. Where everybody answered all n items this is Cronbach's alpha (Psychometrika 16 (1951) 297–334,
//! formula 15); otherwise it is what a test of n items drawn at random would have (W. Brown, British Journal
//! of Psychology 3 (1910) 296–322; C. Spearman, ibid. 271–295). Its interval is Feldt's (Psychometrika 30
//! (1965) 357–370) for as many people as a pair was met by on average, which is cautious: nobody counts
//! more than once for it.
//!
//! Rapid guessing: an answer is rapid when it took less than a tenth of the mean time that people took over
//! this item, and less than ten seconds (the normative threshold NT10 of S. L. Wise and L. Ma, "Setting
//! response time thresholds for a CAT item pool", NCME 2012; the idea is of S. L. Wise and X. Kong, Applied
//! Measurement in Education 18 (2005) 163–183).

use statrs::distribution::{ContinuousCDF, FisherSnedecor, Normal};

use crate::{
    Estimate, Interval,
    items::{Pair, as_f64},
    times::Times,
};

/// Share of the mean time below which an answer is rapid.
const RAPID_SHARE: f64 = 0.1;
/// A rapid answer took less than this, whatever the mean.
const RAPID_AT_MOST_MS: f64 = 10_000.0;

/// How sure somebody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sureness {
    /// Not said.
    #[default]
    NotSaid,
    /// A guess.
    Guess,
    /// Thinks so.
    Think,
    /// Sure.
    Sure,
}

impl Sureness {
    /// All of them, the surest first.
    pub const ALL: [Self; 4] = [Self::Sure, Self::Think, Self::Guess, Self::NotSaid];
}

/// An item that somebody met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Met {
    /// Which item of the bank, counted from 0.
    pub item: usize,
    /// From 0 to 1. Nothing when it was left out, which counts neither for nor against anybody.
    pub mark: Option<f64>,
    /// The options that were chosen: bit 0 stands for the first.
    pub chosen: u64,
    /// How sure.
    pub sureness: Sureness,
    /// From the question to the answer.
    pub elapsed_ms: u32,
}

/// How many answered, and how many of them with the full mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RightOf {
    /// Answers.
    pub answered: u64,
    /// Of them, with the full mark.
    pub right: u64,
}

/// An option, and who chose it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Chosen {
    /// How often.
    pub chosen: u64,
    /// How often in an answer without the full mark.
    pub in_wrong: u64,
    /// Mean mark, 0 to 1, of those who chose it in the other items that they answered.
    pub mean_rest: Option<f64>,
}

/// Answers that came too fast for the question to have been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rapid {
    /// How many.
    pub answers: u64,
    /// Faster than this.
    pub below_ms: u32,
}

/// Sums of a bank over everybody who met some of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BankSums {
    pub(crate) people: u64,
    pub(crate) items: Vec<BankItem>,
    /// Of items i < j, at the place j (j − 1) / 2 + i, so that a bank can grow.
    pub(crate) pairs: Vec<Both>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct BankItem {
    pub(crate) left_out: u64,
    pub(crate) of: [RightOf; 4],
    pub(crate) mark: f64,
    pub(crate) mark_squared: f64,
    pub(crate) pair: Pair,
    pub(crate) options: Vec<BankOption>,
    pub(crate) times: Times,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct BankOption {
    pub(crate) chosen: u64,
    pub(crate) in_wrong: u64,
    pub(crate) with_rest: u64,
    pub(crate) rest: f64,
}

/// Sums over those who answered two items.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Both {
    pub(crate) count: u64,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) xy: f64,
}

impl BankSums {
    /// Nobody yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// How many items somebody met.
    pub fn items(&self) -> usize {
        self.items.len()
    }

    /// Adds what one person met in one go. An item may stand in it once.
    pub fn add(&mut self, met: &[Met]) {
        if let Some(last) = met.iter().map(|one| one.item).max() {
            self.grow(last + 1);
        }
        self.people += 1;
        let mut total = 0.0;
        let mut answered = 0_u32;
        for mark in met.iter().filter_map(|one| one.mark) {
            total += mark;
            answered += 1;
        }
        for (at, one) in met.iter().enumerate() {
            let item = &mut self.items[one.item];
            let Some(mark) = one.mark else {
                item.left_out += 1;
                continue;
            };
            let rest = (answered > 1).then(|| (total - mark) / (f64::from(answered) - 1.0));
            item.add(*one, mark, rest);
            for other in &met[..at] {
                if let Some(mark_of_other) = other.mark {
                    self.pair(one.item, mark, other.item, mark_of_other);
                }
            }
        }
    }

    fn grow(&mut self, items: usize) {
        if items > self.items.len() {
            self.items.resize(items, BankItem::default());
            self.pairs.resize(items * (items - 1) / 2, Both::default());
        }
    }

    fn pair(&mut self, one: usize, mark: f64, other: usize, mark_of_other: f64) {
        let (low, x, high, y) = if one < other {
            (one, mark, other, mark_of_other)
        } else {
            (other, mark_of_other, one, mark)
        };
        if low != high {
            let both = &mut self.pairs[high * (high - 1) / 2 + low];
            both.count += 1;
            both.x += x;
            both.y += y;
            both.xy += x * y;
        }
    }

    /// How often something was added: people, when each is added once.
    pub fn people(&self) -> u64 {
        self.people
    }

    /// Answers to an item, and how many of them have the full mark.
    pub fn right_of(&self, item: usize) -> RightOf {
        let of = self.items.get(item).map(|item| item.of).unwrap_or_default();
        of.iter().fold(RightOf::default(), |sum, of| RightOf {
            answered: sum.answered + of.answered,
            right: sum.right + of.right,
        })
    }

    /// The same of those who were so sure.
    pub fn right_of_sure(&self, item: usize, sureness: Sureness) -> RightOf {
        self.items.get(item).map(|item| item.of[sureness as usize]).unwrap_or_default()
    }

    /// How often an item was met and left out.
    pub fn left_out(&self, item: usize) -> u64 {
        self.items.get(item).map_or(0, |item| item.left_out)
    }

    /// The mean mark of those who answered an item: its *facility*. `None` when nobody did.
    pub fn facility(&self, item: usize) -> Option<f64> {
        let answered = self.right_of(item).answered;
        (answered > 0).then(|| self.items[item].mark / as_f64(answered))
    }

    /// How well an item separates strong from weak: the correlation of its mark with the mean mark in the
    /// other items that the same person answered (*corrected item-rest correlation*; F. M. Lord and M. R.
    /// Novick, *Statistical Theories of Mental Test Scores* (1968), chapter 15), with Fisher's interval.
    /// `None` with fewer than four people, or when all marks or all rests are equal.
    pub fn discrimination(&self, item: usize, level: f64) -> Option<Estimate> {
        self.items.get(item)?.pair.fishers(level)
    }

    /// Every option of an item that somebody chose, each at its place.
    pub fn options(&self, item: usize) -> Vec<Chosen> {
        let options = self.items.get(item).map(|item| item.options.as_slice()).unwrap_or_default();
        let chosen = options.iter().map(|option| Chosen {
            chosen: option.chosen,
            in_wrong: option.in_wrong,
            mean_rest: (option.with_rest > 0).then(|| option.rest / as_f64(option.with_rest)),
        });
        chosen.collect()
    }

    /// The median time over an item, to within 3 %.
    pub fn median_ms(&self, item: usize) -> Option<u32> {
        self.items.get(item)?.times.median_ms()
    }

    /// Answers that came too fast for the item to have been read. `None` when nobody answered it.
    pub fn rapid(&self, item: usize) -> Option<Rapid> {
        let times = &self.items.get(item)?.times;
        let below = (RAPID_SHARE * times.mean_ms()?).min(RAPID_AT_MOST_MS);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most 10,000"
        )]
        let below_ms = below as u32;
        Some(Rapid { answers: times.below(below_ms), below_ms })
    }

    /// How many people met two items of this bank together, on average over pairs that anybody met.
    pub fn people_of_a_pair(&self) -> f64 {
        let met = self.pairs.iter().filter(|both| both.count > 0);
        let (pairs, people) =
            met.fold((0_u64, 0_u64), |(pairs, people), both| (pairs + 1, people + both.count));
        if pairs == 0 { 0.0 } else { as_f64(people) / as_f64(pairs) }
    }

    /// Alpha of a test of so many items of this bank, with Feldt's interval. `None` with fewer than two
    /// items or people, or when nothing varies.
    pub fn alpha(&self, length: usize, level: f64) -> Option<Estimate> {
        let value = self.alpha_of(length, None)?;
        if !(level > 0.0 && level < 1.0) {
            return None;
        }
        let people = self.people_of_a_pair() - 1.0;
        let cells = people * (as_f64(length as u64) - 1.0);
        let f = FisherSnedecor::new(people, cells).ok()?;
        let end = |share: f64| 1.0 - (1.0 - value) * f.inverse_cdf(share);
        let tail = f64::midpoint(1.0, level);
        Some(Estimate { value, interval: Interval { low: end(tail), high: end(1.0 - tail) } })
    }

    /// Alpha of a test of so many items if this one were not in the bank. For a test of the whole bank that
    /// is one of one item fewer (*alpha if deleted*).
    pub fn alpha_without(&self, item: usize, length: usize) -> Option<f64> {
        self.items.get(item)?;
        self.alpha_of(length.min(self.items.len() - 1), Some(item))
    }

    fn alpha_of(&self, length: usize, without: Option<usize>) -> Option<f64> {
        let stays = |item: &usize| without != Some(*item);
        let variances = (0..self.items.len()).filter(stays);
        let variances: Vec<f64> =
            variances.filter_map(|item| self.items[item].variance()).collect();
        let mut covariances = Mean::default();
        for high in (1..self.items.len()).filter(stays) {
            for low in (0..high).filter(stays) {
                covariances.add(self.pairs[high * (high - 1) / 2 + low].covariance());
            }
        }
        let (covariance, length) = (covariances.mean()?, as_f64(length as u64));
        let variance = variances.iter().sum::<f64>() / as_f64(variances.len() as u64);
        let total = variance + (length - 1.0) * covariance;
        (length > 1.0 && total > 1e-12).then(|| length * covariance / total)
    }
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u64,
}

impl Mean {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.count += 1;
        }
    }

    fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / as_f64(self.count))
    }
}

impl BankItem {
    fn add(&mut self, met: Met, mark: f64, rest: Option<f64>) {
        let wrong = mark < 1.0;
        let of = &mut self.of[met.sureness as usize];
        of.answered += 1;
        of.right += u64::from(!wrong);
        self.mark += mark;
        self.mark_squared += mark * mark;
        self.times.add(met.elapsed_ms);
        if let Some(rest) = rest {
            self.pair.add(mark, rest);
        }
        let mut left = met.chosen;
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            if self.options.len() <= at {
                self.options.resize(at + 1, BankOption::default());
            }
            let option = &mut self.options[at];
            option.chosen += 1;
            option.in_wrong += u64::from(wrong);
            if let Some(rest) = rest {
                option.with_rest += 1;
                option.rest += rest;
            }
        }
    }

    fn variance(&self) -> Option<f64> {
        let answered: u64 = self.of.iter().map(|of| of.answered).sum();
        let count = as_f64(answered);
        (answered > 1).then(|| (self.mark_squared - self.mark * self.mark / count) / (count - 1.0))
    }
}

impl Both {
    fn covariance(&self) -> Option<f64> {
        let count = as_f64(self.count);
        (self.count > 1).then(|| (self.xy - self.x * self.y / count) / (count - 1.0))
    }
}

impl Pair {
    /// The correlation with Fisher's interval.
    pub(crate) fn fishers(&self, level: f64) -> Option<Estimate> {
        let value = self.correlation()?;
        if self.count < 4 || !(level > 0.0 && level < 1.0) {
            return None;
        }
        let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, level));
        let half = z / (as_f64(self.count) - 3.0).sqrt();
        let at = |shift: f64| (value.atanh() + shift).tanh();
        let interval = if value.abs() >= 1.0 {
            Interval { low: value, high: value }
        } else {
            Interval { low: at(-half), high: at(half) }
        };
        Some(Estimate { value, interval })
    }
}

#[cfg(test)]
mod tests;
