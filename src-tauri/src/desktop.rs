//! What the app asks of the desktop: where to write a file.

use std::path::PathBuf;

use eighteen_app::Desktop;
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// The dialogs of the system, opened from Rust. The page has no permission to open one.
pub(crate) struct SystemDialogs {
    /// Finds the window that the dialog belongs to.
    pub(crate) handle: AppHandle,
}

impl Desktop for SystemDialogs {
    fn choose_save_path(&self, suggested_name: &str) -> Option<PathBuf> {
        let dialog = self.handle.dialog().file().set_file_name(suggested_name);
        dialog.blocking_save_file()?.into_path().ok()
    }
}
