//! What a browser's store holds, read as the app reads it.

use crate::Page;
use obverse_core::reflection::Stamp;
use obverse_core::vault::{Clock, Condition, Entropy, MemoryShelf, Shelf, Vault};
use serde_json::json;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The app's prefix.
const PREFIX: &str = "ob/";

/// A journal as it was found.
#[derive(Debug)]
pub(super) struct Found {
    /// All texts of records that are not deleted.
    pub(super) texts: Vec<String>,
    /// The same by the id of the record; more than one if there are versions.
    pub(super) records: BTreeMap<String, Vec<String>>,
    /// Whether the journal opens as one in use, with nothing in it that cannot be read.
    pub(super) whole: bool,
    /// How many records have more than one version.
    pub(super) conflicts: usize,
    /// The text in all values together, in UTF-16 units.
    pub(super) units: usize,
}

impl Found {
    /// Reads the store of an open page.
    pub(super) fn in_page(page: &Page) -> Found {
        let pairs = page.run_with(
            "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0])).map((key) => [key, localStorage.getItem(key)])",
            json!([PREFIX]),
        );
        let shelf = MemoryShelf::new(usize::MAX);
        let mut units = 0;
        for pair in pairs.as_array().into_iter().flatten() {
            let (key, value) = (pair[0].as_str().unwrap_or_default(), pair[1].as_str().unwrap_or_default());
            shelf.set(key, value).expect("a shelf in memory takes everything");
            units += key.encode_utf16().count() + value.encode_utf16().count();
        }
        let vault = Vault::open(Rc::new(shelf), Rc::new(NoTime), Rc::new(NoChance), PREFIX);
        let versions = vault.records().flat_map(|record| record.heads.iter().map(|head| (record.id, head)));
        let mut records: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (id, text) in versions.filter_map(|(id, head)| Some((id.to_string(), head.body.as_ref()?.joined()))) {
            records.entry(id).or_default().push(text);
        }
        let texts = records.values().flatten().cloned().collect();
        let whole = matches!(vault.condition(), Condition::Open | Condition::Fresh) && vault.unreadable().is_empty();
        let conflicts = vault.records().filter(|record| record.in_conflict()).count();
        Found { texts, records, whole, conflicts, units }
    }

    /// Whether a word stands in any record.
    pub(super) fn has(&self, word: &str) -> bool {
        self.texts.iter().any(|text| text.split_whitespace().any(|one| one == word))
    }
}

struct NoTime;

impl Clock for NoTime {
    fn now(&self) -> Stamp {
        Stamp::default()
    }
}

struct NoChance;

impl Entropy for NoChance {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}
