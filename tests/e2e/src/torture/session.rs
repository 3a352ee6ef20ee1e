//! A usual session: open for two minutes or more, typing all the while, kept once a minute, and killed 6 s or more
//! after the last "Saved".

use super::asked::{Asked, Figure};
use super::plan::{Plan, Way};
use super::report::Report;
use super::worker::{Queue, carry_out};
use crate::Engine;
use std::time::Duration;

/// How long after the last "Saved" it is killed, in turn, in milliseconds: mostly soon after the sixth second.
const DELAYS: [u64; 6] = [6_000, 6_000, 7_000, 8_000, 10_000, 15_000];
/// How many saves a session has, in turn.
const SAVES: [usize; 3] = [2, 3, 2];
/// When the first word is typed. The app keeps it after a pause of 3 s, so a minute after the opening, and the last one
/// two minutes or more after it.
const TYPED_AFTER: Duration = Duration::from_secs(57);

/// Sessions, each on a profile that was killed before (but for the first).
pub(super) fn run(asked: &Asked, engine: Engine) {
    let rounds = asked.rounds.unwrap_or(if engine == Engine::Chromium { 300 } else { 100 });
    let plan = |number: usize| Plan {
        saves: SAVES[number % SAVES.len()],
        typed_after: TYPED_AFTER,
        delay: Duration::from_millis(DELAYS[number % DELAYS.len()]),
        way: Way::Typing,
        fresh: false,
    };
    let report = Report::open(asked, Figure::Session, engine);
    carry_out(engine, &Queue::of((0..rounds).map(plan).collect()), &report, asked.at_once(engine));
}
