use eighteen_store::{PersonRow, ProgressRow};

use crate::builders::{
    NOW, PACK, answer, check, drawn, finished, item, person, read, trainers, write,
};

fn progress(learner_id: &str, steps_done: u32) -> ProgressRow {
    ProgressRow {
        learner_id: learner_id.to_owned(),
        pack_id: PACK.to_owned(),
        module_id: "m1".to_owned(),
        steps_done,
        at_step: "s1".to_owned(),
        opened_at: NOW.to_owned(),
    }
}

#[test]
fn people_come_by_name_whatever_its_case_and_those_without_one_last() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("1", None))?;
        writer.put_person(&person("2", Some("berta")))?;
        writer.put_person(&person("3", Some("Cem")))?;
        writer.put_person(&person("4", Some("Anna")))?;
        writer.put_person(&person("5", Some("Anna")))
    });
    let ids: Vec<_> =
        read(&store, |reader| reader.people()).into_iter().map(|row| row.id).collect();
    assert_eq!(ids, ["4", "5", "2", "3", "1"], "two computers may have an Anna each");
}

#[test]
fn a_person_put_again_takes_on_name_and_time_and_stays_sample_or_not() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| writer.put_person(&person("1", None)));
    let later = PersonRow {
        sample: true,
        last_active: "2026-12-01T00:00:00.000Z".to_owned(),
        ..person("1", Some("Ada"))
    };
    write(&store, |writer| writer.put_person(&later));
    let people = read(&store, |reader| reader.people());
    assert_eq!(people, [PersonRow { sample: false, ..later }], "nobody real becomes a sample");
}

#[test]
fn progress_is_one_row_a_person_and_module() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("1", None))?;
        writer.put_progress(&progress("1", 1))?;
        writer.put_progress(&progress("1", 5))?;
        writer.put_progress(&ProgressRow { pack_id: "other".to_owned(), ..progress("1", 9) })
    });
    assert_eq!(read(&store, |reader| reader.progress(PACK)), [progress("1", 5)]);
    assert!(store.write(|writer| writer.put_progress(&progress("nobody", 1))).is_err());
}

#[test]
fn removing_the_sample_takes_all_of_theirs_and_nothing_of_others() {
    let (home, key, store) = trainers();
    write(&store, |writer| {
        writer.keep_item(&item("h1", "q1"))?;
        for (id, sample) in [("real", false), ("made-up-1", true), ("made-up-2", true)] {
            let attempt = format!("attempt of {id}");
            writer.put_person(&PersonRow { sample, ..person(id, Some(id)) })?;
            writer.put_progress(&progress(id, 1))?;
            writer.put_attempt(&finished(check(&attempt, id), 2.0, true))?;
            writer.put_attempt_item(&drawn(&attempt, 1, "h1"))?;
            writer.add_answer(&answer(&format!("answer of {id}"), &attempt, 1, 1.0))?;
        }
        Ok(())
    });
    assert_eq!(write(&store, |writer| writer.remove_sample()), 2);
    assert_eq!(write(&store, |writer| writer.remove_sample()), 0);
    drop(store);
    let raw = crate::raw::connect(&home.path("trainer.db"), Some(&key));
    for table in ["learners", "progress", "attempts", "attempt_items", "answers"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let left: u32 = raw.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1, "{table}");
    }
}
