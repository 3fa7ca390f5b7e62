//! Wrapping a store's key: Argon2id (RFC 9106) and XChaCha20-Poly1305.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305,
    aead::{Aead, Payload},
};
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Names the purpose, so that bytes wrapped for something else never open here.
const PURPOSE: &[u8] = b"eighteen-days trainer store key v1";

/// What can go wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The passphrase is not the one, or the wrapped bytes were changed: the two cannot be told apart.
    #[error("the passphrase does not open this key")]
    DoesNotOpen,
    /// The cost parameters are outside what is accepted.
    #[error("the key file asks for a cost that is not accepted")]
    Cost,
    /// The system gave no random bytes.
    #[error("the system gave no random bytes")]
    NoRandomness,
}

/// The random key of an encrypted store. Wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct StoreKey([u8; 32]);

impl StoreKey {
    /// A new random key.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, Error> {
        Ok(Self(random()?))
    }

    /// The key as 64 hex digits, the form that `SQLCipher` takes a raw key in.
    pub fn hex(&self) -> Zeroizing<String> {
        use std::fmt::Write as _;
        let mut hex = Zeroizing::new(String::with_capacity(64));
        for byte in self.0 {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }
}

impl std::fmt::Debug for StoreKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("StoreKey(not shown)")
    }
}

/// What deriving a key costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// RFC 9106 section 4, second recommended option: 64 MiB, three passes, four lanes.
    pub const STANDARD: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };

    /// A key file must not be able to weaken the derivation, nor to exhaust the memory with it.
    fn accepted(self) -> bool {
        (19 * 1024..=1024 * 1024).contains(&self.memory_kib)
            && (2..=16).contains(&self.passes)
            && (1..=16).contains(&self.lanes)
    }
}

/// A wrapped key: everything that is needed to open it, except the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// What deriving the wrapping key costs.
    pub cost: Cost,
    /// Random salt of the derivation.
    pub salt: [u8; 16],
    /// Random nonce of the encryption.
    pub nonce: [u8; 24],
    /// The key and its tag.
    pub sealed: Vec<u8>,
}

/// Wraps a key by a passphrase.
///
/// # Errors
/// When the cost is not accepted or the system gives no random bytes.
pub fn wrap(key: &StoreKey, passphrase: &str, cost: Cost) -> Result<Wrapped, Error> {
    wrap_on_terms(key, passphrase, cost, b"")
}

/// Wraps a key by a passphrase, on terms that stand in the open beside it and can never be changed:
/// with other terms it does not open.
///
/// # Errors
/// When the cost is not accepted or the system gives no random bytes.
pub fn wrap_on_terms(
    key: &StoreKey,
    passphrase: &str,
    cost: Cost,
    terms: &[u8],
) -> Result<Wrapped, Error> {
    let (salt, nonce) = (random()?, random()?);
    let cipher = cipher(passphrase, &salt, cost)?;
    let sealed = cipher
        .encrypt(&nonce.into(), Payload { msg: &key.0, aad: &[PURPOSE, terms].concat() })
        .map_err(|_| Error::DoesNotOpen)?;
    Ok(Wrapped { cost, salt, nonce, sealed })
}

/// Opens a wrapped key.
///
/// # Errors
/// When the passphrase is not the one or the bytes were changed.
pub fn unwrap(wrapped: &Wrapped, passphrase: &str) -> Result<StoreKey, Error> {
    unwrap_on_terms(wrapped, passphrase, b"")
}

/// Opens a key that was wrapped on these terms.
///
/// # Errors
/// When the passphrase is not the one, the bytes were changed, or the terms are others.
pub fn unwrap_on_terms(
    wrapped: &Wrapped,
    passphrase: &str,
    terms: &[u8],
) -> Result<StoreKey, Error> {
    let cipher = cipher(passphrase, &wrapped.salt, wrapped.cost)?;
    let aad = [PURPOSE, terms].concat();
    let plain = cipher
        .decrypt(&wrapped.nonce.into(), Payload { msg: &wrapped.sealed, aad: &aad })
        .map(Zeroizing::new)
        .map_err(|_| Error::DoesNotOpen)?;
    let key = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_| Error::DoesNotOpen)?;
    Ok(StoreKey(key))
}

fn cipher(passphrase: &str, salt: &[u8; 16], cost: Cost) -> Result<XChaCha20Poly1305, Error> {
    if !cost.accepted() {
        return Err(Error::Cost);
    }
    let params =
        Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|_| Error::Cost)?;
    let mut key = Zeroizing::new([0_u8; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice())
        .map_err(|_| Error::Cost)?;
    XChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| Error::DoesNotOpen)
}

pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|_| Error::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Cost = Cost { memory_kib: 19 * 1024, passes: 2, lanes: 1 };

    #[test]
    fn the_right_passphrase_opens_the_key_and_no_other_does() {
        let key = StoreKey::random().unwrap();
        let wrapped = wrap(&key, "correct horse battery", CHEAP).unwrap();
        assert_eq!(*unwrap(&wrapped, "correct horse battery").unwrap().hex(), *key.hex());
        for wrong in
            ["correct horse batterz", "", "Correct horse battery", "correct horse battery "]
        {
            assert_eq!(unwrap(&wrapped, wrong).unwrap_err(), Error::DoesNotOpen, "{wrong:?}");
        }
    }

    #[test]
    fn a_key_opens_on_its_own_terms_only() {
        let key = StoreKey::random().unwrap();
        let wrapped = wrap_on_terms(&key, "p", CHEAP, b"groups of 8").unwrap();
        assert_eq!(*unwrap_on_terms(&wrapped, "p", b"groups of 8").unwrap().hex(), *key.hex());
        for other in ["", "groups of 5", "groups of 8 "] {
            let opened = unwrap_on_terms(&wrapped, "p", other.as_bytes());
            assert_eq!(opened.unwrap_err(), Error::DoesNotOpen, "{other:?}");
        }
        let free = wrap(&key, "p", CHEAP).unwrap();
        assert!(unwrap_on_terms(&free, "p", b"groups of 8").is_err(), "nor can terms be added");
    }

    #[test]
    fn every_changed_byte_is_noticed() {
        let wrapped = wrap(&StoreKey::random().unwrap(), "a passphrase of ours", CHEAP).unwrap();
        for index in 0..wrapped.sealed.len() {
            let mut changed = wrapped.clone();
            changed.sealed[index] ^= 1;
            assert_eq!(unwrap(&changed, "a passphrase of ours").unwrap_err(), Error::DoesNotOpen);
        }
    }

    #[test]
    fn a_key_file_can_neither_weaken_nor_exhaust() {
        let mut wrapped =
            wrap(&StoreKey::random().unwrap(), "a passphrase of ours", CHEAP).unwrap();
        for cost in [
            Cost { memory_kib: 8, ..CHEAP },
            Cost { memory_kib: u32::MAX, ..CHEAP },
            Cost { passes: 1_000_000, ..CHEAP },
            Cost { lanes: 0, ..CHEAP },
        ] {
            wrapped.cost = cost;
            assert_eq!(unwrap(&wrapped, "a passphrase of ours").unwrap_err(), Error::Cost);
        }
    }

    #[test]
    fn two_wraps_of_one_key_have_nothing_in_common() {
        let key = StoreKey::random().unwrap();
        let (one, two) = (wrap(&key, "p", CHEAP).unwrap(), wrap(&key, "p", CHEAP).unwrap());
        assert!(one.salt != two.salt && one.nonce != two.nonce && one.sealed != two.sealed);
    }

    #[test]
    fn a_key_does_not_show_itself() {
        let key = StoreKey::random().unwrap();
        assert!(!format!("{key:?}").contains(&key.hex()[..8]));
    }
}
