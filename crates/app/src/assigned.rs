//! What the learners of this computer were assigned: from a file of a trainer who is trusted, or directly.

use eighteen_exchange::{
    AssignmentFile, FilePart, FileRefusal, MAX_ASSIGNMENT_FILE, read_assignments,
};
use eighteen_seal::PublicKey;
use eighteen_store::{AssignedRow, LearnerRow, Reader, TrainerRow, Writer};

use crate::{
    App, UserError,
    app::{Who, file_bytes},
    assignments::{days_left, marks_of, part_in_words},
    clock::{Moment, day},
    course::Course,
    error::not_found,
    home::Progress,
    wire::{
        assignments::{AssignedToMe, AssignmentFileFault, OpenedAssignments},
        learner::ModuleState,
    },
};

/// An assignment on its way to the learners here.
pub(crate) struct Incoming {
    pub(crate) id: String,
    pub(crate) pack: String,
    pub(crate) due: String,
    pub(crate) message: Option<String>,
    pub(crate) parts: Vec<FilePart>,
    /// Ids of learners of this computer.
    pub(crate) to: Vec<String>,
}

impl App {
    /// Asks for a file of assignments and takes it when its trainer is trusted; nothing when the person
    /// cancels.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub fn open_assignment_file(&self) -> Result<Option<OpenedAssignments>, UserError> {
        self.held().assignments = None;
        let Some(path) = self.desktop.choose_open_path(&["e18a"]) else {
            return Ok(None);
        };
        let refused = |why| Ok(Some(OpenedAssignments::Refused { why }));
        let Ok(bytes) = file_bytes(&path, MAX_ASSIGNMENT_FILE) else {
            return refused(AssignmentFileFault::NotReadable);
        };
        let (key, file) = match read_assignments(&bytes) {
            Ok(read) => read,
            Err(FileRefusal::NotOurs) => return refused(AssignmentFileFault::NotOurs),
            Err(FileRefusal::Newer) => return refused(AssignmentFileFault::Newer),
            Err(FileRefusal::Changed) => return refused(AssignmentFileFault::Changed),
        };
        match self.read(|reader| Ok(reader.trainer(&key.hex())?))? {
            Some(known) if known.file_number > file.number => refused(AssignmentFileFault::Older),
            Some(_) => self.take_file(&key, &file).map(Some),
            None => {
                let unknown = OpenedAssignments::Unknown {
                    from: file.from.clone(),
                    fingerprint: key.fingerprint(),
                    made_at: file.made_at.clone(),
                };
                self.held().assignments = Some((key, file));
                Ok(Some(unknown))
            }
        }
    }

    /// Trusts the trainer whose file was opened, from now on, and takes the file.
    ///
    /// # Errors
    /// `NotFound` when no file waits for this.
    pub fn trust_trainer(&self) -> Result<OpenedAssignments, UserError> {
        let waiting = self.held().assignments.take();
        let (key, file) = waiting.ok_or_else(|| not_found("file", "opened"))?;
        let taken = self.take_file(&key, &file);
        if taken.is_err() {
            self.held().assignments = Some((key, file));
        }
        taken
    }

    fn take_file(
        &self,
        key: &PublicKey,
        file: &AssignmentFile,
    ) -> Result<OpenedAssignments, UserError> {
        let course = self.course()?;
        let now = self.now();
        let who = self.who().clone();
        let trainer = TrainerRow {
            public_key: key.hex(),
            name: file.from.clone(),
            file_number: file.number,
            trusted_at: now.rfc3339(),
        };
        self.write(|writer| {
            let learners = writer.reader().learners()?;
            let incoming = incoming(file, &learners);
            take_in(writer, &trainer, &incoming, &learners, &now.rfc3339())?;
            let mine = match &who {
                Who::Learner(id) => {
                    let progress = Progress::read(&writer.reader(), course, id)?;
                    assigned_to(&writer.reader(), course, id, &progress, now)?
                }
                Who::Unknown | Who::Newcomer => Vec::new(),
            };
            Ok(OpenedAssignments::Taken {
                from: file.from.clone(),
                fingerprint: key.fingerprint(),
                made_at: file.made_at.clone(),
                mine,
            })
        })
    }
}

fn incoming(file: &AssignmentFile, learners: &[LearnerRow]) -> Vec<Incoming> {
    let marks: Vec<(String, Vec<String>)> = learners
        .iter()
        .map(|learner| (learner.id.clone(), marks_of(&file.salt, learner)))
        .collect();
    let assignments = file.assignments.iter().map(|one| {
        let is_for = |marks: &[String]| {
            one.everybody || marks.iter().any(|mark| one.to.binary_search(mark).is_ok())
        };
        Incoming {
            id: one.id.clone(),
            pack: one.pack.clone(),
            due: one.due.clone(),
            message: one.message.clone(),
            parts: one.parts.clone(),
            to: marks.iter().filter(|(_, marks)| is_for(marks)).map(|(id, _)| id.clone()).collect(),
        }
    });
    assignments.collect()
}

/// Makes what this trainer assigned to the learners here what it is now: what is gone goes.
pub(crate) fn take_in(
    writer: &Writer<'_>,
    trainer: &TrainerRow,
    incoming: &[Incoming],
    learners: &[LearnerRow],
    now: &str,
) -> Result<(), UserError> {
    writer.put_trainer(trainer)?;
    for learner in learners {
        let wanted: Vec<AssignedRow> = incoming
            .iter()
            .filter(|one| one.to.contains(&learner.id))
            .flat_map(|one| one.parts.iter().map(|part| row(trainer, one, part, learner, now)))
            .collect();
        for kept in writer.reader().assigned(&learner.id)? {
            let same = |row: &AssignedRow| {
                row.assignment_id == kept.assignment_id
                    && row.module_id == kept.module_id
                    && row.step_id == kept.step_id
            };
            if kept.trainer_key == trainer.public_key && !wanted.iter().any(same) {
                writer.remove_assigned(&kept)?;
            }
        }
        for row in &wanted {
            writer.put_assigned(row)?;
        }
    }
    Ok(())
}

fn row(
    trainer: &TrainerRow,
    one: &Incoming,
    part: &FilePart,
    learner: &LearnerRow,
    now: &str,
) -> AssignedRow {
    AssignedRow {
        learner_id: learner.id.clone(),
        trainer_key: trainer.public_key.clone(),
        assignment_id: one.id.clone(),
        pack_id: one.pack.clone(),
        module_id: part.module.clone(),
        step_id: part.step.clone(),
        due: one.due.clone(),
        message: one.message.clone(),
        received_at: now.to_owned(),
        done_at: None,
    }
}

/// What the organisation asks everybody for who takes its pack: the modules that are not done, by its day.
pub(crate) fn asked_by_pack(
    course: &Course,
    progress: &Progress,
    now: Moment,
) -> Vec<AssignedToMe> {
    let Some(organisation) = &course.pack.organisation else { return Vec::new() };
    let Some(due) = organisation.due.map(day) else { return Vec::new() };
    let open = course.pack.modules.iter().filter(|module| {
        !matches!(progress.state(module), ModuleState::Completed | ModuleState::Known)
    });
    let parts = open.filter_map(|module| part_in_words(course, &module.id, None));
    let mine = parts.map(|part| AssignedToMe {
        part,
        days_left: days_left(now, &due),
        due: due.clone(),
        message: None,
        from: organisation.name.clone(),
    });
    mine.collect()
}

/// What a learner was assigned and has not done, what is due first before the others.
pub(crate) fn assigned_to(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
    progress: &Progress,
    now: Moment,
) -> Result<Vec<AssignedToMe>, UserError> {
    let trainers = reader.trainers()?;
    let mut mine = Vec::new();
    for row in reader.assigned(learner_id)? {
        let Some(part) = part_in_words(course, &row.module_id, row.step_id.as_deref()) else {
            continue;
        };
        let module = course.module(&row.module_id)?;
        let done = match row.step_id {
            Some(_) => row.done_at.is_some(),
            None => {
                matches!(progress.state(module), ModuleState::Completed | ModuleState::Known)
            }
        };
        if done || row.pack_id != course.pack.id {
            continue;
        }
        let from = trainers.iter().find(|trainer| trainer.public_key == row.trainer_key);
        mine.push(AssignedToMe {
            part,
            days_left: days_left(now, &row.due),
            due: row.due,
            message: row.message,
            from: from.map(|trainer| trainer.name.clone()).unwrap_or_default(),
        });
    }
    Ok(mine)
}
