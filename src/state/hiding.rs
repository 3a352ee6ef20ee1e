//! Hiding the screen, and shutting the lock once the person has been away: at once, in every tab, and with whatever was
//! still under way called off.

use super::{App, Guard, Mode, Work};
use crate::route::Route;
use leptos::prelude::*;

/// By so many milliseconds the clock on the wall may fall behind the page's own before it counts as set back.
const SET_BACK: i64 = 10_000;

/// How long the clock is looked at once more, in milliseconds.
const WATCH: u32 = 10_000;

/// What the clocks showed when the person last did something, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Touched {
    wall: i64,
    uptime: i64,
}

impl Touched {
    /// How long ago that is, in milliseconds. The page's own clock may stand still while a device sleeps, and the one on
    /// the wall may be set: the longer of both counts, and a wall clock that was set back counts as for ever.
    fn ago(self, now: Touched) -> i64 {
        let uptime = now.uptime.saturating_sub(self.uptime);
        let wall = now.wall.saturating_sub(self.wall);
        if wall < uptime.saturating_sub(SET_BACK) { i64::MAX } else { wall.max(uptime) }
    }
}

impl App {
    /// Hides the screen at once, here and in every other tab; what was being written is saved first, and an open lock is
    /// shut.
    pub fn hide(self) {
        self.cover();
        self.tell_tabs(true);
    }

    /// Shuts the lock at once, here and in every other tab, if there is one that is open. Words being written are saved
    /// or sealed first.
    pub fn lock_everywhere(self) {
        self.lock_now();
        self.tell_tabs(false);
    }

    /// Hides the screen of this tab.
    pub(super) fn cover(self) {
        self.lock_now();
        self.call_off_errand();
        self.flush();
        self.hidden.set(true);
        self.forget_lists();
        self.first_answer.set_value(None);
        self.name_screen();
        self.new_places();
        self.replace(Route::Today);
        self.focus_heading();
    }

    /// Shows the app again; if the lock is just being turned on, once that is done and the lock is shut.
    pub fn show(self) {
        if self.locking.securing.get_untracked() {
            return self.locking.show_then.set_value(true);
        }
        self.hidden.set(false);
        self.name_screen();
        self.focus_heading();
    }

    /// Whether the lock is being turned on, which goes on behind the cover.
    pub fn securing(self) -> bool {
        self.locking.securing.get()
    }

    /// The lock is on, or could not be turned on: behind the cover it ends shut.
    pub(super) fn secured(self) {
        if !self.locking.securing.get_untracked() {
            return;
        }
        self.locking.securing.set(false);
        if self.hidden.get_untracked() {
            self.lock_now();
        }
        if self.locking.show_then.try_update_value(std::mem::take) == Some(true) {
            self.show();
        }
    }

    /// The person did something: the lock stays open for a while, if they have not been away too long already. While
    /// a device sleeps, nothing else looks at the clock.
    pub fn touch(self) {
        self.shut_if_away();
        self.touched_now();
    }

    pub(super) fn touched_now(self) {
        self.locking.touched.set_value(self.clocks());
    }

    /// The page is hidden or left, or shown again: words are saved, none are shown meanwhile, and what was asked of the
    /// lock is not answered any more.
    pub fn away(self, away: bool) {
        match away {
            true => {
                self.call_off_unlocking();
                self.flush();
            }
            false => {
                self.shut_if_told();
                self.shut_if_away();
            }
        }
        if self.locking.guard.get_untracked() == Guard::Open || !away {
            self.host(|host| host.mark("data-away", if away { "true" } else { "false" }));
        }
    }

    /// Shuts the lock if the person has been away for long enough.
    pub fn shut_if_away(self) {
        let away = self.locking.touched.get_value().ago(self.clocks());
        if away >= i64::from(untrack(|| self.preferences.lock_after())) * 60_000 {
            self.lock_now();
        }
    }

    /// Looks at the clock every so often, for as long as the lock is open.
    pub(super) fn watch_over(self) {
        let again = move || {
            self.shut_if_away();
            if self.locking.guard.get_untracked() == Guard::Open {
                self.watch_over();
            }
        };
        self.locking.watch.set_value(Some(self.after(WATCH, again)));
    }

    /// Calls off what the worker was asked with a passphrase, so that it does not come to its end behind a cover. Turning
    /// the lock on is not called off: it was asked for, and ends shut.
    pub(super) fn call_off_errand(self) {
        let stretching = self.locking.work.get_untracked() == Work::Stretching;
        if stretching && !self.locking.securing.get_untracked() {
            self.call_off();
        }
    }

    /// Calls off an unlocking that is under way. What changes an open lock, or makes a backup, goes on: it shows nothing.
    pub(super) fn call_off_unlocking(self) {
        if self.locking.guard.get_untracked() == Guard::Shut {
            self.call_off_errand();
        }
    }

    /// Calls off whatever waits for the worker, for another tab or for its time.
    pub(super) fn call_off(self) {
        self.locking.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.locking.timer.set_value(None);
        self.locking.errand.set_value(None);
        if untrack(|| self.busy()) {
            self.set_work(Work::Idle);
        }
    }

    /// What goes on with something later, unless that was called off meanwhile.
    pub(super) fn in_turn<T: 'static>(self, then: impl FnOnce(T) + 'static) -> impl FnOnce(T) + 'static {
        let turn = self.locking.turn.get_value();
        move |value| {
            if self.locking.turn.get_value() == turn {
                then(value);
            }
        }
    }

    fn clocks(self) -> Touched {
        Touched { wall: self.now().ms, uptime: self.uptime() }
    }

    /// Shuts the lock at once in this tab, if there is one that is open: words being written are saved or sealed first.
    pub fn lock_now(self) {
        self.follow_elsewhere_now();
        if self.locking.guard.get_untracked() != Guard::Open || self.journal.mode.get_untracked() != Mode::Kept {
            return;
        }
        self.call_off();
        self.locking.securing.set(false);
        self.flush();
        for draft in self.drafts() {
            draft.leave();
        }
        self.forget_session();
        self.forget_backup();
        let mut vault = self.open_in_memory(Mode::Locked);
        vault.shut();
        self.set_shut(vault);
        self.leave_screen();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{
        Hitch,
        testing::{Device, Tab},
    };
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    /// A tab whose journal is locked with «secret», open, with one entry.
    fn open_tab(device: &std::rc::Rc<Device>) -> Tab {
        let tab = device.open();
        tab.write("words of mine").keep();
        tab.lock_with("secret");
        tab
    }

    fn shut_tab(device: &std::rc::Rc<Device>) -> Tab {
        open_tab(device).close();
        let tab = device.open();
        assert_eq!(tab.guard(), Guard::Shut);
        tab
    }

    #[test]
    fn an_unlocking_that_is_under_way_does_not_outlive_hiding_or_leaving() {
        for act in [App::hide as fn(App), |app| app.away(true), |app| app.arrive(Route::About)] {
            let device = Device::new();
            let tab = shut_tab(&device);
            tab.ask_to_unlock("secret");
            tab.settle_without_worker();
            tab.owner.with(|| act(tab.app));
            tab.pass(MINUTE);
            assert_eq!((tab.guard(), tab.app.work()), (Guard::Shut, Work::Idle));
            assert!(tab.entries().is_empty());
            // Asked for again, it opens.
            tab.owner.with(|| tab.app.show());
            tab.ask_to_unlock("secret");
            tab.settle();
            assert_eq!((tab.guard(), tab.entries()), (Guard::Open, vec!["words of mine".to_owned()]));
        }
    }

    #[test]
    fn an_unlocking_that_waits_for_its_time_does_not_outlive_hiding() {
        let device = Device::new();
        let tab = shut_tab(&device);
        for _ in 0..4 {
            tab.ask_to_unlock("wrong");
            tab.pass(MINUTE);
        }
        assert!(matches!(tab.app.work(), Work::Refused(Hitch::Wrong(4))), "{:?}", tab.app.work());
        tab.ask_to_unlock("secret");
        tab.owner.with(|| tab.app.hide());
        tab.pass(MINUTE);
        assert_eq!((tab.guard(), tab.app.work()), (Guard::Shut, Work::Idle));
    }

    #[test]
    fn turning_the_lock_on_behind_the_cover_ends_shut() {
        for hide_after in 0..6 {
            let device = Device::new();
            let tab = device.open();
            for number in 0..400 {
                tab.write(&format!("entry {number}")).keep();
            }
            tab.owner.with(|| tab.app.lock_with("secret"));
            for _ in 0..hide_after {
                tab.step();
            }
            tab.owner.with(|| tab.app.hide());
            // Somebody tries to open it before it is done.
            tab.owner.with(|| tab.app.show());
            let securing = tab.app.securing();
            assert!(tab.app.hidden.get() || !securing, "covered until it is locked");
            tab.settle();
            assert_eq!(tab.guard(), Guard::Shut, "hidden after {hide_after}");
            assert!(tab.entries().is_empty() && !tab.app.hidden.get());
            assert!(!crate::state::testing::holds_plain(&*device.local(), "entry 3"));
        }
    }

    #[test]
    fn the_lock_shuts_by_time_passed_whatever_the_clock_says() {
        for (jump, minutes, shut) in [
            (0, 4, false),
            (0, 5, true),
            (-24 * 60 * MINUTE, 1, true),
            (-2 * MINUTE, 5, true),
            (24 * 60 * MINUTE, 1, true),
            (-5_000, 4, false),
        ] {
            let device = Device::new();
            let tab = open_tab(&device);
            tab.owner.with(|| tab.app.touch());
            device.wall.set(device.wall.get() + jump);
            tab.pass(minutes * MINUTE);
            assert_eq!(tab.guard() == Guard::Shut, shut, "a jump of {jump} ms, then {minutes} minutes");
        }
    }

    proptest! {
        #[test]
        fn five_minutes_away_always_shut_it(
            jumps in proptest::collection::vec((-100_000_000_i64..100_000_000, 0..5 * MINUTE), 1..6)
        ) {
            let device = Device::new();
            let tab = open_tab(&device);
            tab.owner.with(|| tab.app.touch());
            let mut away = 0;
            for (jump, ms) in jumps {
                device.wall.set(device.wall.get() + jump);
                device.offset.set((jump % 720) as i16);
                tab.pass(ms);
                away += ms;
            }
            tab.owner.with(|| tab.app.shut_if_away());
            prop_assert!(away < 5 * MINUTE || tab.guard() == Guard::Shut);
        }
    }

    #[test]
    fn hiding_or_locking_in_one_tab_shuts_every_tab() {
        for (act, covered) in [(App::hide as fn(App), true), (App::lock_everywhere, false)] {
            let device = Device::new();
            let first = open_tab(&device);
            let second = device.open();
            second.ask_to_unlock("secret");
            second.settle();
            let draft = second.write("half a thought");
            assert!(!draft.failed());
            first.owner.with(|| act(first.app));
            second.settle();
            for tab in [&first, &second] {
                assert_eq!((tab.guard(), tab.app.hidden.get()), (Guard::Shut, covered));
                assert!(tab.entries().is_empty());
            }
            // Nothing that was being written is lost.
            first.owner.with(|| first.app.show());
            first.ask_to_unlock("secret");
            first.settle();
            assert_eq!(first.entries(), ["half a thought", "words of mine"]);
        }
    }

    #[test]
    fn hiding_covers_every_tab_without_a_lock_too() {
        let device = Device::new();
        let [first, second] = [device.open(), device.open()];
        first.write("words of mine").keep();
        second.settle();
        first.owner.with(|| first.app.hide());
        second.settle();
        assert!(second.app.hidden.get());
    }

    #[test]
    fn a_page_that_comes_back_from_the_cache_is_shut_if_another_was() {
        for (act, covered) in [(App::hide as fn(App), true), (App::lock_everywhere, false)] {
            let device = Device::new();
            let cached = open_tab(&device);
            cached.owner.with(|| cached.app.away(true));
            // Frozen, it hears nothing.
            let later = device.open();
            later.ask_to_unlock("secret");
            later.settle();
            later.owner.with(|| act(later.app));
            cached.host.deaf();
            cached.owner.with(|| cached.app.away(false));
            assert_eq!((cached.guard(), cached.app.hidden.get()), (Guard::Shut, covered));
        }
    }

    #[test]
    fn a_tab_left_alone_for_long_does_not_shut_one_in_use() {
        let device = Device::new();
        let idle = open_tab(&device);
        let used = device.open();
        used.ask_to_unlock("secret");
        used.settle();
        for _ in 0..6 {
            used.owner.with(|| used.app.touch());
            used.pass(MINUTE);
            idle.settle();
        }
        used.settle();
        assert_eq!((idle.guard(), used.guard()), (Guard::Shut, Guard::Open));
    }

    #[test]
    fn merely_opening_and_hiding_an_empty_journal_writes_nothing() {
        let device = Device::new();
        let tab = device.open();
        tab.owner.with(|| tab.app.hide());
        assert_eq!(device.stored(), []);
    }
}
