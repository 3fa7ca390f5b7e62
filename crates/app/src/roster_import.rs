//! Bringing a list of people: looked at first, then taken in one transaction or not at all.

use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
};

use eighteen_exchange::{
    MAX_ROSTER, Roster, RosterLine, RosterProblem, RosterRefusal, RosterWrong, read_roster,
};
use eighteen_store::{ListingRow, PersonRow, Reader, Writer};

use crate::{
    App, UserError,
    app::file_bytes,
    clock::new_id,
    course::count,
    error::not_found,
    roster::{folded, group_of, offers},
    wire::roster::{
        RosterColumn, RosterFault, RosterImported, RosterLineFault, RosterLineProblem,
        RosterPreview, RosterSeparator, RosterUse,
    },
};

impl App {
    /// Asks for a file and says what importing it would do; nothing when the person cancels.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn preview_roster(&self) -> Result<Option<RosterPreview>, UserError> {
        self.persons_shown()?;
        let store = self.trainer_store()?;
        self.held().roster = None;
        let Some(path) = self.desktop.choose_open_path(&["csv", "tsv", "txt"]) else {
            return Ok(None);
        };
        let file = file_name(&path);
        let read = match file_bytes(&path, MAX_ROSTER) {
            Ok(bytes) => read_roster(&bytes).map_err(fault),
            Err(_) => Err((RosterFault::NotReadable, Vec::new())),
        };
        let roster = match read {
            Ok(roster) => roster,
            Err((why, columns)) => {
                return Ok(Some(RosterPreview::Refused { file, why, columns }));
            }
        };
        let plan = store.read(|reader| Plan::make(reader, &roster.lines))?;
        let preview = preview(file, &roster, &plan);
        self.held().roster = Some(roster);
        Ok(Some(preview))
    }

    /// Takes the list that was looked at into the store: all of it that was not rejected, or nothing.
    ///
    /// # Errors
    /// `TrainerLocked`; `NotFound` when no list was looked at.
    pub fn import_roster(&self) -> Result<RosterImported, UserError> {
        self.persons_shown()?;
        let store = self.trainer_store()?;
        let held = self.held().roster.take();
        let roster = held.ok_or_else(|| not_found("list", "looked at"))?;
        let now = self.now().rfc3339();
        let imported = store.write(|writer| {
            // Made-up people never stand beside real ones.
            if writer.reader().has_sample()? {
                return Err(not_found("room", "beside made-up people"));
            }
            import(writer, &roster, &now)
        });
        if imported.is_err() {
            // It can be tried again, once there is room.
            self.held().roster = Some(roster);
        }
        let imported = imported.map_err(|error| error.on_disk_of(&self.data_dir))?;
        self.deliver_here()?;
        Ok(imported)
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn fault(refusal: RosterRefusal) -> (RosterFault, Vec<String>) {
    match refusal {
        RosterRefusal::Empty => (RosterFault::Empty, Vec::new()),
        RosterRefusal::TooLarge => (RosterFault::TooLarge, Vec::new()),
        RosterRefusal::NotText => (RosterFault::NotText, Vec::new()),
        RosterRefusal::NoColumns(columns) => (RosterFault::NoColumns, columns),
    }
}

/// What becomes of each line.
struct Plan {
    /// For each line who it is already.
    known: Vec<Option<String>>,
    changed: Vec<bool>,
    new_groups: Vec<String>,
}

impl Plan {
    fn make(reader: &Reader<'_>, lines: &[RosterLine]) -> Result<Self, UserError> {
        let roster = reader.roster()?;
        let by_code: HashMap<String, usize> = listed_by(&roster, |row| row.code.as_deref());
        // A name says who somebody is only where there is no code to say it.
        let by_name: HashMap<String, usize> =
            listed_by(&roster, |row| row.name.as_deref().filter(|_| row.code.is_none()));
        let group_names: HashMap<String, String> =
            reader.groups()?.into_iter().map(|group| (folded(&group.name), group.id)).collect();
        let members: BTreeSet<(String, String)> = reader.memberships()?.into_iter().collect();
        let mut plan = Self { known: Vec::new(), changed: Vec::new(), new_groups: Vec::new() };
        let mut new_groups = BTreeSet::new();
        for line in lines {
            let key = |word: &Option<String>| word.as_deref().map(folded);
            let at = match key(&line.code) {
                Some(code) => by_code.get(&code),
                None => key(&line.name).and_then(|name| by_name.get(&name)),
            };
            let known = at.map(|at| &roster[*at]);
            let is_member = |group: &String| {
                let id = group_names.get(&folded(group));
                let pair = id.zip(known).map(|(id, row)| (id.clone(), row.id.clone()));
                pair.is_some_and(|pair| members.contains(&pair))
            };
            let renamed = known.is_some_and(|row| line.name.is_some() && row.name != line.name);
            plan.changed.push(renamed || !line.groups.iter().all(is_member));
            plan.known.push(known.map(|row| row.id.clone()));
            for group in &line.groups {
                if !group_names.contains_key(&folded(group)) && new_groups.insert(folded(group)) {
                    plan.new_groups.push(group.clone());
                }
            }
        }
        Ok(plan)
    }

    fn added(&self) -> u32 {
        count(self.known.iter().filter(|known| known.is_none()).count())
    }

    fn of_known(&self, changed: bool) -> u32 {
        let pairs = self.known.iter().zip(&self.changed);
        count(pairs.filter(|(known, is)| known.is_some() && **is == changed).count())
    }
}

fn listed_by(
    roster: &[eighteen_store::RosterRow],
    word: impl Fn(&eighteen_store::RosterRow) -> Option<&str>,
) -> HashMap<String, usize> {
    let rows = roster.iter().enumerate().filter(|(_, row)| row.listed);
    rows.filter_map(|(at, row)| Some((folded(word(row)?), at))).collect()
}

fn import(writer: &Writer<'_>, roster: &Roster, now: &str) -> Result<RosterImported, UserError> {
    let plan = Plan::make(&writer.reader(), &roster.lines)?;
    let mut groups: HashMap<String, String> = HashMap::new();
    for (at, line) in roster.lines.iter().enumerate() {
        let id = match &plan.known[at] {
            Some(_) if !plan.changed[at] => continue,
            Some(id) => id.clone(),
            None => listed(writer)?,
        };
        let listing =
            ListingRow { learner_id: id.clone(), name: line.name.clone(), code: line.code.clone() };
        writer.put_listing(&listing, now)?;
        for group in &line.groups {
            let group_id = match groups.get(&folded(group)) {
                Some(group_id) => group_id.clone(),
                None => group_of(writer, group, now)?.0,
            };
            writer.add_member(&group_id, &id)?;
            groups.insert(folded(group), group_id);
        }
    }
    let reader = writer.reader();
    Ok(RosterImported {
        added: plan.added(),
        changed: plan.of_known(true),
        same: plan.of_known(false),
        rejected: count(roster.refused),
        new_groups: count(plan.new_groups.len()),
        offers: count(offers(&reader.roster()?, &reader.other_people()?).len()),
    })
}

/// Somebody who has not appeared yet.
fn listed(writer: &Writer<'_>) -> Result<String, UserError> {
    let id = new_id();
    let last_active = String::new();
    writer.put_person(&PersonRow { id: id.clone(), name: None, sample: false, last_active })?;
    Ok(id)
}

fn preview(file: String, roster: &Roster, plan: &Plan) -> RosterPreview {
    let use_of = |at: usize| match roster.used {
        [Some(name), ..] if name == at => RosterUse::Name,
        [_, Some(code), _] if code == at => RosterUse::Code,
        [.., Some(groups)] if groups == at => RosterUse::Groups,
        _ => RosterUse::NotUsed,
    };
    let columns = roster.columns.iter().enumerate();
    RosterPreview::Ready {
        file,
        separator: match roster.separator {
            ';' => RosterSeparator::Semicolon,
            '\t' => RosterSeparator::Tab,
            _ => RosterSeparator::Comma,
        },
        encoding: roster.encoding.to_owned(),
        columns: columns
            .map(|(at, title)| RosterColumn { title: title.clone(), used: use_of(at) })
            .collect(),
        first_rows: roster.first_rows.clone(),
        added: plan.added(),
        changed: plan.of_known(true),
        same: plan.of_known(false),
        rejected: count(roster.refused),
        new_groups: plan.new_groups.clone(),
        problems: roster.problems.iter().map(problem).collect(),
    }
}

fn problem(problem: &RosterProblem) -> RosterLineProblem {
    let line = |line: u64| u32::try_from(line).unwrap_or(u32::MAX);
    let (wrong, first) = match problem.wrong {
        RosterWrong::Nobody => (RosterLineFault::Nobody, None),
        RosterWrong::TooLong => (RosterLineFault::TooLong, None),
        RosterWrong::Formula => (RosterLineFault::Formula, None),
        RosterWrong::CodeTwice { first } => (RosterLineFault::CodeTwice, Some(first)),
        RosterWrong::NameTwice { first } => (RosterLineFault::NameTwice, Some(first)),
        RosterWrong::NotReadable => (RosterLineFault::NotReadable, None),
    };
    RosterLineProblem {
        line: line(problem.line),
        wrong,
        cell: problem.cell.clone(),
        first_line: first.map(line),
    }
}
