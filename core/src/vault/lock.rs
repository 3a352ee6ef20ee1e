//! The keys of a journal that is locked and has been opened.

use super::{Entropy, RecordId, Rev, Trouble, envelope};
use crate::seal::{self, Key, NONCE};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// The data key of a journal, and those made from it. Wiped when it goes.
pub(super) struct Lock {
    pub(super) data: Key,
    records: Key,
    drafts: Key,
    header: Key,
    store: String,
}

impl Lock {
    /// The keys of the journal `store`.
    pub(super) fn new(data: Key, store: &str) -> Lock {
        Lock {
            records: data.derive("records"),
            drafts: data.derive("drafts"),
            header: data.derive("header"),
            data,
            store: store.to_owned(),
        }
    }

    /// Seals the text of a revision; it opens only under that name.
    pub(super) fn seal_record(&self, id: RecordId, rev: Rev, text: &[u8], entropy: &dyn Entropy) -> String {
        envelope::seal(&self.records, &nonce(entropy), &self.bound("record", &[&id.0, &rev.0]), text)
    }

    /// Opens the value of a revision.
    pub(super) fn open_record(&self, id: RecordId, rev: Rev, value: &str) -> Result<Vec<u8>, Trouble> {
        envelope::open(&self.records, &self.bound("record", &[&id.0, &rev.0]), value)
    }

    /// Seals a draft of a record.
    pub(super) fn seal_draft(&self, id: RecordId, text: &[u8], entropy: &dyn Entropy) -> String {
        envelope::seal(&self.drafts, &nonce(entropy), &self.bound("draft", &[&id.0]), text)
    }

    /// Opens a draft of a record.
    pub(super) fn open_draft(&self, id: RecordId, value: &str) -> Result<Vec<u8>, Trouble> {
        envelope::open(&self.drafts, &self.bound("draft", &[&id.0]), value)
    }

    /// Vouches for a header's text.
    pub(super) fn vouch(&self, text: &[u8]) -> String {
        URL_SAFE_NO_PAD.encode(self.header.tag(text))
    }

    /// Whether this journal vouched for a header's text.
    pub(super) fn vouched(&self, text: &[u8], mac: &str) -> bool {
        URL_SAFE_NO_PAD.decode(mac).is_ok_and(|mac| self.header.check(text, &mac))
    }

    /// The key of an earlier lock, for as long as its values are being sealed anew.
    pub(super) fn hand_down(&self, earlier: &Lock, entropy: &dyn Entropy) -> String {
        let nonce = nonce(entropy);
        let mut bytes = nonce.to_vec();
        bytes.extend(seal::seal(&self.header, &nonce, &self.bound("before", &[]), earlier.data.bytes()));
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The earlier lock that was handed down.
    pub(super) fn handed_down(&self, text: &str) -> Option<Lock> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let data = seal::open(&self.header, nonce, &self.bound("before", &[]), sealed)?;
        Some(Lock::new(Key::new(data.try_into().ok()?), &self.store))
    }

    /// What something sealed is tied to: the format, its purpose, the journal, and its name.
    fn bound(&self, purpose: &str, names: &[&[u8; 16]]) -> Vec<u8> {
        let mut bound = vec![b'1'];
        bound.extend(purpose.as_bytes());
        bound.push(0);
        bound.extend(self.store.as_bytes());
        for name in names {
            bound.extend(*name);
        }
        bound
    }
}

fn nonce(entropy: &dyn Entropy) -> [u8; NONCE] {
    let mut nonce = [0; NONCE];
    entropy.fill(&mut nonce);
    nonce
}
