//! Whether every word of a page can be read whole, and is one of the language it is in.

use crate::Page;
use crate::page::strings;
use serde_json::json;

const CLIPPED: &str = include_str!("js/clipped.js");
const UNTRANSLATED: &str = include_str!("js/untranslated.js");

impl Page {
    /// Texts that are cut off, stick out of what they stand in, or lie over each other.
    pub fn clipped(&self) -> Vec<String> {
        strings(&self.run(CLIPPED))
    }

    /// In [`PSEUDO`](crate::PSEUDO): texts and names, for eyes and for ears, that are not of that language. `own` are the
    /// person's words, and names.
    pub fn untranslated(&self, own: &[&str]) -> Vec<String> {
        strings(&self.run_with(UNTRANSLATED, json!([own])))
    }
}
