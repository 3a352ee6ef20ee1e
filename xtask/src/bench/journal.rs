//! A journal of thousands of entries, made here and put into the browser's store, to search and to save in.

use super::driver::Driver;
use crate::Outcome;
use obverse_core::reflection::{Body, Entry, Part, Stamp};
use obverse_core::vault::{Clock, Entropy, MemoryShelf, RecordId, Shelf, Vault};
use serde_json::{Value, json};
use std::cell::Cell;
use std::rc::Rc;

/// How many entries.
pub(super) const ENTRIES: u64 = 3_000;
/// About how many characters each has. More would not fit a browser's store.
const LENGTH: usize = 800;
/// How often a save and a search are measured.
const ROUNDS: u64 = 20;

/// Milliseconds that the page took, layout included, for each of the calls.
pub(super) struct Times {
    pub(super) search: Vec<f64>,
    pub(super) save: Vec<f64>,
    pub(super) open: f64,
}

/// Fills the journal of an open page, and measures in it.
pub(super) fn measure(driver: &Driver, address: &str) -> Outcome<Times> {
    let (pairs, ids) = entries()?;
    for some in pairs.chunks(250) {
        let put = format!(
            "for (const [key, value] of {}) localStorage.setItem(key, value); arguments[0](true);",
            json!(some)
        );
        driver.wait_for(&put)?;
    }
    driver.open("about:blank")?;
    driver.open(address)?;
    let (_, open) = super::times(driver)?;
    let mut search = vec![];
    for round in 0..ROUNDS {
        let words = if round % 2 == 0 { format!("word{}", round * 37) } else { format!("no such {round}") };
        search.push(time(driver, "#/journal", "input[type=search]", &words, None)?);
    }
    let mut save = vec![];
    for round in 0..ROUNDS {
        let route = format!("#/journal/{}/edit", ids[usize::try_from(round * 101).expect("a small number")]);
        save.push(time(driver, &route, "textarea", &format!("changed {round}"), Some("main .foot .button"))?);
    }
    Ok(Times { search, save, open })
}

/// Types into a field of a screen at once; measures that, or the press of a button after it.
fn time(driver: &Driver, route: &str, field: &str, words: &str, press: Option<&str>) -> Outcome<f64> {
    let script = format!(
        "const done = arguments[0], [route, field, words, press] = {};
         const turn = () => new Promise((then) => {{
           const channel = new MessageChannel();
           channel.port1.onmessage = then;
           channel.port2.postMessage(0);
         }});
         const found = async (what) => {{
           for (let tries = 0; tries < 500; tries += 1) {{
             const one = document.querySelector(what);
             if (one) return one;
             await new Promise((then) => setTimeout(then, 20));
           }}
           throw new Error('not on the page: ' + what);
         }};
         (async () => {{
           location.hash = route;
           await new Promise((then) => setTimeout(then, 300));
           const input = await found(field);
           const type = () => {{ input.value = words; input.dispatchEvent(new Event('input', {{ bubbles: true }})); }};
           if (press) {{ type(); await turn(); }}
           const button = press && (await found(press));
           const before = performance.now();
           if (press) button.click(); else type();
           await turn();
           await turn();
           void document.body.offsetHeight;
           return performance.now() - before;
         }})().then(done, (problem) => done(String(problem)));",
        json!([route, field, words, press])
    );
    let answer = driver.wait_for(&script)?;
    answer.as_f64().ok_or(format!("the page answered {answer}"))
}

/// A key and its value.
type Pair = (String, Value);

/// Keys and values of the journal, and the ids of its entries.
fn entries() -> Outcome<(Vec<Pair>, Vec<RecordId>)> {
    let shelf = Rc::new(MemoryShelf::new(usize::MAX));
    let dice = Rc::new(Dice(Cell::new(1)));
    let mut vault = Vault::open(shelf.clone(), Rc::new(Days(Cell::new(0))), dice.clone(), "ob/");
    let mut ids = vec![];
    for number in 0..ENTRIES {
        let id = RecordId::random(&*dice);
        let mut text = format!("word{number}");
        while text.len() < LENGTH {
            text.push_str(" and so it was said again on the ward");
        }
        let part = Part { item: "what".into(), revision: 1, text, ..Part::default() };
        let body = Body::Entry(Entry { parts: vec![part], ..Entry::default() });
        vault.save(id, &body, &[]).map_err(|why| format!("the journal to measure in: {why:?}"))?;
        ids.push(id);
    }
    let told = |_| "a shelf in memory is never denied".to_owned();
    let mut pairs = vec![];
    for key in shelf.keys().map_err(told)? {
        if let Some(value) = shelf.get(&key).map_err(told)? {
            pairs.push((key, Value::String(value)));
        }
    }
    Ok((pairs, ids))
}

/// A clock that goes on by six hours with each look.
struct Days(Cell<i64>);

impl Clock for Days {
    fn now(&self) -> Stamp {
        self.0.set(self.0.get() + 21_600_000);
        Stamp { ms: 1_700_000_000_000 + self.0.get(), offset: 0 }
    }
}

/// The same numbers each time.
struct Dice(Cell<u64>);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0.set(self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
            *byte = (self.0.get() >> 56) as u8;
        }
    }
}
