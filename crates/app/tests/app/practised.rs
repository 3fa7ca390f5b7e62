//! What practice gives to a trainer: what is collected and what is not, what the learner sees of it, and what the
//! reports say.

use chrono::Duration;
use eighteen_app::{
    App, Cohort, ErrorCode, forks_table, inbox_table, lasted_table, misconceptions_table,
    wire::{
        among::Among,
        inbox::{InboxJudgement, InboxOutcome, JudgeMessage, MarkSpots, OpenInboxMessage},
        practised::{ForkReport, ShareChoices},
        question::Outcome,
        refresher::{AnswerCard, AskCard, CardTurn, Sitting},
        story::{OpenRun, ReplayRun, RunDecision, RunStage, StartRun},
        trainer::{AskQuestions, NewWorksCouncilStore, Passphrase},
    },
};
use eighteen_testkit::{right_response, take_check, wrong_response};

use crate::support::{Folder, MODULE, PASSPHRASE, begin};

fn make_store(app: &App) {
    app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
    app.trainer_overview(Among::default()).unwrap();
}

/// Plays a role to its debrief; takes the first decision back once and decides otherwise.
fn play(app: &App, role_id: &str, step_back: bool) -> String {
    let mut view = app.start_run(StartRun { role_id: role_id.to_owned() }).unwrap();
    let run_id = view.run_id.clone();
    let open = || OpenRun { run_id: run_id.clone() };
    let decide = |position, option: &str| {
        let option = option.to_owned();
        let decision = RunDecision { run_id: run_id.clone(), position, option, elapsed_ms: 4_900 };
        app.decide_in_run(decision).unwrap();
    };
    if step_back {
        decide(1, "p2");
        app.step_back_in_run(open()).unwrap();
    }
    while matches!(view.stage, RunStage::Scene { .. }) {
        decide(view.position, "p1");
        view = app.go_on_in_run(open()).unwrap();
    }
    assert!(matches!(view.stage, RunStage::Finished));
    run_id
}

pub(crate) fn judge_a_round(app: &App, judgement: InboxJudgement, but_for: u32) {
    let mut view = app.start_inbox_round().unwrap();
    for position in 1..=u32::try_from(view.rows.len()).unwrap() - but_for {
        let round_id = view.round_id.clone();
        let open = OpenInboxMessage { round_id: round_id.clone(), position };
        app.open_inbox_message(open).unwrap();
        let judge =
            JudgeMessage { round_id: round_id.clone(), position, judgement, elapsed_ms: 2_000 };
        app.judge_message(judge).unwrap();
        view = app.mark_spots(MarkSpots { round_id, position, spots: Vec::new() }).unwrap();
    }
}

/// Answers every card that is due.
pub(crate) fn refresh(app: &App, right: bool) -> u32 {
    let mut done = 0;
    loop {
        let ask = AskCard { sitting: Sitting::Due, done };
        let CardTurn::Card { card } = app.next_card(ask).unwrap() else { return done };
        let respond = if right { right_response } else { wrong_response };
        app.answer_card(AnswerCard {
            sitting: Sitting::Due,
            done,
            item_id: card.question.item_id.clone(),
            response: respond(&card.question),
            confidence: None,
            elapsed_ms: 3_000,
        })
        .unwrap();
        done += 1;
    }
}

fn first_role(app: &App) -> String {
    app.story_start().unwrap().roles[0].id.clone()
}

fn sample() -> (Folder, App) {
    let folder = Folder::new();
    let app = folder.app();
    make_store(&app);
    app.load_sample().unwrap();
    (folder, app)
}

#[test]
fn every_report_of_practice_refuses_while_locked() {
    let folder = Folder::new();
    let app = folder.app();
    for refused in [
        app.trainer_inbox(Among::default()).err(),
        app.trainer_forks().err(),
        app.trainer_misconceptions(Among::default()).err(),
        app.trainer_lasted(Among::default()).err(),
    ] {
        assert_eq!(refused.map(|error| error.code), Some(ErrorCode::TrainerLocked));
    }
}

#[test]
fn choices_go_without_a_name_and_only_after_a_yes() {
    let folder = Folder::new();
    let app = folder.app();
    let maya = begin(&app, "Maya Canary");
    let role = first_role(&app);
    let run = play(&app, &role, true);
    let asked = app.run_debrief(OpenRun { run_id: run.clone() }).unwrap();
    assert_eq!(asked.sharing.choices, None, "she was not asked yet");
    make_store(&app);
    assert_eq!(app.trainer_forks().unwrap().runs, 0);

    app.share_my_choices(ShareChoices { yes: false }).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    assert_eq!(app.trainer_forks().unwrap().runs, 0);
    assert_eq!(app.trainer_view().unwrap().forks, []);

    app.share_my_choices(ShareChoices { yes: true }).unwrap();
    let seen = app.trainer_view().unwrap();
    assert_eq!(seen.sharing.choices, Some(true));
    assert_eq!(seen.forks.len(), 9, "one for each decision that stands");
    assert!(seen.forks[0].reversed && seen.forks[1..].iter().all(|fork| !fork.reversed));
    assert!(seen.forks.iter().all(|fork| fork.seconds == 4), "whole seconds");
    app.trainer_overview(Among::default()).unwrap();
    app.trainer_overview(Among::default()).unwrap();
    let report = app.trainer_forks().unwrap();
    assert_eq!((report.runs, report.roles[0].runs), (1, 1), "collecting twice is once");
    assert!(report.roles[0].scenes.is_empty(), "one run is too few for a share");

    // A second run of the role and a replay are played by somebody who knows what follows.
    play(&app, &role, false);
    app.replay_run(ReplayRun { run_id: run.clone(), position: 2 }).unwrap();
    assert_eq!(app.trainer_view().unwrap().forks.len(), 9);

    // A no stops it and cannot take back what went without a name; nor can erasing.
    app.share_my_choices(ShareChoices { yes: false }).unwrap();
    let other = app.story_start().unwrap().roles[1].id.clone();
    play(&app, &other, false);
    app.trainer_overview(Among::default()).unwrap();
    assert_eq!(app.trainer_forks().unwrap().runs, 1);
    let words = format!("{:?}", app.trainer_forks().unwrap());
    for who in [&maya, &run, "Canary"] {
        assert!(!words.contains(who), "{who}");
    }
    app.erase_me(eighteen_app::wire::my_data::EraseMe { learner_id: maya }).unwrap();
    assert_eq!(app.trainer_forks().unwrap().runs, 1);
}

#[test]
fn sharing_is_of_a_learner_and_nobody_else() {
    let folder = Folder::new();
    let app = folder.app();
    let refused = app.share_my_choices(ShareChoices { yes: true }).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert_eq!(app.trainer_view().unwrap().sharing.choices, None);
    begin(&app, "Maya");
    app.share_my_choices(ShareChoices { yes: true }).unwrap();
    begin(&app, "Noor");
    assert_eq!(app.trainer_view().unwrap().sharing.choices, None);
}

#[test]
fn finished_rounds_are_collected_and_the_learner_sees_them() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    judge_a_round(&app, InboxJudgement::Report, 0);
    let of = app.trainer_view().unwrap().judged;
    assert!(of.len() >= 4 && of.iter().all(|row| row.round_number == 1 && row.elapsed_ms == 2_000));
    assert!(of.iter().all(|row| row.judgement == InboxJudgement::Report));
    let caught = of.iter().filter(|row| row.outcome == InboxOutcome::Caught).count();
    assert!(caught >= 2, "there are two hostile messages at least");
    judge_a_round(&app, InboxJudgement::Proceed, 1);
    assert_eq!(app.trainer_view().unwrap().judged.len(), of.len(), "a round that is open stays");
    make_store(&app);
    let report = app.trainer_inbox(Among::default()).unwrap();
    assert_eq!(report.people, 1);
    assert_eq!(report.overall, None, "one person is too few for a number");
    assert_eq!(report.hostile.len(), caught);
    assert_eq!(report.hostile.len() + report.genuine.len(), of.len());
    for row in report.hostile.iter().chain(&report.genuine) {
        assert_eq!((row.people, row.wrong, row.share, row.median_ms), (1, None, None, None));
        assert!(row.subject.is_some());
    }
    for level in &report.levels {
        assert_eq!(
            (level.hostile, level.caught, level.share, level.detection),
            (None, None, None, None)
        );
    }
}

#[test]
fn answers_of_the_refresher_are_collected_by_days_after_the_check() {
    let folder = Folder::new();
    let app = folder.app();
    begin(&app, "Maya");
    take_check(&app, MODULE, right_response).unwrap();
    folder.clock.move_on(Duration::days(31));
    let cards = refresh(&app, false);
    assert!(cards >= 5, "{cards}");
    let seen = app.trainer_view().unwrap().recalled;
    assert_eq!(seen.len(), cards as usize);
    for row in &seen {
        assert_eq!(row.after_days, 31);
        assert_ne!(row.outcome, Outcome::Right);
    }
    make_store(&app);
    let report = app.trainer_lasted(Among::default()).unwrap();
    assert_eq!((report.start.people, report.start.right), (1, None));
    let month = report.later[0];
    assert_eq!((month.days, month.from_days, month.to_days), (30, 20, 40));
    assert_eq!((month.people, month.pairs), (1, cards), "counted, and no share of one person told");
    assert_eq!((month.then, month.now, month.change), (None, None, None));
    assert_eq!(report.later[1].people, 0);
}

/// The same figures reached by another way: over the rows of the table, by hand.
#[test]
fn the_inbox_of_the_sample_adds_up() {
    let (_folder, app) = sample();
    let report = app.trainer_inbox(Among::default()).unwrap();
    assert!(report.sample && report.people == 24);
    let overall = report.overall.unwrap();
    let sum = |rows: &[eighteen_app::wire::practised::InboxReportMessage]| -> (u32, u32) {
        (rows.iter().map(|row| row.people).sum(), rows.iter().filter_map(|row| row.wrong).sum())
    };
    let (hostile, missed) = sum(&report.hostile);
    let (genuine, alarms) = sum(&report.genuine);
    let all_told = report.hostile.iter().chain(&report.genuine).all(|row| row.wrong.is_some());
    assert!(all_told, "every message was judged by five people");
    assert_eq!((overall.tally.hostile, overall.tally.caught), (hostile, hostile - missed));
    assert_eq!((overall.tally.genuine, overall.tally.false_alarms), (genuine, alarms));
    let caught = overall.caught.unwrap();
    assert!((caught.share - f64::from(hostile - missed) / f64::from(hostile)).abs() < 1e-12);
    let levels: u32 = report.levels.iter().filter_map(|level| level.hostile).sum();
    assert_eq!(levels, hostile);
    let detection = overall.detection.unwrap();
    assert!(detection.sensitivity > 0.5, "the made-up people can tell: {detection:?}");
    for rows in [&report.hostile, &report.genuine] {
        let shares: Vec<f64> = rows.iter().filter_map(|row| row.share.map(|s| s.share)).collect();
        assert!(shares.is_sorted_by(|one, next| one >= next), "hardest first: {shares:?}");
    }
    let table = inbox_table(&report);
    assert_eq!(table.rows.len(), report.hostile.len() + report.genuine.len());
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
}

fn shares_add_up(report: &ForkReport) {
    for scene in report.roles.iter().flat_map(|role| &role.scenes) {
        let enough = scene.runs >= report.fewest_runs;
        let chosen: Option<u32> = scene.options.iter().map(|option| option.chosen).sum();
        assert_eq!(chosen, enough.then_some(scene.runs), "{}", scene.scene_id);
        assert_eq!(scene.median_seconds.is_some(), enough);
        assert_eq!(scene.reversed.is_some(), enough);
        for option in &scene.options {
            assert_eq!(option.share.is_some(), enough);
        }
    }
}

#[test]
fn forks_of_the_sample_are_told_by_role_and_few_runs_are_not() {
    let (_folder, app) = sample();
    let report = app.trainer_forks().unwrap();
    assert!(report.sample);
    assert_eq!(report.runs, report.roles.iter().map(|role| role.runs).sum::<u32>());
    shares_add_up(&report);
    let (last, others) = report.roles.split_last().unwrap();
    assert!(last.runs < report.fewest_runs && last.scenes.is_empty());
    for role in others {
        assert_eq!(role.scenes[0].runs, role.runs, "every run begins at the first decision");
        assert!(role.scenes.is_sorted_by_key(|scene| scene.position));
    }
    let table = forks_table(&report);
    let options =
        report.roles.iter().flat_map(|role| &role.scenes).map(|scene| scene.options.len());
    assert_eq!(table.rows.len(), options.sum::<usize>());
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
    app.remove_sample().unwrap();
    assert_eq!(app.trainer_forks().unwrap().runs, 0);
}

#[test]
fn wrong_ideas_are_ranked_by_people() {
    let (_folder, app) = sample();
    let report = app.trainer_misconceptions(Among::default()).unwrap();
    assert!(report.sample && report.rows.len() > 5);
    let chose: Vec<u32> = report.rows.iter().map(|row| row.chose.unwrap()).collect();
    assert!(chose.is_sorted_by(|one, next| one >= next), "{chose:?}");
    for row in &report.rows {
        let chose = row.chose.unwrap();
        assert!(chose <= row.met && row.met <= 24, "each person is counted once: {row:?}");
        assert_eq!(row.share.is_some(), row.met >= 5);
        let answers: u32 = row.questions.iter().filter_map(|one| one.chose).sum();
        assert!(answers >= chose, "who chose it chose it somewhere");
        assert_eq!(row.questions.is_empty(), chose == 0);
        assert_eq!(row.step.is_some(), chose > 0);
        assert!(row.truth.is_some() && row.says != row.id);
    }
    // The most chosen wrong answer of a question stands behind an idea as often as it was chosen.
    let questions = app.trainer_questions(AskQuestions::default()).unwrap();
    let top = &report.rows[0].questions[0];
    let row = questions
        .rows
        .iter()
        .find(|row| row.item_id == top.item_id && row.item_version == top.item_version)
        .unwrap();
    let chosen: u32 = row
        .options
        .iter()
        .filter(|option| top.answer.split(" / ").any(|answer| answer == option.text))
        .map(|option| option.chosen)
        .sum();
    assert_eq!(Some(chosen), top.chose);
    let table = misconceptions_table(&report);
    assert_eq!(table.rows.len(), report.rows.len());
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
}

#[test]
fn what_lasted_of_the_sample_is_paired_and_told_with_intervals() {
    let (_folder, app) = sample();
    let report = app.trainer_lasted(Among::default()).unwrap();
    assert!(report.sample);
    assert!(report.start.people >= 10 && report.start.right.is_some());
    assert_eq!(report.later.len(), 3);
    for window in &report.later {
        let (then, now, change) =
            (window.then.unwrap(), window.now.unwrap(), window.change.unwrap());
        assert!(window.people >= report.fewest_people && window.pairs > window.people);
        assert!((now.share - then - change.share).abs() < 1e-12, "the same people and questions");
        let within = change.within.unwrap();
        assert!(within.low <= change.share && change.share <= within.high);
    }
    let table = lasted_table(&report);
    assert_eq!(table.rows.len(), 4);
    assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
}

/// Whoever subtracts what is shown from what is shown beside it finds no group that is too small.
#[test]
fn where_no_person_is_shown_no_small_group_is_either() {
    const SMALLEST: u32 = 5;
    let folder = Folder::new();
    let app = folder.app();
    let passphrase = PASSPHRASE.to_owned();
    app.create_works_council_store(NewWorksCouncilStore { passphrase, smallest_group: SMALLEST })
        .unwrap();
    // So many that something is left of every report.
    app.make_cohort(Cohort { people: 200, attempts: 1_200, seed: 18 }, |_| ()).unwrap();
    let large = |part: u32, of: u32| part >= SMALLEST && of - part >= SMALLEST;

    let inbox = app.trainer_inbox(Among::default()).unwrap();
    assert!(inbox.overall.is_some(), "the whole of it can be shown");
    for row in inbox.hostile.iter().chain(&inbox.genuine) {
        assert!(large(row.wrong.unwrap(), row.people), "{row:?}");
    }
    let forks = app.trainer_forks().unwrap();
    let mut scenes = 0;
    for role in &forks.roles {
        for scene in &role.scenes {
            scenes += 1;
            assert!(scene.runs == role.runs || large(scene.runs, role.runs), "{scene:?}");
            let chosen: Vec<u32> = scene.options.iter().filter_map(|one| one.chosen).collect();
            assert_eq!(chosen.len(), scene.options.len());
            assert!(chosen.iter().all(|&runs| runs >= SMALLEST), "{chosen:?}");
        }
    }
    assert!(scenes > 0, "something can be shown");
    let ideas = app.trainer_misconceptions(Among::default()).unwrap();
    assert!(!ideas.rows.is_empty());
    for row in &ideas.rows {
        assert!(large(row.chose.unwrap(), row.met), "{row:?}");
    }
    for window in app.trainer_lasted(Among::default()).unwrap().later {
        assert!(window.people == 0 || window.people >= SMALLEST);
    }
}
