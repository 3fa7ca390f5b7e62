use eighteen_store::{Error, NewAnswer};

use crate::builders::{all_answers, answer, drawn, read, ready_store, write};

#[test]
fn answers_come_back_as_they_were_given_in_order_of_writing() {
    let (_home, store) = ready_store();
    let whole = NewAnswer {
        response: r#"{"pairs":[["a","2"],["b","1"]]}"#.to_owned(),
        shown_text: "Report it – 'now'; DROP TABLE answers; -- \u{1f41f}\u{0}end".to_owned(),
        confidence: Some("sure".to_owned()),
        elapsed_ms: u32::MAX,
        item_version: u32::MAX,
        score: 1.0 / 3.0,
        ..answer("z", "a1", 2, 0.0)
    };
    write(&store, |writer| {
        writer.add_answer(&whole)?;
        writer.add_answer(&answer("a", "a1", 1, 1.0))
    });
    let rows = read(&store, |reader| reader.answers_of("a1"));
    assert_eq!(rows[0].answer, whole);
    assert_eq!(rows[1].answer.id, "a", "order is by writing, not by id or position");
    assert!(rows[0].seq < rows[1].seq);
}

#[test]
fn an_answer_given_twice_is_one_and_the_first_one_stays() {
    let (_home, store) = ready_store();
    write(&store, |writer| writer.add_answer(&answer("same", "a1", 1, 1.0)));
    write(&store, |writer| writer.add_answer(&answer("same", "a1", 2, 0.0)));
    let rows = all_answers(&store);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].answer, answer("same", "a1", 1, 1.0), "what was acknowledged stays");
}

#[test]
fn the_last_answer_of_a_position_counts_whatever_its_time() {
    let (_home, store) = ready_store();
    let later = NewAnswer {
        answered_at: "1999-01-01T00:00:00.000Z".to_owned(),
        ..answer("second", "a1", 1, 1.0)
    };
    write(&store, |writer| {
        writer.add_answer(&answer("first", "a1", 1, 0.0))?;
        writer.add_answer(&answer("other", "a1", 2, 0.5))?;
        writer.add_answer(&later)
    });
    let last = read(&store, |reader| reader.last_answer("a1", 1)).unwrap();
    assert_eq!(last.answer.id, "second", "the clock was set back, the order of writing was not");
    assert_eq!(read(&store, |reader| reader.answers_of("a1")).len(), 3, "earlier ones stay");
    assert_eq!(read(&store, |reader| reader.last_answer("a1", 3)), None);
    assert_eq!(read(&store, |reader| reader.last_answer("a2", 1)), None);
}

#[test]
fn answers_are_read_on_from_any_place() {
    let (_home, store) = ready_store();
    for number in 0..5 {
        write(&store, |writer| writer.add_answer(&answer(&number.to_string(), "a1", 1, 1.0)));
    }
    let mut seen = Vec::new();
    let mut after = 0;
    loop {
        let some = read(&store, |reader| reader.answers_after(after, 2));
        let Some(last) = some.last() else { break };
        after = last.seq;
        seen.extend(some.into_iter().map(|row| row.answer.id));
    }
    assert_eq!(seen, ["0", "1", "2", "3", "4"]);
    assert_eq!(read(&store, |reader| reader.count_answers()), 5);
}

#[test]
fn an_answer_needs_its_question_and_values_within_bounds() {
    let (_home, store) = ready_store();
    let refused = [
        answer("no-attempt", "nowhere", 1, 1.0),
        answer("not-drawn", "a1", 3, 1.0),
        answer("position", "a1", 0, 1.0),
        answer("above", "a1", 1, 1.000_001),
        answer("below", "a1", 1, -0.1),
        answer("no-number", "a1", 1, f64::NAN),
        NewAnswer { item_version: 0, ..answer("version", "a1", 1, 1.0) },
        NewAnswer { confidence: Some("certain".to_owned()), ..answer("word", "a1", 1, 1.0) },
    ];
    for one in refused {
        let error = store.write(|writer| writer.add_answer(&one)).unwrap_err();
        assert!(matches!(error, Error::Sqlite(_)), "{}: {error:?}", one.id);
    }
    assert_eq!(all_answers(&store), []);
}

#[test]
fn the_place_in_the_order_is_never_used_twice() {
    let (home, store) = ready_store();
    write(&store, |writer| writer.add_answer(&answer("one", "a1", 1, 1.0)));
    let first = all_answers(&store)[0].seq;
    drop(store);
    let raw = crate::raw::connect(&home.path("learner.db"), None);
    raw.execute("DELETE FROM answers", []).unwrap();
    drop(raw);
    let store = home.learners();
    write(&store, |writer| writer.add_answer(&answer("two", "a1", 1, 1.0)));
    assert!(all_answers(&store)[0].seq > first, "an exported place must not come to mean another");
}

#[test]
fn a_question_drawn_later_takes_answers_too() {
    let (_home, store) = ready_store();
    write(&store, |writer| {
        writer.put_attempt_item(&drawn("a1", 3, "h1"))?;
        writer.add_answer(&answer("late", "a1", 3, 1.0))
    });
    assert_eq!(read(&store, |reader| reader.last_answer("a1", 3)).unwrap().answer.id, "late");
}
