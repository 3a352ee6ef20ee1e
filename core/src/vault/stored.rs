//! Revisions as stored values, sealed or not, and drafts, which have the same form.

use super::{Condition, RecordId, Rev, Trouble, Vault, envelope, form, header::State, revision::Revision, v1};
use crate::reflection::{Body, Stamp};

impl Revision {
    /// Its stored value in a journal that is not locked.
    #[cfg(test)]
    pub(super) fn encode(&self, id: RecordId, rev: Rev) -> String {
        envelope::wrap(&bound(id, rev), &v1::write(self))
    }

    /// What a stored value that is not sealed holds.
    #[cfg(test)]
    pub(super) fn decode(id: RecordId, rev: Rev, value: &str) -> Result<Revision, Trouble> {
        v1::read(&envelope::unwrap(&bound(id, rev), value)?)
    }
}

impl Vault {
    /// The value a revision is stored as, in the state the journal is in.
    pub(super) fn encode(&self, id: RecordId, rev: Rev, revision: &Revision) -> String {
        self.store_text(id, rev, &(self.form().write)(revision))
    }

    /// The value a revision's text is stored as, in the state the journal is in.
    pub(super) fn store_text(&self, id: RecordId, rev: Rev, text: &[u8]) -> String {
        match &self.lock {
            Some(lock) if self.seals() => lock.seal_record(id, rev, text.trim_ascii_end(), &*self.entropy),
            _ => envelope::wrap(&bound(id, rev), text.trim_ascii_end()),
        }
    }

    /// What a stored value holds.
    pub(super) fn decode(&self, id: RecordId, rev: Rev, value: &str) -> Result<Revision, Trouble> {
        Ok(self.told(id, rev, value)?.1)
    }

    /// The number of the form a stored value is in, and what it holds.
    pub(super) fn told(&self, id: RecordId, rev: Rev, value: &str) -> Result<(u32, Revision), Trouble> {
        let text = self.text_of(id, rev, value)?;
        Ok((form::number(&text), form::read(self.forms(), &text)?))
    }

    /// The text in a stored value, if it belongs into this journal as it is.
    pub(super) fn text_of(&self, id: RecordId, rev: Rev, value: &str) -> Result<Vec<u8>, Trouble> {
        let Some(lock) = &self.lock else { return envelope::unwrap(&bound(id, rev), value) };
        if envelope::is_sealed(value) {
            let earlier = |trouble| self.earlier.as_ref().map_or(Err(trouble), |lock| lock.open_record(id, rev, value));
            return lock.open_record(id, rev, value).or_else(earlier);
        }
        let text = envelope::unwrap(&bound(id, rev), value)?;
        if self.state() == State::Locked { Err(Trouble::Plain) } else { Ok(text) }
    }

    /// Returns a draft as text, to outlive a reload: sealed if the journal is locked and open now, and nothing while it
    /// is shut. `made` is when it was begun.
    pub fn encode_draft(&self, id: RecordId, draft: &HeldDraft, made: Stamp) -> Option<String> {
        // A draft is stored as a revision would be. The names that it needs besides stand where a revision has its
        // earlier ancestors, which a draft has no use for.
        let past = std::iter::once(draft.next).chain(self.journal_name()).collect();
        let body = Some(draft.body.clone());
        let text = v1::write(&Revision { made, at: made, parents: draft.parents.clone(), past, body });
        match &self.lock {
            Some(lock) => Some(lock.seal_draft(id, &text, &*self.entropy)),
            // What was sealed once gets no company that is not.
            None if self.is_shut() || self.condition() == Condition::Altered => None,
            None => Some(envelope::wrap(DRAFT, &text)),
        }
    }

    /// Reads a draft back, and says whether it belongs to this journal as it is now.
    pub fn decode_draft(&self, id: RecordId, draft: &str) -> Result<(HeldDraft, DraftOrigin), Trouble> {
        let sealed = envelope::is_sealed(draft);
        let text = match &self.lock {
            Some(lock) if sealed => {
                let earlier = |trouble| self.earlier.as_ref().map_or(Err(trouble), |lock| lock.open_draft(id, draft));
                lock.open_draft(id, draft).or_else(earlier)
            }
            _ => envelope::unwrap(DRAFT, draft),
        };
        let revision = v1::read(&text?)?;
        let mut past = revision.past.into_iter();
        // Earlier versions held drafts without a name for the next revision.
        let next = past.next().unwrap_or_else(|| Rev::random(&*self.entropy));
        let journal = past.next();
        let origin = if self.has_lock() && !sealed {
            DraftOrigin::NotSealed
        } else if journal.is_some() && journal != self.journal_name() {
            DraftOrigin::AnotherJournal
        } else {
            DraftOrigin::ThisJournal
        };
        let body = revision.body.ok_or(Trouble::Altered)?;
        Ok((HeldDraft { body, parents: revision.parents, next }, origin))
    }

    /// The id of the journal, in the form of a revision's name.
    fn journal_name(&self) -> Option<Rev> {
        self.journal_id().and_then(|id| id.parse().ok())
    }
}

/// A draft as it is held for one tab.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldDraft {
    /// What is being written.
    pub body: Body,
    /// The revisions it was begun upon.
    pub parents: Vec<Rev>,
    /// The name under which it is saved next. A copy of the tab saves it under the same, so that it is there once.
    pub next: Rev,
}

/// Where a draft that was read back comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftOrigin {
    /// From this journal, or from before it was begun.
    ThisJournal,
    /// From a journal that was erased or replaced since.
    AnotherJournal,
    /// It is not sealed, and the journal is locked: from before the lock, or planted.
    NotSealed,
}

pub(super) fn bound(id: RecordId, rev: Rev) -> [u8; 32] {
    let mut bound = [0; 32];
    bound[..16].copy_from_slice(&id.0);
    bound[16..].copy_from_slice(&rev.0);
    bound
}

/// What a draft's checksum is bound to.
const DRAFT: &[u8] = b"draft";

/// How many UTF-16 units of the shelf a revision with this text takes up at most when it is sealed, parents and
/// ancestors apart.
pub fn stored_len(body: &Body) -> usize {
    let revision = Revision {
        made: Stamp::default(),
        at: Stamp::default(),
        parents: vec![],
        past: vec![],
        body: Some(body.clone()),
    };
    // Two moments of fifteen digits with an offset, a parent, an ancestor, and two turns.
    envelope::sealed_len(v1::write(&revision).len() + 2 * 18 + 2 * 30 + 2 * 22)
}
