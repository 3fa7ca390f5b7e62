//! Rounds of the inbox.

use eighteen_store::{
    InboxJudgementRow, InboxMarksRow, InboxMessageRow, InboxRoundRow, Store, Writer,
};

use crate::builders::{Home, NOW, PACK, read, ready_store, write};

fn message(hash: &str, id: &str) -> InboxMessageRow {
    InboxMessageRow {
        hash: hash.to_owned(),
        pack_id: PACK.to_owned(),
        message_id: id.to_owned(),
        version: 1,
        body: format!("{{\"id\":\"{id}\"}}"),
    }
}

pub(crate) fn round(id: &str, learner_id: &str, number: u32) -> InboxRoundRow {
    InboxRoundRow {
        id: id.to_owned(),
        learner_id: learner_id.to_owned(),
        pack_id: PACK.to_owned(),
        pack_version: 1,
        pack_hash: "hash".to_owned(),
        round_number: number,
        seed: u64::MAX.to_string(),
        started_at: NOW.to_owned(),
    }
}

pub(crate) fn judgement(
    round_id: &str,
    position: u32,
    judgement: &str,
    outcome: &str,
) -> InboxJudgementRow {
    InboxJudgementRow {
        round_id: round_id.to_owned(),
        position,
        message_id: format!("message-{position}"),
        message_version: 1,
        judgement: judgement.to_owned(),
        outcome: outcome.to_owned(),
        elapsed_ms: 1_500,
        judged_at: NOW.to_owned(),
    }
}

fn marks(round_id: &str, position: u32, spots: &str) -> InboxMarksRow {
    InboxMarksRow {
        round_id: round_id.to_owned(),
        position,
        spots: spots.to_owned(),
        marked_at: NOW.to_owned(),
    }
}

/// A store with a learner and a round of two messages.
pub(crate) fn store_with_a_round() -> (Home, Store, String) {
    let (home, store) = ready_store();
    let learner = read(&store, |reader| reader.learners()).remove(0).id;
    write(&store, |writer| add_round(writer, &round("r1", &learner, 1)));
    (home, store, learner)
}

fn add_round(writer: &Writer<'_>, round: &InboxRoundRow) -> Result<(), eighteen_store::Error> {
    for (hash, id) in [("h1", "message-1"), ("h2", "message-2")] {
        writer.keep_inbox_message(&message(hash, id))?;
    }
    writer.add_inbox_round(round, &["h2".to_owned(), "h1".to_owned()])
}

#[test]
fn a_round_keeps_its_messages_in_their_order() {
    let (_home, store, learner) = store_with_a_round();
    let row = round("r1", &learner, 1);
    assert_eq!(read(&store, |reader| reader.inbox_round("r1")), Some(row.clone()));
    assert_eq!(read(&store, |reader| reader.inbox_rounds_of(&learner, PACK)), [row]);
    assert_eq!(read(&store, |reader| reader.inbox_rounds_of(&learner, "other")), []);
    let kept = read(&store, |reader| reader.inbox_messages_of("r1"));
    assert_eq!(kept, [message("h2", "message-2"), message("h1", "message-1")]);
}

#[test]
fn a_message_is_judged_once_and_the_first_judgement_stays() {
    let (_home, store, _) = store_with_a_round();
    let first = judgement("r1", 2, "report", "caught");
    assert!(write(&store, |writer| writer.add_inbox_judgement(&first)));
    let second = judgement("r1", 2, "proceed", "missed");
    assert!(!write(&store, |writer| writer.add_inbox_judgement(&second)));
    let other = judgement("r1", 1, "proceed", "sound");
    assert!(write(&store, |writer| writer.add_inbox_judgement(&other)));
    let kept = read(&store, |reader| reader.inbox_judgements_of("r1"));
    assert_eq!(kept, [first, other], "in order of writing");
}

#[test]
fn spots_are_marked_once() {
    let (_home, store, _) = store_with_a_round();
    let first = marks("r1", 1, "[\"from\"]");
    assert!(write(&store, |writer| writer.add_inbox_marks(&first)));
    assert!(!write(&store, |writer| writer.add_inbox_marks(&marks("r1", 1, "[]"))));
    assert_eq!(read(&store, |reader| reader.inbox_marks_of("r1")), [first]);
}

#[test]
fn nothing_is_judged_or_marked_outside_a_round() {
    let (_home, store, _) = store_with_a_round();
    let refused = [
        store.write(|writer| writer.add_inbox_judgement(&judgement("r1", 3, "report", "caught"))),
        store.write(|writer| writer.add_inbox_judgement(&judgement("r9", 1, "report", "caught"))),
        store.write(|writer| writer.add_inbox_judgement(&judgement("r1", 1, "reply", "caught"))),
        store.write(|writer| writer.add_inbox_judgement(&judgement("r1", 1, "report", "fine"))),
        store.write(|writer| writer.add_inbox_marks(&marks("r9", 1, "[]"))),
    ];
    assert!(refused.iter().all(Result::is_err), "{refused:?}");
    assert_eq!(read(&store, |reader| reader.inbox_judgements_of("r1")), []);
}
