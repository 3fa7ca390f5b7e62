//! Why a folder could not be read.

use std::path::PathBuf;

/// Why a folder could not be read into files. Every variant names the path.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The disk did not give it.
    #[error("{path}: {source}", path = path.display())]
    Io {
        /// What was read.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A link could lead outside the pack.
    #[error("{path}: a pack holds no symbolic links; put the file itself there", path = path.display())]
    Symlink {
        /// The link.
        path: PathBuf,
    },
    /// A device, a pipe or a socket.
    #[error("{path}: neither a file nor a folder", path = path.display())]
    NotAFile {
        /// The thing.
        path: PathBuf,
    },
    /// The name is outside `a-z 0-9 - .` or outside the folders of a pack.
    #[error("{path}: {why}", path = path.display())]
    Name {
        /// The file or folder.
        path: PathBuf,
        /// Which rule it breaks.
        why: String,
    },
    /// A file over its limit.
    #[error("{path}: larger than {limit} bytes", path = path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// What a file of its kind may hold.
        limit: u64,
    },
    /// More files than a pack may have.
    #[error("{path}: a pack holds at most {limit} files", path = path.display())]
    TooManyFiles {
        /// The folder.
        path: PathBuf,
        /// How many it may hold.
        limit: usize,
    },
}
