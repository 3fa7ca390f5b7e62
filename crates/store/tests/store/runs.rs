use eighteen_store::{RunChoiceRow, RunRow, ScriptRow};

use crate::builders::{Home, NOW, PACK, learners, read, write};

fn script(hash: &str, body: &str) -> ScriptRow {
    ScriptRow {
        hash: hash.to_owned(),
        pack_id: PACK.to_owned(),
        role_id: "clerk".to_owned(),
        body: body.to_owned(),
    }
}

fn run(id: &str, learner_id: &str) -> RunRow {
    RunRow {
        id: id.to_owned(),
        learner_id: learner_id.to_owned(),
        pack_id: PACK.to_owned(),
        pack_version: 1,
        pack_hash: "ab".to_owned(),
        role_id: "clerk".to_owned(),
        script_hash: "h1".to_owned(),
        replay: None,
        started_at: NOW.to_owned(),
        read_to: 0,
        finished_at: None,
    }
}

fn choice(id: &str, run_id: &str, position: u32, option_id: &str) -> RunChoiceRow {
    RunChoiceRow {
        id: id.to_owned(),
        run_id: run_id.to_owned(),
        position,
        scene_id: "note".to_owned(),
        option_id: option_id.to_owned(),
        elapsed_ms: 4200,
        chosen_at: NOW.to_owned(),
        shared: false,
        taken_back_at: None,
    }
}

/// A store with two learners and the script `h1`.
fn ready() -> (Home, eighteen_store::Store) {
    let (home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.add_learner("l2", NOW)?;
        writer.keep_script(&script("h1", "{}"))
    });
    (home, store)
}

#[test]
fn runs_are_read_in_the_order_in_which_they_began() {
    let (_home, store) = ready();
    let replay = RunRow { replay: Some(("r1".to_owned(), 2)), ..run("r2", "l1") };
    write(&store, |writer| {
        writer.add_run(&run("r1", "l1"))?;
        writer.add_run(&replay)?;
        writer.add_run(&run("r3", "l2"))
    });
    assert_eq!(read(&store, |reader| reader.runs_of("l1", PACK)), [run("r1", "l1"), replay]);
    assert_eq!(read(&store, |reader| reader.runs_of("l1", "other")), []);
    assert_eq!(read(&store, |reader| reader.run("r3")), Some(run("r3", "l2")));
    assert_eq!(read(&store, |reader| reader.run("r4")), None);
}

#[test]
fn a_run_ends_once_and_stands_still_afterwards() {
    let (_home, store) = ready();
    write(&store, |writer| writer.add_run(&run("r1", "l1")));
    write(&store, |writer| writer.read_run_to("r1", 2));
    assert!(write(&store, |writer| writer.finish_run("r1", "first")));
    assert!(!write(&store, |writer| writer.finish_run("r1", "second")));
    write(&store, |writer| writer.read_run_to("r1", 1));
    let row = read(&store, |reader| reader.run("r1")).unwrap();
    assert_eq!((row.read_to, row.finished_at.as_deref()), (2, Some("first")));
}

#[test]
fn a_choice_that_was_taken_back_stays() {
    let (_home, store) = ready();
    write(&store, |writer| {
        writer.add_run(&run("r1", "l1"))?;
        writer.add_run_choice(&choice("c1", "r1", 1, "wait"))?;
        writer.take_choice_back("c1", "later")?;
        writer.add_run_choice(&choice("c2", "r1", 1, "tell"))
    });
    let back =
        RunChoiceRow { taken_back_at: Some("later".to_owned()), ..choice("c1", "r1", 1, "wait") };
    let rows = read(&store, |reader| reader.run_choices("r1"));
    assert_eq!(rows, [back, choice("c2", "r1", 1, "tell")]);
    assert!(store.write(|writer| writer.take_choice_back("c1", "again")).is_err());
    assert!(store.write(|writer| writer.take_choice_back("nowhere", NOW)).is_err());
}

#[test]
fn a_script_is_kept_once_as_it_was_first() {
    let (_home, store) = ready();
    write(&store, |writer| writer.keep_script(&script("h1", "changed")));
    assert_eq!(read(&store, |reader| reader.script("h1")).as_deref(), Some("{}"));
    assert_eq!(read(&store, |reader| reader.script("h2")), None);
}

#[test]
fn a_run_needs_its_learner_and_its_script_and_a_choice_its_run() {
    let (_home, store) = ready();
    let strange = RunRow { script_hash: "h2".to_owned(), ..run("r1", "l1") };
    assert!(store.write(|writer| writer.add_run(&strange)).is_err());
    assert!(store.write(|writer| writer.add_run(&run("r1", "nobody"))).is_err());
    assert!(store.write(|writer| writer.add_run_choice(&choice("c1", "r1", 1, "wait"))).is_err());
}

#[test]
fn a_reflection_takes_the_place_of_the_one_before_and_nothing_takes_it_away() {
    let (_home, store) = ready();
    write(&store, |writer| {
        writer.add_run(&run("r1", "l1"))?;
        writer.save_run_reflection("r1", "hardest", "First words", NOW)?;
        writer.save_run_reflection("r1", "tomorrow", "Ask", NOW)?;
        writer.save_run_reflection("r1", "hardest", "Other words", NOW)
    });
    let pair = |id: &str, words: &str| (id.to_owned(), words.to_owned());
    let rows = read(&store, |reader| reader.run_reflections("r1"));
    assert_eq!(rows, [pair("hardest", "Other words"), pair("tomorrow", "Ask")]);
    write(&store, |writer| writer.save_run_reflection("r1", "hardest", "", NOW));
    assert_eq!(read(&store, |reader| reader.run_reflections("r1")), [pair("tomorrow", "Ask")]);
}
