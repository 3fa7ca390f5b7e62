use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::process::Command;

use eighteen_seal::{NewKey, OrgKey, new_key, sign_with};

use sha2::Digest as _;

use super::*;

const PASSPHRASE: &str = "seven calm herons wade";

fn shipped() -> BTreeMap<String, Vec<u8>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/eighteen-days");
    eighteen_pack::load_dir(std::path::Path::new(folder)).unwrap()
}

/// The shipped course without its files but three: what is read is for the format to say, not for this file.
fn small() -> PackFile {
    let files = shipped();
    let (pack, _) = eighteen_pack::read(&files);
    let few = files.into_iter().filter(|(path, _)| {
        ["glossary.toml", "pack.toml", "quizzes/one-flaw.toml"].contains(&path.as_str())
    });
    let few = few.map(|(path, mut bytes)| {
        bytes.truncate(700);
        (path, bytes)
    });
    PackFile::new(&pack.unwrap(), few.collect()).unwrap()
}

fn signed(mut pack: PackFile) -> (PackFile, OrgKey) {
    let NewKey { secret, public } = new_key(PASSPHRASE).unwrap();
    let signature = sign_with(&secret, PASSPHRASE, &pack.manifest_bytes, &pack.comment()).unwrap();
    pack.signature = Some(signature);
    (pack, OrgKey::read(&public).unwrap())
}

fn read(bytes: &[u8], trusted: &[OrgKey]) -> Result<PackFile, PackRefusal> {
    let head = Unjudged::open(bytes)?;
    head.signer(trusted)?;
    head.files()
}

fn refused(bytes: &[u8], key: OrgKey) -> String {
    read(bytes, &[key]).unwrap_err().to_string()
}

#[test]
fn what_was_written_is_read_and_every_program_opens_it() {
    let files = shipped();
    let (pack, problems) = eighteen_pack::read(&files);
    assert!(problems.is_empty());
    let (pack, key) = signed(PackFile::new(&pack.unwrap(), files).unwrap());
    let bytes = pack.bytes();
    assert_eq!(read(&bytes, &[key]).unwrap(), pack);
    let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(zip.len(), pack.files.len() + 2);
    for (path, expected) in &pack.files {
        let mut read = Vec::new();
        zip.by_name(path).unwrap().read_to_end(&mut read).unwrap();
        assert_eq!(&read, expected, "{path}");
    }
    let python = "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))";
    let folder = std::env::temp_dir().join(format!("eighteen-pack-{}", std::process::id()));
    std::fs::write(&folder, &bytes).unwrap();
    let said = Command::new("python3").arg("-c").arg(python).arg(&folder).output();
    std::fs::remove_file(&folder).unwrap();
    match said {
        Ok(said) => {
            assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
            assert_eq!(String::from_utf8_lossy(&said.stdout).trim(), zip.len().to_string());
        }
        Err(_) => println!("not checked: python3 is not installed"),
    }
}

#[test]
fn the_bytes_of_a_pack_never_change() {
    // A later version of this program must write the same: signed packs of today are held against it.
    let files = BTreeMap::from([("pack.toml".to_owned(), b"format = 1\n".to_vec())]);
    let pack = PackFile { files: files.clone(), ..small() };
    let manifest = PackManifest { files: Vec::new(), ..pack.manifest };
    let pack = PackFile { manifest_bytes: b"{}\n".to_vec(), manifest, ..pack };
    let hash = eighteen_seal::to_hex(&sha2::Sha256::digest(pack.bytes()));
    assert_eq!(hash, "6e961ffbd84e161749778065a1e4b28cd126bc2fc9345630ace52caa4947726a");
}

#[test]
fn a_pack_changed_in_any_byte_is_refused() {
    let (pack, key) = signed(small());
    let bytes = pack.bytes();
    assert!(bytes.len() < 6_000, "{}", bytes.len());
    for at in 0..bytes.len() {
        for flip in [1 << (at % 8), 0xff] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            assert!(read(&changed, &[key]).is_err(), "byte {at}, {flip:#x}");
        }
    }
}

#[test]
fn a_pack_cut_at_any_byte_or_with_any_byte_added_is_refused() {
    let (pack, key) = signed(small());
    let bytes = pack.bytes();
    // Even where nobody asks who signed it.
    let form = |bytes: &[u8]| Unjudged::open(bytes)?.files();
    assert!(form(&bytes).is_ok());
    for at in 0..bytes.len() {
        assert!(form(&bytes[..at]).is_err(), "cut at {at}");
        let longer = [&bytes[..at], b"P", &bytes[at..]].concat();
        assert!(form(&longer).is_err(), "a byte more at {at}");
    }
    assert!(refused(&[&bytes[..], b"\n"].concat(), key).contains("behind the last file"));
}

#[test]
fn who_signed_is_judged_before_any_file_is_read() {
    let (pack, key) = signed(small());
    let (_, other) = signed(small());
    let bytes = pack.bytes();
    // Everything behind the signature is noise, and nobody looks.
    let headers = bytes.windows(4).enumerate().filter(|(_, window)| window == b"PK\x03\x04");
    let (third, _) = headers.into_iter().nth(2).unwrap();
    let noise = [&bytes[..third], [0xff; 4096].as_slice()].concat();
    assert!(refused(&noise, other).contains("by no key that is trusted here"));
    assert!(Unjudged::open(&noise[..]).unwrap().signer(&[key]).is_ok());
    let unsigned = PackFile { signature: None, ..pack.clone() }.bytes();
    assert!(refused(&unsigned, key).contains("nobody signed"));
    // The signature of another pack, by a key that is trusted.
    let another = PackManifest { version: 9, ..pack.manifest.clone() };
    let manifest_bytes = another.bytes().unwrap();
    let forged = PackFile { manifest: another, manifest_bytes, ..pack };
    assert!(refused(&forged.bytes(), key).contains("does not fit"));
}

/// A signed pack whose manifest was changed before it was signed: the writer is trusted and wrong.
fn with_manifest(change: impl Fn(&mut PackManifest)) -> (Vec<u8>, OrgKey) {
    let mut pack = small();
    change(&mut pack.manifest);
    pack.manifest_bytes = pack.manifest.bytes().unwrap();
    let (pack, key) = signed(pack);
    (pack.bytes(), key)
}

#[test]
fn a_manifest_says_only_what_a_pack_may_have() {
    let paths: &[(&str, &str)] = &[
        ("../glossary.toml", "the format has no place"),
        ("/glossary.toml", "the format has no place"),
        ("lessons/../x.md", "the format has no place"),
        ("lessons\\x.md", "names of files use a-z"),
        ("c:x.md", "names of files use a-z"),
        ("lessons/con.md", "Windows keeps this name"),
        ("lessons/x.md.", "neither begins nor ends with a dot"),
        ("lessons/x\0.md", "names of files use a-z"),
        ("lessons/X.md", "names of files use a-z"),
        ("lessons/u\u{308}.md", "names of files use a-z"),
        ("lessons/x.html", "the format has no place"),
        ("lessons/a/b.md", "the format has no place"),
        ("", "a name has 1 to"),
    ];
    for (path, why) in paths {
        let (bytes, key) = with_manifest(|manifest| manifest.files[0].path = (*path).to_owned());
        let said = refused(&bytes, key);
        assert!(said.contains(why), "{path:?}: {said}");
    }
    let (bytes, key) = with_manifest(|manifest| manifest.files[0].size = 3_000_000);
    assert!(refused(&bytes, key).contains("larger than 2097152 bytes"));
    let (bytes, key) = with_manifest(|manifest| manifest.files.swap(0, 1));
    assert!(refused(&bytes, key).contains("not in order"));
    let (bytes, key) =
        with_manifest(|manifest| manifest.files.insert(0, manifest.files[0].clone()));
    assert!(refused(&bytes, key).contains("stands twice"));
    let (bytes, key) = with_manifest(|manifest| drop(manifest.files.remove(1)));
    assert!(refused(&bytes, key).contains("a file was added"));
    let (bytes, key) = with_manifest(|manifest| manifest.form = 2);
    assert!(refused(&bytes, key).contains("newer than 1"));
    let (bytes, key) = with_manifest(|manifest| {
        let one = manifest.files[0].clone();
        manifest.files = vec![one; eighteen_pack::MOST_FILES + 1];
    });
    assert!(refused(&bytes, key).contains("more than 5000 files"));
}

#[test]
fn what_is_no_pack_is_called_so() {
    let (_, key) = signed(small());
    for (bytes, words) in [
        (b"".as_slice(), "no pack"),
        (b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "no pack"),
        (b"%PDF-1.7 and so on, for a while longer", "no pack"),
        (&[0; 100], "no pack"),
    ] {
        let said = refused(bytes, key);
        assert!(said.contains(words), "{said}");
    }
    // Another program's archive with the right names.
    let mut archive = crate::Archive::default();
    let pack = small();
    archive.add(&crate::Member::new(MANIFEST, pack.manifest_bytes)).unwrap();
    let said = refused(&archive.finish().unwrap(), key);
    assert!(said.contains("archive differs") || said.contains("no pack"), "{said}");
}
