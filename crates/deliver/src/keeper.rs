//! Where a password lies: in the keyring of the system, and never in a file of ours.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use keyring::{Entry, Error};
use zeroize::Zeroizing;

/// What keyrings show as the program that a password is for.
const SERVICE: &str = "eighteen-days";

/// Why a password cannot be kept or found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeeperFault {
    /// There is no keyring on this computer, or nobody is signed in to it.
    #[error("there is no keyring: {0}")]
    None(String),
    /// It is there and does not let us.
    #[error("the keyring does not open: {0}")]
    Closed(String),
}

/// Keeps passwords by the account that they are for.
pub trait Keeper: Send + Sync {
    /// Keeps a password in the place of an earlier one.
    ///
    /// # Errors
    /// When there is no keyring, or it is closed.
    fn keep(&self, account: &str, secret: &str) -> Result<(), KeeperFault>;

    /// The password of an account, if there is one.
    ///
    /// # Errors
    /// When there is no keyring, or it is closed.
    fn secret(&self, account: &str) -> Result<Option<Zeroizing<String>>, KeeperFault>;

    /// Takes a password away; none is as good.
    ///
    /// # Errors
    /// When there is no keyring, or it is closed.
    fn forget(&self, account: &str) -> Result<(), KeeperFault>;
}

/// The keyring of the system: Keychain, Credential Manager, or the Secret Service of the desktop.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeyring;

impl Keeper for SystemKeyring {
    fn keep(&self, account: &str, secret: &str) -> Result<(), KeeperFault> {
        entry(account)?.set_password(secret).map_err(fault)
    }

    fn secret(&self, account: &str) -> Result<Option<Zeroizing<String>>, KeeperFault> {
        match entry(account)?.get_password() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(fault(error)),
        }
    }

    fn forget(&self, account: &str) -> Result<(), KeeperFault> {
        match entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }
}

fn entry(account: &str) -> Result<Entry, KeeperFault> {
    if let Err(error) = Entry::store_status() {
        return Err(KeeperFault::None(error.to_string()));
    }
    Entry::new(SERVICE, account).map_err(fault)
}

/// What goes wrong names no password: the library's own words are about the platform.
fn fault(error: Error) -> KeeperFault {
    match error {
        Error::NoStorageAccess(_) => KeeperFault::Closed(error.to_string()),
        Error::NoDefaultStore => KeeperFault::None(error.to_string()),
        Error::PlatformFailure(reason) => KeeperFault::None(reason.to_string()),
        _ => KeeperFault::Closed("it has something else under this name".to_owned()),
    }
}

/// A keyring in memory, which is gone with the program.
#[derive(Default)]
pub struct Memory {
    kept: Mutex<BTreeMap<String, Zeroizing<String>>>,
}

impl Keeper for Memory {
    fn keep(&self, account: &str, secret: &str) -> Result<(), KeeperFault> {
        let secret = Zeroizing::new(secret.to_owned());
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(account.to_owned(), secret);
        Ok(())
    }

    fn secret(&self, account: &str) -> Result<Option<Zeroizing<String>>, KeeperFault> {
        Ok(self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(account).cloned())
    }

    fn forget(&self, account: &str) -> Result<(), KeeperFault> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).remove(account);
        Ok(())
    }
}
