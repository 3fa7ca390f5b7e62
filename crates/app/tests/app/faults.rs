//! What happens to a trainer's store and to files that leave it when the process is killed, the disk is full,
//! the folder cannot be written, or a page of the store is damaged: nothing is half done, and it is said.

#![cfg(target_os = "linux")]
#![allow(
    clippy::print_stdout,
    reason = "says what could not be tested here, and at how many places it was"
)]

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use eighteen_app::{
    App, Course, ErrorCode, UserError,
    wire::{
        among::Among,
        results::{
            CollectFiles, FoundState, OpenedTrainerKey, PublicKeyOf, SaveTrainerKey, TrustKey,
        },
        roster::AskRoster,
        taking::{FileForm, Report, TakeAway, TakingChoice, TakingWords, WhatToTake},
        trainer::{Passphrase, TrainerDoor},
    },
};
use eighteen_testkit::{SaveTo, some_response, take_check};

use crate::support::{Folder, MODULE, PASSPHRASE, Standing, begin, shown};

const NOW: &str = "2026-11-23T09:00:00+00:00";
const TASK: &str = "EIGHTEEN_APP_TEST_TASK";
const PLACE: &str = "EIGHTEEN_APP_TEST_PLACE";
const CALLS: [&str; 7] =
    ["pwrite64", "write", "ftruncate", "rename", "unlink", "fsync", "fdatasync"];
const LIST: &str = "Name,Code,Group\nMaya Okafor,A-17,North\nIvo Lang,B-02,South\nAda,C-03,North\n";

/// A trainer's folder with one person in it, a list of people, and result files that are not collected yet.
struct Place {
    temp: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let trainer = Folder::new();
        let app = trainer.app();
        app.create_trainer_store(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap();
        let key = app.save_trainer_key(SaveTrainerKey { name: "Ruth".to_owned() });
        let key = PathBuf::from(key.unwrap().unwrap().path);
        begin(&app, "Noor");
        take_check(&app, MODULE, some_response).unwrap();
        app.trainer_overview(Among::default()).unwrap();
        drop(app);
        fs::write(trainer.dir.path().join("people.csv"), LIST).unwrap();
        for name in ["Maya", "Ivo"] {
            results_of(name, &key, &trainer.dir.path().join(format!("{name}.e18r")));
        }
        fs::remove_dir_all(trainer.dir.path().join("exports")).unwrap();
        Self { temp: trainer.dir }
    }

    /// The same in a folder of its own.
    fn copy(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        self.copy_to(copy.path());
        copy
    }

    fn copy_to(&self, to: &Path) {
        let copied = Command::new("cp").arg("-a").arg(self.temp.path().join(".")).arg(to).status();
        assert!(copied.unwrap().success());
    }
}

/// Writes a file of results of somebody who has taken a check.
fn results_of(name: &str, key: &Path, to: &Path) {
    let folder = Folder::new();
    let app = folder.app_opening(vec![key.to_path_buf()]);
    begin(&app, name);
    take_check(&app, MODULE, some_response).unwrap();
    let Some(OpenedTrainerKey::Found { public_key, name, .. }) = app.open_trainer_key().unwrap()
    else {
        panic!("a key file was chosen")
    };
    app.trust_trainer_key(TrustKey { public_key: public_key.clone(), name }).unwrap();
    let saved = app.save_results(PublicKeyOf { public_key }).unwrap().unwrap();
    fs::copy(saved.path, to).unwrap();
}

/// The app of a place, at the same moment each time, opening these files.
fn app_at(place: &Path, opening: &[&str]) -> App {
    let exports = place.join("exports");
    fs::create_dir_all(&exports).unwrap();
    let paths = opening.iter().map(|name| place.join(name)).collect();
    App::open_with(
        &place.join("data"),
        Box::new(SaveTo::folder(exports).opening(paths)),
        Box::new(Standing::at(NOW)),
        Course::shipped(),
    )
}

fn unlock(app: &App) -> TrainerDoor {
    app.unlock_trainer(Passphrase { passphrase: PASSPHRASE.to_owned() }).unwrap()
}

fn collect(app: &App) -> Result<Vec<FoundState>, UserError> {
    let files = app.choose_result_files()?.unwrap().files;
    let indexes = files.iter().map(|file| file.index).collect();
    let taken = app.collect_files(CollectFiles { indexes })?;
    Ok(taken.into_iter().map(|file| file.state).collect())
}

fn bring_list(app: &App) -> Result<(), UserError> {
    app.preview_roster()?;
    app.import_roster().map(|_| ())
}

/// The list of people as a trainer is shown it, without ids, which are new each time.
fn listed(app: &App) -> String {
    let list =
        app.trainer_roster(AskRoster { search: String::new(), group_id: None, page: 0 }).unwrap();
    let groups: Vec<_> = list.groups.iter().map(|group| (&group.name, group.people)).collect();
    let rows: Vec<_> = list.rows.iter().map(|row| (&row.name, &row.code, &row.groups)).collect();
    format!("{groups:?}{rows:?}")
}

const RESULTS: &[&str] = &["Ivo.e18r", "Maya.e18r"];

/// What is brought in, from which files, and what is shown of it.
#[derive(Clone, Copy)]
struct Bringing {
    task: &'static str,
    files: &'static [&'static str],
    bring: fn(&App) -> Result<(), UserError>,
    shown: fn(&App) -> String,
}

const COLLECTING: Bringing =
    Bringing { task: "collect", files: RESULTS, bring: |app| collect(app).map(|_| ()), shown };
const LISTING: Bringing =
    Bringing { task: "list", files: &["people.csv"], bring: bring_list, shown: listed };

impl Bringing {
    fn app(&self, place: &Path) -> App {
        let app = app_at(place, self.files);
        let open = unlock(&app);
        assert!(matches!(open, TrainerDoor::Open { notice: None, .. }), "{open:?}");
        app
    }

    /// What is shown with none, the first, and so on up to all of the files brought in.
    fn states(&self, base: &Place) -> Vec<String> {
        let copy = base.copy();
        let mut states = vec![(self.shown)(&self.app(copy.path()))];
        for to in 1..=self.files.len() {
            let app = app_at(copy.path(), &self.files[..to]);
            unlock(&app);
            (self.bring)(&app).unwrap();
            states.push((self.shown)(&app));
        }
        assert!(states.windows(2).all(|two| two[0] != two[1]), "each file adds something");
        states
    }

    /// The store shows a state between two files, and bringing all in ends where it would have ended.
    fn assert_sound(&self, app: &App, states: &[String], at: &str) {
        assert!(states.contains(&(self.shown)(app)), "{at}: something is half done");
        (self.bring)(app).unwrap();
        assert_eq!(Some(&(self.shown)(app)), states.last(), "{at}");
    }

    fn killed(&self, kills: usize) {
        let base = Place::new();
        let states = self.states(&base);
        killed(&base, self.task, kills, |place, at| {
            self.assert_sound(&self.app(place), &states, at);
        });
    }
}

/// Another process of this binary, which does one of the tasks and is watched while it does.
#[test]
#[ignore = "the second process of other tests; alone it does nothing"]
fn second_process() {
    let (Ok(task), Ok(place)) = (std::env::var(TASK), std::env::var(PLACE)) else { return };
    let place = PathBuf::from(place);
    let begin = || fs::write(place.join("begun"), "").unwrap();
    for bringing in [COLLECTING, LISTING] {
        if bringing.task == task {
            let app = bringing.app(&place);
            begin();
            (bringing.bring)(&app).unwrap();
        }
    }
    if task == "export" {
        let app = app_at(&place, &[]);
        unlock(&app);
        begin();
        for form in FORMS {
            app.take_away(all_answers(form)).unwrap();
        }
    }
}

const FORMS: [FileForm; 4] = [FileForm::Csv, FileForm::Xlsx, FileForm::Json, FileForm::Pdf];

fn all_answers(form: FileForm) -> TakeAway {
    TakeAway {
        what: WhatToTake::of(Report::Answers),
        choice: TakingChoice { form, ..TakingChoice::default() },
        words: TakingWords {
            lang: "en-GB".to_owned(),
            title: "Answers".to_owned(),
            ..TakingWords::default()
        },
    }
}

/// Does the task under a tracer and says whether it came to its end; nothing where there is no tracer.
fn traced(task: &str, place: &Path, arguments: &[&str]) -> Option<bool> {
    let mut command = Command::new("strace");
    command.args(["-f", "-qq"]).args(arguments).arg(std::env::current_exe().unwrap());
    command.args(["faults::second_process", "--exact", "--ignored"]);
    command.env(TASK, task).env(PLACE, place).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Ok(status) => Some(status.success()),
        Err(error) => {
            println!("not tested: no strace here ({error})");
            None
        }
    }
}

/// The calls that the task makes once it has begun, each with its number among those of its name.
fn calls_of(task: &str, place: &Path) -> Option<Vec<(String, u32)>> {
    let log = place.join("calls").display().to_string();
    let trace = format!("trace=openat,{}", CALLS.join(","));
    let whole = traced(task, place, &["-o", &log, "-e", &trace])?;
    assert!(whole, "undisturbed, it is done");
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut begun, mut calls) = (false, Vec::new());
    let text = fs::read_to_string(&log).unwrap();
    for line in text.lines() {
        // `PID call(…`: the second half of a call that was interrupted begins with `<`.
        let call = line.trim_start_matches(|one: char| one.is_ascii_digit() || one == ' ');
        let Some((name, rest)) = call.split_once('(') else { continue };
        begun |= name == "openat" && rest.contains("/begun\"");
        if CALLS.contains(&name) {
            let count = counts.entry(name).or_default();
            *count += 1;
            calls.extend(begun.then(|| (name.to_owned(), *count)));
        }
    }
    Some(calls)
}

/// Kills the task at some of its calls, evenly spread, and looks at what each leaves.
fn killed(base: &Place, task: &str, kills: usize, look: impl Fn(&Path, &str)) {
    let Some(calls) = calls_of(task, base.copy().path()) else { return };
    let step = (calls.len() / kills).max(1);
    let mut ended = 0;
    for (call, number) in calls.iter().step_by(step) {
        let place = base.copy();
        let inject = format!("inject={call}:signal=SIGKILL:when={number}");
        let trace = format!("trace={call}");
        let whole = traced(task, place.path(), &["-o", "/dev/null", "-e", &trace, "-e", &inject]);
        ended += usize::from(whole == Some(false));
        look(place.path(), &format!("{call} {number} of {}", calls.len()));
    }
    println!("{task}: {} calls, ended at {ended} of them", calls.len());
    assert!(calls.len() > 10 && ended + 1 >= kills.min(calls.len()), "{ended} of {}", calls.len());
}

#[test]
fn killed_while_collecting_every_file_is_in_or_not() {
    COLLECTING.killed(4);
}

#[test]
fn killed_while_bringing_in_a_list_everybody_is_in_or_nobody() {
    LISTING.killed(3);
}

#[test]
fn killed_while_taking_away_a_file_is_whole_or_absent() {
    exports_killed(3);
}

#[test]
#[ignore = "some minutes: ended at every call"]
fn killed_at_any_call_nothing_is_half_done() {
    COLLECTING.killed(usize::MAX);
    LISTING.killed(usize::MAX);
    exports_killed(usize::MAX);
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for file in fs::read_dir(folder).into_iter().flatten() {
        let path = file.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.insert(name, fs::read(&path).unwrap());
        }
    }
    files
}

fn take_all(place: &Path) -> BTreeMap<String, Vec<u8>> {
    let app = app_at(place, &[]);
    unlock(&app);
    take_all_with(&app, place)
}

fn take_all_with(app: &App, place: &Path) -> BTreeMap<String, Vec<u8>> {
    for form in FORMS {
        app.take_away(all_answers(form)).unwrap();
    }
    files(&place.join("exports"))
}

fn exports_killed(kills: usize) {
    let base = Place::new();
    let whole = take_all(base.copy().path());
    assert_eq!(whole.len(), FORMS.len());
    killed(&base, "export", kills, |place, at| {
        for (name, bytes) in files(&place.join("exports")) {
            // What was being written has a name that says so, and is written over by the next try.
            assert!(name.starts_with('.') || whole.get(&name) == Some(&bytes), "{at}: {name}");
        }
        let left = take_all(place);
        assert_eq!(left, whole, "{at}");
    });
}

/// Runs a program that only the administrator may; says whether it did it.
fn as_administrator(program: &str, arguments: &[&str], path: &Path) -> bool {
    let ran = Command::new(program).args(arguments).arg(path).output();
    let done = ran.as_ref().is_ok_and(|output| output.status.success());
    if !done {
        println!("not tested: {program} {arguments:?} says {ran:?}");
    }
    done
}

/// A small disk in memory until this is dropped.
pub(crate) struct Disk(tempfile::TempDir);

impl Disk {
    /// Nothing where a mount cannot be had.
    pub(crate) fn small() -> Option<Self> {
        let disk = Self(tempfile::tempdir().unwrap());
        let words = ["-t", "tmpfs", "-o", "size=12m", "tmpfs"];
        as_administrator("mount", &words, disk.path()).then_some(disk)
    }

    fn holding(base: &Place) -> Option<Self> {
        let disk = Self::small()?;
        base.copy_to(disk.path());
        Some(disk)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves so many pages free.
    pub(crate) fn fill(&self, pages: u64) {
        let filler = self.path().join("filler");
        let mut file = fs::File::create(&filler).unwrap();
        while file.write_all(&[b'y'; 4096]).is_ok() {}
        let length = file.metadata().unwrap().len();
        file.set_len(length.saturating_sub(pages * 4096)).unwrap();
    }

    pub(crate) fn make_room(&self) {
        fs::remove_file(self.path().join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        as_administrator("umount", &["-l"], self.path());
    }
}

/// Pages that are left on the disk: with none not even a log can grow, with many all fits.
const PAGES: [u64; 7] = [0, 2, 8, 24, 48, 96, 1_024];

fn on_full_disks(bringing: Bringing) {
    let base = Place::new();
    let states = bringing.states(&base);
    let mut met = BTreeMap::new();
    for pages in PAGES {
        let Some(disk) = Disk::holding(&base) else { return };
        let app = bringing.app(disk.path());
        disk.fill(pages);
        let brought = (bringing.bring)(&app);
        let how = match &brought {
            Ok(()) => "brought in",
            Err(error) => {
                assert_eq!(error.code, ErrorCode::DiskFull, "{pages} pages: {error:?}");
                "full"
            }
        };
        *met.entry(how).or_insert(0) += 1;
        disk.make_room();
        bringing.assert_sound(&app, &states, &format!("{pages} pages"));
    }
    println!("{} on full disks: {met:?}", bringing.task);
    assert_eq!(met.len(), 2, "full at some sizes and not at others: {met:?}");
}

#[test]
fn on_a_full_disk_a_file_is_collected_or_not_and_all_are_when_there_is_room() {
    on_full_disks(COLLECTING);
}

#[test]
fn on_a_full_disk_a_list_is_brought_in_or_not() {
    on_full_disks(LISTING);
}

#[test]
fn on_a_full_disk_a_report_is_whole_or_absent_and_says_that_the_disk_is_full() {
    let base = Place::new();
    let whole = take_all(base.copy().path());
    let mut full = 0;
    let Some(disk) = Disk::holding(&base) else { return };
    let app = app_at(disk.path(), &[]);
    unlock(&app);
    for pages in PAGES {
        disk.fill(pages);
        for form in FORMS {
            if let Err(error) = app.take_away(all_answers(form)) {
                assert_eq!(error.code, ErrorCode::DiskFull, "{pages} pages: {error:?}");
                full += 1;
            }
        }
        for (name, bytes) in files(&disk.path().join("exports")) {
            assert_eq!(whole.get(&name), Some(&bytes), "{pages} pages: {name}");
            fs::remove_file(disk.path().join("exports").join(name)).unwrap();
        }
        disk.make_room();
    }
    assert!(full >= FORMS.len(), "it was full: {full}");
    assert_eq!(take_all_with(&app, disk.path()), whole);
}

#[test]
fn what_cannot_be_written_is_said_and_left_as_it_is() {
    let base = Place::new();
    let place = base.copy();
    let app = COLLECTING.app(place.path());
    let exports = place.path().join("exports");
    if !as_administrator("chattr", &["+i"], &exports) {
        return;
    }
    let refused = app.take_away(all_answers(FileForm::Csv)).map_err(|error| error.code);
    as_administrator("chattr", &["-i"], &exports);
    assert_eq!(refused.unwrap_err(), ErrorCode::FileNotWritable);
    assert!(files(&exports).is_empty());
    let before = shown(&app);
    app.lock_trainer().unwrap();

    let store = place.path().join("data/trainer.db");
    as_administrator("chattr", &["+i"], &store);
    let passphrase = PASSPHRASE.to_owned();
    let refused = app.unlock_trainer(Passphrase { passphrase }).map_err(|error| error.code);
    as_administrator("chattr", &["-i"], &store);
    assert_eq!(refused.unwrap_err(), ErrorCode::StoreReadOnly);
    unlock(&app);
    assert_eq!(shown(&app), before);
}

fn flip(file: &Path, at: u64) {
    let mut bytes = fs::read(file).unwrap();
    let at = usize::try_from(at).unwrap();
    bytes[at] ^= 0x10;
    fs::write(file, bytes).unwrap();
}

/// Damage before the store is opened, and damage while it is open: the first is said with the door, the
/// second with the first page that cannot be read. Nothing is ever shown of a damaged page.
#[test]
fn a_damaged_page_is_said_and_nothing_wrong_is_shown_or_collected() {
    let base = Place::new();
    let states = COLLECTING.states(&base);
    let length = fs::metadata(base.temp.path().join("data/trainer.db")).unwrap().len();
    let (mut said, mut silent) = (0, 0);
    for page in [1, length / 4096 / 3, length / 4096 / 2, length / 4096 - 1] {
        let place = base.copy();
        let store = place.path().join("data/trainer.db");
        flip(&store, page * 4096 + 99);
        let damaged = fs::read(&store).unwrap();
        let app = app_at(place.path(), RESULTS);
        let passphrase = PASSPHRASE.to_owned();
        let open = app.unlock_trainer(Passphrase { passphrase }).unwrap();
        if matches!(open, TrainerDoor::Open { notice: Some(_), .. }) {
            said += 1;
            let kept = files(&place.path().join("data"));
            assert!(kept.values().any(|bytes| *bytes == damaged), "it is set aside whole");
            collect(&app).unwrap();
        } else {
            silent += 1;
            COLLECTING.assert_sound(&app, &states, &format!("page {page}"));
        }

        let place = base.copy();
        let app = COLLECTING.app(place.path());
        flip(&place.path().join("data/trainer.db"), page * 4096 + 99);
        match collect(&app) {
            Ok(_) => assert_eq!(shown(&app), states[2], "page {page}"),
            Err(error) => assert_eq!(error.code, ErrorCode::StoreDamaged, "page {page}: {error:?}"),
        }
    }
    assert!(said > 0, "damage is noticed: {said} said, {silent} not");
}
