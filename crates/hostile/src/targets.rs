//! One function for each reader: whatever the bytes, nothing panics, and what is read keeps the reader's promises.
//! Fuzzing drives them, and so does a test with chance that is the same in every run.

use std::{collections::BTreeMap, fs, sync::OnceLock};

use eighteen_exchange::{Unjudged, results};
use eighteen_seal::{Identity, age, to_hex};

use crate::corpus::{self, Files, fixtures, sample, trainer};

/// A target by its name.
pub struct Target {
    /// As on the command line.
    pub name: &'static str,
    /// Feeds it.
    pub feed: fn(&[u8]),
    /// What chance begins with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// All of them.
pub const TARGETS: &[Target] = &[
    Target { name: "archive", feed: archive, seeds: archives },
    Target { name: "manifest", feed: manifest, seeds: manifests },
    Target { name: "pack-toml", feed: pack_toml, seeds: tomls },
    Target { name: "markdown", feed: markdown, seeds: lessons },
    Target { name: "gift", feed: gift, seeds: || questions("gift") },
    Target { name: "moodle-xml", feed: moodle_xml, seeds: || questions("xml") },
    Target { name: "results", feed: result_file, seeds: result_texts },
    Target { name: "assignments", feed: assignments, seeds: assignment_texts },
    Target { name: "people", feed: people, seeds: lists },
];

/// The target of this name.
pub fn named(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// An archive that is taken is written again byte for byte: there is one form.
fn archive(bytes: &[u8]) {
    let read = Unjudged::open(bytes).and_then(Unjudged::files);
    if let Ok(pack) = read {
        assert!(pack.bytes() == bytes, "another archive is taken for this one");
    }
}

/// The same for a manifest, in an archive that fits it.
fn manifest(bytes: &[u8]) {
    let pack = corpus::signed(bytes.to_vec(), Files::new());
    let pack = eighteen_exchange::PackFile { signature: None, ..pack };
    let archive = pack.bytes();
    if let Ok(head) = Unjudged::open(archive.as_slice()) {
        assert!(corpus::manifest_bytes(head.manifest()) == bytes, "a manifest has one form");
        for file in &head.manifest().files {
            assert!(eighteen_pack::refused_file(&file.path, file.size).is_none());
        }
    }
}

/// Every problem of a pack has a line that is there, and there is a pack where there is no problem.
fn judged(files: &Files) {
    let (pack, problems) = eighteen_pack::read(files);
    assert!(pack.is_some() == problems.is_empty(), "either a pack or problems");
    for problem in problems {
        let text = files.get(&problem.file).map(Vec::as_slice).unwrap_or_default();
        let lines = text.split(|byte| *byte == b'\n').count();
        let line = usize::try_from(problem.line).unwrap_or_default();
        assert!((1..=lines).contains(&line), "{lines} lines: {problem}");
    }
}

/// The files of the sample that are TOML; the first byte says which one is changed.
fn pack_toml(bytes: &[u8]) {
    static SAMPLE: OnceLock<Files> = OnceLock::new();
    let sample = SAMPLE.get_or_init(sample);
    let Some((which, text)) = bytes.split_first() else { return };
    let names: Vec<&String> = sample.keys().filter(|name| name.ends_with(".toml")).collect();
    let name = names[usize::from(*which) % names.len()];
    let mut files = sample.clone();
    files.insert(name.clone(), text.to_vec());
    judged(&files);
}

/// A lesson of a pack that is small, so that most of the time goes into the lesson.
fn markdown(bytes: &[u8]) {
    const ROOT: &[(&str, &[u8])] = &[
        ("pack.toml", b"format = 1\nid = \"small\"\nversion = 1\nreleased = 2026-11-23\nlang = \"en-GB\"\ndir = \"ltr\"\ntitle = \"S\"\nabout = \"S.\"\npublisher = \"S\"\nlicence = \"S\"\n[[module]]\nid = \"m1\"\nnumber = 1\ntitle = \"M\"\nsummary = \"M.\"\nwhen = \"June\"\nfrom = 2023-06-06\nto = 2023-06-07\noutcomes = [\"a\", \"b\"]\nlesson = \"lessons/m1.md\"\nquiz = \"quizzes/m1.toml\"\n"),
        ("claims.toml", b""),
        ("glossary.toml", b""),
        ("coverage.toml", b""),
        ("quizzes/m1.toml", b"id = \"m1-check\"\ntitle = \"C\"\n"),
    ];
    let files = ROOT.iter().map(|(name, text)| ((*name).to_owned(), text.to_vec()));
    let mut files: Files = files.collect();
    files.insert("lessons/m1.md".to_owned(), bytes.to_vec());
    judged(&files);
}

/// What is taken has lines that are there and nothing that cannot be seen; nothing is counted twice.
fn bank(bytes: &[u8]) {
    let Ok(found) = eighteen_exchange::read_questions(bytes) else { return };
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    let there = |line: u32| (1..=lines).contains(&usize::try_from(line).unwrap_or_default());
    assert!(found.questions.len() + found.left.len() <= 1_000);
    assert!(found.left.iter().all(|left| there(left.line)));
    for question in &found.questions {
        assert!(there(question.line), "line {} of {lines}", question.line);
        let text = format!("{:?}", question.ask.text);
        assert!(!text.contains("\\u{202e}") && !question.ask.text.contains(['\0', '\n', '\u{1b}']));
        assert!(!question.ask.text.is_empty());
    }
}

fn gift(bytes: &[u8]) {
    if !bytes.trim_ascii_start().starts_with(b"<") {
        bank(bytes);
    }
}

fn moodle_xml(bytes: &[u8]) {
    bank(&[b"<quiz>", bytes, b"</quiz>"].concat());
    bank(&[b"<", bytes].concat());
}

/// The first byte says how far the bytes get: as they are, encrypted, or encrypted and signed.
fn result_file(bytes: &[u8]) {
    const FORM: &str = "eighteen-days results 1";
    let Some((how, text)) = bytes.split_first() else { return };
    let sealed = |plain: &[u8]| age::seal(&trainer().public(), plain).unwrap_or_default();
    let file = match how % 3 {
        0 => text.to_vec(),
        1 => sealed(text),
        _ => {
            let signed = [text, b"\n"].concat();
            let signature = to_hex(&Identity::from_seed(&[1; 32]).sign(FORM, &signed));
            sealed(&[signed, format!("{{\"signature\":\"{signature}\"}}\n").into_bytes()].concat())
        }
    };
    if let Ok(opened) = results::read(&file, &trainer()) {
        assert!(opened.header.to == trainer().public().hex(), "it is for this trainer");
    }
}

/// The first byte says whether the bytes are signed.
fn assignments(bytes: &[u8]) {
    const FORM: &str = "eighteen-days assignments 1";
    let Some((how, text)) = bytes.split_first() else { return };
    let by = Identity::from_seed(&[5; 32]);
    let file = if how % 2 == 0 {
        text.to_vec()
    } else {
        let head = format!("{FORM}\n{}\n{}\n", by.public().hex(), to_hex(&by.sign(FORM, text)));
        [head.as_bytes(), text].concat()
    };
    if let Ok((key, read)) = eighteen_exchange::read_assignments(&file) {
        assert!(key.hex() == by.public().hex());
        let again = eighteen_exchange::write_assignments(&by, &read).unwrap_or_default();
        assert!(again == file, "one content has one form");
    }
}

/// No cell that is taken begins a formula, and nobody is nobody.
fn people(bytes: &[u8]) {
    let Ok(people) = eighteen_exchange::read_roster(bytes) else { return };
    assert!(people.problems.len() <= people.refused);
    for line in &people.lines {
        assert!(line.name.is_some() || line.code.is_some());
        for cell in line.name.iter().chain(&line.code).chain(&line.groups) {
            assert!(
                !cell.is_empty()
                    && !cell.starts_with(['=', '+', '-', '@'])
                    && cell.chars().count() <= 80
            );
        }
    }
}

fn archives() -> Vec<Vec<u8>> {
    let few: Files = [("pack.toml".to_owned(), b"format = 1\n".to_vec())].into();
    let small = corpus::signed(corpus::manifest_bytes(&corpus::manifest(&few)), few);
    let unsigned = eighteen_exchange::PackFile { signature: None, ..small.clone() };
    vec![small.bytes(), unsigned.bytes()]
}

fn manifests() -> Vec<Vec<u8>> {
    let of = |files: &Files| corpus::manifest_bytes(&corpus::manifest(files));
    vec![of(&Files::new()), of(&sample())]
}

fn tomls() -> Vec<Vec<u8>> {
    let sample = sample();
    let named = sample.iter().filter(|(name, _)| name.ends_with(".toml"));
    named.zip(0_u8..).map(|((_, text), which)| [&[which], text.as_slice()].concat()).collect()
}

fn lessons() -> Vec<Vec<u8>> {
    sample().into_iter().filter(|(name, _)| name.ends_with(".md")).map(|(_, text)| text).collect()
}

/// The file of the fixtures, and each of its questions alone.
fn questions(ending: &str) -> Vec<Vec<u8>> {
    let path = fixtures().join(format!("questions/house-rules.{ending}"));
    let text = fs::read_to_string(path).unwrap_or_default();
    let inside = text.split_once("<quiz>").map_or(text.as_str(), |(_, rest)| rest);
    let inside = inside.split_once("</quiz>").map_or(inside, |(inside, _)| inside);
    let apart = if ending == "xml" { "  <question" } else { "\n\n" };
    let mut seeds = vec![inside.as_bytes().to_vec()];
    let again = if ending == "xml" { "<question" } else { "" };
    seeds.extend(inside.split(apart).skip(1).map(|one| format!("{again}{one}").into_bytes()));
    seeds
}

fn result_texts() -> Vec<Vec<u8>> {
    let by = Identity::from_seed(&[1; 32]);
    let device = by.public().hex();
    let link = eighteen_exchange::history::Link::after(
        None,
        "l1",
        eighteen_exchange::history::LinkKind::Check,
        ("a1", "c1"),
        "2026-11-23T09:00:00Z",
        &device,
    );
    let links = [link];
    let save = results::ToSave {
        learner_id: "l1",
        number: 1,
        made_at: "2026-11-23T09:00:00Z",
        links: &links,
        body: "{\"people\":[]}",
    };
    let file = results::write(&save, &by, &trainer().public()).unwrap_or_default();
    let plain = age::open(&trainer(), &file).unwrap_or_default();
    let signed = plain.split(|byte| *byte == b'\n').take(3).collect::<Vec<_>>().join(&b'\n');
    vec![
        [&[0], file.as_slice()].concat(),
        [&[1], plain.as_slice()].concat(),
        [&[2], signed.as_slice()].concat(),
    ]
}

fn assignment_texts() -> Vec<Vec<u8>> {
    let body = b"{\"number\":7,\"from\":\"Security\",\"made_at\":\"2026-11-23T09:00:00.000+00:00\",\"salt\":\"00112233445566778899aabbccddeeff\",\"assignments\":[{\"id\":\"0199-1\",\"pack\":\"eighteen-days\",\"due\":\"2026-12-04\",\"message\":null,\"everybody\":true,\"to\":[],\"parts\":[{\"module\":\"m1\",\"step\":null}]}]}";
    let head = format!("eighteen-days assignments 1\n{}\n{}\n", "0".repeat(64), "0".repeat(128));
    vec![[&[1], body.as_slice()].concat(), [&[0], head.as_bytes(), body].concat()]
}

fn lists() -> Vec<Vec<u8>> {
    let texts = [
        "name,code,groups\nÄnne Müller,E1,\"Payroll; Bristol\"\nBo,2,\n",
        "code;name\n1;=SUM(1)\n1;Ada\n;\n",
        "Staff number\tNAME\tTeam\n9\tCy\ta|b\n",
    ];
    let mut seeds: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    seeds.push(b"name;code\nJ\xf6rg M\xfcller;1\n".to_vec());
    seeds.push(
        [0xfeff].into_iter().chain(texts[0].encode_utf16()).flat_map(u16::to_le_bytes).collect(),
    );
    seeds
}

/// Feeds a target with its seeds, damaged by chance, so many times.
pub fn shake(target: &Target, times: u32, seed: u64) {
    let seeds = (target.seeds)();
    let mut dice = crate::dice::Dice::new(seed);
    // What was damaged is damaged further, so that it comes far from where it began.
    let mut pool: BTreeMap<usize, Vec<u8>> = seeds.iter().cloned().enumerate().collect();
    for seed in &seeds {
        (target.feed)(seed);
    }
    for _ in 0..times {
        let which = dice.roll(seeds.len());
        let mut bytes = match dice.roll(4) {
            0 => seeds[which].clone(),
            _ => pool.get(&which).cloned().unwrap_or_default(),
        };
        for _ in 0..=dice.roll(3) {
            dice.damage(&mut bytes);
        }
        (target.feed)(&bytes);
        bytes.truncate(64 * 1024);
        pool.insert(which, if dice.roll(20) == 0 { seeds[which].clone() } else { bytes });
    }
}
