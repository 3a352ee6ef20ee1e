//! Randomness for journals that are made here.

use obverse_core::vault::Entropy;
use std::cell::Cell;

/// The same numbers each time.
#[derive(Debug)]
pub struct Dice(Cell<u64>);

impl Dice {
    /// From a number on.
    pub fn new(seed: u64) -> Dice {
        Dice(Cell::new(seed))
    }
}

impl Entropy for Dice {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            self.0.set(self.0.get().wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407));
            *byte = (self.0.get() >> 56) as u8;
        }
    }
}
