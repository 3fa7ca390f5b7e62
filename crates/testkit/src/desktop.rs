//! A desktop that always says the same.

use std::{path::PathBuf, sync::Mutex};

use eighteen_app::Desktop;

/// Saves to one folder, or cancels.
#[derive(Debug, Default)]
pub struct SaveTo {
    folder: Option<PathBuf>,
    asked: Mutex<Vec<String>>,
}

impl SaveTo {
    /// Saves everything into this folder.
    pub fn folder(folder: PathBuf) -> Self {
        Self { folder: Some(folder), asked: Mutex::default() }
    }

    /// Cancels every time.
    pub fn nowhere() -> Self {
        Self::default()
    }
}

impl Desktop for SaveTo {
    fn choose_save_path(&self, suggested_name: &str) -> Option<PathBuf> {
        self.asked.lock().ok()?.push(suggested_name.to_owned());
        Some(self.folder.as_ref()?.join(suggested_name))
    }
}
