use super::{RecordId, Rev, Trouble, Turn};
use crate::reflection::{Body, Stamp};

/// A version of a record that no later one replaces.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Its revision.
    pub rev: Rev,
    /// When it was written, by the clock there was.
    pub at: Stamp,
    /// In which turn it was written.
    pub said: Turn,
    /// What was written; `None` in a deletion.
    pub body: Option<Body>,
}

/// A record as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its name.
    pub id: RecordId,
    /// When its first revision was written, by the clock there was.
    pub made: Stamp,
    /// In which turn that was.
    pub begun: Turn,
    /// Its versions, newest first, never none. More than one are in conflict; alike ones count as one.
    pub heads: Vec<Head>,
}

impl Record {
    /// Its place among the records in the order in which they were begun.
    pub fn begun(&self) -> (Turn, RecordId) {
        (self.begun, self.id)
    }

    /// Its place among the records in the order in which something was last said in them.
    pub fn said(&self) -> (Turn, RecordId) {
        (self.latest().said, self.id)
    }

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
