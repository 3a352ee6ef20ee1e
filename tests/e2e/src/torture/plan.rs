//! What is to happen in a round: how many saves, when, and how long after the last the browser is killed.

use std::time::Duration;

/// How words are saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// One entry is typed at; the app keeps it by itself.
    Typing,
    /// Short entries, each to its end, with so much time between them.
    Entries(Duration),
}

/// One round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// How many times the app says "Saved".
    pub(super) saves: usize,
    /// How long after the page was opened the first word is typed.
    pub(super) typed_after: Duration,
    /// How long after the last "Saved" the browser is killed.
    pub(super) delay: Duration,
    /// How they are made.
    pub(super) way: Way,
    /// Begins with an empty profile.
    pub(super) fresh: bool,
}
