//! The first answers to "Something happened". By itself, since the build draws their buttons too.

/// The ids of the first answers to "Something happened", in the order of their buttons on Today.
pub(crate) const FIRST_ANSWERS: [&str; 4] = ["to-me", "i-saw-it", "i-did-it", "not-sure"];
