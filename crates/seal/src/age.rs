//! Encrypting a file to one public key, in the age format, version 1
//! (<https://age-encryption.org/v1>): X25519, HKDF-SHA-256 and ChaCha20-Poly1305 in pieces of 64 KiB.
//!
//! The format is published, and the program `age` opens what this writes. The crate of that name would
//! bring a translation system, a second generation of the ciphers and support for a dozen kinds of key;
//! one kind takes this file.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _, aead::Aead as _};
use curve25519_dalek::montgomery::MontgomeryPoint;
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::{Error, Identity, PublicKey, wrap::random};

const VERSION: &str = "age-encryption.org/v1";
const STANZA: &str = "age-encryption.org/v1/X25519";
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// Encrypts to one key. Nothing in the result tells to which.
///
/// # Errors
/// When the system gives no random bytes.
pub fn seal(to: &PublicKey, plain: &[u8]) -> Result<Vec<u8>, Error> {
    let ephemeral = Zeroizing::new(random::<32>()?);
    let file_key = Zeroizing::new(random::<16>()?);
    let share = MontgomeryPoint::mul_base_clamped(*ephemeral).to_bytes();
    let recipient = to.x25519();
    let shared = Zeroizing::new(MontgomeryPoint(recipient).mul_clamped(*ephemeral).to_bytes());
    let wrapping = wrapping_key(&shared, &share, &recipient)?;
    let body = cipher(&wrapping)?
        .encrypt(&[0; 12].into(), file_key.as_slice())
        .map_err(|_| Error::DoesNotOpen)?;
    let header =
        format!("{VERSION}\n-> X25519 {}\n{}\n---", BASE64.encode(share), BASE64.encode(body));
    let mac = header_mac(file_key.as_slice(), header.as_bytes())?.finalize().into_bytes();
    let nonce = random::<16>()?;
    let mut sealed = format!("{header} {}\n", BASE64.encode(mac)).into_bytes();
    sealed.extend(nonce);
    let cipher = cipher(&derived(file_key.as_slice(), &nonce, b"payload")?)?;
    let pieces = plain.len().div_ceil(PIECE).max(1);
    for number in 0..pieces {
        let piece = &plain[number * PIECE..plain.len().min((number + 1) * PIECE)];
        let nonce = piece_nonce(number, number + 1 == pieces);
        sealed.extend(cipher.encrypt(&nonce.into(), piece).map_err(|_| Error::DoesNotOpen)?);
    }
    Ok(sealed)
}

/// Opens what [`seal`] made. What comes out is never longer than what went in.
///
/// # Errors
/// [`Error::DoesNotOpen`] when it was made for another key, is cut off or was changed.
pub fn open(identity: &Identity, sealed: &[u8]) -> Result<Vec<u8>, Error> {
    let envelope = Envelope::read(sealed).ok_or(Error::DoesNotOpen)?;
    let shared = identity.agree(envelope.share);
    if *shared == [0; 32] {
        return Err(Error::DoesNotOpen);
    }
    let wrapping = wrapping_key(&shared, &envelope.share, &identity.public().x25519())?;
    let file_key = cipher(&wrapping)?
        .decrypt(&[0; 12].into(), envelope.body.as_slice())
        .map(Zeroizing::new)
        .map_err(|_| Error::DoesNotOpen)?;
    header_mac(&file_key, envelope.header)?
        .verify_slice(&envelope.mac)
        .map_err(|_| Error::DoesNotOpen)?;
    let cipher = cipher(&derived(&file_key, envelope.nonce, b"payload")?)?;
    let pieces = envelope.payload.chunks(PIECE + TAG);
    let last = pieces.len().checked_sub(1).ok_or(Error::DoesNotOpen)?;
    let mut plain = Vec::with_capacity(envelope.payload.len());
    for (number, piece) in pieces.enumerate() {
        let nonce = piece_nonce(number, number == last);
        let opened = cipher.decrypt(&nonce.into(), piece).map_err(|_| Error::DoesNotOpen)?;
        if opened.is_empty() && number > 0 {
            // The format has no empty piece at the end, so that a plain text has one form only.
            return Err(Error::DoesNotOpen);
        }
        plain.extend(opened);
    }
    Ok(plain)
}

/// A sealed file, taken apart.
struct Envelope<'a> {
    /// From the first byte to the three dashes.
    header: &'a [u8],
    share: [u8; 32],
    body: Vec<u8>,
    mac: Vec<u8>,
    nonce: &'a [u8],
    payload: &'a [u8],
}

impl<'a> Envelope<'a> {
    fn read(sealed: &'a [u8]) -> Option<Self> {
        let mut rest = sealed;
        if line(&mut rest)? != VERSION {
            return None;
        }
        let share = BASE64.decode(line(&mut rest)?.strip_prefix("-> X25519 ")?).ok()?;
        let body = BASE64.decode(line(&mut rest)?).ok()?;
        let header = sealed.get(..sealed.len() - rest.len() + 3)?;
        let mac = BASE64.decode(line(&mut rest)?.strip_prefix("--- ")?).ok()?;
        let (nonce, payload) = rest.split_at_checked(16)?;
        Some(Self { header, share: share.try_into().ok()?, body, mac, nonce, payload })
    }
}

/// Takes a line off; the longest of a header is far below 100 bytes.
fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let end = rest.iter().take(100).position(|byte| *byte == b'\n')?;
    let (line, after) = rest.split_at(end);
    *rest = &after[1..];
    std::str::from_utf8(line).ok()
}

fn wrapping_key(
    shared: &[u8; 32],
    share: &[u8; 32],
    recipient: &[u8; 32],
) -> Result<Zeroizing<[u8; 32]>, Error> {
    derived(shared, &[share.as_slice(), recipient].concat(), STANZA.as_bytes())
}

fn derived(key: &[u8], salt: &[u8], info: &[u8]) -> Result<Zeroizing<[u8; 32]>, Error> {
    let mut out = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt), key)
        .expand(info, out.as_mut_slice())
        .map_err(|_| Error::DoesNotOpen)?;
    Ok(out)
}

fn header_mac(file_key: &[u8], header: &[u8]) -> Result<Hmac<Sha256>, Error> {
    let key = derived(file_key, &[], b"header")?;
    let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key.as_slice());
    Ok(mac.map_err(|_| Error::DoesNotOpen)?.chain_update(header))
}

fn cipher(key: &Zeroizing<[u8; 32]>) -> Result<ChaCha20Poly1305, Error> {
    ChaCha20Poly1305::new_from_slice(key.as_slice()).map_err(|_| Error::DoesNotOpen)
}

/// Eleven bytes of the piece's number, and whether it is the last.
fn piece_nonce(number: usize, last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[3..11].copy_from_slice(&(number as u64).to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}

#[cfg(test)]
mod tests;
