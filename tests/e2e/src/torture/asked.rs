//! What was asked for on the command line.

use crate::Engine;
use std::path::PathBuf;

/// How it is asked for.
const USAGE: &str = "\
torture [--engine <engine>].. [--only <figure>].. [--rounds <n>] [--at-once <n>] [--results <folder>]

  engines: chromium, firefox, webkit
  figures: curve    killed 0.2 to 60 s after a save
           first    the same for the first words of a new journal, 20 s after it was opened
           busy     the same after four entries in half a minute
           session  killed 6 s or more after a save, in a session of 2 minutes or more with a save a minute
           tabs     10,000 saves over 4 tabs
           full     saves, changes, deletions, locks and backups in a full store
           writes   how often the app writes to the store
           traces   what the profile folder holds of words that were locked
  rounds:  how many tries an engine (each delay, for the curves; saves a tab, for tabs)
  at-once: how many browsers (12 for Chromium, else 4)";

/// One of the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Figure {
    Curve,
    First,
    Busy,
    Session,
    Tabs,
    Full,
    Writes,
    Traces,
}

impl Figure {
    const ALL: [Figure; 8] = [
        Figure::Curve,
        Figure::First,
        Figure::Busy,
        Figure::Session,
        Figure::Tabs,
        Figure::Full,
        Figure::Writes,
        Figure::Traces,
    ];

    /// Its name on the command line and in file names.
    pub(super) fn name(self) -> &'static str {
        match self {
            Figure::Curve => "curve",
            Figure::First => "first",
            Figure::Busy => "busy",
            Figure::Session => "session",
            Figure::Tabs => "tabs",
            Figure::Full => "full",
            Figure::Writes => "writes",
            Figure::Traces => "traces",
        }
    }
}

/// Which figures, in which engines, how many tries.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) figures: Vec<Figure>,
    pub(super) engines: Vec<Engine>,
    pub(super) rounds: Option<usize>,
    at_once: Option<usize>,
    /// Where a line is written for each try.
    pub(super) results: PathBuf,
}

impl Asked {
    /// Reads the command line.
    pub(super) fn read(words: &[String]) -> Result<Asked, String> {
        let results = crate::workspace().join("target/torture");
        let mut asked = Asked { figures: vec![], engines: vec![], rounds: None, at_once: None, results };
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        for pair in words.chunks(2) {
            match pair {
                ["--engine", name] => asked.engines.push(engine(name)?),
                ["--only", name] => asked.figures.push(named(name)?),
                ["--rounds", count] => asked.rounds = Some(number(count)?),
                ["--at-once", count] => asked.at_once = Some(number(count)?),
                ["--results", folder] => asked.results = PathBuf::from(folder),
                _ => return Err(USAGE.to_owned()),
            }
        }
        if asked.figures.is_empty() {
            asked.figures = Figure::ALL.to_vec();
        }
        if asked.engines.is_empty() {
            asked.engines = vec![Engine::Chromium, Engine::Firefox, Engine::WebKit];
        }
        Ok(asked)
    }

    /// How many browsers run side by side.
    pub(super) fn at_once(&self, engine: Engine) -> usize {
        self.at_once.unwrap_or(if engine == Engine::Chromium { 12 } else { 4 })
    }
}

fn engine(name: &str) -> Result<Engine, String> {
    let all = [Engine::Chromium, Engine::Firefox, Engine::WebKit];
    all.into_iter().find(|one| one.to_string() == name).ok_or(USAGE.to_owned())
}

fn named(name: &str) -> Result<Figure, String> {
    Figure::ALL.into_iter().find(|one| one.name() == name).ok_or(USAGE.to_owned())
}

fn number(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|count| *count > 0).ok_or(USAGE.to_owned())
}
