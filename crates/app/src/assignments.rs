//! What a trainer assigns, to whom and by when; how far people are with it; the file for other computers.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use eighteen_exchange::{
    AssignmentFile, Cell, FileAssignment, FilePart, Table, person_mark, write_assignments,
};
use eighteen_seal::to_hex;
use eighteen_store::{
    AssignmentPartRow, AssignmentRow, LearnerRow, PersonRow as Person, Reader, RosterRow,
    TrainerRow, Writer,
};
use sha2::{Digest as _, Sha256};

use crate::{
    App, ErrorCode, UserError,
    among::Days,
    assigned::{Incoming, take_in},
    clock::{Moment, day, day_written, new_id},
    course::{Course, count, number},
    error::not_found,
    export::sample_word,
    glance::{self, Glance, Place},
    identity::identity,
    roster::{folded, groups},
    wire::{
        among::Among,
        assignments::{
            AskAssignmentForm, AssignableModule, AssignableStep, AssignedPart, Assignment,
            AssignmentForm, Assignments, ChosenPerson, HowFar, MakeAssignment, NameTrainer,
            OpenAssignment,
        },
        trainer::Exported,
    },
};

/// What learners read as the sender.
const FROM: &str = "assignments_from";
/// The number of the assignments as they stand, and the hash of what stood then.
const NUMBER: &str = "assignments_number";
const CONTENT: &str = "assignments_content";
const LONGEST_MESSAGE: usize = 300;
const LONGEST_FROM: usize = 80;
const ENDING: &str = "e18a";

impl App {
    /// The assignments that stand, with counted status where persons are shown.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_assignments(&self) -> Result<Assignments, UserError> {
        let groups_only = self.smallest_group()?.is_some();
        self.collect()?;
        let course = self.course()?;
        let now = self.now();
        let store = self.trainer_store()?;
        let fingerprint = identity(&store)?.public().fingerprint();
        let glance = if groups_only { None } else { Some(self.glance()?) };
        store.read(|reader| {
            let plan = Plan::read(reader)?;
            let standing = match &glance {
                Some(glance) => Some(Standing::read(reader, glance)?),
                None => None,
            };
            let far = |row: &AssignmentRow| {
                standing.as_ref().map(|standing| standing.how_far(course, &plan, row))
            };
            let rows = plan.rows.iter();
            Ok(Assignments {
                sample: reader.has_sample()?,
                today: day(now.day()),
                from: reader.setting(FROM)?.unwrap_or_default(),
                fingerprint,
                rows: rows.map(|row| plan.assignment(course, row, now, far(row))).collect(),
            })
        })
    }

    /// What the form for a new assignment needs.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn assignment_form(&self, args: AskAssignmentForm) -> Result<AssignmentForm, UserError> {
        let groups_only = self.smallest_group()?.is_some();
        let course = self.course()?;
        let today = day(self.now().day());
        let modules = course.pack.modules.iter().map(assignable).collect();
        self.trainer_store()?.read(|reader| {
            if groups_only {
                let sample = reader.has_sample()?;
                let (groups, chosen) = (Vec::new(), Vec::new());
                return Ok(AssignmentForm { sample, today, modules, groups, people: None, chosen });
            }
            let asked: BTreeSet<&String> = args.person_ids.iter().collect();
            let people = reader.people()?;
            let chosen = people.iter().filter(|person| asked.contains(&person.id));
            Ok(AssignmentForm {
                sample: people.iter().any(|person| person.sample),
                today,
                modules,
                groups: groups(reader)?,
                people: Some(count(people.len())),
                chosen: chosen
                    .map(|person| ChosenPerson {
                        person_id: person.id.clone(),
                        name: person.name.clone(),
                    })
                    .collect(),
            })
        })
    }

    /// How far everybody is with everything that stands: one row for each assignment and person.
    ///
    /// # Errors
    /// `TrainerLocked`, `PersonsNotShown` where that was agreed, or `NotFound` when there is no such group.
    pub(crate) fn assignments_table(&self, among: Among) -> Result<Table, UserError> {
        self.persons_shown()?;
        self.collect()?;
        let course = self.course()?;
        let group = self.among(among, Days::None)?.rows.group_id;
        let glance = self.glance()?;
        self.trainer_store()?.read(|reader| {
            let plan = Plan::read(reader)?;
            let people = reader.people()?;
            Ok(Standing::read(reader, &glance)?.table(course, &plan, &people, group))
        })
    }

    /// Assigns modules or steps to people and groups, by a day.
    ///
    /// # Errors
    /// `TrainerLocked`; `PersonsNotShown` for anybody but everybody where that was agreed; `AssignmentInvalid`
    /// when something is missing or the day is over; `NotFound` when a module or step is not in the course.
    pub fn make_assignment(&self, args: MakeAssignment) -> Result<Assignments, UserError> {
        if !args.group_ids.is_empty() || !args.person_ids.is_empty() {
            self.persons_shown()?;
        }
        let course = self.course()?;
        let now = self.now();
        let due = sound(course, &args, now)?;
        self.trainer_store()?.write(|writer| {
            let row = AssignmentRow {
                id: new_id(),
                pack_id: course.pack.id.clone(),
                everybody: args.everybody,
                due: day(due),
                message: Some(args.message.trim().to_owned()).filter(|words| !words.is_empty()),
                sample: writer.reader().has_sample()?,
                made_at: now.rfc3339(),
                withdrawn_at: None,
            };
            add(writer, &row, &args)
        })?;
        self.trainer_assignments()
    }

    /// Withdraws an assignment: it leaves the list, and learners' screens when they open the next file.
    ///
    /// # Errors
    /// `TrainerLocked`; `NotFound` when it does not stand (any more).
    pub fn withdraw_assignment(&self, args: OpenAssignment) -> Result<Assignments, UserError> {
        let now = self.now().rfc3339();
        self.trainer_store()?.write(|writer| {
            let stood = writer.withdraw_assignment(&args.assignment_id, &now)?;
            if stood { Ok(()) } else { Err(not_found("assignment", &args.assignment_id)) }
        })?;
        self.trainer_assignments()
    }

    /// Says what learners read as the sender.
    ///
    /// # Errors
    /// `TrainerLocked`; `NameInvalid` when it is empty or too long.
    pub fn name_trainer(&self, args: NameTrainer) -> Result<Assignments, UserError> {
        let name = args.name.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() || name.chars().count() > LONGEST_FROM {
            return Err(UserError::new(ErrorCode::NameInvalid, name));
        }
        self.trainer_store()?
            .write(|writer| Ok::<_, UserError>(writer.set_setting(FROM, &name)?))?;
        self.trainer_assignments()
    }

    /// Writes the signed file for learners of other computers; nothing when the person cancels.
    ///
    /// # Errors
    /// `TrainerLocked`, or `FileNotWritable` with the path.
    pub fn save_assignment_file(&self) -> Result<Option<Exported>, UserError> {
        let store = self.trainer_store()?;
        let made_at = self.now().rfc3339();
        let key = identity(&store)?;
        let sent = store.write(Sent::numbered)?;
        let rows = count(sent.assignments.len());
        self.save_file("eighteen-days-assignments", ENDING, rows, || {
            let salt: [u8; 16] = *uuid::Uuid::new_v4().as_bytes();
            let file = sent.file(to_hex(&salt), made_at);
            Ok(write_assignments(&key, &file)?)
        })
    }

    /// Hands what stands to the learners of this computer, who need no file. Made-up assignments are
    /// handed to nobody.
    pub(crate) fn deliver_here(&self) -> Result<(), UserError> {
        let store = self.trainer_store()?;
        let sent = store.write(Sent::numbered)?;
        let known = store.read(|reader| Ok::<_, UserError>(reader.setting(NUMBER)?))?;
        if known.is_none() {
            return Ok(());
        }
        let now = self.now().rfc3339();
        let trainer = TrainerRow {
            public_key: identity(&store)?.public().hex(),
            name: sent.from.clone(),
            file_number: sent.number,
            trusted_at: now.clone(),
        };
        self.write(|writer| {
            let learners = writer.reader().learners()?;
            let incoming = sent.assignments.iter().map(|one| one.incoming(&learners));
            take_in(writer, &trainer, &incoming.collect::<Vec<_>>(), &learners, &now)
        })
    }
}

/// The day, when everything that an assignment needs is there.
fn sound(course: &Course, args: &MakeAssignment, now: Moment) -> Result<NaiveDate, UserError> {
    let wrong = |what: &str| UserError::new(ErrorCode::AssignmentInvalid, what);
    for part in &args.parts {
        let module = course.module(&part.module_id)?;
        if let Some(id) = &part.step_id
            && !module.steps.iter().any(|step| step.id == *id)
        {
            return Err(not_found("step", id));
        }
    }
    let due = day_written(&args.due).ok_or_else(|| wrong("no day"))?;
    if args.parts.is_empty() {
        return Err(wrong("nothing to do"));
    }
    if !args.everybody && args.group_ids.is_empty() && args.person_ids.is_empty() {
        return Err(wrong("nobody to do it"));
    }
    if args.message.chars().count() > LONGEST_MESSAGE {
        return Err(wrong("the message is too long"));
    }
    if due < now.day() { Err(wrong("the day is over")) } else { Ok(due) }
}

/// Keeps an assignment: what it is of, and to whom.
pub(crate) fn add(
    writer: &Writer<'_>,
    row: &AssignmentRow,
    args: &MakeAssignment,
) -> Result<(), UserError> {
    writer.add_assignment(row)?;
    for (index, part) in args.parts.iter().enumerate() {
        writer.add_assignment_part(&AssignmentPartRow {
            assignment_id: row.id.clone(),
            position: number(index),
            module_id: part.module_id.clone(),
            step_id: part.step_id.clone(),
        })?;
    }
    for group in &args.group_ids {
        writer.assign_to_group(&row.id, group)?;
    }
    for person in &args.person_ids {
        writer.assign_to_person(&row.id, person)?;
    }
    Ok(())
}

fn assignable(module: &eighteen_pack::Module) -> AssignableModule {
    let steps = module.steps.iter().enumerate().map(|(index, step)| AssignableStep {
        step_id: step.id.clone(),
        number: number(index),
        title: step.title.clone(),
    });
    AssignableModule {
        module_id: module.id.clone(),
        number: module.number,
        title: module.title.clone(),
        steps: steps.collect(),
    }
}

/// A module or a step in words; nothing when the course no longer has it.
pub(crate) fn part_in_words(
    course: &Course,
    module_id: &str,
    step_id: Option<&str>,
) -> Option<AssignedPart> {
    let module = course.module(module_id).ok()?;
    let step = match step_id {
        Some(id) => Some(module.steps.iter().find(|step| step.id == id)?),
        None => None,
    };
    Some(AssignedPart {
        module_id: module.id.clone(),
        module_number: module.number,
        module_title: module.title.clone(),
        step_id: step.map(|step| step.id.clone()),
        step_title: step.map(|step| step.title.clone()),
    })
}

/// Days from today to a day.
pub(crate) fn days_left(now: Moment, due: &str) -> i32 {
    let due = day_written(due).unwrap_or_else(|| now.day());
    i32::try_from((due - now.day()).num_days()).unwrap_or(i32::MAX)
}

/// Lists by what they belong to.
fn by_first<T>(pairs: Vec<(String, T)>) -> BTreeMap<String, Vec<T>> {
    let mut lists: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for (first, second) in pairs {
        lists.entry(first).or_default().push(second);
    }
    lists
}

/// The assignments that stand, with their parts and people.
struct Plan {
    rows: Vec<AssignmentRow>,
    parts: BTreeMap<String, Vec<AssignmentPartRow>>,
    groups: BTreeMap<String, Vec<String>>,
    named: BTreeMap<String, Vec<String>>,
    members: BTreeMap<String, Vec<String>>,
    group_names: BTreeMap<String, String>,
}

impl Plan {
    fn read(reader: &Reader<'_>) -> Result<Self, UserError> {
        let parts = reader.assignment_parts()?.into_iter();
        let mut rows = reader.assignments()?;
        rows.retain(|row| row.withdrawn_at.is_none());
        Ok(Self {
            rows,
            parts: by_first(parts.map(|part| (part.assignment_id.clone(), part)).collect()),
            groups: by_first(reader.assignment_groups()?),
            named: by_first(reader.assignment_people()?),
            members: by_first(reader.memberships()?),
            group_names: reader.groups()?.into_iter().map(|group| (group.id, group.name)).collect(),
        })
    }

    fn parts(&self, row: &AssignmentRow) -> &[AssignmentPartRow] {
        self.parts.get(&row.id).map_or(&[], Vec::as_slice)
    }

    fn groups(&self, row: &AssignmentRow) -> &[String] {
        self.groups.get(&row.id).map_or(&[], Vec::as_slice)
    }

    fn named(&self, row: &AssignmentRow) -> &[String] {
        self.named.get(&row.id).map_or(&[], Vec::as_slice)
    }

    /// Whom it names and who is in its groups, each once; not everybody when it is for everybody.
    fn people(&self, row: &AssignmentRow) -> BTreeSet<&str> {
        let in_groups = self.groups(row).iter().filter_map(|group| self.members.get(group));
        self.named(row).iter().chain(in_groups.flatten()).map(String::as_str).collect()
    }

    fn assignment(
        &self,
        course: &Course,
        row: &AssignmentRow,
        now: Moment,
        far: Option<HowFar>,
    ) -> Assignment {
        let parts = self.parts(row).iter();
        let groups = self.groups(row).iter();
        let mut groups: Vec<String> =
            groups.filter_map(|group| self.group_names.get(group).cloned()).collect();
        groups.sort();
        Assignment {
            assignment_id: row.id.clone(),
            parts: parts
                .filter_map(|part| part_in_words(course, &part.module_id, part.step_id.as_deref()))
                .collect(),
            everybody: row.everybody,
            groups,
            named: count(self.named(row).len()),
            far,
            due: row.due.clone(),
            days_left: days_left(now, &row.due),
            message: row.message.clone(),
        }
    }
}

/// How far a person is with an assignment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Completed,
    Started,
    NotStarted,
}

/// How far everybody is with what can be assigned.
struct Standing<'a> {
    everybody: HashMap<&'a str, &'a [glance::Cell]>,
    revisits: BTreeSet<(String, String, String, String)>,
}

impl<'a> Standing<'a> {
    fn read(reader: &Reader<'_>, glance: &'a Glance) -> Result<Self, UserError> {
        let revisits = reader.revisits()?.into_iter();
        let people = glance.people.iter();
        Ok(Self {
            everybody: people.map(|one| (one.id.as_str(), one.cells.as_slice())).collect(),
            revisits: revisits
                .map(|row| (row.learner_id, row.assignment_id, row.module_id, row.step_id))
                .collect(),
        })
    }

    fn how_far(&self, course: &Course, plan: &Plan, row: &AssignmentRow) -> HowFar {
        let people: Vec<&str> = if row.everybody {
            self.everybody.keys().copied().collect()
        } else {
            plan.people(row).into_iter().collect()
        };
        let parts = plan.parts(row);
        let far = people.iter().map(|person| self.far(course, row, parts, person));
        let far: Vec<Far> = far.collect();
        let counted = |wanted: Far| count(far.iter().filter(|far| **far == wanted).count());
        HowFar {
            people: count(people.len()),
            completed: counted(Far::Completed),
            started: counted(Far::Started),
            not_started: counted(Far::NotStarted),
        }
    }

    fn table(
        &self,
        course: &Course,
        plan: &Plan,
        people: &[Person],
        only: Option<String>,
    ) -> Table {
        let mut of_person: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (group, people) in &plan.members {
            for person in people {
                let name = plan.group_names.get(group).map_or("", String::as_str);
                of_person.entry(person).or_default().push(name);
            }
        }
        let wanted = only.map(|group| plan.members.get(&group).cloned().unwrap_or_default());
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for row in &plan.rows {
            let whom = plan.people(row);
            let parts = plan.parts(row);
            let titles = parts
                .iter()
                .filter_map(|part| part_in_words(course, &part.module_id, part.step_id.as_deref()))
                .map(|part| match part.step_title {
                    Some(step) => format!("{}. {}: {step}", part.module_number, part.module_title),
                    None => format!("{}. {}", part.module_number, part.module_title),
                });
            let titles = titles.collect::<Vec<_>>().join("; ");
            let people = people.iter().filter(|person| {
                (row.everybody || whom.contains(person.id.as_str()))
                    && wanted.as_ref().is_none_or(|wanted| wanted.contains(&person.id))
            });
            for person in people {
                let mut groups = of_person.get(person.id.as_str()).cloned().unwrap_or_default();
                groups.sort_unstable();
                rows.push(vec![
                    row.id.as_str().into(),
                    row.due.as_str().into(),
                    titles.as_str().into(),
                    groups.join("; ").into(),
                    person.id.as_str().into(),
                    person.name.clone().into(),
                    far_word(self.far(course, row, parts, &person.id)).into(),
                    sample_word(person.sample).into(),
                ]);
            }
        }
        Table {
            columns: vec![
                "assignment_id",
                "due",
                "assigned",
                "groups",
                "person_id",
                "name",
                "status",
                "sample",
            ],
            rows,
        }
    }

    fn far(
        &self,
        course: &Course,
        row: &AssignmentRow,
        parts: &[AssignmentPartRow],
        person: &str,
    ) -> Far {
        let far: Vec<Far> = parts
            .iter()
            .map(|part| match &part.step_id {
                Some(step) => self.revisited(row, person, &part.module_id, step),
                None => self.in_module(course, person, &part.module_id),
            })
            .collect();
        if far.iter().all(|far| *far == Far::Completed) {
            Far::Completed
        } else if far.iter().all(|far| *far == Far::NotStarted) {
            Far::NotStarted
        } else {
            Far::Started
        }
    }

    /// Not started in a module that the course does not have any more.
    fn in_module(&self, course: &Course, person: &str, module_id: &str) -> Far {
        let at = course.pack.modules.iter().position(|module| module.id == module_id);
        let cell = at.and_then(|at| self.everybody.get(person)?.get(at));
        match cell.map_or(Place::NotBegun, glance::Cell::place) {
            Place::Completed => Far::Completed,
            Place::Begun => Far::Started,
            Place::NotBegun => Far::NotStarted,
        }
    }

    fn revisited(&self, row: &AssignmentRow, person: &str, module: &str, step: &str) -> Far {
        let [person, module, step] = [person, module, step].map(str::to_owned);
        let done = self.revisits.contains(&(person, row.id.clone(), module, step));
        if done { Far::Completed } else { Far::NotStarted }
    }
}

fn far_word(far: Far) -> &'static str {
    match far {
        Far::Completed => "completed",
        Far::Started => "started",
        Far::NotStarted => "not started",
    }
}

/// Everything that is sent, before it is known where to.
#[derive(serde::Serialize)]
struct Sent {
    #[serde(skip)]
    number: u32,
    from: String,
    assignments: Vec<SentAssignment>,
}

#[derive(serde::Serialize)]
struct SentAssignment {
    id: String,
    pack: String,
    due: String,
    message: Option<String>,
    everybody: bool,
    to: Vec<Recipient>,
    parts: Vec<FilePart>,
}

/// How a person is known where the file is opened.
#[derive(Clone, serde::Serialize)]
struct Recipient {
    /// The id of the results; absent for somebody who has not appeared.
    id: Option<String>,
    code: Option<String>,
    /// Only where there is no code.
    name: Option<String>,
}

impl Recipient {
    fn new(row: &RosterRow) -> Self {
        Self {
            id: Some(row.id.clone()).filter(|_| !row.last_active.is_empty()),
            code: row.code.clone(),
            name: row.name.clone().filter(|_| row.code.is_none()),
        }
    }

    fn is(&self, learner: &LearnerRow) -> bool {
        let own = learner.name.as_deref().map(folded);
        let has = |word: &Option<String>| word.is_some() && word.as_deref().map(folded) == own;
        self.id.as_ref() == Some(&learner.id) || has(&self.code) || has(&self.name)
    }

    fn marks(&self, salt: &str) -> impl Iterator<Item = String> {
        let known = [("id", &self.id), ("code", &self.code), ("name", &self.name)];
        known.into_iter().filter_map(move |(what, value)| {
            value.as_deref().map(|value| person_mark(salt, what, value))
        })
    }
}

/// The marks by which a learner finds what is for her.
pub(crate) fn marks_of(salt: &str, learner: &LearnerRow) -> Vec<String> {
    let own = learner.name.as_deref();
    let named = own.into_iter().flat_map(|name| ["code", "name"].map(|what| (what, name)));
    let known = [("id", learner.id.as_str())].into_iter().chain(named);
    known.map(|(what, value)| person_mark(salt, what, value)).collect()
}

impl SentAssignment {
    fn incoming(&self, learners: &[LearnerRow]) -> Incoming {
        let is_for = |learner: &&LearnerRow| {
            self.everybody || self.to.iter().any(|recipient| recipient.is(learner))
        };
        Incoming {
            id: self.id.clone(),
            pack: self.pack.clone(),
            due: self.due.clone(),
            message: self.message.clone(),
            parts: self.parts.clone(),
            to: learners.iter().filter(is_for).map(|learner| learner.id.clone()).collect(),
        }
    }
}

impl Sent {
    fn read(reader: &Reader<'_>) -> Result<Self, UserError> {
        let plan = Plan::read(reader)?;
        let roster = reader.roster()?;
        let people: BTreeMap<&str, &RosterRow> =
            roster.iter().map(|row| (row.id.as_str(), row)).collect();
        let mut rows: Vec<&AssignmentRow> = plan.rows.iter().filter(|row| !row.sample).collect();
        rows.sort_by(|one, two| one.id.cmp(&two.id));
        let assignments = rows.into_iter().map(|row| SentAssignment {
            id: row.id.clone(),
            pack: row.pack_id.clone(),
            due: row.due.clone(),
            message: row.message.clone(),
            everybody: row.everybody,
            to: plan
                .people(row)
                .into_iter()
                .filter_map(|person| people.get(person).map(|row| Recipient::new(row)))
                .collect(),
            parts: plan
                .parts(row)
                .iter()
                .map(|part| FilePart { module: part.module_id.clone(), step: part.step_id.clone() })
                .collect(),
        });
        let from = reader.setting(FROM)?.unwrap_or_default();
        Ok(Self { number: 0, from, assignments: assignments.collect() })
    }

    /// With its number, which grows when something is another than it was. A store without assignments
    /// has none.
    fn numbered(writer: &Writer<'_>) -> Result<Self, UserError> {
        let reader = writer.reader();
        let mut sent = Self::read(&reader)?;
        let kept = reader.setting(NUMBER)?.and_then(|number| number.parse::<u32>().ok());
        if kept.is_none() && sent.assignments.is_empty() {
            return Ok(sent);
        }
        let content = to_hex(&Sha256::digest(serde_json::to_vec(&sent)?));
        sent.number = kept.unwrap_or_default();
        if reader.setting(CONTENT)?.as_deref() != Some(&content) {
            sent.number += 1;
            writer.set_setting(NUMBER, &sent.number.to_string())?;
            writer.set_setting(CONTENT, &content)?;
        }
        Ok(sent)
    }

    fn file(&self, salt: String, made_at: String) -> AssignmentFile {
        let assignments = self.assignments.iter().map(|one| {
            let marks = one.to.iter().flat_map(|recipient| recipient.marks(&salt));
            FileAssignment {
                id: one.id.clone(),
                pack: one.pack.clone(),
                due: one.due.clone(),
                message: one.message.clone(),
                everybody: one.everybody,
                // For everybody nobody has to be marked.
                to: if one.everybody {
                    Vec::new()
                } else {
                    marks.collect::<BTreeSet<_>>().into_iter().collect()
                },
                parts: one.parts.clone(),
            }
        });
        let assignments = assignments.collect();
        AssignmentFile { number: self.number, from: self.from.clone(), made_at, salt, assignments }
    }
}
