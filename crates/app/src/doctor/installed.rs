//! What is installed and settled: every pack is verified again, byte for byte, and the policy's standing is told. Of a
//! pack only its id and version are said, of a policy neither its place nor its organisation.

use std::path::Path;

use eighteen_seal::OrgKey;
use eighteen_store::{KeptPack, KeptVersion};

use super::{Finding, State, finding, well, wrong};
use crate::{
    course::Course,
    policy::Rules,
    shelf::{Hindrance, NotUsed, Proof, Shelf, Shipped},
    trust::{KeyStanding, standing},
};

const PACK: &str = "installed pack";

pub(super) fn policy(rules: &Rules) -> Finding {
    const ABOUT: &str = "policy";
    match (rules.place(), rules.problems(), rules.signer()) {
        (None, ..) => {
            finding(ABOUT, State::Note, "there is none; nobody has decided anything here")
        }
        (Some(_), [problem, ..], _) => wrong(
            ABOUT,
            format!("it does not count, line {}: {}", problem.line, problem.message),
            "show it to whoever looks after this computer; `eighteen policy check` names every line",
        ),
        (Some(_), [], None) => well(ABOUT, "it lies in an administrator's folder, and counts"),
        (Some(_), [], Some(signer)) => {
            let words = signer.key.fingerprint();
            let number = rules.policy.number.unwrap_or_default();
            well(
                ABOUT,
                format!("number {number}, signed by the key “{words}”, which is trusted here"),
            )
        }
    }
}

pub(super) fn packs(data_dir: &Path, shipped: Option<&Course>) -> Vec<Finding> {
    const ABOUT: &str = "installed packs";
    let shipped = shipped.map(|course| Shipped::from(&course.pack)).unwrap_or_default();
    match Shelf::look(data_dir, shipped) {
        Ok(Some(shelf)) if shelf.record().packs.is_empty() => {
            vec![finding(ABOUT, State::Note, "there are none; the course that ships is taught")]
        }
        Ok(Some(shelf)) => {
            let packs = shelf.record().packs.iter();
            let versions =
                packs.flat_map(|pack| pack.versions.iter().map(move |kept| (pack, kept)));
            versions.map(|(pack, kept)| version(&shelf, pack, kept)).collect()
        }
        Ok(None) => vec![wrong(
            ABOUT,
            "the record of trusted keys and installed packs is damaged, and nothing of it is used",
            "start the program, which sets it aside; then trust the keys and install the packs again",
        )],
        Err(_) => vec![wrong(
            ABOUT,
            "the record of trusted keys and installed packs cannot be read",
            "let this account read it, and install the newest version of the program",
        )],
    }
}

fn version(shelf: &Shelf, pack: &KeptPack, kept: &KeptVersion) -> Finding {
    let named = format!("{}, version {}", pack.id, kept.version);
    let is_used = shelf.versions(&pack.id).contains(kept);
    match shelf.find(kept) {
        Ok(_) if !is_used => {
            let says = format!(
                "{named}: whole, and not newer than the course that ships, which is taught instead"
            );
            finding(PACK, State::Note, says)
        }
        Ok(found) => match found.proof {
            Proof::Signed(Some(key)) => signed(shelf, &named, &key),
            _ => finding(
                PACK,
                State::Note,
                format!("{named}: whole, and nobody signed it, which is allowed here"),
            ),
        },
        Err(why) => not_used(&named, &why),
    }
}

fn signed(shelf: &Shelf, named: &str, key: &OrgKey) -> Finding {
    match standing(shelf.record(), key) {
        KeyStanding::Replaced(_) => {
            let says = format!(
                "{named}: as it was signed, by a key that another one has replaced since; it stays in use"
            );
            finding(PACK, State::Note, says)
        }
        _ => well(
            PACK,
            format!("{named}: every byte is as it was signed, by a key that is trusted here"),
        ),
    }
}

fn not_used(named: &str, why: &NotUsed) -> Finding {
    let (says, cure) = match why {
        NotUsed::Damaged(_) => (
            "its file is missing, or not the one that was installed",
            "install it again; until then the version before it is taught, or the course that ships",
        ),
        NotUsed::Hindered(Hindrance::RevokedKey) => (
            "the key that signed it was revoked, so it is not used",
            "ask its publisher for the pack signed by the key that is used now",
        ),
        NotUsed::Hindered(Hindrance::UnknownKey | Hindrance::NamesNoKey) => (
            "nobody here trusts the key that signed it, so it is not used",
            "compare the words of the key and trust it again: eighteen trust add",
        ),
        NotUsed::Hindered(Hindrance::Unsigned) => (
            "nobody signed it, and that is not allowed here, so it is not used",
            "ask its publisher for a signed one",
        ),
        NotUsed::Hindered(_) => (
            "this version of the program does not take what is in it, so it is not used",
            "install the newest version of the program, or a newer version of the pack",
        ),
    };
    wrong(PACK, format!("{named}: {says}"), cure)
}
