//! The inbox on a real store, with the small pack that has one.

use std::path::Path;

use eighteen_app::{
    App, ErrorCode,
    wire::inbox::{
        InboxDifficulty, InboxJudgement, InboxNature, InboxOutcome, InboxView, JudgeMessage,
        MarkSpots, OpenInboxMessage, OpenInboxRound,
    },
};
use eighteen_pack::{Message, Nature, load_dir};

use crate::support::{Folder, begin};

fn small_case() -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/packs/v1");
    load_dir(Path::new(folder)).unwrap()
}

fn messages() -> Vec<Message> {
    let (pack, _) = eighteen_pack::read(&small_case());
    pack.unwrap().inbox.unwrap().messages
}

/// The message of the pack that a view shows.
fn key(view: &InboxView) -> Message {
    let such = |message: &Message| message.subject == view.message.subject;
    messages().into_iter().find(such).unwrap()
}

fn judge(app: &App, view: &InboxView, judgement: InboxJudgement) -> InboxView {
    app.judge_message(JudgeMessage {
        round_id: view.round_id.clone(),
        position: view.message.position,
        judgement,
        elapsed_ms: 2_000,
    })
    .unwrap()
}

fn mark(app: &App, view: &InboxView, spots: &[&str]) -> InboxView {
    app.mark_spots(MarkSpots {
        round_id: view.round_id.clone(),
        position: view.message.position,
        spots: spots.iter().map(|spot| (*spot).to_owned()).collect(),
    })
    .unwrap()
}

fn open(app: &App, view: &InboxView, position: u32) -> InboxView {
    app.open_inbox_message(OpenInboxMessage { round_id: view.round_id.clone(), position }).unwrap()
}

/// Judges every message of the open round by a rule; gives the round's id.
fn whole_round(app: &App, rule: impl Fn(&Message) -> InboxJudgement) -> String {
    let mut view = app.start_inbox_round().unwrap();
    loop {
        view = judge(app, &view, rule(&key(&view)));
        view = mark(app, &view, &["subject"]);
        match view.next {
            Some(next) => view = open(app, &view, next),
            None => return view.round_id,
        }
    }
}

fn rightly(message: &Message) -> InboxJudgement {
    match message.best {
        eighteen_pack::Judgement::Report => InboxJudgement::Report,
        eighteen_pack::Judgement::Verify => InboxJudgement::Verify,
        eighteen_pack::Judgement::Proceed => InboxJudgement::Proceed,
        eighteen_pack::Judgement::Delete => InboxJudgement::Delete,
    }
}

/// Every word of a message that would tell what it is.
fn secrets() -> Vec<String> {
    let mut words: Vec<String> =
        ["hostile", "genuine", "\"nature\":", "caught", "best\":"].map(String::from).into();
    for message in messages() {
        words.push(message.id);
        let judgement = message.judgement;
        let texts = [message.means, judgement.report, judgement.verify, judgement.proceed]
            .into_iter()
            .chain([judgement.delete])
            .chain(message.cues.into_iter().map(|cue| cue.why))
            .chain(message.signs.into_iter().map(|sign| sign.why));
        words.extend(texts.map(|text| eighteen_pack::plain(&text)));
    }
    words
}

#[test]
fn nothing_tells_what_a_message_is_before_it_is_judged() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    let secrets = secrets();
    let mut view = app.start_inbox_round().unwrap();
    assert!(!serde_json::to_string(&app.inbox().unwrap()).unwrap().contains("letter-to-staff"));
    loop {
        let json = serde_json::to_string(&(&view.message, &view.told, &view.shown)).unwrap();
        for secret in &secrets {
            assert!(!json.contains(secret), "the page has {secret}");
        }
        let message = key(&view);
        view = judge(&app, &view, InboxJudgement::Verify);
        assert!(view.told.is_some());
        let json = serde_json::to_string(&view).unwrap();
        for tell in
            message.cues.iter().map(|cue| &cue.why).chain(message.signs.iter().map(|s| &s.why))
        {
            let why = eighteen_pack::plain(tell);
            assert!(!json.contains(&why), "before marking the page has {why}");
        }
        view = mark(&app, &view, &[]);
        assert!(view.shown.is_some());
        let Some(next) = view.next else { break };
        view = open(&app, &view, next);
    }
}

#[test]
fn a_judgement_is_explained_and_stays() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    let mut view = app.start_inbox_round().unwrap();
    let hostile = (1..=4).find(|at| key(&open(&app, &view, *at)).nature == Nature::Hostile);
    view = open(&app, &view, hostile.unwrap());
    view = judge(&app, &view, InboxJudgement::Proceed);
    let told = view.told.clone().unwrap();
    assert_eq!((told.nature, told.outcome), (InboxNature::Hostile, InboxOutcome::Missed));
    assert_eq!(told.explained.len(), 4);
    assert_eq!(told.explained.iter().filter(|one| one.best).count(), 1);
    assert!(!told.explained[2].sound, "to go along is not sound");
    assert_eq!(view.rows[view.message.position as usize - 1].outcome, Some(told.outcome));
    let again = app
        .judge_message(JudgeMessage {
            round_id: view.round_id.clone(),
            position: view.message.position,
            judgement: InboxJudgement::Report,
            elapsed_ms: 1,
        })
        .unwrap_err();
    assert_eq!(again.code, ErrorCode::AttemptClosed);
    assert_eq!(open(&app, &view, view.message.position).told, Some(told));
}

#[test]
fn marks_are_compared_and_the_walk_goes_in_reading_order() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    let mut view = app.start_inbox_round().unwrap();
    // Both hostile messages of the small pack are in every round.
    let list = (1..=4).find(|at| open(&app, &view, *at).message.reply_to.is_some()).unwrap();
    view = open(&app, &view, list);
    let too_early = app.mark_spots(MarkSpots {
        round_id: view.round_id.clone(),
        position: list,
        spots: vec!["from".to_owned()],
    });
    assert_eq!(too_early.unwrap_err().code, ErrorCode::NotFound);
    judge(&app, &view, InboxJudgement::Report);
    let unknown = app.mark_spots(MarkSpots {
        round_id: view.round_id.clone(),
        position: list,
        spots: vec!["p9".to_owned()],
    });
    assert_eq!(unknown.unwrap_err().code, ErrorCode::ResponseInvalid);
    let shown = mark(&app, &view, &["l1", "subject", "from"]).shown.unwrap();
    assert_eq!(shown.found, ["from", "l1"]);
    assert_eq!(shown.overlooked, ["reply-to", "p2", "f1"]);
    assert_eq!(shown.beside, ["subject"]);
    let walk: Vec<(&str, bool)> =
        shown.walk.iter().map(|tell| (tell.at.as_str(), tell.marked)).collect();
    let expect = [
        ("from", true),
        ("reply-to", false),
        ("p2", false),
        ("p2", false),
        ("p2", false),
        ("l1", true),
        ("f1", false),
    ];
    assert_eq!(walk, expect);
    assert_eq!((shown.cues, shown.premise), (7, 24));
    assert_eq!(shown.difficulty, InboxDifficulty::Very);
}

#[test]
fn a_round_goes_on_where_it_was_after_a_new_start() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    let first = app.start_inbox_round().unwrap();
    assert_eq!(first.message.position, 1);
    judge(&app, &first, InboxJudgement::Verify);
    drop(app);

    let app = folder.app_with(small_case());
    app.startup().unwrap();
    let again = app.start_inbox_round().unwrap();
    assert_eq!((&again.round_id, again.message.position), (&first.round_id, 1), "not marked yet");
    assert!(again.told.is_some() && again.shown.is_none());
    mark(&app, &again, &["from"]);
    drop(app);

    let app = folder.app_with(small_case());
    app.startup().unwrap();
    assert_eq!(app.home().unwrap().inbox.unwrap().open.unwrap().judged, 1);
    let again = app.start_inbox_round().unwrap();
    assert_eq!((again.message.position, again.judged), (2, 1));
    let subjects = |view: &InboxView| -> Vec<String> {
        view.rows.iter().map(|row| row.subject.clone()).collect()
    };
    assert_eq!(subjects(&again), subjects(&first), "the same messages");
}

#[test]
fn a_result_says_what_was_caught_and_what_was_a_false_alarm() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    assert_eq!(app.inbox().unwrap().mailbox.unwrap().overall, None);
    let early = app.start_inbox_round().unwrap().round_id;
    let error = app.inbox_result(OpenInboxRound { round_id: early }).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotFound, "the round is not over");

    let round_id = whole_round(&app, |_| InboxJudgement::Report);
    let result = app.inbox_result(OpenInboxRound { round_id }).unwrap();
    let tally = result.tally;
    assert_eq!((tally.caught, tally.hostile), (2, 2));
    assert_eq!((tally.false_alarms, tally.genuine, tally.unchecked), (2, 2, 0));
    assert_eq!(result.rows.len(), 4);
    assert_eq!((result.spots_found, result.spots_of), (0, 8), "only subjects were marked");
    assert_eq!(result.overlooked.len(), 3);
    assert_eq!(result.overall.detection, None, "too few for a number");
    assert_eq!(result.overall.levels.iter().map(|level| level.hostile).sum::<u32>(), 2);
    assert_eq!(result.unseen, 1);

    let second = whole_round(&app, rightly);
    let result = app.inbox_result(OpenInboxRound { round_id: second }).unwrap();
    assert_eq!((result.number, result.tally.caught, result.tally.false_alarms), (2, 2, 0));
    let overall = result.overall.tally;
    assert_eq!((overall.hostile, overall.genuine), (2, 3), "first judgements only");
    assert_eq!((overall.caught, overall.false_alarms), (2, 2));
    let mailbox = app.inbox().unwrap().mailbox.unwrap();
    assert_eq!((mailbox.judged, mailbox.messages), (5, 5));
    assert_eq!(mailbox.rounds.iter().map(|round| round.number).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(mailbox.open, None);
}

#[test]
fn a_round_is_of_one_learner_and_keeps_its_messages_when_the_pack_changes() {
    let folder = Folder::new();
    let app = folder.app_with(small_case());
    begin(&app, "Maya");
    let view = app.start_inbox_round().unwrap();
    begin(&app, "Ivo");
    let args = OpenInboxMessage { round_id: view.round_id.clone(), position: 1 };
    assert_eq!(app.open_inbox_message(args).unwrap_err().code, ErrorCode::NotFound);
    let foreign = OpenInboxRound { round_id: view.round_id.clone() };
    assert_eq!(app.inbox_result(foreign).unwrap_err().code, ErrorCode::NotFound);
    drop(app);

    let mut files = small_case();
    for (name, bytes) in &mut files {
        if name.starts_with("inbox/") && name != "inbox/inbox.toml" {
            let text = String::from_utf8(bytes.clone()).unwrap();
            *bytes = text.replace("subject = \"", "subject = \"New: ").into_bytes();
        }
    }
    let app = folder.app_with(files);
    let maya = app.startup().unwrap().learners;
    let maya = maya.iter().find(|one| one.name.as_deref() == Some("Maya")).unwrap().id.clone();
    let choose = eighteen_app::wire::learner::ChooseLearner { learner_id: Some(maya) };
    app.choose_learner(choose).unwrap();
    let again = app.start_inbox_round().unwrap();
    assert_eq!(again.round_id, view.round_id);
    assert_eq!(again.rows, view.rows);
}

#[test]
fn a_course_without_a_mailbox_says_so() {
    let folder = Folder::new();
    let mut files = small_case();
    files.retain(|name, _| !name.starts_with("inbox/"));
    let text = String::from_utf8(files["pack.toml"].clone()).unwrap();
    let text = text.replace("inbox = \"inbox/inbox.toml\"\n", "");
    files.insert("pack.toml".into(), text.into_bytes());
    let app = folder.app_with(files);
    assert_eq!(app.inbox().unwrap().mailbox, None);
    assert_eq!(app.start_inbox_round().unwrap_err().code, ErrorCode::NotFound);
    assert!(!app.startup().unwrap().course.inbox);
    assert_eq!(app.home().unwrap().inbox, None);
}
