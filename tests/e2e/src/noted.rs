//! What a run must not hide: a journey that was begun once more, and what was left out. `cargo xtask test` names a file for it
//! (`OBVERSE_NOTED`) and prints its lines at the end; without one they are only said aloud.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

/// How the line begins of a journey that was begun once more.
const AGAIN: &str = "once more: ";

fn file() -> Option<PathBuf> {
    std::env::var_os("OBVERSE_NOTED").map(PathBuf::from)
}

fn note(line: &str) {
    // Past the runner, which shows what a test says only if it fails.
    let _ = writeln!(std::io::stderr(), "{line}");
    let Some(file) = file() else { return };
    let noted = OpenOptions::new()
        .create(true)
        .append(true)
        .open(file)
        .and_then(|mut file| file.write_all(format!("{line}\n").as_bytes()));
    noted.expect("the file that the run names can be written to");
}

/// Notes that a journey is begun once more, and says whether it may be: once in a run.
pub(crate) fn may_begin_again(why: &str) -> bool {
    let before = file().and_then(|file| fs::read_to_string(file).ok()).unwrap_or_default();
    let first = !before.lines().any(|line| line.starts_with(AGAIN));
    if first {
        note(&format!("{AGAIN}{why}"));
    }
    first
}

/// Notes that a test was left out.
pub fn left_out(why: &str) {
    note(&format!("left out: {why}"));
}
