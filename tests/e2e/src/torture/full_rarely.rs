//! What is tried more rarely in a full store, since it takes seconds: turning the lock on, and making a backup.
//!
//! A lock must be on, with every word readable after unlocking, or be refused aloud with nothing changed. A backup must be a
//! file that opens and holds everything, or be refused aloud.

use super::driving;
use super::full::Filled;
use super::shelf::{Found, pairs};
use crate::page::strings;
use serde_json::{Value, json};
use std::fs;

const PASSPHRASE: &str = "violets hum past the boathouse";

impl Filled<'_> {
    /// Turns the lock on; if that is done, the page is loaded anew, the lock opened, and at last taken off.
    pub(super) fn lock(&mut self) -> Value {
        let (before, drafts) = (pairs(&self.page), self.drafts());
        let said = driving::call(&self.page, "lock", json!([PASSPHRASE]));
        let (kept, after) = (said["kept"] == true, pairs(&self.page));
        let plain = after.iter().filter(|(key, value)| key.starts_with("ob/r/") && !value.starts_with("1.1.")).count();
        self.reload();
        let shut = driving::call(&self.page, "shut", json!([])) == json!(true);
        // Read by the app's own code with the passphrase alone, and then by the app itself.
        let sealed = if shut { Found::locked_in_page(&self.page, PASSPHRASE) } else { None };
        let readable = sealed.map(|found| self.harmed(&found));
        let (mut opened, mut shown) = (Value::Null, Value::Null);
        if shut {
            opened = driving::call(&self.page, "unlock", json!([PASSPHRASE]));
            shown = self.page.run("return document.querySelectorAll('main .month a').length");
            let off = driving::call(&self.page, "takeOff", json!([PASSPHRASE]));
            assert!(off["kept"] == true, "the lock cannot be taken off: {off}");
        }
        let found = self.reload();
        let harmed = self.harmed(&found);
        let held = drafts.iter().all(|id| found.records.contains_key(id) || self.drafts().contains(id));
        let count = u64::try_from(self.there.len()).unwrap_or_default();
        let done = shut && plain == 0 && readable == Some(0) && opened["kept"] == true && shown.as_u64() >= Some(count);
        let changed = before != after || shut;
        self.there = found.records;
        json!({
            "act": "lock",
            "units": before.iter().map(|(key, value)| key.len() + value.len()).sum::<usize>(),
            "said": if kept { json!("kept") } else { said["refused"].clone() },
            "silent_failure": if kept { !done } else { changed },
            "locked": shut,
            "plain_left": plain,
            "unreadable_when_locked": readable,
            "opened": opened,
            "shown": shown,
            "of": count,
            "refused_words_still_held": held,
            "others_harmed": harmed,
            "whole": found.whole,
        })
    }

    /// Makes a backup and opens the file that was downloaded.
    pub(super) fn back_up(&mut self) -> Value {
        let folder = self.profile.downloads();
        for file in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let _ = fs::remove_file(file.path());
        }
        let before = pairs(&self.page);
        let said = driving::call(&self.page, "backUp", json!([PASSPHRASE]));
        let kept = said["kept"] == true;
        if kept {
            self.page.click("Save the file");
        }
        let file = kept.then(|| {
            let path = self.page.wait_download(".txt");
            fs::read_to_string(path).unwrap_or_default()
        });
        let units = file.as_ref().map(String::len);
        let inside = file.and_then(|file| Found::in_backup(file, PASSPHRASE));
        let missing = inside.as_ref().map(|found| self.harmed(found));
        let remembered = self.page.run("return JSON.parse(localStorage.getItem('ob/p') ?? '{}').backed_up > 0");
        // Beside the preferences, where the day of the backup is noted.
        let without =
            |pairs: Vec<(String, String)>| -> Vec<_> { pairs.into_iter().filter(|one| one.0 != "ob/p").collect() };
        let changed = without(before) != without(pairs(&self.page));
        let found = self.reload();
        let harmed = self.harmed(&found);
        self.there = found.records;
        json!({
            "act": "backup",
            "units": units,
            "said": if kept { json!("kept") } else { said["refused"].clone() },
            "silent_failure": kept && missing != Some(0),
            "missing_in_file": missing,
            "remembered": remembered,
            "store_changed": changed,
            "refused_words_still_held": Value::Null,
            "others_harmed": harmed,
            "whole": found.whole,
        })
    }

    /// The records that words are held for in the tab.
    fn drafts(&self) -> Vec<String> {
        strings(&self.page.run(
            "return Object.keys(sessionStorage).filter((key) => key.startsWith('ob/d/')).map((key) => key.slice(5))",
        ))
    }
}
