//! The ports: what the vault needs from the place it runs in.

use super::sorted::Sorted;
use crate::reflection::Stamp;
use std::cell::RefCell;
use thiserror::Error;

/// A store of text under text keys, as `localStorage` is one.
pub trait Shelf {
    /// All keys, in no particular order.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
    /// The value under a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Writes a value; either whole or not at all.
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError>;
    /// Removes a key; a key that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// Why a shelf refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ShelfError {
    /// There is no room for this value. What was there is as before.
    #[error("there is no room left in the store")]
    Full,
    /// The browser does not let the app keep anything (any more).
    #[error("the store cannot be used")]
    Denied,
}

/// What time it is.
pub trait Clock {
    /// Now, with the wall clock's offset.
    fn now(&self) -> Stamp;
}

/// Randomness fit for keys.
pub trait Entropy {
    /// Fills `bytes` with random ones.
    fn fill(&self, bytes: &mut [u8]);
}

/// A shelf that forgets: for a shared device and for tests. Bounded like a browser's store.
#[derive(Debug)]
pub struct MemoryShelf {
    values: RefCell<Sorted<String, String>>,
    quota: usize,
}

impl MemoryShelf {
    /// An empty shelf that holds `quota` UTF-16 units of keys and values together.
    pub fn new(quota: usize) -> Self {
        MemoryShelf { values: RefCell::default(), quota }
    }
}

impl Shelf for MemoryShelf {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.values.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.values.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        let units = |text: &str| text.encode_utf16().count();
        let others: usize = self
            .values
            .borrow()
            .iter()
            .filter(|(name, _)| *name != key)
            .map(|(name, kept)| units(name) + units(kept))
            .sum();
        if others + units(key) + units(value) > self.quota {
            return Err(ShelfError::Full);
        }
        self.values.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }
}
