//! What a search of the whole profile folder finds of words typed everywhere, once the journal is locked and the browser
//! closed: in a journal locked from its first word, and in one that is locked later.

use super::asked::{Asked, Figure};
use super::report::Report;
use crate::{Engine, Looks, Page, Profile, Site};
use serde_json::{Value, json};
use std::panic::{AssertUnwindSafe, catch_unwind};

const PASSPHRASE: &str = "violets hum past the boathouse";
/// Typed into every field that there is for one's own words.
const WORD: &str = "quillfern";
/// Typed once the journal is locked.
const LATER: &str = "marshwiggle";

/// Each kind of journal, once.
pub(super) fn run(asked: &Asked, engine: Engine) {
    let report = Report::open(asked, Figure::Traces, engine);
    for from_the_first in [true, false] {
        if let Err(why) = catch_unwind(AssertUnwindSafe(|| one(engine, &report, from_the_first))) {
            report.write(json!({ "trouble": why.downcast_ref::<String>() }));
        }
    }
}

fn one(engine: Engine, report: &Report, from_the_first: bool) {
    let (site, profile) = (Site::of_app(), Profile::fresh());
    let tell = |when: &str| {
        let found = |words: &str| -> Vec<Value> {
            profile.grep(words).into_iter().map(|find| json!([find.file, find.form])).collect()
        };
        report.write(json!({
            "locked": if from_the_first { "from the first word" } else { "later" },
            "when": when,
            "typed": found(WORD),
            "typed_under_the_lock": found(LATER),
            "passphrase": found(PASSPHRASE),
        }));
    };
    let mut page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
    if from_the_first {
        page.click("Only me, with a passphrase");
        lock(&page);
        everywhere(&page);
    } else {
        page.click("Only me");
        page.wait_h1("Today");
        everywhere(&page);
        page.wait_offline_ready();
        page.close();
        // That it is found now shows that the search can find it.
        tell("closed before it was locked");
        page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        lock(&page);
    }
    end(page);
    tell("closed after it was locked");
    let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
    page.unlock(PASSPHRASE);
    entry(&page, LATER);
    end(page);
    tell("opened, written in and closed once more");
}

fn lock(page: &Page) {
    page.lock(PASSPHRASE);
    // Whoever asks for the address they are at loads the page anew, in WebKit, and so shuts the lock: somewhere else.
    page.open("#/coins");
    page.wait_h1("Coins");
}

/// Shuts the lock and closes the browser, as a person would in the evening.
fn end(page: Page) {
    page.open("#/lock");
    page.click("Lock now");
    page.wait_h1("Today");
    page.wait_offline_ready();
    page.close();
}

fn entry(page: &Page, words: &str) {
    page.open("#/write");
    page.click("Two minutes");
    page.wait_ready();
    page.fill("Your words", words);
    page.click("Next");
    page.wait_h1("Your entry is saved");
}

/// A note in an activity, a placement with a place and a note, entries written to the end and left half-way, a title, a
/// step, and a search.
fn everywhere(page: &Page) {
    page.open("#/");
    page.click("Explore");
    page.click("Add a note");
    page.fill("A note, if you like", WORD);
    page.click("Usually");
    page.click("Next");
    page.open("#/coins");
    page.click("Racism");
    page.click("Place yourself");
    page.wait_h1("Where are you on this coin?");
    page.click("It changes with where I am or who I am with");
    page.click("Add a place");
    page.fill_in("Place 1", "Place or people", WORD);
    page.click_in("Place 1", "Bottom");
    page.fill("A note, if you like", WORD);
    page.click("Save");
    page.wait_h1("Racism");
    entry(page, WORD);
    page.open("#/journal");
    page.wait_h1("Journal");
    page.fill("Search", WORD);
    page.open_row("Two minutes");
    page.click("Edit");
    page.wait_h1("Edit");
    page.fill("Title, if you like", WORD);
    page.click("Save");
    page.wait_h1(WORD);
    page.open("#/write");
    page.click("What, so what, now what");
    page.wait_ready();
    page.type_into("Your words", WORD);
    page.click("Save and stop");
    page.open("#/steps/new");
    page.wait_h1("What could you do?");
    page.fill("The step, in your words", WORD);
    page.fill("What comes first?", WORD);
    page.click("Save");
    page.wait_h1(WORD);
}
