//! What holds for the person and not for one tab: a screen that was hidden or a lock that was shut is so in every tab, in
//! those too that the browser had put aside meanwhile.
//!
//! A mark in the shared store says it. A tab hears of it at once; one that was put aside looks when it is shown again.

use super::{App, Draft, Mode, session::PREFIX};
use leptos::prelude::*;
use obverse_core::vault::{Condition, Shelf};

/// How a mark begins that was made by hiding the screen; others were made by shutting the lock alone.
const HIDDEN: char = 'h';
const LOCKED: char = 'l';

/// The key the mark stands under.
fn key() -> String {
    [PREFIX, "v"].concat()
}

impl App {
    /// Tells every other tab of the journal that the screen was hidden, or the lock shut. Where there is no journal,
    /// nothing is written for it.
    pub(super) fn tell_tabs(self, hidden: bool) {
        let of_journal = matches!(self.journal.mode.get_untracked(), Mode::Kept | Mode::Locked);
        if !of_journal || !self.has_journal() {
            return;
        }
        let mut bytes = [0; 8];
        self.with_entropy(|entropy| entropy.fill(&mut bytes));
        let kind = if hidden { HIDDEN } else { LOCKED };
        let mark = format!("{kind}{:016x}", u64::from_le_bytes(bytes));
        // A full store that has never held one leaves the other tabs as they are.
        self.in_durable(|shelf| shelf.set(&key(), &mark).ok());
        self.locking.told.set_value(Some(mark));
    }

    /// Shuts what another tab has shut since this one last looked.
    pub(super) fn shut_if_told(self) {
        let mark = self.mark_of_tabs();
        if mark == self.locking.told.get_value() {
            return;
        }
        let hidden = mark.as_ref().is_some_and(|mark| mark.starts_with(HIDDEN));
        self.locking.told.set_value(mark.clone());
        match mark {
            Some(_) if hidden => self.cover(),
            Some(_) => self.lock_now(),
            None => self.drop_begun(),
        }
    }

    /// Everything is about to be erased: every other tab hears of it, those too that have no journal yet and are about to
    /// begin one. The erasing takes the mark away again.
    pub(super) fn tell_erasing(self) {
        if matches!(self.journal.mode.get_untracked(), Mode::Kept | Mode::Locked) {
            self.in_durable(|shelf| shelf.set(&key(), "erased").ok());
            self.in_durable(|shelf| shelf.remove(&key()).ok());
            self.locking.told.set_value(None);
        }
    }

    /// Everything was erased in another tab: words that belong to no journal yet, or to one that was locked there before
    /// they were saved, are offered and begin none by themselves.
    fn drop_begun(self) {
        self.follow_elsewhere_now();
        let fresh = self.journal.with_vault(|vault| vault.condition() == Condition::Fresh);
        if fresh && self.journal.mode.get_untracked() == Mode::Kept && self.drafts().into_iter().any(Draft::unkept) {
            self.set_drafts_apart();
            self.leave_screen();
        }
    }

    /// Another tab changed this key of the store; whether it was the mark.
    pub(super) fn heard_of_mark(self, changed: &str) -> bool {
        if changed != key() {
            return false;
        }
        match self.mark_of_tabs() {
            // It was put up and taken away again.
            None => self.drop_begun(),
            Some(_) => self.shut_if_told(),
        }
        true
    }

    /// From now on only marks count that are made later.
    pub(super) fn look_at_mark(self) {
        self.locking.told.set_value(self.mark_of_tabs());
    }

    fn mark_of_tabs(self) -> Option<String> {
        self.in_durable(|shelf| shelf.get(&key()).ok().flatten())
    }

    fn has_journal(self) -> bool {
        self.in_durable(|shelf| shelf.get(&[PREFIX, "h0"].concat()).ok().flatten()).is_some()
    }

    fn in_durable<T>(self, ask: impl FnOnce(&dyn Shelf) -> Option<T>) -> Option<T> {
        self.ports.with_value(|ports| ports.durable.as_deref().and_then(ask))
    }
}
