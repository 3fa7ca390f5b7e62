//! Messages that come back in the refresher: what counts for memory, in which order, and what is held back.

use eighteen_store::{JudgedMessageRow, MessageReviewRow, ReviewRow, Store};

use crate::{
    builders::{NOW, PACK, item, read, write},
    inbox::{judgement, store_with_a_round},
};

fn review(id: &str, learner_id: &str, grade: u8) -> MessageReviewRow {
    MessageReviewRow {
        id: id.to_owned(),
        learner_id: learner_id.to_owned(),
        pack_id: PACK.to_owned(),
        message_hash: "h1".to_owned(),
        message_id: "message-1".to_owned(),
        message_version: 1,
        judgement: "verify".to_owned(),
        outcome: "caught".to_owned(),
        confidence: Some("sure".to_owned()),
        elapsed_ms: 9_000,
        grade,
        reviewed_at: NOW.to_owned(),
    }
}

/// Id and grade of everything that counts, in order.
fn counted(store: &Store, learner_id: &str) -> Vec<(String, Option<u8>)> {
    let rows = read(store, |reader| reader.judged_messages(learner_id, PACK));
    rows.into_iter().map(|row| (row.id, row.grade)).collect()
}

fn rows(expect: &[(&str, Option<u8>)]) -> Vec<(String, Option<u8>)> {
    expect.iter().map(|(id, grade)| ((*id).to_owned(), *grade)).collect()
}

#[test]
fn a_review_reads_back_as_it_was_given_and_twice_is_once() {
    let (_home, store, learner) = store_with_a_round();
    let one = review("r1", &learner, 4);
    write(&store, |writer| {
        writer.add_message_review(&one)?;
        writer.add_message_review(&MessageReviewRow { grade: 1, ..one.clone() })
    });
    let expect = JudgedMessageRow {
        id: "r1".to_owned(),
        message_id: "message-1".to_owned(),
        message_version: 1,
        outcome: "caught".to_owned(),
        confidence: Some("sure".to_owned()),
        grade: Some(4),
        after_review: Some(0),
        at: NOW.to_owned(),
    };
    assert_eq!(read(&store, |reader| reader.judged_messages(&learner, PACK)), [expect]);
    assert_eq!(counted(&store, "nobody"), []);
    assert_eq!(read(&store, |reader| reader.judged_messages(&learner, "other")), []);
}

#[test]
fn judgements_and_reviews_stand_in_the_order_in_which_they_were_written() {
    let (_home, store, learner) = store_with_a_round();
    write(&store, |writer| {
        writer.keep_item(&item("h1", "q1"))?;
        writer.add_message_review(&review("r1", &learner, 1))?;
        writer.add_inbox_judgement(&judgement("r1", 1, "verify", "caught"))?;
        writer.add_message_review(&review("r2", &learner, 1))?;
        writer.add_review(&question(&learner))?;
        writer.add_message_review(&review("r3", &learner, 1))?;
        writer.add_inbox_judgement(&judgement("r1", 2, "proceed", "missed"))
    });
    let expect =
        rows(&[("r1", Some(1)), ("r1/1", None), ("r2", Some(1)), ("r3", Some(1)), ("r1/2", None)]);
    assert_eq!(counted(&store, &learner), expect);
    let after = read(&store, |reader| reader.judged_messages(&learner, PACK));
    let after: Vec<Option<i64>> = after.into_iter().map(|row| row.after_review).collect();
    assert_eq!(after, [Some(0), None, Some(0), Some(1), None], "the order of the refresher");
}

fn question(learner_id: &str) -> ReviewRow {
    ReviewRow {
        id: "q".to_owned(),
        learner_id: learner_id.to_owned(),
        pack_id: PACK.to_owned(),
        item_hash: "h1".to_owned(),
        item_id: "q1".to_owned(),
        item_version: 1,
        response: "[]".to_owned(),
        shown_text: String::new(),
        score: 1.0,
        confidence: None,
        elapsed_ms: 1,
        grade: 3,
        reviewed_at: NOW.to_owned(),
    }
}

#[test]
fn the_last_change_counts_and_what_was_taken_back_does_not() {
    let (home, store, learner) = store_with_a_round();
    write(&store, |writer| {
        writer.add_message_review(&review("r1", &learner, 3))?;
        writer.add_message_review(&review("r2", &learner, 1))?;
        writer.change_message_review("r1", Some(4), NOW)?;
        writer.change_message_review("r1", Some(2), NOW)?;
        writer.change_message_review("r2", None, NOW)
    });
    assert_eq!(counted(&store, &learner), rows(&[("r1", Some(2))]));
    drop(store);
    let raw = crate::raw::connect(&home.path("learner.db"), None);
    let kept = "SELECT count(*) FROM message_reviews";
    let kept: u32 = raw.query_row(kept, [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 2, "nothing is taken out of the log");
}

#[test]
fn messages_of_a_round_are_held_until_it_is_over() {
    let (_home, store, learner) = store_with_a_round();
    let held = || read(&store, |reader| reader.held_messages(&learner));
    assert_eq!(held(), ["message-1", "message-2"]);
    write(&store, |writer| writer.add_inbox_judgement(&judgement("r1", 1, "verify", "caught")));
    assert_eq!(held(), ["message-1", "message-2"], "one of two is judged");
    write(&store, |writer| writer.add_inbox_judgement(&judgement("r1", 2, "verify", "caught")));
    assert_eq!(held(), Vec::<String>::new());
    assert_eq!(read(&store, |reader| reader.held_messages("nobody")), Vec::<String>::new());
}

#[test]
fn what_is_no_review_is_refused() {
    let (_home, store, learner) = store_with_a_round();
    for grade in [0, 5] {
        let one = review("r1", &learner, grade);
        assert!(store.write(|writer| writer.add_message_review(&one)).is_err(), "{grade}");
    }
    let word = MessageReviewRow { outcome: "lucky".to_owned(), ..review("r1", &learner, 1) };
    assert!(store.write(|writer| writer.add_message_review(&word)).is_err());
    let nobody = review("r1", "nobody", 1);
    assert!(store.write(|writer| writer.add_message_review(&nobody)).is_err());
    assert!(store.write(|writer| writer.change_message_review("nowhere", None, NOW)).is_err());
}
