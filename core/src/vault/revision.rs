//! One revision of a record, and drafts, which have the same stored form.

use super::{RecordId, Rev, Trouble, envelope, v1};
use crate::reflection::{Body, Stamp};

/// A decoded revision.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Revision {
    /// When the record was made.
    pub(super) made: Stamp,
    /// When this revision was written.
    pub(super) at: Stamp,
    /// The revisions it was written upon.
    pub(super) parents: Vec<Rev>,
    /// Earlier ancestors that were still kept when it was written. Without them, an earlier revision whose
    /// removal was lost in a crash would come back as a version of its own.
    pub(super) past: Vec<Rev>,
    /// What was written; `None` in a deletion.
    pub(super) body: Option<Body>,
}

impl Revision {
    /// Its stored value.
    pub(super) fn encode(&self, id: RecordId, rev: Rev) -> String {
        envelope::wrap(&bound(id, rev), &v1::write(self))
    }

    /// What a stored value holds.
    pub(super) fn decode(id: RecordId, rev: Rev, value: &str) -> Result<Revision, Trouble> {
        v1::read(&envelope::unwrap(&bound(id, rev), value)?)
    }
}

fn bound(id: RecordId, rev: Rev) -> [u8; 32] {
    let mut bound = [0; 32];
    bound[..16].copy_from_slice(&id.0);
    bound[16..].copy_from_slice(&rev.0);
    bound
}

/// What a draft's checksum is bound to.
const DRAFT: &[u8] = b"draft";

/// How many UTF-16 units of the shelf a revision with this text takes up, parents and ancestors apart.
pub fn stored_len(body: &Body) -> usize {
    let revision = Revision {
        made: Stamp::default(),
        at: Stamp::default(),
        parents: vec![],
        past: vec![],
        body: Some(body.clone()),
    };
    // Two moments of thirteen digits with an offset, a parent and an ancestor.
    envelope::wrapped_len(v1::write(&revision).len() + 2 * 16 + 2 * 30)
}

/// A draft as text, to outlive a reload. `parents` are the revisions it was begun upon, `made` when its record was.
pub fn encode_draft(body: &Body, parents: &[Rev], made: Stamp) -> String {
    let revision = Revision { made, at: made, parents: parents.to_vec(), past: vec![], body: Some(body.clone()) };
    envelope::wrap(DRAFT, &v1::write(&revision))
}

/// The words of a draft and the revisions it was begun upon, if it is whole.
pub fn decode_draft(draft: &str) -> Option<(Body, Vec<Rev>)> {
    let revision = v1::read(&envelope::unwrap(DRAFT, draft).ok()?).ok()?;
    Some((revision.body?, revision.parents))
}
