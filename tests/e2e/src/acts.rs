//! What nearly every journey begins with.

use crate::{Engine, Key, Looks, Page, Site};
use serde_json::{Value, json};

impl Page {
    /// Opens the app for the first time and answers the first screen.
    pub fn entered(engine: Engine, site: &Site, looks: &Looks) -> Page {
        let page = Page::open_new(engine, site, looks);
        page.enter();
        page
    }

    /// The device is one's own: answers the first screen.
    pub fn enter(&self) {
        self.click("Only me");
        self.arrive("Today");
    }

    /// Writes an entry of one field.
    pub fn write(&self, words: &str) {
        self.write_until(words, "Your entry is saved");
    }

    /// Hides the screen and shows it again, after which it is drawn by the program.
    pub fn hide_and_show(&self) {
        for _ in 0..3 {
            self.press(Key::Shift);
        }
        self.arrive("Notes");
        self.click("Open");
        self.wait_gone("Nothing is open.");
    }

    /// Chooses an answer with the keyboard, and stays: a tap on it would go on to the next question.
    pub fn answer_by_key(&self, answer: &str) {
        self.wait_until("what has come to be there", "!document.documentElement.hasAttribute('data-new')");
        let labels = "[...document.querySelectorAll('main label')]";
        let such = format!("{labels}.find((one) => one.textContent.trim() === {})?.control", json!(answer));
        self.wait_until(&format!("the answer {answer:?}"), &such);
        self.run(&format!("{such}.focus()"));
        self.press(Key::Space);
        self.wait_until("it to be chosen", &format!("{such}.checked"));
    }

    /// Goes on from a question, with what is said to it or with nothing.
    pub fn go_on(&self) {
        self.wait_until("a way on", "document.querySelector('main .onward')");
        let name = self.run(
            "const ways = [...document.querySelectorAll('main .ways button')].map((one) => one.textContent.trim());
             return ways.includes('Next') ? 'Next' : ways.at(-1)",
        );
        self.click(name.as_str().unwrap_or_default());
    }

    /// Opens the first row of a list that says these words, wherever in it they stand.
    pub fn open_row(&self, words: &str) {
        let row = "[...document.querySelectorAll('main .row a')].find((row) => row.textContent.includes(";
        self.wait_until(&format!("a row with {words:?}"), &format!("{row}{}))", json!(words)));
        self.run(&format!("{row}{})).click()", json!(words)));
    }

    /// Writes an entry of one field where nothing is saved: the journal is shut, the device shared, or there is no store.
    pub fn write_in_this_tab(&self, words: &str) {
        self.write_until(words, "Your entry is in this tab only");
    }

    fn write_until(&self, words: &str, end: &str) {
        self.open("#/write");
        self.click("Two minutes");
        self.wait_ready();
        self.fill("Your words", words);
        self.click("Next");
        self.arrive(end);
    }

    /// Leaves the note of erasing all entries that were last written at a moment or before (milliseconds since 1970), as
    /// a tab does that was closed before it had done so.
    pub fn leave_erasing_undone(&self, moment: &Value) {
        self.run_with(
            "const before = JSON.parse(localStorage.getItem('ob/p'));
             const cut = { ...before, erasing: 'entries', erasing_until: arguments[0] };
             localStorage.setItem('ob/p', JSON.stringify(cut))",
            json!([moment]),
        );
    }

    /// Asks for a lock on the journal, and does not wait for it.
    pub fn ask_for_lock(&self, passphrase: &str) {
        // WebKit loads anew what is already open.
        if !self.address().ends_with("#/lock") {
            self.open("#/lock");
        }
        self.wait_h1("Lock your journal?");
        self.fill("Passphrase", passphrase);
        self.fill("Type it again", passphrase);
        self.click("Lock it");
    }

    /// Locks the journal.
    pub fn lock(&self, passphrase: &str) {
        self.ask_for_lock(passphrase);
        self.wait_text("Your journal is locked.");
    }

    /// Goes to the locked journal and unlocks it.
    pub fn unlock(&self, passphrase: &str) {
        self.open("#/journal");
        self.wait_h1("Locked");
        self.fill("Passphrase", passphrase);
        self.click("Unlock");
        self.arrive("Journal");
    }
}
