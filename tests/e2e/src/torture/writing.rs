//! Saving words through the app as a person does: typing into its field and waiting for it to say "Saved".

use crate::Page;
use crate::page::strings;
use serde_json::json;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// The form that is written along.
pub(super) const FORM: &str = "What, so what, now what";

/// The screens that the app may begin with.
const FIRST_SCREENS: &str = "['Today', 'A quiet place to look at privilege'].includes(document.querySelector('main#main h1')?.textContent.trim())";

/// Notes in the page when the line below the field begins to say "Saved", and which keys of records there are then.
const OBSERVE: &str = "
const look = () => {
  const line = document.querySelector('p.keeping');
  const said = line ? line.textContent.trim() : '';
  if (said === window.torture.said) return;
  window.torture.said = said;
  if (said === 'Saved') {
    window.torture.at = Date.now();
    window.torture.count += 1;
    window.torture.keys = Object.keys(localStorage).filter((key) => key.startsWith('ob/r/'));
    window.torture.tell();
  }
};
if (!window.torture) {
  window.torture = { said: '', count: 0, at: 0, keys: [], tell: () => {} };
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
}
look();";

/// Answers at the next "Saved", or with nothing after 20 s.
const NEXT: &str = "
const [before, done] = arguments;
const tell = () => { const { count, at, keys } = window.torture; if (count > before) done({ count, at, keys }); };
window.torture.tell = tell;
setTimeout(() => done(null), 20000);
tell();";

/// A save that was acknowledged.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    /// The word that was in it for the first time.
    pub(super) word: String,
    /// When the app said so.
    pub(super) at: SystemTime,
    /// The key it is kept under.
    pub(super) key: String,
}

/// An entry being written in an open page.
pub(super) struct Writing {
    before: Vec<String>,
    count: u64,
}

impl Writing {
    /// Answers the first-use screen if it is shown. That is a write of its own.
    pub(super) fn enter(page: &Page) -> bool {
        page.wait_until("a first screen", FIRST_SCREENS);
        let first = page.h1() != "Today";
        if first {
            page.click("Only me");
            page.wait_h1("Today");
        }
        first
    }

    /// Begins an entry.
    pub(super) fn begin(page: &Page) -> Writing {
        page.open("#/write");
        page.click(FORM);
        page.wait_until("the field", "document.querySelector('main textarea')");
        if page.can_click("Start over") {
            page.click("Start over");
            page.wait_until("a new entry", "document.querySelector('main textarea')?.value === ''");
        }
        page.run(OBSERVE);
        let before = strings(&page.run("return Object.keys(localStorage).filter((key) => key.startsWith('ob/r/'))"));
        Writing { before, count: 0 }
    }

    /// Types a word at the end of what was written.
    pub(super) fn add(&self, page: &Page, word: &str) {
        page.type_into("Your words", &format!("{word} "));
        let held = format!("document.querySelector('main textarea').value.includes({})", json!(word));
        page.wait_until("the word in the field", &held);
    }

    /// Waits until the app says that it has kept what was typed.
    pub(super) fn kept(&mut self, page: &Page, word: &str, patience: Duration) -> Kept {
        let deadline = Instant::now() + patience;
        loop {
            let found = page.run_async(NEXT, json!([self.count]));
            if let Some(count) = found["count"].as_u64() {
                self.count = count;
                let now = strings(&found["keys"]);
                let key = now.iter().find(|key| !self.before.contains(key)).cloned().unwrap_or_default();
                self.before = now;
                let at = UNIX_EPOCH + Duration::from_millis(found["at"].as_u64().unwrap_or_default());
                return Kept { word: word.to_owned(), at, key };
            }
            if Instant::now() > deadline {
                page.fail(&format!("waited {} s for \"Kept\"", patience.as_secs()));
            }
        }
    }
}
