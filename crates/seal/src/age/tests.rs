use std::{fs, process::Command};

use super::*;

fn trainer() -> Identity {
    Identity::from_seed(&[3; 32])
}

#[test]
fn what_was_sealed_opens_at_every_length_around_a_piece() {
    for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7] {
        let plain: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let sealed = seal(&trainer().public(), &plain).unwrap();
        assert_eq!(open(&trainer(), &sealed).unwrap(), plain, "{length}");
    }
}

#[test]
fn another_key_does_not_open_it_and_nothing_of_it_shows() {
    let sealed = seal(&trainer().public(), b"Anna: 7 of 10 points").unwrap();
    assert_eq!(open(&Identity::from_seed(&[4; 32]), &sealed), Err(Error::DoesNotOpen));
    assert!(!sealed.windows(4).any(|four| four == b"Anna"));
}

#[test]
fn it_opens_neither_cut_off_nor_with_a_byte_changed_or_added() {
    let sealed = seal(&trainer().public(), b"Anna: 7 of 10 points").unwrap();
    for end in 0..sealed.len() {
        assert_eq!(open(&trainer(), &sealed[..end]), Err(Error::DoesNotOpen), "cut at {end}");
    }
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert_eq!(open(&trainer(), &changed), Err(Error::DoesNotOpen), "byte {at}");
    }
    assert_eq!(open(&trainer(), &[&sealed[..], b"x"].concat()), Err(Error::DoesNotOpen));
}

#[test]
fn pieces_cannot_be_dropped_or_swapped() {
    let sealed = seal(&trainer().public(), &vec![9; 3 * PIECE]).unwrap();
    let (piece, start) = (PIECE + TAG, sealed.len() - 3 * (PIECE + TAG));
    let dropped = &sealed[..sealed.len() - piece];
    assert_eq!(open(&trainer(), dropped), Err(Error::DoesNotOpen));
    let (first, second) =
        (&sealed[start..start + piece], &sealed[start + piece..start + 2 * piece]);
    let swapped = [&sealed[..start], second, first, &sealed[start + 2 * piece..]].concat();
    assert_eq!(open(&trainer(), &swapped), Err(Error::DoesNotOpen));
}

/// A peer: the program `age` opens what this wrote, and this opens what `age` wrote.
#[test]
fn the_program_age_agrees() {
    if Command::new("age").arg("--version").output().is_err() {
        // Installed by the set-up of the whole test run; a checkout without it is not at fault.
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (key, file) = (folder.path().join("key"), folder.path().join("file.age"));
    let secret = bech32("age-secret-key-", &trainer().x25519_secret()).to_uppercase();
    fs::write(&key, secret).unwrap();
    let plain = vec![b'q'; PIECE + 100];
    fs::write(&file, seal(&trainer().public(), &plain).unwrap()).unwrap();
    let opened = Command::new("age").arg("-d").arg("-i").arg(&key).arg(&file).output().unwrap();
    assert!(opened.status.success(), "{}", String::from_utf8_lossy(&opened.stderr));
    assert_eq!(opened.stdout, plain);

    let source = folder.path().join("plain");
    fs::write(&source, &plain).unwrap();
    let recipient = bech32("age", &trainer().public().x25519());
    let theirs = Command::new("age").args(["-r", &recipient]).arg(&source).output().unwrap();
    assert!(theirs.status.success(), "{}", String::from_utf8_lossy(&theirs.stderr));
    assert_eq!(open(&trainer(), &theirs.stdout).unwrap(), plain);
}

/// Bech32 as of BIP 173, without its limit of length.
fn bech32(name: &str, bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    let mut values: Vec<u8> = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            values.push(u8::try_from(held >> bits & 31).unwrap());
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        values.push(u8::try_from(held << (5 - bits) & 31).unwrap());
    }
    let mut checked: Vec<u8> = name.bytes().map(|letter| letter >> 5).collect();
    checked.push(0);
    checked.extend(name.bytes().map(|letter| letter & 31));
    checked.extend(&values);
    checked.extend([0; 6]);
    let sum =
        checked.iter().fold(1_u32, |sum, value| {
            let top = sum >> 25;
            let turns = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
            let next = (sum & 0x1ff_ffff) << 5 ^ u32::from(*value);
            turns.iter().enumerate().fold(next, |next, (bit, turn)| {
                if top >> bit & 1 == 1 { next ^ turn } else { next }
            })
        }) ^ 1;
    values.extend((0..6).map(|at| u8::try_from(sum >> (5 * (5 - at)) & 31).unwrap()));
    let letters = values.iter().map(|value| char::from(LETTERS[usize::from(*value)]));
    format!("{name}1{}", letters.collect::<String>())
}
