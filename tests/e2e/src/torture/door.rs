//! Lets a few in at a time: a browser that starts takes a whole processor, one that is open next to nothing.

use std::sync::{Condvar, Mutex};

/// How many are inside.
pub(super) struct Door {
    inside: Mutex<usize>,
    left: Condvar,
    most: usize,
}

/// Being inside.
pub(super) struct Inside<'a>(&'a Door);

impl Door {
    /// A door for so many.
    pub(super) fn new(most: usize) -> Door {
        Door { inside: Mutex::new(0), left: Condvar::new(), most }
    }

    /// Waits for a place.
    pub(super) fn enter(&self) -> Inside<'_> {
        let inside = self.inside.lock().expect("no thread panics in the door");
        let mut inside =
            self.left.wait_while(inside, |inside| *inside >= self.most).expect("no thread panics in the door");
        *inside += 1;
        Inside(self)
    }
}

impl Drop for Inside<'_> {
    fn drop(&mut self) {
        *self.0.inside.lock().expect("no thread panics in the door") -= 1;
        self.0.left.notify_one();
    }
}
