//! A large store of a trainer is copied, or looked through, beside whoever works with it.
//!
//! Both read every page, which takes seconds that nobody should wait for at a door. Nothing is read from a page
//! without its code, so what is shown meanwhile is what was written. The work has a connection of its own, which reads
//! the store as it was when it began and keeps nobody from writing.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use eighteen_seal::StoreKey;
use rusqlite::Connection;

use crate::{
    Error, Failure as _, Kind, Store, backup, connection, looked,
    migrate::TRAINER,
    open::{Plan, backup_is_due},
};

/// So many steps of `SQLite` between two looks whether to go on.
const STEPS: i32 = 10_000;

/// Whether work beside others is to end.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    /// What this connection does ends when that is asked.
    pub(crate) fn ends(&self, conn: &mut Connection) -> Result<(), Error> {
        let stop = self.clone();
        Ok(conn.progress_handler(STEPS, Some(move || stop.is_asked()))?)
    }
}

/// The work, which ends with this.
#[derive(Debug)]
pub(crate) struct Tending {
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Tending {
    fn drop(&mut self) {
        self.stop.0.store(true, Ordering::Release);
        if let Some(thread) = self.thread.take() {
            // It ends by itself; a panic in it is of no consequence here.
            let _ = thread.join();
        }
    }
}

impl Store {
    /// Copies a large store of a trainer, or looks through it, when that is due. `kind` is that of this store. It goes
    /// on in a thread that ends with the store, and before somebody is erased.
    pub fn tend(&self, kind: Kind<'_>, stamp: &str) {
        let Kind::Trainer(key) = kind else { return };
        let due = Due {
            path: self.path().to_path_buf(),
            key: key.clone(),
            stamp: stamp.to_owned(),
            large: looked::LARGE,
        };
        *self.tending() = Some(due.begin());
    }
}

/// What the thread takes along.
struct Due {
    path: PathBuf,
    key: StoreKey,
    stamp: String,
    large: u64,
}

impl Due {
    fn begin(self) -> Tending {
        let stop = Stop::default();
        let asked = stop.clone();
        let thread = thread::spawn(move || {
            // Damage was noted; whatever else was in the way is tried again at the next opening.
            let _ = look_after(&self.plan(), &asked);
        });
        Tending { stop, thread: Some(thread) }
    }

    fn plan(&self) -> Plan<'_> {
        Plan {
            path: self.path.clone(),
            key: Some(&self.key),
            migrations: TRAINER,
            stamp: &self.stamp,
            large: self.large,
        }
    }
}

/// Makes the copy that is due, which reads everything, or reads everything.
pub(crate) fn look_after(plan: &Plan<'_>, stop: &Stop) -> Result<(), Error> {
    let copy = backup_is_due(plan)?;
    if !looked::is_large(plan) || !(copy || looked::is_due_beside(plan)) {
        return Ok(());
    }
    let mut conn = connection::open_beside(&plan.path, plan.key)?;
    stop.ends(&mut conn)?;
    // Where there is no room for a copy the store is looked through all the same.
    let copied = copy && backup::make(&conn, &plan.path, plan.key, plan.stamp, stop).is_ok();
    if stop.is_asked() {
        return Err(Error::Busy { path: plan.path.clone() });
    }
    let outcome = if copied { Ok(()) } else { backup::quick_check(&conn, &plan.path) };
    match &outcome {
        Ok(()) => looked::keep(plan),
        Err(error) if error.is_damage() => looked::note_damage(&plan.path),
        Err(_) => {}
    }
    outcome
}

#[cfg(test)]
mod tests;
