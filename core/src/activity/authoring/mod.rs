//! Reading and checking what authors write.
//!
//! Reading never fails: each function gives what could be understood and every problem found on the way,
//! told by file and line and with what to do. Nothing here touches the disk; whoever calls brings the text.

mod across;
mod alike;
mod card;
mod check;
mod coin;
mod daily;
mod emblem;
mod flow;
mod guide;
mod item;
mod language;
mod locale;
mod piece;
mod reading;
mod said;
mod shared;
mod sheet;
mod stage;
mod step;
mod structure;
mod table;
mod wording;
mod words;

pub use locale::Locale;
pub use reading::Reading;
pub use structure::compare;
pub use wording::NEVER;
pub use words::{CATEGORIES, Form, Word, fingerprint, flatten_words};

/// Something an author has to put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Something read, with the line it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct At<T> {
    value: T,
    line: usize,
}
