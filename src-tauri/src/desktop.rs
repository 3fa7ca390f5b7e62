//! What the app asks of the desktop: where to write a file, which to open, and to show where one is.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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

    /// By the program that every desktop of this system has for it, and with nothing that the page said: the
    /// path is that of a file which this app has just written.
    fn show_file(&self, path: &Path) -> bool {
        let folder = path.parent().unwrap_or(path);
        let mut program = if cfg!(windows) {
            let mut explorer = Command::new("explorer.exe");
            explorer.arg("/select,").arg(path);
            explorer
        } else if cfg!(target_os = "macos") {
            let mut open = Command::new("/usr/bin/open");
            open.arg("-R").arg(path);
            open
        } else {
            let mut open = Command::new("/usr/bin/xdg-open");
            open.arg(folder);
            open
        };
        program.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok()
    }
}
