//! Erasing everything, so that an interruption at any point is made good by the next opening.

use super::{
    KeepError, ShelfError, Vault,
    found::{self, Found},
    header::{Header, State},
};

/// The turn of the headers: the last.
const HEADER: u8 = 3;

impl Vault {
    /// Erases everything under the prefix, what cannot be read included. On a failure the next opening goes on.
    pub fn erase(&mut self) -> Result<(), KeepError> {
        let current = match found::agreed(self.copies()?) {
            Found::Good(header) => header,
            _ => Header::new(self.newest().number, &*self.entropy),
        };
        let mark = current.next(State::Erasing).encode();
        for key in self.header_keys() {
            match self.books.set(&key, &mark) {
                Err(ShelfError::Full) => {
                    self.books.remove(&self.ballast_key())?;
                    match self.books.set(&key, &mark) {
                        // Removing needs no room: better to go on without the mark than not at all.
                        Err(ShelfError::Full) => self.books.remove(&key)?,
                        other => other?,
                    }
                }
                other => other?,
            }
        }
        self.sweep(&current)
    }

    /// Removes records, ballast, whatever else there is, and last the headers, which say that this is going on.
    pub(super) fn sweep(&mut self, erased: &Header) -> Result<(), KeepError> {
        self.kept.clear();
        self.unreadable.clear();
        // Another tab may still be writing: look again before saying that nothing is left.
        for _ in 0..3 {
            let mut keys = self.books.keys()?;
            keys.retain(|key| key.starts_with(&self.prefix));
            if keys.is_empty() {
                break;
            }
            for turn in 0..=HEADER {
                for key in keys.iter().filter(|key| self.turn(key) == turn).cloned().collect::<Vec<_>>() {
                    if turn != HEADER || !self.begun_anew(erased, &key)? {
                        self.books.remove(&key)?;
                    }
                }
            }
            if self.header_keys().iter().any(|key| self.begun_anew(erased, key) == Ok(true)) {
                break;
            }
        }
        self.header = None;
        self.lock = None;
        self.earlier = None;
        self.elsewhere = None;
        self.load(false);
        if self.raw().is_empty() || self.header.is_some() { Ok(()) } else { Err(KeepError::NotKept) }
    }

    /// In which turn a key goes.
    fn turn(&self, key: &str) -> u8 {
        match key {
            key if self.named(key).is_some() => 0,
            key if key == self.ballast_key() => 1,
            key if self.header_keys().iter().any(|header| header == key) => HEADER,
            _ => 2,
        }
    }

    /// Whether another tab finished the erasing first and a new journal has begun, which is none of our business.
    fn begun_anew(&mut self, erased: &Header, key: &str) -> Result<bool, KeepError> {
        let value = self.books.get(key)?;
        Ok(matches!(self.read_header(value.as_deref()), Found::Good(header) if !header.same_journal(erased)))
    }
}
