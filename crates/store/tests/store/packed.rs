//! Packed attempts and sums of a trainer's store.

use std::collections::BTreeSet;

use eighteen_store::{
    AttemptRow, FinishedCheck, Kind, PackedAnswer, PackedScan, PersonCheck, QuestionSumsRow, Store,
    Sureness, Writer,
};

use crate::builders::{
    NOW, PACK, answer, check, drawn, finished, item, person, read, trainers, write,
};

fn packed(item: u32, mark: Option<f64>) -> PackedAnswer {
    PackedAnswer { item, mark, chosen: 5, sureness: Sureness::Think, elapsed_ms: 1_500 }
}

fn try_of(id: &str, learner: &str, try_number: u32) -> AttemptRow {
    finished(AttemptRow { try_number, ..check(id, learner) }, 1.0, false)
}

fn put(writer: &Writer<'_>, attempt: &AttemptRow, mark: f64) {
    writer.put_attempt(attempt).unwrap();
    let check = writer.reader().finished_check(&attempt.id).unwrap().unwrap();
    let item = writer.number_of_item("h1").unwrap();
    writer.pack_check(&check, &[packed(item, Some(mark))]).unwrap();
}

/// Two people, the first with two tries of which the second came in first.
fn some(store: &Store) {
    write(store, |writer| {
        writer.put_person(&person("l1", None))?;
        writer.put_person(&person("l2", None))?;
        put(writer, &try_of("a2", "l1", 2), 1.0);
        put(writer, &try_of("a3", "l2", 1), 0.5);
        writer.keep_question_sums(1, true, &sums())?;
        writer.keep_question_sums(2, true, &sums())?;
        put(writer, &try_of("a1", "l1", 1), 0.0);
        Ok(())
    });
}

fn sums() -> QuestionSumsRow {
    QuestionSumsRow { up_to: 2, items: "[1]".to_owned(), sums: vec![1, 2, 3] }
}

fn marks(store: &Store, scan: &PackedScan<'_>) -> Vec<f64> {
    let mut marks = Vec::new();
    let quiz = if scan.quiz == 0 { 1 } else { scan.quiz };
    let scan = PackedScan { quiz, ..scan.clone() };
    read(store, |reader| {
        reader.each_packed(&scan, |answers| marks.extend(answers.iter().filter_map(|it| it.mark)))
    });
    marks
}

#[test]
fn attempts_come_in_the_order_of_packing_and_first_is_the_lowest_try() {
    let (_home, _key, store) = trainers();
    some(&store);
    assert_eq!(marks(&store, &PackedScan::default()), [1.0, 0.5, 0.0]);
    let firsts = PackedScan { firsts: true, ..PackedScan::default() };
    assert_eq!(marks(&store, &firsts), [0.5, 0.0], "the second try is no first any more");
    assert_eq!(marks(&store, &PackedScan { after: 2, ..PackedScan::default() }), [0.0]);
    assert_eq!(marks(&store, &PackedScan { quiz: 9, ..PackedScan::default() }), [0.0; 0]);
    assert_eq!(
        read(&store, |reader| reader.question_sums(1, true)),
        None,
        "what was the first is not any more, so sums of the quiz are not true any more"
    );
    assert_eq!(read(&store, |reader| reader.question_sums(2, true)), Some(sums()));
}

#[test]
fn days_and_people_are_filters() {
    let (_home, _key, store) = trainers();
    some(&store);
    let day: u32 = NOW[..10].replace('-', "").parse().unwrap();
    let from = |from| PackedScan { from_day: Some(from), ..PackedScan::default() };
    let to = |to| PackedScan { to_day: Some(to), ..PackedScan::default() };
    assert_eq!(marks(&store, &from(day)).len(), 3);
    assert_eq!(marks(&store, &from(day + 1)).len(), 0);
    assert_eq!(marks(&store, &to(day)).len(), 3);
    assert_eq!(marks(&store, &to(day - 1)).len(), 0);
    let ids = ["l2".to_owned(), "nobody".to_owned()];
    let people = read(&store, |reader| reader.person_numbers(&ids));
    assert_eq!(people.len(), 1);
    let of = |people| PackedScan { people: Some(people), ..PackedScan::default() };
    assert_eq!(marks(&store, &of(&people)), [0.5]);
    assert_eq!(marks(&store, &of(&BTreeSet::new())), [0.0; 0]);
}

/// Which quiz, which try, which marks.
type Told = (u32, Vec<(u32, Vec<f64>)>);

fn by_person(store: &Store, people: Option<&BTreeSet<u32>>) -> Vec<Told> {
    let mut told = Vec::new();
    read(store, |reader| {
        reader.each_person(PACK, people, |person, checks| {
            let marks =
                |check: &PersonCheck| check.answers.iter().filter_map(|it| it.mark).collect();
            let checks = checks.iter().map(|check| (check.try_number, marks(check)));
            told.push((person, checks.collect()));
        })
    });
    told
}

#[test]
fn the_checks_of_a_person_come_together_in_the_order_in_which_they_were_begun() {
    let (_home, _key, store) = trainers();
    some(&store);
    let (first, second) = ((1, vec![(1, vec![0.0]), (2, vec![1.0])]), (2, vec![(1, vec![0.5])]));
    assert_eq!(by_person(&store, None), [first, second.clone()]);
    assert_eq!(by_person(&store, Some(&BTreeSet::from([2]))), [second]);
    write(&store, |writer| {
        let check = writer.reader().finished_check("a3")?.unwrap();
        writer.pack_check(&check, &[packed(1, Some(0.75))])?;
        assert_eq!(writer.reader().is_packed_so(&check, &[packed(1, Some(0.75))])?, Some(true));
        assert_eq!(writer.reader().is_packed_so(&check, &[packed(1, Some(0.5))])?, Some(false));
        let other = FinishedCheck { points: check.points + 1.0, ..check };
        assert_eq!(writer.reader().is_packed_so(&other, &[packed(1, Some(0.75))])?, Some(false));
        Ok(())
    });
    assert_eq!(by_person(&store, None)[1], (2, vec![(1, vec![0.75])]));
    let numbers = read(&store, |reader| reader.numbered_people());
    assert_eq!(numbers, [("l1".to_owned(), 1), ("l2".to_owned(), 2)].into());
}

#[test]
fn packing_again_changes_nothing_unless_the_answers_changed() {
    let (_home, _key, store) = trainers();
    some(&store);
    let again = |mark| {
        write(&store, |writer| {
            writer.keep_question_sums(1, false, &sums())?;
            let check = writer.reader().finished_check("a3")?.unwrap();
            writer.pack_check(&check, &[packed(1, Some(mark))])
        });
    };
    again(0.5);
    assert_eq!(read(&store, |reader| reader.question_sums(1, false)), Some(sums()));
    again(0.75);
    assert_eq!(read(&store, |reader| reader.question_sums(1, false)), None);
    assert_eq!(marks(&store, &PackedScan::default()), [1.0, 0.75, 0.0]);
    assert_eq!(read(&store, |reader| reader.count_packed()), (3, 3));
}

#[test]
fn only_finished_checks_are_packed() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("l1", None))?;
        writer.put_attempt(&check("open", "l1"))?;
        let kind = eighteen_store::AttemptKind::Assessment;
        writer.put_attempt(&AttemptRow { kind, ..try_of("all", "l1", 1) })?;
        let kind = eighteen_store::AttemptKind::Practice;
        writer.put_attempt(&AttemptRow { kind, ..try_of("practice", "l1", 1) })?;
        writer.put_attempt(&try_of("done", "l1", 1))
    });
    let known = |id: &str| read(&store, |reader| reader.finished_check(id)).is_some();
    assert_eq!(["open", "all", "practice", "done"].map(known), [false, true, false, true]);
    let all = read(&store, |reader| reader.finished_checks(0, 10));
    assert_eq!(all.iter().map(|one| one.of_module).collect::<Vec<_>>(), [false, true]);
    assert_eq!(read(&store, |reader| reader.finished_checks(all[1].seq, 10)), []);
    write(&store, |writer| all.iter().try_for_each(|one| writer.pack_check(one, &[])));
    let packed = read(&store, |reader| reader.count_packed());
    assert_eq!(packed, (1, 2), "those of all modules only lie by their person");
}

#[test]
fn a_transaction_knows_which_attempts_it_changed() {
    let (_home, _key, store) = trainers();
    let all = |writer: &Writer<'_>| {
        writer.put_person(&person("l1", None))?;
        writer.keep_item(&item("h1", "q1"))?;
        writer.put_attempt(&try_of("a1", "l1", 1))?;
        writer.put_attempt_item(&drawn("a1", 1, "h1"))?;
        writer.add_answer(&answer("n1", "a1", 1, 1.0))?;
        Ok(writer.touched().into_iter().collect::<Vec<_>>())
    };
    assert_eq!(write(&store, all), ["a1"]);
    assert_eq!(write(&store, all), [""; 0], "all of it was there");
    let late = write(&store, |writer| {
        writer.add_answer(&answer("n2", "a1", 1, 0.0))?;
        Ok(writer.touched().len())
    });
    assert_eq!(late, 1);
}

#[test]
fn an_erased_person_is_in_no_sums_and_no_packed_attempt() {
    let (home, key, store) = trainers();
    some(&store);
    write(&store, |writer| writer.keep_question_sums(1, false, &sums()));
    store.erase(&home.folder, Kind::Trainer(&key), &["l1"], "20261124T080000Z").unwrap();
    assert_eq!(marks(&store, &PackedScan::default()), [0.5]);
    assert_eq!(read(&store, |reader| reader.question_sums(1, false)), None);
    let ids = ["l1".to_owned()];
    assert!(read(&store, |reader| reader.person_numbers(&ids)).is_empty());
}
