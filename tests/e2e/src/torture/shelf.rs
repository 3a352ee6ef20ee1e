//! What a browser's store holds, read as the app reads it.

use crate::Page;
use obverse_core::errand::{Answer, Errand, run};
use obverse_core::reflection::Stamp;
use obverse_core::seal::stretch;
use obverse_core::vault::{Clock, Condition, Entropy, Holder, MemoryShelf, Parcel, Restoring, Shelf, Vault};
use serde_json::{Value, json};
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
        let pairs = pairs(page);
        Found::of(&open(&pairs), units(&pairs))
    }

    /// The same of a journal that is locked, with its passphrase; `None` if that does not open it.
    pub(super) fn locked_in_page(page: &Page, passphrase: &str) -> Option<Found> {
        let pairs = pairs(page);
        let mut vault = open(&pairs);
        let slot = vault.slots().into_iter().find(|slot| slot.holder == Holder::Passphrase)?;
        let key = stretch(passphrase, &slot.salt, slot.cost).ok()?;
        vault.unlock(&slot, &key).ok()?;
        Some(Found::of(&vault, units(&pairs)))
    }

    /// What a backup file brings into an empty journal; `None` if it does not open or is not whole.
    pub(super) fn in_backup(file: String, passphrase: &str) -> Option<Found> {
        let unpack = Errand::Unpack { passphrase: passphrase.to_owned(), file };
        let Answer::Unpacked { payload, .. } = run(unpack, &|| 0.0) else { return None };
        let parcel = Parcel::read(&payload).ok().filter(|parcel| parcel.unread == 0)?;
        let mut vault = open(&[]);
        vault.restore(&parcel, &mut Restoring::new(false), usize::MAX).ok()??;
        Some(Found::of(&vault, 0))
    }

    fn of(vault: &Vault, units: usize) -> Found {
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

/// All that the app keeps in an open page, by key.
pub(super) fn pairs(page: &Page) -> Vec<(String, String)> {
    let pairs = page.run_with(
        "return Object.keys(localStorage).filter((key) => key.startsWith(arguments[0])).sort().map((key) => [key, localStorage.getItem(key)])",
        json!([PREFIX]),
    );
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    pairs.as_array().into_iter().flatten().map(|pair| (text(&pair[0]), text(&pair[1]))).collect()
}

fn open(pairs: &[(String, String)]) -> Vault {
    let shelf = MemoryShelf::new(usize::MAX);
    for (key, value) in pairs {
        shelf.set(key, value).expect("a shelf in memory takes everything");
    }
    Vault::open(Rc::new(shelf), Rc::new(NoTime), Rc::new(NoChance), PREFIX)
}

fn units(pairs: &[(String, String)]) -> usize {
    pairs.iter().map(|(key, value)| key.encode_utf16().count() + value.encode_utf16().count()).sum()
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
