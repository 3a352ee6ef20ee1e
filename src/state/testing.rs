//! A device for the tests of the state: tabs that share one store, with clocks, timers, locks and a worker that do
//! nothing until a test lets them.

mod host;

pub use host::FakeHost;

use super::{App, Content, Draft, Guard, Ports};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as URL_SAFE_NO_PAD};
use host::{Dice, FakeClock, SharedShelf};
use leptos::prelude::*;
use obverse_core::{
    activity::Shell,
    reflection::{Body, Entry, Part},
    vault::{Entropy, Holder, MemoryShelf, Shelf, ShelfError},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// The room of the store, in UTF-16 units, as browsers give it.
const ROOM: usize = 5_242_880;
/// The clock on the wall when a device is made: 28 November 2026, 12:00 UTC.
pub const NOON: i64 = 1_795_867_200_000;

/// A browser on a device: what its tabs share, and what outlives them.
#[derive(Default)]
pub struct Device {
    /// The clock on the wall, which a test may set.
    pub wall: Cell<i64>,
    /// Minutes that the wall clock is ahead of UTC.
    pub offset: Cell<i16>,
    /// The clock that never runs back, in milliseconds.
    pub uptime: Cell<i64>,
    /// What every write to the shared store comes to, where it is to be refused.
    pub refuses: Cell<Option<ShelfError>>,
    /// The ids of erased journals, where they survive a kill.
    pub erased: RefCell<Vec<String>>,
    /// Whether such a mark cannot be made.
    pub unmarked: Cell<bool>,
    /// Whether the browser lends no store that lasts.
    pub storeless: Cell<bool>,
    local: RefCell<Option<Rc<MemoryShelf>>>,
    tabs: RefCell<Vec<Rc<FakeHost>>>,
    drawn: Cell<u64>,
}

/// A tab: an app of its own, over the shared store.
pub struct Tab {
    /// The running app.
    pub app: App,
    /// The tab's own store.
    pub session: Rc<dyn Shelf>,
    /// What the app has asked of the browser.
    pub host: Rc<FakeHost>,
    /// The owner of everything that lives as long as the tab.
    pub owner: Owner,
    screen: RefCell<Owner>,
    seen: Cell<usize>,
    device: Rc<Device>,
}

impl Device {
    /// A device with an empty store.
    pub fn new() -> Rc<Device> {
        let device = Device::default();
        device.wall.set(NOON);
        device.local.replace(Some(Rc::new(MemoryShelf::new(ROOM))));
        Rc::new(device)
    }

    /// Has everything random be other than on a device that is as new.
    pub fn stir(&self) {
        self.drawn.set(self.drawn.get() + 1);
    }

    /// Randomness of this device.
    pub fn entropy(self: &Rc<Self>) -> impl Entropy + use<> {
        Dice(self.clone())
    }

    /// The store that all tabs share, as it is.
    pub fn local(&self) -> Rc<MemoryShelf> {
        self.local.borrow().clone().expect("a device has a store")
    }

    /// Every key and value of the shared store.
    pub fn stored(&self) -> Vec<(String, String)> {
        values(&*self.local())
    }

    /// Opens a tab with a store of its own.
    pub fn open(self: &Rc<Self>) -> Tab {
        self.open_with(Rc::new(MemoryShelf::new(ROOM)), "#/")
    }

    /// Opens a tab at an address, with what an earlier page of it has left in its own store.
    pub fn open_with(self: &Rc<Self>, session: Rc<dyn Shelf>, hash: &str) -> Tab {
        let host = Rc::new(FakeHost::over(self.clone()));
        self.tabs.borrow_mut().push(host.clone());
        let shared = SharedShelf { device: self.clone(), host: host.clone() };
        let ports = Ports {
            clock: Rc::new(FakeClock(self.clone())),
            entropy: Rc::new(Dice(self.clone())),
            durable: (!self.storeless.get()).then(|| Rc::new(shared) as Rc<dyn Shelf>),
            tab: Some(session.clone()),
            host: host.clone(),
            date: |_, stamp| stamp.iso(),
            month: |_, stamp| format!("{:?}", stamp.month()),
            weekday: |_, stamp| [stamp.iso(), String::new()],
            long_day: |_, stamp| stamp.iso(),
            percent: |_, share| share.to_string(),
            fetch_pieces: |_| (),
            go_on: App::go_on,
            languages: Vec::new,
            fetch_language: |_, _| (),
            standalone: false,
            keeps_longer_at_home: false,
            erased: self.erased.borrow().clone(),
        };
        let owner = Owner::new();
        let app = owner.with(|| App::open(ports, Content::new(shell()), hash));
        let screen = RefCell::new(owner.child());
        Tab { app, session, host, owner, screen, seen: Cell::new(0), device: self.clone() }
    }
}

impl Tab {
    /// Lets everything happen that is due now: news of other tabs, granted locks, the worker, timers.
    pub fn settle(&self) {
        while self.step() {}
    }

    /// Lets one thing happen that is due now; whether there was any.
    pub fn step(&self) -> bool {
        let any = self.owner.with(|| self.host.step(self.app));
        self.leave_screen();
        any
    }

    /// The screen goes when the app has gone to another one, as the window would have it.
    fn leave_screen(&self) {
        let addresses = self.host.addresses.borrow().len();
        if self.seen.replace(addresses) != addresses {
            self.owner.with(|| self.screen.replace(self.owner.child()).cleanup());
        }
    }

    /// The same, but the worker stays silent.
    pub fn settle_without_worker(&self) {
        let quiet = self.host.worker_waits.replace(true);
        self.settle();
        self.host.worker_waits.set(quiet);
    }

    /// Lets time pass on all clocks, and what is due in this tab happen.
    pub fn pass(&self, ms: i64) {
        self.device.wall.set(self.device.wall.get() + ms);
        self.device.uptime.set(self.device.uptime.get() + ms);
        self.settle();
    }

    /// Begins an entry with these words.
    pub fn write(&self, words: &str) -> Draft {
        self.leave_screen();
        let draft = self.screen.borrow().with(|| Draft::begin(self.app, entry("")));
        self.say(draft, words);
        draft
    }

    /// Changes what stands in a draft.
    pub fn say(&self, draft: Draft, words: &str) {
        self.owner.with(|| draft.change(|body| *body = entry(words)));
    }

    /// Turns the lock on, to the end.
    pub fn lock_with(&self, passphrase: &str) {
        self.owner.with(|| self.app.lock_with(passphrase));
        self.settle();
        assert_eq!(self.guard(), Guard::Open, "the lock is on");
    }

    /// Asks to unlock; the worker has yet to answer.
    pub fn ask_to_unlock(&self, passphrase: &str) {
        self.owner.with(|| self.app.unlock(Holder::Passphrase, passphrase));
    }

    /// Whether there is a lock, and whether it is shut.
    pub fn guard(&self) -> Guard {
        self.app.guard()
    }

    /// What is being written in this tab.
    pub fn drafts(&self) -> Vec<Draft> {
        self.leave_screen();
        self.app.drafts()
    }

    /// The words of all entries that are shown, in order.
    pub fn entries(&self) -> Vec<String> {
        let mut words: Vec<String> = self.app.journal.bodies().iter().map(|(_, body)| body.joined()).collect();
        words.sort();
        words
    }

    /// Closes the tab: what happens as it goes, and then nothing more.
    pub fn close(self) -> Rc<dyn Shelf> {
        self.owner.with(|| self.app.away(true));
        self.kill()
    }

    /// The browser ends: nothing of this tab happens any more. Its own store is given back.
    pub fn kill(self) -> Rc<dyn Shelf> {
        self.device.tabs.borrow_mut().retain(|host| !Rc::ptr_eq(host, &self.host));
        self.host.news.borrow_mut().clear();
        // A browser that is killed runs no clean-up.
        std::mem::forget((self.owner, self.screen));
        self.session
    }
}

/// An entry with these words.
pub fn entry(words: &str) -> Body {
    Body::Entry(Entry { parts: vec![Part { text: words.into(), ..Part::default() }], ..Entry::default() })
}

/// Every key and value of a store, in order.
pub fn values(shelf: &dyn Shelf) -> Vec<(String, String)> {
    let keys = shelf.keys().expect("keys");
    let value = |key: &String| shelf.get(key).expect("a value").expect("there");
    keys.into_iter().map(|key| (key.clone(), value(&key))).collect()
}

/// A tab's own store with the same values, as duplicating the tab makes it.
pub fn copied(session: &Rc<dyn Shelf>) -> Rc<dyn Shelf> {
    let copy = MemoryShelf::new(ROOM);
    for (key, value) in values(&**session) {
        copy.set(&key, &value).expect("room");
    }
    Rc::new(copy)
}

/// Whether a text stands unsealed in a store. Values are base64 at whatever offset, so each is opened.
pub fn holds_plain(shelf: &dyn Shelf, words: &str) -> bool {
    values(shelf).iter().any(|(_, value)| {
        let body = value.rsplit('.').next().unwrap_or_default();
        let plain = URL_SAFE_NO_PAD.decode(body).unwrap_or_default();
        value.contains(words) || String::from_utf8_lossy(&plain).contains(words)
    })
}

fn shell() -> Shell {
    Shell {
        locale: "en".into(),
        fingerprint: String::new(),
        words: Vec::new(),
        activities: Vec::new(),
        coins: Vec::new(),
        path: Vec::new(),
    }
}
