//! The slow secret work, and looking for what may tell who somebody is, as errands: what a worker is asked and what it answers, as text both ways.
//!
//! The app asks and reads the answer ([`Errand::encode`], [`Answer::decode`]); the worker, a program of its own, does
//! the rest. So the page stays live meanwhile, and the memory goes back when the worker ends.

pub mod file;
mod run;
mod text;

pub use run::run;

use crate::seal::{Cost, Key, NONCE, SALT, StretchError};
use std::fmt;
use thiserror::Error;

/// What a worker is asked. Passphrases come in one normal form already: equal words must be equal bytes.
#[derive(Clone, PartialEq, Eq)]
pub enum Errand {
    /// The key of a passphrase at a known cost.
    Stretch {
        /// What the person typed.
        passphrase: String,
        /// As it stands beside what is locked.
        salt: [u8; SALT],
        /// As it stands beside what is locked.
        cost: Cost,
    },
    /// The key of a new passphrase, at a cost that suits this device.
    Calibrate {
        /// What the person typed.
        passphrase: String,
        /// A fresh one.
        salt: [u8; SALT],
    },
    /// A backup file.
    Pack {
        /// What the person typed.
        passphrase: String,
        /// A fresh one.
        salt: [u8; SALT],
        /// A fresh one.
        nonce: [u8; NONCE],
        /// What goes into it.
        payload: String,
        /// How many records that is.
        records: u32,
    },
    /// What is in a backup file.
    Unpack {
        /// What the person typed.
        passphrase: String,
        /// All of the file.
        file: String,
    },
    /// What in a text may tell who somebody is; see [`privacy`](crate::privacy).
    Look {
        /// What the person wrote.
        text: String,
    },
}

impl Errand {
    /// The passphrase it goes with, if it takes one.
    pub fn passphrase_mut(&mut self) -> Option<&mut String> {
        match self {
            Errand::Stretch { passphrase, .. }
            | Errand::Calibrate { passphrase, .. }
            | Errand::Pack { passphrase, .. }
            | Errand::Unpack { passphrase, .. } => Some(passphrase),
            Errand::Look { .. } => None,
        }
    }
}

impl fmt::Debug for Errand {
    /// Its name alone: what it holds is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Errand::Stretch { .. } => "Stretch",
            Errand::Calibrate { .. } => "Calibrate",
            Errand::Pack { .. } => "Pack",
            Errand::Unpack { .. } => "Unpack",
            Errand::Look { .. } => "Look",
        })
    }
}

/// What a worker answers.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// To stretching and calibrating.
    Key {
        /// The key.
        key: Key,
        /// What it cost.
        cost: Cost,
    },
    /// To packing: a file that was opened again and held the same.
    Packed {
        /// All of it.
        file: String,
    },
    /// To unpacking.
    Unpacked {
        /// What was put into the file.
        payload: String,
        /// How many records the file says that is.
        records: u32,
    },
    /// To looking: the words found, in the order they stand, each once.
    Found {
        /// Each may tell by itself.
        words: Vec<String>,
        /// An age, a place and a condition, which may tell together; else none.
        together: Vec<String>,
    },
    /// To all: it cannot be done with what was given.
    Refused(Refusal),
    /// To all: something went wrong that should not.
    Failed,
}

impl fmt::Debug for Answer {
    /// Its name, and why something was refused.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Key { cost, .. } => write!(f, "Key at {cost:?}"),
            Answer::Packed { .. } => f.write_str("Packed"),
            Answer::Unpacked { records, .. } => write!(f, "Unpacked {records}"),
            Answer::Found { words, together } => write!(f, "Found {} and {}", words.len(), together.len()),
            Answer::Refused(refusal) => write!(f, "Refused: {refusal:?}"),
            Answer::Failed => f.write_str("Failed"),
        }
    }
}

/// Why an errand cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The device does not give the memory.
    #[error("the device does not give the memory")]
    NoMemory,
    /// The passphrase is another, or somebody altered the file with care: these cannot be told apart.
    #[error("the passphrase does not open the file")]
    Wrong,
    /// The file is no backup.
    #[error("the file is not a backup")]
    NotABackup,
    /// A later version wrote the file.
    #[error("a later version of the app wrote the file")]
    Newer,
    /// The end of the file is missing.
    #[error("the end of the file is missing")]
    CutShort,
    /// Something in the file is not as it was written.
    #[error("the file is damaged")]
    Damaged,
    /// More than a file may hold.
    #[error("there is more than a file can hold")]
    TooLarge,
    /// A cost or a count that no version writes; no work was done for it.
    #[error("the file asks for a cost or a count that no version writes")]
    OutOfBounds,
}

impl From<StretchError> for Refusal {
    fn from(error: StretchError) -> Self {
        match error {
            StretchError::NoMemory => Refusal::NoMemory,
            StretchError::OutOfBounds => Refusal::OutOfBounds,
        }
    }
}
