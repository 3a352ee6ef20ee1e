//! How long the vault's own work takes, on this machine, without a browser:
//!
//! ```text
//! cargo run --release -p obverse-core --example pace
//! ```
//!
//! 3,000 entries of 800 characters. The shelf is in memory and counts as a browser's does.
#![forbid(unsafe_code)]

use obverse_core::{
    errand::file,
    reflection::{Body, Entry, Part, Stamp},
    seal::{Cost, Key, NONCE, SALT, stretch},
    vault::{
        Clock, Condition, Entropy, Holder, KeySlot, Opener, Parcel, RecordId, Restoring, Shelf, ShelfError, Vault,
    },
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    time::Instant,
};

const ENTRIES: usize = 3_000;
const CHARACTERS: usize = 800;
const PASSPHRASE: &str = "kelp on the tin";
/// How often each is done.
const TIMES: usize = 7;
/// Values brought into another form, or lines of a backup, at a time.
const AT_A_TIME: usize = 100;

/// A second passes at each look.
struct Ticking(Cell<i64>);

impl Clock for Ticking {
    fn now(&self) -> Stamp {
        self.0.set(self.0.get() + 1_000);
        Stamp { ms: self.0.get(), offset: 60 }
    }
}

/// Good enough to measure with, and for nothing else.
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

#[derive(Default)]
struct Store(RefCell<BTreeMap<String, String>>);

impl Shelf for Store {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

/// A shelf and what a vault needs beside it.
struct Place {
    store: Rc<Store>,
    dice: Rc<Dice>,
}

impl Place {
    fn new(values: BTreeMap<String, String>) -> Place {
        Place { store: Rc::new(Store(RefCell::new(values))), dice: Rc::new(Dice(Cell::new(7))) }
    }

    fn open(&self) -> Vault {
        let clock = Rc::new(Ticking(Cell::new(1_782_907_200_000)));
        Vault::open(self.store.clone(), clock, self.dice.clone(), "ob/")
    }

    fn values(&self) -> BTreeMap<String, String> {
        self.store.0.borrow().clone()
    }
}

fn main() {
    let opener = Opener {
        holder: Holder::Passphrase,
        salt: [3; SALT],
        cost: Cost::FLOOR,
        key: timed("a passphrase, 32 MiB and 3 passes", || {
            stretch(PASSPHRASE, &[3; SALT], Cost::FLOOR).expect("there is memory")
        }),
    };
    timed("a passphrase, 64 MiB and 4 passes", || {
        stretch(PASSPHRASE, &[3; SALT], Cost::MOST).expect("there is memory")
    });
    let plain = written();
    let locked = locked(&plain, &opener);
    let size: usize = locked.iter().map(|(key, value)| key.len() + value.len()).sum();
    println!("{ENTRIES} entries of {CHARACTERS} characters: {size} units when locked, the ballast among them");

    convert(&plain, &locked, &opener);
    timed("open, not locked", || Place::new(plain.clone()).open());
    timed("open what is locked, with the key", || unlocked(&Place::new(locked.clone()), &opener.key));
    save(&locked, &opener.key);
    back_up(&locked, &opener.key);
}

/// Prints the median of some times, and the least and the most.
fn timed<T>(what: &str, mut work: impl FnMut() -> T) -> T {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..TIMES {
        let begun = Instant::now();
        last = Some(work());
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    told(what, &mut times);
    last.expect("it was done")
}

fn told(what: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let (least, median, most) = (times[0], times[times.len() / 2], times[times.len() - 1]);
    let late = times[times.len() * 95 / 100];
    println!("{what}: {median:.2} ms ({least:.2} to {most:.2}, p95 {late:.2}, n {})", times.len());
}

fn entry(at: usize) -> Body {
    let text = format!("{at}: It’s late, and I keep thinking of what she said. ").repeat(20);
    let text: String = text.chars().take(CHARACTERS).collect();
    Body::Entry(Entry { parts: vec![Part { text, ..Part::default() }], ..Entry::default() })
}

/// The journal, not locked.
fn written() -> BTreeMap<String, String> {
    let place = Place::new(BTreeMap::new());
    let mut vault = place.open();
    for at in 0..ENTRIES {
        vault.save(RecordId::random(&*place.dice), &entry(at), &[]).expect("room");
    }
    place.values()
}

fn locked(plain: &BTreeMap<String, String>, opener: &Opener) -> BTreeMap<String, String> {
    let place = Place::new(plain.clone());
    let mut vault = place.open();
    vault.lock(opener).expect("room");
    while !vault.convert(AT_A_TIME).expect("room") {}
    place.values()
}

fn unlocked(place: &Place, key: &Key) -> Vault {
    let mut vault = place.open();
    let slot: KeySlot = vault.slots().remove(0);
    vault.unlock(&slot, key).expect("ours");
    assert_eq!((vault.condition(), vault.records().count()), (Condition::Open, ENTRIES));
    vault
}

/// Turning the lock on and off, every value.
fn convert(plain: &BTreeMap<String, String>, locked: &BTreeMap<String, String>, opener: &Opener) {
    let (mut on, mut off, mut turns) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TIMES {
        let place = Place::new(plain.clone());
        let mut vault = place.open();
        let begun = Instant::now();
        vault.lock(opener).expect("room");
        loop {
            let turn = Instant::now();
            let done = vault.convert(AT_A_TIME).expect("room");
            turns.push(turn.elapsed().as_secs_f64() * 1_000.0);
            if done {
                break;
            }
        }
        on.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let place = Place::new(locked.clone());
        let mut vault = unlocked(&place, &opener.key);
        let begun = Instant::now();
        vault.unlock_for_good().expect("room");
        while !vault.convert(AT_A_TIME).expect("room") {}
        off.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    told("turn the lock on, every value", &mut on);
    told("the same, one turn of a hundred values", &mut turns);
    told("take the lock off, every value", &mut off);
}

/// Saving into the full locked journal: a new entry, and the next words of one.
fn save(locked: &BTreeMap<String, String>, key: &Key) {
    let place = Place::new(locked.clone());
    let mut vault = unlocked(&place, key);
    let (mut new, mut next) = (Vec::new(), Vec::new());
    for at in 0..100 {
        let id = RecordId::random(&*place.dice);
        let body = entry(at);
        let begun = Instant::now();
        let rev = vault.save(id, &body, &[]).expect("room");
        new.push(begun.elapsed().as_secs_f64() * 1_000.0);
        let begun = Instant::now();
        vault.save(id, &body, &[rev]).expect("room");
        next.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    told("save a new entry", &mut new);
    told("save upon it", &mut next);
}

/// A backup made, sealed, opened, looked at, and brought into an empty journal and into the same.
fn back_up(locked: &BTreeMap<String, String>, key: &Key) {
    let vault = unlocked(&Place::new(locked.clone()), key);
    let packed = timed("pack", || vault.pack().expect("open"));
    let sealed = timed("seal the file, 64 MiB and 3 passes", || {
        file::write(PASSPHRASE, Cost::BACKUP, &[3; SALT], &[4; NONCE], &packed.text, packed.count)
            .expect("within bounds")
    });
    println!("the file has {} bytes", sealed.len());
    let payload =
        timed("open the file", || file::read(&sealed).and_then(|file| file.open(PASSPHRASE)).expect("our own"));
    let parcel = timed("read it", || Parcel::read(&payload).expect("our own"));
    timed("see what it would bring, into the same journal", || vault.preview(&parcel).expect("open"));
    timed("restore into an empty journal", || {
        let place = Place::new(BTreeMap::new());
        let mut vault = place.open();
        let mut restoring = Restoring::new(false);
        while vault.restore(&parcel, &mut restoring, AT_A_TIME).expect("room").is_none() {}
        assert_eq!(vault.records().count(), ENTRIES);
    });
}
