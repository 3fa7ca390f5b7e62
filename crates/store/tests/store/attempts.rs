use eighteen_store::{AttemptItemRow, AttemptKind, AttemptRow};

use crate::builders::{
    NOW, check, drawn, finished, item, learners, read, ready, ready_store, trainers, write,
};

#[test]
fn an_attempt_comes_back_as_it_was_put() {
    let (_home, store) = ready_store();
    let whole = AttemptRow {
        kind: AttemptKind::Practice,
        pack_version: 7,
        try_number: 3,
        seed: "18446744073709551615".to_owned(),
        policy: r#"{"draw":12,"words":"„ä“"}"#.to_owned(),
        ..finished(check("whole", "l1"), 1.75, true)
    };
    write(&store, |writer| writer.put_attempt(&whole));
    assert_eq!(read(&store, |reader| reader.attempt("whole")), Some(whole));
    assert_eq!(read(&store, |reader| reader.attempt("a1")), Some(check("a1", "l1")));
    assert_eq!(read(&store, |reader| reader.attempt("nowhere")), None);
}

#[test]
fn an_attempt_put_again_only_takes_on_how_it_ended() {
    let (_home, store) = ready_store();
    let changed = AttemptRow {
        policy: "{}".to_owned(),
        pass_points: 0,
        pack_hash: "0".to_owned(),
        ..finished(check("a1", "l1"), 1.0, false)
    };
    write(&store, |writer| writer.put_attempt(&changed));
    let kept = read(&store, |reader| reader.attempt("a1")).unwrap();
    assert_eq!(kept, finished(check("a1", "l1"), 1.0, false), "pack and pass mark stay as begun");
}

#[test]
fn a_finished_attempt_is_never_opened_again_nor_ended_otherwise() {
    let (_home, store) = ready_store();
    write(&store, |writer| writer.put_attempt(&finished(check("a1", "l1"), 2.0, true)));
    let ended = read(&store, |reader| reader.attempt("a1"));
    write(&store, |writer| writer.put_attempt(&check("a1", "l1")));
    write(&store, |writer| writer.put_attempt(&finished(check("a1", "l1"), 0.0, false)));
    let again = write(&store, |writer| writer.finish_attempt("a1", NOW, 0.0, false));
    assert!(!again, "it says that the attempt had ended before");
    assert_eq!(read(&store, |reader| reader.attempt("a1")), ended);
}

#[test]
fn finishing_says_whether_it_did() {
    let (_home, store) = ready_store();
    assert!(write(&store, |writer| writer.finish_attempt("a1", NOW, 1.5, false)));
    assert!(!write(&store, |writer| writer.finish_attempt("a1", NOW, 1.5, false)));
    assert!(!write(&store, |writer| writer.finish_attempt("nowhere", NOW, 1.5, false)));
    let kept = read(&store, |reader| reader.attempt("a1"));
    assert_eq!(kept, Some(finished(check("a1", "l1"), 1.5, false)));
}

#[test]
fn attempts_come_in_the_order_in_which_they_began_and_by_kind() {
    let (_home, store) = learners();
    ready(&store);
    let earlier =
        AttemptRow { started_at: "1999-01-01T00:00:00.000Z".to_owned(), ..check("a0", "l1") };
    write(&store, |writer| {
        writer.add_learner("l2", NOW)?;
        writer.put_attempt(&earlier)?;
        writer.put_attempt(&AttemptRow { kind: AttemptKind::Practice, ..check("p1", "l1") })?;
        writer.put_attempt(&check("b1", "l2"))
    });
    let ids = |rows: Vec<AttemptRow>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    let of = |learner, kind| ids(read(&store, |reader| reader.attempts_of(learner, kind)));
    assert_eq!(of("l1", AttemptKind::Check), ["a1", "a0"], "by order of beginning, not by time");
    assert_eq!(of("l1", AttemptKind::Practice), ["p1"]);
    assert_eq!(of("l2", AttemptKind::Check), ["b1"]);
    assert_eq!(ids(read(&store, |reader| reader.all_attempts())), ["a1", "a0", "p1", "b1"]);
}

#[test]
fn the_questions_of_an_attempt_stay_as_they_were_drawn() {
    let (_home, store) = ready_store();
    let other = AttemptItemRow { parts: "[]".to_owned(), ..drawn("a1", 1, "h2") };
    write(&store, |writer| writer.put_attempt_item(&other));
    let rows = read(&store, |reader| reader.attempt_items("a1"));
    assert_eq!(rows, [drawn("a1", 1, "h1"), drawn("a1", 2, "h2")]);
    assert_eq!(read(&store, |reader| reader.attempt_item("a1", 2)), Some(drawn("a1", 2, "h2")));
    assert_eq!(read(&store, |reader| reader.attempt_item("a1", 3)), None);
}

#[test]
fn a_question_must_be_kept_before_it_is_drawn() {
    let (_home, store) = ready_store();
    let drawn = drawn("a1", 3, "never kept");
    assert!(store.write(|writer| writer.put_attempt_item(&drawn)).is_err());
}

#[test]
fn times_drawn_counts_all_but_practice_of_the_learner_whatever_quiz_and_version() {
    let (_home, store) = ready_store();
    write(&store, |writer| {
        let newer = eighteen_store::ItemRow { version: 2, ..item("h1v2", "q1") };
        writer.add_learner("l2", NOW)?;
        writer.keep_item(&newer)?;
        writer.put_attempt(&check("a2", "l1"))?;
        writer.put_attempt_item(&drawn("a2", 1, "h1v2"))?;
        writer.put_attempt(&AttemptRow { kind: AttemptKind::Practice, ..check("p", "l1") })?;
        writer.put_attempt_item(&drawn("p", 1, "h1"))?;
        writer.put_attempt(&AttemptRow { quiz_id: "other".to_owned(), ..check("o", "l1") })?;
        writer.put_attempt_item(&drawn("o", 1, "h1"))?;
        writer.put_attempt(&AttemptRow { kind: AttemptKind::TestOut, ..check("t", "l1") })?;
        writer.put_attempt_item(&drawn("t", 1, "h1"))?;
        writer.put_attempt(&AttemptRow { pack_id: "other".to_owned(), ..check("x", "l1") })?;
        writer.put_attempt_item(&drawn("x", 1, "h1"))?;
        writer.put_attempt(&check("b", "l2"))?;
        writer.put_attempt_item(&drawn("b", 1, "h1"))
    });
    let met = read(&store, |reader| reader.times_drawn("l1", crate::builders::PACK));
    assert_eq!(met, [("q1".to_owned(), 4), ("q2".to_owned(), 1)]);
}

#[test]
fn every_kind_of_attempt_is_kept_apart_and_comes_back_as_it_is() {
    let (_home, store) = ready_store();
    let kinds = [AttemptKind::Practice, AttemptKind::TestOut, AttemptKind::Assessment];
    write(&store, |writer| {
        (0..).zip(kinds).try_for_each(|(number, kind): (u32, _)| {
            writer.put_attempt(&AttemptRow { kind, ..check(&format!("k{number}"), "l1") })
        })
    });
    for (number, kind) in (0..).zip(kinds) {
        let rows = read(&store, |reader| reader.attempts_of("l1", kind));
        let ids: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let number: u32 = number;
        assert_eq!(ids, [format!("k{number}")]);
        assert_eq!(rows[0].kind, kind);
    }
    let checks = read(&store, |reader| reader.attempts_of("l1", AttemptKind::Check));
    assert!(checks.iter().all(|row| row.kind == AttemptKind::Check && !row.id.starts_with('k')));
}

#[test]
fn an_attempt_is_open_or_has_an_end_with_points() {
    let (_home, store) = ready_store();
    let half = AttemptRow { points: Some(1.0), ..check("half", "l1") };
    assert!(store.write(|writer| writer.put_attempt(&half)).is_err());
    let stranger = check("stranger", "nobody");
    assert!(store.write(|writer| writer.put_attempt(&stranger)).is_err());
}

#[test]
fn the_same_functions_serve_a_trainers_store() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&crate::builders::person("l1", Some("Ada")))?;
        writer.keep_item(&item("h1", "q1"))?;
        writer.put_attempt(&check("a1", "l1"))?;
        writer.put_attempt_item(&drawn("a1", 1, "h1"))?;
        writer.put_attempt(&finished(check("a1", "l1"), 2.0, true))
    });
    let kept = read(&store, |reader| reader.attempt("a1"));
    assert_eq!(kept, Some(finished(check("a1", "l1"), 2.0, true)));
}
