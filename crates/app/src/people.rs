//! The trainer's first view: people by modules, counted, who may need help, what has changed.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use eighteen_analysis::shown_cells;
use eighteen_pack::{Module, normalised};
use eighteen_store::{
    PersonRow as Person, ProgressRow, Reader, SnapshotRow,
    reports::{CheckStanding, FoundPerson, HelpRow, ModuleCount, Modules, Wanted},
};
use eighteen_training::standing;

use crate::{
    App, UserError,
    clock::{Moment, day},
    collect::COLLECTED_AT,
    course::{Course, count, number},
    home::module_state,
    wire::trainer::{
        AskPeople, Changed, HelpReason, ModuleStatus, NeedsHelp, PeopleColumn, PeoplePage,
        PersonCell, PersonRow, StandingFilter, TrainerOverview,
    },
};

/// People whose reasons stand on the overview; all of them are in the table.
const HELP_SHOWN: u32 = 50;
/// Rows of the table of people that come with the overview.
const FIRST_ROWS: u32 = 100;
/// Rows of one page of it.
const MOST_ROWS: u32 = 500;

/// What a trainer's store knows of some people, read once for a screen.
pub(crate) struct Everybody {
    pub(crate) people: Vec<Person>,
    progress: BTreeMap<(String, String), ProgressRow>,
    checks: BTreeMap<(String, String), CheckStanding>,
    /// Modules that somebody showed to know in a pre-check.
    known: BTreeSet<(String, String)>,
}

impl Everybody {
    /// What is known of these people.
    pub(crate) fn of(
        reader: &Reader<'_>,
        course: &Course,
        people: &[&str],
    ) -> Result<Self, UserError> {
        let pack_id = &course.pack.id;
        let ids = serde_json::to_string(people)?;
        let ids = Some(ids.as_str());
        let progress = reader.progress_of(pack_id, ids)?.into_iter();
        let checks = reader.check_standings_of(pack_id, ids)?.into_iter();
        Ok(Self {
            people: reader.people_of(ids)?,
            progress: progress
                .map(|row| ((row.learner_id.clone(), row.module_id.clone()), row))
                .collect(),
            checks: checks
                .map(|row| ((row.learner_id.clone(), row.module_id.clone()), row))
                .collect(),
            known: reader.known(pack_id)?.into_iter().collect(),
        })
    }

    pub(crate) fn cell(&self, person: &str, module: &Module) -> PersonCell {
        let key = (person.to_owned(), module.id.clone());
        let check = self.checks.get(&key);
        let progress = self.progress.get(&key);
        let steps = count(module.steps.len());
        let steps_done = progress.map_or(0, |row| row.steps_done).min(steps);
        let begun = check.is_some() || progress.is_some();
        let passed = check.is_some_and(|check| check.passed);
        PersonCell {
            state: module_state(standing(
                steps_done,
                steps,
                begun,
                passed,
                self.known.contains(&key),
            )),
            steps_done,
            steps,
            points: check.and_then(|check| check.best_points),
            of: check.map(|check| check.questions),
            tries: check.map_or(0, |check| check.finished),
        }
    }

    fn row(&self, course: &Course, person: &FoundPerson) -> PersonRow {
        let modules = course.pack.modules.iter();
        PersonRow {
            person_id: person.id.clone(),
            name: person.name.clone(),
            cells: modules.map(|module| self.cell(&person.id, module)).collect(),
            last_active: Some(person.last_active.clone()).filter(|moment| !moment.is_empty()),
        }
    }
}

/// The modules of the course as the reports of the store take them.
pub(crate) fn modules_json(course: &Course) -> Result<String, UserError> {
    let modules = course.pack.modules.iter();
    let list: Vec<_> = modules
        .map(|module| serde_json::json!({ "id": module.id, "steps": module.steps.len() }))
        .collect();
    Ok(serde_json::to_string(&list)?)
}

impl App {
    /// Collects from this computer's learners and shows how everybody stands.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open.
    pub fn trainer_overview(&self) -> Result<TrainerOverview, UserError> {
        self.collect()?;
        self.overview_of_store()
    }

    /// A page of the table of people, found, sorted and cut out here, so that the window holds no more
    /// than it shows.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed,
    /// `NotFound` when there is no such module.
    pub fn trainer_people(&self, args: AskPeople) -> Result<PeoplePage, UserError> {
        self.persons_shown()?;
        let course = self.course()?;
        let now = self.now();
        let store = self.trainer_store()?;
        let args = AskPeople { limit: args.limit.min(MOST_ROWS), ..args };
        store.read(|reader| people_page(reader, course, &args, now))
    }

    /// Collects, and gives the overview with all of its rows, for a file.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn everybody(&self) -> Result<TrainerOverview, UserError> {
        self.persons_shown()?;
        self.collect()?;
        self.overview_with(u32::MAX)
    }

    pub(crate) fn overview_of_store(&self) -> Result<TrainerOverview, UserError> {
        self.overview_with(FIRST_ROWS)
    }

    fn overview_with(&self, rows: u32) -> Result<TrainerOverview, UserError> {
        let course = self.course()?;
        let now = self.now();
        let smallest = self.smallest_group()?;
        let store = self.trainer_store()?;
        let rows = if smallest.is_some() { 0 } else { rows };
        let counted = store.read(|reader| Counted::read(reader, course, now, rows))?;
        if smallest.is_none() && !counted.sample {
            let kept = counted.snapshot(now);
            store.write(|writer| {
                Ok::<_, UserError>(writer.keep_snapshot(&course.pack.id, &kept)?)
            })?;
        }
        Ok(match smallest {
            None => counted.overview(course, now),
            Some(smallest) => counted.withheld(course, smallest),
        })
    }
}

/// What the database counted for the overview.
struct Counted {
    sample: bool,
    collected_at: Option<String>,
    people: u32,
    completed_all: u32,
    not_started: u32,
    modules: Vec<ModuleCount>,
    help: Vec<HelpRow>,
    need_help: u32,
    before: Option<SnapshotRow>,
    rows: Vec<PersonRow>,
}

impl Counted {
    fn read(
        reader: &Reader<'_>,
        course: &Course,
        now: Moment,
        rows: u32,
    ) -> Result<Self, UserError> {
        let json = modules_json(course)?;
        let first = AskPeople { limit: rows, ..AskPeople::default() };
        let of = Modules { pack_id: &course.pack.id, json: &json };
        let (people, completed_all, not_started) = reader.people_counts(of)?;
        Ok(Self {
            sample: reader.has_sample()?,
            collected_at: reader.setting(COLLECTED_AT)?,
            people,
            completed_all,
            not_started,
            modules: reader.module_counts(of)?,
            help: reader.who_needs_help(of, &now.rfc3339(), HELP_SHOWN)?,
            need_help: reader.people_who_need_help(of, &now.rfc3339())?,
            before: reader.snapshot_before(&course.pack.id, &day(now.day()))?,
            rows: if rows == 0 {
                Vec::new()
            } else {
                people_page(reader, course, &first, now)?.rows
            },
        })
    }

    fn snapshot(&self, now: Moment) -> SnapshotRow {
        let completed = self.modules.iter().map(|module| module.completed).sum();
        SnapshotRow {
            day: day(now.day()),
            people: self.people,
            begun: self.modules.iter().map(|module| module.started).sum::<u32>() + completed,
            completed,
            checks: self.modules.iter().map(|module| module.checks).sum(),
            need_help: self.need_help,
        }
    }

    fn overview(self, course: &Course, now: Moment) -> TrainerOverview {
        let today = self.snapshot(now);
        let started = self.people.saturating_sub(self.completed_all + self.not_started);
        TrainerOverview {
            sample: self.sample,
            collected_at: self.collected_at,
            smallest_group: None,
            people: self.people,
            completed_all: Some(self.completed_all),
            started: Some(started),
            not_started: Some(self.not_started),
            modules: statuses(course, &self.modules, |cells| cells.map(Some).to_vec()),
            rows: self.rows,
            need_help: self.help.iter().filter_map(|row| needs_help(course, row, now)).collect(),
            people_who_need_help: self.need_help,
            changed: self.before.map(|before| changed(&before, &today)),
        }
    }

    /// What is shown where no person is: how each module stands, and nothing that joins two modules,
    /// for two divisions of the same people can tell more than each of them.
    fn withheld(self, course: &Course, smallest: u32) -> TrainerOverview {
        let enough = self.people >= smallest;
        TrainerOverview {
            sample: self.sample,
            collected_at: self.collected_at,
            smallest_group: Some(smallest),
            people: if enough { self.people } else { 0 },
            completed_all: None,
            started: None,
            not_started: None,
            modules: statuses(course, &self.modules, |cells| shown_cells(&cells, smallest)),
            rows: Vec::new(),
            need_help: Vec::new(),
            people_who_need_help: 0,
            changed: None,
        }
    }
}

fn statuses(
    course: &Course,
    counts: &[ModuleCount],
    shown: impl Fn([u32; 3]) -> Vec<Option<u32>>,
) -> Vec<ModuleStatus> {
    let modules = course.pack.modules.iter().enumerate();
    let statuses = modules.map(|(at, module)| {
        let count = counts.iter().find(|count| count.at == crate::course::count(at));
        let cells =
            count.map_or([0; 3], |count| [count.completed, count.started, count.not_started]);
        let shown = shown(cells);
        let cell = |at: usize| shown.get(at).copied().flatten();
        ModuleStatus {
            module_id: module.id.clone(),
            number: module.number,
            title: module.title.clone(),
            completed: cell(0),
            started: cell(1),
            not_started: cell(2),
        }
    });
    statuses.collect()
}

/// How the modules stand in a report about something else, withheld where that was agreed.
pub(crate) fn module_statuses(
    reader: &Reader<'_>,
    course: &Course,
    smallest: Option<u32>,
) -> Result<Vec<ModuleStatus>, UserError> {
    let json = modules_json(course)?;
    let counts = reader.module_counts(Modules { pack_id: &course.pack.id, json: &json })?;
    Ok(statuses(course, &counts, |cells| match smallest {
        None => cells.map(Some).to_vec(),
        Some(smallest) => shown_cells(&cells, smallest),
    }))
}

fn changed(before: &SnapshotRow, now: &SnapshotRow) -> Changed {
    let more = |before: u32, now: u32| {
        i32::try_from(i64::from(now) - i64::from(before)).unwrap_or(i32::MAX)
    };
    Changed {
        since: before.day.clone(),
        people: more(before.people, now.people),
        begun: more(before.begun, now.begun),
        completed: more(before.completed, now.completed),
        checks: more(before.checks, now.checks),
        need_help: more(before.need_help, now.need_help),
    }
}

fn needs_help(course: &Course, row: &HelpRow, now: Moment) -> Option<NeedsHelp> {
    let module = course.pack.modules.get(usize::try_from(row.at).ok()?)?;
    let module_number = module.number;
    let reason = match row.reason.as_str() {
        "below" => HelpReason::BelowPassMark { module_number, tries: row.failed },
        "sure" => HelpReason::SureButWrong { module_number, answers: row.sure_but_wrong },
        _ => {
            let at = row.at_step.as_deref();
            let index = module.steps.iter().position(|step| Some(step.id.as_str()) == at);
            HelpReason::Stopped {
                module_number,
                step_number: number(index.unwrap_or(0)),
                days: now.days_since(row.opened_at.as_deref()?)?,
            }
        }
    };
    Some(NeedsHelp { person_id: row.learner_id.clone(), name: row.name.clone(), reason })
}

fn people_page(
    reader: &Reader<'_>,
    course: &Course,
    args: &AskPeople,
    now: Moment,
) -> Result<PeoplePage, UserError> {
    let people = sorted_people(reader, course, args, now)?;
    let from = (args.offset as usize).min(people.len());
    let to = from.saturating_add(args.limit as usize).min(people.len());
    let page = &people[from..to];
    let ids: Vec<&str> = page.iter().map(|person| person.id.as_str()).collect();
    let known = Everybody::of(reader, course, &ids)?;
    Ok(PeoplePage {
        offset: count(from),
        shown: count(people.len()),
        rows: page.iter().map(|person| known.row(course, person)).collect(),
    })
}

/// Everybody who was asked for, in the order asked for.
fn sorted_people(
    reader: &Reader<'_>,
    course: &Course,
    args: &AskPeople,
    now: Moment,
) -> Result<Vec<FoundPerson>, UserError> {
    let place = |id: &String| course.module(id).map(|module| place_of(course, module));
    let at = args.module_id.as_ref().map(place).transpose()?.flatten();
    let json = modules_json(course)?;
    let of = Modules { pack_id: &course.pack.id, json: &json };
    let wanted = match args.standing {
        StandingFilter::All => Wanted::All,
        StandingFilter::Completed => Wanted::Completed,
        StandingFilter::Started => Wanted::Started,
        StandingFilter::NotStarted => Wanted::NotStarted,
        StandingFilter::Help => Wanted::Help,
    };
    let mut people = reader.people_found(of, &now.rfc3339(), wanted, at)?;
    let name = normalised(&args.name);
    if !name.is_empty() {
        people.retain(|person| folded(person).is_some_and(|one| one.contains(&name)));
    }
    let turned = |order: Ordering| if args.descending { order.reverse() } else { order };
    // Every sort is stable: those who are alike stay in the order of names, those without one last.
    people.sort_by_cached_key(|person| (person.name.is_none(), folded(person)));
    match &args.sort {
        PeopleColumn::Name if args.descending => {
            let named = people.partition_point(|person| person.name.is_some());
            people[..named].reverse();
        }
        PeopleColumn::Name => {}
        PeopleColumn::Last => people.sort_by(|a, b| turned(a.last_active.cmp(&b.last_active))),
        PeopleColumn::Module { module_id } => {
            let at = place_of(course, course.module(module_id)?);
            let progress: BTreeMap<String, f64> = reader
                .people_found(of, &now.rfc3339(), Wanted::All, at)?
                .into_iter()
                .map(|person| (person.id, person.progress))
                .collect();
            let of = |person: &FoundPerson| progress.get(&person.id).copied().unwrap_or(0.0);
            people.sort_by(|a, b| turned(of(a).total_cmp(&of(b))));
        }
    }
    Ok(people)
}

fn place_of(course: &Course, module: &Module) -> Option<u32> {
    course.pack.modules.iter().position(|one| one.id == module.id).map(count)
}

fn folded(person: &FoundPerson) -> Option<String> {
    person.name.as_deref().map(normalised)
}
