//! The whole way, from an organisation's own pack to a trainer's reports: the pack is built and signed, a fresh
//! computer gets policy and pack, somebody learns without a network, her results travel by file and through a record
//! store, and both trainers read the same.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use eighteen_app::{
    App, Course, MayWrite, Memory, Reach, Roots, Rules, packs,
    wire::{
        among::Among,
        delivery::{DeliveryState, StoreNamed},
        packs::OpenCourse,
        results::{CollectFiles, PublicKeyOf, SaveTrainerKey},
        trainer::{AskModule, AskQuestions},
    },
};
use eighteen_testkit::{
    SaveTo, finish_steps,
    lrs::{Authority, Lrs, Said, Server, sent_by},
    some_response, take_check,
};
use serde_json::{Value, json};

use crate::{
    delivery::{agree, send, typed},
    gathering::gather,
    results::{trust, unlock},
    support::{Folder, PASSPHRASE, begin},
};

/// A record store behind a network that can be away.
struct Network {
    server: Server,
    reach: Reach,
    is_there: Arc<AtomicBool>,
}

impl Network {
    fn away() -> Self {
        let authority = Authority::new();
        let is_there = Arc::new(AtomicBool::new(false));
        let there = Arc::clone(&is_there);
        let mut lrs = Lrs::default();
        let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
            if there.load(Ordering::Acquire) { sent_by(&mut lrs, request) } else { Said::Nothing }
        });
        let reach = Reach {
            roots: Roots::These(vec![authority.root()]),
            loopback: true,
            patience: Duration::from_secs(5),
        };
        Self { server, reach, is_there }
    }

    fn address(&self) -> String {
        format!("https://localhost:{}/xapi", self.server.port())
    }
}

/// The organisation's folder for its computers: a policy, and the pack that it built and signed.
fn handed_out(folder: &Path, address: &str) -> PathBuf {
    let (keys, source, place) = (folder.join("keys"), folder.join("ours"), folder.join("policy"));
    fs::create_dir_all(&place).unwrap();
    packs::new_key(&keys, PASSPHRASE).unwrap();
    packs::new_pack(&source).unwrap();
    let file = place.join("ours.e18p");
    packs::build(&source, &file).unwrap();
    packs::sign(&file, &keys.join("org.key"), PASSPHRASE).unwrap();
    packs::verify(&file, &[keys.join("org.pub")]).unwrap();
    let public = fs::read_to_string(keys.join("org.pub")).unwrap();
    let policy = format!(
        "format = 1\norganisation = \"Northwind Freight\"\n\
         [[trust.key]]\nname = \"Northwind training\"\npublic = \"{}\"\n\
         [packs]\ninstall = [\"ours.e18p\"]\n\
         [delivery]\nendpoint = \"{address}\"\nversion = \"1.0.3\"\n\
         home-page = \"https://people.example.org\"\n\
         [settings]\nlocked = [\"packs\", \"delivery\"]\n",
        public.lines().last().unwrap()
    );
    fs::write(place.join("policy.toml"), policy).unwrap();
    place
}

/// A computer of the organisation, on which nobody has learned.
fn computer(folder: &Folder, policy: &Path, opening: Vec<PathBuf>, reach: &Reach) -> App {
    let exports = folder.dir.path().join("exports");
    fs::create_dir_all(&exports).unwrap();
    App::open_under(
        Rules::of(policy, MayWrite::Anybody),
        &folder.data(),
        Box::new(SaveTo::folder(exports).opening(opening)),
        Box::new(folder.clock.clone()),
        Course::shipped(),
    )
    .delivering(Box::new(Memory::default()), reach.clone())
}

fn reports(app: &App, module: &str) -> Value {
    let module = AskModule { module_id: Some(module.to_owned()), among: Among::default() };
    json!({
        "questions": app.trainer_questions(AskQuestions::default()).unwrap(),
        "misconceptions": app.trainer_misconceptions(Among::default()).unwrap(),
        "lasted": app.trainer_lasted(Among::default()).unwrap(),
        "check": checks_of(serde_json::to_value(app.trainer_module(module).unwrap()).unwrap()),
    })
}

/// Of the report of a module what stands on its check. How far somebody is in the steps is in no statement.
pub(crate) fn checks_of(mut report: Value) -> Value {
    report.as_object_mut().unwrap().remove("steps").unwrap();
    report
}

#[test]
fn a_pack_goes_out_and_results_come_back_by_file_and_by_store_the_same() {
    let organisation = tempfile::tempdir().unwrap();
    let network = Network::away();
    let policy = handed_out(organisation.path(), &network.address());

    let (by_file, by_store) = (Folder::new(), Folder::new());
    let trainer = computer(&by_file, &policy, Vec::new(), &network.reach);
    unlock(&trainer);
    let saved = trainer.save_trainer_key(SaveTrainerKey { name: "Ruth Lang".to_owned() });
    let key_file = PathBuf::from(saved.unwrap().unwrap().path);
    drop(trainer);

    // A fresh computer has the organisation's course and its store, and nobody's word that anything is sent.
    let maya = Folder::new();
    let app = computer(&maya, &policy, vec![key_file], &network.reach);
    assert_eq!(app.policy().unwrap().not_provided, []);
    let taught = app.packs().unwrap().rows.into_iter().find(|row| row.taught).unwrap();
    assert_eq!(taught.pack_id, "our-house");
    let learner = begin(&app, "Maya");
    let named = app.name_record_store(typed(&network.address())).unwrap();
    assert!(matches!(named, StoreNamed::Taken { .. }), "{named:?}");
    agree(&app);

    // She learns while the network is away; nothing waits for it, and nothing is lost.
    let module = "first-call".to_owned();
    finish_steps(&app, &module).unwrap();
    take_check(&app, &module, some_response).unwrap();
    send(&app);
    let delivery = app.delivery().unwrap();
    assert!(delivery.waiting > 0 && delivery.delivered == 0, "{delivery:?}");
    assert!(matches!(delivery.state, DeliveryState::Resting { .. }), "{delivery:?}");
    network.is_there.store(true, Ordering::Release);
    app.send_now().unwrap();
    send(&app);
    let after = app.delivery().unwrap();
    assert_eq!((after.waiting, after.delivered), (0, delivery.waiting));
    let public_key = trust(&app);
    let file = app.save_results(PublicKeyOf { public_key }).unwrap().unwrap().path;

    let from_file = computer(&by_file, &policy, vec![file.into()], &network.reach);
    unlock(&from_file);
    from_file.choose_result_files().unwrap();
    from_file.collect_files(CollectFiles { indexes: vec![0] }).unwrap();
    // Here another course is open, and the program was started anew: the pack lies on the shelf.
    let from_store = computer(&by_store, &policy, Vec::new(), &network.reach);
    let shipped = Course::shipped().unwrap().pack.id;
    from_store.open_course(OpenCourse { pack_id: shipped }).unwrap();
    drop(from_store);
    let from_store = computer(&by_store, &policy, Vec::new(), &network.reach);
    unlock(&from_store);
    from_store.name_source(typed(&network.address())).unwrap();
    let (looked, _) = gather(&from_store);
    assert_eq!((looked.new_checks, looked.left_out.len()), (1, 0), "{looked:?}");
    from_store.open_course(OpenCourse { pack_id: "our-house".to_owned() }).unwrap();
    let (one, other) = (reports(&from_file, &module), reports(&from_store, &module));
    for part in ["questions", "misconceptions", "lasted", "check"] {
        assert_eq!(one[part], other[part], "{part}");
    }
    assert!(one["questions"].to_string().len() > 200 && one != Value::Null);
    for app in [&from_file, &from_store] {
        let people = app.trainer_overview(Among::default()).unwrap().rows;
        assert_eq!(people.iter().map(|row| &row.person_id).collect::<Vec<_>>(), [&learner]);
    }
}
