//! The second process that some tests need: this test binary again, asked for one of these tasks.

use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use eighteen_store::{DataFolder, Kind, Store};

use crate::builders::{STAMP, numbered};

const TASK: &str = "EIGHTEEN_STORE_TEST_TASK";
const FOLDER: &str = "EIGHTEEN_STORE_TEST_FOLDER";

#[test]
#[ignore = "the second process of other tests; alone it does nothing"]
fn second_process() {
    let (Ok(task), Ok(folder)) = (std::env::var(TASK), std::env::var(FOLDER)) else {
        return;
    };
    let folder = Path::new(&folder);
    match task.as_str() {
        "hold" => hold(folder),
        "answer" => answer(folder, u32::MAX),
        "answer-200" => answer(folder, 200),
        #[cfg(target_os = "linux")]
        "install" => crate::installed::install_second(folder),
        "erase" => crate::erase_killed::erase(folder),
        #[cfg(target_os = "linux")]
        other => crate::power_cut::answer_with(folder, other),
        #[cfg(not(target_os = "linux"))]
        other => panic!("there is no task `{other}`"),
    }
}

/// What starts the second process; `before` stands before it, as a tracer would.
pub(crate) fn command(before: &[&str], task: &str, folder: &Path) -> Command {
    let this = std::env::current_exe().unwrap();
    let mut command = match before {
        [] => Command::new(&this),
        [program, arguments @ ..] => {
            let mut command = Command::new(program);
            command.args(arguments).arg(&this);
            command
        }
    };
    command.args(["child::second_process", "--exact", "--ignored", "--nocapture"]);
    command.env(TASK, task).env(FOLDER, folder);
    command
}

/// The second process. Dropping it ends it as `kill -9` does, also when a test fails.
pub(crate) struct Second(Child);

impl Drop for Second {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the second process and waits for its first word.
pub(crate) fn start(task: &str, folder: &Path) -> (Second, impl Iterator<Item = String> + use<>) {
    let mut child = command(&[], task, folder).stdout(Stdio::piped()).spawn().unwrap();
    let output = child.stdout.take().unwrap();
    let second = Second(child);
    let mut said = words(output);
    assert_eq!(said.next().as_deref(), Some("ready"), "the second process opened the folder");
    (second, said)
}

/// What a second process says with [`say`].
pub(crate) fn words(output: impl std::io::Read) -> impl Iterator<Item = String> {
    let lines = BufReader::new(output).lines().map_while(Result::ok);
    lines.filter_map(|line| line.split_once("child: ").map(|(_, word)| word.to_owned()))
}

/// One line, at once: the other side counts what was acknowledged.
pub(crate) fn say(word: &str) {
    println!("child: {word}");
}

fn hold(folder: &Path) {
    let _folder = DataFolder::hold(folder).unwrap();
    say("ready");
    std::thread::park();
}

/// Adds answers and says each number after the store acknowledged it, or why it did not.
fn answer(folder: &Path, count: u32) {
    let folder = DataFolder::hold(folder).unwrap();
    let opened = Store::open(&folder, Kind::Learner, STAMP).unwrap();
    assert_eq!(opened.damage, None);
    let done = opened.store.read(|reader| reader.count_answers()).unwrap();
    say("ready");
    for number in done..done.saturating_add(count) {
        match opened.store.write(|writer| writer.add_answer(&numbered(number))) {
            Ok(()) => say(&number.to_string()),
            Err(error) => return say(&format!("refused {error:?}")),
        }
    }
}
