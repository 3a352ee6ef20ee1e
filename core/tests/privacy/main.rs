//! The identifier nudge: what it must find, what it must leave alone, and that no text harms it.

mod any;
mod innocent;
mod numbers;
mod telling;

use obverse_core::privacy::{Finding, Kind, Words, look};
use std::sync::LazyLock;

static WORDS: LazyLock<Words> = LazyLock::new(Words::english);

fn seen(text: &str) -> Vec<Finding> {
    look(text, &WORDS)
}

/// What is found in a text, in order: kinds, and the words they stand on.
fn found(text: &str) -> Vec<(Kind, &str)> {
    seen(text).into_iter().map(|one| (one.kind, &text[one.range])).collect()
}
