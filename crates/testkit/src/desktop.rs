//! A desktop that always says the same.

use std::{
    path::{Path, PathBuf},
    sync::Mutex,
};

use eighteen_app::Desktop;

/// Saves to one folder and opens the last file there of a kind, or cancels.
#[derive(Debug, Default)]
pub struct SaveTo {
    folder: Option<PathBuf>,
    asked: Mutex<Vec<String>>,
    open: Mutex<Vec<PathBuf>>,
    chosen: Option<PathBuf>,
}

impl SaveTo {
    /// Saves everything into this folder.
    pub fn folder(folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..Self::default() }
    }

    /// Cancels every time.
    pub fn nowhere() -> Self {
        Self::default()
    }

    /// Opens these files, or as a folder the first of them.
    #[must_use]
    pub fn opening(self, paths: Vec<PathBuf>) -> Self {
        Self { open: Mutex::new(paths), ..self }
    }

    /// Chooses this folder when asked for one, whether it is there or not.
    #[must_use]
    pub fn choosing(self, folder: PathBuf) -> Self {
        Self { chosen: Some(folder), ..self }
    }

    fn to_open(&self) -> Vec<PathBuf> {
        self.open.lock().map(|open| open.clone()).unwrap_or_default()
    }
}

impl Desktop for SaveTo {
    fn choose_save_path(&self, suggested_name: &str) -> Option<PathBuf> {
        self.asked.lock().ok()?.push(suggested_name.to_owned());
        Some(self.folder.as_ref()?.join(suggested_name))
    }

    fn choose_open_path(&self, endings: &[&str]) -> Option<PathBuf> {
        if let Some(path) = self.to_open().into_iter().next() {
            return Some(path);
        }
        let ends = |path: &PathBuf| {
            path.extension().is_some_and(|ending| endings.iter().any(|one| ending == *one))
        };
        let files = std::fs::read_dir(self.folder.as_ref()?).ok()?;
        files.filter_map(|file| Some(file.ok()?.path())).filter(ends).max()
    }

    fn choose_open_paths(&self, _endings: &[&str]) -> Vec<PathBuf> {
        self.to_open()
    }

    fn choose_folder(&self) -> Option<PathBuf> {
        self.chosen.clone().or_else(|| self.to_open().into_iter().next())
    }

    fn show_file(&self, path: &Path) -> bool {
        path.exists()
    }
}
