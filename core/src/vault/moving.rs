//! Bringing a journal of an earlier form over into the newest.
//!
//! Each value is written in the newest form beside the old one, in the other folder, read back and compared. Once all
//! stand there, both copies of the header turn to that folder, and what was left behind goes. A version that knows only
//! the earlier form works on until then; afterwards it only reads. Where there is no room for both, the header turns
//! first and stays with its folder, and each value is exchanged in its place: it is written whole or not at all, and
//! says by itself of which form it is.
//!
//! At any moment every revision stands whole where the header says, or is fetched from the other folder before that is
//! cleared. Whoever opens the journal goes on with what is found.

use super::{
    Condition, KeepError, ShelfError, Vault, form::Form, header::State, journal::parse, revision::Revision,
    standing::ROOMY,
};

/// How far writing beside has come.
enum Beside {
    /// There is more to write.
    Unfinished,
    /// Everything stands in both folders.
    Whole,
    /// There is no room for that.
    NoRoom,
}

impl Vault {
    /// The forms that are known, the oldest first. A test may know more than there are, to go over from one to another;
    /// as long as there is one, the program carries nothing of all this.
    pub(super) fn forms(&self) -> &'static [Form] {
        #[cfg(test)]
        return self.forms;
        #[cfg(not(test))]
        super::form::FORMS
    }

    /// The form that journals are brought to.
    pub(super) fn newest(&self) -> &'static Form {
        self.forms().last().expect("there is a first form")
    }

    /// The form that is written now: the journal's own until it is brought over.
    pub(super) fn form(&self) -> &'static Form {
        let named = |number| self.forms().iter().find(|form| form.number == number);
        self.header.as_ref().and_then(|header| named(header.format)).unwrap_or_else(|| self.newest())
    }

    /// Whether the journal is still to be brought over, or was and something is left of it as it was.
    pub(super) fn outdated(&self) -> bool {
        // Said first, so that the compiler sees it.
        let several = self.forms().len() > 1;
        let settled = matches!(self.state(), State::Open | State::Locked);
        let earlier = |number| number < self.newest().number || self.behind;
        several
            && self.condition == Condition::Open
            && settled
            && self.header.as_ref().is_some_and(|it| earlier(it.format))
    }

    /// Brings over all that is left. Before the lock is turned, so that nothing is left behind unsealed.
    pub(super) fn bring_all_over(&mut self) -> Result<(), KeepError> {
        while self.outdated() && !self.bring_over(usize::MAX)? {}
        Ok(())
    }

    /// Does up to `most` steps of it; `true` once nothing is left to do. Can be called again after any failure.
    pub(super) fn bring_over(&mut self, most: usize) -> Result<bool, KeepError> {
        self.ready()?;
        let Some(header) = self.header.clone() else { return Ok(true) };
        if header.format < self.newest().number {
            let mut beside = self.write_beside(most)?;
            if let Beside::Whole = beside {
                // All of it once more, at one go: another tab may have written, and nothing is taken on trust.
                self.reached.clear();
                beside = self.write_beside(usize::MAX)?;
            }
            let folder = match beside {
                Beside::Unfinished => return Ok(false),
                Beside::Whole => header.folder.other(),
                Beside::NoRoom => header.folder,
            };
            self.reached.clear();
            self.behind = true;
            self.put_headers(header.turned(self.newest().number, folder, self.lock.as_ref()))?;
            return Ok(false);
        }
        let mut left = most;
        // First what stands in the other folder: it takes up room that the rest may need.
        for key in self.books.keys()? {
            let Some(name) = self.name_in(header.folder.other(), &key) else { continue };
            left -= usize::from(self.fetch(&key, name)?);
            if left == 0 {
                return Ok(false);
            }
        }
        for key in self.keys_ahead()? {
            left -= usize::from(self.renew(&key)?);
            self.reached = key;
            if left == 0 {
                return Ok(false);
            }
        }
        self.reached.clear();
        self.behind = false;
        self.restore_ballast();
        Ok(true)
    }

    /// Writes every value into the other folder that does not stand there yet.
    fn write_beside(&mut self, most: usize) -> Result<Beside, KeepError> {
        let folder = self.folder();
        let mut left = most;
        for key in self.keys_ahead()? {
            let Some(name) = self.name_in(folder, &key) else { continue };
            let to = self.key_in(folder.other(), name);
            let Some(value) = self.books.peek(&key)? else { continue };
            if self.is_told(name, &value, &to, self.newest().number)? {
                continue;
            }
            if left == 0 {
                return Ok(Beside::Unfinished);
            }
            left -= 1;
            let new = self.renewed(name, &value)?.unwrap_or(value);
            // Whoever writes meanwhile is not to find the shelf full.
            if self.books.free() < new.len() + ROOMY {
                return Ok(Beside::NoRoom);
            }
            match self.books.set(&to, &new) {
                Err(ShelfError::Full) => return Ok(Beside::NoRoom),
                other => other?,
            }
            self.read_back(&to, &new)?;
            self.reached = key;
        }
        Ok(Beside::Whole)
    }

    /// All keys, in order, after the one that was reached in the step before.
    fn keys_ahead(&self) -> Result<Vec<String>, ShelfError> {
        let mut keys = self.books.keys()?;
        let passed = keys.partition_point(|key| *key <= self.reached);
        keys.drain(..passed);
        Ok(keys)
    }

    /// Brings in a value that was left in the other folder, unless it stands here, and removes it there. Whether
    /// anything was done.
    fn fetch(&mut self, key: &str, name: &str) -> Result<bool, KeepError> {
        let to = &self.key_in(self.folder(), name);
        let Some(value) = self.books.get(key)? else { return Ok(false) };
        if !self.is_told(name, &value, to, 1)? {
            let new = self.renewed(name, &value)?;
            if new.is_none() && self.books.peek(to)?.is_some() {
                // Neither is the other, and this one cannot be read: it stays where it is.
                return Ok(false);
            }
            self.put(to, new.as_deref().unwrap_or(&value))?;
            self.absorb(Some(to));
        }
        self.books.remove(key)?;
        Ok(true)
    }

    /// Brings a value of an earlier form into the newest in its place. Whether anything was done.
    fn renew(&mut self, key: &str) -> Result<bool, KeepError> {
        let Some(name) = self.name_in(self.folder(), key) else { return Ok(false) };
        let Some(value) = self.books.peek(key)? else { return Ok(false) };
        if self.tells(name, &value).is_none_or(|(number, _)| number >= self.newest().number) {
            return Ok(false);
        }
        let Some(new) = self.renewed(name, &value)? else { return Ok(false) };
        self.exchange(key, &value, &new)?;
        Ok(true)
    }

    /// A value in the newest form; `None` for what cannot be read, which stays as it is.
    fn renewed(&self, name: &str, value: &str) -> Result<Option<String>, KeepError> {
        let (Some((id, rev)), Some((_, revision))) = (parse(name), self.tells(name, value)) else { return Ok(None) };
        let text = (self.newest().write)(&revision);
        // What it would not hold whole is not brought into it.
        if (self.newest().read)(&text).as_ref() != Ok(&revision) {
            return Err(KeepError::NotKept);
        }
        Ok(Some(self.store_text(id, rev, &text)))
    }

    /// Whether what stands under `to` tells all that `value` does, in this form or a later one.
    fn is_told(&self, name: &str, value: &str, to: &str, least: u32) -> Result<bool, KeepError> {
        let Some(there) = self.books.peek(to)? else { return Ok(false) };
        Ok(match (self.tells(name, value), self.tells(name, &there)) {
            (Some((_, old)), Some((number, new))) => old == new && number >= least,
            (None, Some(_)) => true,
            (Some(_), None) => false,
            (None, None) => there == value,
        })
    }

    /// What a value under this name tells, and the number of the form it is in.
    fn tells(&self, name: &str, value: &str) -> Option<(u32, Revision)> {
        let (id, rev) = parse(name)?;
        self.told(id, rev, value).ok()
    }
}

#[cfg(test)]
mod tests;
