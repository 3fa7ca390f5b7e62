//! What reports share that read everybody's finished checks, person by person.

use std::collections::BTreeMap;

use eighteen_store::{PersonCheck, Reader};

use crate::{UserError, course::Course};

/// Questions in reports in which a question is its id and version, whatever its exact words.
#[derive(Default)]
pub(crate) struct Keys {
    /// By the number of the kept question.
    of_number: Vec<Option<usize>>,
    of_question: BTreeMap<(String, u32), usize>,
}

impl Keys {
    pub(crate) fn read(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let mut keys = Self::default();
        let mut of_hash = BTreeMap::new();
        for item in reader.items()?.into_iter().filter(|item| item.pack_id == course.pack.id) {
            let next = keys.of_question.len();
            let key = *keys.of_question.entry((item.item_id, item.version)).or_insert(next);
            of_hash.insert(item.hash, key);
        }
        for (number, hash) in reader.item_numbers()? {
            keys.put(number, of_hash.get(&hash).copied());
        }
        Ok(keys)
    }

    fn put(&mut self, number: u32, key: Option<usize>) {
        let at = number as usize;
        if self.of_number.len() <= at {
            self.of_number.resize(at + 1, None);
        }
        self.of_number[at] = key;
    }

    /// Questions of which each is its own number.
    #[cfg(test)]
    pub(crate) fn numbered(count: u32) -> Self {
        let mut keys = Self::default();
        for number in 0..count {
            let key = number as usize;
            keys.put(number, Some(key));
            keys.of_question.insert((number.to_string(), 1), key);
        }
        keys
    }

    /// How many questions there are.
    pub(crate) fn len(&self) -> usize {
        self.of_question.len()
    }

    /// The question with this number.
    pub(crate) fn of_number(&self, number: u32) -> Option<usize> {
        self.of_number.get(number as usize).copied().flatten()
    }

    /// The question with this id and version.
    pub(crate) fn of_question(&self, id: &str, version: u32) -> Option<usize> {
        self.of_question.get(&(id.to_owned(), version)).copied()
    }
}

/// A person's first check of each module: the lowest try, and of two the one that was begun first.
pub(crate) fn firsts(checks: &[PersonCheck]) -> impl Iterator<Item = &PersonCheck> {
    checks
        .iter()
        .enumerate()
        .filter(|(at, check)| {
            let rank = (check.try_number, *at);
            let mut same = checks
                .iter()
                .enumerate()
                .filter(|(_, one)| one.of_module && one.quiz == check.quiz);
            check.of_module && same.all(|(at, other)| rank <= (other.try_number, at))
        })
        .map(|(_, check)| check)
}
