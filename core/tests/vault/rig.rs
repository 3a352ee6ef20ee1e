//! A clock, dice and a shelf for tests: one that tapes what is done to it and fails when told to.

use obverse_core::{
    reflection::{Body, Entry, Part, Stamp},
    seal::{Cost, SALT, stretch},
    vault::{Clock, Condition, Entropy, Holder, Opener, RecordId, Shelf, ShelfError, UnlockError, Vault},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

pub(crate) const MINUTE: i64 = 60_000;
/// A summer's day.
pub(crate) const NOON: i64 = 1_782_907_200_000;
/// What browsers give, in UTF-16 units.
pub(crate) const QUOTA: usize = 5_242_880;

/// A clock set by hand: true time, and how wrong it shows it.
pub(crate) struct Hand {
    pub(crate) time: Cell<i64>,
    pub(crate) wrong: Cell<i64>,
}

impl Clock for Hand {
    fn now(&self) -> Stamp {
        Stamp { ms: self.time.get() + self.wrong.get(), offset: 60 }
    }
}

/// Random enough, and the same every time.
pub(crate) struct Dice(pub Cell<u64>);

impl Dice {
    pub(crate) fn next(&self) -> u64 {
        self.0.set(self.0.get().wrapping_add(0x9E37_79B9_7F4A_7C15));
        let mut z = self.0.get();
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From 0 to less than `end`.
    pub(crate) fn below(&self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn pick<'a, T>(&self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.next() as u8;
        }
    }
}

/// A write or removal: the key, the new value, and the true time.
#[derive(Clone)]
pub(crate) struct Op {
    pub(crate) key: String,
    pub(crate) value: Option<String>,
    pub(crate) time: i64,
}

/// What goes wrong at the write or removal number `at`, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum What {
    /// That one alone is refused.
    Refused(ShelfError),
    /// That one and all after it are refused, reading too.
    DiesBefore,
    /// That one is done; then nothing more is.
    DiesAfter,
    /// That one says it was done, and was not.
    Lies,
}

/// Everything that can go wrong.
pub(crate) const TROUBLES: [What; 5] =
    [What::Refused(ShelfError::Full), What::Refused(ShelfError::Denied), What::Lies, What::DiesBefore, What::DiesAfter];

/// A shelf in memory.
pub(crate) struct Tape {
    values: RefCell<BTreeMap<String, String>>,
    used: Cell<usize>,
    pub(crate) quota: Cell<usize>,
    pub(crate) ops: RefCell<Vec<Op>>,
    pub(crate) count: Cell<usize>,
    /// How often a value was read.
    pub(crate) reads: Cell<usize>,
    pub(crate) fault: Cell<Option<Fault>>,
    pub(crate) dead: Cell<bool>,
    clock: Rc<Hand>,
}

impl Tape {
    pub(crate) fn values(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    /// Replaces everything, off the tape.
    pub(crate) fn reset(&self, values: BTreeMap<String, String>) {
        self.used.set(values.iter().map(|(key, value)| key.len() + value.len()).sum());
        *self.values.borrow_mut() = values;
        self.dead.set(false);
        self.fault.set(None);
        self.count.set(0);
    }

    fn act(&self, key: &str, value: Option<&str>) -> Result<(), ShelfError> {
        let turn = self.count.replace(self.count.get() + 1);
        if self.dead.get() {
            return Err(ShelfError::Denied);
        }
        match self.fault.get().filter(|fault| fault.at == turn).map(|fault| fault.what) {
            Some(What::Refused(error)) => return Err(error),
            Some(What::Lies) => return Ok(()),
            Some(What::DiesBefore) => {
                self.dead.set(true);
                return Err(ShelfError::Denied);
            }
            Some(What::DiesAfter) => self.dead.set(true),
            None => {}
        }
        let mut values = self.values.borrow_mut();
        let before = values.get(key).map_or(0, |value| key.len() + value.len());
        let after = value.map_or(0, |value| key.len() + value.len());
        let used = self.used.get() - before + after;
        if used > self.quota.get() && after > 0 {
            return Err(ShelfError::Full);
        }
        self.used.set(used);
        match value {
            Some(value) => values.insert(key.to_owned(), value.to_owned()),
            None => values.remove(key),
        };
        let time = self.clock.time.get();
        self.ops.borrow_mut().push(Op { key: key.to_owned(), value: value.map(str::to_owned), time });
        Ok(())
    }
}

impl Shelf for Tape {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        if self.dead.get() { Err(ShelfError::Denied) } else { Ok(self.values.borrow().keys().cloned().collect()) }
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.reads.set(self.reads.get() + 1);
        if self.dead.get() { Err(ShelfError::Denied) } else { Ok(self.values.borrow().get(key).cloned()) }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.act(key, Some(value))
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.act(key, None)
    }
}

/// All a vault needs.
pub(crate) struct Rig {
    pub(crate) shelf: Rc<Tape>,
    pub(crate) clock: Rc<Hand>,
    pub(crate) dice: Rc<Dice>,
}

impl Rig {
    pub(crate) fn new(seed: u64) -> Rig {
        let clock = Rc::new(Hand { time: Cell::new(NOON), wrong: Cell::new(0) });
        let shelf = Tape {
            values: RefCell::default(),
            used: Cell::new(0),
            quota: Cell::new(QUOTA),
            ops: RefCell::default(),
            count: Cell::new(0),
            reads: Cell::new(0),
            fault: Cell::new(None),
            dead: Cell::new(false),
            clock: clock.clone(),
        };
        Rig { shelf: Rc::new(shelf), clock, dice: Rc::new(Dice(Cell::new(seed))) }
    }

    pub(crate) fn open(&self) -> Vault {
        Vault::open(self.shelf.clone(), self.clock.clone(), self.dice.clone(), "ob/")
    }

    pub(crate) fn id(&self) -> RecordId {
        RecordId::random(&*self.dice)
    }

    pub(crate) fn now(&self) -> Stamp {
        self.clock.now()
    }

    pub(crate) fn pass(&self, minutes: i64) {
        self.clock.time.set(self.clock.time.get() + minutes * MINUTE);
    }
}

/// A free entry.
pub(crate) fn entry(text: &str) -> Body {
    Body::Entry(Entry { parts: vec![Part { text: text.into(), ..Part::default() }], ..Entry::default() })
}

/// The words of a free entry.
pub(crate) fn words(body: &Body) -> &str {
    match body {
        Body::Entry(entry) => &entry.parts[0].text,
        _ => panic!("not an entry"),
    }
}

/// Stretches cheaply: the tests are about what is done with a key, not about what it costs.
const CHEAP: Cost = Cost { kib: 8, passes: 1 };

/// What a lock is made of.
pub(crate) fn opener(rig: &Rig, holder: Holder, secret: &str) -> Opener {
    let mut salt = [0; SALT];
    rig.dice.fill(&mut salt);
    Opener { holder, salt, cost: CHEAP, key: stretch(secret, &salt, CHEAP).expect("cheap") }
}

/// Tries a passphrase or code on every slot.
pub(crate) fn unlock(vault: &mut Vault, secret: &str) -> Result<(), UnlockError> {
    let mut outcome = Err(UnlockError::Changed);
    for slot in vault.slots() {
        let stretched = stretch(secret, &slot.salt, slot.cost).expect("cheap");
        outcome = vault.unlock(&slot, &stretched);
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}

/// Goes on until every value has its new form.
pub(crate) fn convert(vault: &mut Vault) {
    for _ in 0..10_000 {
        if vault.convert(2).expect("nothing fails here") {
            return;
        }
    }
    panic!("never done");
}

/// Locks a journal that is open and not locked.
pub(crate) fn lock(rig: &Rig, vault: &mut Vault, secret: &str) {
    vault.lock(&opener(rig, Holder::Passphrase, secret)).expect("locked");
    convert(vault);
    assert_eq!(vault.condition(), Condition::Open);
}

/// The journal as its owner would open it: with the passphrase "one" if there is a lock.
pub(crate) fn open(rig: &Rig) -> Vault {
    let mut vault = rig.open();
    if vault.condition() == Condition::Locked {
        unlock(&mut vault, "one").expect("opens");
    }
    assert_eq!(vault.condition(), Condition::Open);
    vault
}

/// The words of every free entry that is not deleted.
pub(crate) fn texts(vault: &Vault) -> BTreeMap<RecordId, String> {
    vault.records().map(|record| (record.id, words(record.body().expect("not deleted")).to_owned())).collect()
}
