//! An identity: an Ed25519 key (RFC 8032) that signs, and to which files can be encrypted.
//!
//! One public key does both. Its point on the other form of the curve is the X25519 key that [`crate::age`]
//! encrypts to, the same step that `age` takes for an `ssh-ed25519` key.

use curve25519_dalek::montgomery::MontgomeryPoint;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::{Error, words, wrap::random};

/// A key pair that stays where it was made.
pub struct Identity(SigningKey);

/// The part of an identity that others know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl std::fmt::Debug for Identity {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Identity(not shown)")
    }
}

impl Identity {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> Result<Self, Error> {
        Ok(Self::from_seed(&Zeroizing::new(random()?)))
    }

    /// The one that this seed makes.
    pub fn from_seed(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The seed, to be kept where nobody else reads it.
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// What others know it by.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs bytes. `purpose` goes before them, so that what was signed for one thing never stands for
    /// another.
    pub fn sign(&self, purpose: &str, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(&signed(purpose, bytes)).to_bytes()
    }

    /// Signs bytes as they are, for a format that says itself what they are.
    pub(crate) fn sign_bare(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }

    /// What is shared with the holder of another X25519 key.
    pub(crate) fn agree(&self, share: [u8; 32]) -> Zeroizing<[u8; 32]> {
        let scalar = Zeroizing::new(self.0.to_scalar_bytes());
        Zeroizing::new(MontgomeryPoint(share).mul_clamped(*scalar).to_bytes())
    }

    /// The secret in the form that the program `age` reads.
    #[cfg(test)]
    pub(crate) fn x25519_secret(&self) -> [u8; 32] {
        self.0.to_scalar_bytes()
    }
}

impl PublicKey {
    /// Reads 32 bytes; nothing when they are no key, or one of the weak ones that any signature fits.
    pub fn from_bytes(bytes: &[u8; 32]) -> Option<Self> {
        // One key has one form: a second one would have other words for the same key.
        let is_its_form = |key: &VerifyingKey| key.to_edwards().compress().0 == *bytes;
        let key = VerifyingKey::from_bytes(bytes).ok()?;
        (!key.is_weak() && is_its_form(&key)).then_some(Self(key))
    }

    /// Reads 64 lower-case hex digits.
    pub fn from_hex(hex: &str) -> Option<Self> {
        Self::from_bytes(&from_hex(hex)?)
    }

    /// 32 bytes.
    pub fn bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// 64 lower-case hex digits.
    pub fn hex(&self) -> String {
        to_hex(&self.bytes())
    }

    /// Six words that two people can read to each other: the first 96 bits of the key's SHA-256.
    pub fn fingerprint(&self) -> String {
        words::from_bytes(&Sha256::digest(self.bytes())[..12])
    }

    /// Whether this key made the signature for this purpose and these bytes.
    pub fn made(&self, purpose: &str, bytes: &[u8], signature: &[u8; 64]) -> bool {
        self.verifies(&signed(purpose, bytes), &Signature::from_bytes(signature))
    }

    /// Whether it made a signature over bytes as they are.
    pub(crate) fn verifies(&self, bytes: &[u8], signature: &Signature) -> bool {
        self.0.verify_strict(bytes, signature).is_ok()
    }

    /// The X25519 key of the same secret.
    pub(crate) fn x25519(&self) -> [u8; 32] {
        self.0.to_montgomery().to_bytes()
    }
}

/// The purpose, a NUL, the SHA-256 of the bytes.
fn signed(purpose: &str, bytes: &[u8]) -> Vec<u8> {
    [purpose.as_bytes(), &[0], &Sha256::digest(bytes)].concat()
}

/// Bytes as lower-case hex digits.
pub fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Exactly so many bytes from lower-case hex digits.
pub fn from_hex<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let ours = |digit: u8| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit);
    if hex.len() != N * 2 || !hex.bytes().all(ours) {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_bytes_its_purpose_and_its_key() {
        let one = Identity::random().unwrap();
        let signature = one.sign("results", b"three points");
        assert!(one.public().made("results", b"three points", &signature));
        assert!(!one.public().made("results", b"four points", &signature));
        assert!(!one.public().made("assignment", b"three points", &signature));
        let other = Identity::random().unwrap();
        assert!(!other.public().made("results", b"three points", &signature));
        for at in 0..64 {
            let mut changed = signature;
            changed[at] ^= 1;
            assert!(!one.public().made("results", b"three points", &changed));
        }
    }

    #[test]
    fn a_seed_makes_the_same_key_again_and_is_not_shown() {
        let one = Identity::random().unwrap();
        assert_eq!(Identity::from_seed(&one.seed()).public(), one.public());
        assert!(!format!("{one:?}").contains(&to_hex(&*one.seed())[..8]));
    }

    #[test]
    fn a_key_of_small_order_is_no_key() {
        assert_eq!(PublicKey::from_hex(&"00".repeat(32)), None);
        let mut one = [0; 32];
        one[0] = 1;
        assert_eq!(PublicKey::from_bytes(&one), None);
        assert_eq!(PublicKey::from_hex("no"), None);
    }

    #[test]
    fn a_fingerprint_is_six_words() {
        let key = Identity::from_seed(&[7; 32]).public();
        assert_eq!(key.fingerprint().split(' ').count(), 6);
        assert_eq!(PublicKey::from_hex(&key.hex()), Some(key));
        assert_ne!(key.fingerprint(), Identity::from_seed(&[8; 32]).public().fingerprint());
    }
}
