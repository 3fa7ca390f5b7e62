//! What counts for memory: answers of practice and of finished checks, and answers in the refresher with
//! what was changed about them.

use eighteen_store::{AttemptKind, AttemptRow, GradedRow, NewAnswer, ReviewRow, Store};

use crate::builders::{
    Chance, Home, NOW, PACK, answer, check, drawn, item, learners, read, ready_store, write,
};

fn review(id: &str, item_id: &str, grade: u8) -> ReviewRow {
    ReviewRow {
        id: id.to_owned(),
        learner_id: "l1".to_owned(),
        pack_id: PACK.to_owned(),
        item_hash: "h1".to_owned(),
        item_id: item_id.to_owned(),
        item_version: 1,
        response: r#"["a"]"#.to_owned(),
        shown_text: "Report it".to_owned(),
        score: 1.0,
        confidence: Some("sure".to_owned()),
        elapsed_ms: 9_000,
        grade,
        reviewed_at: NOW.to_owned(),
    }
}

/// Id and grade of everything that counts, in order.
fn graded(store: &Store) -> Vec<(String, Option<u8>)> {
    let rows = read(store, |reader| reader.graded("l1", PACK));
    rows.into_iter().map(|row| (row.id, row.grade)).collect()
}

fn counted(rows: &[(&str, Option<u8>)]) -> Vec<(String, Option<u8>)> {
    rows.iter().map(|(id, grade)| ((*id).to_owned(), *grade)).collect()
}

#[test]
fn a_review_reads_back_as_it_was_given_and_twice_is_once() {
    let (_home, store) = ready_store();
    let one = review("r1", "q1", 4);
    write(&store, |writer| {
        writer.add_review(&one)?;
        writer.add_review(&ReviewRow { score: 0.0, ..one.clone() })
    });
    assert_eq!(read(&store, |reader| reader.review("r1")), Some(one));
    assert_eq!(read(&store, |reader| reader.review("r2")), None);
    let expect = GradedRow {
        id: "r1".to_owned(),
        item_id: "q1".to_owned(),
        item_version: 1,
        score: 1.0,
        confidence: Some("sure".to_owned()),
        grade: Some(4),
        review: Some(1),
        at: NOW.to_owned(),
    };
    assert_eq!(read(&store, |reader| reader.graded("l1", PACK)), [expect]);
    assert_eq!(read(&store, |reader| reader.graded("l2", PACK)), []);
    assert_eq!(read(&store, |reader| reader.graded("l1", "other-pack")), []);
}

#[test]
fn the_last_change_counts_and_what_was_taken_back_does_not() {
    let (home, store) = ready_store();
    write(&store, |writer| {
        writer.add_review(&review("r1", "q1", 3))?;
        writer.add_review(&review("r2", "q2", 1))?;
        writer.change_review("r1", Some(4), NOW)?;
        writer.change_review("r1", Some(2), NOW)
    });
    assert_eq!(graded(&store), counted(&[("r1", Some(2)), ("r2", Some(1))]));
    write(&store, |writer| writer.change_review("r2", None, NOW));
    assert_eq!(graded(&store), counted(&[("r1", Some(2))]));
    drop(store);
    let raw = crate::raw::connect(&home.path("learner.db"), None);
    let kept: u32 = raw.query_row("SELECT count(*) FROM reviews", [], |row| row.get(0)).unwrap();
    assert_eq!(kept, 2, "nothing is taken out of the log");
}

#[test]
fn a_check_counts_once_it_is_finished_and_holds_its_questions_until_then() {
    let (_home, store) = ready_store();
    write(&store, |writer| {
        writer.add_answer(&answer("x1", "a1", 1, 0.0))?;
        writer.add_answer(&answer("x2", "a1", 1, 1.0))
    });
    assert_eq!(graded(&store), []);
    assert_eq!(read(&store, |reader| reader.held_items("l1")), ["q1", "q2"]);
    write(&store, |writer| writer.finish_attempt("a1", NOW, 1.0, false));
    assert_eq!(graded(&store), counted(&[("x2", None)]), "the last answer is the one meant");
    assert_eq!(read(&store, |reader| reader.held_items("l1")), Vec::<String>::new());
}

#[test]
fn of_practice_the_first_answer_counts() {
    let (_home, store) = ready_store();
    write(&store, |writer| {
        writer.put_attempt(&practice("p1"))?;
        writer.put_attempt_item(&drawn("p1", 1, "h1"))?;
        writer.add_answer(&answer("x1", "p1", 1, 0.0))?;
        writer.add_answer(&answer("x2", "p1", 1, 1.0))
    });
    assert_eq!(graded(&store), counted(&[("x1", None)]));
    assert!(!read(&store, |reader| reader.held_items("l1")).is_empty(), "a1 is open");
}

#[test]
fn reviews_and_answers_stand_in_the_order_in_which_they_were_written() {
    let (_home, store) = ready_store();
    write(&store, |writer| {
        writer.put_attempt(&practice("p1"))?;
        for position in 1..=3 {
            writer.put_attempt_item(&drawn("p1", position, "h1"))?;
        }
        writer.add_review(&review("r1", "q1", 1))?;
        writer.add_answer(&answer("x1", "p1", 1, 1.0))?;
        writer.add_review(&review("r2", "q1", 1))?;
        writer.add_review(&review("r3", "q1", 1))?;
        writer.add_answer(&answer("x2", "p1", 2, 1.0))?;
        writer.add_answer(&answer("x3", "p1", 3, 1.0))?;
        writer.add_review(&review("r4", "q1", 1))
    });
    let order: Vec<String> = graded(&store).into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, ["r1", "x1", "r2", "r3", "x2", "x3", "r4"]);
}

#[test]
fn a_review_goes_with_its_learner_and_grades_are_grades() {
    let (_home, store) = ready_store();
    for (id, grade) in [("r0", 0), ("r5", 5)] {
        assert!(store.write(|writer| writer.add_review(&review(id, "q1", grade))).is_err());
    }
    assert!(store.write(|writer| writer.change_review("nowhere", Some(1), NOW)).is_err());
    let of_nobody = ReviewRow { learner_id: "nobody".to_owned(), ..review("r1", "q1", 1) };
    assert!(store.write(|writer| writer.add_review(&of_nobody)).is_err());
}

fn practice(id: &str) -> AttemptRow {
    AttemptRow { kind: AttemptKind::Practice, pass_points: 0, ..check(id, "l1") }
}

/// Something that was written, as a list in memory remembers it.
enum Written {
    Answer { attempt: usize, position: u32, id: String },
    Review { id: String, grade: Option<u8> },
}

/// What a person would say counts, who was told the rules and reads the whole list each time.
fn by_hand(written: &[Written], finished: &[bool]) -> Vec<(String, Option<u8>)> {
    let answers_at = |at: (usize, u32)| {
        written.iter().filter_map(move |one| match one {
            Written::Answer { attempt, position, id } if (*attempt, *position) == at => Some(id),
            _ => None,
        })
    };
    let counts = |one: &Written| match one {
        Written::Review { id, grade } => grade.map(|grade| (id.clone(), Some(grade))),
        Written::Answer { attempt, position, id } => {
            let mut same = answers_at((*attempt, *position));
            // Even attempts are practice.
            let counting = if attempt % 2 == 0 { same.next() } else { same.next_back() };
            let counts = counting == Some(id) && (attempt % 2 == 0 || finished[*attempt]);
            counts.then(|| (id.clone(), None))
        }
    };
    written.iter().filter_map(counts).collect()
}

/// Ten thousand actions by chance: what the store counts is what the whole list says.
#[test]
fn ten_thousand_actions_count_as_a_recount_says() {
    const ATTEMPTS: usize = 40;
    const POSITIONS: u32 = 6;
    let home = Home::quick();
    let store = home.learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.keep_item(&item("h1", "q1"))?;
        for attempt in 0..ATTEMPTS {
            let id = format!("attempt-{attempt}");
            let kind = if attempt % 2 == 0 { AttemptKind::Practice } else { AttemptKind::Check };
            writer.put_attempt(&AttemptRow { kind, ..check(&id, "l1") })?;
            for position in 1..=POSITIONS {
                writer.put_attempt_item(&drawn(&id, position, "h1"))?;
            }
        }
        Ok(())
    });
    let mut chance = Chance::new(18);
    let (mut written, mut finished): (Vec<Written>, _) = (Vec::new(), [false; ATTEMPTS]);
    for round in 0..100 {
        write(&store, |writer| {
            for number in 0..100 {
                let id = format!("{round}-{number}");
                match chance.below(6) {
                    0 | 1 => {
                        let attempt = chance.below(ATTEMPTS);
                        let position = u32::try_from(chance.below(6)).unwrap() + 1;
                        let one = answer(&id, &format!("attempt-{attempt}"), position, 1.0);
                        writer.add_answer(&NewAnswer { elapsed_ms: number, ..one })?;
                        written.push(Written::Answer { attempt, position, id });
                    }
                    2 if round > 50 => {
                        let attempt = chance.below(ATTEMPTS / 2) * 2 + 1;
                        writer.finish_attempt(&format!("attempt-{attempt}"), NOW, 1.0, true)?;
                        finished[attempt] = true;
                    }
                    3 => {
                        let places: Vec<usize> = (0..written.len())
                            .filter(|&at| {
                                matches!(written[at], Written::Review { grade: Some(_), .. })
                            })
                            .collect();
                        if places.is_empty() {
                            continue;
                        }
                        let at = places[chance.below(places.len())];
                        let changed = [None, Some(1), Some(2), Some(3), Some(4)][chance.below(5)];
                        if let Written::Review { id, grade } = &mut written[at] {
                            writer.change_review(id, changed, NOW)?;
                            *grade = changed;
                        }
                    }
                    _ => {
                        let grade = u8::try_from(chance.below(4)).unwrap() + 1;
                        writer.add_review(&review(&id, "q1", grade))?;
                        written.push(Written::Review { id, grade: Some(grade) });
                    }
                }
            }
            Ok(())
        });
        if round % 10 == 9 {
            assert_eq!(graded(&store), by_hand(&written, &finished), "after round {round}");
        }
    }
    assert!(graded(&store).len() > 2_000 && finished.iter().any(|is| *is));
    drop(store);
    assert_eq!(graded(&home.learners()).len(), by_hand(&written, &finished).len(), "opened anew");
    let (_other, empty) = learners();
    assert_eq!(graded(&empty), []);
}
