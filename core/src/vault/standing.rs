//! What must stand before anything is written: both copies of the header, and the ballast.

use super::{Condition, KeepError, ShelfError, Vault, found::Found, header::Header};

/// How much the ballast takes up.
const BALLAST: usize = 65_536;
/// How much must be free before a spent ballast is put back.
pub(super) const ROOMY: usize = 2 * BALLAST;

impl Vault {
    /// Makes sure that both copies of the header and the ballast stand, and clears away what deletions left over.
    /// Reads everything it needs anew; to be called while holding the lock on the header. Can be called at any time.
    pub fn prepare(&mut self) -> Result<(), KeepError> {
        self.look_at_clock();
        if self.header.is_none() {
            self.load(false);
        }
        match self.condition {
            Condition::Denied => return Err(KeepError::Denied),
            Condition::Newer | Condition::Damaged => return Err(KeepError::ReadOnly),
            Condition::Altered => return Err(KeepError::Altered),
            Condition::Locked => return Err(KeepError::Locked),
            Condition::Fresh | Condition::Open => {}
        }
        let copies = self.copies()?;
        let mine = match &self.header {
            Some(mine) => {
                let mine = mine.clone();
                self.look_around()?;
                self.header.clone().unwrap_or(mine)
            }
            None if copies.iter().any(|copy| matches!(copy, Found::Good(_))) => {
                return Err(KeepError::Elsewhere(super::Why::Erased));
            }
            None => {
                self.begun_here = true;
                Header::new(self.newest().number, &*self.entropy)
            }
        };
        let value = mine.encode();
        for (key, copy) in self.header_keys().iter().zip(&copies) {
            // What a later version may be in the middle of writing stays as it is.
            if !copy.may_be_needed() && self.books.peek(key)?.as_ref() != Some(&value) {
                self.put(key, &value)?;
            }
        }
        self.header = Some(mine);
        self.condition = Condition::Open;
        self.books.get(&self.ballast_key())?;
        self.restore_ballast();
        self.clear_left_over();
        Ok(())
    }

    /// What every write does first: is there a journal, and is it still ours to write?
    pub(super) fn ready(&mut self) -> Result<(), KeepError> {
        match self.condition {
            Condition::Open if self.header.is_some() => self.look_around(),
            Condition::Newer | Condition::Damaged => Err(KeepError::ReadOnly),
            Condition::Altered => Err(KeepError::Altered),
            Condition::Locked => Err(KeepError::Locked),
            Condition::Open | Condition::Fresh | Condition::Denied => self.prepare(),
        }
    }

    /// Writes a value and reads it back, spending the ballast if need be.
    pub(super) fn put(&mut self, key: &str, value: &str) -> Result<(), KeepError> {
        match self.books.set(key, value) {
            Err(ShelfError::Full) => {
                self.books.remove(&self.ballast_key())?;
                self.books.set(key, value)?;
            }
            other => other?,
        }
        self.read_back(key, value)
    }

    /// Whether a value stands as it was just written.
    pub(super) fn read_back(&mut self, key: &str, value: &str) -> Result<(), KeepError> {
        match self.books.get(key)? {
            Some(back) if back == value => Ok(()),
            _ => Err(KeepError::NotKept),
        }
    }

    /// Puts the ballast back if there is room to spare. That it cannot be is no failure.
    pub(super) fn restore_ballast(&mut self) {
        let key = self.ballast_key();
        if self.books.size(&key) != Some(key.len() + BALLAST) && self.books.free() >= ROOMY {
            self.put_ballast();
        }
    }

    pub(super) fn put_ballast(&mut self) {
        let _ = self.books.set(&self.ballast_key(), &"0".repeat(BALLAST));
    }
}
