use super::Key;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use thiserror::Error;

/// Bytes of salt.
pub const SALT: usize = 16;

/// What it costs to try one passphrase with Argon2id, on one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub kib: u32,
    /// Passes over that memory.
    pub passes: u32,
}

impl Cost {
    /// The least a journal is locked with: RFC 9106 and OWASP ask for no more on a small device.
    pub const FLOOR: Cost = Cost { kib: 32 * 1024, passes: 3 };
    /// The most a journal is locked with.
    pub const MOST: Cost = Cost { kib: 64 * 1024, passes: 4 };
    /// What a backup is sealed with: it leaves the device, and is opened seldom.
    pub const BACKUP: Cost = Cost { kib: 64 * 1024, passes: 3 };

    /// Whether a cost found in a header or a file is one that any version would have written: anything else is
    /// refused before work is done for it.
    pub fn allowed(self) -> bool {
        (8..=65_536).contains(&self.kib) && (1..=10).contains(&self.passes)
    }
}

/// Why a passphrase could not be stretched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum StretchError {
    /// The device does not give that much memory.
    #[error("the device does not give that much memory")]
    NoMemory,
    /// The cost is none that is allowed.
    #[error("the cost is not allowed")]
    OutOfBounds,
}

/// The key that a passphrase gives with Argon2id (RFC 9106, version 1.3). Takes its time: see [`Cost`].
pub fn stretch(passphrase: &str, salt: &[u8; SALT], cost: Cost) -> Result<Key, StretchError> {
    if !cost.allowed() {
        return Err(StretchError::OutOfBounds);
    }
    let params = Params::new(cost.kib, cost.passes, 1, Some(32)).map_err(|_| StretchError::OutOfBounds)?;
    let mut memory: Vec<Block> = Vec::new();
    memory.try_reserve_exact(params.block_count()).map_err(|_| StretchError::NoMemory)?;
    memory.resize(params.block_count(), Block::default());
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(passphrase.as_bytes(), salt, &mut key, &mut memory[..])
        .map_err(|_| StretchError::OutOfBounds)?;
    Ok(Key::new(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn costs_out_of_bounds_are_refused_before_any_work() {
        for (kib, passes) in [(7, 3), (65_537, 3), (u32::MAX, 1), (32_768, 0), (32_768, 11), (64, u32::MAX)] {
            let cost = Cost { kib, passes };
            assert_eq!(stretch("a", &[0; SALT], cost), Err(StretchError::OutOfBounds), "{cost:?}");
        }
        assert!([Cost::FLOOR, Cost::MOST, Cost::BACKUP].into_iter().all(Cost::allowed));
    }
}
