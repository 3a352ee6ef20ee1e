//! `torture`: what survives when browsers are killed, in figures; docs/reliability.md holds them. The work is done by
//! the program of that name in `tests/e2e`, on the build in dist/.

use crate::setup::{self, Engine};
use crate::{Outcome, place, process};

/// Passes the words on, engines made ready.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let named = words.windows(2).filter(|pair| pair[0] == "--engine").map(|pair| Engine::named(pair[1]));
    let asked = named.collect::<Outcome<Vec<Engine>>>()?;
    let ready = setup::engines(&asked)?;
    let mut words = words.to_vec();
    if asked.is_empty() {
        words.extend(ready.iter().flat_map(|engine| ["--engine", engine.name()]));
    }
    on_the_build("torture", &words)
}

/// Runs a program of `tests/e2e` on what was built.
pub(crate) fn on_the_build(program: &str, words: &[&str]) -> Outcome {
    let dist = place::root().join("dist");
    let given = std::env::var_os("OBVERSE_DIST").is_some();
    if !dist.join("index.html").is_file() && !given {
        return Err("dist/ is empty: run `cargo xtask build` first".to_owned());
    }
    let mut command = process::command("cargo", &["run", "--locked", "-p", "e2e", "--bin", program, "--"]);
    command.args(words);
    if !given {
        command.env("OBVERSE_DIST", dist);
    }
    process::run(&mut command)
}
