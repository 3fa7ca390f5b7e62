use chrono::DateTime;
use eighteen_exchange::KeyStatement;
use eighteen_seal::{Signer, new_key};

use super::*;

const PASSPHRASE: &str = "seven calm herons wade";

fn now() -> Moment {
    Moment::new(DateTime::parse_from_rfc3339("2026-11-23T09:00:00.000+01:00").unwrap())
}

fn signer() -> Signer {
    Signer::open(&new_key(PASSPHRASE).unwrap().secret, PASSPHRASE).unwrap()
}

fn said(by: &Signer, key: OrgKey, says: Says) -> SignedStatement {
    let statement = KeyStatement { key, says, on: "2026-11-22".to_owned() };
    let signature = by.sign_with_key(&statement.bytes().unwrap(), statement.comment()).unwrap();
    SignedStatement::new(statement, signature).unwrap()
}

fn changed(by: &Signer, next: &Signer) -> SignedStatement {
    said(by, by.key(), Says::Change(next.key()))
}

fn trusting(signer: &Signer) -> TrustRecord {
    let empty = TrustRecord::default();
    trust(&empty, &signer.key(), " Acme \n Security ", KeyOrigin::Compared, now()).unwrap()
}

fn trusted(name: &str) -> KeyStanding {
    KeyStanding::Trusted(name.to_owned())
}

fn revoked(name: &str) -> KeyStanding {
    KeyStanding::Revoked(name.to_owned())
}

#[test]
fn a_key_is_trusted_under_its_name_until_it_is_forgotten() {
    let acme = signer();
    let record = trusting(&acme);
    assert_eq!(standing(&record, &acme.key()), trusted("Acme Security"));
    assert_eq!(standing(&record, &signer().key()), KeyStanding::Unknown);
    assert_eq!(
        trust(&record, &acme.key(), "Again", KeyOrigin::Compared, now()),
        Err(TrustFault::Known)
    );
    assert_eq!(
        trust(&record, &signer().key(), " ", KeyOrigin::Compared, now()),
        Err(TrustFault::Name)
    );
    let left = forget(&record, &acme.key()).unwrap();
    assert_eq!(standing(&left, &acme.key()), KeyStanding::Unknown);
    assert_eq!(forget(&left, &acme.key()), Err(TrustFault::UnknownKey));
}

#[test]
fn a_change_counts_when_the_key_before_signed_it() {
    let [acme, next, thief] = [signer(), signer(), signer()];
    let record = trusting(&acme);
    let after = take(&record, &changed(&acme, &next), now()).unwrap();
    assert_eq!(standing(&after, &acme.key()), KeyStanding::Replaced("Acme Security".to_owned()));
    assert_eq!(standing(&after, &next.key()), trusted("Acme Security"));
    assert_eq!(after.keys[1].how, KeyOrigin::Change);
    // Once more changes nothing, and the old key cannot name a second one.
    assert_eq!(take(&after, &changed(&acme, &next), now()), Err(TrustFault::Known));
    assert_eq!(take(&after, &changed(&acme, &thief), now()), Err(TrustFault::Replaced));
    // By somebody else, or of a key that is not known here.
    let forged = said(&thief, acme.key(), Says::Change(thief.key()));
    assert_eq!(take(&record, &forged, now()), Err(TrustFault::NotSigned));
    assert_eq!(take(&record, &changed(&thief, &next), now()), Err(TrustFault::UnknownKey));
    let itself = said(&acme, acme.key(), Says::Change(acme.key()));
    assert_eq!(take(&record, &itself, now()), Err(TrustFault::NotSigned));
}

#[test]
fn a_revocation_counts_by_the_key_itself_or_whoever_came_after() {
    let [acme, next, third, thief] = [signer(), signer(), signer(), signer()];
    let record = trusting(&acme);
    let by_itself = said(&acme, acme.key(), Says::Revocation);
    let after = take(&record, &by_itself, now()).unwrap();
    assert_eq!(standing(&after, &acme.key()), revoked("Acme Security"));
    assert_eq!(after.keys[0].revoked_on.as_deref(), Some("2026-11-22"));
    assert_eq!(take(&after, &by_itself, now()), Err(TrustFault::Known));
    // It is never trusted again, and cannot name another.
    assert_eq!(forget(&after, &acme.key()), Err(TrustFault::Revoked));
    assert_eq!(
        trust(&after, &acme.key(), "Acme", KeyOrigin::Compared, now()),
        Err(TrustFault::Revoked)
    );
    assert_eq!(take(&after, &changed(&acme, &thief), now()), Err(TrustFault::Revoked));
    // By the key after it, and by the one after that.
    let mut record = take(&record, &changed(&acme, &next), now()).unwrap();
    record = take(&record, &changed(&next, &third), now()).unwrap();
    for signer in [&next, &third] {
        let after = take(&record, &said(signer, acme.key(), Says::Revocation), now()).unwrap();
        assert_eq!(standing(&after, &acme.key()), revoked("Acme Security"));
        assert_eq!(standing(&after, &third.key()), trusted("Acme Security"));
    }
    // Not by the key before, and not by somebody else.
    for signer in [&acme, &thief] {
        let refused = take(&record, &said(signer, next.key(), Says::Revocation), now());
        assert_eq!(refused, Err(TrustFault::NotSigned));
    }
    // A revoked key revokes no other.
    let record = take(&record, &said(&next, next.key(), Says::Revocation), now()).unwrap();
    let refused = take(&record, &said(&next, acme.key(), Says::Revocation), now());
    assert_eq!(refused, Err(TrustFault::NotSigned));
}

#[test]
fn a_key_that_nobody_knew_stays_revoked() {
    let thief = signer();
    let empty = TrustRecord::default();
    let record = take(&empty, &said(&thief, thief.key(), Says::Revocation), now()).unwrap();
    assert_eq!(standing(&record, &thief.key()), revoked(""));
    assert_eq!(record.keys[0].how, KeyOrigin::Revocation);
    let unknown = said(&signer(), thief.key(), Says::Revocation);
    assert_eq!(take(&empty, &unknown, now()), Err(TrustFault::UnknownKey));
}

#[test]
fn the_same_key_under_another_number_is_the_same_key() {
    let acme = signer();
    let record = take(&trusting(&acme), &said(&acme, acme.key(), Says::Revocation), now()).unwrap();
    let mut hex = acme.key().hex();
    hex.replace_range(0..2, if hex.starts_with("00") { "01" } else { "00" });
    let renumbered = OrgKey::from_hex(&hex).unwrap();
    assert_ne!(renumbered, acme.key());
    assert_eq!(standing(&record, &renumbered), revoked("Acme Security"));
}
