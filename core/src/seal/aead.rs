use super::Key;
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};

/// Bytes of a nonce. Long enough that a random one never comes twice.
pub const NONCE: usize = 24;
/// Bytes that sealing adds to a text.
pub const TAG: usize = 16;

/// Seals a text with XChaCha20-Poly1305. `bound` is not kept in it, but it opens only with the same. A nonce may
/// never serve twice under one key.
pub fn seal(key: &Key, nonce: &[u8; NONCE], bound: &[u8], text: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    let payload = Payload { msg: text, aad: bound };
    cipher.encrypt(<&XNonce>::from(nonce), payload).expect("a text is far shorter than the cipher's limit of 256 GiB")
}

/// Opens what was sealed; `None` if the key, the nonce, what it is bound to or a single bit is another.
pub fn open(key: &Key, nonce: &[u8; NONCE], bound: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let cipher = XChaCha20Poly1305::new(key.bytes().into());
    cipher.decrypt(<&XNonce>::from(nonce), Payload { msg: sealed, aad: bound }).ok()
}
