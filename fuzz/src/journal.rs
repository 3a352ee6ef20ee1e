//! Small journals to put inputs into, and what there is to ask of one.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::{
    reflection::{Body, Entry, Part, Stamp},
    seal::{Cost, Key, SALT, digest},
    vault::{Clock, Condition, Entropy, Holder, MemoryShelf, Opener, Record, RecordId, Rev, Shelf, UnlockError, Vault},
};
use std::{cell::Cell, collections::BTreeMap, rc::Rc};

/// Keys and values.
pub(crate) type Values = BTreeMap<String, String>;

/// Too little for the ballast, which would only take time here.
const QUOTA: usize = 60_000;

struct Still;

impl Clock for Still {
    fn now(&self) -> Stamp {
        Stamp { ms: 1_782_907_200_000, offset: 60 }
    }
}

/// The same numbers every time.
struct Dice(Cell<u64>);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let next = self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            self.0.set(next);
            *byte = (next >> 56) as u8;
        }
    }
}

/// A shelf and who reads it.
pub(crate) struct Place {
    shelf: Rc<MemoryShelf>,
    dice: Rc<Dice>,
}

impl Place {
    /// A shelf with these on it.
    pub(crate) fn with(values: &Values) -> Place {
        Place::seeded(values, 1)
    }

    fn seeded(values: &Values, seed: u64) -> Place {
        let shelf = MemoryShelf::new(QUOTA);
        for (key, value) in values {
            // What has no room is left out: no browser would hold it either.
            let _ = shelf.set(key, value);
        }
        Place { shelf: Rc::new(shelf), dice: Rc::new(Dice(Cell::new(seed))) }
    }

    pub(crate) fn open(&self) -> Vault {
        Vault::open(self.shelf.clone(), Rc::new(Still), self.dice.clone(), "ob/")
    }

    pub(crate) fn values(&self) -> Values {
        let keys = self.shelf.keys().expect("it is in memory");
        let get = |key: &String| self.shelf.get(key).expect("it is in memory").expect("it is there");
        keys.into_iter().map(|key| (key.clone(), get(&key))).collect()
    }

    pub(crate) fn id(&self) -> RecordId {
        RecordId::random(&*self.dice)
    }
}

/// Two records: one with two revisions, one with one.
pub(crate) fn plain() -> Values {
    let place = Place::seeded(&Values::new(), 7);
    let mut vault = place.open();
    let [first, second] = [known('a'), known('b')];
    let rev = vault.save(first, &entry("One."), &[]).expect("room");
    vault.save(first, &entry("Two."), &[rev]).expect("room");
    vault.save(second, &entry("“Three”, é, 🙂."), &[]).expect("room");
    place.values()
}

/// The same, locked.
pub(crate) fn locked() -> Values {
    let place = Place::seeded(&plain(), 8);
    let mut vault = place.open();
    vault.lock(&opener()).expect("room");
    finish(&mut vault);
    place.values()
}

/// The same, while the lock is turned on or taken off.
pub(crate) fn between(off: bool) -> Values {
    let place = Place::seeded(&if off { locked() } else { plain() }, 9);
    let mut vault = place.open();
    if off {
        unlock(&mut vault).expect("ours");
        vault.unlock_for_good().expect("room");
    } else {
        vault.lock(&opener()).expect("room");
    }
    vault.convert(1).expect("room");
    place.values()
}

/// What the lock is made of. Nothing is stretched: that is not what is tried here.
pub(crate) fn opener() -> Opener {
    let cost = Cost { kib: 8, passes: 1 };
    Opener { holder: Holder::Passphrase, salt: [5; SALT], cost, key: Key::new([6; 32]) }
}

/// Tries the key on every slot.
pub(crate) fn unlock(vault: &mut Vault) -> Result<(), UnlockError> {
    let mut outcome = Err(UnlockError::Changed);
    for slot in vault.slots() {
        outcome = vault.unlock(&slot, &opener().key);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

/// Brings every value into its form.
pub(crate) fn finish(vault: &mut Vault) {
    while !vault.convert(1_000).expect("room") {}
    assert_eq!(vault.condition(), Condition::Open);
}

/// A name of 32 times that digit.
pub(crate) fn known(digit: char) -> RecordId {
    digit.to_string().repeat(32).parse().expect("a name")
}

pub(crate) fn key(id: RecordId, rev: Rev) -> String {
    format!("ob/r/{id}/{rev}")
}

/// A record as it stands.
pub(crate) fn shown(vault: &Vault, id: RecordId) -> Option<Record> {
    vault.record(id).cloned()
}

pub(crate) fn entry(text: &str) -> Body {
    Body::Entry(Entry { parts: vec![Part { text: text.into(), ..Part::default() }], ..Entry::default() })
}

/// A value that holds a text and has the right checksum.
pub(crate) fn wrap(bound: &[u8], text: &[u8]) -> String {
    let all = [b"1", bound, text].concat();
    format!("1.0..{}", URL_SAFE_NO_PAD.encode([&digest(&all)[..8], text].concat()))
}

/// What the checksum of a revision is bound to.
pub(crate) fn bound(id: RecordId, rev: Rev) -> Vec<u8> {
    let name = format!("{id}{rev}");
    let byte = |place: usize| u8::from_str_radix(&name[place..place + 2], 16).expect("hex digits");
    (0..name.len()).step_by(2).map(byte).collect()
}
