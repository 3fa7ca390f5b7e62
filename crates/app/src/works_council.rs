//! What a trainer's store that was agreed on with a works council shows: no person, and no group that is
//! too small.
//!
//! The agreement is made with the store and belongs to its key (`KeyFile::create_for_groups`), so there
//! is no verb that ends it. A verb that shows a person asks [`App::persons_shown`] first; figures about
//! people go through [`App::as_agreed`].

use eighteen_analysis::shown_cells;

use crate::{
    App, ErrorCode, UserError,
    app::Session,
    error::locked,
    wire::{
        practised::{
            ForkReport, InboxReport, LastedReport, LastedStart, LastedWindow, MisconceptionReport,
        },
        trainer::QuestionReport,
    },
};

impl App {
    /// Persons may be shown here.
    ///
    /// # Errors
    /// `TrainerLocked` while the trainer's store is not open, `PersonsNotShown` where that was agreed.
    pub(crate) fn persons_shown(&self) -> Result<(), UserError> {
        match self.smallest_group()? {
            None => Ok(()),
            Some(size) => Err(UserError::new(
                ErrorCode::PersonsNotShown,
                format!("this store shows no group smaller than {size}"),
            )),
        }
    }

    /// People in the smallest group of which anything is shown; nothing where persons are shown.
    ///
    /// # Errors
    /// `TrainerLocked` while the trainer's store is not open.
    pub(crate) fn smallest_group(&self) -> Result<Option<u32>, UserError> {
        match &*self.trainer() {
            Some(Session { smallest_group, .. }) => Ok(*smallest_group),
            None => Err(locked()),
        }
    }
}

/// A report about groups of people, which knows what of it tells of too few.
pub(crate) trait Withheld {
    /// Leaves out whatever says something about fewer people than the smallest group.
    fn withhold(&mut self, smallest: u32);
}

impl App {
    /// The report as this store may show it: whole, or with what is told of too few people left out.
    ///
    /// # Errors
    /// `TrainerLocked` while the trainer's store is not open.
    pub(crate) fn as_agreed<Report: Withheld>(
        &self,
        mut report: Report,
    ) -> Result<Report, UserError> {
        if let Some(smallest) = self.smallest_group()? {
            report.withhold(smallest);
        }
        Ok(report)
    }
}

/// Two parts of the same people, each large enough to be shown beside the other.
fn both_large(part: u32, of: u32, smallest: u32) -> bool {
    part >= smallest && of.saturating_sub(part) >= smallest
}

fn large(people: u32, smallest: u32) -> u32 {
    if people < smallest { 0 } else { people }
}

/// A question stays when enough people answered it right and enough did not; its options stay when each
/// was chosen by enough people, or the report would say who chose the others.
impl Withheld for QuestionReport {
    fn withhold(&mut self, smallest: u32) {
        self.attempts = large(self.attempts, smallest);
        self.rows.retain(|row| both_large(row.correct, row.answered, smallest));
        for row in &mut self.rows {
            row.sure_but_wrong = row.sure_but_wrong.filter(|&people| people >= smallest);
            // Who leaves a question out is not waited for, so their number is not told.
            row.left_out = None;
            row.rapid =
                row.rapid.take().filter(|rapid| both_large(rapid.answers, row.answered, smallest));
            if row.by_confidence.iter().any(|of| !both_large(of.correct, of.answered, smallest)) {
                row.by_confidence.clear();
            }
            row.top_wrong = row.top_wrong.take().filter(|wrong| wrong.chosen >= smallest);
            if row.options.iter().any(|option| option.chosen < smallest) {
                row.options.clear();
            }
        }
    }
}

impl Withheld for InboxReport {
    fn withhold(&mut self, smallest: u32) {
        self.people = large(self.people, smallest);
        if self.people == 0 {
            self.overall = None;
        }
        self.levels.retain(|level| {
            let (Some(caught), Some(hostile)) = (level.caught, level.hostile) else { return false };
            level.people >= smallest && both_large(caught, hostile, smallest)
        });
        for list in [&mut self.hostile, &mut self.genuine] {
            list.retain(|message| {
                message.wrong.is_some_and(|wrong| both_large(wrong, message.people, smallest))
            });
            for message in list {
                message.unchecked = message.unchecked.filter(|&people| people >= smallest);
            }
        }
    }
}

/// A decision stays whole or not at all: how many runs came to the next one tells what was taken here. So enough
/// runs took every option, and enough runs of the role came here and did not.
impl Withheld for ForkReport {
    fn withhold(&mut self, smallest: u32) {
        self.runs = large(self.runs, smallest);
        self.fewest_runs = self.fewest_runs.max(smallest);
        self.roles.retain(|role| role.runs >= smallest);
        for role in &mut self.roles {
            let runs = role.runs;
            role.scenes.retain(|scene| {
                let chosen: Vec<u32> =
                    scene.options.iter().map(|option| option.chosen.unwrap_or(0)).collect();
                let came = scene.runs == runs || both_large(scene.runs, runs, smallest);
                came && shown_cells(&chosen, smallest).iter().all(Option::is_some)
            });
            for scene in &mut role.scenes {
                scene.reversed =
                    scene.reversed.filter(|&back| both_large(back, scene.runs, smallest));
            }
        }
    }
}

impl Withheld for MisconceptionReport {
    fn withhold(&mut self, smallest: u32) {
        self.rows.retain(|row| row.chose.is_some_and(|chose| both_large(chose, row.met, smallest)));
        for row in &mut self.rows {
            row.questions.retain(|question| question.chose.is_some_and(|chose| chose >= smallest));
        }
    }
}

/// Means over people, not counts of them: they stay as long as enough people are in them.
impl Withheld for LastedReport {
    fn withhold(&mut self, smallest: u32) {
        if self.start.people < smallest {
            self.start = LastedStart { people: 0, answers: 0, right: None };
        }
        for window in &mut self.later {
            if window.people < smallest {
                *window = LastedWindow {
                    people: 0,
                    pairs: 0,
                    then: None,
                    now: None,
                    change: None,
                    ..*window
                };
            }
        }
    }
}
