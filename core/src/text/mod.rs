//! What every text has in common, whoever wrote it: which texts look alike, and where one can be cut.

mod cut;
mod fold;

pub use cut::{shorten, whole};
pub use fold::{Apart, fold, has_plain_words, holds, places};
