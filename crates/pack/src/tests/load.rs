//! Reading a folder.

use std::fs;

use tempfile::tempdir;

use crate::{Error, load_dir};

#[test]
fn files_come_by_their_paths_in_the_folder() {
    let files = super::sample();
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "claims.toml",
            "coverage.toml",
            "glossary.toml",
            "inbox/account.toml",
            "inbox/inbox.toml",
            "inbox/letter.toml",
            "inbox/list.toml",
            "inbox/menu.toml",
            "inbox/parcel.toml",
            "lessons/first-look.md",
            "lessons/second-look.md",
            "media/dot.png",
            "media/fan-out.svg",
            "media/rooms.svg",
            "misconceptions.toml",
            "organisation.toml",
            "pack.toml",
            "quizzes/first-look.toml",
            "quizzes/second-look.toml",
            "story/clerk.toml",
            "story/owner.toml",
            "story/story.toml",
        ]
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error_with_its_name() {
    let folder = tempdir().unwrap();
    let error = load_dir(&folder.path().join("nowhere")).unwrap_err();
    assert!(matches!(error, Error::Io { .. }));
    assert!(error.to_string().contains("nowhere"), "{error}");
}

#[test]
fn odd_names_are_refused() {
    for name in ["UPPER.md", "sp ace.md", ".hidden", "con.md", "ü.md", "x.md."] {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join(name), "x").unwrap();
        let error = load_dir(folder.path()).unwrap_err();
        assert!(matches!(error, Error::Name { .. }), "{name}: {error}");
        assert!(error.to_string().contains(name), "{error}");
    }
}

#[test]
fn folders_in_folders_are_refused() {
    let folder = tempdir().unwrap();
    fs::create_dir_all(folder.path().join("lessons/more")).unwrap();
    let error = load_dir(folder.path()).unwrap_err();
    assert!(matches!(error, Error::Name { .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_refused() {
    for (name, target) in [("pack.toml", "/etc/passwd"), ("lessons", "/etc"), ("loop", ".")] {
        let folder = tempdir().unwrap();
        std::os::unix::fs::symlink(target, folder.path().join(name)).unwrap();
        let error = load_dir(folder.path()).unwrap_err();
        assert!(matches!(error, Error::Symlink { .. }), "{name}: {error}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_neither_file_nor_folder_is_refused() {
    let folder = tempdir().unwrap();
    let socket = folder.path().join("socket");
    let _listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    let error = load_dir(folder.path()).unwrap_err();
    assert!(matches!(error, Error::NotAFile { .. }), "{error}");
}

#[test]
fn large_files_and_many_files_are_refused() {
    let folder = tempdir().unwrap();
    let file = fs::File::create(folder.path().join("pack.toml")).unwrap();
    file.set_len(2 * 1024 * 1024 + 1).unwrap();
    let error = load_dir(folder.path()).unwrap_err();
    assert!(matches!(error, Error::TooLarge { .. }), "{error}");

    let folder = tempdir().unwrap();
    for at in 0..=crate::MOST_FILES {
        fs::write(folder.path().join(format!("x{at}.md")), "").unwrap();
    }
    let error = load_dir(folder.path()).unwrap_err();
    assert!(matches!(error, Error::TooManyFiles { .. }), "{error}");
}
