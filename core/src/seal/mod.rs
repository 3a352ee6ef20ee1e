//! The only door to cryptography: digests, keys, what is sealed with them, and what a passphrase is stretched to.
//!
//! Every primitive comes from a kept crate; nothing here is of our own making but the way they are put together.
//! The tests hold each to the vectors of its specification.

mod aead;
mod code;
mod key;
mod strength;
mod stretch;

pub use aead::{NONCE, TAG, open, seal};
pub use code::{CODE, is_last_group, last_group, plain_code, recovery_code};
pub use key::Key;
pub use strength::{Strength, strength};
pub use stretch::{Cost, SALT, StretchError, stretch};

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes`.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
