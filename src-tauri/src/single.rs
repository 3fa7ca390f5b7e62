//! One window for one data folder: a second start brings the first window forward and ends.
//!
//! On Linux this needs a session bus. Where there is none, the lock in the data folder still refuses
//! the second process, and its page says so.

use std::path::Path;

use tauri::Wry;
use tauri::plugin::TauriPlugin;
use tauri_plugin_single_instance::Builder;

use crate::window;

/// The plugin that looks for another process with the same data folder.
pub(crate) fn instance_of(data_dir: &Path) -> TauriPlugin<Wry> {
    let builder = Builder::new().callback(|handle, _, _| window::bring_forward(handle));
    #[cfg(target_os = "linux")]
    let builder = builder.dbus_id(bus_name(data_dir));
    #[cfg(not(target_os = "linux"))]
    let _ = data_dir;
    builder.build()
}

/// A name on the bus that belongs to this folder, so that two folders are two programs. The folder's
/// own name stays private: everything on the bus can be listed.
#[cfg(target_os = "linux")]
fn bus_name(data_dir: &Path) -> String {
    use sha2::{Digest, Sha256};
    use std::os::unix::ffi::OsStrExt;

    let whole = std::path::absolute(data_dir).unwrap_or_else(|_| data_dir.to_owned());
    let digest = Sha256::digest(whole.as_os_str().as_bytes());
    let short = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    format!("app.eighteendays.folder{short:016x}")
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn each_data_folder_has_a_bus_name_of_its_own() {
        let one = bus_name(Path::new("/data/one"));
        assert_ne!(one, bus_name(Path::new("/data/two")), "two folders are two programs");
        assert_eq!(one, bus_name(Path::new("/data/one")), "one folder is one program");
        assert!(!one.contains("data"), "{one} does not tell the folder");
    }
}
