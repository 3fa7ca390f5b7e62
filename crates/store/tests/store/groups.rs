use eighteen_store::{
    AssignedRow, AssignmentPartRow, AssignmentRow, GroupRow, ListingRow, TrainerRow,
};

use crate::builders::{NOW, PACK, learners, person, read, trainers, write};

fn group(id: &str, name: &str) -> GroupRow {
    GroupRow { id: id.to_owned(), name: name.to_owned(), sample: false }
}

fn listing(id: &str, name: &str, code: &str) -> ListingRow {
    ListingRow {
        learner_id: id.to_owned(),
        name: Some(name.to_owned()),
        code: Some(code.to_owned()),
    }
}

fn assignment(id: &str, due: &str) -> AssignmentRow {
    AssignmentRow {
        id: id.to_owned(),
        pack_id: PACK.to_owned(),
        everybody: false,
        due: due.to_owned(),
        message: None,
        sample: false,
        made_at: NOW.to_owned(),
        withdrawn_at: None,
    }
}

#[test]
fn a_person_is_in_several_groups_and_a_removed_group_takes_nobody_with_it() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("1", Some("Ada")))?;
        writer.put_person(&person("2", Some("Bo")))?;
        writer.add_group(&group("g1", "Payroll"), NOW)?;
        writer.add_group(&group("g2", "Bristol"), NOW)?;
        assert!(writer.add_member("g1", "1")?);
        assert!(!writer.add_member("g1", "1")?, "once is enough");
        writer.add_member("g1", "2")?;
        writer.add_member("g2", "1").map(drop)
    });
    assert_eq!(read(&store, |reader| reader.members("g1")), ["1", "2"]);
    let named = read(&store, |reader| reader.group_named("PAYROLL")).unwrap();
    assert_eq!(named.id, "g1");
    assert!(store.write(|writer| writer.add_group(&group("g3", "payroll"), NOW)).is_err());
    write(&store, |writer| writer.remove_group("g1"));
    assert_eq!(read(&store, |reader| reader.memberships()), [("g2".to_owned(), "1".to_owned())]);
    assert_eq!(read(&store, |reader| reader.people()).len(), 2);
}

#[test]
fn a_listed_name_stands_before_the_one_that_came_with_results() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("1", Some("e1001")))?;
        writer.put_listing(&listing("1", "Ada Okoye", "E1001"), NOW)?;
        writer.put_person(&person("1", Some("e1001")))
    });
    let roster = read(&store, |reader| reader.roster());
    assert_eq!(roster[0].name.as_deref(), Some("Ada Okoye"));
    assert_eq!(roster[0].own_name.as_deref(), Some("e1001"));
    assert_eq!(read(&store, |reader| reader.people())[0].name.as_deref(), Some("Ada Okoye"));
    write(&store, |writer| writer.put_person(&person("2", None)));
    let twice = store.write(|writer| writer.put_listing(&listing("2", "Bo", "e1001"), NOW));
    assert!(twice.is_err(), "a code is of one person, whatever its case");
}

#[test]
fn two_that_are_one_keep_the_id_of_the_results_and_everything_of_the_list() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        writer.put_person(&person("listed", None))?;
        writer.put_listing(&listing("listed", "Ada Okoye", "E1001"), NOW)?;
        writer.add_group(&group("g1", "Payroll"), NOW)?;
        writer.add_member("g1", "listed")?;
        writer.put_person(&person("real", Some("e1001")))?;
        writer.add_assignment(&assignment("a1", "2026-12-04"))?;
        writer.assign_to_person("a1", "listed")?;
        writer.merge_people("listed", "real", NOW)
    });
    let roster = read(&store, |reader| reader.roster());
    assert_eq!(roster.len(), 1);
    assert_eq!((roster[0].id.as_str(), roster[0].code.as_deref()), ("real", Some("E1001")));
    assert_eq!(read(&store, |reader| reader.members("g1")), ["real"]);
    let people = read(&store, |reader| reader.assignment_people());
    assert_eq!(people, [("a1".to_owned(), "real".to_owned())]);
}

#[test]
fn assignments_come_by_day_and_one_is_withdrawn_once() {
    let (_home, _key, store) = trainers();
    let part = AssignmentPartRow {
        assignment_id: "late".to_owned(),
        position: 1,
        module_id: "m1".to_owned(),
        step_id: None,
    };
    write(&store, |writer| {
        writer.add_assignment(&assignment("late", "2026-12-24"))?;
        writer.add_assignment(&assignment("soon", "2026-12-04"))?;
        writer.add_assignment_part(&part)?;
        assert!(writer.withdraw_assignment("late", NOW)?);
        assert!(!writer.withdraw_assignment("late", NOW)?);
        Ok(())
    });
    let ids: Vec<_> =
        read(&store, |reader| reader.assignments()).into_iter().map(|row| row.id).collect();
    assert_eq!(ids, ["soon", "late"]);
    assert_eq!(read(&store, |reader| reader.assignment_parts()), [part]);
}

#[test]
fn what_was_assigned_keeps_its_day_of_arrival_and_goes_with_the_learner() {
    let (_home, store) = learners();
    let row = |due: &str, received: &str| AssignedRow {
        learner_id: "1".to_owned(),
        trainer_key: "key".to_owned(),
        assignment_id: "a1".to_owned(),
        pack_id: PACK.to_owned(),
        module_id: "m1".to_owned(),
        step_id: Some("s1".to_owned()),
        due: due.to_owned(),
        message: None,
        received_at: received.to_owned(),
        done_at: None,
    };
    write(&store, |writer| {
        writer.add_learner("1", NOW)?;
        writer.put_assigned(&row("2026-12-04", NOW))?;
        writer.revisit_done("1", PACK, ("m1", "s1"), NOW)?;
        writer.put_assigned(&row("2026-12-11", "later"))?;
        writer.put_trainer(&TrainerRow {
            public_key: "key".to_owned(),
            name: "Security team".to_owned(),
            file_number: 3,
            trusted_at: NOW.to_owned(),
        })
    });
    let kept = read(&store, |reader| reader.assigned("1"));
    assert_eq!(kept, [AssignedRow { done_at: Some(NOW.to_owned()), ..row("2026-12-11", NOW) }]);
    assert_eq!(read(&store, |reader| reader.trainer("key")).unwrap().file_number, 3);
    write(&store, |writer| writer.remove_assigned(&kept[0]));
    assert_eq!(read(&store, |reader| reader.assigned("1")), []);
}
