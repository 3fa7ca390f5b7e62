use eighteen_store::PlaceRow;

use crate::builders::{PACK, learners, read, write};

fn place(module_id: &str, step_id: &str, opened_at: &str) -> PlaceRow {
    PlaceRow {
        module_id: module_id.to_owned(),
        step_id: step_id.to_owned(),
        opened_at: opened_at.to_owned(),
    }
}

#[test]
fn each_module_has_one_place_and_the_last_opened_comes_first() {
    let (_home, store) = learners();
    let first = place("m1", "s1", "2026-11-22T10:00:00.000+02:00");
    let second = place("m2", "s1", "2026-11-22T09:00:00.000Z");
    let back = place("m1", "s4", "2026-11-22T09:30:00.000Z");
    write(&store, |writer| {
        writer.add_learner("l1", "2026-11-22T08:00:00.000Z")?;
        writer.set_place("l1", PACK, &first)?;
        writer.set_place("l1", PACK, &second)
    });
    let places = || read(&store, |reader| reader.places("l1", PACK));
    assert_eq!(places(), [second.clone(), first], "ten at +02:00 is before nine at UTC");
    write(&store, |writer| writer.set_place("l1", PACK, &back));
    assert_eq!(places(), [back, second]);
    assert_eq!(read(&store, |reader| reader.places("l1", "other-pack")), []);
    assert_eq!(read(&store, |reader| reader.places("l2", PACK)), []);
}
