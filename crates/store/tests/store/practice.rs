//! What practice gives to a trainer: judgements and recalls of people, forks of nobody, and what the reports make
//! of them.

use eighteen_store::{
    AttemptKind, AttemptRow, ForkRow, JudgedRow, NewAnswer, RecalledRow, ReviewRow, Store,
    reports::Among,
};

use crate::builders::{
    NOW, PACK, answer, check, drawn, finished, item, learners, person, read, ready_store, trainers,
    write,
};

fn judged(person: &str, message: &str, round: u32, outcome: &str) -> JudgedRow {
    let hostile = matches!(outcome, "caught" | "missed");
    JudgedRow {
        learner_id: person.to_owned(),
        pack_id: PACK.to_owned(),
        message_id: message.to_owned(),
        message_version: 1,
        round_number: round,
        hostile,
        difficulty: if hostile { "very" } else { "least" }.to_owned(),
        judgement: "report".to_owned(),
        outcome: outcome.to_owned(),
        elapsed_ms: 1_000 * round,
    }
}

fn recalled(person: &str, item_id: &str, nth: u32, after_days: u32, score: f64) -> RecalledRow {
    RecalledRow {
        learner_id: person.to_owned(),
        pack_id: PACK.to_owned(),
        item_id: item_id.to_owned(),
        item_version: 1,
        nth,
        after_days,
        score,
    }
}

fn fork(run: &str, position: u32, sample: bool) -> ForkRow {
    ForkRow {
        run: run.to_owned(),
        position,
        pack_id: PACK.to_owned(),
        role_id: "it".to_owned(),
        scene_id: format!("scene-{position}"),
        option_id: "wait".to_owned(),
        seconds: 12,
        reversed: true,
        sample,
    }
}

#[test]
fn what_a_learner_said_of_sharing_is_the_last_she_said() {
    let (_home, store) = ready_store();
    let said = || read(&store, |reader| reader.shares_choices("l1"));
    assert_eq!(said(), None, "she was not asked");
    write(&store, |writer| writer.share_choices("l1", true, NOW));
    assert_eq!(said(), Some(true));
    write(&store, |writer| writer.share_choices("l1", false, NOW));
    assert_eq!(said(), Some(false));
    assert_eq!(read(&store, |reader| reader.shares_choices("l2")), None);
}

#[test]
fn judgements_recalls_and_forks_read_back_and_twice_is_once() {
    let (_home, _key, store) = trainers();
    let (one, two) = (judged("ada", "m1", 1, "caught"), recalled("ada", "q1", 1, 30, 1.0));
    write(&store, |writer| {
        writer.put_person(&person("ada", Some("Ada")))?;
        writer.keep_judged(&one)?;
        writer.keep_judged(&JudgedRow { outcome: "missed".to_owned(), ..one.clone() })?;
        writer.put_recalled(&RecalledRow { score: 0.0, ..two.clone() })?;
        writer.put_recalled(&two)?;
        writer.keep_fork(&fork("b", 1, false))?;
        writer.keep_fork(&fork("a", 2, false))?;
        writer.keep_fork(&fork("a", 1, false))?;
        writer.keep_fork(&ForkRow { seconds: 99, ..fork("a", 1, false) })
    });
    assert_eq!(read(&store, |reader| reader.judged_by("ada")), [one]);
    assert_eq!(read(&store, |reader| reader.recalled_by("ada")), [two]);
    let forks = [fork("a", 1, false), fork("a", 2, false), fork("b", 1, false)];
    assert_eq!(read(&store, |reader| reader.forks()), forks, "by their hash, not as they came");
}

/// A person who is taken away takes what is hers; nobody's runs stay, but for those that were made up.
#[test]
fn forks_stay_when_people_go_and_made_up_ones_go_with_the_sample() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        let made_up = eighteen_store::PersonRow { sample: true, ..person("eve", None) };
        writer.put_person(&made_up)?;
        writer.keep_judged(&judged("eve", "m1", 1, "caught"))?;
        writer.put_recalled(&recalled("eve", "q1", 1, 30, 1.0))?;
        writer.keep_fork(&fork("a", 1, true))?;
        writer.keep_fork(&fork("b", 1, false))?;
        writer.remove_sample()
    });
    assert_eq!(read(&store, |reader| reader.judged_by("eve")), []);
    assert_eq!(read(&store, |reader| reader.recalled_by("eve")), []);
    assert_eq!(read(&store, |reader| reader.forks()), [fork("b", 1, false)]);
}

fn review(id: &str, item_id: &str, day: &str, score: f64) -> ReviewRow {
    ReviewRow {
        id: id.to_owned(),
        learner_id: "l1".to_owned(),
        pack_id: PACK.to_owned(),
        item_hash: "h1".to_owned(),
        item_id: item_id.to_owned(),
        item_version: 1,
        response: r#"["a"]"#.to_owned(),
        shown_text: "Report it".to_owned(),
        score,
        confidence: None,
        elapsed_ms: 9_000,
        grade: 3,
        reviewed_at: format!("{day}T08:00:00.000+01:00"),
    }
}

/// A learner's store with a practice answer to `q3`, two finished checks that asked `q1`, and one that is open
/// and asks `q2`.
fn answered() -> (crate::builders::Home, Store) {
    let (home, store) = learners();
    let on = |id: &str, attempt: &str, item_id: &str, day: &str, score| NewAnswer {
        item_id: item_id.to_owned(),
        answered_at: format!("{day}T23:30:00.000-05:00"),
        ..answer(id, attempt, 1, score)
    };
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        for (hash, id) in [("h1", "q1"), ("h2", "q2"), ("h3", "q3")] {
            writer.keep_item(&item(hash, id))?;
        }
        let practice = AttemptRow { kind: AttemptKind::Practice, ..check("p", "l1") };
        for (row, hash) in [
            (practice, "h3"),
            (finished(check("a1", "l1"), 1.0, true), "h1"),
            (finished(check("a2", "l1"), 0.0, false), "h1"),
            (check("a3", "l1"), "h2"),
        ] {
            writer.put_attempt(&row)?;
            writer.put_attempt_item(&drawn(&row.id, 1, hash))?;
        }
        writer.add_answer(&on("1", "p", "q3", "2026-01-01", 1.0))?;
        writer.add_answer(&on("2", "a1", "q1", "2026-01-01", 0.0))?;
        writer.add_answer(&on("3", "a1", "q1", "2026-01-02", 1.0))?;
        writer.add_answer(&on("4", "a2", "q1", "2026-01-20", 0.0))?;
        writer.add_answer(&on("5", "a3", "q2", "2026-01-20", 0.0))
    });
    (home, store)
}

#[test]
fn recalls_are_counted_from_the_first_finished_check() {
    let (_home, store) = answered();
    write(&store, |writer| {
        writer.add_review(&review("r1", "q1", "2026-02-01", 0.5))?;
        writer.add_review(&review("r2", "q1", "2026-02-10", 1.0))?;
        writer.add_review(&review("r3", "q1", "2026-02-11", 0.0))?;
        // Taken back, a clock set back, of an open check, of practice: none of them counts.
        writer.change_review("r3", None, NOW)?;
        writer.add_review(&review("r4", "q1", "2026-01-01", 1.0))?;
        writer.add_review(&review("r5", "q2", "2026-03-01", 1.0))?;
        writer.add_review(&review("r6", "q3", "2026-03-01", 1.0))
    });
    let found = read(&store, |reader| reader.recalls_of("l1", PACK));
    let expect = |nth, days, score| RecalledRow {
        learner_id: "l1".to_owned(),
        ..recalled("l1", "q1", nth, days, score)
    };
    assert_eq!(found, [expect(1, 30, 0.5), expect(2, 39, 1.0)]);
    assert_eq!(read(&store, |reader| reader.recalls_of("l1", "other")), []);
    write(&store, |writer| {
        writer.change_review("r3", Some(1), NOW)?;
        writer.change_review("r1", None, NOW)
    });
    let found = read(&store, |reader| reader.recalls_of("l1", PACK));
    assert_eq!(found, [expect(1, 39, 1.0), expect(2, 40, 0.0)], "a later change counts");
}

#[test]
fn only_the_first_judgement_of_a_message_counts() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        for name in ["ada", "ben"] {
            writer.put_person(&person(name, Some(name)))?;
        }
        // Told in another order than they were judged in.
        writer.keep_judged(&judged("ada", "bait", 3, "caught"))?;
        writer.keep_judged(&judged("ada", "bait", 1, "missed"))?;
        writer.keep_judged(&judged("ada", "news", 2, "false-alarm"))?;
        writer.keep_judged(&judged("ben", "bait", 4, "caught"))?;
        writer.keep_judged(&judged("ben", "bill", 1, "unchecked"))?;
        let elsewhere =
            JudgedRow { pack_id: "other".to_owned(), ..judged("ben", "x", 1, "caught") };
        writer.keep_judged(&elsewhere)
    });
    write(&store, |writer| writer.add_member("only ben", "ben").map(drop));
    let group = |id: &str| Among { group_id: Some(id.to_owned()), ..Among::default() };
    let of = |among: Among| {
        let mut found = Vec::new();
        read(&store, |reader| {
            reader.each_first_judgement(PACK, &among, |one| {
                found.push(format!(
                    "{} {} {} {}",
                    one.learner_id, one.message_id, one.outcome, one.elapsed_ms
                ));
            })
        });
        found
    };
    let ada = ["ada bait missed 1000", "ada news false-alarm 2000"];
    let ben = ["ben bait caught 4000", "ben bill unchecked 1000"];
    assert_eq!(of(Among::default()), [ada, ben].concat());
    assert_eq!(of(group("only ben")), ben);
    assert_eq!(of(group("nobody")), [""; 0]);
}

#[test]
fn answers_of_the_refresher_come_person_by_person() {
    let (_home, _key, store) = trainers();
    write(&store, |writer| {
        for name in ["ben", "ada"] {
            writer.put_person(&person(name, Some(name)))?;
        }
        writer.put_recalled(&recalled("ben", "q1", 1, 41, 0.5))?;
        writer.put_recalled(&recalled("ada", "q2", 1, 25, 1.0))?;
        let elsewhere =
            RecalledRow { pack_id: "other".to_owned(), ..recalled("ada", "q3", 1, 2, 1.0) };
        writer.put_recalled(&elsewhere)
    });
    let mut told = Vec::new();
    read(&store, |reader| {
        reader.each_recall(PACK, |row| {
            told.push(format!(
                "{} {} {} {}",
                row.learner_id, row.item_id, row.after_days, row.is_right
            ));
        })
    });
    assert_eq!(told, ["ada q2 25 true", "ben q1 41 false"]);
}
