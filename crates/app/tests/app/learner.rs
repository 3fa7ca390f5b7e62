//! First run, home, steps, practice, reflections, several learners.

use eighteen_app::{
    ErrorCode,
    wire::{
        content::Block,
        learner::{
            AnswerPractice, ChooseLearner, FinishStep, ModuleState, NameLearner, NextUp,
            OpenModule, OpenStep, SaveReflection,
        },
        question::Outcome,
        settings::{Settings, Theme},
    },
};
use eighteen_testkit::{finish_steps, right_response, some_response, take_check};

use crate::support::{Folder, MODULE, begin, decide};

fn open(app: &eighteen_app::App, step_id: Option<&str>) -> eighteen_app::wire::learner::StepView {
    app.open_step(OpenStep { module_id: MODULE.to_owned(), step_id: step_id.map(str::to_owned) })
        .unwrap()
}

#[test]
fn a_newcomer_decides_before_anybody_asks_for_a_name() {
    let folder = Folder::new();
    let app = folder.app();
    let startup = app.startup().unwrap();
    assert!(startup.learners.is_empty() && startup.current.is_none());
    assert_eq!(startup.opening.step_number, 1);
    let id = decide(&app);
    let startup = app.startup().unwrap();
    assert_eq!(startup.current.as_ref().map(|learner| &learner.id), Some(&id));
    assert_eq!(startup.current.unwrap().name, None);
}

#[test]
fn opening_a_step_without_answering_keeps_nobody() {
    let folder = Folder::new();
    let app = folder.app();
    open(&app, None);
    assert!(app.startup().unwrap().learners.is_empty());
}

#[test]
fn a_step_says_nothing_of_consequences_until_the_decision_is_saved() {
    let folder = Folder::new();
    let app = folder.app();
    let before = serde_json::to_string(&open(&app, None)).unwrap();
    assert!(!before.contains("consequences"), "{before}");
    decide(&app);
    let after = open(&app, None);
    let taken = after.blocks.iter().find_map(|block| match block {
        Block::Decision { taken, options, .. } => Some((taken.clone(), options.len())),
        _ => None,
    });
    let (taken, options) = taken.unwrap();
    let taken = taken.unwrap();
    assert_eq!(taken.consequences.len(), options);
    assert!(!taken.claims.is_empty(), "what follows rests on claims, and brings them");
}

#[test]
fn a_learner_comes_back_to_the_step_where_she_stopped() {
    let folder = Folder::new();
    let third = {
        let app = folder.app();
        begin(&app, "Maya");
        let first = open(&app, None);
        let second = first.next_step.unwrap();
        let third = open(&app, Some(&second)).next_step.unwrap();
        open(&app, Some(&third)).step_id
    };
    let app = folder.app();
    assert_eq!(app.startup().unwrap().current.unwrap().name.as_deref(), Some("Maya"));
    assert_eq!(open(&app, None).step_id, third);
    match app.home().unwrap().next {
        Some(NextUp::Step { link, fresh, .. }) => {
            assert_eq!((link.step_id, fresh), (third, false));
        }
        other => panic!("Home goes on elsewhere: {other:?}"),
    }
}

#[test]
fn finishing_every_step_leads_to_the_check() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let steps = finish_steps(&app, MODULE).unwrap();
    let overview = app.module_overview(OpenModule { module_id: MODULE.to_owned() }).unwrap();
    assert_eq!(overview.card.steps_done, steps);
    assert_eq!(overview.card.state, ModuleState::StepsDone);
    assert!(matches!(overview.next, Some(NextUp::StartCheck { .. })), "{:?}", overview.next);
    assert!(!overview.sources.is_empty() && overview.outcomes.len() >= 2);
}

#[test]
fn passing_the_check_completes_the_module_and_home_goes_on_to_the_next() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    finish_steps(&app, MODULE).unwrap();
    let result = take_check(&app, MODULE, right_response).unwrap();
    assert!(result.summary.passed);
    let home = app.home().unwrap();
    assert_eq!(home.modules[0].state, ModuleState::Completed);
    assert_eq!(home.modules[0].minutes_left, 0);
    assert_eq!(home.recent.len(), 1);
    match home.next {
        Some(NextUp::Step { link, fresh, .. }) => {
            assert_eq!((link.module_id, fresh), (home.modules[1].id.clone(), true));
        }
        other => panic!("Home goes on elsewhere: {other:?}"),
    }
}

#[test]
fn practice_is_explained_at_once_and_found_again() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let mut step_id = Some(open(&app, None).step_id);
    let mut answered = 0;
    while let Some(id) = step_id {
        let view = open(&app, Some(&id));
        for block in &view.blocks {
            let Block::Check { question, feedback, .. } = block else { continue };
            assert!(feedback.is_none());
            let saved = app
                .answer_practice(AnswerPractice {
                    module_id: MODULE.to_owned(),
                    step_id: id.clone(),
                    item_id: question.item_id.clone(),
                    response: right_response(question),
                    confidence: None,
                    elapsed_ms: 9_000,
                })
                .unwrap();
            assert_eq!(saved.answered.explanation.outcome, Outcome::Right);
            assert!(saved.answered.explanation.parts.iter().all(|part| !part.why.is_empty()));
            answered += 1;
            assert!(
                open(&app, Some(&id)).blocks.iter().any(|again| matches!(
                    again,
                    Block::Check { feedback: Some(_), answered: 1, .. }
                ))
            );
        }
        step_id = view.next_step;
    }
    assert!(answered >= 2, "the module has practice questions");
    assert_eq!(app.my_record().unwrap().practice_answers, answered);
}

#[test]
fn a_reflection_is_kept_replaced_and_erased() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    let (step_id, reflection_id) = find_reflection(&app);
    let save = |text: &str| {
        app.save_reflection(SaveReflection {
            module_id: MODULE.to_owned(),
            step_id: step_id.clone(),
            reflection_id: reflection_id.clone(),
            text: text.to_owned(),
        })
    };
    save("first thought").unwrap();
    save("second thought").unwrap();
    let record = app.my_record().unwrap();
    assert_eq!(record.reflections.len(), 1);
    assert_eq!(record.reflections[0].written, "second thought");
    save("").unwrap();
    assert!(app.my_record().unwrap().reflections.is_empty());
    assert_eq!(save(&"x".repeat(4_001)).unwrap_err().code, ErrorCode::ResponseInvalid);
}

fn find_reflection(app: &eighteen_app::App) -> (String, String) {
    let mut step_id = Some(open(app, None).step_id);
    while let Some(id) = step_id {
        let view = open(app, Some(&id));
        for block in &view.blocks {
            if let Block::Reflection { id: reflection, .. } = block {
                return (id, reflection.clone());
            }
        }
        step_id = view.next_step;
    }
    panic!("the module has a reflection");
}

#[test]
fn several_learners_share_a_computer_and_see_only_their_own() {
    let folder = Folder::new();
    {
        let app = folder.app();
        begin(&app, "Maya");
        finish_steps(&app, MODULE).unwrap();
        take_check(&app, MODULE, some_response).unwrap();
        begin(&app, "Noor");
        assert!(app.my_record().unwrap().attempts.is_empty());
    }
    let app = folder.app();
    let startup = app.startup().unwrap();
    assert_eq!(startup.learners.len(), 2);
    assert!(startup.current.is_none(), "with two learners nobody is guessed");
    let maya = startup.learners.iter().find(|one| one.name.as_deref() == Some("Maya")).unwrap();
    app.choose_learner(ChooseLearner { learner_id: Some(maya.id.clone()) }).unwrap();
    assert_eq!(app.my_record().unwrap().attempts.len(), 1);
    let missing = app.choose_learner(ChooseLearner { learner_id: Some("nobody".into()) });
    assert_eq!(missing.unwrap_err().code, ErrorCode::NotFound);
}

#[test]
fn names_are_trimmed_unique_and_of_sensible_length() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "  Maya   Okafor ");
    assert_eq!(app.startup().unwrap().current.unwrap().name.as_deref(), Some("Maya Okafor"));
    app.choose_learner(ChooseLearner { learner_id: None }).unwrap();
    decide(&app);
    for (name, code) in [
        ("", ErrorCode::NameInvalid),
        ("   ", ErrorCode::NameInvalid),
        (&"x".repeat(81), ErrorCode::NameInvalid),
        ("a\u{7}b", ErrorCode::NameInvalid),
        ("maya okafor", ErrorCode::NameTaken),
    ] {
        let refused = app.name_learner(NameLearner { name: name.to_owned() }).unwrap_err();
        assert_eq!(refused.code, code, "{name:?}");
    }
    app.name_learner(NameLearner { name: "'; DROP TABLE learners; --".into() }).unwrap();
    assert_eq!(app.startup().unwrap().learners.len(), 2);
}

#[test]
fn settings_are_kept_and_bounded() {
    let folder = Folder::new();
    let kept = {
        let app = folder.app();
        let settings = Settings { text_percent: 900, theme: Theme::Dark, ..Settings::default() };
        app.save_settings(settings).unwrap()
    };
    assert_eq!(kept.text_percent, 200);
    assert_eq!(folder.app().startup().unwrap().settings, kept);
}

#[test]
fn what_does_not_exist_is_not_found() {
    let folder = Folder::new();
    let app = folder.app();
    let nowhere = app.open_step(OpenStep { module_id: "nowhere".into(), step_id: None });
    assert_eq!(nowhere.unwrap_err().code, ErrorCode::NotFound);
    let step = app.finish_step(FinishStep {
        module_id: MODULE.into(),
        step_id: "nowhere".into(),
        elapsed_ms: 1,
    });
    assert_eq!(step.unwrap_err().code, ErrorCode::NotFound);
    assert!(app.startup().unwrap().learners.is_empty(), "a refused action makes no learner");
}
