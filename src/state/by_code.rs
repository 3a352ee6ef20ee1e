//! A journal that was opened with its recovery code: whoever did that does not know the passphrase, so nothing asks for it
//! until the lock shuts, and a new one is asked for at once.

use super::{App, Holder, KeepError};
use crate::route::Route;
use leptos::prelude::*;
use obverse_core::vault::Vault;

/// How the lock was opened.
#[derive(Clone, Copy)]
pub(super) struct ByCode {
    /// With the recovery code, and no new passphrase was chosen since.
    opened: RwSignal<bool>,
    /// The screen in whose place a new passphrase is asked for.
    asked: RwSignal<Option<Route>>,
}

impl ByCode {
    pub(super) fn new() -> ByCode {
        ByCode { opened: RwSignal::new(false), asked: RwSignal::new(None) }
    }

    /// The lock is shut or gone.
    pub(super) fn forget(self) {
        self.opened.set(false);
        self.asked.set(None);
    }
}

impl App {
    /// Whether the lock was opened with the recovery code, so that the passphrase may be forgotten.
    pub fn opened_by_code(self) -> bool {
        self.locking.by_code.opened.get()
    }

    /// Whether a new passphrase is asked for in the place of this screen.
    pub fn asks_for_passphrase(self, at: Route) -> bool {
        self.locking.by_code.asked.get() == Some(at)
    }

    /// A new passphrase was chosen, or can wait: goes on to the screen that was asked for.
    pub fn ask_no_more(self) {
        self.locking.by_code.asked.set(None);
        self.focus_heading();
    }

    /// The lock was opened.
    pub(super) fn opened_with(self, holder: Holder) {
        if holder == Holder::Recovery {
            self.locking.by_code.opened.set(true);
            self.locking.by_code.asked.set(Some(self.route.get_untracked()));
        }
    }

    /// Goes on only for whoever may change the lock: with its passphrase, or if the recovery code has opened it.
    pub(super) fn with_leave(self, secret: &str, then: impl FnOnce() + 'static) {
        if !untrack(|| self.opened_by_code()) {
            return self.with_passphrase(secret, then);
        }
        if !untrack(|| self.busy()) {
            then();
        }
    }

    /// Gives the lock a new passphrase, which is known from then on.
    pub(super) fn renew(self, act: impl FnOnce(&mut Vault) -> Result<(), KeepError> + 'static) {
        self.write_lock(move |vault| act(vault).inspect(|()| self.locking.by_code.opened.set(false)));
    }
}
