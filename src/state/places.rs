//! How this tab writes addresses: with a salt of its own, so that its history tells nothing to whoever comes after.
//!
//! Back, forward and a reload need the salt, so it stands in the store that lasts as long as the tab, once a piece was
//! gone to. On a shared device, under a lock, and where the browser lends no store, it is in memory alone.

use super::{App, Guard, Mode};
use crate::route::{Route, Salt};
use leptos::prelude::*;
use obverse_core::vault::{Entropy, Shelf};

/// The key it stands under in the store that lasts as long as the tab.
pub(super) const KEY: &str = "ob/t";

/// The addresses of this tab. A handle, cheap to copy.
#[derive(Clone, Copy)]
pub struct Places(StoredValue<Salt>);

impl Places {
    /// Returns addresses written with this salt.
    pub fn of(salt: Salt) -> Places {
        Places(StoredValue::new(salt))
    }

    /// Writes the address of a screen, with `#` before it.
    pub fn address(self, to: Route) -> String {
        self.0.with_value(|salt| to.address(salt))
    }

    /// Reads what stands behind the `#`.
    pub fn read(self, hash: &str) -> Route {
        self.0.with_value(|salt| Route::parse(hash, salt))
    }

    /// Returns what to write down of the salt.
    pub fn text(self) -> String {
        self.0.with_value(Salt::text)
    }
}

/// Returns the salt that this tab goes by: the one that stands in the tab's store, else a new one.
pub(super) fn found(tab: &dyn Shelf, entropy: &dyn Entropy) -> Salt {
    let there = tab.get(KEY).ok().flatten();
    there.and_then(|text| Salt::read(&text)).unwrap_or_else(|| Salt::random(entropy))
}

impl App {
    /// The address changed to what stands behind this `#`: shows the screen it names. An address of another session leads
    /// to Today, and does not stay.
    pub fn arrive_at(self, hash: &str) {
        self.arrive(self.places.read(hash));
        self.leave_stale(hash);
    }

    /// Takes an address that led to Today, though it was meant to lead elsewhere, out of sight.
    pub(super) fn leave_stale(self, hash: &str) {
        let elsewhere = hash.chars().any(|one| !matches!(one, '#' | '/'));
        if elsewhere && self.route.get_untracked() == Route::Today {
            self.replace(Route::Today);
        }
    }

    /// Keeps the salt with the tab if there is need and leave to: nothing is kept before it was said whose device this is.
    pub(super) fn keep_places(self) {
        let leave =
            self.journal.mode.get_untracked() == Mode::Kept && self.locking.guard.get_untracked() == Guard::None;
        let answered = self.entered.get_untracked() || untrack(|| self.preferences.welcomed());
        if leave && answered && self.route.get_untracked().has_code() {
            // Where it cannot be kept, a reload leads to Today.
            let _ = self.session().set(KEY, &self.places.text());
        }
    }

    /// From now on no address from before leads anywhere but to Today.
    pub(super) fn new_places(self) {
        let salt = self.with_entropy(Salt::random);
        self.places.0.set_value(salt);
        self.forget_places();
    }

    /// The salt stays in memory alone.
    pub(super) fn forget_places(self) {
        if let Some(tab) = self.ports.with_value(|ports| ports.tab.clone()) {
            let _ = tab.remove(KEY);
        }
    }
}

#[cfg(test)]
pub(in crate::state) mod tests;
