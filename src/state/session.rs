use super::{
    Content, Draft, Erased, Host, Journal, Lists, Mode, Offline, Places, Ports, Preferences, RecordId, Rev, Timer,
    backup::Backing, held, lock::Locking, places,
};
use crate::{
    route::{Route, Tab},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    reflection::{Body, Stamp},
    vault::{Condition, Entropy, MemoryShelf, Shelf, Vault},
};
use std::rc::Rc;

/// The prefix of every key. The page's own scripts in `public/` name keys with it too.
pub(super) const PREFIX: &str = "ob/";
/// The room that memory gives where the browser lends none, in UTF-16 units.
pub(super) const MEMORY: usize = 5_242_880;

/// The running app: what every screen reads and calls. A handle, cheap to copy.
#[derive(Clone, Copy)]
pub struct App {
    /// What is kept.
    pub journal: Journal,
    /// What authors wrote.
    pub content: Content,
    /// How it looks.
    pub preferences: Preferences,
    /// The addresses of screens.
    pub places: Places,
    /// The screen.
    pub route: RwSignal<Route>,
    /// Lists as they were left.
    pub lists: Lists,
    /// Whether the screen is hidden.
    pub hidden: RwSignal<bool>,
    /// The first-use screen was answered in this opening, or there is a journal, so that it was answered before.
    pub entered: RwSignal<bool>,
    /// Where somebody new goes on to once the lock is turned on, or put off.
    pub onward: RwSignal<Option<Route>>,
    /// Whether a darker screen was wished for, or a lighter one; `None` if neither was. In memory only.
    pub dim: RwSignal<Option<bool>>,
    /// Whether the browser promised to keep the store; `None` until it has said.
    pub persisted: RwSignal<Option<bool>>,
    /// Whether the app opens without a network.
    pub offline: RwSignal<Offline>,
    /// Words that a reload, a crash or a screen that was left could not put into the journal; empty if there are none.
    pub stranded: RwSignal<String>,
    /// Said once everything was erased.
    pub erased: RwSignal<Option<Erased>>,
    /// The app was taken off this browser: there is nothing left to do but to close the tab.
    pub forgotten: RwSignal<bool>,
    /// How many questions further than the day's the one is that Today shows. In memory only.
    pub question_away: RwSignal<i32>,
    /// The first answer that "Something happened" is about to begin with. In memory only.
    pub(super) first_answer: StoredValue<Option<String>>,
    pub(super) session: StoredValue<Rc<dyn Shelf>, LocalStorage>,
    drafts: StoredValue<Vec<Draft>>,
    /// Whether the browser was told to ask before the page is left.
    pub(super) minded: StoredValue<bool>,
    pub(super) focus: StoredValue<Option<Timer>, LocalStorage>,
    following: StoredValue<Option<Timer>, LocalStorage>,
    /// A journal is being made ready.
    pub(super) beginning: StoredValue<bool>,
    /// Somebody has just placed themselves: the coin's page is come to for that.
    placed: StoredValue<bool>,
    pub(super) locking: Locking,
    pub(super) backing: StoredValue<Backing, LocalStorage>,
    pub(super) ports: StoredValue<Ports, LocalStorage>,
}

impl App {
    /// Opens the journal and takes up what a reload or a crash left behind, at the screen that stands behind this `#`.
    pub fn open(ports: Ports, content: Content, hash: &str) -> App {
        let forgetful = || -> Rc<dyn Shelf> { Rc::new(MemoryShelf::new(MEMORY)) };
        let mode = if ports.durable.is_some() { Mode::Kept } else { Mode::Nowhere };
        let durable = ports.durable.clone().unwrap_or_else(forgetful);
        let session = match (mode, ports.tab.clone()) {
            (Mode::Kept, Some(tab)) => tab,
            _ => forgetful(),
        };
        let open = |shelf: Rc<dyn Shelf>| Vault::open(shelf, ports.clock.clone(), ports.entropy.clone(), PREFIX);
        let mut vault = open(durable.clone());
        if vault.journal_id().is_some_and(|id| ports.erased.iter().any(|erased| erased == id)) {
            // The browser ended before its store was on the disk. A refusal shows when something is written.
            let _ = vault.erase();
        }
        let there = !matches!(vault.condition(), Condition::Fresh | Condition::Denied);
        let (vault, shut) = match vault.is_locked() {
            true => (open(forgetful()), Some(vault)),
            false => (vault, None),
        };
        let (mode, session) = match shut {
            Some(_) => (Mode::Locked, forgetful()),
            None => (mode, session),
        };
        let places = Places::of(places::found(&*session, &*ports.entropy));
        let route = places.read(hash);
        let app = App {
            journal: Journal::new(vault, mode),
            content,
            preferences: Preferences::open(durable, ports.host.clone()),
            places,
            route: RwSignal::new(route),
            lists: Lists::new(),
            hidden: RwSignal::new(false),
            entered: RwSignal::new(there),
            onward: RwSignal::new(None),
            dim: RwSignal::new(None),
            persisted: RwSignal::new(None),
            offline: RwSignal::new(Offline::NotYet),
            stranded: RwSignal::new(String::new()),
            erased: RwSignal::new(None),
            forgotten: RwSignal::new(false),
            question_away: RwSignal::new(0),
            first_answer: StoredValue::new(None),
            session: StoredValue::new_local(session),
            drafts: StoredValue::new(Vec::new()),
            minded: StoredValue::new(false),
            focus: StoredValue::new_local(None),
            following: StoredValue::new_local(None),
            beginning: StoredValue::new(false),
            placed: StoredValue::new(false),
            locking: Locking::new(),
            backing: StoredValue::new_local(Backing::default()),
            ports: StoredValue::new_local(ports),
        };
        app.touched_now();
        app.look_at_mark();
        app.preferences.vouch_by(move |text| app.journal.with_vault(|vault| vault.vouch(text)));
        match shut {
            Some(vault) => {
                if let Some(tab) = app.ports.with_value(|ports| ports.tab.clone()) {
                    held::take_unsealed(app, &tab, &vault);
                }
                app.set_shut(vault);
            }
            None => {
                app.see_lock();
                app.stranded.set(held::recover(app));
                app.go_on_with_what_was_cut_off();
            }
        }
        app.keep_places();
        app.leave_stale(hash);
        app.host(|host| host.persisted(Box::new(move |yes| app.persisted.set(Some(yes)))));
        app
    }

    /// Now.
    pub fn now(self) -> Stamp {
        self.ports.with_value(|ports| ports.clock.now())
    }

    /// A fresh id for a record.
    pub fn new_id(self) -> RecordId {
        self.ports.with_value(|ports| RecordId::random(&*ports.entropy))
    }

    /// A fresh name for a revision.
    pub(super) fn new_rev(self) -> Rev {
        self.ports.with_value(|ports| Rev::random(&*ports.entropy))
    }

    /// Calls back later; see [`Host::after`].
    pub fn after(self, ms: u32, then: impl FnOnce() + 'static) -> Timer {
        self.ports.with_value(|ports| ports.host.after(ms, Box::new(then)))
    }

    /// Whether this is the home-screen app.
    pub fn standalone(self) -> bool {
        self.ports.with_value(|ports| ports.standalone)
    }

    /// Milliseconds by a clock that never runs back, for telling how long something took.
    pub(super) fn uptime(self) -> i64 {
        self.host(|host| host.uptime())
    }

    /// Goes to a screen.
    pub fn go(self, route: Route) {
        self.host(|host| host.go(&self.places.address(route)));
    }

    /// Goes to a screen in place of the present one.
    pub fn replace(self, route: Route) {
        self.host(|host| host.replace(&self.places.address(route)));
    }

    /// From now on the present screen goes by another address, which leads back to it as it is.
    pub fn go_by(self, route: Route) {
        self.route.update_untracked(|present| *present = route);
        self.keep_places();
        self.replace(route);
    }

    /// The whole address of what stands behind `hash` (a `#...`), for someone to come to it from elsewhere.
    pub fn address(self, hash: &str) -> String {
        self.host(|host| host.address()) + hash
    }

    /// The address changed: shows the screen it names.
    pub fn arrive(self, route: Route) {
        let from = self.route.get_untracked();
        if !matches!(route, Route::Form(..)) {
            self.first_answer.set_value(None);
        }
        if route == from {
            return;
        }
        // A journal opens on the screen on which that was asked for, or not at all.
        self.call_off_unlocking();
        let left = self.leave_for(from, route);
        self.route.set(route);
        self.keep_places();
        self.forget_search(route);
        if route != Route::Lock {
            self.onward.set(None);
        }
        self.name_screen();
        match left {
            Some((to, top)) => self.stand_again(to, top),
            None => self.focus_heading(),
        }
    }

    /// Goes back to a coin, to what was said there just now.
    pub fn go_to_placed(self, coin: Route) {
        self.placed.set_value(true);
        self.go(coin);
    }

    /// Whether a coin's page was come to so; once.
    pub fn take_placed(self) -> bool {
        self.placed.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Gives the document the title of its tab, which tells no topic.
    pub fn name_screen(self) {
        let tab = match self.route.get_untracked().tab() {
            Tab::Today => word::nav::today(),
            Tab::Reflect => word::nav::reflect(),
            Tab::Coins => word::nav::coins(),
            Tab::Journal => word::nav::journal(),
            Tab::Settings => word::nav::settings(),
        };
        let title = if self.hidden.get_untracked() {
            word::hidden::title().to_owned()
        } else {
            format!("{tab} · {}", word::app::name())
        };
        self.host(|host| host.title(&title));
    }

    /// Draws the whole window anew, in the words there are now.
    pub(super) fn redraw(self) {
        self.hidden.update(|_| ());
        self.name_screen();
        self.focus_heading();
    }

    /// Keeps everything that is being written.
    pub fn flush(self) {
        for draft in self.drafts.get_value() {
            draft.keep();
        }
        self.preferences.keep_welcome();
    }

    /// The first-use screen was answered.
    pub fn enter(self) {
        self.entered_before();
        self.focus_heading();
    }

    /// The first-use screen was answered where it stands in the page itself: the focus stays where it is.
    pub fn entered_before(self) {
        self.preferences.welcome();
        self.entered.set(true);
        self.keep_places();
    }

    /// The first-use screen was answered: the device is one's own, and the lock comes before what was asked for.
    pub fn enter_to_lock(self) {
        let asked = Some(self.route.get_untracked()).filter(|route| *route != Route::Lock);
        self.onward.set(Some(asked.unwrap_or(Route::Today)));
        self.enter();
        self.go(Route::Lock);
    }

    /// Lets go of words that could not be kept.
    pub fn let_go(self) {
        held::forget(self);
        self.stranded.set(String::new());
        self.mind_leaving();
    }

    /// Fetches the activities' text again, after it could not be had.
    pub fn fetch_again(self) {
        self.content.coming();
        self.ports.with_value(|ports| (ports.fetch_pieces)(self.content));
    }

    /// A part of the program could not be fetched: says so, should it be of another version.
    pub fn part_failed(self) {
        self.host(|host| host.part_failed());
    }

    /// Asks the browser to keep the store.
    pub fn ask_to_persist(self) {
        self.host(|host| host.ask_to_persist(Box::new(move |yes| self.persisted.set(Some(yes)))));
    }

    /// Whatever is being written now.
    pub(super) fn drafts(self) -> Vec<Draft> {
        self.drafts.get_value()
    }

    pub(super) fn with_entropy<T>(self, ask: impl FnOnce(&dyn Entropy) -> T) -> T {
        self.ports.with_value(|ports| ask(&*ports.entropy))
    }

    pub(super) fn session(self) -> Rc<dyn Shelf> {
        self.session.get_value()
    }

    /// Watches over a draft for as long as the screen that writes it is shown, and keeps it when that goes.
    pub(super) fn live(self, draft: Draft) {
        self.drafts.update_value(|drafts| drafts.push(draft));
        on_cleanup(move || {
            draft.keep();
            if draft.failed() {
                // The screen that would say so is going: Today says it.
                let words = draft.with_body(Body::joined);
                self.stranded.update(|stranded| *stranded = format!("{stranded}{words}\n"));
            }
            self.drafts.update_value(|drafts| drafts.retain(|one| one.id != draft.id));
            self.mind_leaving();
            if !self.has_gone() && self.is_elsewhere() {
                // Nothing holds the journal of before any more.
                self.following.set_value(Some(self.after(0, move || self.follow_elsewhere())));
            }
        });
    }

    /// A passphrase is being typed: what will be done with it is made ready for.
    pub fn secret_soon(self) {
        self.host(|host| host.errand_soon());
    }

    /// Makes the vault ready, one tab at a time, and then writes something.
    pub(super) fn made_ready(self, write: impl FnOnce() + 'static) {
        let then = move || {
            self.journal.prepare();
            write();
        };
        self.host(|host| host.exclusively(Box::new(then)));
    }

    /// Something was kept for the first time: the moment to ask the browser to keep the store.
    pub(super) fn kept_something(self) {
        if self.journal.mode.get_untracked() == Mode::Kept && self.persisted.get_untracked() == Some(false) {
            self.persisted.set(None);
            self.ask_to_persist();
        }
    }

    pub(super) fn host<T>(self, ask: impl FnOnce(&dyn Host) -> T) -> T {
        self.ports.with_value(|ports| ask(&*ports.host))
    }
}
