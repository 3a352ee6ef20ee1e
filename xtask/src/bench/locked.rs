//! The lock on a journal of thousands of entries: opening it, and turning it on.
//!
//! The brake on the processor does not reach a worker. So what the worker takes is measured as it is, and counts once
//! more for each time that the page is slower.

use super::{
    driver::Driver,
    entries::{Filled, PASSPHRASE},
    script,
};
use crate::Outcome;
use serde_json::json;

/// How many times slower the page's processor is.
const SLOWER: u32 = 4;

/// How many rows the list has before earlier ones are asked for.
const AT_FIRST: u32 = 60;

/// Milliseconds, one of each for every opening of the lock.
#[derive(Default)]
pub(super) struct Opening {
    /// From the navigation until the app can be used, the lock shut.
    pub(super) start: Vec<f64>,
    /// Of the passphrase's worker, as it is: from the question to its answer, and what of its start came after the press.
    /// It was started with the first letter typed.
    pub(super) worker: Vec<f64>,
    /// Of that, from the question on.
    pub(super) stretching: Vec<f64>,
    /// Of the page, before and after the worker, on the slow processor.
    pub(super) page: Vec<f64>,
    /// Of that, from the list's rows in the document to the frame that shows them.
    pub(super) drawing: Vec<f64>,
    /// From the press to the list, had the worker been as slow as the page.
    pub(super) whole: Vec<f64>,
}

/// Presses Unlock, a second after the first letter of the passphrase, and waits for the list.
const UNLOCK: &str = "
const [passphrase, first] = values;
location.hash = '#/journal';
type(await found('form.secret input.field'), passphrase);
const button = await found('form.secret button[type=submit]:not([aria-disabled])');
await new Promise((then) => setTimeout(then, 1000));
const list = shown('main .month .row');
const before = performance.now();
button.click();
const there = await list;
const done = performance.now();
const rows = document.querySelectorAll('main .month .row').length;
if (rows !== first) throw new Error(rows + ' rows');
const { begun, ready, asked, answered } = window.errands.pop();
const starting = Math.max(0, ready - Math.max(before, begun));
return [done - before, starting + answered - asked, answered - asked, done - there];";

/// Opens the app on the locked journal in the store and unlocks it, `times` over. It stays open after the last.
pub(super) fn open(driver: &Driver, address: &str, times: usize) -> Outcome<Opening> {
    let mut opening = Opening::default();
    for _ in 0..times {
        opening.start.push(super::anew(driver, address)?);
        let answer = script::play(driver, UNLOCK, &json!([PASSPHRASE, AT_FIRST]))?;
        let [took, worker, stretching, drawing] = script::numbers(&answer)?;
        opening.worker.push(worker);
        opening.stretching.push(stretching);
        opening.page.push(took - worker);
        opening.drawing.push(drawing);
        opening.whole.push(took + f64::from(SLOWER - 1) * worker);
    }
    Ok(opening)
}

/// Presses "Lock it" and waits for the page of a lock that is on; the time from the passphrase's key on.
const LOCK: &str = "
const [passphrase] = values;
location.hash = '#/lock';
await found('form.secret input.field');
for (const field of document.querySelectorAll('form.secret input.field')) type(field, passphrase);
const button = await found('form.secret button[type=submit]:not([aria-disabled])');
await turn();
const on = shown('main fieldset.sides input[name=away]');
button.click();
await on;
const done = performance.now();
const left = Object.entries(localStorage).filter(([key, value]) => key.startsWith('ob/r/') && !value.startsWith('1.1.'));
if (left.length > 0) throw new Error(left.length + ' values are not sealed');
return [done - window.errands.pop().answered];";

/// Turns the lock on over an open journal, `times` over, on a processor so many times slower: the time from when the
/// passphrase's key is there until every value is sealed and the page says so.
pub(super) fn turn_on(driver: &Driver, address: &str, filled: &Filled, rate: u32, times: usize) -> Outcome<Vec<f64>> {
    let mut took = vec![];
    for _ in 0..times {
        filled.put(driver)?;
        super::anew(driver, address)?;
        script::slow_down(driver, rate)?;
        let answer = script::play(driver, LOCK, &json!([PASSPHRASE]))?;
        let [sealing] = script::numbers(&answer)?;
        took.push(sealing);
    }
    Ok(took)
}
