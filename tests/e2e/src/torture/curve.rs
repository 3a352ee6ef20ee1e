//! The loss curve: how much of what was kept is there if the browser is killed so long after.

use super::asked::{Asked, Figure};
use super::plan::Plan;
use super::report::Report;
use super::worker::{Queue, carry_out};
use crate::Engine;
use std::time::Duration;

/// After how many milliseconds it is killed.
const DELAYS: [u64; 7] = [200, 1_000, 5_000, 6_000, 10_000, 30_000, 60_000];
/// How many times each.
const ROUNDS: usize = 20;

/// A save right after a journal that is in use was opened.
pub(super) fn run(asked: &Asked, engine: Engine) {
    curve(asked, engine, Figure::Curve, false);
}

/// The first words of a new journal, in a browser that never had the app.
pub(super) fn run_first(asked: &Asked, engine: Engine) {
    curve(asked, engine, Figure::First, true);
}

fn curve(asked: &Asked, engine: Engine, figure: Figure, fresh: bool) {
    let report = Report::open(asked, figure, engine);
    let mut plans = Vec::new();
    for _ in 0..asked.rounds.unwrap_or(ROUNDS) {
        // The longest first, so that the last browser to be through does not keep the others waiting.
        for delay in DELAYS.into_iter().rev() {
            let delay = Duration::from_millis(delay);
            plans.push(Plan { saves: 1, typed_after: Duration::ZERO, delay, fresh });
        }
    }
    carry_out(engine, &Queue::of(plans), &report, asked.at_once(engine));
}
