//! Whether the person's words are left to themselves: by translators of pages, and by what checks spelling.

use crate::Page;
use crate::page::strings;
use serde_json::json;

const LOOK: &str = include_str!("js/own_words.js");

/// What was found of a word on a page.
#[derive(Debug)]
pub struct OwnWords {
    /// How often the page shows it.
    pub seen: u64,
    /// Where a translator of pages may take it up.
    pub translated: Vec<String>,
    /// The fields in which spelling is checked.
    pub checked: Vec<String>,
}

impl Page {
    /// Looks for a word of the person's own.
    pub fn own_words(&self, word: &str) -> OwnWords {
        let found = self.run_with(LOOK, json!([word]));
        OwnWords {
            seen: found[0].as_u64().unwrap_or_default(),
            translated: strings(&found[1]),
            checked: strings(&found[2]),
        }
    }
}
