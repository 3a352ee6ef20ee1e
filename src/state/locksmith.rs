//! What changes the lock: turning it on and off, another passphrase, another key, a recovery code.

use super::{App, Guard, KeepError, held, lock::Hitch, lock::Work};
use leptos::prelude::*;
use obverse_core::{
    errand::Errand,
    seal::{self, Cost},
    vault::{HeldDraft, Holder, Opener, RecordId, Vault},
};

/// How many values are brought into another form between two breaths of the page.
const AT_ONCE: usize = 150;
/// How long Chromium may wait before it puts on the disk what was written in a store, in milliseconds: for each commit,
/// and for each mebibyte of it; see docs/reliability.md.
const COMMIT: u32 = 60_000;
const PER_MIB: f64 = 6.0 * 60_000.0;
const MIB: f64 = 1_048_576.0;

impl App {
    /// Turns the lock on.
    pub fn lock_with(self, secret: &str) {
        self.flush();
        self.locking.securing.set(true);
        self.opener(Holder::Passphrase, secret, move |opener| {
            self.write_lock(move |vault| vault.prepare().and_then(|()| vault.lock(&opener)));
        });
    }

    /// Takes the lock off, after the passphrase was given once more.
    pub fn unlock_for_good(self, secret: &str) {
        self.flush();
        self.with_leave(secret, move || self.write_lock(Vault::unlock_for_good));
    }

    /// Has the lock open with another passphrase.
    pub fn change_passphrase(self, before: &str, secret: &str) {
        let secret = secret.to_owned();
        self.with_leave(before, move || {
            self.opener(Holder::Passphrase, &secret, move |opener| self.renew(move |vault| vault.change(&opener)));
        });
    }

    /// Seals everything anew under another key, opened with the same or another passphrase.
    pub fn new_key(self, before: &str, secret: &str) {
        self.flush();
        let secret = secret.to_owned();
        self.with_leave(before, move || {
            self.opener(Holder::Passphrase, &secret, move |opener| self.renew(move |vault| vault.new_key(&opener)));
        });
    }

    /// A fresh recovery code, to be shown once.
    pub fn new_code(self) -> String {
        self.with_entropy(|entropy| seal::recovery_code(entropy))
    }

    /// Has the lock open with this recovery code too.
    pub fn keep_code(self, code: &str) {
        let salt = self.salt();
        let errand = Errand::Stretch { passphrase: seal::plain_code(code), salt, cost: Cost::FLOOR };
        self.run(errand, move |answer| {
            if let Some((key, cost)) = self.key_of(answer) {
                let opener = Opener { holder: Holder::Recovery, salt, cost, key };
                self.write_lock(move |vault| vault.change(&opener));
            }
        });
    }

    /// Takes the recovery code away.
    pub fn remove_code(self) {
        self.write_lock(|vault| vault.remove_slot(Holder::Recovery));
    }

    /// Whether a recovery code opens the lock.
    pub fn has_code(self) -> bool {
        self.locking.guard.track();
        self.locking.work.track();
        let slots = match self.locking.guard.get_untracked() {
            Guard::Shut => self.locking.shut.try_update_value(|shut| shut.as_mut().map(Vault::slots)).flatten(),
            _ => self.journal.with_vault(|vault| Some(vault.slots())),
        };
        slots.unwrap_or_default().iter().any(|slot| slot.holder == Holder::Recovery)
    }

    /// Makes an opener of a new passphrase.
    fn opener(self, holder: Holder, secret: &str, then: impl FnOnce(Opener) + 'static) {
        let salt = self.salt();
        self.run(Errand::Calibrate { passphrase: secret.to_owned(), salt }, move |answer| {
            if let Some((key, cost)) = self.key_of(answer) {
                then(Opener { holder, salt, cost, key });
            }
        });
    }

    /// Goes on only with the passphrase of the lock that is open.
    pub(super) fn with_passphrase(self, secret: &str, then: impl FnOnce() + 'static) {
        let slots = self.journal.with_vault(|vault| vault.slots());
        let Some(slot) = slots.into_iter().find(|slot| slot.holder == Holder::Passphrase) else { return };
        self.stretch_for(slot, secret, move |slot, key| {
            if self.journal.with_vault(|vault| vault.opens(&slot, &key)) {
                self.locking.wrong.set_value(0);
                then();
            } else {
                self.was_wrong();
            }
        });
    }

    /// Has what was cut off gone on with, if anything was. It happens so seldom that the program for it comes later.
    pub fn go_on_with_what_was_cut_off(self) {
        if self.journal.with_vault(|vault| vault.converting()) {
            self.set_work(Work::Writing);
        } else if self.preferences.erasing().is_none() {
            return;
        }
        self.ports.with_value(|ports| ports.go_on)(self);
    }

    /// Goes on bringing values into another form, where that was cut off, or where a version before this one kept them; and on
    /// erasing a kind, likewise.
    pub fn go_on(self) {
        if self.journal.with_vault(|vault| vault.converting()) {
            self.write_lock(|_| Ok(()));
        } else {
            self.go_on_later();
        }
        self.go_on_erasing();
    }

    /// Nothing goes on for now: the program for it could not be had, or somebody else has done it.
    pub fn go_on_later(self) {
        if untrack(|| self.work()) == Work::Writing {
            self.set_work(Work::Idle);
        }
    }

    /// Changes the lock while no other tab does, then brings the values into their form.
    pub(super) fn write_lock(self, act: impl FnOnce(&mut Vault) -> Result<(), KeepError> + 'static) {
        if self.journal.has_set_aside() {
            return self.hitch(Hitch::Failed);
        }
        self.set_work(Work::Writing);
        self.host(|host| {
            let drafts = held::read_held(self);
            let then = self.in_turn(move |()| match self.journal.with_vault(act) {
                Ok(()) => self.convert_some(drafts),
                Err(why) => {
                    self.see_lock();
                    self.hitch(Hitch::Keep(why));
                }
            });
            host.exclusively(Box::new(move || then(())));
        });
    }

    /// Whether the browser may not yet have put a lock that was changed on the disk, so that it should be closed once.
    pub fn settling(self) -> bool {
        self.locking.settling.get()
    }

    /// Every value was written anew: Chromium takes its time to put that on the disk.
    fn settle(self) {
        // As many units as a store has room for: exact in a float.
        let mib = untrack(|| self.journal.usage().used) as f64 / MIB;
        let wait = COMMIT + (mib * PER_MIB) as u32;
        self.locking.settling.set(true);
        let over = self.after(wait, move || self.locking.settling.set(false));
        self.locking.settled.set_value(Some(over));
    }

    fn convert_some(self, drafts: Vec<(RecordId, HeldDraft)>) {
        match self.journal.with_vault(|vault| vault.convert(AT_ONCE)) {
            Ok(true) => {
                self.journal.bump();
                self.see_lock();
                held::hold_anew(self, &drafts);
                self.preferences.vouch_anew();
                self.settle();
                self.set_work(Work::Done);
                self.secured();
            }
            Ok(false) => {
                self.set_work(Work::Writing);
                let some = self.in_turn(move |()| self.convert_some(drafts));
                let next = move || self.host(|host| host.exclusively(Box::new(move || some(()))));
                self.locking.timer.set_value(Some(self.after(0, next)));
            }
            Err(why) => {
                self.see_lock();
                self.hitch(if why == KeepError::Full { Hitch::Halfway } else { Hitch::Keep(why) });
            }
        }
    }
}
