//! Using the app from inside the page, where thousands of saves are wanted; see `js/drive.js`.

use super::writing::{FORM, Writing};
use crate::{Engine, Looks, Page, Profile, Site};
use serde_json::{Value, json};

const DRIVE: &str = include_str!("../js/drive.js");

/// Calls a function of the script and answers with what it gives.
const CALL: &str = "
const [name, words, done] = arguments;
Promise.resolve(window.drive[name](...words)).then(done, (error) => done({ error: String(error) }));";

/// Starts a browser, answers the first-use screen, and gives the page and the code of the form.
pub(super) fn open(engine: Engine, site: &Site, profile: &Profile) -> (Page, String) {
    let page = Page::open_on(engine, site, &Looks::phone().still(), profile);
    Writing::enter(&page);
    page.open("#/write");
    page.click(FORM);
    page.wait_until("the field", "document.querySelector('main textarea')");
    let code = page.address().rsplit('/').next().unwrap_or_default().to_owned();
    page.run(DRIVE);
    (page, code)
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
