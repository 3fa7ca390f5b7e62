//! A backlog of statements drains into a store, while the program that sends is killed again and again.
//!
//! `drain STATEMENTS KILLS` seeds a folder with that many, serves a store over TLS, and lets a second process of
//! this program send. In the end the store has each statement once and byte for byte, and nothing waits. It prints
//! statements a second and the most memory that the last process had, and fails above a bound.
//!
//! `drain send FOLDER ROOT` is that second process.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use eighteen_app::{
    App, Course, Keeper as _, Memory, Reach, Roots, Sender, SystemClock,
    wire::{
        check::StartCheck,
        delivery::{AgreeToDelivery, NameStore, XapiVersion},
        settings::Settings,
    },
};
use eighteen_store::{DataFolder, Kind, NewStatement, Store};
use eighteen_testkit::{
    SaveTo,
    lrs::{Authority, Lrs, Server, sent_by},
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const MODULE: &str = "the-notice";
const NAME: &str = "app";
const SECRET: &str = "open sesame";
/// The most memory that sending may take more than the app has anyway, in MiB.
const MOST_MEMORY: u64 = 50;
/// Statements that are written in one transaction when the folder is seeded.
const AT_ONCE: usize = 20_000;

type Failed = Box<dyn Error>;

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["send", folder, root] => send(Path::new(folder), root),
        [statements, kills] => campaign(statements.parse()?, kills.parse()?),
        _ => Err("drain STATEMENTS KILLS".into()),
    }
}

fn campaign(statements: usize, kills: u32) -> Result<(), Failed> {
    let temp = std::env::temp_dir().join(format!("eighteen-days-drain-{}", std::process::id()));
    fs::create_dir_all(&temp)?;
    let outcome = drain(&temp, statements, kills);
    fs::remove_dir_all(&temp)?;
    outcome
}

fn drain(temp: &Path, statements: usize, kills: u32) -> Result<(), Failed> {
    let authority = Authority::new();
    let root = temp.join("root.der");
    fs::write(&root, authority.root())?;
    let lrs = Arc::new(Mutex::new(Lrs::default()));
    let shared = Arc::clone(&lrs);
    let server = Server::start(authority.server_for(&["localhost"], false), move |request| {
        sent_by(&mut shared.lock().unwrap_or_else(PoisonError::into_inner), request)
    });
    let data = temp.join("data");
    let made = seed(&data, server.port(), statements)?;
    let before = memory_without(&data, &root)?;

    let mut chance = ChaCha8Rng::seed_from_u64(18);
    for _ in 0..kills {
        let mut child = sender(&data, &root)?;
        std::thread::sleep(Duration::from_millis(chance.random_range(100..1_500)));
        child.kill()?;
        child.wait()?;
    }
    let there = lrs.lock().unwrap_or_else(PoisonError::into_inner).held.len();
    let said = sender(&data, &root)?.wait_with_output()?;
    let said = String::from_utf8(said.stdout)?;
    let [seconds, memory, slowest] = said.split_whitespace().collect::<Vec<_>>()[..] else {
        return Err(format!("the last process said {said:?}").into());
    };
    let (seconds, memory): (f64, u64) = (seconds.parse()?, memory.parse()?);

    let lrs = lrs.lock().unwrap_or_else(PoisonError::into_inner);
    if lrs.held != made {
        return Err(format!("{} statements of {} are there", lrs.held.len(), made.len()).into());
    }
    let more = memory.saturating_sub(before);
    println!(
        "{statements} statements, {kills} kills, {} sent twice, each there once; the last {} in {seconds:.1} s, \
         writes meanwhile within {slowest} ms (99 of 100); {more} MiB more than without anything to send ({memory} MiB)",
        lrs.repeats,
        statements - there.min(statements)
    );
    if more > MOST_MEMORY { Err(format!("more than {MOST_MEMORY} MiB").into()) } else { Ok(()) }
}

/// A learner who agreed, with a check that is underway; the statements that wait, by id.
fn seed(data: &Path, port: u16, statements: usize) -> Result<BTreeMap<String, String>, Failed> {
    let app = open(data, Reach { loopback: true, ..Reach::default() });
    let view = app.start_check(StartCheck { module_id: MODULE.to_owned() })?;
    app.name_record_store(NameStore {
        address: address(port),
        version: XapiVersion::V1_0_3,
        name: NAME.to_owned(),
        password: SECRET.to_owned(),
    })?;
    app.agree_to_delivery(AgreeToDelivery { yes: true })?;
    drop(app);
    let folder = DataFolder::hold(data)?;
    let store = Store::open(&folder, Kind::Learner, "20261123T080000Z")?.store;
    let learner = store.read(|reader| reader.learners())?.pop().ok_or("a learner")?.id;
    let padding = "x".repeat(900);
    let mut made = BTreeMap::new();
    for first in (0..statements).step_by(AT_ONCE) {
        store.write(|writer| {
            for n in first..statements.min(first + AT_ONCE) {
                let id = format!("0198c1f2-0000-7000-8000-{n:012x}");
                let statement = format!(r#"{{"id":"{id}","n":{n},"p":"{padding}"}}"#);
                writer.put_statement(&NewStatement {
                    id: &id,
                    learner_id: &learner,
                    attempt_id: &view.attempt_id,
                    verb: "answered",
                    statement: &statement,
                    made_at: "2026-11-23T08:00:00.000Z",
                })?;
                made.insert(id, statement);
            }
            Ok::<_, eighteen_store::Error>(())
        })?;
    }
    Ok(made)
}

/// What a process has that opens the app and finds nothing to send, in MiB.
fn memory_without(data: &Path, root: &Path) -> Result<u64, Failed> {
    let empty = data.with_file_name("empty");
    let app = open(&empty, Reach::default());
    app.start_check(StartCheck { module_id: MODULE.to_owned() })?;
    drop(app);
    let said = sender(&empty, root)?.wait_with_output()?;
    let said = String::from_utf8(said.stdout)?;
    Ok(said.split_whitespace().nth(1).ok_or("no memory was told")?.parse()?)
}

fn sender(data: &Path, root: &Path) -> Result<Child, Failed> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("send").arg(data).arg(root).stdout(Stdio::piped());
    Ok(command.spawn()?)
}

fn send(data: &Path, root: &str) -> Result<(), Failed> {
    let reach = Reach {
        roots: Roots::These(vec![fs::read(root)?]),
        loopback: true,
        patience: Duration::from_mins(1),
    };
    let app = open(data, reach);
    let (mut sender, began) = (Sender::default(), clock());
    let is_over = AtomicBool::new(false);
    let slowest = std::thread::scope(|threads| {
        let answering = threads.spawn(|| slowest_of_a_hundred(&app, &is_over));
        let sent = drain_all(&app, &mut sender);
        is_over.store(true, Ordering::Release);
        let slowest = answering.join().map_err(|_| Failed::from("the other thread"))?;
        sent.map(|()| slowest)
    })?;
    println!("{} {} {slowest}", (clock() - began).as_secs_f64(), most_memory());
    Ok(())
}

/// Milliseconds that the hundredth part of writes takes longer than, while statements are sent: each is one
/// transaction that is on the disk, as an answer is.
fn slowest_of_a_hundred(app: &App, is_over: &AtomicBool) -> u128 {
    let mut took = Vec::new();
    while !is_over.load(Ordering::Acquire) || took.is_empty() {
        let began = clock();
        if app.save_settings(Settings::default()).is_ok() {
            took.push((clock() - began).as_millis());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    took.sort_unstable();
    took[took.len() * 99 / 100]
}

fn drain_all(app: &App, sender: &mut Sender) -> Result<(), Failed> {
    loop {
        let rest = app.send(sender)?;
        if !rest.is_zero() && app.delivery()?.waiting == 0 {
            return Ok(());
        }
        std::thread::sleep(rest.min(Duration::from_millis(50)));
    }
}

fn open(data: &Path, reach: Reach) -> App {
    let keeper = Memory::default();
    // The address is not known here; the account is that of whatever store the folder names.
    let app =
        App::open_with(data, Box::new(SaveTo::nowhere()), Box::new(SystemClock), Course::shipped());
    let named = app.delivery().ok().and_then(|delivery| delivery.store);
    if let Some(store) = named {
        let _ = keeper.keep(&format!("{} {}", store.name, store.address), SECRET);
    }
    app.delivering(Box::new(keeper), reach)
}

fn address(port: u16) -> String {
    format!("https://localhost:{port}/xapi")
}

#[allow(clippy::disallowed_methods)] // A measurement.
fn clock() -> Duration {
    static BEGAN: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    BEGAN.get_or_init(std::time::Instant::now).elapsed()
}

/// The most memory that this process ever had, in MiB; 0 where the system does not tell.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kib.unwrap_or(0) / 1_024
}
