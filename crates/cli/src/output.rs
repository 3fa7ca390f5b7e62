//! Where this program prints. A reader that went away (`| head`) is no fault of anybody's.

use std::io::Write as _;

/// Prints bytes on standard output.
pub(crate) fn print(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

/// Prints a line on standard output.
pub(crate) fn say(line: &str) {
    print(format!("{line}\n").as_bytes());
}

/// Prints a line on standard error.
pub(crate) fn complain(line: &str) {
    let _ = writeln!(std::io::stderr(), "eighteen: {line}");
}
