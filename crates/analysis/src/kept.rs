//! [`BankSums`] as bytes, to be kept and taken up again exactly.
//!
//! First the form, 1. Whole numbers are LEB128, numbers are IEEE 754 doubles, little endian. Then: people; the
//! number of items; each item (left out; answered and right for not said, guess, think, sure; sum and sum of
//! squares of marks; count and the sums x, y, xx, yy, xy of mark and rest; the number of options and of each
//! chosen, in wrong, with rest, sum of rests; sum of times; the number of classes and of each class and
//! count); each pair of items that somebody met (its place counted from the last one written, plus one;
//! count, x, y, xy), and 0.

use crate::{
    BankSums, RightOf,
    bank::{BankItem, BankOption, Both},
    items::Pair,
    times::Times,
};

const FORM: u8 = 1;

/// More of anything in a row than this is no count of ours.
const MOST: u64 = 1 << 24;
/// More items than this are in no bank; their pairs would not be in any memory.
const MOST_ITEMS: usize = 4096;

impl BankSums {
    /// As bytes; [`BankSums::from_bytes`] gives the very same sums again.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![FORM];
        whole(&mut out, self.people);
        whole(&mut out, self.items.len() as u64);
        for item in &self.items {
            write_item(&mut out, item);
        }
        let mut before = 0;
        for (place, both) in (1_u64..).zip(&self.pairs).filter(|(_, both)| both.count > 0) {
            whole(&mut out, place - before);
            before = place;
            whole(&mut out, both.count);
            numbers(&mut out, &[both.x, both.y, both.xy]);
        }
        whole(&mut out, 0);
        out
    }

    /// From bytes. `None` when they are not whole or of another form: then they are made anew.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut from = From { left: bytes };
        if from.byte()? != FORM {
            return None;
        }
        let people = from.whole()?;
        let count = from.count().filter(|items| *items <= MOST_ITEMS)?;
        let items: Vec<BankItem> = (0..count).map(|_| from.item()).collect::<Option<_>>()?;
        let mut pairs = vec![Both::default(); count * count.saturating_sub(1) / 2];
        let mut at = 0_usize;
        loop {
            let step = from.count()?;
            if step == 0 {
                break;
            }
            at += step;
            let both = pairs.get_mut(at - 1)?;
            let count = from.whole()?;
            *both = Both { count, x: from.number()?, y: from.number()?, xy: from.number()? };
        }
        from.left.is_empty().then_some(Self { people, items, pairs })
    }
}

fn write_item(out: &mut Vec<u8>, item: &BankItem) {
    whole(out, item.left_out);
    for of in item.of {
        whole(out, of.answered);
        whole(out, of.right);
    }
    numbers(out, &[item.mark, item.mark_squared]);
    let Pair { count, x, y, xx, yy, xy } = item.pair;
    whole(out, count);
    numbers(out, &[x, y, xx, yy, xy]);
    whole(out, item.options.len() as u64);
    for option in &item.options {
        whole(out, option.chosen);
        whole(out, option.in_wrong);
        whole(out, option.with_rest);
        numbers(out, &[option.rest]);
    }
    whole(out, item.times.sum_ms);
    whole(out, item.times.classes().count() as u64);
    for (class, count) in item.times.classes() {
        whole(out, u64::from(class));
        whole(out, count);
    }
}

fn whole(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

fn numbers(out: &mut Vec<u8>, values: &[f64]) {
    out.extend(values.iter().flat_map(|value| value.to_le_bytes()));
}

/// What is left to read.
struct From<'a> {
    left: &'a [u8],
}

impl From<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.left.split_first()?;
        self.left = rest;
        Some(*first)
    }

    fn whole(&mut self) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A number of things that follow.
    fn count(&mut self) -> Option<usize> {
        usize::try_from(self.whole().filter(|count| *count <= MOST)?).ok()
    }

    fn number(&mut self) -> Option<f64> {
        let (bytes, rest) = self.left.split_first_chunk::<8>()?;
        self.left = rest;
        Some(f64::from_le_bytes(*bytes))
    }

    fn item(&mut self) -> Option<BankItem> {
        let left_out = self.whole()?;
        let mut of = [RightOf::default(); 4];
        for of in &mut of {
            *of = RightOf { answered: self.whole()?, right: self.whole()? };
        }
        let (mark, mark_squared) = (self.number()?, self.number()?);
        let pair = Pair {
            count: self.whole()?,
            x: self.number()?,
            y: self.number()?,
            xx: self.number()?,
            yy: self.number()?,
            xy: self.number()?,
        };
        let options = self.count()?;
        let options = (0..options).map(|_| self.option()).collect::<Option<_>>()?;
        let mut times = Times::with_sum(self.whole()?);
        for _ in 0..self.count()? {
            let class = u16::try_from(self.whole()?).ok()?;
            times.put(class, self.whole()?)?;
        }
        Some(BankItem { left_out, of, mark, mark_squared, pair, options, times })
    }

    fn option(&mut self) -> Option<BankOption> {
        Some(BankOption {
            chosen: self.whole()?,
            in_wrong: self.whole()?,
            with_rest: self.whole()?,
            rest: self.number()?,
        })
    }
}
