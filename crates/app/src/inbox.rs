//! The inbox: a round of messages, judged one by one.
//!
//! A round keeps its messages whole. A judgement is committed before the page learns what a message is, and
//! the marks are before it learns which spots tell.

use std::collections::{BTreeMap, BTreeSet};

use eighteen_pack::{self as pack, Inbox, Message};
use eighteen_store::{
    InboxJudgementRow, InboxMarksRow, InboxMessageRow, InboxRoundRow, Reader, Writer,
};
use eighteen_training::{draw_round, found, outcome};
use uuid::Uuid;

use crate::{
    App, ErrorCode, UserError,
    attempt::digest,
    clock::{Moment, new_id},
    content::Words,
    course::{Course, count, number},
    error::not_found,
    inbox_words::{
        difficulty, judgement, judgement_slug, judgement_word, message, nature, outcome_slug,
        outcome_word, row, walk,
    },
    wire::inbox::{
        InboxDoor, InboxExplained, InboxJudgement, InboxKnown, InboxOpenRound, InboxOutcome,
        InboxShown, InboxTold, InboxView, JudgeMessage, Mailbox, MarkSpots, OpenInboxMessage,
    },
    wire::learner::HomeInbox,
};

/// A round with what was done in it.
pub(crate) struct Round {
    pub(crate) row: InboxRoundRow,
    /// By position.
    pub(crate) messages: Vec<Message>,
    /// In order of writing.
    pub(crate) judgements: Vec<InboxJudgementRow>,
    /// By position.
    pub(crate) marks: Vec<InboxMarksRow>,
}

impl Round {
    pub(crate) fn read(reader: &Reader<'_>, row: InboxRoundRow) -> Result<Self, UserError> {
        let kept = reader.inbox_messages_of(&row.id)?;
        let messages = kept.iter().map(|kept| serde_json::from_str(&kept.body));
        Ok(Self {
            messages: messages.collect::<Result<_, _>>()?,
            judgements: reader.inbox_judgements_of(&row.id)?,
            marks: reader.inbox_marks_of(&row.id)?,
            row,
        })
    }

    /// Somebody else's round is as good as none.
    pub(crate) fn own(reader: &Reader<'_>, id: &str, learner_id: &str) -> Result<Self, UserError> {
        let row = reader.inbox_round(id)?.filter(|round| round.learner_id == learner_id);
        Self::read(reader, row.ok_or_else(|| not_found("round", id))?)
    }

    pub(crate) fn is_over(&self) -> bool {
        self.judgements.len() == self.messages.len()
    }

    pub(crate) fn message(&self, position: u32) -> Result<&Message, UserError> {
        let index = (position as usize).checked_sub(1);
        let message = index.and_then(|index| self.messages.get(index));
        message.ok_or_else(|| not_found("message", &position.to_string()))
    }

    pub(crate) fn judgement(&self, position: u32) -> Option<&InboxJudgementRow> {
        self.judgements.iter().find(|judgement| judgement.position == position)
    }

    /// The spots that were marked, once they were.
    pub(crate) fn marked(&self, position: u32) -> Result<Option<BTreeSet<String>>, UserError> {
        let marks = self.marks.iter().find(|marks| marks.position == position);
        Ok(marks.map(|marks| serde_json::from_str(&marks.spots)).transpose()?)
    }

    /// The first message that is not judged, after this position or from the start.
    fn next(&self, after: u32) -> Option<u32> {
        let left = |position: &u32| self.judgement(*position).is_none();
        let last = count(self.messages.len());
        (after + 1..=last).find(left).or_else(|| (1..=last).find(left))
    }

    /// Where to go on: a message that was judged last and not marked yet, or the first that is not judged.
    fn here(&self) -> u32 {
        let last = self.judgements.last().map(|judgement| judgement.position);
        let unmarked = last.filter(|last| !self.marks.iter().any(|marks| marks.position == *last));
        unmarked.or_else(|| self.next(0)).or(last).unwrap_or(1)
    }
}

/// Every round of a learner, in the order in which they began.
pub(crate) fn rounds_of(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: &str,
) -> Result<Vec<Round>, UserError> {
    let rows = reader.inbox_rounds_of(learner_id, &course.pack.id)?;
    rows.into_iter().map(|row| Round::read(reader, row)).collect()
}

impl App {
    /// The mailbox before a round; none where the course has no mailbox.
    ///
    /// # Errors
    /// What the store says.
    pub fn inbox(&self) -> Result<InboxDoor, UserError> {
        let course = self.course()?;
        let Some(inbox) = &course.pack.inbox else {
            return Ok(InboxDoor { mailbox: None });
        };
        let now = self.now();
        let learner_id = self.learner_id().ok();
        let mailbox = self.read(|reader| {
            let rounds = match &learner_id {
                Some(id) => rounds_of(reader, course, id)?,
                None => Vec::new(),
            };
            mailbox(course, inbox, &rounds, now)
        })?;
        Ok(InboxDoor { mailbox: Some(mailbox) })
    }

    /// Draws a round, or goes on with the one that is not over.
    ///
    /// # Errors
    /// `NotFound` when the course has no mailbox.
    pub fn start_inbox_round(&self) -> Result<InboxView, UserError> {
        let course = self.course()?;
        let inbox = course.inbox()?;
        let now = self.now();
        let (id, is_new) = self.learner_or_new();
        let view = self.write(|writer| {
            if is_new {
                writer.add_learner(&id, &now.rfc3339())?;
            }
            let rounds = rounds_of(&writer.reader(), course, &id)?;
            let open = rounds.iter().position(|round| !round.is_over());
            let round = match open {
                Some(open) => rounds.into_iter().nth(open),
                None => Some(new_round(writer, course, inbox, &rounds, &id, now)?),
            };
            let round = round.ok_or_else(|| not_found("round", "open"))?;
            view(course, &round, round.here(), now)
        })?;
        self.is_learner(&id);
        Ok(view)
    }

    /// A round at one of its messages.
    ///
    /// # Errors
    /// `NotFound` when it is not this learner's or has no such message.
    pub fn open_inbox_message(&self, args: OpenInboxMessage) -> Result<InboxView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.read(|reader| {
            let round = Round::own(reader, &args.round_id, &learner_id)?;
            view(course, &round, args.position, now)
        })
    }

    /// Commits a judgement and tells what the message is.
    ///
    /// # Errors
    /// `AttemptClosed` when the message was judged before, `NotFound` when there is no such message.
    pub fn judge_message(&self, args: JudgeMessage) -> Result<InboxView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let round = Round::own(&writer.reader(), &args.round_id, &learner_id)?;
            let message = round.message(args.position)?;
            let chosen = judgement(args.judgement);
            let is_new = writer.add_inbox_judgement(&InboxJudgementRow {
                round_id: args.round_id.clone(),
                position: args.position,
                message_id: message.id.clone(),
                message_version: message.version,
                judgement: judgement_slug(chosen).to_owned(),
                outcome: outcome_slug(outcome(message, chosen)).to_owned(),
                elapsed_ms: args.elapsed_ms,
                judged_at: now.rfc3339(),
            })?;
            if !is_new {
                return Err(UserError::new(ErrorCode::AttemptClosed, "the message is judged"));
            }
            writer.see_learner(&learner_id, &now.rfc3339())?;
            let round = Round::read(&writer.reader(), round.row)?;
            view(course, &round, args.position, now)
        })
    }

    /// Commits marked spots and shows which ones tell.
    ///
    /// # Errors
    /// `ResponseInvalid` when the message has no such spot, `AttemptClosed` when they were marked before,
    /// `NotFound` when the message was not judged yet.
    pub fn mark_spots(&self, args: MarkSpots) -> Result<InboxView, UserError> {
        let course = self.course()?;
        let learner_id = self.learner_id()?;
        let now = self.now();
        self.write(|writer| {
            let round = Round::own(&writer.reader(), &args.round_id, &learner_id)?;
            let spots = round.message(args.position)?.spots();
            if let Some(spot) = args.spots.iter().find(|spot| !spots.contains(spot)) {
                return Err(UserError::new(ErrorCode::ResponseInvalid, format!("no spot {spot}")));
            }
            if round.judgement(args.position).is_none() {
                return Err(not_found("judgement", &args.position.to_string()));
            }
            let marked: BTreeSet<&String> = args.spots.iter().collect();
            let is_new = writer.add_inbox_marks(&InboxMarksRow {
                round_id: args.round_id.clone(),
                position: args.position,
                spots: serde_json::to_string(&marked)?,
                marked_at: now.rfc3339(),
            })?;
            if !is_new {
                return Err(UserError::new(ErrorCode::AttemptClosed, "the spots are marked"));
            }
            let round = Round::read(&writer.reader(), round.row)?;
            view(course, &round, args.position, now)
        })
    }
}

/// Draws a round and keeps it whole.
fn new_round(
    writer: &Writer<'_>,
    course: &Course,
    inbox: &Inbox,
    rounds: &[Round],
    learner_id: &str,
    now: Moment,
) -> Result<Round, UserError> {
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for judgement in rounds.iter().flat_map(|round| &round.judgements) {
        *met.entry(judgement.message_id.clone()).or_default() += 1;
    }
    // A random UUID is where chance comes in; everything after it follows from the seed.
    let seed = Uuid::new_v4().as_u64_pair().0;
    let mut hashes = Vec::new();
    for place in draw_round(inbox, &met, seed) {
        let kept = kept(&course.pack.id, &inbox.messages[place])?;
        writer.keep_inbox_message(&kept)?;
        hashes.push(kept.hash);
    }
    let row = InboxRoundRow {
        id: new_id(),
        learner_id: learner_id.to_owned(),
        pack_id: course.pack.id.clone(),
        pack_version: course.pack.version,
        pack_hash: course.pack.hash.clone(),
        round_number: number(rounds.len()),
        seed: seed.to_string(),
        started_at: now.rfc3339(),
    };
    writer.add_inbox_round(&row, &hashes)?;
    Round::read(&writer.reader(), row)
}

/// A message as it is kept.
pub(crate) fn kept(pack_id: &str, message: &Message) -> Result<InboxMessageRow, UserError> {
    let body = serde_json::to_string(message)?;
    Ok(InboxMessageRow {
        hash: digest(&body),
        pack_id: pack_id.to_owned(),
        message_id: message.id.clone(),
        version: message.version,
        body,
    })
}

/// The mailbox at a glance, for Home.
pub(crate) fn at_a_glance(
    reader: &Reader<'_>,
    course: &Course,
    learner_id: Option<&str>,
) -> Result<Option<HomeInbox>, UserError> {
    let Some(inbox) = &course.pack.inbox else {
        return Ok(None);
    };
    let rounds = match learner_id {
        Some(id) => rounds_of(reader, course, id)?,
        None => Vec::new(),
    };
    Ok(Some(HomeInbox {
        title: inbox.title.clone(),
        round: inbox.round,
        messages: count(inbox.messages.len()),
        open: open_round(&rounds),
        rounds: count(rounds.iter().filter(|round| round.is_over()).count()),
    }))
}

/// The round that is not over.
fn open_round(rounds: &[Round]) -> Option<InboxOpenRound> {
    rounds.iter().find(|round| !round.is_over()).map(|round| InboxOpenRound {
        round_id: round.row.id.clone(),
        number: round.row.round_number,
        judged: count(round.judgements.len()),
        of: count(round.messages.len()),
    })
}

fn mailbox(
    course: &Course,
    inbox: &Inbox,
    rounds: &[Round],
    now: Moment,
) -> Result<Mailbox, UserError> {
    let mut words = Words::new(course, now.day());
    let judged: BTreeSet<&String> = rounds
        .iter()
        .flat_map(|round| &round.judgements)
        .map(|judgement| &judgement.message_id)
        .collect();
    Ok(Mailbox {
        title: inbox.title.clone(),
        about: words.text(&inbox.about),
        owner_name: inbox.owner.name.clone(),
        owner_role: inbox.owner.role.clone(),
        owner_address: inbox.owner.address.clone(),
        known: known(&mut words, inbox),
        round: inbox.round,
        messages: count(inbox.messages.len()),
        judged: count(inbox.messages.iter().filter(|message| judged.contains(&message.id)).count()),
        open: open_round(rounds),
        rounds: crate::inbox_result::lines(rounds)?,
        overall: crate::inbox_result::standing(rounds)?,
        claims: words.claims(),
        terms: words.terms(),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

/// The facts that a reader of the mailbox may look up.
pub(crate) fn known(words: &mut Words<'_>, inbox: &Inbox) -> Vec<InboxKnown> {
    let known = inbox.known.iter();
    known
        .map(|known| InboxKnown { head: known.head.clone(), text: words.text(&known.text) })
        .collect()
}

fn view(
    course: &Course,
    round: &Round,
    position: u32,
    now: Moment,
) -> Result<InboxView, UserError> {
    let inbox = course.inbox()?;
    let open = round.message(position)?;
    let mut words = Words::new(course, now.day());
    let judged = round.judgement(position);
    let told = judged
        .map(|row| Ok::<_, UserError>(told(&mut words, open, outcome_word(row)?, &row.judged_at)))
        .transpose()?;
    let marked = round.marked(position)?;
    let rows = (1..).zip(&round.messages);
    Ok(InboxView {
        round_id: round.row.id.clone(),
        round_number: round.row.round_number,
        title: inbox.title.clone(),
        owner_name: inbox.owner.name.clone(),
        owner_role: inbox.owner.role.clone(),
        owner_address: inbox.owner.address.clone(),
        known: known(&mut words, inbox),
        rows: rows
            .map(|(position, message)| row(position, message, round.judgement(position)))
            .collect::<Result<_, _>>()?,
        judged: count(round.judgements.len()),
        message: message(position, open),
        shown: marked.map(|marked| shown(&mut words, open, &marked)),
        told,
        next: round.next(position),
        claims: words.claims(),
        terms: words.terms(),
        lang: course.pack.lang.clone(),
        dir: course.dir(),
    })
}

/// What a message is, once it is judged.
pub(crate) fn told(
    words: &mut Words<'_>,
    message: &Message,
    (chosen, outcome): (InboxJudgement, InboxOutcome),
    judged_at: &str,
) -> InboxTold {
    words.refer(&message.claims);
    let explained = pack::Judgement::ALL.map(|offered| InboxExplained {
        judgement: judgement_word(offered),
        best: offered == message.best,
        sound: offered == message.best || message.fine.contains(&offered),
        text: words.text(message.judgement.of(offered)),
    });
    InboxTold {
        judgement: chosen,
        judged_at: judged_at.to_owned(),
        outcome,
        nature: nature(message.nature),
        means: words.text(&message.means),
        explained: explained.into(),
        mirrors: message.claims.clone(),
    }
}

/// Which spots tell, once some are marked.
pub(crate) fn shown(
    words: &mut Words<'_>,
    message: &Message,
    marked: &BTreeSet<String>,
) -> InboxShown {
    let compared = found(message, marked);
    InboxShown {
        found: compared.found,
        overlooked: compared.overlooked,
        beside: compared.beside,
        walk: walk(words, message, marked),
        difficulty: difficulty(message.difficulty()),
        cues: message.cue_count(),
        premise: i32::try_from(message.premise.rating()).unwrap_or_default(),
    }
}
