//! The log: one file beside the data, of limited size, with ids and never names.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::prelude::*;

/// Two files of this size are kept at most.
const SIZE_LIMIT: u64 = 512 * 1024;

/// Starts the log. A log that cannot be written is no reason not to learn: the app runs without one.
pub(crate) fn start(data_dir: &Path) {
    let folder = data_dir.join(eighteen_app::LOG_FOLDER);
    if fs::create_dir_all(&folder).is_err() {
        return;
    }
    let file = Mutex::new(CappedFile::new(folder.join("eighteen-days.log")));
    let ours = Targets::new()
        .with_default(LevelFilter::WARN)
        .with_targets([("eighteen", LevelFilter::INFO), ("eighteen_days", LevelFilter::INFO)]);
    let lines = layer().with_ansi(false).with_writer(file).with_filter(ours);
    let _ = tracing_subscriber::registry().with(lines).try_init();
    log_panics();
}

/// The place of a panic goes to the log; its words do not, because they may quote what somebody wrote.
fn log_panics() {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
        before(info);
    }));
}

/// A file that steps aside when it is full.
struct CappedFile {
    path: PathBuf,
    file: Option<File>,
    size: u64,
}

impl CappedFile {
    fn new(path: PathBuf) -> Self {
        let mut log = Self { path, file: None, size: 0 };
        log.open();
        log
    }

    fn open(&mut self) {
        self.file = OpenOptions::new().create(true).append(true).open(&self.path).ok();
        let size = self.file.as_ref().and_then(|file| file.metadata().ok());
        self.size = size.map_or(0, |data| data.len());
    }

    fn step_aside(&mut self) {
        self.file = None;
        let _ = fs::rename(&self.path, self.path.with_extension("log.old"));
        self.open();
    }
}

impl Write for CappedFile {
    /// Takes one whole event, because that is how the subscriber writes.
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let line = one_line(event);
        if self.size + line.len() as u64 > SIZE_LIMIT {
            self.step_aside();
        }
        if let Some(file) = &mut self.file {
            file.write_all(line.as_bytes())?;
            self.size += line.len() as u64;
        }
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An event is one line whatever it quotes: a line break or an escape sequence inside it would let a
/// text from outside write lines of its own, or colour the terminal of whoever reads the log.
fn one_line(event: &[u8]) -> String {
    let text = String::from_utf8_lossy(event);
    let mut line = String::with_capacity(text.len() + 1);
    for character in text.trim_end_matches('\n').chars() {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line.push('\n');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_cannot_write_a_second_line_or_colour_a_terminal() {
        let line = one_line("name=a\nWARN forged \u{1b}[31mred\n".as_bytes());
        assert_eq!(
            line, "name=a\\nWARN forged \\u{1b}[31mred\n",
            "control characters are shown, not obeyed"
        );
    }

    #[test]
    fn a_full_log_steps_aside_once_and_never_grows_past_two_files() {
        let folder = tempfile::tempdir().unwrap();
        let mut log = CappedFile::new(folder.path().join("eighteen-days.log"));
        let event = [b'x'; 1024];
        for _ in 0..1_600 {
            log.write_all(&event).unwrap();
        }
        let sizes =
            fs::read_dir(folder.path()).unwrap().map(|f| f.unwrap().metadata().unwrap().len());
        let sizes: Vec<u64> = sizes.collect();
        assert_eq!(sizes.len(), 2, "the log and the one before it");
        assert!(sizes.iter().all(|size| *size <= SIZE_LIMIT), "{sizes:?} within the limit");
    }
}
