//! The lock, as the screens see it: whether there is one, opening and shutting it. What changes it is in `locksmith`.
//!
//! While it is shut, the journal shown is an empty one in memory: activities can be used, and what is written in them
//! is offered once the lock is open.

use super::{App, Draft, KeepError, Mode, Slip, Timer, by_code::ByCode, held, hiding::Touched};
use crate::route::Route;
use leptos::prelude::*;
use obverse_core::{
    errand::{Answer, Errand, Refusal},
    reflection::Body,
    seal::{self, Cost, Key, SALT},
    vault::{Holder, KeySlot, RecordId, UnlockError, Vault},
};

/// The longest wait after a wrong passphrase, in seconds.
const LONGEST: u32 = 30;

/// Whether there is a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// None.
    None,
    /// There is one, and it is open.
    Open,
    /// It is shut.
    Shut,
}

/// What is going on with the lock, a backup or a restore: one thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing.
    Idle,
    /// A passphrase is being stretched, which takes its time on purpose.
    Stretching,
    /// Values are being written.
    Writing,
    /// Something else goes on, of which the screen that began it has the words.
    Going,
    /// It is done.
    Done,
    /// It cannot be done, or not as asked.
    Refused(Hitch),
}

/// Why something with a passphrase was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hitch {
    /// The passphrase or code is another. The next try waits this many seconds.
    Wrong(u32),
    /// The errand was refused.
    Refusal(Refusal),
    /// Something did not work that should.
    Failed,
    /// The journal could not be written.
    Keep(KeepError),
    /// There was no more room while values were brought into another form: it goes on at the next unlocking.
    Halfway,
    /// The backup that was made did not open again.
    NotChecked,
    /// There is more than a backup can hold.
    TooMuch,
    /// The browser could not read the file.
    NotRead,
    /// There is too little room for what is in the file. Nothing was brought in.
    NoRoom,
    /// Some of what is in the file was brought in, and then it could not go on.
    Stopped,
}

/// The lock's own state.
#[derive(Clone, Copy)]
pub(super) struct Locking {
    pub(super) guard: RwSignal<Guard>,
    pub(super) work: RwSignal<Work>,
    /// The journal, while it is shut.
    pub(super) shut: StoredValue<Option<Vault>, LocalStorage>,
    /// What was written while it was shut.
    held: StoredValue<Vec<(RecordId, Body)>>,
    pub(super) held_count: RwSignal<usize>,
    pub(super) wrong: StoredValue<u32>,
    /// What may be amiss with what was typed last.
    pub(super) slip: StoredValue<Slip>,
    pub(super) timer: StoredValue<Option<Timer>, LocalStorage>,
    pub(super) by_code: ByCode,
    /// What the worker was asked with a passphrase.
    pub(super) errand: StoredValue<Option<Timer>, LocalStorage>,
    /// Counts how often everything under way was called off.
    pub(super) turn: StoredValue<u32>,
    /// Whether the lock is being turned on.
    pub(super) securing: RwSignal<bool>,
    /// Whether the screen is to be shown again once it is.
    pub(super) show_then: StoredValue<bool>,
    pub(super) touched: StoredValue<Touched>,
    pub(super) watch: StoredValue<Option<Timer>, LocalStorage>,
    /// What the mark for all tabs said when this one last looked.
    pub(super) told: StoredValue<Option<String>>,
    /// Whether the browser may not yet have put a lock that was changed on the disk.
    pub(super) settling: RwSignal<bool>,
    pub(super) settled: StoredValue<Option<Timer>, LocalStorage>,
}

impl Locking {
    pub(super) fn new() -> Locking {
        Locking {
            guard: RwSignal::new(Guard::None),
            work: RwSignal::new(Work::Idle),
            shut: StoredValue::new_local(None),
            held: StoredValue::new(Vec::new()),
            held_count: RwSignal::new(0),
            wrong: StoredValue::new(0),
            slip: StoredValue::new(Slip::Passphrase),
            timer: StoredValue::new_local(None),
            by_code: ByCode::new(),
            errand: StoredValue::new_local(None),
            turn: StoredValue::new(0),
            securing: RwSignal::new(false),
            show_then: StoredValue::new(false),
            touched: StoredValue::new(Touched::default()),
            watch: StoredValue::new_local(None),
            told: StoredValue::new(None),
            settling: RwSignal::new(false),
            settled: StoredValue::new_local(None),
        }
    }
}

impl App {
    /// Whether there is a lock, and whether it is shut.
    pub fn guard(self) -> Guard {
        self.locking.guard.get()
    }

    /// What is going on.
    pub fn work(self) -> Work {
        self.locking.work.get()
    }

    /// Whether something is going on that has to end first.
    pub fn busy(self) -> bool {
        matches!(self.work(), Work::Stretching | Work::Writing | Work::Going)
    }

    /// A screen begins: what an earlier one heard is no news any more.
    pub fn work_anew(self) {
        if !untrack(|| self.busy()) {
            self.locking.work.set(Work::Idle);
        }
    }

    /// Opens the lock.
    pub fn unlock(self, holder: Holder, secret: &str) {
        let slots = self.locking.shut.try_update_value(|shut| shut.as_mut().map(Vault::slots)).flatten();
        let slot = slots.unwrap_or_default().into_iter().find(|slot| slot.holder == holder);
        let Some(slot) = slot else { return self.reopen() };
        self.stretch_for(slot, secret, move |slot, key| {
            let vault = self.locking.shut.try_update_value(Option::take).flatten();
            let Some(mut vault) = vault else { return self.set_work(Work::Idle) };
            match vault.unlock(&slot, &key) {
                Ok(()) => {
                    self.opened(vault);
                    self.opened_with(holder);
                }
                Err(error) => {
                    self.locking.shut.set_value(Some(vault));
                    match error {
                        UnlockError::Wrong => self.was_wrong(),
                        UnlockError::Changed => self.reopen(),
                        UnlockError::Denied => self.hitch(Hitch::Keep(KeepError::Denied)),
                    }
                }
            }
        });
    }

    /// Leaves the screen for Today: at once, not with the next turn of the browser, so that no word stays on the page.
    pub(super) fn leave_screen(self) {
        self.stranded.set(String::new());
        self.route.set(Route::Today);
        self.forget_lists();
        self.replace(Route::Today);
        self.name_screen();
        self.focus_heading();
    }

    /// How many things were written while the lock was shut.
    pub fn held(self) -> usize {
        self.locking.held_count.get()
    }

    /// Keeps what was written while the lock was shut.
    pub fn keep_held(self) -> Result<(), KeepError> {
        let mut outcome = Ok(());
        let mut refused = Vec::new();
        for (id, body) in self.take_held() {
            if let Err(why) = self.journal.save(id, &body, &[]) {
                outcome = Err(why);
                refused.push((id, body));
            }
        }
        self.set_held(refused);
        outcome
    }

    /// Lets go of what was written while the lock was shut.
    pub fn drop_held(self) {
        self.set_held(Vec::new());
    }

    /// Shuts the lock on a journal that was opened shut.
    pub(super) fn set_shut(self, vault: Vault) {
        self.locking.shut.set_value(Some(vault));
        self.locking.guard.set(Guard::Shut);
        self.locking.by_code.forget();
        self.new_places();
        self.locking.watch.set_value(None);
    }

    /// Looks what lock the journal has.
    pub(super) fn see_lock(self) {
        if self.journal.mode.get_untracked() == Mode::Locked {
            return;
        }
        let guard = match self.journal.with_vault(|vault| vault.has_lock()) {
            true => Guard::Open,
            false => Guard::None,
        };
        if self.locking.guard.get_untracked() != guard {
            self.locking.guard.set(guard);
            self.focus_heading();
        }
        match guard {
            Guard::Open => {
                self.forget_places();
                self.watch_over();
            }
            _ => {
                self.locking.by_code.forget();
                self.locking.watch.set_value(None);
            }
        }
    }

    /// Another tab did something to the lock of a journal that is shut here.
    pub(super) fn absorb_shut(self, key: Option<&str>) {
        self.locking.shut.update_value(|shut| {
            if let Some(vault) = shut {
                vault.absorb(key);
            }
        });
        let still = self.locking.shut.with_value(|shut| shut.as_ref().is_none_or(Vault::is_locked));
        if !still {
            // What is being written here belongs to no journal that is there now.
            let writing = self.drafts().into_iter().any(Draft::unkept);
            self.set_drafts_apart();
            self.reopen();
            if writing {
                self.leave_screen();
            }
        }
    }

    /// The journal that is shut, if one is; from now on there is none.
    pub(super) fn take_shut(self) -> Option<Vault> {
        self.locking.wrong.set_value(0);
        self.locking.shut.try_update_value(Option::take).flatten()
    }

    /// Does an errand, and comes back with the answer.
    pub(super) fn run(self, errand: Errand, answered: impl FnOnce(Answer) + 'static) {
        self.locking.work.set(Work::Stretching);
        let running = self.host(|host| host.errand(errand, Box::new(self.in_turn(answered))));
        self.locking.errand.set_value(Some(running));
    }

    /// Something came in between.
    pub(super) fn hitch(self, hitch: Hitch) {
        self.secured();
        self.locking.work.set(Work::Refused(hitch));
    }

    pub(super) fn set_work(self, work: Work) {
        self.locking.work.set(work);
    }

    /// The key that an errand came back with; else says why there is none.
    pub(super) fn key_of(self, answer: Answer) -> Option<(Key, Cost)> {
        match answer {
            Answer::Key { key, cost } => return Some((key, cost)),
            Answer::Refused(refusal) => self.hitch(Hitch::Refusal(refusal)),
            _ => self.hitch(Hitch::Failed),
        }
        None
    }

    pub(super) fn salt(self) -> [u8; SALT] {
        let mut salt = [0; SALT];
        self.with_entropy(|entropy| entropy.fill(&mut salt));
        salt
    }

    /// Stretches for a slot, after the wait that wrong tries have earned.
    pub(super) fn stretch_for(self, slot: KeySlot, secret: &str, then: impl FnOnce(KeySlot, Key) + 'static) {
        if untrack(|| self.busy()) {
            return;
        }
        self.note_slip(slot.holder, secret);
        let errand = Errand::Stretch { passphrase: self.read_secret(&slot, secret), salt: slot.salt, cost: slot.cost };
        self.set_work(Work::Stretching);
        let go = self.in_turn(move |()| {
            self.run(errand, move |answer| {
                if let Some((key, _)) = self.key_of(answer) {
                    then(slot, key);
                }
            });
        });
        self.locking.timer.set_value(Some(self.after(self.wait() * 1000, move || go(()))));
    }

    /// A code may be typed with or without its dashes.
    fn read_secret(self, slot: &KeySlot, secret: &str) -> String {
        match slot.holder {
            Holder::Passphrase => secret.to_owned(),
            Holder::Recovery => seal::plain_code(secret),
        }
    }

    /// Seconds to wait before the next try: none after the first wrong one, then 1, 2, 4 and so on.
    fn wait(self) -> u32 {
        match self.locking.wrong.get_value() {
            0 | 1 => 0,
            wrong => (1 << (wrong - 2).min(8)).min(LONGEST),
        }
    }

    pub(super) fn was_wrong(self) {
        self.locking.wrong.update_value(|wrong| *wrong += 1);
        self.hitch(Hitch::Wrong(self.wait()));
    }

    /// The lock is open: shows the journal, and what was left in the tab.
    fn opened(self, vault: Vault) {
        self.locking.wrong.set_value(0);
        self.hold_memory();
        self.keep_session();
        drop(self.journal.change_vault(vault, Mode::Kept));
        self.preferences.sift();
        self.touched_now();
        self.look_at_mark();
        self.see_lock();
        self.stranded.set(held::recover(self));
        self.set_work(Work::Idle);
        self.go_on_with_what_was_cut_off();
        self.focus_heading();
    }

    /// Another journal is about to take the place of the one in memory: what was written into that is held, beside
    /// whatever is held already.
    pub(super) fn hold_memory(self) {
        if self.journal.mode.get_untracked() == Mode::Locked {
            let mut held = self.take_held();
            held.extend(self.journal.bodies());
            self.set_held(held);
        }
    }

    fn take_held(self) -> Vec<(RecordId, Body)> {
        self.locking.held.try_update_value(std::mem::take).unwrap_or_default()
    }

    fn set_held(self, held: Vec<(RecordId, Body)>) {
        self.locking.held_count.set(held.len());
        self.locking.held.set_value(held);
        self.mind_leaving();
    }

    /// Holds words in memory that belong to no journal as it is now, to be offered beside what is held already.
    pub(super) fn hold_apart(self, apart: Vec<(RecordId, Body)>) {
        if !apart.is_empty() {
            let mut held = self.take_held();
            held.extend(apart);
            self.set_held(held);
        }
    }
}
