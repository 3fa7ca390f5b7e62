//! `eighteen doctor`: what is wrong with an installation, a line each with what to do.
//!
//! It looks and changes nothing. Nothing personal is said: no name, no result, not even where the folder is, for that
//! is mostly somebody's name. So what it prints can be sent to whoever helps.

use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono::NaiveDate;
use eighteen_deliver::{Keeper as _, KeeperFault, SystemKeyring};
use eighteen_store::{DataFolder, Error, Ground, Installation, KeyFile, Kind, Store, System};
use serde::Serialize;

mod installed;

use crate::{
    clock::SystemClock,
    course::Course,
    folders::policy_dir,
    policy::{MayWrite, Rules},
};

/// A store needs room for its log and for copies; below it little can be promised.
const LITTLE_ROOM: u64 = 200 * 1024 * 1024;
/// A clock that is so many years after the course was released is set wrong.
const MOST_YEARS: i32 = 20;
/// What the window stands on.
const WEB_VIEW: &str = "libwebkit2gtk-4.1.so.0";

/// What was looked at, and what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What was looked at.
    pub about: &'static str,
    /// How it is.
    pub state: State,
    /// In one sentence.
    pub says: String,
    /// What to do, where something is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cure: Option<&'static str>,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// As it should be.
    Well,
    /// Nothing wrong, and worth knowing.
    Note,
    /// Something that has to be mended.
    Wrong,
}

/// What is around the program.
pub trait Surroundings {
    /// The drives.
    fn ground(&self) -> &dyn Ground;
    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<String>;
    /// Whether a library is there for other programs.
    fn has_library(&self, name: &str) -> bool;
    /// Whether the keyring answers.
    ///
    /// # Errors
    /// Why it does not.
    fn keyring(&self) -> Result<(), KeeperFault>;
    /// What an organisation decided for the account with this data folder.
    fn rules(&self, data_dir: &Path) -> Rules;
    /// Today.
    fn today(&self) -> NaiveDate;
}

/// This computer.
#[derive(Debug, Clone, Copy)]
pub struct ThisComputer;

impl Surroundings for ThisComputer {
    fn ground(&self) -> &dyn Ground {
        &System
    }

    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }

    fn has_library(&self, name: &str) -> bool {
        let folders = ["/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"];
        let deeper = |folder: &str| {
            let inside = fs::read_dir(folder).into_iter().flatten().flatten();
            inside.map(|entry| entry.path()).filter(|path| path.is_dir()).collect::<Vec<_>>()
        };
        let all = folders.iter().flat_map(|folder| {
            std::iter::once(PathBuf::from(folder)).chain(deeper(folder)).collect::<Vec<_>>()
        });
        all.into_iter().any(|folder| folder.join(name).exists())
    }

    fn keyring(&self) -> Result<(), KeeperFault> {
        // Nothing is kept under this name, so nobody is asked to unlock anything.
        SystemKeyring.secret("doctor").map(drop)
    }

    fn rules(&self, data_dir: &Path) -> Rules {
        Rules::here(&policy_dir(), MayWrite::Administrator, data_dir)
    }

    fn today(&self) -> NaiveDate {
        use crate::clock::Clock as _;
        SystemClock.now().date_naive()
    }
}

/// Looks at an installation.
pub fn examine(folder: &Path, around: &dyn Surroundings) -> Vec<Finding> {
    let shipped = Course::shipped().ok();
    let mut findings = vec![course(shipped.as_ref())];
    findings.push(clock(around.today(), shipped.as_ref()));
    findings.push(drive(folder, around.ground()));
    findings.push(room(folder, around.ground()));
    findings.extend(data_folder(folder));
    if folder.is_dir() {
        findings.extend(contents(folder, around.ground()));
        findings.extend(installed::packs(folder, shipped.as_ref()));
    }
    if cfg!(target_os = "linux") {
        findings.extend([display(around), web_view(around)]);
    }
    findings.push(keyring(around));
    findings.push(installed::policy(&around.rules(folder)));
    findings
}

fn finding(about: &'static str, state: State, says: impl Into<String>) -> Finding {
    Finding { about, state, says: says.into(), cure: None }
}

fn well(about: &'static str, says: impl Into<String>) -> Finding {
    finding(about, State::Well, says)
}

fn wrong(about: &'static str, says: impl Into<String>, cure: &'static str) -> Finding {
    Finding { cure: Some(cure), ..finding(about, State::Wrong, says) }
}

fn course(shipped: Option<&Course>) -> Finding {
    const ABOUT: &str = "course";
    match shipped {
        Some(course) => well(ABOUT, format!("version {} is whole", course.pack.version)),
        None => wrong(
            ABOUT,
            "the course that came with the program does not pass its checks",
            "install the program again",
        ),
    }
}

fn clock(today: NaiveDate, shipped: Option<&Course>) -> Finding {
    const ABOUT: &str = "clock";
    const CURE: &str =
        "set the clock of this computer; times of results and days to be done by follow it";
    // The course is part of the program: there was no earlier day on which this could run.
    let Some(released) = shipped.map(|course| course.pack.released) else {
        return well(ABOUT, format!("it says {today}"));
    };
    let late = chrono::Datelike::year(&today) - chrono::Datelike::year(&released) > MOST_YEARS;
    if today < released {
        wrong(
            ABOUT,
            format!("it says {today}, which is before the course was released ({released})"),
            CURE,
        )
    } else if late {
        wrong(ABOUT, format!("it says {today}"), CURE)
    } else {
        well(ABOUT, format!("it says {today}"))
    }
}

fn drive(folder: &Path, ground: &dyn Ground) -> Finding {
    const ABOUT: &str = "drive";
    match ground.network(folder) {
        Some(kind) => wrong(
            ABOUT,
            format!(
                "the data folder is on a network drive ({kind}), where files can lose what was saved"
            ),
            "set EIGHTEEN_DATA_DIR to a folder on a drive of this computer",
        ),
        None => well(ABOUT, "the data folder is on no network drive that this computer tells of"),
    }
}

fn room(folder: &Path, ground: &dyn Ground) -> Finding {
    const ABOUT: &str = "free space";
    match ground.free_bytes(folder).map(|bytes| (bytes, bytes / 1024 / 1024)) {
        None => finding(ABOUT, State::Note, "this system does not say how much there is"),
        Some((bytes, mib)) if bytes < LITTLE_ROOM => wrong(
            ABOUT,
            format!("{mib} MiB"),
            "free 200 MiB or more; answers are not saved on a full disk",
        ),
        Some((_, mib)) => well(ABOUT, format!("{mib} MiB")),
    }
}

fn data_folder(folder: &Path) -> Vec<Finding> {
    const ABOUT: &str = "data folder";
    let Ok(found) = fs::metadata(folder) else {
        let says = "there is none yet; the program makes it when it is started first";
        return vec![finding(ABOUT, State::Note, says)];
    };
    if !found.is_dir() {
        let cure = "move that file away, or set EIGHTEEN_DATA_DIR to a folder";
        return vec![wrong(ABOUT, "a file stands where the folder should be", cure)];
    }
    let mut findings = Vec::new();
    // A file that is made and taken away is the only sure answer: rights are not all that can be in the way.
    let probe = folder.join(format!("doctor-{}.part", std::process::id()));
    let written = fs::OpenOptions::new().write(true).create_new(true).open(&probe).is_ok();
    let written = written && fs::remove_file(&probe).is_ok();
    findings.push(if written {
        well(ABOUT, "it can be written")
    } else {
        wrong(
            ABOUT,
            "it cannot be written",
            "let this account write to the folder and everything in it",
        )
    });
    findings.push(privacy(&found));
    findings
}

#[cfg(unix)]
fn privacy(folder: &fs::Metadata) -> Finding {
    use std::os::unix::fs::PermissionsExt as _;
    const ABOUT: &str = "privacy";
    let of_others = folder.permissions().mode() & 0o077;
    if of_others == 0 {
        return well(ABOUT, "no other account can look into the data folder");
    }
    let says = "other accounts of this computer can look into the data folder";
    wrong(ABOUT, says, "take their rights away (chmod 700); the program does so when it is started")
}

#[cfg(not(unix))]
fn privacy(_: &fs::Metadata) -> Finding {
    finding(
        "privacy",
        State::Note,
        "whoever the system lets into the account's own folders can look into it",
    )
}

/// What needs the folder for itself.
fn contents(folder: &Path, ground: &dyn Ground) -> Vec<Finding> {
    const ABOUT: &str = "in use";
    match DataFolder::hold_on(folder, ground) {
        Ok(folder) => {
            let mut findings = vec![well(ABOUT, "no other process holds the data folder")];
            findings.push(learners(&folder));
            findings.extend(trainer(&folder));
            findings.push(installation(&folder));
            findings
        }
        Err(Error::Busy { .. }) => {
            let says = "Eighteen Days is running, so its files were not looked into; close it and ask again";
            vec![finding(ABOUT, State::Note, says)]
        }
        // What is wrong with the drive was said.
        Err(Error::OnNetwork { .. }) => Vec::new(),
        Err(_) => vec![wrong(
            ABOUT,
            "the data folder cannot be held",
            "let this account write to it, on a drive that locks files",
        )],
    }
}

fn learners(folder: &DataFolder) -> Finding {
    const ABOUT: &str = "learners' results";
    match Store::look(folder, Kind::Learner) {
        Ok(None) => finding(ABOUT, State::Note, "there are none yet"),
        Ok(Some((level, known))) if level < known => {
            let says = format!("whole, of an older version (schema {level} of {known})");
            finding(
                ABOUT,
                State::Note,
                says + "; the program brings them up to date, with a copy first",
            )
        }
        Ok(Some((level, _))) => well(ABOUT, format!("whole (schema {level})")),
        Err(Error::TooNew { found, known, .. }) => wrong(
            ABOUT,
            format!(
                "made by a newer version of the program (schema {found}, this one knows {known})"
            ),
            "install the newest version of the program",
        ),
        Err(Error::Damaged { .. }) => wrong(
            ABOUT,
            "damaged",
            "start the program: it keeps the file and puts back the newest copy that is whole",
        ),
        Err(_) => wrong(
            ABOUT,
            "they cannot be read",
            "let this account read and write them, and close programs that hold them",
        ),
    }
}

fn trainer(folder: &DataFolder) -> Vec<Finding> {
    const ABOUT: &str = "trainer's results";
    const KEY: &str = "trainer's key";
    let store = folder.path().join("trainer.db").exists();
    let key = KeyFile::of(folder);
    match (store, key.exists()) {
        (false, false) => {
            vec![finding(ABOUT, State::Note, "there are none; nobody is a trainer here")]
        }
        (true, false) => vec![wrong(
            KEY,
            "its file is missing, and without it nobody opens the trainer's results",
            "put trainer.key back from a copy of the data folder",
        )],
        (store, true) => {
            let key = match key.has_recovery() {
                Ok(true) => well(KEY, "whole, with a recovery code"),
                Ok(false) => finding(
                    KEY,
                    State::Note,
                    "whole, without a recovery code: a forgotten passphrase would be final",
                ),
                Err(_) => wrong(
                    KEY,
                    "its file is damaged",
                    "put trainer.key back from a copy of the data folder",
                ),
            };
            let says = if store {
                "encrypted, so not looked into here; `eighteen store check` does, with the passphrase"
            } else {
                "there is a key, and no results"
            };
            vec![key, finding(ABOUT, State::Note, says)]
        }
    }
}

fn installation(folder: &DataFolder) -> Finding {
    const ABOUT: &str = "key of this computer";
    // Asking for it would make it.
    if !folder.path().join("installation.key").exists() {
        return finding(
            ABOUT,
            State::Note,
            "there is none yet; it is made when results are first saved",
        );
    }
    match Installation::of(folder) {
        Ok(_) => well(ABOUT, "whole"),
        Err(_) => wrong(
            ABOUT,
            "its file is damaged",
            "put installation.key back from a copy of the data folder",
        ),
    }
}

fn display(around: &dyn Surroundings) -> Finding {
    const ABOUT: &str = "display";
    if ["WAYLAND_DISPLAY", "DISPLAY"].iter().any(|name| around.variable(name).is_some()) {
        return well(ABOUT, "there is one");
    }
    finding(ABOUT, State::Note, "none is named here; the window needs one, this command does not")
}

fn web_view(around: &dyn Surroundings) -> Finding {
    const ABOUT: &str = "web view";
    if around.has_library(WEB_VIEW) {
        return well(ABOUT, format!("{WEB_VIEW} is there"));
    }
    wrong(
        ABOUT,
        format!("{WEB_VIEW} is missing, and no window opens without it"),
        "install WebKitGTK (Debian and Ubuntu: libwebkit2gtk-4.1-0)",
    )
}

fn keyring(around: &dyn Surroundings) -> Finding {
    const ABOUT: &str = "keyring";
    // Its own words may name an account, so they are not said.
    let says = match around.keyring() {
        Ok(()) => {
            return well(ABOUT, "it answers; the password of a record store would be kept there");
        }
        Err(KeeperFault::None(_)) => "none answers",
        Err(KeeperFault::Closed(_)) => "it is there and does not open",
    };
    let then =
        "; the password of a record store would be kept in memory until the program is closed";
    finding(ABOUT, State::Note, says.to_owned() + then)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A computer as a test wants it.
    struct Fake {
        network: Option<&'static str>,
        free: Option<u64>,
        variables: Vec<(&'static str, String)>,
        libraries: bool,
        keyring: Result<(), KeeperFault>,
        today: NaiveDate,
    }

    impl Ground for Fake {
        fn network(&self, _: &Path) -> Option<&'static str> {
            self.network
        }

        fn free_bytes(&self, _: &Path) -> Option<u64> {
            self.free
        }
    }

    impl Surroundings for Fake {
        fn ground(&self) -> &dyn Ground {
            self
        }

        fn variable(&self, name: &str) -> Option<String> {
            let found = self.variables.iter().find(|(one, _)| *one == name);
            found.map(|(_, value)| value.clone())
        }

        fn has_library(&self, _: &str) -> bool {
            self.libraries
        }

        fn keyring(&self) -> Result<(), KeeperFault> {
            self.keyring.clone()
        }

        fn rules(&self, _: &Path) -> Rules {
            Rules::none()
        }

        fn today(&self) -> NaiveDate {
            self.today
        }
    }

    fn sound(today: NaiveDate) -> Fake {
        Fake {
            network: None,
            free: Some(1 << 30),
            variables: vec![("DISPLAY", ":0".to_owned())],
            libraries: true,
            keyring: Ok(()),
            today,
        }
    }

    #[test]
    fn what_is_around_is_judged() {
        let at = Path::new("anywhere");
        let course = Course::shipped().unwrap();
        let fine = sound(course.pack.released);
        assert_eq!(drive(at, &fine).state, State::Well);
        for (free, expected) in [
            (Some(LITTLE_ROOM), State::Well),
            (Some(LITTLE_ROOM - 1), State::Wrong),
            (None, State::Note),
        ] {
            let fake = Fake { free, ..sound(fine.today) };
            assert_eq!(room(at, &fake).state, expected, "{free:?}");
        }
        for (days, expected) in [(-1, State::Wrong), (0, State::Well), (9_000, State::Wrong)] {
            let today = fine.today + chrono::Duration::days(days);
            assert_eq!(clock(today, Some(&course)).state, expected, "{today}");
        }
        let none = Err(KeeperFault::None("no bus of Maya's".to_owned()));
        let bare =
            Fake { variables: Vec::new(), libraries: false, keyring: none, ..sound(fine.today) };
        for (look, expected) in [
            (display as fn(&dyn Surroundings) -> Finding, State::Note),
            (keyring, State::Note),
            (web_view, State::Wrong),
        ] {
            assert_eq!(look(&fine).state, State::Well);
            assert_eq!(look(&bare).state, expected);
        }
        let closed = Err(KeeperFault::Closed("Maya's".to_owned()));
        for keyring_is in [bare.keyring.clone(), closed] {
            let told = keyring(&Fake { keyring: keyring_is, ..sound(fine.today) });
            assert!(told.state == State::Note && !told.says.contains("Maya"), "{told:?}");
        }
    }

    #[test]
    fn a_network_drive_is_refused_before_anything_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let at = folder.path().join("data");
        let far = Fake { network: Some("NFS"), ..sound(NaiveDate::default()) };
        assert_eq!(drive(&at, &far).state, State::Wrong);
        let refused = DataFolder::hold_on(&at, &far).unwrap_err();
        assert!(refused.to_string().ends_with("on a network drive (NFS)"), "{refused}");
        assert!(!at.exists());
        let told = crate::UserError::from(refused);
        assert_eq!(told.code, crate::ErrorCode::StoreOnNetwork);
        assert_eq!(told.path.as_deref(), at.to_str());
        assert!(DataFolder::hold_on(&at, &sound(NaiveDate::default())).is_ok());
    }

    #[test]
    fn a_cure_stands_with_what_is_wrong_and_nowhere_else() {
        let folder = tempfile::tempdir().unwrap();
        let bad = Fake {
            network: Some("SMB"),
            free: Some(0),
            libraries: false,
            ..sound(NaiveDate::default())
        };
        for finding in examine(folder.path(), &bad)
            .iter()
            .chain(&examine(folder.path(), &sound(NaiveDate::default())))
        {
            assert_eq!(finding.cure.is_some(), finding.state == State::Wrong, "{finding:?}");
        }
    }
}
