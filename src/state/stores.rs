//! Which store the journal stands in: the lasting one, memory on a shared device, or memory while the lock is shut; and
//! what another tab does to it.

use super::session::{MEMORY, PREFIX};
use super::{App, Draft, KeepError, Mode, Work, held};
use leptos::prelude::*;
use obverse_core::vault::{Condition, MemoryShelf, Shelf, Vault, Why};
use std::rc::Rc;

impl App {
    /// Something is being written where there is no journal yet: makes one ready, one tab at a time. So it stands before the
    /// first save, whichever way that comes, and no two tabs begin one each.
    pub(super) fn begin_journal(self) {
        let lacks_one = move || {
            let fresh = untrack(|| self.journal.condition()) == Condition::Fresh;
            fresh && self.journal.mode.get_untracked() == Mode::Kept
        };
        if !lacks_one() || self.beginning.get_value() {
            return;
        }
        self.beginning.set_value(true);
        let begin = move || {
            self.beginning.set_value(false);
            // What was being written may have been let go of, or everything erased.
            if lacks_one() && self.drafts().into_iter().any(Draft::is_being_written) {
                self.journal.prepare();
            }
        };
        self.host(|host| host.exclusively(Box::new(begin)));
    }

    /// From now on nothing is kept once this tab is closed.
    pub fn share_device(self) {
        self.shared_before();
        self.focus_heading();
    }

    /// The same, chosen on the first screen that stands in the page itself: the focus stays where it is.
    pub fn shared_before(self) {
        self.flush();
        self.forget_lists();
        let memory: Rc<dyn Shelf> = Rc::new(MemoryShelf::new(MEMORY));
        self.forget_session();
        self.preferences.keep_in(memory.clone());
        self.hold_memory();
        drop(self.open_over(memory, Mode::Shared));
        drop(self.take_shut());
        self.see_lock();
        self.entered.set(true);
        self.new_places();
    }

    /// The device is one's own after all: goes back to the store that lasts. What was held in memory goes along.
    pub fn own_device(self) -> Result<(), KeepError> {
        let Some(durable) = self.ports.with_value(|ports| ports.durable.clone()) else {
            return Err(KeepError::Denied);
        };
        self.flush();
        let held = self.journal.bodies();
        self.keep_session();
        self.preferences.keep_in(durable.clone());
        let memory = self.open_over(durable, Mode::Kept);
        self.see_lock();
        let refused = held.iter().find_map(|(id, body)| self.journal.save(*id, body, &[]).err());
        if let Some(why) = refused {
            // What was written stays in reach: back to the memory it is in.
            self.journal.change_vault(memory, Mode::Shared);
            self.forget_session();
            self.preferences.keep_in(Rc::new(MemoryShelf::new(MEMORY)));
            return Err(why);
        }
        self.new_places();
        self.preferences.welcome();
        self.preferences.keep_welcome();
        Ok(())
    }

    /// Another tab changed the store.
    pub fn absorb(self, key: Option<&str>) {
        if key.is_some_and(|key| !key.starts_with(PREFIX) || self.heard_of_mark(key)) {
            return;
        }
        match self.journal.mode.get_untracked() {
            Mode::Kept => {
                self.journal.absorb(key);
                self.follow_elsewhere();
            }
            Mode::Locked => self.absorb_shut(key),
            Mode::Shared | Mode::Nowhere => {}
        }
    }

    /// Another tab may have locked, erased or replaced the journal: opens it anew, so that no more words are shown here
    /// than there. Words that are not saved yet stay on the screen, which says why; no unsealed copy of them stays in the
    /// tab's store.
    pub(super) fn follow_elsewhere(self) {
        if !self.is_elsewhere() {
            return;
        }
        held::forget(self);
        if !self.drafts().into_iter().any(Draft::unkept) {
            let changed = self.journal.with_vault(|vault| vault.elsewhere() == Some(Why::Changed));
            self.reopen();
            if self.journal.mode.get_untracked() == Mode::Locked || !changed {
                // What this screen shows or writes to is not there any more.
                self.leave_screen();
            }
        }
        self.mind_leaving();
    }

    /// The same where nothing may stay on the screen: words that are not saved yet are held in memory, to be offered.
    pub(super) fn follow_elsewhere_now(self) {
        if !self.is_elsewhere() {
            return;
        }
        self.set_drafts_apart();
        self.reopen();
        self.leave_screen();
    }

    /// Holds in memory what is being written and is not saved, to be offered; no copy of it stays in the tab's store.
    pub(super) fn set_drafts_apart(self) {
        let mut apart = Vec::new();
        for draft in self.drafts() {
            apart.extend(draft.unkept().then(|| draft.body_if_there().map(|body| (draft.id, body))).flatten());
            draft.leave();
        }
        self.hold_apart(apart);
        held::forget(self);
    }

    /// Whether another tab has locked, erased or replaced the journal, and this one has not followed yet.
    pub(super) fn is_elsewhere(self) -> bool {
        let gone = self.journal.with_vault(|vault| vault.elsewhere().is_some() || vault.is_locked());
        gone && self.journal.mode.get_untracked() == Mode::Kept
    }

    /// Opens the journal anew, as another tab has left it.
    pub(super) fn reopen(self) {
        let Some(durable) = self.ports.with_value(|ports| ports.durable.clone()) else { return };
        self.hold_memory();
        self.forget_backup();
        drop(self.take_shut());
        self.keep_session();
        self.preferences.keep_in(durable.clone());
        drop(self.open_over(durable, Mode::Kept));
        self.see_lock();
        self.set_work(Work::Idle);
    }

    /// Puts an empty journal in memory in the place of the present one, which is given back.
    pub(super) fn open_in_memory(self, mode: Mode) -> Vault {
        self.journal.change_vault(self.vault_over(Rc::new(MemoryShelf::new(MEMORY))), mode)
    }

    /// What is being written goes to the store that lasts as long as the tab.
    pub(super) fn keep_session(self) {
        if let Some(tab) = self.ports.with_value(|ports| ports.tab.clone()) {
            self.session.set_value(tab);
        }
    }

    /// What is being written stays in memory.
    pub(super) fn forget_session(self) {
        self.session.set_value(Rc::new(MemoryShelf::new(MEMORY)));
    }

    /// Opens the journal over another shelf, and gives back the one before. If that is locked, an empty one in memory
    /// takes its place.
    fn open_over(self, shelf: Rc<dyn Shelf>, mode: Mode) -> Vault {
        let vault = self.vault_over(shelf);
        if !vault.is_locked() {
            return self.journal.change_vault(vault, mode);
        }
        let before = self.open_in_memory(Mode::Locked);
        self.set_shut(vault);
        before
    }

    fn vault_over(self, shelf: Rc<dyn Shelf>) -> Vault {
        self.ports.with_value(|ports| Vault::open(shelf, ports.clock.clone(), ports.entropy.clone(), PREFIX))
    }
}
