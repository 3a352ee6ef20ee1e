use crate::vault::Entropy;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroize;

/// A secret of 256 bits. Its memory is wiped when it goes, as far as a program can see to that.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    /// Of bytes that are a key already.
    pub fn new(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// A fresh one.
    pub fn random(entropy: &dyn Entropy) -> Key {
        let mut key = Key([0; 32]);
        entropy.fill(&mut key.0);
        key
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A key for one purpose alone: HMAC-SHA256 of its name under this key. Who has it cannot work out another's.
    pub fn derive(&self, purpose: &str) -> Key {
        Key(self.tag(purpose.as_bytes()))
    }

    /// HMAC-SHA256 (RFC 2104) of `text` under this key.
    pub fn tag(&self, text: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(text);
        mac.finalize().into_bytes().into()
    }

    /// Whether `tag` is that of `text`; compared in the same time whatever differs.
    pub fn check(&self, text: &[u8], tag: &[u8]) -> bool {
        let mine = self.tag(text);
        tag.len() == mine.len() && mine.iter().zip(tag).fold(0, |sum, (one, other)| sum | (one ^ other)) == 0
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes_give_keys_of_their_own() {
        let key = Key::new([0x0b; 32]);
        assert_ne!(key.derive("records"), key.derive("drafts"));
        assert_ne!(key.derive("records"), key);
        assert_eq!(key.derive("records"), Key::new([0x0b; 32]).derive("records"));
        assert!(key.check(b"Hi There", &key.tag(b"Hi There")));
        assert!(!key.check(b"Hi there", &key.tag(b"Hi There")));
        assert!(!key.check(b"Hi There", &key.tag(b"Hi There")[..31]));
    }

    #[test]
    fn a_key_never_shows_itself() {
        assert_eq!(format!("{:?}", Key::new([7; 32])), "Key(..)");
    }
}
