//! Modules of an organisation's own: written in the builder, tried as a learner, and taken by one.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use eighteen_app::{
    App, ErrorCode,
    wire::{
        builder::ChooseParts,
        content::{Block, Span},
        own_pages::{
            AddPart, DraftPart, ModuleAt, MovePart, NewModule, OptionWords, OwnModule, PartAt,
            PartKind, PartWords, PreviewAt, RemovePart, SavePart, TryDecision, TryQuestion, Unkept,
        },
        question::{Outcome, Part, Question, QuestionBody, Response},
    },
};
use eighteen_testkit::{finish_steps, take_check};

use crate::support::{Folder, begin};

const BODY: &str = "Call the desk, on **0800**.\n\n```decision\nid = \"first\"\nask = \"What now?\"\noption = [\n  { id = \"call\", text = \"Call\", then = \"Good.\" },\n  { id = \"wait\", text = \"Wait\", then = \"It costs an hour.\" },\n]\n```";

fn at(module: &str, kind: PartKind, position: u32) -> PartAt {
    PartAt { module_id: module.to_owned(), kind, position }
}

fn module(id: &str) -> ModuleAt {
    ModuleAt { module_id: id.to_owned() }
}

fn page(title: &str, body: &str) -> PartWords {
    PartWords::Page { title: title.to_owned(), body: body.to_owned() }
}

fn option(text: &str, right: bool) -> OptionWords {
    let (text, why) = (text.to_owned(), "Because.".to_owned());
    OptionWords { id: None, text, right, why, idea: None }
}

fn question(ask: &str, step: &str, right: &[bool]) -> PartWords {
    let options = right.iter().zip(["Ring", "Wait", "Hide"]);
    PartWords::Question {
        ask: ask.to_owned(),
        several: right.iter().filter(|right| **right).count() > 1,
        practice: false,
        step: step.to_owned(),
        options: options.map(|(right, text)| option(text, *right)).collect(),
    }
}

fn save(app: &App, part: &DraftPart, words: PartWords) -> DraftPart {
    let (at, mark) = (part.at.clone(), part.mark.clone());
    app.save_pack_part(SavePart { at, mark, words }).unwrap()
}

fn add(app: &App, id: &str, kind: PartKind) -> OwnModule {
    app.add_pack_part(AddPart { module_id: id.to_owned(), kind, back: None }).unwrap()
}

/// A module with a page and two questions, of which nothing is wrong.
fn written(app: &App) -> OwnModule {
    let made = app.add_pack_module(NewModule { title: "The first call".to_owned() }).unwrap();
    let id = made.words.module_id.clone();
    assert!(!made.problems.is_empty() && made.pages[0].problems > 0, "what is empty is named");
    let mut words = made.words;
    words.summary = String::from("Whom you call first.");
    words.when = String::from("The first hour");
    words.outcomes = vec!["name the number".to_owned(), "leave the message".to_owned()];
    words.draw = 2;
    app.save_pack_module(words).unwrap();
    let first = app.pack_part(at(&id, PartKind::Page, 1)).unwrap();
    let first = save(app, &first, page("A message comes", BODY));
    assert_eq!((first.problems, first.unkept), (vec![], None));
    for (number, right) in [(1, [true, false, false]), (2, [true, true, false])] {
        add(app, &id, PartKind::Question);
        let part = app.pack_part(at(&id, PartKind::Question, number)).unwrap();
        assert!(!part.problems.is_empty());
        let part = save(app, &part, question("Whom do you call?", "the-first-call", &right));
        assert_eq!(part.problems, []);
    }
    app.pack_module(module(&id)).unwrap()
}

fn folder(made: &OwnModule) -> PathBuf {
    PathBuf::from(&made.folder)
}

fn load(at: &Path) -> BTreeMap<String, Vec<u8>> {
    eighteen_pack::load_dir(at).unwrap()
}

/// Rings, which is always right.
fn rings(question: &Question) -> Response {
    let ring = |parts: &[Part]| {
        let said = |part: &&Part| part.text == [Span::Text { text: "Ring".to_owned() }];
        parts.iter().find(said).unwrap().id.clone()
    };
    match &question.body {
        QuestionBody::Single { options } => Response::Single { choice: ring(options) },
        QuestionBody::Multiple { options } => Response::Multiple { choices: vec![ring(options)] },
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_module_is_written_tried_and_taken() {
    let files = Folder::new();
    let app = files.app();
    let made = written(&app);
    let id = made.words.module_id.as_str();
    assert_eq!((id, made.number, made.problems.as_slice()), ("the-first-call", 10, [].as_slice()));
    assert_eq!(app.pack_draft().unwrap().problems, []);
    // As a learner would meet it; nothing of it is kept.
    let seen = app.pack_preview(PreviewAt { module_id: id.to_owned(), position: 1 }).unwrap();
    assert_eq!((seen.title.as_deref(), seen.of), (Some("A message comes"), 1));
    assert!(matches!(&seen.blocks[1], Block::Decision { taken: None, .. }));
    let decision = |option: &str| TryDecision {
        module_id: id.to_owned(),
        step_id: "the-first-call".to_owned(),
        decision_id: "first".to_owned(),
        option_id: option.to_owned(),
    };
    let taken = app.try_pack_decision(decision("wait")).unwrap();
    assert_eq!(taken.consequences.len(), 2);
    assert_eq!(app.try_pack_decision(decision("run")).unwrap_err().code, ErrorCode::NotFound);
    let asked = app.pack_preview(PreviewAt { module_id: id.to_owned(), position: 2 }).unwrap();
    let Block::Check { question, feedback: None, .. } = &asked.blocks[0] else { panic!("asked") };
    assert_eq!(asked.blocks.len(), 2);
    let try_it = |choice: &str| TryQuestion {
        module_id: id.to_owned(),
        item_id: question.item_id.clone(),
        response: Response::Single { choice: choice.to_owned() },
        confidence: None,
    };
    let outcomes = ["p1", "p2", "p3"]
        .map(|choice| app.try_pack_question(try_it(choice)).unwrap().answered.explanation.outcome);
    assert_eq!(outcomes.iter().filter(|one| **one == Outcome::Right).count(), 1);
    assert!(app.startup().unwrap().learners.is_empty(), "nobody learned anything");
    // Somebody else takes it.
    let pack = load(&folder(&made));
    drop(app);
    let elsewhere = Folder::new();
    let learner = elsewhere.app_with(pack);
    begin(&learner, "Maya");
    finish_steps(&learner, id).unwrap();
    let result = take_check(&learner, id, rings).unwrap();
    assert_eq!(result.questions.len(), 2);
    assert!(learner.home().unwrap().modules.iter().any(|one| one.id == id));
}

#[test]
fn what_ships_is_seen_and_not_written() {
    let files = Folder::new();
    let app = files.app();
    let made = written(&app);
    let both = ChooseParts {
        module_ids: vec!["the-notice".to_owned()],
        inbox: false,
        story: false,
        assessment: false,
    };
    let draft = app.choose_pack_parts(both).unwrap();
    assert_eq!(draft.problems, [], "one's own stays beside what ships");
    assert_eq!(app.pack_module(module("the-notice")).unwrap_err().code, ErrorCode::NotFound);
    for position in 1..=app
        .pack_preview(PreviewAt { module_id: "the-notice".to_owned(), position: 1 })
        .unwrap()
        .of
    {
        let page = PreviewAt { module_id: "the-notice".to_owned(), position };
        assert!(!app.pack_preview(page).unwrap().blocks.is_empty());
    }
    let gone = app.remove_pack_module(module(&made.words.module_id)).unwrap();
    assert_eq!((gone.problems.len(), gone.modules.iter().filter(|one| one.chosen).count()), (0, 1));
    assert!(!load(&folder(&made)).keys().any(|path| path.contains("first-call")));
}

#[test]
fn parts_move_go_and_come_back_as_they_were() {
    let files = Folder::new();
    let app = files.app();
    let made = written(&app);
    let id = made.words.module_id.clone();
    let quiz = folder(&made).join(&made.quiz);
    let text = fs::read_to_string(&quiz).unwrap().replace("[[item]]", "# by hand\n[[item]]");
    fs::write(&quiz, &text).unwrap();
    let order = |module: &OwnModule| -> Vec<String> {
        module.questions.iter().map(|row| row.id.clone()).collect()
    };
    let rows = app.pack_module(module(&id)).unwrap();
    let second = at(&id, PartKind::Question, 2);
    let mark = rows.questions[1].mark.clone();
    let moved = app.move_pack_part(MovePart { at: second.clone(), mark, up: true }).unwrap();
    assert_eq!(order(&moved), order(&rows).into_iter().rev().collect::<Vec<_>>());
    let mark = moved.questions[0].mark.clone();
    let first = at(&id, PartKind::Question, 1);
    app.move_pack_part(MovePart { at: first.clone(), mark, up: false }).unwrap();
    assert_eq!(fs::read_to_string(&quiz).unwrap(), text, "the same bytes");
    let mark = rows.questions[0].mark.clone();
    let gone = app.remove_pack_part(RemovePart { at: first, mark: mark.clone() }).unwrap();
    assert!(gone.part.text.starts_with("# by hand\n[[item]]"));
    assert_eq!(order(&gone.module), order(&rows)[1..]);
    let stale = RemovePart { at: second, mark };
    assert_eq!(app.remove_pack_part(stale).unwrap_err().code, ErrorCode::DraftChanged);
    let back = AddPart { module_id: id, kind: PartKind::Question, back: Some(gone.part) };
    assert_eq!(order(&app.add_pack_part(back).unwrap()), order(&rows));
    assert_eq!(fs::read_to_string(&quiz).unwrap(), text);
}

#[test]
fn nothing_is_written_over_what_an_editor_wrote() {
    let files = Folder::new();
    let app = files.app();
    let made = written(&app);
    let id = made.words.module_id.as_str();
    let lesson = folder(&made).join(&made.lesson);
    let part = app.pack_part(at(id, PartKind::Page, 1)).unwrap();
    let other = fs::read_to_string(&lesson).unwrap().replace("0800", "0801");
    fs::write(&lesson, &other).unwrap();
    let late = SavePart { at: part.at, mark: part.mark, words: page("Mine", "Mine.") };
    assert_eq!(app.save_pack_part(late).unwrap_err().code, ErrorCode::DraftChanged);
    assert_eq!(fs::read_to_string(&lesson).unwrap(), other);
    // What a form does not show is changed as text, and stays.
    let quiz = folder(&made).join(&made.quiz);
    let by_hand = fs::read_to_string(&quiz).unwrap().replacen("covers", "# why\ncovers", 1);
    fs::write(&quiz, &by_hand).unwrap();
    let part = app.pack_part(at(id, PartKind::Question, 1)).unwrap();
    let PartWords::Text { text } = &part.words else { panic!("as text") };
    let changed = PartWords::Text { text: text.replace("Whom do", "Whom would") };
    assert_eq!(save(&app, &part, changed).problems, []);
    assert!(fs::read_to_string(&quiz).unwrap().contains("# why\ncovers"));
    fs::write(&lesson, b"\xff").unwrap();
    assert_eq!(app.pack_part(at(id, PartKind::Page, 1)).unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn hostile_words_meet_the_check_and_leave_the_other_pages_alone() {
    let files = Folder::new();
    let app = files.app();
    let made = written(&app);
    let id = made.words.module_id.as_str();
    add(&app, id, PartKind::Page);
    let lesson = folder(&made).join(&made.lesson);
    let two = app.pack_module(module(id)).unwrap();
    let mut part = app.pack_part(at(id, PartKind::Page, 1)).unwrap();
    for (body, code, line) in [
        ("Fine.\n\n<script>alert(1)</script>", "raw-html", Some(3)),
        ("One \u{202e}two.", "bidi-control", Some(1)),
        ("[here](https://evil.example)", "link", Some(1)),
        ("![x](https://evil.example/x.png)", "image", Some(1)),
        ("<img src=x onerror=alert(1)>", "raw-html", Some(1)),
        ("```decision\nask = \"\n```", "toml-syntax", Some(2)),
    ] {
        part = save(&app, &part, page("A", body));
        let found = part.problems.iter().find(|problem| problem.code == code);
        let found = found.unwrap_or_else(|| panic!("{code}: {:?}", part.problems));
        assert_eq!((found.line, part.unkept), (line, None), "{body}");
        let shown = serde_json::to_string(&part.shown).unwrap();
        assert!(!shown.contains("alert") && !shown.contains("evil.example"), "{shown}");
    }
    let many = "Word ".repeat(140);
    part = save(&app, &part, page("A", &many));
    let found = part.problems.iter().find(|problem| problem.code == "long-step").unwrap();
    assert_eq!(found.values, ["140", "120"], "{found:?}");
    let long = "word ".repeat(14_000);
    let late = SavePart { at: part.at.clone(), mark: part.mark.clone(), words: page("A", &long) };
    assert_eq!(app.save_pack_part(late).unwrap_err().code, ErrorCode::ResponseInvalid);
    let before = fs::read_to_string(&lesson).unwrap();
    for (body, why) in [
        ("One.\n\n## Two {#two}", Unkept::SecondHeading),
        ("One.\n\n```check\n", Unkept::OpenBlock),
    ] {
        let kept = save(&app, &part, page("A", body));
        assert_eq!((kept.unkept, &kept.mark), (Some(why), &part.mark));
        assert!(matches!(kept.words, PartWords::Page { body: written, .. } if written == body));
    }
    assert_eq!(fs::read_to_string(&lesson).unwrap(), before, "nothing was written");
    let part = app.pack_part(at(id, PartKind::Question, 1)).unwrap();
    let open = PartWords::Text { text: "[[item]]\n\n[[item]]".to_owned() };
    assert_eq!(save(&app, &part, open).unkept, Some(Unkept::NotOneQuestion));
    let quoted = question("\"]\n[policy]\nask = \"", "the-first-call", &[true, false]);
    let part = save(&app, &part, quoted);
    assert!(matches!(&part.words, PartWords::Question { ask, .. } if ask.starts_with("\"]\n[")));
    let after = app.pack_module(module(id)).unwrap();
    assert_eq!(after.questions.len(), 2, "words of a question are no table");
    assert_eq!(after.pages[1].mark, two.pages[1].mark);
}

#[test]
fn questions_of_other_programs_are_looked_at_and_then_taken_or_not() {
    let files = Folder::new();
    let id = {
        let app = files.app();
        written(&app).words.module_id
    };
    let bank = files.dir.path().join("bank.gift");
    let gift = "::Whom:: Whom do you call? {=The desk # It knows.~The sender # It lies.}\n\nAn essay {}\n\n\
                ::No reason:: What is lost? {=Time~Money}\n";
    fs::write(&bank, gift).unwrap();
    let app = files.app_opening(vec![bank.clone()]);
    let before = load(&folder(&app.pack_module(module(&id)).unwrap()));
    assert_eq!(app.take_questions(module(&id)).unwrap_err().code, ErrorCode::NotFound);
    let found = app.look_at_questions(module(&id)).unwrap().unwrap();
    assert_eq!((found.file.as_str(), found.form.as_str()), ("bank.gift", "GIFT"));
    let to_do: Vec<_> =
        found.questions.iter().map(|one| (one.line, one.to_do.is_empty())).collect();
    assert_eq!(to_do, [(1, true), (5, false)]);
    assert_eq!((found.left.len(), found.left[0].line, found.module), (1, 3, None));
    let at = folder(&app.pack_module(module(&id)).unwrap());
    assert_eq!(load(&at), before, "nothing is written by looking");
    let taken = app.take_questions(module(&id)).unwrap();
    let after = taken.module.unwrap();
    assert_eq!(after.questions.len(), 4);
    assert_eq!(
        (after.questions[2].problems, after.questions[2].title.as_str()),
        (0, "Whom do you call?")
    );
    assert!(after.questions[3].problems > 0);
    let third =
        app.pack_part(PartAt { module_id: id.clone(), kind: PartKind::Question, position: 3 });
    assert!(matches!(third.unwrap().words, PartWords::Question { .. }), "the form shows it");
    assert_eq!(app.take_questions(module(&id)).unwrap_err().code, ErrorCode::NotFound, "once");
    fs::write(&bank, "<?xml version=\"1.0\"?><!DOCTYPE quiz><quiz/>").unwrap();
    assert_eq!(app.look_at_questions(module(&id)).unwrap_err().code, ErrorCode::QuestionsRefused);
}
