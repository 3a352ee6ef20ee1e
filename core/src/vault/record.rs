use super::{RecordId, Rev, Trouble};
use crate::reflection::{Body, Stamp};

/// A version of a record that no later one replaces.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Its revision.
    pub rev: Rev,
    /// When it was written.
    pub at: Stamp,
    /// What was written; `None` in a deletion.
    pub body: Option<Body>,
}

/// A record as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// When its first revision was written.
    pub made: Stamp,
    /// Its versions, newest first, never none. More than one are in conflict; alike ones count as one.
    pub heads: Vec<Head>,
}

impl Record {
    /// The newest version, which may be a deletion.
    pub fn latest(&self) -> &Head {
        self.heads.first().expect("a record has a head")
    }

    /// Whether it is deleted in every version.
    pub fn deleted(&self) -> bool {
        self.heads.iter().all(|head| head.body.is_none())
    }

    /// The newest version's text. In a conflict with a deletion, the text that is left.
    pub fn body(&self) -> Option<&Body> {
        self.heads.iter().find_map(|head| head.body.as_ref())
    }

    /// Whether there are versions that differ.
    pub fn in_conflict(&self) -> bool {
        self.heads.len() > 1
    }
}

/// A value that stands among the records but cannot be shown as one. Kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it stands.
    pub key: String,
    /// The value.
    pub raw: String,
    /// Why it cannot be read.
    pub why: Trouble,
}
