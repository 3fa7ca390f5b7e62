//! A learner who judges the messages of the inbox.

use eighteen_app::{
    App, UserError,
    wire::inbox::{InboxJudgement, InboxMessage, JudgeMessage, OpenInboxMessage},
};

/// Judges every message of a round and marks nothing.
pub fn judge_round(
    app: &App,
    judge: impl Fn(&InboxMessage) -> InboxJudgement,
) -> Result<(), UserError> {
    let mut view = app.start_inbox_round()?;
    loop {
        let position = view.message.position;
        let round_id = view.round_id.clone();
        let judgement = judge(&view.message);
        view =
            app.judge_message(JudgeMessage { round_id, position, judgement, elapsed_ms: 9_000 })?;
        let Some(position) = view.next else { return Ok(()) };
        let round_id = view.round_id;
        view = app.open_inbox_message(OpenInboxMessage { round_id, position })?;
    }
}
