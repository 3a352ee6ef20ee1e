//! What is offered once, when the first words are kept.

use super::{App, Guard, Mode};
use leptos::prelude::*;

/// Something that is offered once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A lock.
    Lock,
    /// The home screen, where that keeps words longer than a tab does.
    HomeScreen,
}

impl App {
    /// Whether a lock, and whether the home screen, is to be offered now.
    pub fn offers(self) -> [bool; 2] {
        let kept = self.journal.mode() == Mode::Kept && self.journal.look(|records| records.next().is_some());
        let lock = self.guard() == Guard::None && self.preferences.offers(Offer::Lock);
        let home =
            self.ports.with_value(|ports| ports.keeps_longer_at_home) && self.preferences.offers(Offer::HomeScreen);
        [kept && lock, kept && home]
    }

    /// It is not wanted, and is not offered again.
    pub fn decline(self, offer: Offer) {
        self.preferences.decline(offer);
        self.focus_heading();
    }
}
