//! Honest histories and tampered ones, by chance: each tampering is named, no honest history is.

use super::*;

const LEARNER: &str = "l1";

/// `SplitMix64` (Steele, Lea, Flood, 2014): the same seed is the same history on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ value >> 31
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// What stands in a learners' store.
#[derive(Clone, Default)]
struct Record {
    links: Vec<Link>,
    checks: Vec<Came>,
}

/// An installation with the copies of its store.
#[derive(Clone)]
struct Installation {
    device: String,
    record: Record,
    copies: Vec<Record>,
    files: u32,
    hour: i64,
}

struct File {
    device: String,
    number: u32,
    record: Record,
}

impl Installation {
    fn new(chance: &mut Chance) -> Self {
        let device = format!("{:016x}", chance.next());
        Self { device, record: Record::default(), copies: Vec::new(), files: 0, hour: 0 }
    }

    fn link(&mut self, kind: LinkKind, attempt: &str, content: &str) {
        let at = format!("hour {}", self.hour);
        let last = self.record.links.last();
        let link = Link::after(last, LEARNER, kind, (attempt, content), &at, &self.device);
        self.record.links.push(link);
    }

    fn finish(&mut self, chance: &mut Chance) {
        let (attempt_id, content) =
            (format!("{:x}", chance.next()), format!("{:x}", chance.next()));
        self.link(LinkKind::Check, &attempt_id, &content);
        self.record.checks.push(Came { attempt_id, learner_id: LEARNER.to_owned(), content });
    }

    fn save(&mut self) -> File {
        self.files += 1;
        File { device: self.device.clone(), number: self.files, record: self.record.clone() }
    }
}

/// Some weeks: checks, files, copies, crashes in which nothing was committed, clocks set back and on, and
/// copies that the app brought back and says so.
fn weeks(chance: &mut Chance) -> (Installation, Vec<File>) {
    let mut home = Installation::new(chance);
    let mut files = Vec::new();
    for _ in 0..3 + chance.below(20) {
        match chance.below(10) {
            0..=3 => home.finish(chance),
            4 | 5 => files.push(home.save()),
            6 => home.copies.push(home.record.clone()),
            7 => home.hour += i64::try_from(chance.below(2_000)).unwrap() - 1_000,
            8 => home.clone().finish(chance),
            _ => {
                if !home.copies.is_empty() {
                    home.record = home.copies[chance.below(home.copies.len())].clone();
                    let id = format!("{:x}", chance.next());
                    home.link(LinkKind::Restored, &id, "");
                }
            }
        }
    }
    (home, files)
}

/// What a trainer finds who collects these files in any order, some of them twice.
fn found(files: &[File], chance: &mut Chance) -> BTreeSet<FindingKind> {
    let mut order: Vec<usize> =
        (0..files.len()).chain((0..files.len()).filter(|at| at % 3 == 0)).collect();
    chance.shuffle(&mut order);
    let (mut links, mut seen, mut kinds) = (Vec::new(), Vec::new(), BTreeSet::new());
    for at in order {
        let File { device, number, record } = &files[at];
        let own = in_file(LEARNER, device, &record.links, &record.checks);
        kinds.extend(own.into_iter().map(|finding| finding.kind));
        for link in &record.links {
            if !links.contains(link) {
                links.push(link.clone());
            }
        }
        let file = FileSeen {
            digest: digest(record, *number),
            device: device.clone(),
            number: *number,
            head: record.links.last().map(|link| link.hash.clone()).unwrap_or_default(),
        };
        if !seen.contains(&file) {
            seen.push(file);
        }
    }
    kinds.extend(together(&links, &seen).into_iter().map(|finding| finding.kind));
    kinds
}

fn digest(record: &Record, number: u32) -> String {
    let mut hash = Hashing::new("file");
    hash.number(number.into());
    for link in &record.links {
        hash.text(&link.hash);
    }
    for check in &record.checks {
        hash.text(&check.attempt_id).text(&check.content);
    }
    hash.hex()
}

/// 1,000 in the ordinary run; `cargo xtask tamper` asks for 10,000.
fn runs() -> u64 {
    std::env::var("EIGHTEEN_TAMPER_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(1_000)
}

#[test]
fn no_honest_history_is_named() {
    let mut told = 0;
    for seed in 0..runs() {
        let mut chance = Chance(seed);
        let (_home, files) = weeks(&mut chance);
        told += files.len();
        let kinds = found(&files, &mut chance);
        assert!(kinds.is_empty(), "seed {seed}: {kinds:?}");
    }
    assert!(told as u64 > runs(), "the histories are of some length");
}

/// What somebody does with the files of the data folder, and what it has to be called.
type Tampering = fn(&mut Installation, &mut Vec<File>, &mut Chance) -> FindingKind;

const TAMPERINGS: &[(&str, Tampering)] = &[
    ("a score is edited", |home, files, chance| {
        let at = chance.below(home.record.checks.len());
        home.record.checks[at].content = format!("{:x}", chance.next());
        files.push(home.save());
        FindingKind::Edited
    }),
    ("a link is edited with the score", |home, files, chance| {
        let at = chance.below(home.record.checks.len());
        let content = format!("{:x}", chance.next());
        home.record.checks[at].content.clone_from(&content);
        let attempt_id = home.record.checks[at].attempt_id.clone();
        let link = home.record.links.iter_mut().find(|link| link.attempt_id == attempt_id);
        link.unwrap().content = content;
        files.push(home.save());
        FindingKind::Edited
    }),
    ("the time of a link is edited", |home, files, chance| {
        let at = chance.below(home.record.links.len());
        home.record.links[at].at.push('0');
        files.push(home.save());
        FindingKind::Edited
    }),
    ("a check is put in", |home, files, chance| {
        let (attempt_id, content) = (format!("{:x}", chance.next()), "100".to_owned());
        home.record.checks.push(Came { attempt_id, learner_id: LEARNER.to_owned(), content });
        files.push(home.save());
        FindingKind::Edited
    }),
    ("a check is taken out", |home, files, chance| {
        home.record.checks.remove(chance.below(home.record.checks.len()));
        files.push(home.save());
        FindingKind::Gap
    }),
    ("a check is taken out with its link", |home, files, chance| {
        let last = home.record.checks.len() - 1;
        let check = home.record.checks.remove(chance.below(last));
        home.record.links.retain(|link| link.attempt_id != check.attempt_id);
        home.finish(chance);
        files.push(home.save());
        FindingKind::Gap
    }),
    ("two links are swapped", |home, files, chance| {
        let at = chance.below(home.record.links.len() - 1);
        home.record.links.swap(at, at + 1);
        files.push(home.save());
        FindingKind::Gap
    }),
    ("the first links are cut off", |home, files, _| {
        home.record.links.remove(0);
        files.push(home.save());
        FindingKind::Gap
    }),
    ("an older copy is put back in silence", |home, files, chance| {
        let before = home.record.clone();
        home.finish(chance);
        files.push(home.save());
        home.record = before;
        for _ in 0..chance.below(3) {
            home.finish(chance);
        }
        files.push(home.save());
        FindingKind::Rollback
    }),
    ("the last check is cut off with its link", |home, files, chance| {
        home.finish(chance);
        files.push(home.save());
        home.record.links.pop();
        home.record.checks.pop();
        files.push(home.save());
        FindingKind::Rollback
    }),
    ("the folder goes on in two places", |home, files, chance| {
        let mut there = home.clone();
        home.finish(chance);
        there.finish(chance);
        files.push(home.save());
        files.push(there.save());
        FindingKind::Fork
    }),
    ("another installation goes on with the store", |home, files, chance| {
        let mut other = Installation::new(chance);
        other.record = home.record.clone();
        other.finish(chance);
        files.push(other.save());
        FindingKind::Foreign
    }),
    ("somebody else's check is put in", |home, files, chance| {
        let at = chance.below(home.record.checks.len());
        home.record.checks[at].learner_id = "l2".to_owned();
        files.push(home.save());
        FindingKind::Foreign
    }),
    ("somebody else's history is put in", |home, files, _| {
        for at in 0..home.record.links.len() {
            home.record.links[at].hash = home.record.links[at].hashed("l2");
            if let Some(next) = home.record.links.get(at + 1).cloned() {
                let previous = home.record.links[at].hash.clone();
                home.record.links[at + 1] = Link { previous, ..next };
            }
        }
        files.push(home.save());
        FindingKind::Edited
    }),
];

#[test]
fn every_tampering_is_named() {
    let mut done = BTreeMap::new();
    for seed in 0..runs() {
        let mut chance = Chance(seed);
        let (mut home, mut files) = weeks(&mut chance);
        while home.record.checks.len() < 3 {
            home.finish(&mut chance);
        }
        let (name, tampering) = TAMPERINGS[chance.below(TAMPERINGS.len())];
        let kind = tampering(&mut home, &mut files, &mut chance);
        let kinds = found(&files, &mut chance);
        assert!(kinds.contains(&kind), "seed {seed}, {name}: {kinds:?}");
        *done.entry(name).or_insert(0_u64) += 1;
    }
    assert_eq!(done.len(), TAMPERINGS.len(), "chance tried every one: {done:?}");
}

#[test]
fn the_order_of_collecting_changes_nothing() {
    for seed in 0..runs() {
        let mut chance = Chance(seed);
        let (mut home, mut files) = weeks(&mut chance);
        while home.record.checks.len() < 3 {
            home.finish(&mut chance);
        }
        TAMPERINGS[chance.below(TAMPERINGS.len())].1(&mut home, &mut files, &mut chance);
        let one = found(&files, &mut chance);
        assert_eq!(one, found(&files, &mut chance), "seed {seed}");
    }
}

#[test]
fn what_history_does_not_vouch_for_is_left_out() {
    let mut chance = Chance(1);
    let mut home = Installation::new(&mut chance);
    home.finish(&mut chance);
    home.finish(&mut chance);
    home.record.checks[0].content = "100".to_owned();
    let Record { links, checks } = &home.record;
    let kept: Vec<_> = vouched(LEARNER, links, checks).collect();
    assert_eq!(kept, [checks[1].attempt_id.as_str()]);
}

#[test]
fn fields_do_not_run_into_each_other() {
    let hashed = |one: &str, two: &str| {
        let mut hash = Hashing::new("test");
        hash.text(one).text(two);
        hash.hex()
    };
    assert_ne!(hashed("ab", "c"), hashed("a", "bc"));
}
