//! `measure_window --app PATH | --empty PATH`: how long a window takes until it can be used and how much
//! memory it then holds, as one JSON object. Both are driven in the same way, so that the driver costs
//! both the same.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]
#![allow(clippy::disallowed_methods, reason = "measures, and keeps no time of the domain")]

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail, ensure};
use harness::{Client, Driver, Screen, memory_of, wait_until};
use serde_json::{Value, json};

/// A window that nobody touches has settled after this.
const SETTLED: Duration = Duration::from_secs(3);

const PAINTED: &str = "const done = arguments[arguments.length - 1];\
                       requestAnimationFrame(() => requestAnimationFrame(() => done(true)));";

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // A page without the heading of a screen can be used as soon as it is painted.
    let measured = match words[..] {
        ["--app", path] => measure(path, &[], "h1")?,
        ["--empty", path] => measure(path, &["--automation"], "html")?,
        _ => bail!("usage: measure_window --app PATH | --empty PATH"),
    };
    println!("{measured}");
    Ok(())
}

fn measure(program: &str, words: &[&str], usable: &str) -> Result<Value> {
    ensure!(Path::new(program).is_file(), "{program} is not there");
    let screen = Screen::start()?;
    let folder = tempfile::tempdir()?;
    let driver = Driver::start(|command| {
        command.env("DISPLAY", screen.display()).env("EIGHTEEN_DATA_DIR", folder.path());
        command.env("XDG_RUNTIME_DIR", folder.path()).env_remove("DBUS_SESSION_BUS_ADDRESS");
        command.env("NO_AT_BRIDGE", "1");
        Ok(())
    })?;
    let options = json!({ "binary": program, "args": words });
    let started = Instant::now();
    let client = Client::open(driver.address(), &json!({ "webkitgtk:browserOptions": options }))?;
    wait_until("the page", || {
        let body =
            "return document.readyState === 'complete' && !!document.querySelector(arguments[0])";
        Ok((client.run(body, &[json!(usable)])? == json!(true)).then_some(()))
    })?;
    client.run_async(PAINTED, &[])?;
    let usable = started.elapsed();
    sleep(SETTLED);
    let memory = memory_of(driver.started(Path::new(program))?)?;
    Ok(json!({ "usable_ms": usable.as_secs_f64() * 1_000.0, "pss_kib": memory }))
}
