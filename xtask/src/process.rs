//! Running other programs: said aloud before, and an error that names the program after.

use crate::{Outcome, place};
use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

/// A command that runs in the root of the repository and finds what `cargo install` put in place.
pub(crate) fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(place::root()).env("PATH", search_path());
    command
}

/// Runs a command with this terminal's input and output.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let name = said(command);
    println!("$ {name}");
    let status = command.status().map_err(|error| format!("{name}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("failed: {name} ({status})")) }
}

/// Runs a command, shows what it says as it says it, and returns its closing lines: each `test result` or `stat`, or
/// else the last line.
pub(crate) fn run_and_note(command: &mut Command) -> Outcome<Vec<String>> {
    let name = said(command);
    println!("$ {name}");
    let mut child =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let out = child.stdout.take().expect("stdout was piped");
    let errors = child.stderr.take().expect("stderr was piped");
    let beside = thread::spawn(move || echo(errors, &mut std::io::stderr()));
    let mut lines = echo(out, &mut std::io::stdout());
    lines.extend(beside.join().unwrap_or_default());
    let status = child.wait().map_err(|error| format!("{name}: {error}"))?;
    if !status.success() {
        return Err(format!("failed: {name} ({status})"));
    }
    let closes = |line: &&String| line.starts_with("test result:") || line.starts_with("stat::");
    let results: Vec<String> = lines.iter().filter(closes).cloned().collect();
    if results.is_empty() { Ok(lines.pop().into_iter().collect()) } else { Ok(results) }
}

/// What a command prints, or nothing if it cannot run or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Whether a program stands on the search path.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&search_path()).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The search path with cargo's own folder of programs before the rest.
fn search_path() -> OsString {
    let given = env::var_os("PATH").unwrap_or_default();
    let folders = cargo_home().map(|home| home.join("bin")).into_iter().chain(env::split_paths(&given));
    env::join_paths(folders).unwrap_or(given)
}

/// Where cargo keeps what it downloads and installs.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let given = env::var_os("CARGO_HOME").map(PathBuf::from);
    given.or_else(|| Some(PathBuf::from(env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?).join(".cargo")))
}

fn said(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Copies lines from one to the other and returns those that are not blank.
fn echo(from: impl Read, to: &mut impl Write) -> Vec<String> {
    let mut lines = Vec::new();
    let mut reader = BufReader::new(from);
    let mut bytes = Vec::new();
    while reader.read_until(b'\n', &mut bytes).is_ok_and(|count| count > 0) {
        // A terminal that went away must not stop the work.
        let _ = to.write_all(&bytes);
        let line = String::from_utf8_lossy(&bytes).trim().to_owned();
        if !line.is_empty() {
            lines.push(line);
        }
        bytes.clear();
    }
    lines
}
