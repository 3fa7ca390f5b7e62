use chrono::DateTime;
use eighteen_seal::{Signer, new_key};
use eighteen_store::KeyOrigin;

use super::*;
use crate::{
    packs::first_files,
    trust::{forget, take, trust},
};

const PASSPHRASE: &str = "seven calm herons wade";

fn now() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T09:00:00.000+01:00").unwrap())
}

fn signer() -> Signer {
    Signer::open(&new_key(PASSPHRASE).unwrap().secret, PASSPHRASE).unwrap()
}

/// A version of the small pack, with a title of its own.
fn pack(id: &str, version: u32, title: &str, by: Option<&Signer>) -> Vec<u8> {
    let mut files = first_files();
    let manifest = String::from_utf8(files["pack.toml"].clone()).unwrap();
    let manifest = manifest
        .replace("our-house", id)
        .replace("version = 1\nreleased", &format!("version = {version}\nreleased"))
        .replacen("title = \"", &format!("title = \"{title} "), 1);
    files.insert("pack.toml".to_owned(), manifest.into_bytes());
    let (pack, problems) = eighteen_pack::read(&files);
    assert!(problems.is_empty(), "{problems:?}");
    let mut file = PackFile::new(&pack.unwrap(), files).unwrap();
    file.signature = by.map(|by| by.sign_with_key(&file.manifest_bytes, &file.comment()).unwrap());
    file.bytes()
}

fn ships(version: u32) -> Shipped {
    Shipped { id: "shipped".to_owned(), version }
}

struct Home {
    _temp: tempfile::TempDir,
    folder: DataFolder,
}

impl Home {
    fn new() -> Self {
        let temp = tempfile::tempdir().unwrap();
        let folder = DataFolder::hold(&temp.path().join("data")).unwrap();
        Self { _temp: temp, folder }
    }

    /// With a shipped course `shipped` of version 3.
    fn shelf(&self) -> Shelf {
        Shelf::of(&self.folder, ships(3), now()).unwrap()
    }

    fn trusting(&self, by: &Signer) -> Shelf {
        let mut trusting = self.shelf();
        let record = trusting.record();
        let record = trust(record, &by.key(), "Acme", KeyOrigin::Compared, now()).unwrap();
        trusting.keep(record).unwrap();
        trusting
    }

    fn packs(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("packs")).into_iter().flatten();
        let mut names: Vec<String> = entries
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

fn install(shelf: &mut Shelf, bytes: &[u8]) -> Result<(), Hindrance> {
    let judged = judge(bytes, shelf.record());
    shelf.install(&judged, false, now()).unwrap()
}

fn allow_unsigned(shelf: &mut Shelf, allowed: bool) {
    let mut record = shelf.record().clone();
    record.unsigned_allowed = allowed;
    shelf.keep(record).unwrap();
}

fn taught(shelf: &mut Shelf, id: &str) -> Option<u32> {
    shelf.newest(id, now()).course.map(|course| course.pack.version)
}

#[test]
fn only_what_a_trusted_key_signed_is_installed() {
    let [acme, other] = [signer(), signer()];
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    let by_other = pack("ours", 1, "A", Some(&other));
    assert_eq!(install(&mut shelf, &by_other), Err(Hindrance::UnknownKey));
    assert_eq!(install(&mut shelf, &pack("ours", 1, "A", None)), Err(Hindrance::Unsigned));
    let sound = pack("ours", 1, "A", Some(&acme));
    for at in [40, sound.len() / 2, sound.len() - 1] {
        let mut changed = sound.clone();
        changed[at] ^= 1;
        assert_eq!(install(&mut shelf, &changed), Err(Hindrance::NotSound), "byte {at}");
    }
    assert_eq!(install(&mut shelf, b"PK"), Err(Hindrance::NotSound));
    assert_eq!(home.packs(), Vec::<String>::new());
    assert_eq!(install(&mut shelf, &sound), Ok(()));
    assert_eq!(taught(&mut shelf, "ours"), Some(1));
    assert_eq!(home.packs().len(), 1);
}

#[test]
fn versions_only_go_up_and_the_one_before_is_kept() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    let version = |number: u32| pack("ours", number, "A", Some(&acme));
    let seventh = version(7);
    for pack in [&version(2), &version(4), &seventh] {
        assert_eq!(install(&mut shelf, pack), Ok(()));
    }
    assert_eq!(home.packs().len(), 2, "the one before the last has gone");
    assert_eq!(install(&mut shelf, &version(4)), Err(Hindrance::Older(7)));
    assert_eq!(install(&mut shelf, &seventh), Err(Hindrance::Same));
    let another = pack("ours", 7, "B", Some(&acme));
    assert_eq!(install(&mut shelf, &another), Err(Hindrance::SameVersion));
    // Somebody says so: an older one takes its place, and the highest is not forgotten.
    let judged = judge(&version(4), shelf.record());
    assert_eq!(shelf.install(&judged, true, now()).unwrap(), Ok(()));
    assert_eq!(taught(&mut shelf, "ours"), Some(4));
    assert_eq!(shelf.versions("ours")[0].in_place_of, Some(7), "it is noted");
    assert_eq!(install(&mut shelf, &version(5)), Err(Hindrance::Older(7)));
    assert_eq!(install(&mut shelf, &seventh), Ok(()));
    // Signed once more, it is the same pack.
    assert_eq!(install(&mut shelf, &version(7)), Ok(()));
    assert_eq!(home.packs().len(), 2);
    drop(shelf);
    assert_eq!(taught(&mut home.shelf(), "ours"), Some(7));
}

#[test]
fn the_course_that_ships_gives_way_to_higher_versions_only() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    let version = |number: u32| pack("shipped", number, "A", Some(&acme));
    assert_eq!(install(&mut shelf, &version(2)), Err(Hindrance::Older(3)));
    let judged = judge(&version(2), shelf.record());
    assert_eq!(shelf.install(&judged, true, now()).unwrap(), Err(Hindrance::Older(3)));
    assert_eq!(install(&mut shelf, &version(3)), Err(Hindrance::SameVersion));
    assert_eq!(install(&mut shelf, &version(4)), Ok(()));
    assert_eq!(taught(&mut shelf, "shipped"), Some(4));
    // A newer app ships a newer one.
    drop(shelf);
    let mut newer = Shelf::of(&home.folder, ships(4), now()).unwrap();
    assert_eq!(taught(&mut newer, "shipped"), None);
}

#[test]
fn a_damaged_file_is_moved_out_of_the_way_and_the_version_before_is_used() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    for number in [1, 2] {
        install(&mut shelf, &pack("ours", number, "A", Some(&acme))).unwrap();
    }
    let newest = shelf.file.pack(&shelf.versions("ours")[0].file);
    let mut bytes = std::fs::read(&newest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&newest, &bytes).unwrap();
    let found = shelf.newest("ours", now());
    assert_eq!(found.course.unwrap().pack.version, 1);
    assert!(matches!(found.passed_over[0].1, NotUsed::Damaged(_)));
    let aside = std::fs::read_dir(home.folder.path()).unwrap().filter(|entry| {
        entry.as_ref().unwrap().file_name().to_string_lossy().contains(".e18p.damaged-")
    });
    assert_eq!(aside.count(), 1, "the file is kept");
    // A file that has gone, too.
    std::fs::remove_file(shelf.file.pack(&shelf.versions("ours")[0].file)).unwrap();
    assert_eq!(taught(&mut shelf, "ours"), None);
    assert_eq!(install(&mut shelf, &pack("ours", 1, "A", Some(&acme))), Err(Hindrance::Older(2)));
    assert_eq!(install(&mut shelf, &pack("ours", 2, "A", Some(&acme))), Ok(()));
}

#[test]
fn another_signed_pack_in_the_place_of_an_installed_one_is_damage() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    install(&mut shelf, &pack("ours", 5, "A", Some(&acme))).unwrap();
    let file = shelf.file.pack(&shelf.versions("ours")[0].file);
    std::fs::write(file, pack("ours", 1, "old", Some(&acme))).unwrap();
    assert_eq!(taught(&mut shelf, "ours"), None);
}

#[test]
fn what_a_revoked_or_forgotten_key_signed_is_not_used_and_what_a_replaced_one_signed_is() {
    use eighteen_exchange::{KeyStatement, Says, SignedStatement};
    let [acme, next] = [signer(), signer()];
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    install(&mut shelf, &pack("ours", 1, "A", Some(&acme))).unwrap();
    let said = |says| {
        let statement = KeyStatement { key: acme.key(), says, on: "2026-11-22".to_owned() };
        let signature =
            acme.sign_with_key(&statement.bytes().unwrap(), statement.comment()).unwrap();
        SignedStatement::new(statement, signature).unwrap()
    };
    let before = shelf.record().clone();
    shelf.keep(forget(&before, &acme.key()).unwrap()).unwrap();
    let found = shelf.newest("ours", now());
    assert_eq!(found.passed_over[0].1, NotUsed::Hindered(Hindrance::UnknownKey));
    shelf.keep(take(&before, &said(Says::Change(next.key())), now()).unwrap()).unwrap();
    assert_eq!(taught(&mut shelf, "ours"), Some(1), "it was signed while the key was the one");
    let newer = pack("ours", 2, "A", Some(&acme));
    assert_eq!(install(&mut shelf, &newer), Err(Hindrance::ReplacedKey));
    assert_eq!(install(&mut shelf, &pack("ours", 2, "A", Some(&next))), Ok(()));
    let record = take(shelf.record(), &said(Says::Revocation), now()).unwrap();
    shelf.keep(record).unwrap();
    assert_eq!(taught(&mut shelf, "ours"), Some(2), "the new key stands");
    assert_eq!(install(&mut shelf, &pack("ours", 3, "A", Some(&acme))), Err(Hindrance::RevokedKey));
    shelf.keep(take(&before, &said(Says::Revocation), now()).unwrap()).unwrap();
    let found = shelf.newest("ours", now());
    assert_eq!(found.passed_over[0].1, NotUsed::Hindered(Hindrance::RevokedKey));
}

#[test]
fn unsigned_packs_are_taken_where_an_administrator_allows_them_and_stay_unsigned() {
    let home = Home::new();
    let mut shelf = home.shelf();
    let unsigned = pack("ours", 1, "A", None);
    assert_eq!(install(&mut shelf, &unsigned), Err(Hindrance::Unsigned));
    allow_unsigned(&mut shelf, true);
    assert_eq!(install(&mut shelf, &unsigned), Ok(()));
    let course = shelf.newest("ours", now()).course.unwrap();
    assert!(course.in_words().unsigned);
    allow_unsigned(&mut shelf, false);
    assert_eq!(taught(&mut shelf, "ours"), None);
}

#[test]
fn a_manifest_that_speaks_of_another_pack_is_refused() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    let one = judge(&pack("ours", 1, "A", None), shelf.record()).file.unwrap();
    let two = judge(&pack("ours", 9, "A", None), shelf.record());
    // The files of version 1 under a manifest that calls them version 9, signed by a trusted key.
    let mut lie = one.clone();
    lie.manifest.version = 9;
    let bytes = serde_json::to_vec_pretty(&lie.manifest).unwrap();
    lie.manifest_bytes = [bytes.as_slice(), b"\n"].concat();
    assert_eq!(two.manifest.unwrap().version, 9);
    lie.signature = Some(acme.sign_with_key(&lie.manifest_bytes, "pack").unwrap());
    assert_eq!(install(&mut shelf, &lie.bytes()), Err(Hindrance::Problems));
}

#[test]
fn what_was_never_installed_is_taken_away_and_a_lost_record_trusts_nothing() {
    let acme = signer();
    let home = Home::new();
    let mut shelf = home.trusting(&acme);
    install(&mut shelf, &pack("ours", 1, "A", Some(&acme))).unwrap();
    let path = home.folder.path();
    std::fs::write(path.join("packs/.x.e18p.part"), b"half").unwrap();
    std::fs::write(path.join("packs/orphan.e18p"), b"whole").unwrap();
    assert_eq!(taught(&mut home.shelf(), "ours"), Some(1));
    assert_eq!(home.packs().len(), 1);
    for lost in [None, Some(b"{\"format\": 1".as_slice()), Some(b"\0\0")] {
        match lost {
            None => std::fs::remove_file(path.join("trust.json")).unwrap(),
            Some(bytes) => std::fs::write(path.join("trust.json"), bytes).unwrap(),
        }
        let mut shelf = home.shelf();
        assert!(shelf.set_aside().is_some());
        assert_eq!(shelf.record().keys, []);
        assert_eq!(
            install(&mut shelf, &pack("ours", 1, "A", Some(&acme))),
            Err(Hindrance::UnknownKey)
        );
        drop(shelf);
        let mut shelf = home.trusting(&acme);
        assert_eq!(shelf.set_aside(), None, "only once");
        install(&mut shelf, &pack("ours", 1, "A", Some(&acme))).unwrap();
    }
    std::fs::write(path.join("trust.json"), b"{\"format\": 2}").unwrap();
    let error = Shelf::of(&home.folder, ships(3), now()).err().unwrap();
    assert_eq!(error.code, ErrorCode::StoreTooNew);
    assert_eq!(std::fs::read(path.join("trust.json")).unwrap(), b"{\"format\": 2}");
}
