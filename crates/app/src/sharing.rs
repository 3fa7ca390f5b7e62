//! Whether a learner shares her choices in the ultimatum without her name. Off until she says yes.

use eighteen_store::Reader;

use crate::{
    App, UserError,
    app::Who,
    wire::practised::{ShareChoices, Sharing},
};

impl App {
    /// Keeps what the learner says about sharing.
    ///
    /// # Errors
    /// `NotFound` when nobody is learning.
    pub fn share_my_choices(&self, args: ShareChoices) -> Result<Sharing, UserError> {
        let learner_id = self.learner_id()?;
        let now = self.now().rfc3339();
        self.write(|writer| {
            writer.share_choices(&learner_id, args.yes, &now)?;
            Ok(Sharing { choices: Some(args.yes) })
        })
    }
}

/// What somebody said about sharing.
pub(crate) fn sharing(reader: &Reader<'_>, who: &Who) -> Result<Sharing, UserError> {
    let choices = match who {
        Who::Learner(id) => reader.shares_choices(id)?,
        Who::Unknown | Who::Newcomer => None,
    };
    Ok(Sharing { choices })
}
