use crate::builders::{read, ready_store, write};

#[test]
fn flags_are_set_and_taken_away_and_either_twice_is_harmless() {
    let (_home, store) = ready_store();
    for (position, flagged, expect) in [
        (2, true, vec![2]),
        (2, true, vec![2]),
        (1, true, vec![1, 2]),
        (2, false, vec![1]),
        (2, false, vec![1]),
    ] {
        write(&store, |writer| writer.set_flag("a1", position, flagged));
        assert_eq!(read(&store, |reader| reader.flags("a1")), expect);
    }
    assert_eq!(read(&store, |reader| reader.flags("a2")), Vec::<u32>::new());
}

#[test]
fn a_flag_needs_its_attempt() {
    let (_home, store) = ready_store();
    assert!(store.write(|writer| writer.set_flag("nowhere", 1, true)).is_err());
}
