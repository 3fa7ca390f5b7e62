use eighteen_store::DecisionRow;

use crate::builders::{NOW, PACK, learners, read, write};

fn decision(id: &str, decision_id: &str, option_id: &str) -> DecisionRow {
    DecisionRow {
        id: id.to_owned(),
        step_id: "s1".to_owned(),
        decision_id: decision_id.to_owned(),
        option_id: option_id.to_owned(),
        elapsed_ms: 700,
        decided_at: NOW.to_owned(),
    }
}

#[test]
fn the_last_choice_at_each_decision_is_read_and_earlier_ones_stay() {
    let (home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.add_learner("l2", NOW)?;
        writer.add_decision("l1", PACK, &decision("1", "pay", "wait"))?;
        writer.add_decision("l1", PACK, &decision("2", "call", "yes"))?;
        writer.add_decision("l1", PACK, &decision("3", "pay", "ask"))?;
        writer.add_decision("l2", PACK, &decision("4", "pay", "send"))
    });
    let rows = read(&store, |reader| reader.decisions("l1", PACK, "s1"));
    assert_eq!(rows, [decision("2", "call", "yes"), decision("3", "pay", "ask")]);
    assert_eq!(read(&store, |reader| reader.decisions("l1", PACK, "s2")), []);
    assert_eq!(read(&store, |reader| reader.decisions("l1", "other-pack", "s1")), []);
    drop(store);
    let raw = crate::raw::connect(&home.path("learner.db"), None);
    let kept: u32 = raw.query_row("SELECT count(*) FROM decisions", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 4);
}

#[test]
fn a_decision_needs_its_learner() {
    let (_home, store) = learners();
    let one = decision("1", "pay", "wait");
    assert!(store.write(|writer| writer.add_decision("nobody", PACK, &one)).is_err());
}
