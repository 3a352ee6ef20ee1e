use super::ShelfError;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepError {
    /// There is no room. The last save is kept.
    Full,
    /// The browser does not let the app keep anything.
    Denied,
    /// One record may take up `most` UTF-16 units as stored.
    TooLarge {
        /// The most a record may take up.
        most: usize,
    },
    /// Another tab did something to the whole journal; this one stops writing.
    Elsewhere(Why),
    /// The journal was written by a newer version, or its header is damaged: nothing is written.
    ReadOnly,
    /// Something else than the app changed the header of a locked journal: nothing is written.
    Altered,
    /// What was read back is not what was written.
    NotKept,
    /// The record was deleted in another tab; saved only upon the deletion, if asked.
    DeletedElsewhere,
    /// The journal is locked: it has to be opened with its passphrase first.
    Locked,
}

/// Why a locked journal did not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnlockError {
    /// The passphrase, or the recovery code, is another.
    Wrong,
    /// There is no lock, or it was changed or taken off in another tab: open the journal anew.
    Changed,
    /// The browser does not let the app read anything.
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
