//! `test`: everything the build server runs, in order, stopping at the first step that fails.

use crate::setup::{self, Engine};
use crate::{Outcome, build, fuzz, place, prepare, process, tidy};
use std::process::Command;
use std::time::Instant;

const WASM: [&str; 2] = ["--target", "wasm32-unknown-unknown"];

/// What the tests with random inputs draw from on a build server, so that the same commit passes there or fails each time. On any
/// other machine they draw anew at every run.
const SEED: (&str, &str) = ("PROPTEST_RNG_SEED", "20261201");

/// Runs all steps. The words are `--engine <name>`, any number of times; none means all engines.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let asked = asked(words)?;
    let mut steps = Steps::default();
    let (mut engines, mut nginx) = (Vec::new(), false);
    steps.step("set-up", || {
        setup::to_build()?;
        engines = setup::engines(&asked)?;
        setup::axe()?;
        nginx = setup::nginx()?;
        Ok(engines.iter().map(|engine| engine.name().to_owned()).collect())
    })?;
    steps.on_host()?;
    steps.step("fuzz", fuzz::bounded)?;
    match web_driver(&engines) {
        Some((name, driver)) => {
            let web = [&["test", "--locked", "-p", "obverse", "--test", "web"][..], &WASM].concat();
            steps.run("app, browser", process::command("cargo", &web).env(name, driver))?;
        }
        None => steps.left_out("app, browser", "needs chromium or firefox"),
    }
    steps.step("build", || build::run().map(|()| vec![]))?;
    let names: Vec<&str> = engines.iter().map(|engine| engine.name()).collect();
    let mut e2e = process::command("cargo", &["test", "--locked", "-p", "e2e", "--", "--test-threads=1"]);
    let noted = place::root().join("target/e2e-noted.txt");
    // Of the run before.
    let _ = std::fs::remove_file(&noted);
    e2e.env("OBVERSE_DIST", place::root().join("dist"))
        .env("OBVERSE_ENGINES", names.join(","))
        .env("OBVERSE_NOTED", &noted);
    steps.run("end to end", &mut e2e)?;
    steps.note(&place::read(&noted).unwrap_or_default());
    for engine in Engine::ALL.iter().filter(|engine| !engines.contains(engine)) {
        steps.left_out("engine", engine.name());
    }
    if !nginx {
        steps.left_out("hosting", "needs nginx");
    }
    steps.close();
    Ok(())
}

/// Runs what needs no browser, no fuzzing and no build.
pub(crate) fn quick() -> Outcome {
    let mut steps = Steps::default();
    steps.step("set-up", || setup::to_check().map(|()| vec![]))?;
    steps.on_host()?;
    for step in ["fuzz", "app, browser", "build", "end to end"] {
        steps.left_out(step, "--quick");
    }
    steps.close();
    Ok(())
}

fn asked(words: &[&str]) -> Outcome<Vec<Engine>> {
    let pairs = words.chunks(2);
    pairs
        .map(|pair| match pair {
            ["--engine", name] => Engine::named(name),
            _ => Err(format!("test: expected `--engine <name>`, found `{}`", pair.join(" "))),
        })
        .collect()
}

/// The driver that the tests of the wasm run with: its variable, and its path.
fn web_driver(engines: &[Engine]) -> Option<(&'static str, std::path::PathBuf)> {
    let (name, program) = if engines.contains(&Engine::Chromium) {
        ("CHROMEDRIVER", "chromedriver")
    } else if engines.contains(&Engine::Firefox) {
        ("GECKODRIVER", "geckodriver")
    } else {
        return None;
    };
    Some((name, process::find(program)?))
}

/// The steps so far, each with its closing lines.
#[derive(Default)]
struct Steps {
    told: Vec<String>,
}

impl Steps {
    /// What the compiler and the tests on this machine can tell.
    fn on_host(&mut self) -> Outcome {
        self.cargo("format", &["fmt", "--all", "--check"])?;
        // The style sheet and the locale files may be read at compile time, so they come first.
        self.step("content", || prepare::run().map(|()| vec![]))?;
        self.step("tidy", || tidy::run().map(|()| vec![]))?;
        let deny = ["--", "-D", "warnings"];
        self.cargo("clippy, host", &[&["clippy", "--locked", "--workspace", "--all-targets"][..], &deny].concat())?;
        // As it is built: in parts.
        let parts = ["clippy", "--locked", "-p", "obverse", "--lib", "--bins", "--features", "split"];
        self.cargo("clippy, wasm", &[&parts[..], &WASM, &deny].concat())?;
        let web = ["clippy", "--locked", "-p", "obverse", "--test", "web"];
        self.cargo("clippy, wasm's tests", &[&web[..], &WASM, &deny].concat())?;
        let mut doc = process::command("cargo", &["doc", "--locked", "--workspace", "--no-deps"]);
        self.run("docs", doc.env("RUSTDOCFLAGS", "-D warnings"))?;
        self.cargo("core", &["test", "--locked", "-p", "obverse-core", "--features", "authoring"])?;
        self.cargo("app, host", &["test", "--locked", "-p", "obverse", "--lib"])?;
        self.cargo("xtask", &["test", "--locked", "-p", "xtask"])
    }

    fn cargo(&mut self, name: &str, words: &[&str]) -> Outcome {
        let mut command = process::command("cargo", words);
        if std::env::var_os("CI").is_some() {
            command.env(SEED.0, SEED.1);
        }
        self.run(name, &mut command)
    }

    fn run(&mut self, name: &str, command: &mut Command) -> Outcome {
        self.step(name, || process::run_and_note(command))
    }

    fn step(&mut self, name: &str, work: impl FnOnce() -> Outcome<Vec<String>>) -> Outcome {
        println!("\n== {name}");
        let started = Instant::now();
        let lines = work().map_err(|problem| format!("\nThe step «{name}» did not pass.\n{problem}"))?;
        self.told.push(format!("{name}: passed in {} s", started.elapsed().as_secs()));
        self.told.extend(lines.into_iter().map(|line| format!("    {line}")));
        Ok(())
    }

    /// What a step has noted, a line each.
    fn note(&mut self, lines: &str) {
        self.told.extend(lines.lines().map(|line| format!("    {line}")));
    }

    fn left_out(&mut self, name: &str, why: &str) {
        self.told.push(format!("{name}: NOT RUN ({why})"));
    }

    fn close(&self) {
        println!("\n== all steps\n{}", self.told.join("\n"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn engines_are_asked_for_by_name() {
        assert_eq!(asked(&[]), Ok(vec![]));
        assert_eq!(asked(&["--engine", "webkit", "--engine", "firefox"]), Ok(vec![Engine::Webkit, Engine::Firefox]));
        assert!(asked(&["--engine", "lynx"]).is_err());
        assert!(asked(&["--engine"]).is_err());
        assert!(asked(&["webkit"]).is_err());
    }
}
