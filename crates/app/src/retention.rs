//! Erasing who has been away for as long as the organisation's policy says.
//!
//! A clock that is wrong for a day must not erase anybody. So the first start that finds somebody's time over
//! only notes the day; a start at least a week later erases, if it is still over. What was erased is counted,
//! without a word of who it was: the app's own log is emptied by every erasing, so the counts stand in the store.

use eighteen_store::{DataFolder, Kind, Reader, Store};
use serde::{Deserialize, Serialize};

use crate::{
    App, UserError,
    clock::{Moment, day},
    course::count,
    wire::settings::ErasedOnTime,
};

const KEY: &str = "retention";
/// Days between the start that finds somebody's time over and the first one that erases.
const GRACE_DAYS: u32 = 7;
/// Entries that are kept.
const MOST_ENTRIES: usize = 100;

/// What is noted about erasing on time.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Noted {
    /// When somebody's time was first found to be over; nothing while nobody's is.
    due_since: Option<String>,
    /// What was erased, the newest last.
    erased: Vec<ErasedOnTime>,
}

/// Somebody who may be erased, and when she did something last.
pub(crate) struct Known {
    pub(crate) id: String,
    pub(crate) last: String,
}

/// Erases from a store whoever did nothing for so many days. `known` are all people in it.
///
/// # Errors
/// When the store cannot be read or written; the next start tries again.
pub(crate) fn erase_on_time(
    (store, folder, kind): (&Store, &DataFolder, Kind<'_>),
    days: u32,
    known: &[Known],
    now: Moment,
) -> Result<(), UserError> {
    let over = |known: &&Known| {
        let last = Moment::parse(&known.last);
        last.and_then(|last| now.days_after(last)).is_some_and(|away| away >= days)
    };
    let due: Vec<&str> = known.iter().filter(over).map(|known| known.id.as_str()).collect();
    let mut noted = store.read(read)?;
    let since = noted.due_since.as_deref().and_then(Moment::parse);
    let waited = since.and_then(|since| now.days_after(since));
    match (due.as_slice(), waited) {
        ([], _) if noted.due_since.is_none() => Ok(()),
        ([], _) => {
            noted.due_since = None;
            write(store, &noted)
        }
        (_, Some(waited)) if waited < GRACE_DAYS => Ok(()),
        (due, Some(_)) => {
            let erased = store.erase(folder, kind, due, &now.stamp())?;
            let entry = ErasedOnTime {
                day: day(now.day()),
                people: count(due.len()),
                rows: erased.rows,
                files: erased.files,
            };
            tracing::info!(people = entry.people, rows = entry.rows, "erased on time");
            noted.due_since = None;
            noted.erased.push(entry);
            let old = noted.erased.len().saturating_sub(MOST_ENTRIES);
            noted.erased.drain(..old);
            write(store, &noted)
        }
        // Nobody was due before, or the clock was set back since: the week begins now.
        (_, None) => {
            noted.due_since = Some(now.rfc3339());
            write(store, &noted)
        }
    }
}

/// What was erased from a store on time.
pub(crate) fn erased(reader: &Reader<'_>) -> Result<Vec<ErasedOnTime>, UserError> {
    Ok(read(reader)?.erased)
}

fn read(reader: &Reader<'_>) -> Result<Noted, UserError> {
    let kept = reader.setting(KEY)?;
    Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
}

fn write(store: &Store, noted: &Noted) -> Result<(), UserError> {
    let json = serde_json::to_string(noted)?;
    store.write(|writer| Ok(writer.set_setting(KEY, &json)?))
}

impl App {
    /// Erases learners of this computer whose time is over. What goes wrong is tried again at the next start.
    pub(crate) fn erase_learners_on_time(&self, folder: &DataFolder, store: &Store, now: Moment) {
        let Some(days) = self.rules.policy.learner_days else { return };
        let learners = store.read(|reader| Ok::<_, UserError>(reader.learners()?));
        let done = learners.and_then(|learners| {
            let known = |row: eighteen_store::LearnerRow| Known { id: row.id, last: row.last_seen };
            let known: Vec<Known> = learners.into_iter().map(known).collect();
            erase_on_time((store, folder, Kind::Learner), days, &known, now)
        });
        if let Err(error) = done {
            tracing::warn!(code = ?error.code, detail = %error.detail, "nobody was erased on time");
        }
    }

    /// Erases people of a trainer's store whose time is over. Whoever still learns on this computer would be
    /// collected again at once, and stays for as long as she does.
    pub(crate) fn erase_people_on_time(&self, of: (&Store, &DataFolder, Kind<'_>), now: Moment) {
        let Some(days) = self.rules.policy.trainer_days else { return };
        let here = self
            .ready()
            .and_then(|ready| ready.store.read(|reader| Ok::<_, UserError>(reader.learners()?)));
        let people = here.and_then(|here| {
            let mut people = of.0.read(|reader| Ok::<_, UserError>(reader.people()?))?;
            people.retain(|person| here.iter().all(|learner| learner.id != person.id));
            Ok(people)
        });
        let done = people.and_then(|people| {
            let known =
                |row: eighteen_store::PersonRow| Known { id: row.id, last: row.last_active };
            let known: Vec<Known> = people.into_iter().map(known).collect();
            erase_on_time(of, days, &known, now)
        });
        if let Err(error) = done {
            tracing::warn!(code = ?error.code, detail = %error.detail, "nobody was erased on time");
        }
    }
}
