//! What the app asks of the desktop: where to write a file, and which to open.

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

    fn choose_open_path(&self, endings: &[&str]) -> Option<PathBuf> {
        let dialog = self.handle.dialog().file().add_filter(endings.join(", "), endings);
        dialog.blocking_pick_file()?.into_path().ok()
    }

    fn choose_open_paths(&self, endings: &[&str]) -> Vec<PathBuf> {
        let dialog = self.handle.dialog().file().add_filter(endings.join(", "), endings);
        let files = dialog.blocking_pick_files().unwrap_or_default();
        files.into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.handle.dialog().file().blocking_pick_folder()?.into_path().ok()
    }
}
