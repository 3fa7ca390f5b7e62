//! What reports about questions rest on: every finished check packed in one row, and sums of every question.
//!
//! The transaction that puts a check into a trainer's store packs it and goes on with the sums, so nothing is
//! left to do when a report is opened. The answers are the truth: both can be made anew from them, and
//! [`App::check_figures`] proves that they are equal to that.

use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

use eighteen_analysis::{BankSums, Met};
use eighteen_pack::Item;
use eighteen_store::{
    FinishedCheck, PackedAnswer, PackedScan, QuestionSumsRow, Reader, Store, Sureness, Writer,
};
use serde::Serialize;

use crate::{
    App, UserError,
    item_options::{chosen_ids, options_of},
    question::response_from_json,
};

/// The setting that says in which form a store's checks are packed.
const PACKED_FORM: &str = "packed_form";
/// The form of this version: a store of another one is packed anew when it is opened.
const FORM: &str = "2";
/// So many attempts are read at a time when all are.
const AT_A_TIME: u32 = 1_000;
/// More options than this have no place in a packed answer.
const MOST_OPTIONS: usize = 64;

/// What was found when packed checks and sums were held against the answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FiguresChecked {
    /// Finished checks.
    pub checks: u32,
    /// Of them, not packed.
    pub not_packed: u32,
    /// Of them, packed with other answers than they have, or told first when they are not.
    pub packed_wrong: u32,
    /// Packed attempts of checks that there are not.
    pub packed_too_many: u32,
    /// Sums that are kept: two for each quiz.
    pub sums: u32,
    /// Of them, different from a recount.
    pub sums_wrong: u32,
}

impl FiguresChecked {
    /// Everything is as the answers say.
    pub fn is_sound(&self) -> bool {
        let Self { not_packed, packed_wrong, packed_too_many, sums_wrong, .. } = self;
        not_packed + packed_wrong + packed_too_many + sums_wrong == 0
    }
}

impl App {
    /// Holds packed checks and sums against the answers, and makes them anew when that is asked for.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn check_figures(&self, repair: bool) -> Result<FiguresChecked, UserError> {
        let store = self.trainer_store()?;
        if repair {
            store.write(renew)?;
        }
        store.read(compare)
    }
}

/// Packs what an earlier version of the app put into this store.
pub(crate) fn bring_up_to_date(store: &Store) -> Result<(), UserError> {
    let form = store.read(|reader| Ok::<_, UserError>(reader.setting(PACKED_FORM)?))?;
    if form.as_deref() == Some(FORM) { Ok(()) } else { store.write(renew) }
}

/// Packs the checks that this transaction finished or changed, and goes on with the sums.
pub(crate) fn keep(writer: &Writer<'_>) -> Result<(), UserError> {
    let mut kept = KeptItems::default();
    let mut quizzes = BTreeSet::new();
    for attempt_id in writer.touched() {
        if let Some(check) = writer.reader().finished_check(&attempt_id)? {
            pack(writer, &check, &mut kept)?;
            quizzes.insert((check.pack_id, check.quiz_id));
        }
    }
    continue_sums(writer, &quizzes)
}

/// Makes everything anew from the answers.
fn renew(writer: &Writer<'_>) -> Result<(), UserError> {
    writer.unpack_all()?;
    let mut kept = KeptItems::default();
    let mut quizzes = BTreeSet::new();
    let mut after = 0;
    loop {
        let checks = writer.reader().finished_checks(after, AT_A_TIME)?;
        let Some(last) = checks.last() else { break };
        after = last.seq;
        for check in checks {
            pack(writer, &check, &mut kept)?;
            quizzes.insert((check.pack_id, check.quiz_id));
        }
    }
    continue_sums(writer, &quizzes)?;
    Ok(writer.set_setting(PACKED_FORM, FORM)?)
}

fn pack(writer: &Writer<'_>, check: &FinishedCheck, kept: &mut KeptItems) -> Result<(), UserError> {
    let answers =
        answers_of(&writer.reader(), check, kept, &mut |hash| Ok(writer.number_of_item(hash)?))?;
    Ok(writer.pack_check(check, &answers)?)
}

/// Goes on with the sums of these quizzes, by pack and quiz, from the last attempt that is in them.
fn continue_sums(
    writer: &Writer<'_>,
    quizzes: &BTreeSet<(String, String)>,
) -> Result<(), UserError> {
    let reader = writer.reader();
    let packs: BTreeSet<&String> = quizzes.iter().map(|(pack_id, _)| pack_id).collect();
    for pack_id in packs {
        for quiz in reader.quizzes(pack_id)? {
            if !quizzes.contains(&(pack_id.clone(), quiz.quiz_id)) {
                continue;
            }
            for firsts in [true, false] {
                let mut sums = QuizSums::kept(&reader, quiz.number, firsts)?;
                let before = sums.up_to;
                sums.go_on(&reader, quiz.number, firsts)?;
                if sums.up_to > before {
                    writer.keep_question_sums(quiz.number, firsts, &sums.row()?)?;
                }
            }
        }
    }
    Ok(())
}

fn compare(reader: &Reader<'_>) -> Result<FiguresChecked, UserError> {
    let mut found = FiguresChecked::default();
    let numbers = reader.item_numbers()?;
    let numbers: BTreeMap<String, u32> =
        numbers.into_iter().map(|(number, hash)| (hash, number)).collect();
    let mut kept = KeptItems::default();
    let mut packs = BTreeSet::new();
    let mut packed_of_modules = 0;
    let mut after = 0;
    loop {
        let checks = reader.finished_checks(after, AT_A_TIME)?;
        let Some(last) = checks.last() else { break };
        after = last.seq;
        for check in checks {
            found.checks += 1;
            let mut number = |hash: &str| Ok(numbers.get(hash).copied().unwrap_or(0));
            let answers = answers_of(reader, &check, &mut kept, &mut number)?;
            let packed = reader.is_packed_so(&check, &answers)?;
            match packed {
                None => found.not_packed += 1,
                Some(false) => found.packed_wrong += 1,
                Some(true) => {}
            }
            packed_of_modules += u32::from(packed.is_some() && check.of_module);
            packs.insert(check.pack_id);
        }
    }
    found.packed_wrong += reader.told_first_wrongly()?;
    let (of_modules, by_person) = reader.count_packed()?;
    let too_many = |there: u32, packed: u32| there.saturating_sub(packed);
    found.packed_too_many = too_many(of_modules, packed_of_modules)
        .max(too_many(by_person, found.checks - found.not_packed));
    for pack_id in packs {
        for quiz in reader.quizzes(&pack_id)? {
            for firsts in [true, false] {
                let Some(row) = reader.question_sums(quiz.number, firsts)? else { continue };
                found.sums += 1;
                let mut recount = QuizSums::default();
                recount.go_on(reader, quiz.number, firsts)?;
                found.sums_wrong += u32::from(recount.row()? != row);
            }
        }
    }
    Ok(found)
}

/// Sums of a quiz, and which kept question each of its items is.
#[derive(Default)]
pub(crate) struct QuizSums {
    pub(crate) sums: BankSums,
    /// Numbers of kept questions, in the order of the sums.
    pub(crate) items: Vec<u32>,
    up_to: u32,
}

impl QuizSums {
    /// As they are kept; empty when they are not.
    fn kept(reader: &Reader<'_>, quiz: u32, firsts: bool) -> Result<Self, UserError> {
        let row = reader.question_sums(quiz, firsts)?;
        let sums = row.and_then(|row| {
            let items: Vec<u32> = serde_json::from_str(&row.items).ok()?;
            let sums = BankSums::from_bytes(&row.sums)?;
            (sums.items() == items.len()).then_some(Self { sums, items, up_to: row.up_to })
        });
        Ok(sums.unwrap_or_default())
    }

    /// Over everybody, from what is kept; what is not in it yet is read.
    pub(crate) fn of_everybody(
        reader: &Reader<'_>,
        quiz: u32,
        firsts: bool,
    ) -> Result<Self, UserError> {
        let mut sums = Self::kept(reader, quiz, firsts)?;
        sums.go_on(reader, quiz, firsts)?;
        Ok(sums)
    }

    /// Over some, in one pass.
    pub(crate) fn of_some(reader: &Reader<'_>, scan: &PackedScan<'_>) -> Result<Self, UserError> {
        let mut sums = Self::default();
        sums.scan(reader, scan)?;
        Ok(sums)
    }

    fn go_on(&mut self, reader: &Reader<'_>, quiz: u32, firsts: bool) -> Result<(), UserError> {
        let after = self.up_to;
        self.scan(reader, &PackedScan { quiz, firsts, after, ..PackedScan::default() })
    }

    fn scan(&mut self, reader: &Reader<'_>, scan: &PackedScan<'_>) -> Result<(), UserError> {
        let Self { sums, items, up_to } = self;
        let mut places = Places::of(items);
        let mut met = Vec::new();
        *up_to = reader.each_packed(scan, |answers| {
            met.clear();
            met.extend(answers.iter().map(|answer| Met {
                item: places.place(answer.item, items),
                mark: answer.mark,
                chosen: answer.chosen,
                sureness: sureness(answer.sureness),
                elapsed_ms: answer.elapsed_ms,
            }));
            sums.add(&met);
        })?;
        Ok(())
    }

    fn row(&self) -> Result<QuestionSumsRow, UserError> {
        let items = serde_json::to_string(&self.items)?;
        Ok(QuestionSumsRow { up_to: self.up_to, items, sums: self.sums.to_bytes() })
    }
}

/// Which place a kept question has in the sums, by its number: a list, for numbers are small.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of(items: &[u32]) -> Self {
        let mut places = Self(Vec::new());
        for (place, number) in items.iter().enumerate() {
            *places.slot(*number) = Some(place);
        }
        places
    }

    fn slot(&mut self, number: u32) -> &mut Option<usize> {
        let at = number as usize;
        if self.0.len() <= at {
            self.0.resize(at + 1, None);
        }
        &mut self.0[at]
    }

    /// A question that is met for the first time comes last.
    fn place(&mut self, number: u32, items: &mut Vec<u32>) -> usize {
        *self.slot(number).get_or_insert_with(|| {
            items.push(number);
            items.len() - 1
        })
    }
}

fn sureness(sureness: Sureness) -> eighteen_analysis::Sureness {
    match sureness {
        Sureness::NotSaid => eighteen_analysis::Sureness::NotSaid,
        Sureness::Guess => eighteen_analysis::Sureness::Guess,
        Sureness::Think => eighteen_analysis::Sureness::Think,
        Sureness::Sure => eighteen_analysis::Sureness::Sure,
    }
}

/// Questions as they are kept, each read once.
#[derive(Default)]
struct KeptItems(BTreeMap<String, KeptItem>);

struct KeptItem {
    number: u32,
    /// Nothing when this version cannot read it.
    item: Option<(Item, Vec<String>)>,
    /// What responses chose, each worked out once.
    chosen: BTreeMap<String, u64>,
}

/// Different responses to a question of which is kept what they chose: more are made up of free words.
const MOST_RESPONSES: usize = 500;

impl KeptItems {
    fn get(
        &mut self,
        reader: &Reader<'_>,
        hash: String,
        number_of: &mut impl FnMut(&str) -> Result<u32, UserError>,
    ) -> Result<&mut KeptItem, UserError> {
        Ok(match self.0.entry(hash) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let item = reader.item(new.key())?;
                let item = item.and_then(|item| serde_json::from_str::<Item>(&item.body).ok());
                let number = number_of(new.key())?;
                let item = item.map(|item| {
                    let ids = options_of(&item.body).into_iter().map(|option| option.id).collect();
                    (item, ids)
                });
                new.insert(KeptItem { number, item, chosen: BTreeMap::new() })
            }
        })
    }
}

impl KeptItem {
    /// What a response chose, as bits in the order of the options.
    fn chosen(&mut self, response: &str) -> u64 {
        if let Some(known) = self.chosen.get(response) {
            return *known;
        }
        let bits = self.item.as_ref().map_or(0, |(item, ids)| chosen(item, ids, response));
        if self.chosen.len() < MOST_RESPONSES {
            self.chosen.insert(response.to_owned(), bits);
        }
        bits
    }
}

/// The questions of a check with the answers that count. A question that this version cannot read keeps its mark;
/// what was chosen in it is not told.
fn answers_of(
    reader: &Reader<'_>,
    check: &FinishedCheck,
    kept: &mut KeptItems,
    number_of: &mut impl FnMut(&str) -> Result<u32, UserError>,
) -> Result<Vec<PackedAnswer>, UserError> {
    let answers = reader.counted_answers(&check.id)?;
    let mut packed = Vec::new();
    for (position, hash) in reader.questions_of(&check.id)? {
        let kept = kept.get(reader, hash, number_of)?;
        // A changed answer is a later row; the last one counts.
        let answer = answers.iter().rev().find(|answer| answer.position == position);
        packed.push(PackedAnswer {
            item: kept.number,
            mark: answer.map(|answer| answer.score),
            chosen: answer.map_or(0, |answer| kept.chosen(&answer.response)),
            sureness: match answer.and_then(|answer| answer.confidence.as_deref()) {
                Some("sure") => Sureness::Sure,
                Some("think") => Sureness::Think,
                Some("guess") => Sureness::Guess,
                _ => Sureness::NotSaid,
            },
            elapsed_ms: answer.map_or(0, |answer| answer.elapsed_ms),
        });
    }
    Ok(packed)
}

/// What a response chose, as bits in the order of the options.
fn chosen(item: &Item, ids: &[String], response: &str) -> u64 {
    let Ok(given) = response_from_json(response) else { return 0 };
    let chosen = chosen_ids(&item.body, &given);
    let places = ids.iter().take(MOST_OPTIONS).enumerate();
    places.filter(|(_, id)| chosen.contains(id)).fold(0, |bits, (place, _)| bits | 1 << place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_has_the_place_in_which_it_was_met_first() {
        let mut items = vec![7, 3];
        let mut places = Places::of(&items);
        let found: Vec<usize> =
            [3, 9, 7, 1, 9].iter().map(|number| places.place(*number, &mut items)).collect();
        assert_eq!(found, [1, 2, 0, 3, 2]);
        assert_eq!(items, [7, 3, 9, 1]);
    }
}
