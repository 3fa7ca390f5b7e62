//! The trainer's first view: people by modules, counted, who may need help, what has changed.

use std::cmp::Ordering;

use eighteen_analysis::shown_cells;
use eighteen_pack::{Module, normalised};
use eighteen_store::{Reader, SnapshotRow};

use crate::{
    App, UserError,
    among::Days,
    clock::{Moment, day},
    collect::COLLECTED_AT,
    course::{Course, count, number},
    glance::{Cell, Glance, Need, Place, Standing},
    wire::{
        among::{Among, AmongWhom},
        trainer::{
            AskPeople, Changed, HelpReason, ModuleStatus, NeedsHelp, PeopleColumn, PeoplePage,
            PersonRow, StandingFilter, TrainerOverview,
        },
    },
};

/// People whose reasons stand on the overview; all of them are in the table.
const HELP_SHOWN: u32 = 50;
/// Rows of the table of people that come with the overview: as many as a page of the table has.
const FIRST_ROWS: u32 = 25;
/// Rows of one page of it.
const MOST_ROWS: u32 = 500;

impl Standing {
    fn row(&self, course: &Course) -> PersonRow {
        let cells = course.pack.modules.iter().zip(&self.cells);
        PersonRow {
            person_id: self.id.clone(),
            name: self.name.clone(),
            cells: cells.map(|(module, cell)| cell.shown(module)).collect(),
            last_active: Some(self.last_active.clone()).filter(|moment| !moment.is_empty()),
        }
    }
}

impl App {
    /// Collects from this computer's learners and shows how everybody stands, or a group.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open; `PersonsNotShown` and `NotFound` as
    /// [`Self::trainer_questions`].
    pub fn trainer_overview(&self, args: Among) -> Result<TrainerOverview, UserError> {
        self.collect()?;
        self.overview_with(args, FIRST_ROWS)
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
        let args = AskPeople { limit: args.limit.min(MOST_ROWS), ..args };
        let group_id = args.group_id.clone();
        let asked = self.among(Among { group_id, ..Among::default() }, Days::None)?;
        let glance = self.glance_of(&asked.rows)?;
        people_page(&glance, course, &args, now)
    }

    /// Collects, and gives the overview with all of its rows, for a file.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn everybody(&self, args: Among) -> Result<TrainerOverview, UserError> {
        self.persons_shown()?;
        self.collect()?;
        self.overview_with(args, u32::MAX)
    }

    pub(crate) fn overview_of_store(&self) -> Result<TrainerOverview, UserError> {
        self.overview_with(Among::default(), FIRST_ROWS)
    }

    fn overview_with(&self, args: Among, rows: u32) -> Result<TrainerOverview, UserError> {
        let course = self.course()?;
        let now = self.now();
        let smallest = self.smallest_group()?;
        let store = self.trainer_store()?;
        let rows = if smallest.is_some() { 0 } else { rows };
        let asked = self.among(args, Days::None)?;
        let of_all = asked.rows.group_id.is_none();
        let glance = self.glance_of(&asked.rows)?;
        let counted = store.read(|reader| Counted::read(reader, course, &glance, now, rows))?;
        if smallest.is_none() && of_all && !counted.sample {
            let kept = counted.snapshot(now);
            store.write(|writer| {
                Ok::<_, UserError>(writer.keep_snapshot(&course.pack.id, &kept)?)
            })?;
        }
        Ok(match smallest {
            None => counted.overview(course, now, asked.whom()),
            Some(smallest) => counted.withheld(course, smallest, asked.whom()),
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
    help: Vec<NeedsHelp>,
    need_help: u32,
    before: Option<SnapshotRow>,
    rows: Vec<PersonRow>,
}

impl Counted {
    fn read(
        reader: &Reader<'_>,
        course: &Course,
        glance: &Glance,
        now: Moment,
        rows: u32,
    ) -> Result<Self, UserError> {
        let all = |place: Place| {
            let people = glance.people.iter();
            count(people.filter(|one| one.cells.iter().all(|cell| cell.place() == place)).count())
        };
        let (mut help, mut need_help) = (Vec::new(), 0);
        for person in glance.people.iter().filter(|person| needs_help(person, None, now)) {
            need_help += 1;
            if need_help <= HELP_SHOWN {
                help.extend(reasons(course, person, now));
            }
        }
        let first = AskPeople { limit: rows, ..AskPeople::default() };
        Ok(Self {
            sample: reader.has_sample()?,
            collected_at: reader.setting(COLLECTED_AT)?,
            people: count(glance.people.len()),
            completed_all: all(Place::Completed),
            not_started: all(Place::NotBegun),
            modules: module_counts(glance, course),
            help,
            need_help,
            before: reader.snapshot_before(&course.pack.id, &day(now.day()))?,
            rows: if rows == 0 {
                Vec::new()
            } else {
                people_page(glance, course, &first, now)?.rows
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

    fn overview(self, course: &Course, now: Moment, among: AmongWhom) -> TrainerOverview {
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
            need_help: self.help,
            people_who_need_help: self.need_help,
            // What was counted on another day was everybody.
            changed: self
                .before
                .filter(|_| among.group.is_none())
                .map(|before| changed(&before, &today)),
            among,
        }
    }

    /// What is shown where no person is: how each module stands, and nothing that joins two modules,
    /// for two divisions of the same people can tell more than each of them.
    fn withheld(self, course: &Course, smallest: u32, among: AmongWhom) -> TrainerOverview {
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
            among,
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
        let count = counts.get(at).copied().unwrap_or_default();
        let shown = shown([count.completed, count.started, count.not_started]);
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
    glance: &Glance,
    course: &Course,
    smallest: Option<u32>,
) -> Vec<ModuleStatus> {
    statuses(course, &module_counts(glance, course), |cells| match smallest {
        None => cells.map(Some).to_vec(),
        Some(smallest) => shown_cells(&cells, smallest),
    })
}

/// People by how they stand in a module.
#[derive(Clone, Copy, Default)]
struct ModuleCount {
    completed: u32,
    started: u32,
    not_started: u32,
    /// Finished checks.
    checks: u32,
}

/// One for each module of the course.
fn module_counts(glance: &Glance, course: &Course) -> Vec<ModuleCount> {
    let mut counts = vec![ModuleCount::default(); course.pack.modules.len()];
    for person in &glance.people {
        for (count, cell) in counts.iter_mut().zip(&person.cells) {
            match cell.place() {
                Place::Completed => count.completed += 1,
                Place::Begun => count.started += 1,
                Place::NotBegun => count.not_started += 1,
            }
            count.checks += cell.finished();
        }
    }
    counts
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

/// Whether somebody may need help in a module, or in any.
fn needs_help(person: &Standing, at: Option<usize>, now: Moment) -> bool {
    match at {
        Some(at) => person.cells.get(at).is_some_and(|cell| cell.need(now).is_some()),
        None => person.cells.iter().any(|cell| cell.need(now).is_some()),
    }
}

/// Why somebody may need help: one reason for each module.
fn reasons(course: &Course, person: &Standing, now: Moment) -> Vec<NeedsHelp> {
    let cells = course.pack.modules.iter().zip(&person.cells);
    let reasons = cells.filter_map(|(module, cell)| {
        let module_number = module.number;
        let reason = match cell.need(now)? {
            Need::Below { tries } => HelpReason::BelowPassMark { module_number, tries },
            Need::Sure { answers } => HelpReason::SureButWrong { module_number, answers },
            Need::Stopped { at, days } => {
                HelpReason::Stopped { module_number, step_number: number(at.unwrap_or(0)), days }
            }
        };
        Some(NeedsHelp { person_id: person.id.clone(), name: person.name.clone(), reason })
    });
    reasons.collect()
}

fn people_page(
    glance: &Glance,
    course: &Course,
    args: &AskPeople,
    now: Moment,
) -> Result<PeoplePage, UserError> {
    let people = sorted_people(glance, course, args, now)?;
    let from = (args.offset as usize).min(people.len());
    let to = from.saturating_add(args.limit as usize).min(people.len());
    Ok(PeoplePage {
        offset: count(from),
        shown: count(people.len()),
        rows: people[from..to].iter().map(|person| person.row(course)).collect(),
    })
}

/// Everybody who was asked for, in the order asked for.
fn sorted_people<'a>(
    glance: &'a Glance,
    course: &Course,
    args: &AskPeople,
    now: Moment,
) -> Result<Vec<&'a Standing>, UserError> {
    let module = args.module_id.as_deref().map(|id| course.module(id)).transpose()?;
    let at = module.and_then(|module| place_of(course, module));
    let stands = |person: &Standing, wanted: Place| match at {
        Some(at) => person.cells.get(at).is_some_and(|cell| cell.place() == wanted),
        None => person.cells.iter().all(|cell| cell.place() == wanted),
    };
    let is_wanted = |person: &Standing| match args.standing {
        StandingFilter::All => true,
        StandingFilter::Completed => stands(person, Place::Completed),
        StandingFilter::NotStarted => stands(person, Place::NotBegun),
        // Over the whole course: neither all of it completed nor none of it begun.
        StandingFilter::Started if at.is_none() => {
            !stands(person, Place::Completed) && !stands(person, Place::NotBegun)
        }
        StandingFilter::Started => stands(person, Place::Begun),
        StandingFilter::Help => needs_help(person, at, now),
    };
    let name = normalised(&args.name);
    let is_named = |person: &Standing| {
        name.is_empty() || person.folded.as_ref().is_some_and(|one| one.contains(&name))
    };
    // They come in the order of names, and every sort is stable: those who are alike stay in it.
    let found = glance.people.iter().filter(|person| is_named(person) && is_wanted(person));
    let mut people: Vec<&Standing> = found.collect();
    let turned = |order: Ordering| if args.descending { order.reverse() } else { order };
    match &args.sort {
        PeopleColumn::Name if args.descending => {
            let named = people.partition_point(|person| person.name.is_some());
            people[..named].reverse();
        }
        PeopleColumn::Name => {}
        PeopleColumn::Last => people.sort_by(|a, b| turned(a.last_active.cmp(&b.last_active))),
        PeopleColumn::Module { module_id } => {
            let at = place_of(course, course.module(module_id)?).unwrap_or_default();
            let of = |person: &Standing| person.cells.get(at).map_or(0.0, Cell::how_far);
            people.sort_by(|a, b| turned(of(a).total_cmp(&of(b))));
        }
    }
    Ok(people)
}

fn place_of(course: &Course, module: &Module) -> Option<usize> {
    course.pack.modules.iter().position(|one| one.id == module.id)
}
