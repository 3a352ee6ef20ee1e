use super::*;
use crate::{
    route::{BEFORE, CHECK, Code},
    state::testing::{Device, Tab, entry},
};
use obverse_core::vault::{MemoryShelf, RecordId};
use std::{cell::RefCell, rc::Rc};

/// A device with one tab, whose page is opened again and again.
pub(in crate::state) struct Rig {
    device: Rc<Device>,
    pub(in crate::state) tab: Rc<dyn Shelf>,
    pages: RefCell<Vec<Tab>>,
}

impl Rig {
    pub(in crate::state) fn new() -> Rig {
        Rig { device: Device::new(), tab: Rc::new(MemoryShelf::new(1_000_000)), pages: RefCell::default() }
    }

    /// Opens it where the first screen was answered.
    fn open(&self, hash: &str) -> App {
        let app = self.open_new(hash);
        app.enter();
        app
    }

    pub(in crate::state) fn open_new(&self, hash: &str) -> App {
        let page = self.device.open_with(self.tab.clone(), hash);
        let app = page.app;
        self.pages.borrow_mut().push(page);
        app
    }

    fn settle(&self) {
        self.pages.borrow().iter().for_each(Tab::settle);
    }

    /// The addresses that the present page has put in the place of another.
    fn replaced(&self) -> Vec<String> {
        self.pages.borrow().last().map(|page| page.host.addresses.borrow().clone()).unwrap_or_default()
    }

    fn kept(&self) -> Option<String> {
        self.tab.get(KEY).expect("a shelf in memory is never denied")
    }

    fn lock(&self, app: App) {
        app.journal.save(app.new_id(), &entry("a line"), &[]).expect("kept");
        app.lock_with("secret");
        self.settle();
        assert_eq!(app.locking.guard.get_untracked(), Guard::Open);
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

pub(in crate::state) fn within(test: impl FnOnce()) {
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
        assert!(rig.replaced().is_empty());
    });
}

#[test]
fn the_history_of_another_session_leads_to_today_and_goes_out_of_sight() {
    within(|| {
        let address = go_to_coin(Rig::new().open("#/"));
        let rig = Rig::new();
        // Another value than in the session before.
        rig.device.stir();
        let app = rig.open_new(&address);
        assert_eq!(app.route.get_untracked(), Route::Today);
        assert!(!app.entered.get_untracked(), "a link answers nothing");
        app.arrive_at("#/coins");
        assert_eq!(leads_to(app, &address), Route::Today);
        assert_eq!(rig.replaced(), ["#/", "#/"]);
    });
}

/// Something a person does.
type Act = fn(App, &Rig);

#[test]
fn hiding_sharing_erasing_and_locking_leave_no_way_back_to_a_piece() {
    let acts: [(&str, Act); 5] = [
        ("hide", |app, _| app.hide()),
        ("share", |app, _| app.share_device()),
        ("erase", |app, _| app.erase(|outcome| outcome.expect("erased"))),
        ("lock", |app, rig| {
            rig.lock(app);
            app.lock_now();
        }),
        ("own", |app, _| {
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
            act(app, &rig);
            rig.settle();
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
        rig.lock(app);
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
        let rig = Rig::new();
        rig.device.storeless.set(true);
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
        rig.lock(rig.open("#/"));
        rig.tab.set(KEY, &salt).expect("room");
        assert_eq!(rig.open(&address).route.get_untracked(), Route::Today);
        assert_eq!(rig.kept(), None);
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

#[test]
fn nothing_is_written_before_the_first_screen_is_answered() {
    within(|| {
        let rig = Rig::new();
        let app = rig.open_new(CHECK);
        assert_eq!(app.route.get_untracked(), Route::Activity(Code::of(BEFORE)));
        assert!(!app.entered.get_untracked(), "a link answers nothing");
        app.arrive_at("#/coins");
        go_to_coin(app);
        assert!(!app.entered.get_untracked(), "nor does going anywhere");
        app.flush();
        assert_eq!((rig.device.stored(), rig.tab.keys()), (Vec::new(), Ok(Vec::new())));
        app.enter();
        assert!(rig.kept().is_some(), "now a reload leads back");

        // Locked first, and then to where the link leads.
        let rig = Rig::new();
        let app = rig.open_new(CHECK);
        app.enter_to_lock();
        app.arrive(Route::Lock);
        assert_eq!(app.onward.get_untracked(), Some(Route::Activity(Code::of(BEFORE))));
        app.arrive(Route::Coins);
        assert_eq!(app.onward.get_untracked(), None, "whoever goes elsewhere is not led back");

        // Who has a journal is not asked, by whatever address they come, though the answer itself is lost.
        let rig = Rig::new();
        let id = RecordId::random(&rig.device.entropy());
        rig.open("#/").journal.save(id, &entry("a line"), &[]).expect("kept");
        assert!(rig.device.stored().iter().all(|(key, _)| key != "ob/p"));
        assert!(rig.open_new("#/").entered.get_untracked() && rig.open_new(CHECK).entered.get_untracked());
    });
}
