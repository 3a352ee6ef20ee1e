use super::ShelfError;
use thiserror::Error;

/// Why a stored value cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is not what was written there.
    Altered,
    /// A later version of the app wrote it.
    Newer,
    /// It is sealed, and the journal is not locked.
    Sealed,
    /// It is not sealed, and the journal is locked: it was not written by this journal, or before the lock.
    Plain,
    /// Its key is not a record's.
    Misnamed,
}

/// Why something was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum KeepError {
    /// There is no room. The last save is kept.
    #[error("there is no room left in the store")]
    Full,
    /// The browser does not let the app keep anything.
    #[error("the store cannot be written to")]
    Denied,
    /// One record may take up `most` UTF-16 units as stored.
    #[error("a record takes up more than {most} UTF-16 units")]
    TooLarge {
        /// The most a record may take up.
        most: usize,
    },
    /// Another tab did something to the whole journal; this one stops writing.
    #[error("another tab changed or erased the journal")]
    Elsewhere(Why),
    /// The journal was written by a newer version, or its header is damaged: nothing is written.
    #[error("the journal can only be read")]
    ReadOnly,
    /// Something else than the app changed the header of a locked journal: nothing is written.
    #[error("the header of the locked journal was altered")]
    Altered,
    /// What was read back is not what was written.
    #[error("what was read back is not what was written")]
    NotKept,
    /// The record was deleted in another tab; saved only upon the deletion, if asked.
    #[error("the record was deleted in another tab")]
    DeletedElsewhere,
    /// The journal is locked: it has to be opened with its passphrase first.
    #[error("the journal is locked")]
    Locked,
}

/// Why a locked journal did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum UnlockError {
    /// The passphrase, or the recovery code, is another.
    #[error("the passphrase or recovery code is wrong")]
    Wrong,
    /// There is no lock, or it was changed or taken off in another tab: open the journal anew.
    #[error("the lock was changed in another tab")]
    Changed,
    /// The browser does not let the app read anything.
    #[error("the store cannot be read")]
    Denied,
}

/// What another tab did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It erased the journal, or is about to.
    Erased,
    /// Another journal stands in its place.
    Replaced,
    /// It changed the journal in a way this tab has not taken in.
    Changed,
}

impl From<ShelfError> for KeepError {
    fn from(error: ShelfError) -> KeepError {
        match error {
            ShelfError::Full => KeepError::Full,
            ShelfError::Denied => KeepError::Denied,
        }
    }
}
