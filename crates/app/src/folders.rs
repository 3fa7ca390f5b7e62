//! Where the data lives.

use std::path::{Path, PathBuf};

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

/// Where an administrator leaves a policy: `/etc/eighteen-days`, `/Library/Application Support/Eighteen Days`, or
/// the folder `policy` beside the program on Windows. While developing, `EIGHTEEN_POLICY_DIR` names another.
pub fn policy_dir() -> PathBuf {
    if cfg!(debug_assertions)
        && let Some(folder) = std::env::var_os("EIGHTEEN_POLICY_DIR")
    {
        return PathBuf::from(folder);
    }
    if cfg!(windows) {
        let program = std::env::current_exe().unwrap_or_default();
        return program.parent().map(Path::to_path_buf).unwrap_or_default().join("policy");
    }
    let folder = if cfg!(target_os = "macos") {
        "/Library/Application Support/Eighteen Days"
    } else {
        "/etc/eighteen-days"
    };
    PathBuf::from(folder)
}
