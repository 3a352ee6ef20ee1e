//! A journal as it is after some months, made here and put into the browser's store.

use crate::{Dice, Page};
use obverse_core::reflection::{Body, Commitment, Entry, Stamp};
use obverse_core::vault::{Clock, MemoryShelf, RecordId, Shelf, Vault};
use serde_json::json;
use std::cell::Cell;
use std::rc::Rc;
use std::time::{SystemTime, UNIX_EPOCH};

/// Stands for the record before.
pub const LAST: &str = "last";
/// A day, in milliseconds.
pub(crate) const DAY: i64 = 86_400_000;

/// A journal: keys and values of the store, and the screens of its records.
#[derive(Debug)]
pub struct Filled {
    pairs: Vec<(String, String)>,
    places: Vec<(&'static str, String)>,
}

impl Filled {
    /// Writes these, oldest first; those with a name have a screen of their own, and those whose name begins with `two`
    /// have two versions. What grew out of [`LAST`] grew out of the one before it.
    pub fn of(bodies: Vec<(&'static str, Body)>) -> Filled {
        Filled::from(now() - 150 * DAY, 6 * DAY, bodies)
    }

    /// The same in a journal that was begun so many days ago and written in until now.
    pub fn begun(days: i64, bodies: Vec<(&'static str, Body)>) -> Filled {
        let records = i64::try_from(bodies.len()).expect("a few");
        Filled::from(now() - days * DAY, days * DAY / (records + 1), bodies)
    }

    fn from(begun: i64, goes_on: i64, bodies: Vec<(&'static str, Body)>) -> Filled {
        let shelf = Rc::new(MemoryShelf::new(usize::MAX));
        let begun = Months { at: Cell::new(begun), goes_on };
        let (clock, dice) = (Rc::new(begun), Rc::new(Dice::new(1)));
        let mut vault = Vault::open(shelf.clone(), clock.clone(), dice.clone(), "ob/");
        let mut places = vec![];
        let mut last = String::new();
        for (name, mut body) in bodies {
            let id = RecordId::random(&*dice);
            match &mut body {
                Body::Entry(Entry { grew_from, .. }) | Body::Commitment(Commitment { grew_from, .. })
                    if grew_from == LAST =>
                {
                    grew_from.clone_from(&last);
                }
                _ => {}
            }
            last = id.to_string();
            for _ in 0..if name.starts_with("two") { 2 } else { 1 } {
                vault.save(id, &body, &[]).expect("a shelf in memory keeps everything");
            }
            match (name, &body) {
                ("", _) => {}
                (_, Body::Commitment(_)) => places.push((name, format!("#/steps/{id}"))),
                (_, _) => places.push((name, format!("#/journal/{id}"))),
            }
            if name == "step" {
                places.push(("step-edit", format!("#/steps/{id}/edit")));
            }
            if name == "entry" {
                places.push(("edit", format!("#/journal/{id}/edit")));
                places.push(("record", format!("#/journal/{id}/record")));
            }
        }
        let keys = shelf.keys().expect("a shelf in memory is never denied");
        let value = |key: &String| shelf.get(key).ok().flatten().expect("a key that is there");
        let pairs = keys.iter().map(|key| (key.clone(), value(key))).collect();
        Filled { pairs, places }
    }

    /// The screens of its records, by name.
    pub fn places(&self) -> Vec<(&'static str, String)> {
        self.places.clone()
    }

    /// Puts it into the store of an open page.
    pub fn put(&self, page: &Page) {
        page.run_with(
            "for (const key of Object.keys(localStorage)) if (key !== 'ob/p') localStorage.removeItem(key);
             sessionStorage.clear();
             for (const [key, value] of arguments[0]) localStorage.setItem(key, value)",
            json!([self.pairs]),
        );
    }
}

/// Now, in milliseconds since 1970.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    i64::try_from(since.as_millis()).expect("some thousands of years")
}

/// A clock that goes on by as much with each look.
struct Months {
    at: Cell<i64>,
    goes_on: i64,
}

impl Clock for Months {
    fn now(&self) -> Stamp {
        self.at.set((self.at.get() + self.goes_on).min(now()));
        Stamp { ms: self.at.get(), offset: 0 }
    }
}
