//! Whose signatures are taken: keys of organisations, and what was said of them since.
//!
//! A key comes here because somebody compared its words, because an administrator put it here, or because the
//! key before it named it. A key that was replaced signs nothing new, and what it signed before stays; a key that
//! was revoked is worth nothing, also for what is installed, and is never trusted again.

use eighteen_exchange::{Says, SignedStatement};
use eighteen_seal::OrgKey;
use eighteen_store::{KeptKey, KeyOrigin, TrustRecord};

use crate::clock::Moment;

/// What a name of a key has at most, in characters.
const LONGEST_NAME: usize = 80;

/// How a key stands here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyStanding {
    /// It is trusted under this name.
    Trusted(String),
    /// Another key took its place.
    Replaced(String),
    /// It is worth nothing.
    Revoked(String),
    /// Nobody said anything of it.
    Unknown,
}

impl KeyStanding {
    /// The name that somebody here gave it; empty where nobody did.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Trusted(name) | Self::Replaced(name) | Self::Revoked(name) => name,
            Self::Unknown => "",
        }
    }
}

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TrustFault {
    /// Nothing is known of the key.
    #[error("this computer does not know the key")]
    UnknownKey,
    /// A statement by somebody who may not make it.
    #[error("the statement is not signed by a key that may say this")]
    NotSigned,
    /// The key was revoked.
    #[error("the key was revoked; it is never trusted again")]
    Revoked,
    /// Another key took its place.
    #[error("another key has taken the place of this one")]
    Replaced,
    /// The key is trusted already, or the statement was taken before.
    #[error("this is known here already")]
    Known,
    /// A name that is none.
    #[error("a name has 1 to {LONGEST_NAME} characters on one line")]
    Name,
}

/// How a key stands. The same key under another number is the same key.
pub(crate) fn standing(record: &TrustRecord, key: &OrgKey) -> KeyStanding {
    match kept(record, key) {
        None => KeyStanding::Unknown,
        Some(kept) if kept.revoked_on.is_some() => KeyStanding::Revoked(kept.name.clone()),
        Some(kept) if kept.replaced_by.is_some() => KeyStanding::Replaced(kept.name.clone()),
        Some(kept) => KeyStanding::Trusted(kept.name.clone()),
    }
}

/// Every key that something is known of.
pub(crate) fn known_keys(record: &TrustRecord) -> Vec<OrgKey> {
    record.keys.iter().filter_map(|kept| OrgKey::from_hex(&kept.key)).collect()
}

/// Trusts a key from now on.
pub(crate) fn trust(
    record: &TrustRecord,
    key: &OrgKey,
    name: &str,
    how: KeyOrigin,
    now: Moment,
) -> Result<TrustRecord, TrustFault> {
    let name = one_line(name)?;
    match standing(record, key) {
        KeyStanding::Unknown => {
            let mut record = record.clone();
            record.keys.push(new(key, name, how, now));
            Ok(record)
        }
        KeyStanding::Trusted(_) => Err(TrustFault::Known),
        KeyStanding::Replaced(_) => Err(TrustFault::Replaced),
        KeyStanding::Revoked(_) => Err(TrustFault::Revoked),
    }
}

/// Trusts a key no longer. One that was revoked is kept, so that nobody trusts it again.
pub(crate) fn forget(record: &TrustRecord, key: &OrgKey) -> Result<TrustRecord, TrustFault> {
    match standing(record, key) {
        KeyStanding::Unknown => Err(TrustFault::UnknownKey),
        KeyStanding::Revoked(_) => Err(TrustFault::Revoked),
        KeyStanding::Trusted(_) | KeyStanding::Replaced(_) => {
            let mut record = record.clone();
            record.keys.retain(|kept| !is(kept, key));
            Ok(record)
        }
    }
}

/// Takes what an organisation says of a key.
pub(crate) fn take(
    record: &TrustRecord,
    said: &SignedStatement,
    now: Moment,
) -> Result<TrustRecord, TrustFault> {
    let key = said.statement.key;
    match said.statement.says {
        Says::Change(next) => change(record, said, &key, &next, now),
        Says::Revocation => revoke(record, said, &key, now),
    }
}

fn change(
    record: &TrustRecord,
    said: &SignedStatement,
    key: &OrgKey,
    next: &OrgKey,
    now: Moment,
) -> Result<TrustRecord, TrustFault> {
    let before = kept(record, key).ok_or(TrustFault::UnknownKey)?;
    if !said.is_signed_by(key) || key.public() == next.public() {
        return Err(TrustFault::NotSigned);
    }
    match standing(record, key) {
        KeyStanding::Revoked(_) => return Err(TrustFault::Revoked),
        KeyStanding::Replaced(_) => {
            let same = before.replaced_by.as_deref() == Some(next.hex().as_str());
            return Err(if same { TrustFault::Known } else { TrustFault::Replaced });
        }
        KeyStanding::Trusted(_) | KeyStanding::Unknown => {}
    }
    let name = before.name.clone();
    let mut record = match trust(record, next, &name, KeyOrigin::Change, now) {
        Ok(record) => record,
        Err(TrustFault::Known) => record.clone(),
        Err(fault) => return Err(fault),
    };
    for kept in record.keys.iter_mut().filter(|kept| is(kept, key)) {
        kept.replaced_by = Some(next.hex());
    }
    Ok(record)
}

fn revoke(
    record: &TrustRecord,
    said: &SignedStatement,
    key: &OrgKey,
    now: Moment,
) -> Result<TrustRecord, TrustFault> {
    let may = said.is_signed_by(key)
        || successors(record, key).iter().any(|successor| said.is_signed_by(successor));
    if !may {
        let known = kept(record, key).is_some();
        return Err(if known { TrustFault::NotSigned } else { TrustFault::UnknownKey });
    }
    let mut record = record.clone();
    if kept(&record, key).is_none() {
        record.keys.push(new(key, String::new(), KeyOrigin::Revocation, now));
    }
    for kept in record.keys.iter_mut().filter(|kept| is(kept, key)) {
        if kept.revoked_on.is_some() {
            return Err(TrustFault::Known);
        }
        kept.revoked_on = Some(said.statement.on.clone());
    }
    Ok(record)
}

/// The keys that took the place of one, each named by the one before. None behind one that was revoked.
fn successors(record: &TrustRecord, key: &OrgKey) -> Vec<OrgKey> {
    let mut found: Vec<OrgKey> = Vec::new();
    let mut at = *key;
    while let Some(next) = kept(record, &at)
        .and_then(|kept| kept.replaced_by.as_deref())
        .and_then(OrgKey::from_hex)
        .filter(|next| !matches!(standing(record, next), KeyStanding::Revoked(_)))
    {
        if next.public() == key.public() || found.contains(&next) {
            break;
        }
        found.push(next);
        at = next;
    }
    found
}

fn new(key: &OrgKey, name: String, how: KeyOrigin, now: Moment) -> KeptKey {
    KeptKey { key: key.hex(), name, since: now.rfc3339(), how, replaced_by: None, revoked_on: None }
}

fn kept<'a>(record: &'a TrustRecord, key: &OrgKey) -> Option<&'a KeptKey> {
    record.keys.iter().find(|kept| is(kept, key))
}

fn is(kept: &KeptKey, key: &OrgKey) -> bool {
    OrgKey::from_hex(&kept.key).is_some_and(|known| known.public() == key.public())
}

fn one_line(name: &str) -> Result<String, TrustFault> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = name.chars().count();
    if length == 0 || length > LONGEST_NAME || name.chars().any(char::is_control) {
        return Err(TrustFault::Name);
    }
    Ok(name)
}

#[cfg(test)]
mod tests;
