//! H-80 to H-86: signatures that prove something else. H-90 to H-100: files of results, assignments and people.

use eighteen_exchange::results::{self, ToSave};
use eighteen_seal::{Identity, MinisignSignature, age};

use super::{
    Files, Input, What, archive, good, input, manifest, manifest_bytes, organisation, sample,
    signed, trainer,
};

pub(super) fn inputs() -> Vec<Input> {
    [packs(), keys(), results_files(), people()].into_iter().flatten().collect()
}

fn packs() -> Vec<Input> {
    vec![
        input("H-80 a letter of the manifest", "does not fit", || {
            let mut pack = good();
            let mut other = manifest(&sample());
            other.publisher.push('.');
            pack.manifest_bytes = manifest_bytes(&other);
            archive(pack.bytes())
        }),
        input("H-80b a bit of a file", "is not the file that the manifest names", || {
            let mut pack = good();
            if let Some(file) = pack.files.get_mut("pack.toml") {
                file[0] ^= 1;
            }
            archive(pack.bytes())
        }),
        input("H-80c no signature", "nobody signed", || {
            let mut pack = good();
            pack.signature = None;
            archive(pack.bytes())
        }),
        input("H-81 a file more", "differs", || {
            let mut pack = good();
            pack.files.insert("quizzes/third-look.toml".to_owned(), b"x".to_vec());
            archive(pack.bytes())
        }),
        input("H-82 a file less", "differs", || {
            let mut pack = good();
            pack.files.remove("glossary.toml");
            archive(pack.bytes())
        }),
        input("H-82b a file under another's name", "is not the file", || {
            let mut pack = good();
            let other = pack.files["claims.toml"].clone();
            let size = pack.files["glossary.toml"].len();
            let padded = other.into_iter().chain(std::iter::repeat(b'\n')).take(size).collect();
            pack.files.insert("glossary.toml".to_owned(), padded);
            archive(pack.bytes())
        }),
        input("H-83 S beyond the order", "does not fit", || archive(malleable())),
        input("H-84 a key that nobody trusts", "by no key that is trusted", || {
            let mut pack = good();
            let signature = Identity::from_seed(&[9; 32]).minisign(&pack.manifest_bytes, "pack");
            pack.signature = MinisignSignature::read(&signature).ok();
            archive(pack.bytes())
        }),
        input("H-84b nobody is trusted", "by no key that is trusted", || What::Archive {
            bytes: good().bytes(),
            trusted: Vec::new(),
        }),
        input("H-85 the signature of another pack", "does not fit", || {
            let mut pack = good();
            pack.signature =
                signed(manifest_bytes(&manifest(&Files::new())), Files::new()).signature;
            archive(pack.bytes())
        }),
        input("H-85b the number of a trusted key on another's signature", "does not fit", || {
            archive(renumbered())
        }),
        input("H-86 a trusted comment of a megabyte", "no file of minisign", || {
            let mut pack = good();
            let signature = organisation().minisign(&pack.manifest_bytes, &"x".repeat(1 << 20));
            let text = MinisignSignature::read(&signature).map(|read| read.file());
            assert!(text.is_err(), "it is refused where it is read");
            pack.signature = None;
            archive(with_signature(&pack, signature.as_bytes()))
        }),
        input("H-86b a signature with other words before it", "no file of minisign", || {
            let mut pack = good();
            let signature = pack.signature.take().map(|one| one.file()).unwrap_or_default();
            archive(with_signature(&pack, signature.replace("of a pack", "of a duck").as_bytes()))
        }),
        input("H-86c words that move the cursor in a comment", "no file of minisign", || {
            let mut pack = good();
            let signature = pack.signature.take().map(|one| one.file()).unwrap_or_default();
            archive(with_signature(
                &pack,
                signature.replace("version 1", "version \u{1b}[2K").as_bytes(),
            ))
        }),
    ]
}

/// A pack with these bytes where its signature stands.
fn with_signature(pack: &eighteen_exchange::PackFile, signature: &[u8]) -> Vec<u8> {
    // Files stand in the order of their names: this one comes before all others of the sample.
    let mut files = pack.files.clone();
    files.insert("\0".to_owned(), signature.to_vec());
    let pack = eighteen_exchange::PackFile { files, ..pack.clone() };
    let bytes = pack.bytes();
    let name = eighteen_exchange::SIGNATURE.as_bytes();
    let headers = bytes.windows(4).enumerate().filter(|(_, four)| four == b"PK\x03\x04");
    let at = headers.map(|(at, _)| at).nth(1).unwrap_or_default();
    let mut out = bytes[..at].to_vec();
    let mut header = bytes[at..at + 30].to_vec();
    header[26..28].copy_from_slice(&u16::try_from(name.len()).unwrap_or_default().to_le_bytes());
    out.extend(header);
    out.extend(name);
    out.extend(&bytes[at + 31..]);
    out
}

/// The good pack with the order of the group added to S: a second form of the same signature.
fn malleable() -> Vec<u8> {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    changed_signature(|bytes| {
        let mut carry = 0_u16;
        for (byte, more) in bytes[42..74].iter_mut().zip(ORDER) {
            let sum = u16::from(*byte) + u16::from(more) + carry;
            *byte = sum.to_le_bytes()[0];
            carry = sum >> 8;
        }
    })
}

/// A signature by somebody else, under the number of the trusted key.
fn renumbered() -> Vec<u8> {
    let number = |identity: &Identity| {
        let file = identity.minisign_key("x");
        base64(file.lines().nth(1).unwrap_or_default())[2..10].to_vec()
    };
    let mut pack = good();
    let other =
        Identity::from_seed(&[9; 32]).minisign(&pack.manifest_bytes, "pack small-case, version 1");
    pack.signature = MinisignSignature::read(&other).ok();
    let trusted = number(&organisation());
    changed_in(pack, |bytes| bytes[2..10].copy_from_slice(&trusted))
}

fn changed_signature(change: impl Fn(&mut [u8])) -> Vec<u8> {
    changed_in(good(), change)
}

/// A pack with a change in the second line of its signature.
fn changed_in(mut pack: eighteen_exchange::PackFile, change: impl Fn(&mut [u8])) -> Vec<u8> {
    let text = pack.signature.take().map(|one| one.file()).unwrap_or_default();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut bytes = base64(&lines[1]);
    change(&mut bytes);
    lines[1] = in_base64(&bytes);
    pack.signature = MinisignSignature::read(&(lines.join("\n") + "\n")).ok();
    pack.bytes()
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(text: &str) -> Vec<u8> {
    let place = |letter: u8| LETTERS.iter().position(|one| *one == letter).unwrap_or_default();
    let bits: Vec<usize> = text.bytes().filter(|byte| *byte != b'=').map(place).collect();
    bits.chunks(4)
        .flat_map(|four| {
            let all = four.iter().fold(0, |all, one| all << 6 | one) << (6 * (4 - four.len()));
            let bytes = [(all >> 16) & 255, (all >> 8) & 255, all & 255];
            bytes.into_iter().take(four.len() * 6 / 8).map(|byte| byte.to_le_bytes()[0])
        })
        .collect()
}

fn in_base64(bytes: &[u8]) -> String {
    bytes
        .chunks(3)
        .flat_map(|three| {
            let all = (0..3).fold(0, |all, at| {
                all << 8 | usize::from(three.get(at).copied().unwrap_or_default())
            });
            (0..4).map(move |at| {
                if at > three.len() {
                    '='
                } else {
                    char::from(LETTERS[(all >> (18 - 6 * at)) & 63])
                }
            })
        })
        .collect()
}

fn keys() -> Vec<Input> {
    let key = |bytes: [u8; 32]| {
        let file = [b"Ed".as_slice(), &[1; 8], &bytes].concat();
        format!("untrusted comment: minisign public key\n{}\n", in_base64(&file))
    };
    // The eight points of small order, of which any signature can be made to fit; two are given here.
    let mut identity = [0; 32];
    identity[0] = 1;
    vec![
        input("H-83b the key of order one", "weak", move || What::Key(key(identity))),
        input("H-83c the key of order four", "weak", move || What::Key(key([0; 32]))),
        input("H-83d a key in its second form", "weak", move || What::Key(key([0xff; 32]))),
        input("H-83e a secret key", "no file of minisign", || {
            What::Key("untrusted comment: minisign encrypted secret key\nRWRTY0Iy\n".to_owned())
        }),
        input("H-86d a key of a megabyte", "no file of minisign", || {
            What::Key("x".repeat(1 << 20))
        }),
    ]
}

fn saved(by: &Identity, to: &Identity, body: &str) -> Vec<u8> {
    let save =
        ToSave { learner_id: "l1", number: 1, made_at: "2026-11-23T09:00:00Z", links: &[], body };
    results::write(&save, by, &to.public()).unwrap_or_default()
}

fn results_files() -> Vec<Input> {
    let by = || Identity::from_seed(&[1; 32]);
    let text = move || {
        let plain = age::open(&trainer(), &saved(&by(), &trainer(), "{}")).unwrap_or_default();
        String::from_utf8(plain).unwrap_or_default()
    };
    let sealed = |text: String| {
        What::Results(age::seal(&trainer().public(), text.as_bytes()).unwrap_or_default())
    };
    vec![
        input("H-92 results for another organisation", "does not open", move || {
            What::Results(saved(&by(), &Identity::from_seed(&[9; 32]), "{}"))
        }),
        input("H-92b results for another, passed on", "saved for another trainer", move || {
            let other = Identity::from_seed(&[9; 32]);
            let plain = age::open(&other, &saved(&by(), &other, "{}")).unwrap_or_default();
            What::Results(age::seal(&trainer().public(), &plain).unwrap_or_default())
        }),
        input(
            "H-93 signed by another computer than it names",
            "signature does not fit",
            move || {
                sealed(
                    text().replace(
                        &by().public().hex(),
                        &Identity::from_seed(&[8; 32]).public().hex(),
                    ),
                )
            },
        ),
        input("H-93b a computer with a weak key", "signature does not fit", move || {
            sealed(text().replace(&by().public().hex(), &"0".repeat(64)))
        }),
        input("H-94 half a file", "does not open", move || {
            let mut bytes = saved(&by(), &trainer(), "{}");
            bytes.truncate(bytes.len() / 2);
            What::Results(bytes)
        }),
        input("H-94b nothing", "does not open", || What::Results(Vec::new())),
        input("H-95 33 MiB of zeros", "longer than a result file can be", || {
            What::Results(vec![0; (32 << 20) + 1])
        }),
        input("H-95c a later format", "newer version", move || {
            sealed(text().replace("results 1", "results 2"))
        }),
        input("H-95d words", "not a result file", move || sealed("hello\nthere\n".to_owned())),
        input(
            "H-95e history that does not end where it says",
            "signature does not fit",
            move || sealed(text().replace("\"head\":\"\"", "\"head\":\"00\"")),
        ),
        input("H-95f assignments of zeros", "NotOurs", || {
            What::Assignments(vec![0; 65 << 20 >> 1])
        }),
        input("H-95g assignments of a later version", "Newer", || {
            What::Assignments(b"eighteen-days assignments 2\nx\nx\n{}".to_vec())
        }),
    ]
}

fn people() -> Vec<Input> {
    let mut inputs = vec![
        input("H-97 a list of zeros", "NotText", || What::People(vec![0; 1000])),
        input("H-97b a list of one line", "NoColumns", || {
            What::People("a,".repeat(100_000).into())
        }),
        input("H-97c a name without end", "TooLong", || {
            What::People(format!("name\n{}\n", "x".repeat(1 << 20)).into())
        }),
        input("H-97d a quote without end", "TooLong", || {
            What::People(format!("name\n\"{}", "a\n".repeat(100_000)).into())
        }),
        input("H-97e a code twice", "CodeTwice", || {
            What::People(b"name,code\nA,1\nB,1\n".to_vec())
        }),
        input("H-97f a picture", "NotText", || {
            What::People(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec())
        }),
    ];
    let formulas =
        ["=HYPERLINK(\"http://127.0.0.1\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "＝1"];
    for (formula, letter) in formulas.into_iter().zip('a'..) {
        inputs.push(input(
            &format!("H-100{letter} a name that is a formula"),
            "Formula",
            move || What::People(format!("name\n\"{}\"\n", formula.replace('"', "\"\"")).into()),
        ));
        inputs.push(input(
            &format!("H-101{letter} a formula in a table"),
            "made words",
            move || What::Cell(formula.to_owned()),
        ));
    }
    for (cell, letter) in ["\t=1", " =1", "\r=1", "\u{200b}=1", "\0=1"].into_iter().zip('f'..) {
        inputs.push(input(
            &format!("H-101{letter} a formula behind what is not seen"),
            "made words",
            move || What::Cell(cell.to_owned()),
        ));
    }
    inputs
}
