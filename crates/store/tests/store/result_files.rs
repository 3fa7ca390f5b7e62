//! The installation's key, histories, and what a trainer's store keeps of files.

use eighteen_store::{Installation, LinkRow, PersonRow, ProgressRow, ResultFileRow};

use crate::builders::{Home, NOW, PACK, learners, person, read, trainers, write};

#[test]
fn the_key_of_an_installation_is_made_once_and_its_numbers_are_never_given_twice() {
    let home = Home::new();
    let mut first = Installation::of(&home.folder).unwrap();
    let public = first.identity().public();
    assert_eq!(first.next_number().unwrap(), 1);
    let mut again = Installation::of(&home.folder).unwrap();
    assert_eq!(again.identity().public(), public);
    assert_eq!(again.next_number().unwrap(), 2);
    let other = Home::new();
    assert_ne!(Installation::of(&other.folder).unwrap().identity().public(), public);
}

#[test]
#[cfg(unix)]
fn nobody_else_reads_the_key() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::new();
    Installation::of(&home.folder).unwrap().next_number().unwrap();
    let mode = std::fs::metadata(home.path("installation.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_key_that_is_none_is_refused_and_left() {
    for broken in
        ["", "{}", r#"{"format":2,"seed":"","files":0}"#, r#"{"format":1,"seed":"00","files":0}"#]
    {
        let home = Home::new();
        std::fs::write(home.path("installation.key"), broken).unwrap();
        assert!(Installation::of(&home.folder).is_err(), "{broken}");
        assert_eq!(std::fs::read_to_string(home.path("installation.key")).unwrap(), broken);
    }
}

fn link(counter: u32, hash: &str, previous: &str) -> LinkRow {
    LinkRow {
        learner_id: "l1".to_owned(),
        counter,
        kind: "check".to_owned(),
        attempt_id: format!("a{counter}"),
        content: "c".to_owned(),
        at: NOW.to_owned(),
        device: "d".to_owned(),
        previous: previous.to_owned(),
        hash: hash.to_owned(),
    }
}

#[test]
fn a_history_grows_at_its_end_only() {
    let (_home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.add_link(&link(1, "h1", ""))?;
        writer.add_link(&link(2, "h2", "h1"))
    });
    assert!(store.write(|writer| writer.add_link(&link(2, "h3", "h1"))).is_err());
    let history = read(&store, |reader| reader.history("l1"));
    assert_eq!(history, [link(1, "h1", ""), link(2, "h2", "h1")]);
}

#[test]
fn links_and_files_are_sets() {
    let (_home, _key, store) = trainers();
    let file = ResultFileRow {
        digest: "f1".to_owned(),
        learner_id: "l1".to_owned(),
        device: "d".to_owned(),
        number: 1,
        head: "h1".to_owned(),
        made_at: NOW.to_owned(),
        collected_at: NOW.to_owned(),
    };
    for _ in 0..2 {
        write(&store, |writer| {
            writer.merge_person(&person("l1", None))?;
            writer.put_result_file(&file)?;
            writer.put_link(&link(1, "h1", ""))
        });
    }
    assert!(read(&store, |reader| reader.has_result_file("f1")));
    assert!(!read(&store, |reader| reader.has_result_file("f2")));
    assert_eq!(read(&store, |reader| reader.result_files("l1")), [file]);
    assert_eq!(read(&store, |reader| reader.links_of("l1")).len(), 1);
}

#[test]
fn of_two_files_the_later_counts_whichever_comes_first() {
    let known = |day: u32, name: &str| PersonRow {
        name: Some(name.to_owned()),
        last_active: format!("2026-11-{day:02}T10:00:00.000+01:00"),
        ..person("l1", None)
    };
    let progress = |day: u32, steps_done| ProgressRow {
        learner_id: "l1".to_owned(),
        pack_id: PACK.to_owned(),
        module_id: "m1".to_owned(),
        steps_done,
        at_step: format!("s{steps_done}"),
        opened_at: format!("2026-11-{day:02}T10:00:00.000+01:00"),
    };
    for order in [[1, 2], [2, 1]] {
        let (_home, _key, store) = trainers();
        for day in order {
            write(&store, |writer| {
                writer.merge_person(&known(day, if day == 1 { "Anna" } else { "Anna B." }))?;
                writer.merge_progress(&progress(day, day * 3))
            });
        }
        let people = read(&store, |reader| reader.people());
        assert_eq!(people[0].name.as_deref(), Some("Anna B."), "{order:?}");
        assert_eq!(read(&store, |reader| reader.progress(PACK)), [progress(2, 6)]);
    }
}
