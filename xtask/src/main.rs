//! Everything there is to do with this repository, as `cargo xtask <verb>`.
//!
//! - [`setup`] finds or installs what the verbs need; [`process`] runs it.
//! - [`serve`] calls trunk, which calls back: [`prepare`] before ([`content`], [`stylesheet`]) and [`dist`] after.
//! - [`build`] has cargo compile, [`split`] cut the program into parts, and [`dist`] put all files together.
//! - [`mod@fuzz`] holds what reads against any bytes.
//! - [`check`] is everything the build server runs; [`tidy`] is the part of it that keeps the walls inside `src/`.
//! - [`mod@bench`], [`lighthouse`] and [`torture`] measure, the first two on [`host`]; [`mod@shots`] takes pictures,
//!   [`icons`] draws.
#![forbid(unsafe_code)]

mod bench;
mod build;
mod check;
mod content;
mod dist;
mod fuzz;
mod host;
mod icons;
mod lighthouse;
mod place;
mod prepare;
mod process;
mod serve;
mod setup;
mod shots;
mod sizes;
mod split;
mod stylesheet;
mod tidy;
mod torture;

use std::process::ExitCode;

/// What a verb comes to; the error is a sentence for the person at the terminal.
type Outcome<T = ()> = Result<T, String>;

const USAGE: &str = "\
cargo xtask <verb>

  serve                       build and serve with live reload on http://localhost:8080
  build                       one dist/ for any static host and any path, with the size of each file
  test [--engine <engine>]..  everything the build server runs; engines: chromium, firefox, webkit
  test --quick                the part of it that needs no browser and no build: minutes
  content                     check questionnaires/ and write the files of each locale
  tidy                        check the walls inside src/ and the rules of style/
  fuzz [--seconds <n>]        hold what reads against any bytes at all, a minute each or as long as asked
  bench                       measure cold bytes, first paint and time to usable
  lighthouse                  what Lighthouse says of the last build; fails below 100 for accessibility and best practices
  torture [--engine <engine>] [--only <figure>] [--rounds <n>]
                              kill browsers and count what is lost; figures: curve, first, busy, session, tabs, full, writes
  shots [--only <window>].. [--screen <name>]..
                              pictures of every screen in target/shots/, to look at
  icons                       draw the SVGs of public/ as the PNGs in public/icons/

With --no-install nothing is installed: what is missing is named instead.

trunk calls these two by itself:
  prepare                     content, and the style sheets as one
  precache                    the service worker and the files of each locale";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (declined, words): (Vec<&str>, Vec<&str>) =
        words.iter().map(String::as_str).partition(|word| *word == "--no-install");
    if !declined.is_empty() {
        setup::decline_installing();
    }
    let outcome = match words.as_slice() {
        ["serve"] => serve::run(),
        ["build"] => build::run(),
        ["test", "--quick"] => check::quick(),
        ["test", rest @ ..] => check::run(rest),
        ["content"] => content::run(),
        ["tidy"] => tidy::run(),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["bench"] => bench::run(),
        ["lighthouse"] => lighthouse::run(),
        ["torture", rest @ ..] => torture::run(rest),
        ["shots", rest @ ..] => shots::run(rest),
        ["icons"] => icons::run(),
        ["prepare"] => prepare::run(),
        ["precache"] => dist::serving(),
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
