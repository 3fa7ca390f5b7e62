//! Where the data lives.

use std::path::PathBuf;

/// `EIGHTEEN_DATA_DIR`, or the platform's folder for the data of applications on this computer.
///
/// On Windows that is the local one and not the roaming one: a store must not be copied about while it
/// is open.
pub fn data_dir() -> PathBuf {
    if let Some(folder) = std::env::var_os("EIGHTEEN_DATA_DIR").filter(|value| !value.is_empty()) {
        return PathBuf::from(folder);
    }
    dirs::data_local_dir().unwrap_or_else(std::env::temp_dir).join("eighteen-days")
}
