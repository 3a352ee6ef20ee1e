//! How often the app writes to the browser's store, act by act. Chromium puts the store on the disk 5 s after a first
//! change, and then once a minute of being open at most, so each change at the wrong moment makes a later one wait.

use super::asked::{Asked, Figure};
use super::driving;
use super::report::Report;
use super::writing::{FORM, Writing};
use crate::page::strings;
use crate::{Engine, Looks, Page, Profile, Site};
use serde_json::json;
use std::time::Duration;

/// Notes each call on the store that lasts and on the one of the tab.
const COUNT: &str = "
const own = { setItem: Storage.prototype.setItem, removeItem: Storage.prototype.removeItem };
window.calls = [];
for (const [name, call] of Object.entries(own)) {
  Storage.prototype[name] = function (key, value) {
    const had = this.getItem(key);
    const idle = name === 'setItem' ? had === value : had === null;
    const place = this === localStorage ? 'local' : 'session';
    const shape = key.replace(/[0-9a-f]{32}/g, '*');
    window.calls.push(`${place} ${name === 'setItem' ? 'set' : 'remove'} ${shape}${idle ? ' (no change)' : ''}`);
    return call.apply(this, arguments);
  };
}";

/// One run through the acts.
pub(super) fn run(asked: &Asked, engine: Engine) {
    let report = Report::open(asked, Figure::Writes, engine);
    let (site, profile) = (Site::of_app(), Profile::fresh());
    let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
    page.run(COUNT);
    let told = |act: &str| report.write(json!({ "act": act, "calls": calls(&page) }));
    page.click("Only me");
    page.wait_h1("Today");
    told("the first-use screen answered");
    page.open("#/write");
    page.click(FORM);
    page.wait_until("the field", "document.querySelector('main textarea')");
    told("a form opened");
    let mut writing = Writing::begin(&page);
    page.type_into("Your words", "a");
    told("the first letter typed in a new journal");
    writing.kept(&page, "a", Duration::from_secs(70));
    told("kept for the first time");
    writing.add(&page, "bc");
    told("three more letters typed");
    writing.kept(&page, "bc", Duration::from_secs(100));
    told("kept a minute later");
    page.reload();
    page.run(COUNT);
    told("the page loaded anew, up to where the calls can be counted");
    let form = driving::form(&page);
    driving::call(&page, "write", json!([form, "another"]));
    told("another entry, to its end");
    let id = page.run("return Object.keys(localStorage).find((key) => key.startsWith('ob/r/')).split('/')[2]");
    driving::call(&page, "edit", json!([id, "changed"]));
    told("an entry changed");
    driving::call(&page, "remove", json!([id]));
    told("an entry deleted");
    page.kill();
}

/// The calls since the last look, alike ones in a row as one.
fn calls(page: &Page) -> Vec<String> {
    let all = strings(&page.run("return window.calls.splice(0)"));
    let mut told: Vec<(String, usize)> = Vec::new();
    for call in all {
        match told.last_mut() {
            Some((last, count)) if *last == call => *count += 1,
            _ => told.push((call, 1)),
        }
    }
    told.into_iter().map(|(call, count)| if count == 1 { call } else { format!("{call} x{count}") }).collect()
}
