//! Leaving the page while words would be lost by it: then the browser asks first.

use super::{App, Mode};
use leptos::prelude::*;

impl App {
    /// Has the browser ask before the page is left, for as long as words would be lost by it: what was refused, and what
    /// is held in memory alone although the person did not choose that.
    pub(super) fn mind_leaving(self) {
        if self.has_gone() {
            return;
        }
        let in_memory = matches!(self.journal.mode.get_untracked(), Mode::Locked | Mode::Nowhere);
        let lost = self.locking.held_count.get_untracked() > 0
            || self.stranded.with_untracked(|words| !words.is_empty())
            || (in_memory && untrack(|| !self.journal.bodies().is_empty()))
            || !self.drafts().into_iter().all(|draft| draft.survives() || self.is_shared());
        if self.minded.try_update_value(|minded| std::mem::replace(minded, lost)) != Some(lost) {
            self.host(|host| host.ask_before_leaving(lost));
        }
    }

    /// Whether the whole app is being taken down.
    pub(super) fn has_gone(self) -> bool {
        self.locking.held_count.try_get_untracked().is_none()
    }

    fn is_shared(self) -> bool {
        self.journal.mode.get_untracked() == Mode::Shared
    }
}
