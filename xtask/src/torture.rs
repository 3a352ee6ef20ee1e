//! `torture`: what survives when browsers are killed, in figures; docs/reliability.md holds them. The work is done by
//! the program of that name in `tests/e2e`, on the build in dist/.

use crate::setup::{self, Engine};
use crate::{Outcome, place, process};

/// Passes the words on, engines made ready.
pub(crate) fn run(words: &[&str]) -> Outcome {
    let dist = place::root().join("dist");
    if !dist.join("index.html").is_file() && std::env::var_os("OBVERSE_DIST").is_none() {
        return Err("dist/ is empty: run `cargo xtask build` first".to_owned());
    }
    let named = words.windows(2).filter(|pair| pair[0] == "--engine").map(|pair| Engine::named(pair[1]));
    let asked = named.collect::<Outcome<Vec<Engine>>>()?;
    let ready = setup::engines(&asked)?;
    let mut command = process::command("cargo", &["run", "--locked", "-p", "e2e", "--bin", "torture", "--"]);
    command.args(words);
    if asked.is_empty() {
        command.args(ready.iter().flat_map(|engine| ["--engine", engine.name()]));
    }
    if std::env::var_os("OBVERSE_DIST").is_none() {
        command.env("OBVERSE_DIST", dist);
    }
    process::run(&mut command)
}
