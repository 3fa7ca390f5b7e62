//! Packs: looked at, trusted, installed under a learner in the middle of a check; further courses beside it.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::OnceLock};

use chrono::NaiveDate;
use eighteen_app::{
    App, ErrorCode,
    packs::{self, change_key, revoke_key},
    wire::{
        check::{CheckView, OpenAttempt, StartCheck},
        content::{Span, Text},
        packs::{
            ForgetKey, KeyStands, LookedPack, NotUsed, OpenCourse, OpenedPack, PackHindrance,
            PackState, PackVerdict, StatementRefused, TrustSigner,
        },
    },
};
use eighteen_testkit::{answer_next, finish_steps, some_response};

use crate::support::Folder;

pub(crate) const PASSPHRASE: &str = "seven calm herons wade";
const MODULE: &str = "first-call";
/// The ids of the course that ships here and of another one.
const SHIPPED: &str = "our-house";
const OTHER: &str = "other-house";

/// Two keys, made once: the secret files are slow to make and to open.
fn keys() -> &'static tempfile::TempDir {
    static KEYS: OnceLock<tempfile::TempDir> = OnceLock::new();
    KEYS.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        for name in ["acme", "next"] {
            packs::new_key(&folder.path().join(name), PASSPHRASE).unwrap();
        }
        folder
    })
}

pub(crate) fn key(name: &str, file: &str) -> PathBuf {
    keys().path().join(name).join(file)
}

/// Puts a signed pack where the person will look for one. A later name is found first.
pub(crate) fn hand_over(folder: &Folder, name: &str, files: &BTreeMap<String, Vec<u8>>) -> PathBuf {
    let written = folder.dir.path().join(name);
    for (path, bytes) in files {
        let path = written.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let exports = folder.dir.path().join("exports");
    fs::create_dir_all(&exports).unwrap();
    let file = exports.join(format!("{name}.e18p"));
    packs::build(&written, &file).unwrap();
    packs::sign(&file, &key("acme", "org.key"), PASSPHRASE).unwrap();
    file
}

/// The small pack of `eighteen pack new`, which stands for the course that ships: it is read quickly.
pub(crate) fn small() -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let written = folder.path().join("small");
    packs::new_pack(&written).unwrap();
    files_of(&written)
}

/// A version of it in which every question asks anew.
pub(crate) fn version(number: u32) -> BTreeMap<String, Vec<u8>> {
    let mut files = small();
    let edit = |bytes: &[u8], from: &str, to: &str| {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        assert!(text.contains(from), "{from}");
        text.replace(from, to).into_bytes()
    };
    let next = format!("\nversion = {number}\n");
    files.insert("pack.toml".to_owned(), edit(&files["pack.toml"], "\nversion = 1\n", &next));
    let quiz = format!("quizzes/{MODULE}.toml");
    let asked = edit(&files[&quiz], "\nversion = 1\n", &next);
    files.insert(quiz, edit(&asked, "\nask = \"", "\nask = \"Now: "));
    files
}

/// The same under another id.
fn other() -> BTreeMap<String, Vec<u8>> {
    let mut files = small();
    let text = String::from_utf8(files["pack.toml"].clone()).unwrap();
    files.insert("pack.toml".to_owned(), text.replace("our-house", OTHER).into_bytes());
    files
}

fn open_app(folder: &Folder) -> App {
    folder.app_with(small())
}

pub(crate) fn files_of(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn looked(opened: OpenedPack) -> LookedPack {
    match opened {
        OpenedPack::Looked { pack } => *pack,
        other => panic!("{other:?}"),
    }
}

fn open(app: &App) -> LookedPack {
    looked(app.open_pack().unwrap().unwrap())
}

fn trust(app: &App) -> LookedPack {
    looked(app.trust_signer(TrustSigner { name: "Acme Security".to_owned() }).unwrap())
}

fn words(text: &Text) -> String {
    text.iter()
        .map(|span| match span {
            Span::Text { text }
            | Span::Strong { text }
            | Span::Emphasis { text }
            | Span::Code { text }
            | Span::Claim { text, .. }
            | Span::Term { text, .. }
            | Span::Step { text, .. } => text.as_str(),
        })
        .collect()
}

fn asks_anew(view: &CheckView) -> bool {
    words(&view.question.ask).starts_with("Now: ")
}

fn start(app: &App) -> CheckView {
    app.start_check(StartCheck { module_id: MODULE.to_owned() }).unwrap()
}

#[test]
fn a_pack_is_updated_under_a_learner_in_the_middle_of_a_check() {
    let folder = Folder::new();
    hand_over(&folder, "v2", &version(2));
    let app = open_app(&folder);
    finish_steps(&app, MODULE).unwrap();
    let before = app.home().unwrap();
    let first = start(&app);
    let given = some_response(&first.question);
    let second = answer_next(&app, &first, given, None).unwrap().next.unwrap();

    let unknown = open(&app);
    assert_eq!(unknown.verdict, PackVerdict::Unknown);
    assert_eq!(unknown.hindrance, Some(PackHindrance::UnknownKey));
    assert_eq!(unknown.signer.as_ref().unwrap().words.split(' ').count(), 6);
    assert_eq!(app.install_pack().unwrap_err().code, ErrorCode::PackInvalid);
    let known = trust(&app);
    assert_eq!((known.verdict, known.hindrance), (PackVerdict::Signed, None));
    assert_eq!(known.signer.unwrap().name, "Acme Security");
    let change = known.change.unwrap();
    assert_eq!((change.from, change.modules_changed.len()), (1, 1));
    assert!(change.questions_changed == 3 && change.questions_added == 0);

    let installed = app.install_pack().unwrap();
    assert!(installed.taught);
    assert_eq!(installed.startup.course.version, 2);
    assert_eq!(app.install_pack().unwrap_err().code, ErrorCode::NotFound, "it is done");
    // The check that is open keeps its questions, and the answer that was given.
    let resumed = app.resume_check(OpenAttempt { attempt_id: first.attempt_id.clone() }).unwrap();
    assert_eq!(resumed, second);
    assert_eq!(start(&app).attempt_id, first.attempt_id, "starting goes on with the open one");
    let mut view = resumed;
    loop {
        assert!(!asks_anew(&view), "position {}", view.position);
        let given = some_response(&view.question);
        match answer_next(&app, &view, given, None).unwrap().next {
            Some(next) => view = next,
            None => break,
        }
    }
    let result = app.finish_check(OpenAttempt { attempt_id: first.attempt_id }).unwrap();
    let told = format!("{:?}", result.questions);
    assert!(!told.contains("Now: ") && !told.contains("Unanswered"), "as it was asked: {told}");
    // Progress is by id; the next check asks what the new version asks.
    let after = app.home().unwrap();
    assert_eq!(after.modules[0].steps_done, before.modules[0].steps_done);
    assert!(asks_anew(&start(&app)));
    drop(app);
    let app = open_app(&folder);
    assert_eq!(app.startup().unwrap().course.version, 2, "also after the next start");
    let packs = app.packs().unwrap();
    assert_eq!(packs.rows.len(), 1);
    assert_eq!((packs.rows[0].version, &packs.rows[0].state), (2, &PackState::Signed));
}

#[test]
fn another_pack_stands_beside_the_course_and_is_opened_by_choice() {
    let folder = Folder::new();
    hand_over(&folder, "house", &other());
    let app = open_app(&folder);
    finish_steps(&app, MODULE).unwrap();
    open(&app);
    trust(&app);
    let installed = app.install_pack().unwrap();
    assert!(!installed.taught, "the course that is open stays open");
    assert_eq!(installed.startup.course.version, 1);
    let open_course = |pack_id: &str| app.open_course(OpenCourse { pack_id: pack_id.to_owned() });
    assert_eq!(installed.pack_id, OTHER);
    open_course(OTHER).unwrap();
    assert_eq!(app.home().unwrap().modules[0].steps_done, 0, "progress is by course");
    assert_eq!(open_course("nowhere").unwrap_err().code, ErrorCode::NotFound);
    drop(app);
    let app = open_app(&folder);
    app.startup().unwrap();
    assert_eq!(app.home().unwrap().modules[0].steps_done, 0, "it is open until another one is");
    app.open_course(OpenCourse { pack_id: SHIPPED.to_owned() }).unwrap();
    assert!(app.home().unwrap().modules[0].steps_done > 0);
    let rows = app.packs().unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.taught).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_changed_pack_has_no_way_in_and_nothing_of_it_is_believed() {
    let folder = Folder::new();
    let file = hand_over(&folder, "house", &other());
    let app = open_app(&folder);
    open(&app);
    trust(&app);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&file, &bytes).unwrap();
    let changed = open(&app);
    assert_eq!(changed.verdict, PackVerdict::Changed);
    assert_eq!((changed.hindrance, changed.facts), (Some(PackHindrance::NotSound), None));
    assert_eq!((changed.signer, changed.change), (None, None));
    assert!(changed.detail.is_some());
    assert_eq!(app.install_pack().unwrap_err().code, ErrorCode::PackInvalid);
    assert_eq!(
        app.trust_signer(TrustSigner { name: "x".to_owned() }).unwrap_err().code,
        ErrorCode::NotFound
    );
    fs::write(&file, b"a letter").unwrap();
    assert_eq!(open(&app).verdict, PackVerdict::NotAPack);
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(app.open_pack().unwrap(), Some(OpenedPack::NotReadable));
    assert_eq!(app.packs().unwrap().rows.len(), 1);
}

#[test]
fn what_a_key_signed_goes_with_the_key() {
    let folder = Folder::new();
    hand_over(&folder, "v2", &version(2));
    let app = open_app(&folder);
    open(&app);
    trust(&app);
    app.install_pack().unwrap();
    let hex = app.packs().unwrap().keys[0].signer.hex.clone();
    let left = app.forget_key(ForgetKey { hex }).unwrap();
    assert_eq!(left.keys, []);
    assert_eq!(left.rows[0].state, PackState::NotUsed { why: NotUsed::UnknownKey });
    assert_eq!(app.startup().unwrap().course.version, 1, "the course that ships is taught");
    drop(app);
    let app = open_app(&folder);
    let passed_over = app.packs().unwrap().passed_over;
    assert_eq!((passed_over[0].why, passed_over[0].used), (NotUsed::UnknownKey, Some(1)));
}

#[test]
fn what_an_organisation_says_of_its_key_is_taken_when_the_key_is_trusted() {
    let folder = Folder::new();
    let pack = hand_over(&folder, "house", &other());
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let exports = folder.dir.path().join("exports");
    let app = open_app(&folder);
    open(&app);
    trust(&app);
    // The person chooses the last file by name.
    let change = exports.join("i-change.e18s");
    change_key(&key("acme", "org.key"), &key("next", "org.pub"), PASSPHRASE, day, &change).unwrap();
    let taken = app.open_pack().unwrap().unwrap();
    assert!(
        matches!(&taken, OpenedPack::KeyChanged { name, .. } if name == "Acme Security"),
        "{taken:?}"
    );
    let again = OpenedPack::StatementRefused { why: StatementRefused::Known };
    assert_eq!(app.open_pack().unwrap().unwrap(), again);
    let gone = exports.join("j-gone.e18s");
    let before = key("acme", "org.pub");
    revoke_key(&key("next", "org.key"), Some(&before), PASSPHRASE, day, &gone).unwrap();
    assert!(matches!(app.open_pack().unwrap().unwrap(), OpenedPack::KeyRevoked { .. }));
    let keys = app.packs().unwrap().keys;
    assert_eq!(keys[0].standing, KeyStands::Revoked { on: "2026-11-22".to_owned() });
    assert_eq!(keys[1].standing, KeyStands::Trusted);
    fs::remove_file(&change).unwrap();
    fs::remove_file(&gone).unwrap();
    assert_eq!(open(&app).hindrance, Some(PackHindrance::RevokedKey));
    packs::sign(&pack, &key("next", "org.key"), PASSPHRASE).unwrap();
    assert_eq!(open(&app).hindrance, None, "signed anew by the key that came");
    fs::write(exports.join("k.e18s"), b"{}").unwrap();
    let none = OpenedPack::StatementRefused { why: StatementRefused::NotOne };
    assert_eq!(app.open_pack().unwrap().unwrap(), none);
}
