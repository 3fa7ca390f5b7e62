//! What a traced process did to a folder, read from what the tracer wrote down.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// One thing that the traced process did.
#[derive(Debug)]
pub(super) enum Event {
    Make(String),
    Remove(String),
    Rename(String, String),
    Write(String, usize, Vec<u8>),
    Cut(String, usize),
    Sync(String),
    SyncFolder,
    /// It was told that this answer is kept.
    Acknowledged(u32),
}

/// Reads what was written down of the store's files in a folder.
pub(super) fn read_trace(trace: &str, folder: &Path) -> Vec<Event> {
    let mut places = BTreeMap::new();
    let mut found = BTreeSet::from(["learner.db".to_owned()]);
    let mut events = Vec::new();
    for line in trace.lines() {
        let Some((call, rest)) =
            line.split_once(' ').and_then(|(_, call)| call.trim().split_once('('))
        else {
            continue;
        };
        assert!(!rest.contains("unfinished"), "calls of two threads are mixed: {line:.200}");
        let Some((arguments, result)) = rest.rsplit_once(") = ") else { continue };
        if result.starts_with('-') {
            continue;
        }
        let event = event(call, arguments, folder, &mut places);
        match &event {
            // Opening a file with leave to make it makes it only where it is not.
            Some(Event::Make(name)) if !found.insert(name.clone()) => continue,
            Some(Event::Remove(name)) => {
                found.remove(name);
            }
            _ => {}
        }
        events.extend(event);
    }
    events
}

fn event(
    call: &str,
    arguments: &str,
    folder: &Path,
    places: &mut BTreeMap<String, usize>,
) -> Option<Event> {
    let texts: Vec<Vec<u8>> = arguments.split('"').skip(1).step_by(2).map(unescaped).collect();
    let file = |path: &[u8]| {
        let path = Path::new(std::str::from_utf8(path).ok()?).strip_prefix(folder).ok()?;
        let name = path.to_str()?.to_owned();
        (name.is_empty() || name == "learner.db" || name == "learner.db-wal").then_some(name)
    };
    let opened = || {
        let inner = arguments.split_once('<')?.1;
        file(&unescaped(inner.split_once('>')?.0))
    };
    let last = || arguments.rsplit_once(", ")?.1.parse::<usize>().ok();
    match call {
        "openat" if arguments.contains("O_CREAT") => Some(Event::Make(file(texts.first()?)?)),
        "unlink" => Some(Event::Remove(file(texts.first()?)?)),
        "rename" => Some(Event::Rename(file(texts.first()?)?, file(texts.get(1)?)?)),
        "ftruncate" => Some(Event::Cut(opened()?, last()?)),
        "fsync" | "fdatasync" => Some(match opened()? {
            name if name.is_empty() => Event::SyncFolder,
            name => Event::Sync(name),
        }),
        "lseek" => {
            let at = arguments.split(", ").nth(1)?.parse().ok()?;
            places.insert(opened()?, at);
            None
        }
        "pwrite64" => Some(Event::Write(opened()?, last()?, texts.into_iter().next()?)),
        "write" if arguments.starts_with("1<") => {
            let word = String::from_utf8(texts.into_iter().next()?).ok()?;
            let number = word.trim().rsplit_once("child: ")?.1.parse().ok()?;
            Some(Event::Acknowledged(number))
        }
        "write" => {
            let name = opened()?;
            let bytes = texts.into_iter().next()?;
            let at = *places.get(&name)?;
            places.insert(name.clone(), at + bytes.len());
            Some(Event::Write(name, at, bytes))
        }
        _ => None,
    }
}

/// Bytes that the tracer wrote as `\x00\xff`.
fn unescaped(text: &str) -> Vec<u8> {
    let digit = |digit: u8| u8::try_from(char::from(digit).to_digit(16).unwrap_or(0)).unwrap();
    let text = text.as_bytes();
    text.chunks_exact(4).map(|escape| digit(escape[2]) << 4 | digit(escape[3])).collect()
}
