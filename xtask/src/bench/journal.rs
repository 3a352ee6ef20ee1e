//! Searching and saving in a journal of thousands of entries.

use super::{driver::Driver, entries::Filled, script};
use crate::Outcome;
use serde_json::{Value, json};

/// How often a save and a search are measured.
pub(super) const ROUNDS: u64 = 20;

/// Milliseconds that the page took, layout included, for each of the calls.
pub(super) struct Times {
    pub(super) search: Vec<f64>,
    /// From the press of "Keep" until the words were read back from the store, the last of its reads.
    pub(super) save: Vec<f64>,
    /// From the same press until the entry's page stands.
    pub(super) shown: Vec<f64>,
}

/// Types into a field of a screen at once; measures that, or the press of a button after it: until the store was last
/// read, and until the page stands.
const TIME: &str = "
const [route, field, words, press] = values;
if (!('lastRead' in window)) {
  window.lastRead = 0;
  const read = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) {
    const value = read.call(this, key);
    window.lastRead = performance.now();
    return value;
  };
}
location.hash = route;
await new Promise((then) => setTimeout(then, 300));
const input = await found(field);
if (press) { type(input, words); await turn(); }
const button = press && (await found(press));
const before = performance.now();
if (press) button.click(); else type(input, words);
const done = window.lastRead - before;
if (press && done < 0) throw new Error('nothing was read back');
await turn();
await turn();
void document.body.offsetHeight;
return [done, performance.now() - before];";

/// Goes from Today to the list.
const LIST: &str = "
const list = shown('main .month .row');
const before = performance.now();
location.hash = '#/journal';
await list;
return performance.now() - before;";

/// The time to the list in a page that has just been opened.
pub(super) fn list(driver: &Driver) -> Outcome<f64> {
    let answer = script::play(driver, LIST, &json!([]))?;
    answer.as_f64().ok_or(format!("the page answered {answer}"))
}

/// Measures in an open page whose journal is `filled`.
pub(super) fn measure(driver: &Driver, filled: &Filled) -> Outcome<Times> {
    let mut search = vec![];
    for round in 0..ROUNDS {
        let words = if round % 2 == 0 { format!("word{}", round * 37) } else { format!("no such {round}") };
        let [_, shown] = times(driver, &json!(["#/journal", "input[type=search]", words, null]))?;
        search.push(shown);
    }
    let (mut save, mut shown) = (vec![], vec![]);
    for round in 0..ROUNDS {
        let id = filled.ids[usize::try_from(round * 101).expect("a small number")];
        let (route, words) = (format!("#/journal/{id}/edit"), format!("changed {round}"));
        let [kept, stood] = times(driver, &json!([route, "textarea", words, "main .foot .button"]))?;
        save.push(kept);
        shown.push(stood);
    }
    Ok(Times { search, save, shown })
}

fn times(driver: &Driver, values: &Value) -> Outcome<[f64; 2]> {
    script::numbers(&script::play(driver, TIME, values)?)
}
