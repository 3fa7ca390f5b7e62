//! Keys: wrapped by a passphrase and by a printed code, signing, and encrypting files to somebody. Thin over kept crates; no file paths, no database.
//!
//! A store's key is random. It is wrapped by a key derived from the passphrase, so a new passphrase
//! re-wraps 32 bytes and never re-encrypts the store. Secrets are wiped when dropped and have no
//! `Debug` that shows them.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod age;
mod identity;
mod minisign;
mod org_key;
mod passphrase;
mod recovery;
pub mod words;
mod wrap;

pub use identity::{Identity, PublicKey, from_hex, to_hex};
pub use org_key::{
    MAX_MINISIGN_FILE, MinisignError, MinisignSignature, NewKey, OrgKey, Signer, new_key, sign_with,
};
pub use passphrase::{MIN_CHARACTERS, Weakness, weakness};
pub use recovery::{RecoveryCode, WORDS as RECOVERY_WORDS};
pub use wrap::{Cost, Error, StoreKey, Wrapped, unwrap, unwrap_on_terms, wrap, wrap_on_terms};
