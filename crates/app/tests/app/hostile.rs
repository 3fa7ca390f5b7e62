//! Files that are sound in themselves and wrong for a computer that has met something before (H-84, H-87, H-88, H-90,
//! H-91): each is met with its reason, quickly, and what was there stays as it was.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use chrono::Duration as Days;
use eighteen_app::{
    App,
    wire::{
        packs::{LookedPack, OpenedPack, PackVerdict, TrustSigner},
        results::{CollectFiles, FoundState, SaveTrainerKey},
        trainer::{AskPeople, OpenPerson},
    },
};
use eighteen_hostile::corpus::known::{self, Handed, Known};
use eighteen_seal::PublicKey;

use crate::{
    packs::small,
    results::unlock,
    support::{Folder, shown},
};

/// What the issue allows an input.
const MOST: Duration = Duration::from_secs(2);

/// Where the person finds the only file that was handed over.
fn put(folder: &Path, handed: &Handed) -> PathBuf {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let (ending, bytes) = match handed {
        Handed::Pack(bytes) => ("e18p", bytes),
        Handed::Statement(bytes) => ("e18s", bytes),
        Handed::Results(bytes) => ("e18r", bytes),
    };
    let path = folder.join("handed-over").with_extension(ending);
    fs::write(&path, bytes).unwrap();
    path
}

fn look(app: &App) -> OpenedPack {
    app.open_pack().unwrap().unwrap()
}

/// What is said to a pack.
fn said(pack: &LookedPack) -> String {
    pack.hindrance.as_ref().map_or("let in".to_owned(), |hindrance| format!("{hindrance:?}"))
}

/// Takes what is sound: trusts its signer, installs it, or believes what is said of a key.
fn take(app: &App) {
    let OpenedPack::Looked { pack } = look(app) else { return };
    if pack.verdict == PackVerdict::Unknown {
        app.trust_signer(TrustSigner { name: "Acme Security".to_owned() }).unwrap();
    }
    app.install_pack().unwrap();
}

#[allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]
fn met(Known { name, before, file, expected }: &Known, say: impl FnOnce() -> String) {
    let started = Instant::now();
    let said = say();
    assert_eq!(&said, expected, "{name}, after {} files", before.len());
    let took = started.elapsed();
    assert!(took < MOST, "{name}: {took:?}");
    let (Handed::Pack(bytes) | Handed::Statement(bytes) | Handed::Results(bytes)) = file;
    assert!(!bytes.is_empty(), "{name} is made");
}

#[test]
fn what_a_computer_has_met_of_packs_and_keys_it_remembers_whatever_its_clock_says() {
    for known in known::packs() {
        let folder = Folder::new();
        let exports = folder.dir.path().join("exports");
        let app = folder.app_with(small());
        for file in &known.before {
            put(&exports, file);
            take(&app);
        }
        let before = format!("{:?}", app.packs().unwrap());
        put(&exports, &known.file);
        for days in [0, -4_000, 8_000] {
            folder.clock.move_on(Days::days(days));
            met(&known, || match look(&app) {
                OpenedPack::Looked { pack } => said(&pack),
                other => format!("{other:?}"),
            });
            assert!(app.install_pack().is_err(), "{}: there is no way in", known.name);
        }
        assert_eq!(format!("{:?}", app.packs().unwrap()), before, "{}", known.name);
    }
}

#[test]
fn a_result_file_counts_once_and_two_under_one_number_are_told() {
    let folder = Folder::new();
    let place = folder.dir.path().join("handed");
    let app = folder.app_opening(vec![place.join("handed-over.e18r")]);
    unlock(&app);
    let key = app.save_trainer_key(SaveTrainerKey { name: "Ruth".to_owned() }).unwrap().unwrap();
    let key: serde_json::Value = serde_json::from_slice(&fs::read(key.path).unwrap()).unwrap();
    let key = PublicKey::from_hex(key["public_key"].as_str().unwrap()).unwrap();
    let found = |handed: &Handed| {
        put(&place, handed);
        app.choose_result_files().unwrap().unwrap().files.remove(0)
    };
    for known in known::results(&key) {
        for file in &known.before {
            assert_eq!(found(file).state, FoundState::New, "{}", known.name);
            app.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
        }
        let before = shown(&app);
        met(&known, || {
            let state = found(&known.file).state;
            let looked = shown(&app);
            app.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
            assert_eq!(looked, before, "{}: to look at it changes nothing", known.name);
            if state == FoundState::Same {
                assert_eq!(shown(&app), before, "{}: it counts once", known.name);
                return format!("{state:?}");
            }
            told(&app)
        });
    }
}

/// What the files of everybody show, in words.
pub(crate) fn told(app: &App) -> String {
    let everybody = AskPeople { limit: 500, ..AskPeople::default() };
    let people = app.trainer_people(everybody).unwrap().rows.into_iter();
    let histories = people
        .map(|row| app.person_history(OpenPerson { person_id: row.person_id }).unwrap().findings);
    let kinds: Vec<_> = histories.flatten().map(|finding| format!("{:?}", finding.kind)).collect();
    kinds.join(", ")
}
