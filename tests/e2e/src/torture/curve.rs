//! The loss curve: how much of what was kept is there if the browser is killed so long after.

use super::asked::{Asked, Figure};
use super::plan::{Plan, Way};
use super::report::Report;
use super::worker::{Queue, carry_out};
use crate::Engine;
use std::time::Duration;

/// After how many milliseconds it is killed.
const DELAYS: [u64; 7] = [200, 1_000, 5_000, 6_000, 10_000, 30_000, 60_000];
/// How many times each.
const ROUNDS: usize = 20;

/// How long someone who is new looks round before the first words.
const LOOKING_ROUND: Duration = Duration::from_secs(20);
/// How long someone who is busy takes for an entry.
const BETWEEN: Duration = Duration::from_secs(10);

/// A save right after a journal that is in use was opened.
pub(super) fn run(asked: &Asked, engine: Engine) {
    let plan = Plan { saves: 1, typed_after: Duration::ZERO, delay: Duration::ZERO, way: Way::Typing, fresh: false };
    curve(asked, engine, Figure::Curve, &DELAYS, plan);
}

/// The first words of a new journal, in a browser that never had the app.
pub(super) fn run_first(asked: &Asked, engine: Engine) {
    let plan = Plan { saves: 1, typed_after: LOOKING_ROUND, delay: Duration::ZERO, way: Way::Typing, fresh: true };
    curve(asked, engine, Figure::First, &DELAYS, plan);
}

/// Several entries in less than a minute.
pub(super) fn run_busy(asked: &Asked, engine: Engine) {
    let way = Way::Entries(BETWEEN);
    let plan = Plan { saves: 4, typed_after: Duration::ZERO, delay: Duration::ZERO, way, fresh: false };
    curve(asked, engine, Figure::Busy, &DELAYS[3..], plan);
}

fn curve(asked: &Asked, engine: Engine, figure: Figure, delays: &[u64], plan: Plan) {
    let report = Report::open(asked, figure, engine);
    let mut plans = Vec::new();
    for _ in 0..asked.rounds.unwrap_or(ROUNDS) {
        // The longest first, so that the last browser to be through does not keep the others waiting.
        plans.extend(delays.iter().rev().map(|delay| Plan { delay: Duration::from_millis(*delay), ..plan }));
    }
    carry_out(engine, &Queue::of(plans), &report, asked.at_once(engine));
}
