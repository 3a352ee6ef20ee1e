//! The only door to cryptography. So far the digest behind checksums and codes; sealing comes with the lock.

use sha2::{Digest, Sha256};

/// SHA-256 of `bytes`.
pub fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
