use super::*;
use crate::{
    route::Code,
    state::{Content, Host, Ports, Timer},
};
use obverse_core::{
    activity::Shell,
    errand::{Answer, Errand},
    reflection::{Body, Entry, Part, Stamp},
    seal::{Cost, Key, SALT},
    vault::{Clock, Holder, MemoryShelf, Opener},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

/// A browser that keeps what it was asked for, and waits for nothing.
#[derive(Default)]
struct Window {
    replaced: RefCell<Vec<String>>,
    left: RefCell<Option<String>>,
}

impl Host for Window {
    fn go(&self, _: &str) {}
    fn replace(&self, hash: &str) {
        self.replaced.borrow_mut().push(hash.to_owned());
    }
    fn address(&self) -> String {
        String::new()
    }
    fn left_salt(&self) -> Option<String> {
        self.left.take()
    }
    fn title(&self, _: &str) {}
    fn focus_heading(&self) {}
    fn mark(&self, _: &str, _: &str) {}
    fn print(&self) {}
    fn download(&self, _: &str, _: &str) {}
    fn copy(&self, _: &str, _: &str, _: Box<dyn FnOnce(bool)>) {}
    fn can_share(&self) -> bool {
        false
    }
    fn share(&self, _: &str, _: &str, _: Box<dyn FnOnce()>) {}
    fn read_chosen(&self, _: &str, _: usize, _: Box<dyn FnOnce(Result<String, bool>)>) {}
    fn forget_app(&self, _: Box<dyn FnOnce()>) {}
    fn uptime(&self) -> i64 {
        0
    }
    fn ask_before_leaving(&self, _: bool) {}
    fn mark_erased(&self, _: &str, marked: Box<dyn FnOnce(bool)>) {
        marked(true);
    }
    fn after(&self, _: u32, _: Box<dyn FnOnce()>) -> Timer {
        Timer::new(())
    }
    fn exclusively(&self, then: Box<dyn FnOnce()>) {
        then();
    }
    fn ask_to_persist(&self, _: Box<dyn FnOnce(bool)>) {}
    fn persisted(&self, _: Box<dyn FnOnce(bool)>) {}
    fn errand_soon(&self) {}
    fn errand(&self, _: Errand, _: Box<dyn FnOnce(Answer)>) -> Timer {
        Timer::new(())
    }
}

struct Noon;

impl Clock for Noon {
    fn now(&self) -> Stamp {
        Stamp { ms: 1_795_996_800_000, offset: 0 }
    }
}

/// Never the same twice.
struct Dice(Cell<u8>);

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.set(self.0.get() + 1);
        bytes.fill(self.0.get());
    }
}

/// A browser: its stores, and what it was asked for.
struct Rig {
    durable: Option<Rc<MemoryShelf>>,
    tab: Rc<MemoryShelf>,
    window: Rc<Window>,
    dice: Rc<Dice>,
}

impl Rig {
    fn new() -> Rig {
        let shelf = || Rc::new(MemoryShelf::new(1_000_000));
        let (window, dice) = (Rc::default(), Rc::new(Dice(Cell::new(0))));
        Rig { durable: Some(shelf()), tab: shelf(), window, dice }
    }

    fn open(&self, hash: &str) -> App {
        let shell = Shell {
            locale: "en".into(),
            fingerprint: String::new(),
            words: Vec::new(),
            activities: Vec::new(),
            coins: Vec::new(),
            path: Vec::new(),
        };
        let ports = Ports {
            clock: Rc::new(Noon),
            entropy: self.dice.clone(),
            durable: self.durable.clone().map(|shelf| shelf as Rc<dyn Shelf>),
            tab: Some(self.tab.clone()),
            host: self.window.clone(),
            date: |_, _| String::new(),
            month: |_, _| String::new(),
            percent: |_, _| String::new(),
            fetch_pieces: |_| (),
            languages: Vec::new,
            fetch_language: |_, _| (),
            standalone: false,
            keeps_longer_at_home: false,
            erased: Vec::new(),
        };
        App::open(ports, Content::new(shell), hash)
    }

    fn kept(&self) -> Option<String> {
        self.tab.get(KEY).expect("a shelf in memory is never denied")
    }
}

fn coin() -> Route {
    Route::Coin(Code::of("ableism"))
}

/// Goes to a coin, and gives its address.
fn go_to_coin(app: App) -> String {
    let address = app.places.address(coin());
    app.arrive_at(&address);
    assert_eq!(app.route.get_untracked(), coin());
    address
}

/// What somebody comes to who presses Back, or clicks on the history.
fn leads_to(app: App, address: &str) -> Route {
    app.arrive_at(address);
    app.route.get_untracked()
}

fn lock(app: App) {
    app.journal.save(app.new_id(), &entry(), &[]).expect("kept");
    let opener = Opener { holder: Holder::Passphrase, salt: [1; SALT], cost: Cost::FLOOR, key: Key::new([5; 32]) };
    app.write_lock(move |vault| vault.prepare().and_then(|()| vault.lock(&opener)));
    assert_eq!(app.locking.guard.get_untracked(), Guard::Open);
}

fn entry() -> Body {
    Body::Entry(Entry { parts: vec![Part { text: "a line".into(), ..Part::default() }], ..Entry::default() })
}

fn within(test: impl FnOnce()) {
    Owner::new().with(test);
}

#[test]
fn a_reload_stays_where_it_was_and_nothing_is_written_before_a_piece_is_gone_to() {
    within(|| {
        let rig = Rig::new();
        let app = rig.open("#/");
        assert_eq!(leads_to(app, "#/coins"), Route::Coins);
        assert_eq!(rig.kept(), None, "nothing needs it yet");
        let address = go_to_coin(app);
        assert!(rig.kept().is_some());
        assert_eq!(rig.open(&address).route.get_untracked(), coin(), "after a reload");
        assert!(rig.window.replaced.borrow().is_empty());
    });
}

#[test]
fn the_history_of_another_session_leads_to_today_and_goes_out_of_sight() {
    within(|| {
        let address = go_to_coin(Rig::new().open("#/"));
        let rig = Rig::new();
        // Another value than in the session before.
        rig.dice.fill(&mut []);
        let app = rig.open(&address);
        assert_eq!(app.route.get_untracked(), Route::Today);
        assert!(!app.entered.get_untracked(), "nobody has come by a link that leads somewhere");
        app.arrive_at("#/coins");
        assert_eq!(leads_to(app, &address), Route::Today);
        assert_eq!(*rig.window.replaced.borrow(), ["#/", "#/"]);
    });
}

#[test]
fn hiding_sharing_erasing_and_locking_leave_no_way_back_to_a_piece() {
    let acts: [(&str, fn(App)); 5] = [
        ("hide", App::hide),
        ("share", App::share_device),
        ("erase", |app| app.erase(|outcome| outcome.expect("erased"))),
        ("lock", |app| {
            lock(app);
            app.lock_now();
        }),
        ("own", |app| {
            app.share_device();
            app.arrive_at(&app.places.address(coin()));
            app.own_device().expect("kept");
        }),
    ];
    for (name, act) in acts {
        within(|| {
            let rig = Rig::new();
            let app = rig.open("#/");
            app.enter();
            let before = go_to_coin(app);
            act(app);
            let after = app.places.address(coin());
            assert_ne!(before, after, "{name}");
            assert_eq!(rig.kept(), None, "{name}");
            assert_eq!(leads_to(app, &before), Route::Today, "{name}: Back");
            assert_eq!(rig.open(&before).route.get_untracked(), Route::Today, "{name}: Back, after a reload");
            assert_eq!(leads_to(app, &after), coin(), "{name}: it goes on");
        });
    }
}

#[test]
fn under_a_lock_and_on_a_shared_device_it_is_in_memory_alone() {
    within(|| {
        let rig = Rig::new();
        let app = rig.open("#/");
        go_to_coin(app);
        lock(app);
        assert_eq!(rig.kept(), None, "the lock was turned on");
        app.arrive_at("#/coins");
        let address = go_to_coin(app);
        assert_eq!(rig.kept(), None, "under the lock");
        assert_eq!(rig.open(&address).route.get_untracked(), Route::Today, "a reload has shut it");
        app.share_device();
        app.arrive_at("#/coins");
        go_to_coin(app);
        assert_eq!(rig.kept(), None, "on a shared device");
    });
    within(|| {
        let rig = Rig { durable: None, ..Rig::new() };
        go_to_coin(rig.open("#/"));
        assert_eq!(rig.kept(), None, "where nothing is kept");
    });
}

#[test]
fn a_salt_left_in_the_tab_of_a_journal_that_was_locked_elsewhere_opens_nothing() {
    within(|| {
        let rig = Rig::new();
        let address = go_to_coin(rig.open("#/"));
        let salt = rig.kept().expect("kept with the tab");
        lock(rig.open("#/"));
        rig.tab.set(KEY, &salt).expect("room");
        assert_eq!(rig.open(&address).route.get_untracked(), Route::Today);
        assert_eq!(rig.kept(), None);
    });
}

#[test]
fn what_the_door_wrote_is_read() {
    within(|| {
        let rig = Rig::new();
        let door = Places::of(Salt::random(&*rig.dice));
        rig.window.left.replace(Some(door.text()));
        assert_eq!(rig.open(&door.address(coin())).route.get_untracked(), coin());
        assert_eq!(rig.open(&door.address(coin())).route.get_untracked(), coin(), "after a reload");
    });
}

#[test]
fn nonsense_in_the_store_is_no_salt() {
    within(|| {
        let rig = Rig::new();
        for text in ["", "x", &"é".repeat(32), &"g".repeat(64)] {
            rig.tab.set(KEY, text).expect("room");
            let app = rig.open("#/");
            go_to_coin(app);
            app.arrive_at("#/coins");
        }
    });
}
