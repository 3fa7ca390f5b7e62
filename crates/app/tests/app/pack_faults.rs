//! Making, signing and installing a pack when the disk is full, the pack is too large, or somebody stops it: it is said,
//! nothing is half done, and nothing is left beside.

#![cfg(target_os = "linux")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock, Weak},
};

use eighteen_app::{
    App, Course, Desktop, ErrorCode, packs,
    wire::{
        builder::{ChooseParts, KeyPassphrase},
        packs::{OpenedPack, PackState, PackVerdict, TrustSigner},
    },
};
use eighteen_testkit::SaveTo;

use crate::{
    faults::Disk,
    packs::{PASSPHRASE, files_of, hand_over, key, small, version},
    support::{Folder, Standing},
};

const NOW: &str = "2026-11-22T09:00:00+00:00";
/// What is free on the disk: nothing, less than is needed, and enough.
const PAGES: [u64; 4] = [0, 2, 12, 1_024];

fn app_at(data: &Path, desktop: SaveTo) -> App {
    App::open_with(
        data,
        Box::new(desktop),
        Box::new(Standing::at(NOW)),
        Course::from_files(&small()),
    )
}

/// The same with the course that ships, of which drafts are made.
fn builder_at(data: &Path, desktop: Box<dyn Desktop>) -> App {
    App::open_with(data, desktop, Box::new(Standing::at(NOW)), Course::shipped())
}

fn parts(modules: &[&str]) -> ChooseParts {
    ChooseParts {
        module_ids: modules.iter().map(|id| (*id).to_owned()).collect(),
        inbox: false,
        story: false,
        assessment: false,
    }
}

fn sign(app: &App) -> Result<Option<String>, ErrorCode> {
    let signed = app.sign_pack_draft(KeyPassphrase { passphrase: PASSPHRASE.to_owned() });
    signed.map(|signed| signed.map(|signed| signed.path)).map_err(|error| error.code)
}

/// A draft that was begun in the app and lies in this folder, and the key of Acme.
fn draft_in(data: &Path, folder: &Path) {
    let app = builder_at(data, Box::new(SaveTo::nowhere()));
    let draft = app.choose_pack_parts(parts(&["the-notice"])).unwrap();
    let begun = PathBuf::from(draft.folder.unwrap());
    for (path, bytes) in files_of(&begun) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    drop(app);
    let app = builder_at(data, Box::new(SaveTo::nowhere().choosing(folder.to_path_buf())));
    app.open_pack_draft().unwrap().unwrap();
    drop(app);
    let app = builder_at(data, Box::new(SaveTo::nowhere().opening(vec![key("acme", "org.key")])));
    app.choose_signing_key().unwrap().unwrap();
}

/// What lies on a disk, without what fills it.
fn on(disk: &Path) -> BTreeMap<String, Vec<u8>> {
    files_of(disk).into_iter().filter(|(path, _)| path != "filler").collect()
}

#[test]
fn on_a_full_disk_a_draft_changes_wholly_or_not_at_all_and_is_signed_wholly_or_not_at_all() {
    let folder = Folder::new();
    let Some(disk) = Disk::small() else { return };
    draft_in(&folder.data(), &disk.path().join("ours"));
    let app = builder_at(&folder.data(), Box::new(SaveTo::nowhere()));
    let mut told = [0, 0];
    for pages in PAGES {
        let before = on(disk.path());
        disk.fill(pages);
        match app.choose_pack_parts(parts(&["the-notice", "pressure"])) {
            Ok(draft) => assert!(draft.problems.is_empty(), "{pages}: {:?}", draft.problems),
            Err(error) => {
                assert_eq!(error.code, ErrorCode::DiskFull, "{pages}: {error:?}");
                assert_eq!(error.path.as_deref(), disk.path().join("ours").to_str());
                assert!(on(disk.path()) == before, "{pages}: the draft is as it was");
                told[0] += 1;
            }
        }
        disk.make_room();
        app.choose_pack_parts(parts(&["the-notice"])).unwrap();
        assert!(on(disk.path()) == before, "{pages}: what went is away");
        disk.fill(pages);
        match sign(&app) {
            Ok(path) => {
                let path = PathBuf::from(path.unwrap());
                assert!(packs::verify(&path, &[key("acme", "org.pub")]).is_ok(), "{pages}");
                fs::remove_file(path).unwrap();
            }
            Err(code) => {
                assert_eq!(code, ErrorCode::DiskFull, "{pages}");
                told[1] += 1;
            }
        }
        disk.make_room();
        assert!(on(disk.path()) == before, "{pages}: no half of a pack lies there");
    }
    assert!(told.iter().all(|told| (1..4).contains(told)), "full at some sizes: {told:?}");
}

#[test]
fn on_a_full_disk_a_pack_is_installed_wholly_or_not_at_all() {
    let folder = Folder::new();
    let pack = hand_over(&folder, "v2", &version(2));
    let Some(disk) = Disk::small() else { return };
    let app = app_at(&disk.path().join("data"), SaveTo::nowhere().opening(vec![pack]));
    let Some(OpenedPack::Looked { pack }) = app.open_pack().unwrap() else { panic!("a pack") };
    assert_eq!(pack.verdict, PackVerdict::Unknown);
    let trust = || app.trust_signer(TrustSigner { name: "Acme".to_owned() });
    disk.fill(0);
    assert_eq!(trust().unwrap_err().code, ErrorCode::DiskFull);
    assert!(app.packs().unwrap().keys.is_empty(), "what the disk does not have is not trusted");
    disk.make_room();
    trust().unwrap();
    let kept = || {
        let mut files = on(disk.path());
        files.retain(|path, _| path.starts_with("data/packs/") || path == "data/trust.json");
        files
    };
    let before = kept();
    let mut told = 0;
    for pages in PAGES {
        disk.fill(pages);
        let installed = app.install_pack();
        disk.make_room();
        let Err(error) = installed else { break };
        assert_eq!(error.code, ErrorCode::DiskFull, "{pages}: {error:?}");
        assert!(kept().into_iter().eq(before.clone()), "{pages}: nothing is left beside");
        let rows = app.packs().unwrap().rows;
        assert_eq!(rows[0].state, PackState::Shipped, "{pages}");
        told += 1;
    }
    assert!((1..4).contains(&told), "full at some sizes: {told}");
    let rows = app.packs().unwrap().rows;
    assert_eq!((rows[0].version, rows[0].state.clone()), (2, PackState::Signed));
}

#[test]
fn a_pack_over_the_limit_is_not_signed_and_its_draft_stays_as_it_is() {
    const MEBIBYTE: u64 = 1024 * 1024;
    let folder = Folder::new();
    let ours = folder.dir.path().join("ours");
    draft_in(&folder.data(), &ours);
    // Files without bytes of their own: a disk has them for nothing.
    for number in 0..26 {
        fs::create_dir_all(ours.join("media")).unwrap();
        let picture = fs::File::create(ours.join(format!("media/large-{number}.png"))).unwrap();
        picture.set_len(8 * MEBIBYTE).unwrap();
    }
    let app = builder_at(&folder.data(), Box::new(SaveTo::nowhere()));
    let head = fs::read(ours.join("pack.toml")).unwrap();
    assert_eq!(sign(&app), Err(ErrorCode::PackTooLarge));
    assert_eq!(fs::read(ours.join("pack.toml")).unwrap(), head);
    let beside = fs::read_dir(folder.dir.path()).unwrap().map(|entry| entry.unwrap().file_name());
    let beside: BTreeSet<_> = beside.collect();
    assert_eq!(beside, ["data".into(), "ours".into()].into(), "nothing is left beside");
    drop(app);
    let large = folder.dir.path().join("large.e18p");
    fs::File::create(&large).unwrap().set_len(201 * MEBIBYTE).unwrap();
    let app = app_at(&folder.dir.path().join("other"), SaveTo::nowhere().opening(vec![large]));
    let Some(OpenedPack::Looked { pack }) = app.open_pack().unwrap() else { panic!("looked at") };
    assert_eq!((pack.verdict, pack.facts), (PackVerdict::NotAPack, None));
    assert_eq!(app.install_pack().unwrap_err().code, ErrorCode::PackInvalid);
}

/// Somebody who presses Stop while the question of where to save is open.
struct Stopping {
    app: Arc<OnceLock<Weak<App>>>,
    folder: PathBuf,
}

impl Desktop for Stopping {
    fn choose_save_path(&self, suggested_name: &str) -> Option<PathBuf> {
        self.app.get()?.upgrade()?.stop_work().ok()?;
        Some(self.folder.join(suggested_name))
    }

    fn choose_open_path(&self, _endings: &[&str]) -> Option<PathBuf> {
        None
    }

    fn choose_open_paths(&self, _endings: &[&str]) -> Vec<PathBuf> {
        Vec::new()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        None
    }

    fn show_file(&self, _path: &Path) -> bool {
        false
    }
}

#[test]
fn signing_that_is_stopped_leaves_nothing_and_may_be_begun_again() {
    let folder = Folder::new();
    draft_in(&folder.data(), &folder.dir.path().join("ours"));
    let elsewhere = folder.dir.path().join("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    let handle = Arc::new(OnceLock::new());
    let stopping = Stopping { app: Arc::clone(&handle), folder: elsewhere.clone() };
    let app = Arc::new(builder_at(&folder.data(), Box::new(stopping)));
    assert!(handle.set(Arc::downgrade(&app)).is_ok());
    let first = sign(&app).unwrap().unwrap();
    let signed = fs::read(&first).unwrap();
    // Its name is taken now, so somebody is asked, and stops it.
    assert_eq!(sign(&app), Ok(None));
    assert!(files_of(&elsewhere).is_empty(), "nothing was written");
    assert_eq!(fs::read(&first).unwrap(), signed, "what was there stays");
    assert_eq!(app.work_progress().unwrap(), None, "nothing goes on");
    fs::remove_file(&first).unwrap();
    assert_eq!(sign(&app).unwrap(), Some(first), "and it may be signed again");
}
