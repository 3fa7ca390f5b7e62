//! Several files in one: a ZIP whose bytes depend on nothing but what is in it.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// A file of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path in the archive, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Member {
    /// A file of an archive.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: bytes.into() }
    }
}

/// A ZIP in memory to which files are added one after the other. Every file has the time at which ZIP begins
/// to count, for the time of packing says nothing that the files do not say.
#[derive(Debug)]
pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Archive {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Archive {
    /// Adds a file behind the others.
    ///
    /// # Errors
    /// When it is too large for the format, or another one has its path.
    pub fn add(&mut self, file: &Member) -> Result<(), zip::result::ZipError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o600);
        self.0.start_file(&file.path, options)?;
        Ok(self.0.write_all(&file.bytes)?)
    }

    /// Its bytes, when every file is in it.
    ///
    /// # Errors
    /// When there is more in it than the format can hold.
    pub fn finish(self) -> Result<Vec<u8>, zip::result::ZipError> {
        Ok(self.0.finish()?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn archive(files: &[Member]) -> Result<Vec<u8>, zip::result::ZipError> {
        let mut archive = Archive::default();
        files.iter().try_for_each(|file| archive.add(file))?;
        archive.finish()
    }

    fn files() -> Vec<Member> {
        vec![Member::new("readme.txt", "read me"), Member::new("tables/ä.csv", vec![b'a'; 10_000])]
    }

    #[test]
    fn what_goes_in_comes_out() {
        let bytes = archive(&files()).unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        for file in files() {
            let mut read = Vec::new();
            zip.by_name(&file.path).unwrap().read_to_end(&mut read).unwrap();
            assert_eq!(read, file.bytes, "{}", file.path);
        }
        assert!(bytes.len() < 1_000, "it is packed: {}", bytes.len());
    }

    #[test]
    fn the_same_files_give_the_same_bytes() {
        assert_eq!(archive(&files()).unwrap(), archive(&files()).unwrap());
    }

    #[test]
    fn two_files_of_one_path_are_refused() {
        assert!(archive(&[Member::new("a", "1"), Member::new("a", "2")]).is_err());
    }
}
