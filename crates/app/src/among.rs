//! Of whom a report is told: what was asked for, as the store is asked, and as the report says it.

use eighteen_store::{Reader, reports::Among as Rows};

use crate::{
    App, UserError,
    clock::{day, day_written},
    error::not_found,
    wire::among::{Among, AmongWhom, ReportGroup},
};

/// Whether days mean something in a report.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Days {
    /// What it is told of has a day.
    Meant,
    /// How things stand now, or what was collected without a day.
    None,
}

/// What a report was asked for, held against what there is.
pub(crate) struct Asked {
    /// As the store is asked.
    pub(crate) rows: Rows,
    whom: AmongWhom,
}

impl App {
    /// What was asked for. A group beside everybody, or one day more, would tell of those who are between, so
    /// nothing can be asked for where no person is shown.
    ///
    /// # Errors
    /// `TrainerLocked`; `PersonsNotShown` where that was agreed; `NotFound` when there is no such group or day.
    pub(crate) fn among(&self, asked: Among, days: Days) -> Result<Asked, UserError> {
        let can_filter = self.smallest_group()?.is_none();
        if asked != Among::default() {
            self.persons_shown()?;
        }
        let rows = Rows { told: !can_filter, ..self.rows(asked, days)? };
        self.trainer_store()?.read(|reader| {
            let groups = groups(reader)?;
            let named = |id: &String| {
                let group = groups.iter().find(|group| group.group_id == *id).cloned();
                group.ok_or_else(|| not_found("group", id))
            };
            let group = rows.group_id.as_ref().map(named).transpose()?;
            let whom = AmongWhom {
                group,
                from_day: rows.from_day.clone(),
                to_day: rows.to_day.clone(),
                can_filter,
                by_day: days == Days::Meant,
                groups,
            };
            Ok(Asked { rows, whom })
        })
    }

    fn rows(&self, asked: Among, days: Days) -> Result<Rows, UserError> {
        let Among { group_id, last_days, from_day, to_day } = asked;
        for written in [&from_day, &to_day].into_iter().flatten() {
            day_written(written).ok_or_else(|| not_found("day", written))?;
        }
        if days == Days::None {
            return Ok(Rows { group_id, ..Rows::default() });
        }
        let from_day = match last_days {
            Some(days) => {
                let before = days.saturating_sub(1).saturating_mul(24 * 60);
                Some(day(self.now().minutes_earlier(before).day()))
            }
            None => from_day,
        };
        Ok(Rows { group_id, from_day, to_day, told: false })
    }
}

impl Asked {
    /// As the report says it.
    pub(crate) fn whom(self) -> AmongWhom {
        self.whom
    }
}

fn groups(reader: &Reader<'_>) -> Result<Vec<ReportGroup>, UserError> {
    let groups = reader.groups()?.into_iter();
    Ok(groups.map(|row| ReportGroup { group_id: row.id, name: row.name }).collect())
}
