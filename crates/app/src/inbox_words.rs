//! Messages of the inbox as the page reads them, and judgements as a store keeps them.

use std::collections::BTreeSet;

use eighteen_pack::{self as pack, Message};
use eighteen_store::InboxJudgementRow;
use eighteen_training::Outcome;

use crate::{
    content::Words,
    error::{ErrorCode, UserError},
    wire::inbox::{
        InboxCorrespondent, InboxDifficulty, InboxFile, InboxJudgement, InboxLink, InboxMessage,
        InboxNature, InboxOutcome, InboxPiece, InboxRow, InboxTell,
    },
};

/// A judgement as the rules read it.
pub(crate) fn judgement(word: InboxJudgement) -> pack::Judgement {
    match word {
        InboxJudgement::Report => pack::Judgement::Report,
        InboxJudgement::Verify => pack::Judgement::Verify,
        InboxJudgement::Proceed => pack::Judgement::Proceed,
        InboxJudgement::Delete => pack::Judgement::Delete,
    }
}

/// A judgement as the page reads it.
pub(crate) fn judgement_word(judgement: pack::Judgement) -> InboxJudgement {
    match judgement {
        pack::Judgement::Report => InboxJudgement::Report,
        pack::Judgement::Verify => InboxJudgement::Verify,
        pack::Judgement::Proceed => InboxJudgement::Proceed,
        pack::Judgement::Delete => InboxJudgement::Delete,
    }
}

/// A judgement as a store keeps it.
pub(crate) fn judgement_slug(judgement: pack::Judgement) -> &'static str {
    match judgement {
        pack::Judgement::Report => "report",
        pack::Judgement::Verify => "verify",
        pack::Judgement::Proceed => "proceed",
        pack::Judgement::Delete => "delete",
    }
}

/// What a judgement came to, as a store keeps it.
pub(crate) fn outcome_slug(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Caught => "caught",
        Outcome::Missed => "missed",
        Outcome::Sound => "sound",
        Outcome::Unchecked => "unchecked",
        Outcome::FalseAlarm => "false-alarm",
    }
}

/// What a kept judgement came to, as the rules read it.
pub(crate) fn outcome_from(slug: &str) -> Result<Outcome, UserError> {
    Ok(match slug {
        "caught" => Outcome::Caught,
        "missed" => Outcome::Missed,
        "sound" => Outcome::Sound,
        "unchecked" => Outcome::Unchecked,
        "false-alarm" => Outcome::FalseAlarm,
        other => return Err(unknown(other)),
    })
}

/// A kept judgement and what it came to, as the page reads them.
pub(crate) fn outcome_word(
    row: &InboxJudgementRow,
) -> Result<(InboxJudgement, InboxOutcome), UserError> {
    Ok((judgement_of_slug(&row.judgement)?, outcome_of_slug(&row.outcome)?))
}

/// A kept judgement, as the page reads it.
pub(crate) fn judgement_of_slug(slug: &str) -> Result<InboxJudgement, UserError> {
    Ok(match slug {
        "report" => InboxJudgement::Report,
        "verify" => InboxJudgement::Verify,
        "proceed" => InboxJudgement::Proceed,
        "delete" => InboxJudgement::Delete,
        other => return Err(unknown(other)),
    })
}

/// What a kept judgement came to, as the page reads it.
pub(crate) fn outcome_of_slug(slug: &str) -> Result<InboxOutcome, UserError> {
    Ok(match slug {
        "caught" => InboxOutcome::Caught,
        "missed" => InboxOutcome::Missed,
        "sound" => InboxOutcome::Sound,
        "unchecked" => InboxOutcome::Unchecked,
        "false-alarm" => InboxOutcome::FalseAlarm,
        other => return Err(unknown(other)),
    })
}

fn unknown(word: &str) -> UserError {
    UserError::new(ErrorCode::Internal, format!("a kept judgement says {word}"))
}

pub(crate) fn nature(nature: pack::Nature) -> InboxNature {
    match nature {
        pack::Nature::Hostile => InboxNature::Hostile,
        pack::Nature::Genuine => InboxNature::Genuine,
    }
}

pub(crate) fn difficulty(difficulty: pack::Difficulty) -> InboxDifficulty {
    match difficulty {
        pack::Difficulty::Least => InboxDifficulty::Least,
        pack::Difficulty::ModerateToLeast => InboxDifficulty::ModerateToLeast,
        pack::Difficulty::Moderate => InboxDifficulty::Moderate,
        pack::Difficulty::Very => InboxDifficulty::Very,
    }
}

/// A message in the list.
pub(crate) fn row(
    position: u32,
    message: &Message,
    judged: Option<&InboxJudgementRow>,
) -> Result<InboxRow, UserError> {
    let (judgement, outcome) = judged.map(outcome_word).transpose()?.unzip();
    Ok(InboxRow {
        position,
        from: message.from.name.clone(),
        subject: message.subject.clone(),
        sent: sent(message),
        judgement,
        outcome,
    })
}

fn sent(message: &Message) -> String {
    message.sent.format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// A message as a mail client shows it, and nothing more.
pub(crate) fn message(position: u32, message: &Message) -> InboxMessage {
    let correspondent = |one: &pack::Correspondent| InboxCorrespondent {
        name: one.name.clone(),
        address: one.address.clone(),
    };
    InboxMessage {
        position,
        from: correspondent(&message.from),
        reply_to: message.reply_to.as_ref().map(correspondent),
        to: message.to.clone(),
        subject: message.subject.clone(),
        sent: sent(message),
        files: message
            .files
            .iter()
            .map(|file| InboxFile {
                id: file.id.clone(),
                name: file.name.clone(),
                size: file.size.clone(),
            })
            .collect(),
        links: message
            .links
            .iter()
            .map(|link| InboxLink {
                id: link.id.clone(),
                text: link.text.clone(),
                target: link.target.clone(),
            })
            .collect(),
        body: message.body.iter().map(|paragraph| paragraph.iter().map(piece).collect()).collect(),
        spots: message.spots(),
    }
}

fn piece(piece: &pack::Piece) -> InboxPiece {
    match piece {
        pack::Piece::Words { text } => InboxPiece::Words { text: text.clone() },
        pack::Piece::Link { id } => InboxPiece::Link { id: id.clone() },
    }
}

/// Cues and signs of a message together, in reading order.
pub(crate) fn walk(
    words: &mut Words<'_>,
    message: &Message,
    marked: &BTreeSet<String>,
) -> Vec<InboxTell> {
    let spots = message.spots();
    let mut walk: Vec<InboxTell> = Vec::new();
    for cue in &message.cues {
        walk.push(InboxTell {
            at: cue.at.clone(),
            cue: Some(cue.kind.slug().to_owned()),
            marked: marked.contains(&cue.at),
            why: words.text(&cue.why),
        });
    }
    for sign in &message.signs {
        walk.push(InboxTell {
            at: sign.at.clone(),
            cue: None,
            marked: marked.contains(&sign.at),
            why: words.text(&sign.why),
        });
    }
    walk.sort_by_key(|tell| spots.iter().position(|spot| *spot == tell.at));
    walk
}

/// A difficulty as a store keeps it.
pub(crate) fn difficulty_slug(difficulty: pack::Difficulty) -> &'static str {
    match difficulty {
        pack::Difficulty::Least => "least",
        pack::Difficulty::ModerateToLeast => "moderate-to-least",
        pack::Difficulty::Moderate => "moderate",
        pack::Difficulty::Very => "very",
    }
}

/// A kept difficulty, as the rules read it.
pub(crate) fn difficulty_of(slug: &str) -> Result<pack::Difficulty, UserError> {
    let known = [
        pack::Difficulty::Least,
        pack::Difficulty::ModerateToLeast,
        pack::Difficulty::Moderate,
        pack::Difficulty::Very,
    ];
    known.into_iter().find(|one| difficulty_slug(*one) == slug).ok_or_else(|| unknown(slug))
}

/// A difficulty in a file that leaves.
pub(crate) fn difficulty_name(difficulty: InboxDifficulty) -> &'static str {
    match difficulty {
        InboxDifficulty::Least => "least",
        InboxDifficulty::ModerateToLeast => "moderate-to-least",
        InboxDifficulty::Moderate => "moderate",
        InboxDifficulty::Very => "very",
    }
}
