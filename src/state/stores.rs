//! Which store the journal stands in: the lasting one, memory on a shared device, or memory while the lock is shut; and
//! what another tab does to it.

use super::session::{MEMORY, PREFIX};
use super::{App, Draft, KeepError, Mode, Work};
use obverse_core::vault::{MemoryShelf, Shelf, Vault, Why};
use std::rc::Rc;

impl App {
    /// From now on nothing is kept once this tab is closed.
    pub fn share_device(self) {
        self.flush();
        let memory: Rc<dyn Shelf> = Rc::new(MemoryShelf::new(MEMORY));
        self.forget_session();
        self.preferences.keep_in(memory.clone());
        self.hold_memory();
        drop(self.open_over(memory, Mode::Shared));
        drop(self.take_shut());
        self.see_lock();
        self.entered.set(true);
        self.focus_heading();
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
        self.preferences.welcome();
        self.preferences.keep_welcome();
        Ok(())
    }

    /// Another tab changed the store.
    pub fn absorb(self, key: Option<&str>) {
        if key.is_some_and(|key| !key.starts_with(PREFIX)) {
            return;
        }
        match self.journal.mode.get_untracked() {
            Mode::Kept => {
                self.journal.absorb(key);
                // The lock was turned on or changed there: no more words are shown here than there. Words that are
                // not kept yet stay on the screen, which says why.
                let changed = self.journal.with_vault(|vault| vault.elsewhere() == Some(Why::Changed));
                if changed && !self.drafts().into_iter().any(Draft::unkept) {
                    self.reopen();
                    if self.journal.mode.get_untracked() == Mode::Locked {
                        self.leave_screen();
                    }
                }
            }
            Mode::Locked => self.absorb_shut(key),
            Mode::Shared | Mode::Nowhere => {}
        }
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
