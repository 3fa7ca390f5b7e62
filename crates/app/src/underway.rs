//! Work that takes its time: how far it is, and stopping it.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::{App, ErrorCode, UserError, wire::settings::WorkProgress};

/// What the person waits for; one piece of work goes on at a time.
#[derive(Debug, Default)]
pub(crate) struct Underway(Mutex<Option<State>>);

#[derive(Debug, Default)]
struct State {
    done: u32,
    /// Zero before it is known.
    of: u32,
    stopped: bool,
}

/// A piece of work that goes on until this is dropped, also by a panic.
#[derive(Debug)]
pub(crate) struct Going<'a>(&'a Underway);

impl App {
    /// How far the file is that is being written; nothing while none is, and before it is known how much there is.
    ///
    /// # Errors
    /// None; the form is that of every command.
    #[allow(clippy::unnecessary_wraps)]
    pub fn work_progress(&self) -> Result<Option<WorkProgress>, UserError> {
        Ok(self.underway.progress())
    }

    /// Stops the writing at its next row or file; nothing of it stays.
    ///
    /// # Errors
    /// None; the form is that of every command.
    #[allow(clippy::unnecessary_wraps)]
    pub fn stop_work(&self) -> Result<(), UserError> {
        self.underway.stop();
        Ok(())
    }
}

impl Underway {
    /// Begins a piece of work.
    ///
    /// # Errors
    /// `StoreBusy` while another one goes on.
    pub(crate) fn begin(&self) -> Result<Going<'_>, UserError> {
        let mut state = self.state();
        if state.is_some() {
            return Err(UserError::new(ErrorCode::StoreBusy, "another file is being written"));
        }
        *state = Some(State::default());
        Ok(Going(self))
    }

    /// How far it is; nothing when nothing goes on, and before it is known how much there is.
    pub(crate) fn progress(&self) -> Option<WorkProgress> {
        let state = self.state();
        let state = state.as_ref().filter(|state| state.of > 0)?;
        Some(WorkProgress { done: state.done, of: state.of })
    }

    /// Stops what goes on; what has not begun is not stopped.
    pub(crate) fn stop(&self) {
        if let Some(state) = self.state().as_mut() {
            state.stopped = true;
        }
    }

    fn state(&self) -> MutexGuard<'_, Option<State>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Going<'_> {
    /// Says how far it is; false when it was stopped.
    pub(crate) fn goes_on(&self, done: u32, of: u32) -> bool {
        let mut state = self.0.state();
        let Some(state) = state.as_mut() else { return false };
        (state.done, state.of) = (done, of);
        !state.stopped
    }
}

impl Drop for Going<'_> {
    fn drop(&mut self) {
        *self.0.state() = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_piece_goes_on_at_a_time_and_says_how_far_it_is() {
        let work = Underway::default();
        let going = work.begin().unwrap();
        assert_eq!(work.begin().unwrap_err().code, ErrorCode::StoreBusy);
        assert_eq!(work.progress(), None, "nobody knows yet how much there is");
        assert!(going.goes_on(2, 9));
        assert_eq!(work.progress(), Some(WorkProgress { done: 2, of: 9 }));
        drop(going);
        assert_eq!(work.progress(), None);
    }

    #[test]
    fn stopping_stops_what_goes_on_and_nothing_that_comes_later() {
        let work = Underway::default();
        work.stop();
        let going = work.begin().unwrap();
        assert!(going.goes_on(0, 1), "it was stopped before it began");
        work.stop();
        assert!(!going.goes_on(1, 1));
        drop(going);
        assert!(work.begin().unwrap().goes_on(0, 1), "the next one goes on");
    }

    #[test]
    fn work_that_panics_does_not_keep_the_next_one_from_beginning() {
        let work = Underway::default();
        let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            let _going = work.begin().unwrap();
            panic!("on purpose");
        }));
        assert!(panicked.is_err() && work.begin().is_ok());
    }
}
