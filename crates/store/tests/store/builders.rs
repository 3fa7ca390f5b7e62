//! What tests start from: a folder, a store, rows that say only what matters.

use std::path::{Path, PathBuf};

use eighteen_seal::StoreKey;
use eighteen_store::{
    AnswerRow, AttemptItemRow, AttemptKind, AttemptRow, DataFolder, Error, ItemRow, Kind,
    NewAnswer, Opened, PersonRow, Reader, Store, Writer,
};
use tempfile::TempDir;

/// The moment at which tests open stores, unless they say another.
pub(crate) const STAMP: &str = "20261122T173000Z";
/// The same moment as stores keep it.
pub(crate) const NOW: &str = "2026-11-22T18:30:00.000+01:00";
pub(crate) const PACK: &str = "eighteen-days";

/// A data folder that this process holds.
pub(crate) struct Home {
    pub(crate) temp: TempDir,
    pub(crate) folder: DataFolder,
}

impl Home {
    /// On the disk that temporary files are on.
    pub(crate) fn new() -> Self {
        Self::within(&std::env::temp_dir())
    }

    /// In memory where the system has that, for tests that open stores hundreds of times.
    pub(crate) fn quick() -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::within(memory) } else { Self::new() }
    }

    pub(crate) fn within(parent: &Path) -> Self {
        let temp = TempDir::with_prefix_in("eighteen-", parent).unwrap();
        let folder = DataFolder::hold(&temp.path().join("data")).unwrap();
        Self { temp, folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn open(&self, kind: Kind<'_>, stamp: &str) -> Result<Opened, Error> {
        Store::open(&self.folder, kind, stamp)
    }

    /// Opens a store that must be sound.
    pub(crate) fn store(&self, kind: Kind<'_>) -> Store {
        let opened = self.open(kind, STAMP).unwrap();
        assert_eq!(opened.damage, None, "this store is sound");
        opened.store
    }

    pub(crate) fn learners(&self) -> Store {
        self.store(Kind::Learner)
    }
}

/// A learners' store in a folder of its own.
pub(crate) fn learners() -> (Home, Store) {
    let home = Home::new();
    let store = home.learners();
    (home, store)
}

/// A trainer's store in a folder of its own.
pub(crate) fn trainers() -> (Home, StoreKey, Store) {
    let home = Home::new();
    let key = StoreKey::random().unwrap();
    let store = home.store(Kind::Trainer(&key));
    (home, key, store)
}

pub(crate) fn read<T>(store: &Store, work: impl FnOnce(&Reader<'_>) -> Result<T, Error>) -> T {
    store.read(work).unwrap()
}

pub(crate) fn write<T>(store: &Store, work: impl FnOnce(&Writer<'_>) -> Result<T, Error>) -> T {
    store.write(work).unwrap()
}

pub(crate) fn item(hash: &str, item_id: &str) -> ItemRow {
    ItemRow {
        hash: hash.to_owned(),
        pack_id: PACK.to_owned(),
        module_id: "m1".to_owned(),
        item_id: item_id.to_owned(),
        version: 1,
        body: format!(r#"{{"id":"{item_id}"}}"#),
    }
}

/// An open final check of module `m1`.
pub(crate) fn check(id: &str, learner_id: &str) -> AttemptRow {
    AttemptRow {
        id: id.to_owned(),
        learner_id: learner_id.to_owned(),
        kind: AttemptKind::Check,
        pack_id: PACK.to_owned(),
        pack_version: 1,
        pack_hash: "c0ffee".to_owned(),
        module_id: "m1".to_owned(),
        quiz_id: "check-m1".to_owned(),
        try_number: 1,
        seed: u64::MAX.to_string(),
        policy: r#"{"draw":2}"#.to_owned(),
        pass_points: 2,
        started_at: NOW.to_owned(),
        finished_at: None,
        points: None,
        passed: None,
    }
}

/// The same, ended.
pub(crate) fn finished(attempt: AttemptRow, points: f64, passed: bool) -> AttemptRow {
    AttemptRow {
        finished_at: Some(NOW.to_owned()),
        points: Some(points),
        passed: Some(passed),
        ..attempt
    }
}

pub(crate) fn drawn(attempt_id: &str, position: u32, item_hash: &str) -> AttemptItemRow {
    AttemptItemRow {
        attempt_id: attempt_id.to_owned(),
        position,
        item_hash: item_hash.to_owned(),
        parts: r#"["b","a"]"#.to_owned(),
        targets: "[]".to_owned(),
    }
}

pub(crate) fn answer(id: &str, attempt_id: &str, position: u32, score: f64) -> NewAnswer {
    NewAnswer {
        id: id.to_owned(),
        attempt_id: attempt_id.to_owned(),
        position,
        item_id: "q1".to_owned(),
        item_version: 1,
        response: r#"["a"]"#.to_owned(),
        shown_text: "Report it".to_owned(),
        score,
        confidence: None,
        elapsed_ms: 1_500,
        answered_at: NOW.to_owned(),
    }
}

pub(crate) fn person(id: &str, name: Option<&str>) -> PersonRow {
    PersonRow {
        id: id.to_owned(),
        name: name.map(str::to_owned),
        sample: false,
        last_active: NOW.to_owned(),
    }
}

/// A learner with an open check `a1` of two questions, ready to be answered.
pub(crate) fn ready(store: &Store) {
    write(store, |writer| {
        writer.add_learner("l1", NOW)?;
        writer.keep_item(&item("h1", "q1"))?;
        writer.keep_item(&item("h2", "q2"))?;
        writer.put_attempt(&check("a1", "l1"))?;
        writer.put_attempt_item(&drawn("a1", 1, "h1"))?;
        writer.put_attempt_item(&drawn("a1", 2, "h2"))
    });
}

/// A learners' store made [`ready`].
pub(crate) fn ready_store() -> (Home, Store) {
    let (home, store) = learners();
    ready(&store);
    (home, store)
}

/// Answers of `a1` from `from` on, each in a transaction of its own.
pub(crate) fn give_answers(store: &Store, from: u32, count: u32) {
    for number in from..from + count {
        write(store, |writer| writer.add_answer(&numbered(number)));
    }
}

/// The answer of that number: every value of it follows from the number.
pub(crate) fn numbered(number: u32) -> NewAnswer {
    NewAnswer {
        shown_text: format!("Answer number {number}"),
        elapsed_ms: number,
        ..answer(&format!("answer-{number}"), "a1", number % 2 + 1, f64::from(number % 5) / 4.0)
    }
}

pub(crate) fn all_answers(store: &Store) -> Vec<AnswerRow> {
    read(store, |reader| reader.answers_after(0, u32::MAX))
}

/// Small, seeded, good enough to choose with (splitmix64).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `bound`.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(bound).unwrap()).unwrap()
    }
}
