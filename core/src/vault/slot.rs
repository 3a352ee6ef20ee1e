//! Key slots: the key of a locked journal, wrapped once for the passphrase and once for a recovery code.

use crate::seal::{self, Cost, Key, NONCE, SALT, TAG};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// What a slot is opened with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The passphrase.
    Passphrase,
    /// The recovery code.
    Recovery,
}

/// What a new slot is made of: a passphrase or a code, stretched with a fresh salt.
#[derive(Clone, Debug)]
pub struct Opener {
    /// What was stretched.
    pub holder: Holder,
    /// The salt. It must be fresh: with it, every slot is wrapped under a key that serves only once.
    pub salt: [u8; SALT],
    /// What the stretching cost.
    pub cost: Cost,
    /// What it gave.
    pub key: Key,
}

/// The wrapped key of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySlot {
    /// What it is opened with.
    pub holder: Holder,
    /// What it costs to try.
    pub cost: Cost,
    /// The salt to stretch with.
    pub salt: [u8; SALT],
    wrapped: [u8; WRAPPED],
}

/// Bytes of a wrapped key.
const WRAPPED: usize = 32 + TAG;
/// Bytes of a slot: holder, passes, memory, salt, wrapped key.
const LENGTH: usize = 1 + 1 + 4 + SALT + WRAPPED;

impl KeySlot {
    /// Wraps the data key of the journal `store`.
    pub(super) fn make(opener: &Opener, data: &Key, store: &str) -> KeySlot {
        let Opener { holder, salt, cost, key } = opener;
        let mut slot = KeySlot { holder: *holder, cost: *cost, salt: *salt, wrapped: [0; WRAPPED] };
        let wrapped = seal::seal(key, &slot.nonce(), &slot.bound(store), data.bytes());
        slot.wrapped.copy_from_slice(&wrapped);
        slot
    }

    /// The data key, if what was stretched is what the slot was made of.
    pub(super) fn open(&self, stretched: &Key, store: &str) -> Option<Key> {
        let data = seal::open(stretched, &self.nonce(), &self.bound(store), &self.wrapped)?;
        data.try_into().ok().map(Key::new)
    }

    /// As a header carries it.
    pub(super) fn encode(&self) -> String {
        let mut bytes = self.head();
        bytes.extend(self.wrapped);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// From a header; `None` too for a cost that no version writes.
    pub(super) fn decode(text: &str) -> Option<KeySlot> {
        let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let (head, wrapped) = bytes.split_at(LENGTH - WRAPPED);
        let holder = match head[0] {
            0 => Holder::Passphrase,
            1 => Holder::Recovery,
            _ => return None,
        };
        let cost = Cost { passes: head[1].into(), kib: u32::from_be_bytes(head[2..6].try_into().ok()?) };
        let slot = KeySlot { holder, cost, salt: head[6..].try_into().ok()?, wrapped: wrapped.try_into().ok()? };
        cost.allowed().then_some(slot)
    }

    /// The key it is wrapped under serves for this alone, by its salt. So the nonce need not be kept.
    fn nonce(&self) -> [u8; NONCE] {
        let mut nonce = [0; NONCE];
        nonce[..SALT].copy_from_slice(&self.salt);
        nonce
    }

    fn bound(&self, store: &str) -> Vec<u8> {
        let mut bound = b"1slot".to_vec();
        bound.extend(store.as_bytes());
        bound.extend(self.head());
        bound
    }

    fn head(&self) -> Vec<u8> {
        let mut head = Vec::with_capacity(LENGTH);
        head.push(match self.holder {
            Holder::Passphrase => 0,
            Holder::Recovery => 1,
        });
        // An allowed cost has far fewer passes; another is not read back.
        head.push(u8::try_from(self.cost.passes).unwrap_or(u8::MAX));
        head.extend(self.cost.kib.to_be_bytes());
        head.extend(self.salt);
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_with_what_it_was_made_of_and_nothing_else() {
        let opener = Opener { holder: Holder::Passphrase, salt: [3; SALT], cost: Cost::FLOOR, key: Key::new([1; 32]) };
        let data = Key::new([2; 32]);
        let slot = KeySlot::make(&opener, &data, "store");
        let back = KeySlot::decode(&slot.encode()).expect("readable");
        assert_eq!(back, slot);
        assert_eq!(back.open(&opener.key, "store"), Some(data));
        assert_eq!(back.open(&Key::new([9; 32]), "store"), None);
        assert_eq!(back.open(&opener.key, "another"), None);
        let bytes = URL_SAFE_NO_PAD.decode(slot.encode()).expect("base64");
        for bit in 0..bytes.len() * 8 {
            let mut other = bytes.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            let opened =
                KeySlot::decode(&URL_SAFE_NO_PAD.encode(other)).and_then(|slot| slot.open(&opener.key, "store"));
            assert_eq!(opened, None, "bit {bit}");
        }
    }

    #[test]
    fn a_cost_out_of_bounds_is_no_slot() {
        let cost = Cost { kib: u32::MAX, passes: 3 };
        let opener = Opener { holder: Holder::Recovery, salt: [3; SALT], cost, key: Key::new([1; 32]) };
        assert_eq!(KeySlot::decode(&KeySlot::make(&opener, &Key::new([2; 32]), "s").encode()), None);
    }
}
