//! Judges inputs of the corpus in a process of its own, with little memory: one line each, with its name, whether what
//! was said is what was to be said, milliseconds of work, KiB of memory beyond the input itself, and what was said.
//!
//! `hostile CANARY-PORT FIRST LAST`, or `hostile seeds FOLDER`: what fuzzing begins with, a folder for each target.

#![allow(clippy::disallowed_methods, reason = "measures itself, no time of the domain")]

use std::{fs, path::Path, time::Instant};

use eighteen_hostile::{corpus::corpus, targets::TARGETS, verdict};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, folder] = &words[..]
        && word == "seeds"
    {
        return write_seeds(Path::new(folder));
    }
    let numbers: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let [port, first, last] = numbers[..] else { panic!("hostile CANARY-PORT FIRST LAST") };
    limit();
    let inputs = corpus(u16::try_from(port).expect("a port"));
    for input in inputs.into_iter().take(last).skip(first) {
        let what = (input.make)();
        forget_peak();
        let before = status("VmRSS:");
        let (started, worked) = (Instant::now(), processor_time());
        let said = verdict(&what);
        // On a busy machine waiting is no work of ours.
        let took = match processor_time().saturating_sub(worked) {
            0 => started.elapsed().as_millis(),
            nanoseconds => u128::from(nanoseconds / 1_000_000),
        };
        let grew = status("VmHWM:").saturating_sub(before);
        let said: String =
            said.chars().take(160).map(|one| if one.is_control() { ' ' } else { one }).collect();
        println!("{}\t{}\t{took}\t{grew}\t{said}", input.name, input.is_met_by(&said));
    }
}

fn write_seeds(folder: &Path) {
    for target in TARGETS {
        let folder = folder.join(target.name);
        fs::create_dir_all(&folder).expect("a folder for the seeds");
        for (seed, number) in (target.seeds)().iter().zip(1..) {
            fs::write(folder.join(format!("seed-{number:02}")), seed).expect("a seed");
        }
    }
}

/// Half a gigabyte and no more: who needs it is ended.
fn limit() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let most = Some(512 << 20);
        setrlimit(Resource::As, Rlimit { current: most, maximum: most }).expect("a limit");
    }
}

/// The highest use of memory is counted anew from here (proc(5), clear_refs).
fn forget_peak() {
    let _ = fs::write("/proc/self/clear_refs", "5");
}

/// Nanoseconds that this thread has run (proc(5), schedstat); 0 where nobody says.
fn processor_time() -> u64 {
    let times = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    times.split_whitespace().next().and_then(|time| time.parse().ok()).unwrap_or_default()
}

/// KiB of a line of /proc/self/status; 0 where there is none.
fn status(name: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
