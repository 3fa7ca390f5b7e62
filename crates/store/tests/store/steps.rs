use eighteen_store::StepDoneRow;

use crate::builders::{NOW, PACK, learners, read, write};

fn step(step_id: &str, done_at: &str, elapsed_ms: u32) -> StepDoneRow {
    StepDoneRow {
        module_id: "m1".to_owned(),
        step_id: step_id.to_owned(),
        done_at: done_at.to_owned(),
        elapsed_ms,
    }
}

#[test]
fn a_step_stays_done_since_the_first_time_and_only_its_time_grows() {
    let (_home, store) = learners();
    write(&store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.finish_step("l1", PACK, &step("s2", NOW, 10))?;
        writer.finish_step("l1", PACK, &step("s1", NOW, u32::MAX))?;
        writer.finish_step("l1", PACK, &step("s2", "2027-01-01T00:00:00.000Z", 5))?;
        writer.finish_step("l1", PACK, &step("s1", NOW, 1))
    });
    let done = read(&store, |reader| reader.steps_done("l1", PACK));
    assert_eq!(done, [step("s1", NOW, u32::MAX), step("s2", NOW, 15)]);
    assert_eq!(read(&store, |reader| reader.steps_done("l1", "other-pack")), []);
    assert_eq!(read(&store, |reader| reader.steps_done("l2", PACK)), []);
}
