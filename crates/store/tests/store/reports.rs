//! The reports against a cohort that is small enough to be counted by hand.
//!
//! | who | checks of `m1`, in the order begun |
//! |---|---|
//! | Ada | finished, passed: q1 wrong, then right; q2 sure and wrong. Finished, failed: q1 sure and wrong |
//! | Ben | never finished: q1 sure and wrong. Finished, passed: q1 right, q2 right |
//! | Cem | finished, failed: q1 sure and wrong, q2 sure and wrong, then unsure and wrong |
//! | Dee | practice only: q1 wrong |
//! | Eva | finished in another pack: q1 wrong |
//! | Fay | finished, failed: nothing answered |

use eighteen_seal::StoreKey;
use eighteen_store::{
    AttemptKind, AttemptRow, NewAnswer, Store, Writer,
    reports::{CheckStanding, SureButWrong},
};

use crate::builders::{
    Home, PACK, answer, check, drawn, finished, item, person, read, trainers, write,
};

/// One answer: position, right or not, how sure, milliseconds.
type Given = (u32, bool, Option<&'static str>, u32);

fn attempt(
    writer: &Writer<'_>,
    row: &AttemptRow,
    given: &[Given],
) -> Result<(), eighteen_store::Error> {
    writer.put_attempt(row)?;
    writer.put_attempt_item(&drawn(&row.id, 1, "h1"))?;
    writer.put_attempt_item(&drawn(&row.id, 2, "h2"))?;
    for (number, &(position, right, confidence, elapsed_ms)) in given.iter().enumerate() {
        let (response, shown, score) =
            if right { (r#"["r"]"#, "Right", 1.0) } else { (r#"["w"]"#, "Wrong", 0.5) };
        writer.add_answer(&NewAnswer {
            response: response.to_owned(),
            shown_text: shown.to_owned(),
            confidence: confidence.map(str::to_owned),
            elapsed_ms,
            item_id: format!("q{position}"),
            ..answer(&format!("{}-{number}", row.id), &row.id, position, score)
        })?;
    }
    Ok(())
}

fn cohort() -> (Home, StoreKey, Store) {
    let (home, key, store) = trainers();
    write(&store, |writer| {
        writer.keep_item(&item("h1", "q1"))?;
        writer.keep_item(&item("h2", "q2"))?;
        for name in ["ada", "ben", "cem", "dee", "eva", "fay"] {
            writer.put_person(&person(name, Some(name)))?;
        }
        attempt(
            writer,
            &finished(check("ada-1", "ada"), 1.5, true),
            &[(1, false, None, 10), (1, true, Some("sure"), 20), (2, false, Some("sure"), 30)],
        )?;
        attempt(writer, &check("ben-1", "ben"), &[(1, false, Some("sure"), 40)])?;
        attempt(
            writer,
            &finished(check("ada-2", "ada"), 0.5, false),
            &[(1, false, Some("sure"), 50)],
        )?;
        attempt(
            writer,
            &finished(check("ben-2", "ben"), 2.0, true),
            &[(1, true, Some("guess"), 60), (2, true, None, 70)],
        )?;
        attempt(
            writer,
            &finished(check("cem-1", "cem"), 1.0, false),
            &[
                (1, false, Some("sure"), 5),
                (2, false, Some("sure"), 80),
                (2, false, Some("think"), 3),
            ],
        )?;
        let practice = AttemptRow { kind: AttemptKind::Practice, ..check("dee-1", "dee") };
        attempt(writer, &practice, &[(1, false, Some("sure"), 90)])?;
        let elsewhere = AttemptRow { pack_id: "other".to_owned(), ..check("eva-1", "eva") };
        attempt(writer, &finished(elsewhere, 0.5, false), &[(1, false, Some("sure"), 99)])?;
        attempt(writer, &finished(check("fay-1", "fay"), 0.0, false), &[])
    });
    (home, key, store)
}

#[test]
fn standings_count_every_check_of_the_pack() {
    let (_home, _key, store) = cohort();
    let standing = |who: &str, begun, finished, passed, best_points, failed| CheckStanding {
        learner_id: who.to_owned(),
        module_id: "m1".to_owned(),
        begun,
        finished,
        passed,
        best_points,
        questions: 2,
        failed,
    };
    let standings = read(&store, |reader| reader.check_standings(PACK));
    let expect = [
        standing("ada", 2, 2, true, Some(1.5), 1),
        standing("ben", 2, 1, true, Some(2.0), 0),
        standing("cem", 1, 1, false, Some(1.0), 1),
        standing("fay", 1, 1, false, Some(0.0), 1),
    ];
    assert_eq!(standings, expect);
}

#[test]
fn sure_but_wrong_counts_every_finished_check_and_only_the_answer_that_counts() {
    let (_home, _key, store) = cohort();
    let row = |who: &str, answers| SureButWrong {
        learner_id: who.to_owned(),
        module_id: "m1".to_owned(),
        answers,
    };
    let rows = read(&store, |reader| reader.sure_but_wrong(PACK));
    assert_eq!(rows, [row("ada", 2), row("cem", 1)]);
}

#[test]
fn who_had_a_question_wrong_is_told_by_the_last_finished_check() {
    let (_home, _key, store) = cohort();
    let wrong = || {
        let rows = read(&store, |reader| reader.wrong_last("h1"));
        rows.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(wrong(), ["ada", "cem", "eva", "fay"], "no open check and no practice counts");
    write(&store, |writer| {
        let again = AttemptRow {
            finished_at: Some("2026-11-23T00:30:00+01:00".to_owned()),
            ..finished(check("cem-2", "cem"), 2.0, true)
        };
        attempt(writer, &again, &[(1, false, None, 5), (1, true, None, 6)])
    });
    assert_eq!(wrong(), ["ada", "eva", "fay"], "who had it right later needs no revisit");
    let rows = read(&store, |reader| reader.wrong_last("h2"));
    assert_eq!(rows.len(), 4, "left out is not right either: {rows:?}");
}

#[test]
fn nobody_gives_empty_reports() {
    let (_home, _key, store) = trainers();
    assert_eq!(read(&store, |reader| reader.check_standings(PACK)), []);
    assert_eq!(read(&store, |reader| reader.sure_but_wrong(PACK)), []);
}

/// How `SQLite` goes about a query.
fn plan(conn: &rusqlite::Connection, sql: &str) -> Vec<String> {
    let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let values = ["pack", "m1", ""];
    let values = rusqlite::params_from_iter(&values[..plan.parameter_count()]);
    plan.query_map(values, |row| row.get(3)).unwrap().map(Result::unwrap).collect()
}

/// The whole table of attempts would have to be read otherwise, or a million rows sorted, for each page.
#[test]
fn what_is_read_for_each_page_is_found_by_an_index() {
    let (_home, key, store) = trainers();
    let conn = crate::raw::connect(store.path(), Some(&key));
    for sql in [
        include_str!("../../src/reports/known.sql"),
        include_str!("../../src/reports/known_on.sql"),
    ] {
        let plan = plan(&conn, sql);
        assert!(plan.iter().any(|step| step.contains("INDEX attempts_known")), "{plan:?}");
    }
    let in_order = plan(&conn, include_str!("../../src/tables/each_person.sql"));
    assert_eq!(in_order, ["SCAN checks_by_person"]);
}
