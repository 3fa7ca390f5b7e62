//! What reports share that read everybody's finished checks, person by person.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_store::{PersonCheck, Reader, reports::Among};

use crate::{UserError, course::Course, error::not_found};

/// Questions in reports in which a question is its id and version, whatever its exact words.
#[derive(Default)]
pub(crate) struct Keys {
    /// By the number of the kept question.
    of_number: Vec<Option<usize>>,
    /// By id and then by version.
    of_question: BTreeMap<String, BTreeMap<u32, usize>>,
    /// How many questions there are.
    count: usize,
}

impl Keys {
    pub(crate) fn read(reader: &Reader<'_>, course: &Course) -> Result<Self, UserError> {
        let mut keys = Self::default();
        let mut of_hash = BTreeMap::new();
        for item in reader.items()?.into_iter().filter(|item| item.pack_id == course.pack.id) {
            of_hash.insert(item.hash, keys.number(item.item_id, item.version));
        }
        for (number, hash) in reader.item_numbers()? {
            keys.put(number, of_hash.get(&hash).copied());
        }
        Ok(keys)
    }

    /// The number of a question, which it gets when it is met for the first time.
    fn number(&mut self, id: String, version: u32) -> usize {
        let next = self.count;
        let key = *self.of_question.entry(id).or_default().entry(version).or_insert(next);
        self.count = self.count.max(key + 1);
        key
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
            let key = keys.number(number.to_string(), 1);
            keys.put(number, Some(key));
        }
        keys
    }

    /// How many questions there are.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The question with this number.
    pub(crate) fn of_number(&self, number: u32) -> Option<usize> {
        self.of_number.get(number as usize).copied().flatten()
    }

    /// The question with this id and version.
    pub(crate) fn of_question(&self, id: &str, version: u32) -> Option<usize> {
        self.of_question.get(id)?.get(&version).copied()
    }
}

/// Whose checks a report reads, and first checks of which days.
#[derive(Default)]
pub(crate) struct Wanted {
    /// By number; everybody when absent.
    pub(crate) people: Option<BTreeSet<u32>>,
    /// Such as 20261122.
    pub(crate) from_day: Option<u32>,
    pub(crate) to_day: Option<u32>,
    /// Answers that are told, where no person is shown: place of the check, number of the question.
    pub(crate) told: Option<BTreeSet<(i64, u32)>>,
}

impl Wanted {
    pub(crate) fn read(reader: &Reader<'_>, among: &Among) -> Result<Self, UserError> {
        let people = match &among.group_id {
            Some(group) => Some(reader.person_numbers(&reader.members(group)?)?),
            None => None,
        };
        let told =
            if among.told { Some(reader.told_answers()?.into_iter().collect()) } else { None };
        Ok(Self {
            people,
            from_day: among.from_day.as_deref().map(day).transpose()?,
            to_day: among.to_day.as_deref().map(day).transpose()?,
            told,
        })
    }

    /// Whether a day, such as 20261122, is one of those.
    pub(crate) fn has(&self, day: u32) -> bool {
        self.from_day.is_none_or(|from| from <= day) && self.to_day.is_none_or(|to| day <= to)
    }

    /// The finished checks of these people, one person after the other. Where only some answers are told, there is
    /// nothing but these.
    pub(crate) fn each_person(
        &self,
        reader: &Reader<'_>,
        course: &Course,
        mut work: impl FnMut(u32, &[PersonCheck]),
    ) -> Result<(), UserError> {
        let Some(told) = &self.told else {
            return Ok(reader.each_person(&course.pack.id, self.people.as_ref(), work)?);
        };
        let mut kept = Vec::new();
        reader.each_person(&course.pack.id, self.people.as_ref(), |person, checks| {
            kept.clear();
            kept.extend(checks.iter().filter_map(|check| {
                let mut check = check.clone();
                check.answers.retain(|answer| told.contains(&(check.attempt, answer.item)));
                (!check.answers.is_empty()).then_some(check)
            }));
            if !kept.is_empty() {
                work(person, &kept);
            }
        })?;
        Ok(())
    }
}

/// A day as the store has it, 20261122, from 2026-11-22.
pub(crate) fn day(written: &str) -> Result<u32, UserError> {
    let digits = written.replace('-', "");
    let day = digits.parse().ok().filter(|_| written.len() == 10 && digits.len() == 8);
    day.ok_or_else(|| not_found("day", written))
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
