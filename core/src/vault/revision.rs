//! One revision of a record.

use super::Rev;
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
