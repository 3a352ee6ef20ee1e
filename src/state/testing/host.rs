//! What stands in for the browser around one tab.

use super::Device;
use crate::state::{App, Field, Happened, Host, Timer};
use obverse_core::{
    errand::{Answer, Errand},
    reflection::Stamp,
    seal::{Cost, Key},
    vault::{Clock, Entropy, Shelf, ShelfError},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// The shared store as one tab sees it: the others hear of each change.
pub(super) struct SharedShelf {
    pub(super) device: Rc<Device>,
    pub(super) host: Rc<FakeHost>,
}

impl SharedShelf {
    fn tell(&self, key: &str, before: Option<String>) {
        if self.device.local().get(key).expect("a value") == before {
            return;
        }
        for other in self.device.tabs.borrow().iter().filter(|other| !Rc::ptr_eq(other, &self.host)) {
            other.news.borrow_mut().push(key.to_owned());
        }
    }
}

impl Shelf for SharedShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        self.device.local().keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.device.local().get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        if let Some(error) = self.device.refuses.get() {
            return Err(error);
        }
        let before = self.get(key)?;
        self.device.local().set(key, value)?;
        self.tell(key, before);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        let before = self.get(key)?;
        self.device.local().remove(key)?;
        self.tell(key, before);
        Ok(())
    }
}

pub(super) struct FakeClock(pub(super) Rc<Device>);

impl Clock for FakeClock {
    fn now(&self) -> Stamp {
        Stamp { ms: self.0.wall.get(), offset: self.0.offset.get() }
    }
}

pub(super) struct Dice(pub(super) Rc<Device>);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            // A counter, stirred: distinct and the same at each run.
            let drawn = self.0.drawn.get() + 1;
            self.0.drawn.set(drawn);
            *byte = (drawn.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u8;
        }
    }
}

type Asked = Rc<Cell<Option<Box<dyn FnOnce(Answer)>>>>;
type Called = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

/// A browser around one tab: it notes what it was asked, and calls back when a test lets it.
pub struct FakeHost {
    /// The worker does not answer while this is set.
    pub worker_waits: Cell<bool>,
    /// Whether leaving the page asks first.
    pub asks_before_leaving: Cell<bool>,
    /// The addresses gone to.
    pub addresses: RefCell<Vec<String>>,
    /// The files offered: name and text.
    pub files: RefCell<Vec<(String, String)>>,
    device: Rc<Device>,
    pub(super) news: RefCell<Vec<String>>,
    timers: RefCell<Vec<(i64, Called)>>,
    granted: RefCell<Vec<Box<dyn FnOnce()>>>,
    errands: RefCell<Vec<(Errand, Asked)>>,
}

impl FakeHost {
    pub(super) fn over(device: Rc<Device>) -> FakeHost {
        FakeHost {
            worker_waits: Cell::default(),
            asks_before_leaving: Cell::default(),
            addresses: RefCell::default(),
            files: RefCell::default(),
            device,
            news: RefCell::default(),
            timers: RefCell::default(),
            granted: RefCell::default(),
            errands: RefCell::default(),
        }
    }

    /// Whatever happened in other tabs is never heard of.
    pub fn deaf(&self) {
        self.news.borrow_mut().clear();
    }

    /// Does one thing that is due; whether there was any.
    pub(super) fn step(&self, app: App) -> bool {
        if let Some(key) = first(&self.news) {
            app.absorb(Some(&key));
            return true;
        }
        if let Some(granted) = first(&self.granted) {
            granted();
            return true;
        }
        let asked = if self.worker_waits.get() { None } else { first(&self.errands) };
        if let Some((errand, answered)) = asked {
            if let Some(answered) = answered.take() {
                answered(answer(errand));
            }
            return true;
        }
        let now = self.device.uptime.get();
        let due = self.timers.borrow().iter().position(|(due, _)| *due <= now);
        let called = due.map(|place| self.timers.borrow_mut().remove(place).1);
        match called {
            Some(called) => {
                let then = called.take();
                if let Some(then) = then {
                    then();
                }
                true
            }
            None => false,
        }
    }
}

fn first<T>(all: &RefCell<Vec<T>>) -> Option<T> {
    let mut all = all.borrow_mut();
    (!all.is_empty()).then(|| all.remove(0))
}

/// What a worker would answer, with a key that is quickly made.
fn answer(errand: Errand) -> Answer {
    let key = |passphrase: &str, salt: &[u8]| {
        let mut bytes = [7_u8; 32];
        for (place, byte) in passphrase.bytes().chain(salt.iter().copied()).enumerate() {
            bytes[place % 32] = bytes[place % 32].wrapping_mul(31).wrapping_add(byte);
        }
        Key::new(bytes)
    };
    match errand {
        Errand::Stretch { passphrase, salt, cost } => Answer::Key { key: key(&passphrase, &salt), cost },
        Errand::Calibrate { passphrase, salt } => Answer::Key { key: key(&passphrase, &salt), cost: Cost::FLOOR },
        Errand::Pack { payload, .. } => Answer::Packed { file: payload },
        Errand::Unpack { file, .. } => Answer::Unpacked { payload: file, records: 0 },
        Errand::Look { .. } => Answer::Found { words: Vec::new(), together: Vec::new() },
    }
}

/// Calls off what it stands for once it is dropped.
struct CalledOff<T>(Rc<T>, fn(&T));

impl<T> Drop for CalledOff<T> {
    fn drop(&mut self) {
        (self.1)(&self.0);
    }
}

impl Host for FakeHost {
    fn go(&self, hash: &str) {
        self.addresses.borrow_mut().push(hash.to_owned());
    }

    fn replace(&self, hash: &str) {
        self.addresses.borrow_mut().push(hash.to_owned());
    }

    fn address(&self) -> String {
        String::new()
    }

    fn title(&self, _: &str) {}

    fn focus_heading(&self) {}

    fn focus(&self, _: &str) {}

    fn in_field(&self) -> bool {
        false
    }

    fn scrolled(&self) -> f64 {
        0.0
    }

    fn stand_again(&self, _: &str, _: f64) {}

    fn half_filled(&self, _: &str) -> bool {
        false
    }

    fn mark(&self, _: &str, _: &str) {}

    fn typed(&self, _: &Field) -> String {
        String::new()
    }

    fn retype(&self, _: &Field, _: &str) {}

    fn left_out(&self, _: &Field, _: &Happened, _: usize) -> Option<String> {
        None
    }

    fn print(&self) {}

    fn download(&self, name: &str, text: &str) {
        self.files.borrow_mut().push((name.to_owned(), text.to_owned()));
    }

    fn copy(&self, _: &str, _: &str, done: Box<dyn FnOnce(bool)>) {
        done(true);
    }

    fn can_share(&self) -> bool {
        false
    }

    fn share(&self, _: &str, _: &str, _: Box<dyn FnOnce()>) {}

    fn read_chosen(&self, _: &str, _: usize, read: Box<dyn FnOnce(Result<String, bool>)>) {
        read(Err(false));
    }

    fn forget_app(&self, forgotten: Box<dyn FnOnce()>) {
        forgotten();
    }

    fn uptime(&self) -> i64 {
        self.device.uptime.get()
    }

    fn after(&self, ms: u32, then: Box<dyn FnOnce()>) -> Timer {
        let called: Called = Rc::new(RefCell::new(Some(then)));
        self.timers.borrow_mut().push((self.device.uptime.get() + i64::from(ms), called.clone()));
        Timer::new(CalledOff(called, |called| drop(called.take())))
    }

    fn exclusively(&self, then: Box<dyn FnOnce()>) {
        self.granted.borrow_mut().push(then);
    }

    fn ask_to_persist(&self, _: Box<dyn FnOnce(bool)>) {}

    fn persisted(&self, _: Box<dyn FnOnce(bool)>) {}

    fn ask_before_leaving(&self, ask: bool) {
        self.asks_before_leaving.set(ask);
    }

    fn mark_erased(&self, store: &str, marked: Box<dyn FnOnce(bool)>) {
        let can = !self.device.unmarked.get();
        if can {
            self.device.erased.borrow_mut().push(store.to_owned());
        }
        self.granted.borrow_mut().push(Box::new(move || marked(can)));
    }

    fn errand_soon(&self) {}

    fn errand(&self, errand: Errand, answered: Box<dyn FnOnce(Answer)>) -> Timer {
        let answered = Rc::new(Cell::new(Some(answered)));
        self.errands.borrow_mut().push((errand, answered.clone()));
        Timer::new(CalledOff(answered, |answered| drop(answered.take())))
    }
}
