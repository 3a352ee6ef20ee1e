//! The shelf with a running count of what stands on it.

use super::{Shelf, ShelfError, sorted::Sorted};
use crate::sorting::sort;
use std::rc::Rc;

/// How much a browser gives an origin, keys and values together, in UTF-16 units.
pub(super) const QUOTA: usize = 5_242_880;

/// How full the shelf is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usage {
    /// UTF-16 units of all keys and values of the origin.
    pub used: usize,
    /// The most there may be.
    pub quota: usize,
}

/// Every write and removal goes through here, and is counted.
pub(super) struct Books {
    shelf: Rc<dyn Shelf>,
    sizes: Sorted<String, usize>,
    used: usize,
}

impl Books {
    pub(super) fn new(shelf: Rc<dyn Shelf>) -> Books {
        Books { shelf, sizes: Sorted::default(), used: 0 }
    }

    pub(super) fn usage(&self) -> Usage {
        Usage { used: self.used, quota: QUOTA }
    }

    pub(super) fn free(&self) -> usize {
        QUOTA.saturating_sub(self.used)
    }

    /// What a key and its value take up, by the count.
    pub(super) fn size(&self, key: &str) -> Option<usize> {
        self.sizes.get(key).copied()
    }

    /// Forgets the count, before everything is looked at anew.
    pub(super) fn clear(&mut self) {
        self.sizes.clear();
        self.used = 0;
    }

    /// All keys, in order.
    pub(super) fn keys(&self) -> Result<Vec<String>, ShelfError> {
        let mut keys = self.shelf.keys()?;
        sort(&mut keys);
        Ok(keys)
    }

    pub(super) fn get(&mut self, key: &str) -> Result<Option<String>, ShelfError> {
        let value = self.shelf.get(key)?;
        self.count(key, value.as_deref());
        Ok(value)
    }

    /// As [`Books::get`], for those who may not count.
    pub(super) fn peek(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.shelf.get(key)
    }

    pub(super) fn set(&mut self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.shelf.set(key, value)?;
        self.count(key, Some(value));
        Ok(())
    }

    pub(super) fn remove(&mut self, key: &str) -> Result<(), ShelfError> {
        self.shelf.remove(key)?;
        self.count(key, None);
        Ok(())
    }

    fn count(&mut self, key: &str, value: Option<&str>) {
        let size = value.map(|value| units(key) + units(value));
        let before = match size {
            Some(size) => match self.sizes.get_mut(key) {
                Some(kept) => std::mem::replace(kept, size),
                None => {
                    self.sizes.insert(key.to_owned(), size);
                    0
                }
            },
            None => self.sizes.remove(key).unwrap_or(0),
        };
        self.used = self.used + size.unwrap_or(0) - before;
    }
}

fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}
