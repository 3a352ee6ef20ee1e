//! A large journal under a lock: three thousand entries of 800 characters fit into each engine's store, open, are
//! found, and leave room for more.

use e2e::{Dice, Key, Looks, Page, Site, each_engine};
use obverse_core::{
    reflection::{Body, Entry, Part, Stamp},
    seal::{Cost, SALT, stretch},
    vault::{Clock, Holder, Opener, RecordId, Shelf, ShelfError, Vault},
};
use serde_json::json;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

const PASSPHRASE: &str = "violets hum past the boathouse";
const CHANGED: &str = "a ladder, two plums, no wind";
const CLOSE: &str = "Close the whole browser once now";
const ENTRIES: usize = 3_000;
const CHARACTERS: usize = 800;
/// Values that are put into the page at once: a driver takes only so long a message.
const AT_ONCE: usize = 250;

/// A minute later each time it is looked at.
struct Later(Cell<i64>);

impl Clock for Later {
    fn now(&self) -> Stamp {
        self.0.set(self.0.get() + 60_000);
        Stamp { ms: self.0.get(), offset: 0 }
    }
}

/// A shelf that counts nothing, which is quicker.
#[derive(Default)]
struct Boards(RefCell<BTreeMap<String, String>>);

impl Shelf for Boards {
    fn keys(&self) -> Result<Vec<String>, ShelfError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

/// The journal as it stands in a store.
fn journal() -> Vec<(String, String)> {
    let (dice, shelf) = (Rc::new(Dice::new(5)), Rc::new(Boards::default()));
    let clock = Rc::new(Later(Cell::new(1_782_907_200_000)));
    let mut vault = Vault::open(shelf, clock, dice.clone(), "ob/");
    for number in 0..ENTRIES {
        let text = format!("number{number} {}", "It’s late, and I keep thinking of what she said. ".repeat(17));
        let text = text.chars().take(CHARACTERS).collect();
        let part = Part { item: "words".into(), revision: 1, chosen: vec![], text };
        let entry = Entry { form: "two-minutes".into(), revision: 1, parts: vec![part], ..Entry::default() };
        vault.save(RecordId::random(&*dice), &Body::Entry(entry), &[]).expect("kept");
    }
    let salt = [3; SALT];
    let key = stretch(PASSPHRASE, &salt, Cost::FLOOR).expect("there is memory");
    vault.lock(&Opener { holder: Holder::Passphrase, salt, cost: Cost::FLOOR, key }).expect("locked");
    assert_eq!(vault.convert(usize::MAX), Ok(true));
    vault.raw()
}

#[test]
fn three_thousand_locked_entries_fit() {
    let journal = journal();
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.run("for (const key of Object.keys(localStorage)) if (key !== 'ob/p') localStorage.removeItem(key)");
        for some in journal.chunks(AT_ONCE) {
            page.run_with("for (const [key, value] of arguments[0]) localStorage.setItem(key, value)", json!([some]));
        }
        page.reload();
        page.unlock(PASSPHRASE);
        page.fill("Search", "number2999");
        page.wait_text("number2999");
        assert!(!page.shows("number2998"), "[{engine}] all are shown");
        page.write("one more");
        page.wait_text("Saved");

        // All of it written anew is not on the disk at once: as long as it may not be, the page says what to do.
        page.open("#/lock");
        page.arrive("Lock");
        assert!(!page.shows(CLOSE), "{engine}: nothing was written anew in this opening");
        page.click("Make a new key");
        page.fill("Current passphrase", PASSPHRASE);
        page.fill("New passphrase", CHANGED);
        page.fill("Type it again", CHANGED);
        page.press(Key::Enter);
        page.wait_text("Everything is locked with a new key.");
        page.wait_text(CLOSE);
        page.open("#/settings");
        page.open("#/lock");
        page.wait_text(CLOSE);
        page.reload();
        page.unlock(CHANGED);
        page.wait_text("number2999");
        page.open("#/lock");
        page.click("Remove the lock");
        page.fill("Current passphrase", CHANGED);
        page.press(Key::Enter);
        page.wait_text("The lock is removed.");
        page.wait_text(CLOSE);
        page.assert_no_errors();
    });
}
