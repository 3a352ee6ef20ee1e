//! Searching and saving in a journal of thousands of entries.

use super::{driver::Driver, entries::Filled, script};
use crate::Outcome;
use serde_json::{Value, json};

/// How often a save and a search are measured.
pub(super) const ROUNDS: u64 = 20;

/// Milliseconds that the page took, layout included, for each of the calls.
pub(super) struct Times {
    pub(super) search: Vec<f64>,
    pub(super) save: Vec<f64>,
}

/// Types into a field of a screen at once; measures that, or the press of a button after it.
const TIME: &str = "
const [route, field, words, press] = values;
location.hash = route;
await new Promise((then) => setTimeout(then, 300));
const input = await found(field);
if (press) { type(input, words); await turn(); }
const button = press && (await found(press));
const before = performance.now();
if (press) button.click(); else type(input, words);
await turn();
await turn();
void document.body.offsetHeight;
return performance.now() - before;";

/// Goes from Today to the list.
const LIST: &str = "
const list = shown('main .month .row');
const before = performance.now();
location.hash = '#/journal';
await list;
return performance.now() - before;";

/// The time to the list in a page that has just been opened.
pub(super) fn list(driver: &Driver) -> Outcome<f64> {
    time(driver, LIST, &json!([]))
}

/// Measures in an open page whose journal is `filled`.
pub(super) fn measure(driver: &Driver, filled: &Filled) -> Outcome<Times> {
    let mut search = vec![];
    for round in 0..ROUNDS {
        let words = if round % 2 == 0 { format!("word{}", round * 37) } else { format!("no such {round}") };
        search.push(time(driver, TIME, &json!(["#/journal", "input[type=search]", words, null]))?);
    }
    let mut save = vec![];
    for round in 0..ROUNDS {
        let id = filled.ids[usize::try_from(round * 101).expect("a small number")];
        let (route, words) = (format!("#/journal/{id}/edit"), format!("changed {round}"));
        save.push(time(driver, TIME, &json!([route, "textarea", words, "main .foot .button"]))?);
    }
    Ok(Times { search, save })
}

fn time(driver: &Driver, body: &str, values: &Value) -> Outcome<f64> {
    let answer = script::play(driver, body, values)?;
    answer.as_f64().ok_or(format!("the page answered {answer}"))
}
