//! The policy of an organisation: one small TOML file that an administrator puts on every computer.
//! `docs/ROLLING-OUT.md` describes each key.
//!
//! Everything in it is checked before anything of it counts, and what is wrong is said all at once, each with
//! its line. Settings that somebody may need in order to read at all (size of text, contrast, motion, theme)
//! cannot be set here, so no organisation can take them away.

use std::collections::BTreeSet;

use eighteen_pack::{Problem, Table, Value, read_toml_file};
use eighteen_seal::OrgKey;

/// The newest form of the file; `format` in it.
const FORMAT: u32 = 1;
/// No honest policy is longer, in bytes.
pub const MAX_POLICY: usize = 64 * 1024;
/// Keys or packs that one policy may name.
const MOST: usize = 50;
/// Days after which somebody may be erased: a month to ten years.
const DAYS: std::ops::RangeInclusive<u32> = 30..=3650;
/// People of the smallest group, as where a trainer makes such a store.
const SMALLEST: std::ops::RangeInclusive<u32> = 5..=50;

/// What an organisation says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// Grows with each policy that is signed; one that an administrator guards needs none.
    pub number: Option<u32>,
    /// Its name, as it is shown.
    pub organisation: String,
    /// Whom a learner may ask, in the organisation's words.
    pub contact: Option<String>,
    /// Keys whose packs are taken.
    pub keys: Vec<PolicyKey>,
    /// Whether packs that nobody signed are taken too, and stay labelled.
    pub unsigned_packs: Option<bool>,
    /// Names of pack files beside the policy, which are installed when the app starts.
    pub packs: Vec<String>,
    /// Where results go when the learner has agreed.
    pub delivery: Option<PolicyDelivery>,
    /// Trainers' stores that are made here show groups of at least so many people, and nobody alone.
    pub smallest_group: Option<u32>,
    /// Days without activity after which a learner is erased from this computer.
    pub learner_days: Option<u32>,
    /// Days without activity after which a person is erased from a trainer's store.
    pub trainer_days: Option<u32>,
    /// The language the app begins with.
    pub language: Option<String>,
    /// Whether the trainer's area stands in the rail.
    pub trainer_area: Option<bool>,
    /// What cannot be changed in Settings.
    pub locked: BTreeSet<Lockable>,
}

/// A key that the organisation trusts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyKey {
    /// Whose it is, as it is shown.
    pub name: String,
    /// The key.
    pub key: OrgKey,
}

/// Where results go.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PolicyDelivery {
    /// The learning record store.
    pub store: Option<PolicyStore>,
    /// The folder that result files are written into: the whole path.
    pub folder: Option<String>,
}

/// A learning record store. Name and password are no part of a policy: everybody may read that file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyStore {
    /// Its address, which begins with `https://`. Who sends judges it before anything is sent.
    pub endpoint: String,
    /// `1.0.3` or `2.0.0`.
    pub version: &'static str,
    /// The `homePage` of every actor's account.
    pub home_page: String,
}

/// A setting that a policy may lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lockable {
    /// The language of the app.
    Language,
    /// Whether the trainer's area stands in the rail.
    TrainerArea,
    /// Where results are delivered to.
    Delivery,
    /// Which keys are trusted and which packs are installed.
    Packs,
}

/// Reads a policy file. `file` is the name that problems call it by.
///
/// # Errors
/// Every problem, each with its line; nothing of such a policy counts.
pub fn read_policy(file: &str, text: &str) -> Result<Policy, Vec<Problem>> {
    read_toml_file(file, text, policy)
}

/// The same for a policy that counts because it is signed: it has a number, and names no keys, for whom to trust is not
/// a signer's to say of others.
///
/// # Errors
/// As [`read_policy`].
pub fn read_signed_policy(file: &str, text: &str) -> Result<Policy, Vec<Problem>> {
    read_toml_file(file, text, |root| {
        root.required("number");
        if let Some(trust) = root.get("trust") {
            let message = "a signed policy trusts no key; trust it where its words are compared, or by an administrator's policy";
            trust.problem("keys-in-signed", message);
        }
        policy(root)
    })
}

fn policy(root: &Table<'_>) -> Policy {
    root.whole("format", FORMAT..=FORMAT);
    let part = |key| root.get(key).and_then(|value| value.table());
    let mut policy = Policy {
        number: root.get("number").map(|value| value.whole(1..=u32::MAX)),
        organisation: root.plain("organisation"),
        contact: root.get("contact").map(|value| value.plain()),
        keys: part("trust").as_ref().map(keys).unwrap_or_default(),
        ..Policy::default()
    };
    if let Some(packs) = part("packs") {
        policy.unsigned_packs = optional_truth(&packs, "unsigned");
        let names = packs.get("install").map(|value| value.list(0..=MOST)).unwrap_or_default();
        policy.packs = names.iter().filter_map(file_name).collect();
    }
    policy.delivery = part("delivery").as_ref().map(delivery);
    if let Some(trainer) = part("trainer") {
        policy.smallest_group = trainer.get("smallest-group").map(|value| value.whole(SMALLEST));
    }
    if let Some(retention) = part("retention") {
        policy.learner_days = retention.get("learner-days").map(|value| value.whole(DAYS));
        policy.trainer_days = retention.get("trainer-days").map(|value| value.whole(DAYS));
    }
    if let Some(settings) = part("settings") {
        policy.language = settings.get("language").map(|value| value.plain());
        policy.trainer_area = optional_truth(&settings, "trainer-area");
        policy.locked = settings.get("locked").as_ref().map(locked).unwrap_or_default();
    }
    policy
}

fn optional_truth(table: &Table<'_>, key: &'static str) -> Option<bool> {
    table.get(key).map(|value| value.truth())
}

fn keys(trust: &Table<'_>) -> Vec<PolicyKey> {
    let mut seen = BTreeSet::new();
    let keys = trust.tables("key", 1..=MOST).into_iter();
    keys.filter_map(|table| {
        let (name, line) = (table.plain("name"), table.required("public")?);
        let key = match OrgKey::read(&line.plain()) {
            Ok(key) => key,
            Err(error) => {
                let message = format!("{error}; copy the last line of the file org.pub");
                line.problem("bad-key", message);
                return None;
            }
        };
        if !seen.insert(key.hex()) {
            line.problem("duplicate-key", "this key is named already; name each once");
        }
        Some(PolicyKey { name, key })
    })
    .collect()
}

/// A file beside the policy: its name alone, so that nothing outside the folder is ever read.
fn file_name(value: &Value<'_>) -> Option<String> {
    let name = value.plain();
    let sound = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let stem = name.strip_suffix(".e18p").unwrap_or_default();
    if !stem.is_empty() && !stem.starts_with('.') && stem.bytes().all(sound) {
        return Some(name);
    }
    if !name.is_empty() {
        let message = format!(
            "{name:?} is no name of a file in this folder that ends in .e18p; use letters, digits, -, _ and . only"
        );
        value.problem("bad-file-name", message);
    }
    None
}

fn delivery(table: &Table<'_>) -> PolicyDelivery {
    let folder = table.get("folder");
    let of_store = ["endpoint", "version", "home-page"];
    // All three of a store, or none where only files are written.
    let has_store = folder.is_none() || of_store.iter().any(|key| table.get(key).is_some());
    PolicyDelivery {
        store: has_store.then(|| policy_store(table)),
        folder: folder.map(|value| whole_path(&value)),
    }
}

/// A path that means the same wherever the app was started.
fn whole_path(value: &Value<'_>) -> String {
    let text = value.plain();
    let drive = |text: &str| {
        let mut signs = text.chars();
        let letter = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
        letter && signs.next() == Some(':') && signs.next().is_some_and(|sign| "\\/".contains(sign))
    };
    if !text.is_empty() && !text.starts_with(['/', '\\']) && !drive(&text) {
        value.problem("bad-folder", "write the whole path, from / or from the letter of a drive");
    }
    text
}

fn policy_store(table: &Table<'_>) -> PolicyStore {
    let address = |key| {
        let value = table.required(key);
        let Some(value) = value else { return String::new() };
        let text = value.plain();
        if !text.is_empty() && !text.starts_with("https://") {
            value.problem("bad-address", "write an address that begins with https://");
        }
        text
    };
    let versions = [("1.0.3", "1.0.3"), ("2.0.0", "2.0.0")];
    PolicyStore {
        endpoint: address("endpoint"),
        version: table.one_of("version", &versions).unwrap_or_default(),
        home_page: address("home-page"),
    }
}

fn locked(list: &Value<'_>) -> BTreeSet<Lockable> {
    let words = [
        ("language", Lockable::Language),
        ("trainer-area", Lockable::TrainerArea),
        ("delivery", Lockable::Delivery),
        ("packs", Lockable::Packs),
    ];
    list.list(0..=words.len()).iter().filter_map(|value| value.one_of(&words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"format = 1
number = 7
organisation = "Northwind Freight"
contact = "The service desk, extension 400"

[[trust.key]]
name = "Northwind training"
public = "KEY"

[packs]
unsigned = false
install = ["onboarding-3.e18p"]

[delivery]
endpoint = "https://lrs.example.org/xapi/"
version = "1.0.3"
home-page = "https://people.example.org"
folder = "/srv/results"

[trainer]
smallest-group = 5

[retention]
learner-days = 730
trainer-days = 1095

[settings]
language = "en-GB"
trainer-area = false
locked = ["language", "delivery"]
"#;

    fn key() -> OrgKey {
        let pair = eighteen_seal::new_key("a passphrase that is long").unwrap();
        OrgKey::read(&pair.public).unwrap()
    }

    #[test]
    fn a_whole_policy_is_read_with_the_line_ends_of_any_editor() {
        let key = key();
        let text = WHOLE.replace("KEY", &key.line());
        let expected = Policy {
            number: Some(7),
            organisation: "Northwind Freight".into(),
            contact: Some("The service desk, extension 400".into()),
            keys: vec![PolicyKey { name: "Northwind training".into(), key }],
            unsigned_packs: Some(false),
            packs: vec!["onboarding-3.e18p".into()],
            delivery: Some(PolicyDelivery {
                store: Some(PolicyStore {
                    endpoint: "https://lrs.example.org/xapi/".into(),
                    version: "1.0.3",
                    home_page: "https://people.example.org".into(),
                }),
                folder: Some("/srv/results".into()),
            }),
            smallest_group: Some(5),
            learner_days: Some(730),
            trainer_days: Some(1095),
            language: Some("en-GB".into()),
            trainer_area: Some(false),
            locked: [Lockable::Language, Lockable::Delivery].into(),
        };
        for text in [text.clone(), format!("\u{feff}{}", text.replace('\n', "\r\n"))] {
            assert_eq!(read_policy("policy.toml", &text), Ok(expected.clone()));
        }
    }

    /// The schema, which editors use, says the same as the reader.
    #[test]
    fn the_schema_agrees() {
        let schema = include_str!("../../../docs/policy.schema.json");
        let schema = jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap();
        let whole = WHOLE.replace("KEY", &key().line());
        let fits = |text: &str| {
            let value: toml::Table = toml::from_str(text).unwrap();
            schema.is_valid(&serde_json::to_value(value).unwrap())
        };
        for (from, to) in [
            ("", ""),
            ("format = 1", "format = 2"),
            ("number = 7", "number = 0"),
            ("number = 7", "number = \"7\""),
            ("organisation = \"Northwind Freight\"\n", ""),
            ("contact", "contacts"),
            ("unsigned = false", "unsigned = 0"),
            ("onboarding-3.e18p", "../onboarding-3.e18p"),
            ("onboarding-3.e18p", "onboarding-3.zip"),
            ("https://lrs", "http://lrs"),
            ("\"1.0.3\"", "\"1.0\""),
            ("home-page = \"https://people.example.org\"\n", ""),
            ("folder = \"/srv/results\"", "folder = \"results\""),
            ("folder = \"/srv/results\"", "folders = \"/srv/results\""),
            ("smallest-group = 5", "smallest-group = 4"),
            ("smallest-group = 5", "smallest-group = 51"),
            ("learner-days = 730", "learner-days = 29"),
            ("trainer-days = 1095", "trainer-days = 3651"),
            ("\"language\", ", "\"theme\", "),
        ] {
            let text = whole.replacen(from, to, 1);
            assert_eq!(fits(&text), read_policy("policy.toml", &text).is_ok(), "{from} -> {to}");
            assert_eq!(fits(&text), from == to, "{from} -> {to}");
        }
    }

    #[test]
    fn a_signed_policy_has_a_number_and_names_no_keys() {
        let codes = |text: &str| {
            let problems = read_signed_policy("policy.toml", text).unwrap_err();
            problems.iter().map(|problem| (problem.line, problem.code)).collect::<Vec<_>>()
        };
        assert_eq!(codes("format = 1\norganisation = \"N\"\n"), [(1, "missing-key")]);
        let whole = WHOLE.replace("KEY", &key().line());
        assert_eq!(codes(&whole), [(6, "keys-in-signed")]);
        let at = whole.find("[[trust").unwrap()..whole.find("[packs]").unwrap();
        let policy = read_signed_policy("policy.toml", &whole.replace(&whole[at], "")).unwrap();
        assert_eq!((policy.number, policy.keys), (Some(7), vec![]));
    }

    #[test]
    fn a_folder_needs_no_store_and_is_a_whole_path_on_any_system() {
        let read = |delivery: &str| {
            let text = format!("format = 1\norganisation = \"N\"\n[delivery]\n{delivery}\n");
            read_policy("policy.toml", &text)
        };
        for folder in ["/srv/results", "\\\\share\\results", "D:\\results", "d:/results"] {
            let delivery = read(&format!("folder = '{folder}'")).unwrap().delivery.unwrap();
            let expected = PolicyDelivery { store: None, folder: Some(folder.to_owned()) };
            assert_eq!(delivery, expected);
        }
        for faulty in ["", "folder = 'results'", "folder = 'D:results'", "folder = '~/results'"] {
            assert!(read(faulty).is_err(), "{faulty}");
        }
        assert!(read("folder = '/srv'\nversion = '1.0.3'").is_err(), "a third of a store");
    }

    #[test]
    fn a_name_is_all_that_a_policy_needs() {
        let text = "format = 1\norganisation = \"Northwind Freight\"\n";
        let policy = read_policy("policy.toml", text).unwrap();
        let alone = Policy { organisation: "Northwind Freight".into(), ..Policy::default() };
        assert_eq!(policy, alone);
    }

    #[test]
    fn every_problem_is_told_at_once_each_with_its_line() {
        let text = "format = 2\n\
                    [[trust.key]]\nname = \"A\"\npublic = \"RWQ=\"\n\
                    [packs]\nunsigned = \"no\"\ninstall = [\"../a.e18p\", \"b.zip\"]\n\
                    [delivery]\nendpoint = \"http://lrs.example.org\"\nversion = \"3\"\n\
                    [retention]\nlearner-days = 1\n\
                    [settings]\nlocked = [\"text-size\"]\ntheme = \"dark\"\n";
        let problems = read_policy("policy.toml", text).unwrap_err();
        let found: Vec<_> = problems.iter().map(|problem| (problem.line, problem.code)).collect();
        assert_eq!(
            found,
            [
                (1, "missing-key"),
                (1, "number-out-of-range"),
                (4, "bad-key"),
                (6, "wrong-type"),
                (7, "bad-file-name"),
                (7, "bad-file-name"),
                (8, "missing-key"),
                (9, "bad-address"),
                (10, "unknown-word"),
                (12, "number-out-of-range"),
                (14, "unknown-word"),
                (15, "unknown-key"),
            ]
        );
        assert!(problems.iter().all(|problem| problem.file == "policy.toml"));
    }
}
