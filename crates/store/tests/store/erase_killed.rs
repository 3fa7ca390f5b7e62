//! A process that erases is ended at each of its calls that change a file. The next start finishes what
//! was begun; what was not begun is whole.

#![cfg(target_os = "linux")]

use std::{fs, path::Path, process::Stdio};

use eighteen_store::{DataFolder, Kind, Store};

use crate::{
    builders::{Home, read},
    child,
    erase::{Full, LATER, full},
    raw,
};

/// Calls by which files change.
const CALLS: [&str; 7] =
    ["pwrite64", "write", "ftruncate", "rename", "unlink", "fsync", "fdatasync"];

/// The task of the second process: erases the learner whose id is in a file beside the folder.
pub(crate) fn erase(folder: &Path) {
    let id = fs::read_to_string(folder.with_file_name("gone")).unwrap();
    let folder = DataFolder::hold(folder).unwrap();
    let store = Store::open(&folder, Kind::Learner, LATER).unwrap().store;
    store.erase(&folder, Kind::Learner, &[&id], LATER).unwrap();
}

/// Erases under a tracer that ends the process at the `number`th such call. Says whether it was ended
/// there; nothing when it cannot be traced here.
fn ended_at(folder: &Path, call: &str, number: u32) -> Option<bool> {
    let trace = format!("trace={call}");
    let inject = format!("inject={call}:signal=SIGKILL:when={number}");
    let tracer = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject];
    let ran = child::command(&tracer, "erase", folder).stdout(Stdio::null()).status();
    match ran {
        Ok(status) => Some(!status.success()),
        Err(error) => {
            println!("not tested: no strace here ({error})");
            None
        }
    }
}

/// A folder as another one is.
fn copy_of(base: &Full) -> Home {
    let home = Home::quick();
    for (name, bytes) in raw::bytes(base.home.folder.path()) {
        let to = home.path(&name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    fs::write(home.temp.path().join("gone"), &base.gone.id).unwrap();
    home
}

#[test]
fn ended_at_any_call_the_next_start_finishes_what_was_begun() {
    let mut base = full(Home::quick());
    // A word in seven is enough to tell, and the search is done at hundreds of calls.
    base.gone.words = base.gone.words.into_iter().step_by(7).collect();
    let (mut ended, mut begun) = (0, 0);
    for call in CALLS {
        // Each call at first, where one step follows another; later, where pages follow pages, each fifth.
        for number in (1..24).chain((24..).step_by(5)) {
            let Home { temp, folder } = copy_of(&base);
            let path = folder.path().to_path_buf();
            drop(folder);
            match ended_at(&path, call, number) {
                None => return,
                Some(false) => break,
                Some(true) => ended += 1,
            }
            let noted = path.join(".learner.db.erase").exists();
            begun += u32::from(noted);
            let home = Home { temp, folder: DataFolder::hold(&path).unwrap() };
            assert_sound(&base, home, noted, &format!("{call} {number}"));
        }
    }
    println!("ended at {ended} calls, {begun} of them after it was noted");
    assert!(ended > 50, "it was ended at many calls: {ended}");
    assert!(begun > 25 && begun < ended, "before and after it was noted: {begun} of {ended}");
}

fn assert_sound(base: &Full, home: Home, noted: bool, at: &str) {
    let opened = home.open(Kind::Learner, LATER).unwrap();
    assert_eq!(opened.damage, None, "{at}");
    let of = |id: &str| read(&opened.store, |reader| reader.everything_of(id));
    assert!(!of(&base.stays.id)[0].rows.is_empty(), "{at}: somebody else stays");
    let is_there = !of(&base.gone.id)[0].rows.is_empty();
    let full = Full {
        home,
        gone: crate::planted::Planted { id: base.gone.id.clone(), words: base.gone.words.clone() },
        stays: crate::planted::Planted { id: base.stays.id.clone(), words: Vec::new() },
    };
    if noted || !is_there {
        assert_eq!(full.traces(&full.gone), [], "{at}: something of hers is left");
    } else {
        assert_eq!(
            full.traces(&full.gone).len(),
            full.gone.words.len() + 1,
            "{at}: all or nothing"
        );
    }
}
