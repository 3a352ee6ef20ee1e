//! Using the app from inside the page, where thousands of saves are wanted; see `js/drive.js`.

use super::writing::{FORM, Kept, Writing};
use crate::page::strings;
use crate::{Engine, Looks, Page, Profile, Site};
use serde_json::{Value, json};
use std::time::SystemTime;

const DRIVE: &str = include_str!("../js/drive.js");

/// Calls a function of the script and answers with what it gives.
const CALL: &str = "
const [name, words, done] = arguments;
Promise.resolve(window.drive[name](...words)).then(done, (error) => done({ error: String(error) }));";

/// Starts a browser, answers the first-use screen, and gives the page and the name of the form.
pub(super) fn open(engine: Engine, site: &Site, profile: &Profile) -> (Page, &'static str) {
    let page = Page::open_on(engine, site, &Looks::phone().still(), profile);
    Writing::enter(&page);
    let form = form(&page);
    (page, form)
}

/// The name of the form, which was opened once; makes the script known to the page.
pub(super) fn form(page: &Page) -> &'static str {
    page.open("#/write");
    page.click(FORM);
    page.wait_until("the field", "document.querySelector('main textarea')");
    prepare(page);
    FORM
}

/// Writes an entry to its end.
pub(super) fn entry(page: &Page, form: &str, word: &str) -> Kept {
    let keys = || strings(&page.run("return Object.keys(localStorage).filter((key) => key.startsWith('ob/r/'))"));
    let before = keys();
    let said = call(page, "write", json!([form, word]));
    let at = SystemTime::now();
    assert!(said["kept"] == true, "not kept: {said}");
    let key = keys().into_iter().find(|key| !before.contains(key)).unwrap_or_default();
    Kept { word: word.to_owned(), at, key }
}

/// Makes the script known to the page that is shown.
pub(super) fn prepare(page: &Page) {
    page.run(DRIVE);
}

/// Calls a function of the script.
pub(super) fn call(page: &Page, name: &str, words: Value) -> Value {
    let answer = page.run_async(CALL, json!([name, words]));
    if let Some(error) = answer["error"].as_str() {
        page.fail(&format!("{name}: {error}"));
    }
    answer
}
