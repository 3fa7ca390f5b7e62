//! People: finding them, their groups, and who of the list is who of the results.

use std::collections::{BTreeSet, HashMap};

use eighteen_store::{GroupRow, Reader, RosterRow, Writer};

use crate::{
    App, ErrorCode, UserError,
    clock::new_id,
    course::count,
    error::not_found,
    wire::roster::{
        AskRoster, Group, GroupsChanged, ListedPerson, MatchedBy, MergeOffer, MergePeople,
        OpenGroup, PutIntoGroup, RenameGroup, RosterList, TakeOutOfGroup,
    },
};

/// As many as a person looks through.
const PAGE: usize = 100;
/// Offers that are shown at once.
const MOST_OFFERS: usize = 50;
const LONGEST_NAME: usize = 80;

impl App {
    /// A page of the people who are found, with groups and offers.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn trainer_roster(&self, args: AskRoster) -> Result<RosterList, UserError> {
        self.persons_shown()?;
        self.trainer_store()?.read(|reader| list(reader, &args))
    }

    /// Puts people into the group of a name, which is made when there is none.
    ///
    /// # Errors
    /// `TrainerLocked`; `NameInvalid`; `NotFound` when somebody is no longer there.
    pub fn put_into_group(&self, args: PutIntoGroup) -> Result<GroupsChanged, UserError> {
        self.persons_shown()?;
        let name = group_name(&args.name)?;
        let now = self.now().rfc3339();
        let changed = self.trainer_store()?.write(|writer| {
            let id = group_of(writer, &name, &now)?.0;
            let mut people = 0;
            for person in &args.person_ids {
                people += u32::from(writer.add_member(&id, person)?);
            }
            groups_changed(writer, people)
        })?;
        self.deliver_here()?;
        Ok(changed)
    }

    /// Takes people out of a group.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn take_out_of_group(&self, args: TakeOutOfGroup) -> Result<GroupsChanged, UserError> {
        self.persons_shown()?;
        let changed = self.trainer_store()?.write(|writer| {
            let mut people = 0;
            for person in &args.person_ids {
                people += u32::from(writer.remove_member(&args.group_id, person)?);
            }
            groups_changed(writer, people)
        })?;
        self.deliver_here()?;
        Ok(changed)
    }

    /// Gives a group another name.
    ///
    /// # Errors
    /// `TrainerLocked`; `NameInvalid`; `NameTaken` when another group has it; `NotFound`.
    pub fn rename_group(&self, args: RenameGroup) -> Result<GroupsChanged, UserError> {
        self.persons_shown()?;
        let name = group_name(&args.name)?;
        self.trainer_store()?.write(|writer| {
            let other = writer.reader().group_named(&name)?;
            if other.is_some_and(|other| other.id != args.group_id) {
                return Err(UserError::new(ErrorCode::NameTaken, name.clone()));
            }
            if !writer.rename_group(&args.group_id, &name)? {
                return Err(not_found("group", &args.group_id));
            }
            groups_changed(writer, 0)
        })
    }

    /// Removes a group; the people stay.
    ///
    /// # Errors
    /// `TrainerLocked` when the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub fn remove_group(&self, args: OpenGroup) -> Result<GroupsChanged, UserError> {
        self.persons_shown()?;
        let changed = self.trainer_store()?.write(|writer| {
            let people = count(writer.reader().members(&args.group_id)?.len());
            writer.remove_group(&args.group_id)?;
            groups_changed(writer, people)
        })?;
        self.deliver_here()?;
        Ok(changed)
    }

    /// Makes somebody of the list and somebody with results one person, or keeps that they are two.
    ///
    /// # Errors
    /// `TrainerLocked`; `NotFound` when the two are no offer (any more).
    pub fn merge_people(&self, args: MergePeople) -> Result<GroupsChanged, UserError> {
        self.persons_shown()?;
        let now = self.now().rfc3339();
        let changed = self.trainer_store()?.write(|writer| {
            let reader = writer.reader();
            let offered = offers(&reader.roster()?, &reader.other_people()?);
            let is_asked = |offer: &MergeOffer| {
                offer.listed_id == args.listed_id && offer.person_id == args.person_id
            };
            if !offered.iter().any(is_asked) {
                return Err(not_found("offer", &args.listed_id));
            }
            if args.same {
                writer.merge_people(&args.listed_id, &args.person_id, &now)?;
            } else {
                writer.keep_apart(&args.listed_id, &args.person_id)?;
            }
            groups_changed(writer, u32::from(args.same))
        })?;
        self.deliver_here()?;
        Ok(changed)
    }
}

fn group_name(name: &str) -> Result<String, UserError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !name.is_empty() && name.chars().count() <= LONGEST_NAME;
    if fits { Ok(name) } else { Err(UserError::new(ErrorCode::NameInvalid, name)) }
}

/// The group of a name, and whether it had to be made.
pub(crate) fn group_of(
    writer: &Writer<'_>,
    name: &str,
    now: &str,
) -> Result<(String, bool), UserError> {
    if let Some(group) = writer.reader().group_named(name)? {
        return Ok((group.id, false));
    }
    let sample = writer.reader().has_sample()?;
    let group = GroupRow { id: new_id(), name: name.to_owned(), sample };
    writer.add_group(&group, now)?;
    Ok((group.id, true))
}

fn groups_changed(writer: &Writer<'_>, people: u32) -> Result<GroupsChanged, UserError> {
    Ok(GroupsChanged { people, groups: groups(&writer.reader())? })
}

/// The groups with how many are in each.
pub(crate) fn groups(reader: &Reader<'_>) -> Result<Vec<Group>, UserError> {
    let people: HashMap<String, u32> = reader.group_sizes()?.into_iter().collect();
    let groups = reader.groups()?.into_iter();
    let counted = groups.map(|group| Group {
        people: people.get(&group.id).copied().unwrap_or_default(),
        group_id: group.id,
        name: group.name,
    });
    Ok(counted.collect())
}

fn list(reader: &Reader<'_>, ask: &AskRoster) -> Result<RosterList, UserError> {
    let everybody = reader.roster()?;
    let members: Option<BTreeSet<String>> = match &ask.group_id {
        Some(group) => Some(reader.members(group)?.into_iter().collect()),
        None => None,
    };
    let wanted = folded(&ask.search);
    let found: Vec<&RosterRow> = everybody
        .iter()
        .filter(|row| members.as_ref().is_none_or(|members| members.contains(&row.id)))
        .filter(|row| wanted.is_empty() || is_wanted(row, &wanted))
        .collect();
    let last_page = found.len().saturating_sub(1) / PAGE;
    let page = (ask.page as usize).min(last_page);
    let shown = &found[page * PAGE..found.len().min((page + 1) * PAGE)];
    let offers = offers(&everybody, &reader.other_people()?);
    Ok(RosterList {
        sample: everybody.iter().any(|row| row.sample),
        people: count(everybody.len()),
        not_appeared: count(everybody.iter().filter(|row| row.last_active.is_empty()).count()),
        found: count(found.len()),
        page: count(page),
        page_size: count(PAGE),
        rows: rows(reader, shown)?,
        groups: groups(reader)?,
        offers: offers.into_iter().take(MOST_OFFERS).collect(),
    })
}

fn rows(reader: &Reader<'_>, shown: &[&RosterRow]) -> Result<Vec<ListedPerson>, UserError> {
    let listed = shown.iter().map(|row| {
        Ok(ListedPerson {
            person_id: row.id.clone(),
            name: row.name.clone(),
            code: row.code.clone(),
            groups: reader.group_names_of(&row.id)?,
            last_active: Some(row.last_active.clone()).filter(|moment| !moment.is_empty()),
        })
    });
    listed.collect()
}

/// Every word that was typed is somewhere in the name or the code.
fn is_wanted(row: &RosterRow, wanted: &str) -> bool {
    let has = |text: &Option<String>, word: &str| {
        text.as_ref().is_some_and(|text| folded(text).contains(word))
    };
    wanted.split(' ').all(|word| has(&row.name, word) || has(&row.code, word))
}

/// Words without upper case, with one space between.
pub(crate) fn folded(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Who of the list has not appeared, and came with results under the code or the name of the list.
/// Nothing is ever merged without being asked.
pub(crate) fn offers(everybody: &[RosterRow], apart: &[(String, String)]) -> Vec<MergeOffer> {
    let apart: BTreeSet<(&str, &str)> =
        apart.iter().map(|(listed, other)| (listed.as_str(), other.as_str())).collect();
    let mut by_word: HashMap<String, Vec<(&RosterRow, MatchedBy)>> = HashMap::new();
    for row in everybody.iter().filter(|row| row.listed && row.last_active.is_empty()) {
        let words = [(&row.code, MatchedBy::Code), (&row.name, MatchedBy::Name)];
        for (word, by) in words {
            if let Some(word) = word {
                by_word.entry(folded(word)).or_default().push((row, by));
            }
        }
    }
    let mut offers = Vec::new();
    for row in everybody.iter().filter(|row| !row.listed && !row.sample) {
        let Some(own) = &row.own_name else { continue };
        for (listed, by) in by_word.get(&folded(own)).into_iter().flatten() {
            if !apart.contains(&(listed.id.as_str(), row.id.as_str())) {
                offers.push(MergeOffer {
                    listed_id: listed.id.clone(),
                    listed_name: listed.name.clone(),
                    code: listed.code.clone(),
                    person_id: row.id.clone(),
                    person_name: own.clone(),
                    by: *by,
                });
            }
        }
    }
    offers
}
