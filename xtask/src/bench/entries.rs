//! A journal of thousands of entries, made here and put into the browser's store.

use super::driver::Driver;
use crate::Outcome;
use obverse_core::reflection::{Body, Entry, Part, Stamp};
use obverse_core::seal::{Cost, SALT, stretch};
use obverse_core::vault::{Clock, Entropy, Holder, MemoryShelf, Opener, RecordId, Shelf, Vault};
use serde_json::{Value, json};
use std::cell::Cell;
use std::rc::Rc;

/// How many entries.
pub(super) const ENTRIES: u64 = 3_000;
/// About how many characters each has. More would not fit a browser's store.
const LENGTH: usize = 800;

/// What opens the locked one.
pub(super) const PASSPHRASE: &str = "kelp hums past the beehive";
/// What opening it costs: a device on which this takes 94 ms or more while its processor is not held back gets no
/// dearer lock once it is four times slower; see `obverse_core::errand`.
pub(super) const COST: Cost = Cost::FLOOR;

/// A journal: keys and values, and the ids of its entries.
pub(super) struct Filled {
    pairs: Vec<(String, Value)>,
    pub(super) ids: Vec<RecordId>,
}

impl Filled {
    /// Not locked.
    pub(super) fn open() -> Outcome<Filled> {
        filled(|_| Ok(()))
    }

    /// Locked from the first entry.
    pub(super) fn locked() -> Outcome<Filled> {
        let salt = [3; SALT];
        let key = stretch(PASSPHRASE, &salt, COST).map_err(|why| format!("the lock to measure with: {why:?}"))?;
        let opener = Opener { holder: Holder::Passphrase, salt, cost: COST, key };
        filled(|vault| {
            let turned_on = vault.prepare().and_then(|()| vault.lock(&opener)).and_then(|()| vault.convert(1));
            turned_on.map(drop).map_err(|why| format!("the lock to measure with: {why:?}"))
        })
    }

    /// Puts it into the store of an open page, in the place of all that is there.
    pub(super) fn put(&self, driver: &Driver) -> Outcome {
        driver.wait_for("localStorage.clear(); sessionStorage.clear(); arguments[0](true);")?;
        for some in self.pairs.chunks(250) {
            let put = format!(
                "for (const [key, value] of {}) localStorage.setItem(key, value); arguments[0](true);",
                json!(some)
            );
            driver.wait_for(&put)?;
        }
        Ok(())
    }
}

fn filled(begin: impl FnOnce(&mut Vault) -> Outcome) -> Outcome<Filled> {
    let shelf = Rc::new(MemoryShelf::new(usize::MAX));
    let dice = Rc::new(Dice(Cell::new(1)));
    let mut vault = Vault::open(shelf.clone(), Rc::new(Days(Cell::new(0))), dice.clone(), "ob/");
    begin(&mut vault)?;
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
    Ok(Filled { pairs, ids })
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
