//! What is to happen in a round: how many saves, when, and how long after the last the browser is killed.

use std::time::Duration;

/// One round.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// How many times the app says "Kept".
    pub(super) saves: usize,
    /// How long after the page was opened the first word is typed.
    pub(super) typed_after: Duration,
    /// How long after the last "Kept" the browser is killed.
    pub(super) delay: Duration,
    /// Begins with an empty profile.
    pub(super) fresh: bool,
}
