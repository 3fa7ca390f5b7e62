//! The ultimatum: a run from its beginning to its debrief, on the story of the fixture pack.

use std::collections::BTreeMap;
use std::path::Path;

use eighteen_app::{
    App, ErrorCode,
    wire::{
        content::{Span, Text},
        story::{
            OpenRun, ReplayRun, RunDecision, RunStage, RunView, SaveRunReflection, StartRun,
            StoryStance,
        },
    },
};

use crate::support::{Folder, begin};

type Files = BTreeMap<String, Vec<u8>>;

fn fixture() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/packs/v1");
    eighteen_pack::load_dir(&folder).unwrap()
}

/// The fixture with one text of the clerk's script replaced by another.
fn changed(from: &str, to: &str) -> Files {
    let mut files = fixture();
    let text = String::from_utf8(files["story/clerk.toml"].clone()).unwrap();
    assert!(text.contains(from));
    files.insert("story/clerk.toml".into(), text.replace(from, to).into_bytes());
    files
}

/// The app after it was stopped, with perhaps another pack.
fn again(folder: &Folder, files: Files) -> App {
    let app = folder.app_with(files);
    app.startup().unwrap();
    app
}

/// A learner with a run of a role.
fn started(role_id: &str) -> (Folder, App, RunView) {
    let folder = Folder::new();
    let app = folder.app_with(fixture());
    begin(&app, "Maya");
    let view = app.start_run(StartRun { role_id: role_id.to_owned() }).unwrap();
    (folder, app, view)
}

fn open(run_id: &str) -> OpenRun {
    OpenRun { run_id: run_id.to_owned() }
}

fn decide(app: &App, view: &RunView, option: &str) -> RunView {
    app.decide_in_run(decision(view, view.position, option)).unwrap()
}

fn decision(view: &RunView, position: u32, option: &str) -> RunDecision {
    RunDecision {
        run_id: view.run_id.clone(),
        position,
        option: option.to_owned(),
        elapsed_ms: 4_000,
    }
}

/// Decides and goes on.
fn pass(app: &App, view: &RunView, option: &str) -> RunView {
    decide(app, view, option);
    app.go_on_in_run(open(&view.run_id)).unwrap()
}

fn words(text: &Text) -> String {
    let words = text.iter().map(|span| match span {
        Span::Text { text }
        | Span::Strong { text }
        | Span::Emphasis { text }
        | Span::Code { text }
        | Span::Claim { text, .. }
        | Span::Term { text, .. }
        | Span::Step { text, .. } => text.as_str(),
    });
    words.collect()
}

fn levels(view: &RunView) -> Vec<u8> {
    view.meters.iter().map(|meter| meter.level).collect()
}

#[test]
fn a_run_goes_from_scene_to_consequence_to_debrief() {
    let (_folder, app, first) = started("clerk");
    assert_eq!((first.at.as_str(), first.position, first.of), ("2023-06-01T08:10:00", 1, 3));
    assert!(matches!(&first.stage, RunStage::Scene { messages, options, .. }
        if messages.len() == 2 && options.len() == 2));
    assert_eq!(first.deadline, None, "nothing was named yet");
    assert_eq!(levels(&first), [6, 4, 6, 2]);

    let told = decide(&app, &first, "p1");
    let RunStage::Consequence { then, moves, is_last, .. } = &told.stage else {
        panic!("the consequence comes first: {:?}", told.stage);
    };
    assert_eq!(words(then), "She writes it down and thanks you.");
    assert_eq!((moves[0].from, moves[0].to), (6, 7));
    assert_eq!(moves[0].why, "somebody asked and was told");
    assert!(!is_last);
    assert_eq!(told.at, first.at, "still in the scene that was decided");

    let second = app.go_on_in_run(open(&first.run_id)).unwrap();
    assert_eq!((second.at.as_str(), second.position), ("2023-06-06T16:40:00", 2));
    assert_eq!(second.log.len(), 1);
    let third = pass(&app, &second, "p1");
    assert_eq!(levels(&third), [7, 2, 6, 3]);
    let named = third.deadline.as_ref().unwrap();
    assert_eq!(
        (named.day.as_str(), named.full_days_left),
        ("2023-06-14", None),
        "the day has come"
    );

    let last = decide(&app, &third, "p1");
    assert!(matches!(last.stage, RunStage::Consequence { is_last: true, .. }));
    assert_eq!(app.run_debrief(open(&first.run_id)).unwrap_err().code, ErrorCode::NotFound);
    let over = app.go_on_in_run(open(&first.run_id)).unwrap();
    assert_eq!(over.stage, RunStage::Finished);
    let debrief = app.run_debrief(open(&first.run_id)).unwrap();
    assert_eq!(debrief.end_title, "They heard it from you");
    assert_eq!(debrief.decisions.len(), 3);
    assert_eq!(debrief.decisions[0].stance, StoryStance::Advised);
    assert_eq!(debrief.pattern.better, ["Staff trust", "Data exposure"]);
    assert!(debrief.claims.iter().any(|claim| claim.id == "one-server"));
    assert!(debrief.may_replay && !debrief.changed);
    let closed = app.decide_in_run(decision(&third, 3, "p2")).unwrap_err();
    assert_eq!(closed.code, ErrorCode::AttemptClosed);
}

#[test]
fn the_days_that_are_left_follow_from_what_was_named_by_then() {
    let (_folder, app, view) = started("owner");
    let second = pass(&app, &view, "p1");
    assert_eq!(second.at, "2023-06-06T21:00:00");
    let named = second.deadline.as_ref().unwrap();
    assert_eq!((named.day.as_str(), named.full_days_left), ("2023-06-12", Some(5)));
    let third = pass(&app, &second, "p1");
    let named = third.deadline.as_ref().unwrap();
    assert_eq!((named.day.as_str(), named.full_days_left), ("2023-06-14", Some(0)));
}

/// Everything that only the debrief may say.
fn secrets() -> Vec<String> {
    let (pack, _) = eighteen_pack::read(&fixture());
    let story = pack.unwrap().story.unwrap();
    let mut secrets =
        vec!["stance".to_owned(), "advised".into(), "\"advice\":".into(), "\"go\"".into()];
    for scene in story.roles.iter().flat_map(|role| &role.scenes) {
        secrets.push(eighteen_pack::plain(&scene.advice.text));
        secrets.extend(scene.options.iter().map(|option| format!("\"id\":\"{}\"", option.id)));
    }
    for end in story.roles.iter().flat_map(|role| &role.ends) {
        secrets.extend([end.title.clone(), eighteen_pack::plain(&end.text)]);
    }
    secrets.extend(story.after.iter().map(|text| eighteen_pack::plain(text)));
    secrets
}

fn assert_silent(what: &str, value: &impl serde::Serialize, secrets: &[String]) {
    let json = serde_json::to_string(value).unwrap();
    for secret in secrets {
        assert!(!json.contains(secret), "{what} says {secret}: {json}");
    }
}

#[test]
fn nothing_of_a_consequence_is_said_before_the_choice_and_nothing_of_hindsight_before_the_debrief()
{
    let (pack, _) = eighteen_pack::read(&fixture());
    let story = pack.unwrap().story.unwrap();
    let secrets = secrets();
    for role in &story.roles {
        let (_folder, app, mut view) = started(&role.id);
        assert_silent("the start page", &app.story_start().unwrap(), &secrets);
        loop {
            let scene = role.scenes.iter().find(|scene| {
                matches!(&view.stage, RunStage::Scene { ask, .. } if words(ask) == eighteen_pack::plain(&scene.ask))
            });
            let scene = scene.unwrap();
            assert_silent(&scene.id, &view, &secrets);
            let json = serde_json::to_string(&view).unwrap();
            for option in &scene.options {
                assert!(!json.contains(&eighteen_pack::plain(&option.then)), "{}", option.id);
                for change in &option.changes {
                    assert!(!json.contains(&change.why), "{}: {}", option.id, change.why);
                }
            }
            assert!(!json.contains("\"kind\":\"claim\""), "no card of a claim: {json}");
            let told = decide(&app, &view, "p1");
            assert_silent("a consequence", &told, &secrets);
            view = app.go_on_in_run(open(&view.run_id)).unwrap();
            if view.stage == RunStage::Finished {
                break;
            }
        }
    }
}

#[test]
fn what_is_known_is_what_was_known_at_that_moment() {
    let (_folder, app, view) = started("owner");
    let facts = |view: &RunView| -> Vec<String> {
        view.known.iter().map(|fact| words(&fact.text)).collect()
    };
    assert_eq!(facts(&view), ["So far we know of a theft. Nobody knows how large it is."]);
    assert!(!view.known[0].claimed && !view.known[0].sources.is_empty());
    let second = pass(&app, &view, "p1");
    assert_eq!(facts(&second), ["The gang says that it deleted the files of public bodies."]);
    assert!(second.known[0].claimed, "and it says who says so");
}

#[test]
fn one_step_back_until_the_next_choice_and_what_was_taken_back_stays() {
    let (_folder, app, first) = started("clerk");
    assert!(!first.may_step_back);
    let nothing = app.step_back_in_run(open(&first.run_id)).unwrap_err();
    assert_eq!(nothing.code, ErrorCode::NotFound);

    let told = decide(&app, &first, "p2");
    assert!(told.may_step_back);
    let back = app.step_back_in_run(open(&first.run_id)).unwrap();
    assert!(matches!(back.stage, RunStage::Scene { .. }));
    assert_eq!((back.position, levels(&back), back.may_step_back), (1, levels(&first), false));
    assert!(app.step_back_in_run(open(&first.run_id)).is_err(), "one step, not two");

    // From the next scene too, until its choice is made.
    let second = pass(&app, &back, "p1");
    assert!(second.may_step_back);
    let again = app.step_back_in_run(open(&first.run_id)).unwrap();
    assert_eq!(again.position, 1);
    let mut view = again;
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p1");
    }
    let debrief = app.run_debrief(open(&first.run_id)).unwrap();
    let back: Vec<String> = debrief.decisions[0].taken_back.iter().map(words).collect();
    assert_eq!(back, ["Nobody yet.", "Ines, at once."], "both were kept");
    assert!(debrief.decisions[1].taken_back.is_empty());
    assert_eq!(
        app.step_back_in_run(open(&first.run_id)).unwrap_err().code,
        ErrorCode::AttemptClosed
    );
}

#[test]
fn a_choice_that_comes_twice_is_one_choice_and_others_do_not_fit() {
    let (_folder, app, first) = started("clerk");
    let told = decide(&app, &first, "p1");
    assert_eq!(app.decide_in_run(decision(&first, 1, "p1")).unwrap(), told);
    for (position, option) in
        [(1, "p2"), (3, "p1"), (0, "p1"), (2, "p3"), (2, "p0"), (2, "tell"), (2, "")]
    {
        let error = app.decide_in_run(decision(&first, position, option)).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotFound, "{position} {option}");
    }
}

#[test]
fn a_run_is_where_it_was_after_the_app_was_stopped() {
    let (folder, app, first) = started("clerk");
    let run_id = first.run_id.clone();
    let told = decide(&app, &first, "p2");
    drop(app);
    let app = again(&folder, fixture());
    assert_eq!(app.open_run(open(&run_id)).unwrap(), told, "at the consequence");
    let second = app.go_on_in_run(open(&run_id)).unwrap();
    drop(app);
    let app = again(&folder, fixture());
    assert_eq!(app.open_run(open(&run_id)).unwrap(), second, "at the scene");
    let start = app.story_start().unwrap();
    assert_eq!((start.runs[0].run_id.as_str(), start.runs[0].decided), (run_id.as_str(), 1));
    assert_eq!(app.home().unwrap().story.unwrap().open.unwrap().run_id, run_id);
}

#[test]
fn a_replay_shares_the_choices_before_its_decision_and_leaves_the_old_run_alone() {
    let (_folder, app, first) = started("clerk");
    let mut view = first.clone();
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p1");
    }
    let old = app.run_debrief(open(&first.run_id)).unwrap();
    let ask = |position| ReplayRun { run_id: first.run_id.clone(), position };
    let replay = app.replay_run(ask(2)).unwrap();
    assert_ne!(replay.run_id, first.run_id);
    assert_eq!((replay.position, replay.log.len()), (2, 1));
    assert!(replay.log[0].shared && !replay.may_step_back);
    let mut view = replay;
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p2");
    }
    let new = app.run_debrief(open(&view.run_id)).unwrap();
    assert_eq!(new.end_title, "They heard it on the radio");
    assert_eq!(new.run.replay_from, Some(2));
    assert!(new.decisions[0].shared && !new.decisions[1].shared);
    assert_eq!(app.run_debrief(open(&first.run_id)).unwrap(), old);
    for position in [0, 4] {
        assert_eq!(app.replay_run(ask(position)).unwrap_err().code, ErrorCode::NotFound);
    }
    let runs = app.story_start().unwrap().runs;
    assert_eq!(
        runs.iter().map(|run| run.run_id.clone()).collect::<Vec<_>>(),
        [view.run_id, first.run_id]
    );
}

#[test]
fn the_debrief_names_the_paths_not_taken_with_their_ends() {
    let (_folder, app, first) = started("owner");
    let mut view = first.clone();
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p1");
    }
    let debrief = app.run_debrief(open(&first.run_id)).unwrap();
    let paths: Vec<_> = debrief
        .decisions
        .iter()
        .flat_map(|decision| &decision.not_taken)
        .map(|path| (words(&path.text), path.rejoins, path.ends.join(" / ")))
        .collect();
    let path = |text: &str, rejoins, ends: &str| (text.to_owned(), rejoins, ends.to_owned());
    assert_eq!(
        paths,
        [
            path("Nobody before Monday.", true, "Nothing was paid / A week late"),
            path("No, tomorrow with a plan.", false, "A week late"),
            path("Let us think about it tonight.", true, "Nothing was paid"),
        ]
    );
}

#[test]
fn an_open_run_of_a_changed_script_goes_on_from_the_last_decision_that_still_exists() {
    let (folder, app, first) = started("clerk");
    let second = pass(&app, &first, "p1");
    pass(&app, &second, "p1");
    drop(app);

    // The second decision has another option by now; the first is as it was.
    let app = again(&folder, changed("id = \"all\"", "id = \"everything\""));
    let view = app.open_run(open(&first.run_id)).unwrap();
    assert_eq!(view.stage, RunStage::Changed { go_on_from: Some(2) });
    assert_eq!(view.log.len(), 2, "it can be read as it was");
    let refused = app.decide_in_run(decision(&first, 3, "p1")).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    let on = app.replay_run(ReplayRun { run_id: first.run_id.clone(), position: 2 }).unwrap();
    assert!(matches!(on.stage, RunStage::Scene { .. }));
    assert_eq!((on.position, on.log.len()), (2, 1));
    drop(app);

    // Nothing but a word has changed: all that was decided still exists.
    let app = again(&folder, changed("The drivers keep the page", "The drivers pin the page"));
    let view = app.open_run(open(&first.run_id)).unwrap();
    assert_eq!(view.stage, RunStage::Changed { go_on_from: Some(3) });
    drop(app);

    // The pack has no story at all.
    let mut bare = fixture();
    bare.retain(|path, _| !path.starts_with("story/"));
    let text = String::from_utf8(bare["pack.toml"].clone()).unwrap();
    let text = text.replace("story = \"story/story.toml\"\n", "");
    bare.insert("pack.toml".into(), text.into_bytes());
    let app = again(&folder, bare);
    assert_eq!(
        app.open_run(open(&first.run_id)).unwrap().stage,
        RunStage::Changed { go_on_from: None }
    );
    assert_eq!(app.story_start().unwrap_err().code, ErrorCode::NotFound);
    assert_eq!(app.home().unwrap().story, None);
    assert!(!app.startup().unwrap().course.has_story);
}

#[test]
fn a_finished_run_keeps_its_words_when_the_script_changes() {
    let (folder, app, first) = started("clerk");
    let mut view = first.clone();
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p1");
    }
    let before = app.run_debrief(open(&first.run_id)).unwrap();
    drop(app);
    let app = again(&folder, changed("She writes it down and thanks you.", "She laughs."));
    let after = app.run_debrief(open(&first.run_id)).unwrap();
    assert_eq!(after.decisions, before.decisions);
    assert!(after.changed && after.may_replay);
}

#[test]
fn reflections_are_kept_for_their_writer_and_no_other() {
    let (_folder, app, first) = started("clerk");
    let save = |id: &str, text: &str| {
        app.save_run_reflection(SaveRunReflection {
            run_id: first.run_id.clone(),
            reflection_id: id.to_owned(),
            text: text.to_owned(),
        })
    };
    assert!(save("hardest", "Too early").is_err(), "before the debrief nothing is asked");
    let mut view = first.clone();
    while view.stage != RunStage::Finished {
        view = pass(&app, &view, "p1");
    }
    save("hardest", "The first one.").unwrap();
    assert_eq!(save("nowhere", "x").unwrap_err().code, ErrorCode::NotFound);
    let long = "x".repeat(4_001);
    assert_eq!(save("hardest", &long).unwrap_err().code, ErrorCode::ResponseInvalid);
    let debrief = app.run_debrief(open(&first.run_id)).unwrap();
    assert_eq!(debrief.reflections[0].written, "The first one.");
    begin(&app, "Ben");
    assert!(app.story_start().unwrap().runs.is_empty());
    for error in [
        app.run_debrief(open(&first.run_id)).unwrap_err(),
        app.open_run(open(&first.run_id)).unwrap_err(),
        app.step_back_in_run(open(&first.run_id)).unwrap_err(),
        app.replay_run(ReplayRun { run_id: first.run_id.clone(), position: 1 }).unwrap_err(),
        save("hardest", "Mine now").unwrap_err(),
    ] {
        assert_eq!(error.code, ErrorCode::NotFound);
    }
}

#[test]
fn a_newcomer_becomes_a_learner_with_the_first_run() {
    let folder = Folder::new();
    let app = again(&folder, fixture());
    assert!(app.story_start().unwrap().runs.is_empty());
    let view = app.start_run(StartRun { role_id: "owner".to_owned() }).unwrap();
    assert!(app.startup().unwrap().current.is_some());
    assert_eq!(app.open_run(open(&view.run_id)).unwrap(), view);
    let error = app.start_run(StartRun { role_id: "king".to_owned() }).unwrap_err();
    assert_eq!(error.code, ErrorCode::NotFound);
}
