use eighteen_store::ReflectionRow;

use crate::builders::{PACK, learners, read, write};

fn reflection(reflection_id: &str, written: &str, saved_at: &str) -> ReflectionRow {
    ReflectionRow {
        module_id: "m1".to_owned(),
        step_id: "s1".to_owned(),
        reflection_id: reflection_id.to_owned(),
        written: written.to_owned(),
        saved_at: saved_at.to_owned(),
    }
}

#[test]
fn a_reflection_takes_the_place_of_the_one_before_and_an_empty_one_takes_it_away() {
    let (_home, store) = learners();
    write(&store, |writer| writer.add_learner("l1", "2026-11-22T08:00:00.000Z"));
    let save =
        |one: &ReflectionRow| write(&store, |writer| writer.save_reflection("l1", PACK, one));
    let kept = || read(&store, |reader| reader.reflections("l1", PACK));
    let first = reflection("why", "I was in a hurry.", "2026-11-22T08:01:00.000Z");
    let other = reflection("what", "Call back.\n– 🐟", "2026-11-22T08:02:00.000Z");
    let again = reflection("why", "I was tired.", "2026-11-22T08:03:00.000Z");
    save(&first);
    save(&other);
    assert_eq!(kept(), [other.clone(), first], "the latest first");
    save(&again);
    assert_eq!(kept(), [again, other.clone()]);
    save(&reflection("why", "", "2026-11-22T08:04:00.000Z"));
    assert_eq!(kept(), [other]);
    save(&reflection("never", "", "2026-11-22T08:05:00.000Z"));
    assert_eq!(kept().len(), 1);
}

#[test]
fn no_byte_of_an_earlier_wording_stays_in_the_file() {
    let (home, store) = learners();
    write(&store, |writer| writer.add_learner("l1", "2026-11-22T08:00:00.000Z"));
    let long = "regrettable ".repeat(1_000);
    for written in [long.as_str(), "fine"] {
        let one = reflection("why", written, "2026-11-22T08:01:00.000Z");
        write(&store, |writer| writer.save_reflection("l1", PACK, &one));
    }
    drop(store);
    let found = crate::raw::bytes(home.folder.path());
    for (name, bytes) in found {
        assert!(!bytes.windows(11).any(|window| window == b"regrettable"), "{name}");
    }
}
