//! How many tests passed and failed, read from what the runners print.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The counts in a runner's output: nextest, Vitest and cargo test. Nothing when it is none of them.
///
/// Nextest repeats what a failed test program printed, so the lines of cargo test only count where
/// nothing else does.
pub(crate) fn read(output: &str) -> Option<Count> {
    ["Summary [", "Tests ", "test result:"].into_iter().find_map(|start| sum(output, start))
}

fn sum(output: &str, start: &str) -> Option<Count> {
    let lines = output.lines().map(str::trim).filter(|line| line.starts_with(start));
    let counts = lines.map(|line| Count {
        passed: before_word(line, "passed"),
        failed: before_word(line, "failed") + before_two_words(line, "timed", "out"),
    });
    counts.reduce(|mut all, one| {
        all += one;
        all
    })
}

/// The number before a word: 3 in "3 passed;".
fn before_word(line: &str, word: &str) -> u64 {
    numbered(line).find(|(_, after)| after.first() == Some(&word)).map_or(0, |(number, _)| number)
}

fn before_two_words(line: &str, one: &str, two: &str) -> u64 {
    let found = numbered(line).find(|(_, after)| after.starts_with(&[one, two]));
    found.map_or(0, |(number, _)| number)
}

/// Every number of a line, with the words that follow it.
fn numbered(line: &str) -> impl Iterator<Item = (u64, Vec<&str>)> {
    let is_separator = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = line.split(is_separator).filter(|word| !word.is_empty()).collect();
    (0..words.len()).filter_map(move |at| {
        let number = words[at].parse().ok()?;
        Some((number, words[at + 1..].to_vec()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(output: &str, passed: u64, failed: u64) {
        assert_eq!(read(output), Some(Count { passed, failed }), "{output}");
    }

    #[test]
    fn each_runner_is_read_as_it_writes() {
        check("     Summary [   1.204s] 35 tests run: 35 passed, 2 skipped", 35, 0);
        check(
            "     Summary [   9.0s] 35 tests run: 30 passed (1 slow), 4 failed, 1 timed out, 2 skipped",
            30,
            5,
        );
        check(
            "test result: ok. 5 passed; 0 failed; 1 ignored;\ntest result: FAILED. 2 passed; 1 failed;",
            7,
            1,
        );
        check("      Tests  12 passed (12)", 12, 0);
        check("      Tests  1 failed | 11 passed (12)", 11, 1);
        check(
            "test result: FAILED. 0 passed; 1 failed;\n     Summary [ 1s] 3 tests run: 2 passed, 1 failed",
            2,
            1,
        );
        assert_eq!(read("warning: nothing here passed"), None, "no runner, no count");
    }
}
