//! `fuzz`: holds what reads stored values, headers, backups and content against any bytes at all, with libFuzzer.
//!
//! What must be so stands in `fuzz/src/`, with seeds beside it. What a run finds on its way goes into `target/fuzz/`
//! and serves the next one.

use crate::{Outcome, place, process, setup};
use std::fs;

/// The programs in `fuzz/fuzz_targets/`.
const TARGETS: [&str; 4] = ["record", "header", "backup", "content"];

/// How long each runs.
const SECONDS: u32 = 60;

/// The longest input, in bytes: much longer ones are slow and reach nothing more.
const LONGEST: u32 = 4096;

/// Runs all targets, each for as long as asked.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let seconds = asked(words)?;
    setup::to_fuzz()?;
    println!("\n{}", all(seconds)?.join("\n"));
    Ok(())
}

/// Runs all targets as `test` does: for a while where a build server waits, shortly where a person does.
pub(crate) fn bounded() -> Outcome<Vec<String>> {
    setup::to_fuzz()?;
    all(if std::env::var_os("CI").is_some() { SECONDS } else { 10 })
}

fn asked(words: &[&str]) -> Outcome<u32> {
    match words {
        [] => Ok(SECONDS),
        ["--seconds", number] => number.parse().map_err(|_| format!("fuzz: `{number}` is no number of seconds")),
        _ => Err(format!("fuzz: expected `--seconds <n>`, found `{}`", words.join(" "))),
    }
}

/// Runs all targets and returns what libFuzzer says at the end of each.
fn all(seconds: u32) -> Outcome<Vec<String>> {
    process::run(&mut process::command("cargo", &["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"]))?;
    println!("Building comes first: about a minute and a half on two cores, once. Then {seconds} s for each target.");
    let mut told = Vec::new();
    for target in TARGETS {
        let lines = one(target, seconds)?;
        told.push(format!("{target}, {seconds} s:"));
        told.extend(lines.into_iter().map(|line| format!("    {line}")));
    }
    Ok(told)
}

fn one(target: &str, seconds: u32) -> Outcome<Vec<String>> {
    let corpus = place::root().join("target/fuzz").join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("{}: {error}", corpus.display()))?;
    let corpus = format!("target/fuzz/{target}");
    let seeds = format!("fuzz/seeds/{target}");
    let (time, length) = (format!("-max_total_time={seconds}"), format!("-max_len={LONGEST}"));
    // No sanitizer: there is no unsafe code to watch, and they need a nightly compiler.
    let words = ["fuzz", "run", "--sanitizer", "none", target, &corpus, &seeds, "--"];
    // An input that takes ten seconds is a fault too.
    let options = [&time, &length, "-timeout=10", "-verbosity=0", "-print_final_stats=1"];
    process::run_and_note(&mut process::command("cargo", &[&words[..], &options].concat()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_long_is_asked_in_seconds() {
        assert_eq!(asked(&[]), Ok(60));
        assert_eq!(asked(&["--seconds", "5"]), Ok(5));
        assert!(asked(&["--seconds", "long"]).is_err());
        assert!(asked(&["5"]).is_err());
    }

    #[test]
    fn every_target_is_run() {
        let folder = place::root().join("fuzz/fuzz_targets");
        let files = place::files(&folder).expect("a folder");
        let mut named = TARGETS.map(|target| format!("{target}.rs"));
        named.sort();
        assert_eq!(files, named);
    }
}
