//! What an organisation's policy settles, locks, forbids and erases, and what a faulty one does not.

use std::fs;

use chrono::Duration;
use eighteen_app::{
    App, ErrorCode, MayWrite, Memory, Reach, Rules, packs,
    wire::{
        among::Among,
        delivery::{
            AgreeToDelivery, AskStatements, DeliveryState, NameStore, PauseDelivery, StoreNamed,
            XapiVersion,
        },
        learner::ChooseLearner,
        packs::{ForgetKey, OpenCourse},
        results::PublicKeyOf,
        settings::{LockedSetting, Settings},
        trainer::{AskPeople, NewWorksCouncilStore, Passphrase},
    },
};
use eighteen_testkit::{SaveTo, right_response, take_check};

use crate::{
    results::{trainer, trust},
    support::{Folder, MODULE, PASSPHRASE, begin},
};

const POLICY: &str = "format = 1\norganisation = \"Northwind Freight\"\ncontact = \"The service desk\"\n\
    [trainer]\nsmallest-group = 8\n\
    [retention]\nlearner-days = 365\ntrainer-days = 365\n\
    [settings]\nlanguage = \"en-GB\"\ntrainer-area = false\nlocked = [\"trainer-area\"]\n";

fn under(folder: &Folder, policy: &str) -> App {
    let place = folder.dir.path().join("policy");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("policy.toml"), policy).unwrap();
    App::open_under(
        Rules::of(&place, MayWrite::Anybody),
        &folder.data(),
        Box::new(SaveTo::nowhere()),
        Box::new(folder.clock.clone()),
        eighteen_app::Course::shipped(),
    )
}

fn passphrase() -> Passphrase {
    Passphrase { passphrase: PASSPHRASE.to_owned() }
}

fn for_groups(smallest_group: u32) -> NewWorksCouncilStore {
    NewWorksCouncilStore { passphrase: PASSPHRASE.to_owned(), smallest_group }
}

#[test]
fn a_policy_is_shown_settles_settings_and_keeps_what_it_locks() {
    let folder = Folder::new();
    let app = under(&folder, POLICY);
    let shown = app.policy().unwrap();
    assert_eq!(shown.organisation, "Northwind Freight");
    assert_eq!(shown.contact.as_deref(), Some("The service desk"));
    assert_eq!(shown.locked, [LockedSetting::TrainerArea]);
    assert!(shown.problems.is_empty() && shown.place.unwrap().ends_with("policy.toml"));

    let settings = app.startup().unwrap().settings;
    assert_eq!((settings.language.as_str(), settings.trainer_area), ("en-GB", false));
    let wanted = Settings { language: "ar-XB".into(), trainer_area: true, ..settings };
    let saved = app.save_settings(wanted).unwrap();
    assert_eq!(saved.language, "ar-XB", "what is not locked is the person's own");
    assert!(!saved.trainer_area, "what is locked is the organisation's");
    drop(app);
    let settings = under(&folder, POLICY).startup().unwrap().settings;
    assert_eq!((settings.language.as_str(), settings.trainer_area), ("ar-XB", false));
}

#[test]
fn without_a_policy_nothing_is_settled() {
    let folder = Folder::new();
    let app = folder.app();
    let shown = app.policy().unwrap();
    assert_eq!((shown.place, shown.organisation.as_str()), (None, ""));
    app.create_trainer_store(passphrase()).unwrap();
}

#[test]
fn stores_are_made_for_groups_where_the_policy_says_so() {
    let folder = Folder::new();
    let app = under(&folder, POLICY);
    let refused = app.create_trainer_store(passphrase()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PolicyForbids);
    let refused = app.create_works_council_store(for_groups(7)).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PolicyForbids);
    app.create_works_council_store(for_groups(8)).unwrap();
}

#[test]
fn a_faulty_policy_says_every_line_settles_nothing_and_lets_nobody_make_a_store() {
    let folder = Folder::new();
    let faulty = POLICY.replace("smallest-group = 8", "smallest-group = 2").replace("365", "1");
    let app = under(&folder, &faulty);
    let shown = app.policy().unwrap();
    assert_eq!(shown.problems.iter().map(|one| one.line).collect::<Vec<_>>(), [5, 7, 8]);
    assert_eq!((shown.organisation.as_str(), shown.learner_days), ("", None));
    assert!(app.startup().unwrap().settings.trainer_area);
    let refused = app.create_trainer_store(passphrase()).unwrap_err();
    assert_eq!(refused.code, ErrorCode::PolicyUnread);
}

/// Root owns what the tests of a container write, but their folder lets others in.
#[cfg(unix)]
#[test]
fn a_policy_that_others_may_write_does_not_count() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("policy.toml");
    fs::write(&file, POLICY).unwrap();
    let codes = || {
        let rules = Rules::of(folder.path(), MayWrite::Administrator);
        rules.problems().iter().map(|one| one.code).collect::<Vec<_>>()
    };
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).unwrap();
    assert_eq!(codes(), ["not-guarded"]);
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o777)).unwrap();
    assert_eq!(codes(), ["not-guarded"]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    let own: &[&str] = if fs::metadata(&file).unwrap().uid() == 0 { &[] } else { &["not-guarded"] };
    assert_eq!(codes(), own);
}

#[test]
fn learners_are_erased_when_their_time_is_over_a_week_later_and_counted() {
    let folder = Folder::new();
    let app = under(&folder, POLICY);
    begin(&app, "Maya");
    folder.clock.move_on(Duration::days(300));
    begin(&app, "Noor");
    drop(app);
    let learners = |app: &App| {
        let learners = app.startup().unwrap().learners;
        learners.into_iter().map(|one| one.name.unwrap_or_default()).collect::<Vec<_>>()
    };

    folder.clock.move_on(Duration::days(64));
    assert_eq!(learners(&under(&folder, POLICY)), ["Noor", "Maya"], "a day is left");
    folder.clock.move_on(Duration::days(1));
    assert_eq!(learners(&under(&folder, POLICY)), ["Noor", "Maya"], "found, and noted");
    folder.clock.move_on(Duration::days(6));
    assert_eq!(learners(&under(&folder, POLICY)), ["Noor", "Maya"], "not a week ago");
    folder.clock.move_on(Duration::days(1));
    let app = under(&folder, POLICY);
    assert_eq!(learners(&app), ["Noor"]);
    let erased = app.policy().unwrap().erased;
    assert_eq!((erased.len(), erased[0].people, erased[0].day.as_str()), (1, 1, "2027-11-29"));
    assert!(erased[0].rows > 1);
    drop(app);
    let every_file = walk(&folder.data());
    let maya = every_file.iter().any(|bytes| bytes.windows(4).any(|four| four == b"Maya"));
    assert!(!maya, "no byte of her is left");
}

fn walk(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(
            |path| {
                if path.is_dir() { walk(&path) } else { fs::read(&path).into_iter().collect() }
            },
        )
        .collect()
}

#[test]
fn a_clock_that_was_wrong_for_a_while_erases_nobody() {
    let folder = Folder::new();
    begin(&under(&folder, POLICY), "Maya");
    folder.clock.move_on(Duration::days(4_000));
    drop(under(&folder, POLICY));
    folder.clock.move_on(Duration::days(-3_999));
    assert_eq!(under(&folder, POLICY).startup().unwrap().learners.len(), 1);
    folder.clock.move_on(Duration::days(3_999 + 30));
    let app = under(&folder, POLICY);
    assert_eq!(app.startup().unwrap().learners.len(), 1, "the week begins anew");
    assert!(app.policy().unwrap().erased.is_empty());
}

#[test]
fn a_trainers_store_erases_on_time_when_it_is_opened() {
    let folder = Folder::new();
    let app = under(&folder, "format = 1\norganisation = \"N\"\n[retention]\ntrainer-days = 365\n");
    begin(&app, "Maya");
    app.create_trainer_store(passphrase()).unwrap();
    app.load_sample().unwrap();
    assert_eq!(app.taking_choice().unwrap().organisation, "N", "reports bear the name");
    let before = app.trainer_overview(Among::default()).unwrap().people;
    assert!(before > 10);
    for days in [400, 8] {
        app.lock_trainer().unwrap();
        folder.clock.move_on(Duration::days(days));
        app.unlock_trainer(passphrase()).unwrap();
    }
    let shown = app.policy().unwrap();
    assert_eq!(shown.erased_by_trainer.len(), 1);
    let left = app.trainer_overview(Among::default()).unwrap().people;
    assert_eq!((shown.erased_by_trainer[0].people, left), (before, 1));
    assert!(shown.erased.is_empty());
    let rows = app.trainer_people(AskPeople { limit: 500, ..AskPeople::default() }).unwrap().rows;
    let maya = rows.iter().any(|row| format!("{row:?}").contains("Maya"));
    assert!(maya, "who learns here would be collected again");
}

fn taught(app: &App) -> String {
    let rows = app.packs().unwrap().rows;
    rows.into_iter().find(|row| row.taught).unwrap().pack_id
}

#[test]
fn a_policy_trusts_its_keys_and_installs_its_packs_and_says_what_it_could_not() {
    let folder = Folder::new();
    let place = folder.dir.path().join("policy");
    packs::new_key(&folder.dir.path().join("keys"), PASSPHRASE).unwrap();
    let key = |name: &str| folder.dir.path().join("keys").join(name);
    packs::new_pack(&folder.dir.path().join("ours")).unwrap();
    fs::create_dir_all(&place).unwrap();
    let file = place.join("ours.e18p");
    packs::build(&folder.dir.path().join("ours"), &file).unwrap();
    packs::sign(&file, &key("org.key"), PASSPHRASE).unwrap();
    let public = fs::read_to_string(key("org.pub")).unwrap();
    let policy = format!(
        "format = 1\norganisation = \"Northwind\"\n\
         [[trust.key]]\nname = \"Northwind training\"\npublic = \"{}\"\n\
         [packs]\ninstall = [\"ours.e18p\", \"none.e18p\"]\n\
         [settings]\nlocked = [\"packs\"]\n",
        public.lines().last().unwrap()
    );

    let app = under(&folder, &policy);
    assert_eq!(taught(&app), "our-house");
    let shown = app.packs().unwrap();
    assert_eq!(shown.keys.len(), 1);
    assert_eq!(shown.keys[0].signer.name, "Northwind training");
    assert!(shown.rows.iter().any(|row| row.pack_id == "our-house" && row.taught));
    let missing = app.policy().unwrap().not_provided;
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(missing[0].what, "none.e18p");
    let hex = shown.keys[0].signer.hex.clone();
    assert_eq!(app.forget_key(ForgetKey { hex }).unwrap_err().code, ErrorCode::PolicyForbids);
    assert_eq!(app.install_pack().unwrap_err().code, ErrorCode::PolicyForbids);
    drop(app);

    let mut bytes = fs::read(&file).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    fs::write(&file, bytes).unwrap();
    let app = under(&folder, &policy);
    assert_eq!(taught(&app), "our-house", "what was installed stays");
    let missing = app.policy().unwrap().not_provided;
    assert_eq!(
        missing.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(),
        ["ours.e18p", "none.e18p"]
    );
    app.open_course(OpenCourse { pack_id: "eighteen-days".into() }).unwrap();
    drop(app);
    let app = under(&folder, &policy);
    assert_eq!(taught(&app), "eighteen-days", "what somebody opened stays open");
}

const WITH_STORE: &str = "format = 1\norganisation = \"Northwind Freight\"\n\
    [delivery]\nendpoint = \"https://lrs.example.org/xapi/\"\nversion = \"2.0.0\"\n\
    home-page = \"https://people.example.org\"\n\
    [settings]\nlocked = [\"delivery\"]\n";

fn named(address: &str, version: XapiVersion) -> NameStore {
    let (name, password) = ("app".to_owned(), "canary".to_owned());
    NameStore { address: address.to_owned(), version, name, password }
}

fn store_of(app: &App) -> Option<(String, XapiVersion)> {
    app.delivery().unwrap().store.map(|store| (store.address, store.version))
}

#[test]
fn a_locked_store_is_the_organisations_and_its_password_and_the_yes_are_not() {
    let folder = Folder::new();
    let app = under(&folder, WITH_STORE).delivering(Box::new(Memory::default()), Reach::default());
    begin(&app, "Maya");
    let theirs = ("https://lrs.example.org/xapi".to_owned(), XapiVersion::V2_0_0);
    assert_eq!(store_of(&app), Some(theirs.clone()));
    let before = app.delivery().unwrap();
    assert!(before.locked && before.agreed_at.is_none(), "nobody agreed for her");
    assert_eq!(before.state, DeliveryState::PasswordMissing, "a policy has no password");
    take_check(&app, MODULE, right_response).unwrap();
    assert_eq!(app.delivery().unwrap().waiting, 0);

    for other in [
        named("https://elsewhere.example.org", XapiVersion::V2_0_0),
        named(&theirs.0, XapiVersion::V1_0_3),
    ] {
        let refused = app.name_record_store(other).unwrap_err();
        assert_eq!(refused.code, ErrorCode::PolicyForbids);
    }
    assert_eq!(app.remove_record_store().unwrap_err().code, ErrorCode::PolicyForbids);
    let taken = app.name_record_store(named("https://LRS.example.org/xapi/", theirs.1)).unwrap();
    assert!(matches!(taken, StoreNamed::Taken { .. }), "{taken:?}");
    app.agree_to_delivery(AgreeToDelivery { yes: true }).unwrap();
    app.pause_delivery(PauseDelivery { paused: true }).unwrap();
    take_check(&app, MODULE, right_response).unwrap();
    let statements = app.my_statements(AskStatements { before: None }).unwrap().statements;
    let home_page = r#""homePage": "https://people.example.org""#;
    assert!(statements[0].text.as_ref().unwrap().contains(home_page));
    drop(app);

    let again = under(&folder, WITH_STORE).delivery().unwrap();
    let name = again.store.map(|store| store.name);
    assert_eq!(name.as_deref(), Some("app"), "what was given stays");
    assert_eq!(again.state, DeliveryState::Paused);
    let moved = WITH_STORE.replace("lrs.", "lrs2.");
    let app = under(&folder, &moved);
    app.choose_learner(ChooseLearner {
        learner_id: Some(app.startup().unwrap().learners[0].id.clone()),
    })
    .unwrap();
    let delivery = app.delivery().unwrap();
    assert_eq!(delivery.store.unwrap().address, "https://lrs2.example.org/xapi");
    assert_eq!(delivery.agreed_at, None, "to another store she has not agreed");
    drop(app);
    let without = "format = 1\norganisation = \"N\"\n[settings]\nlocked = [\"delivery\"]\n";
    let app = under(&folder, without);
    assert_eq!(store_of(&app), None, "locked without a store, nothing is sent from here");
    let refused = app.name_record_store(named("https://a.example.org", XapiVersion::V1_0_3));
    assert_eq!(refused.unwrap_err().code, ErrorCode::PolicyForbids);
}

#[test]
fn a_store_that_is_not_locked_is_the_one_to_begin_with_and_may_be_taken_away() {
    let folder = Folder::new();
    let open = WITH_STORE.replace("locked = [\"delivery\"]", "locked = []");
    let app = under(&folder, &open);
    assert!(store_of(&app).is_some() && !app.delivery().unwrap().locked);
    app.remove_record_store().unwrap();
    drop(app);
    assert_eq!(store_of(&under(&folder, &open)), None, "and stays away");
    let other = Folder::new();
    let nowhere = open.replace("lrs.example.org", "169.254.169.254");
    let app = under(&other, &nowhere);
    assert_eq!(store_of(&app), None);
    let told = app.policy().unwrap().not_provided;
    assert_eq!(told.iter().map(|one| one.what.as_str()).collect::<Vec<_>>(), ["delivery"]);
}

#[test]
fn result_files_go_where_the_organisation_says_and_nobody_is_asked_where() {
    let (_trainer, key_file) = trainer();
    let folder = Folder::new();
    let share = folder.dir.path().join("share");
    fs::create_dir(&share).unwrap();
    let policy =
        format!("format = 1\norganisation = \"N\"\n[delivery]\nfolder = '{}'\n", share.display());
    let place = folder.dir.path().join("policy");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("policy.toml"), policy).unwrap();
    let app = App::open_under(
        Rules::of(&place, MayWrite::Anybody),
        &folder.data(),
        Box::new(SaveTo::nowhere().opening(vec![key_file])),
        Box::new(folder.clock.clone()),
        eighteen_app::Course::shipped(),
    );
    begin(&app, "Maya");
    let public_key = trust(&app);
    let filing = app.filing().unwrap();
    assert_eq!(filing.given.as_deref(), share.to_str());
    assert!(filing.into.is_none() && fs::read_dir(&share).unwrap().count() == 0, "not unasked");
    let filing = app.start_filing(PublicKeyOf { public_key }).unwrap().unwrap();
    assert_eq!(filing.into.unwrap().problem, None);
    assert_eq!(fs::read_dir(&share).unwrap().count(), 1);
}
