//! The two copies of a journal's header, of which one is harmed, or both are of another journal: one whole copy opens it,
//! and nothing is written that would stand unsealed beside sealed words.

use e2e::{Engine, Looks, Page, Site, each_engine};
use serde_json::{Value, json};

const PASSPHRASE: &str = "violets hum past the boathouse";
const FIRST: &str = "The first of all words.";
const COPIES: [&str; 2] = ["ob/h0", "ob/h1"];

/// A journal as the first form of storage wrote it, not locked.
const ANOTHER: &str = include_str!("../../fixtures/v1/journal.json");

/// Everything of the app's that lasts.
fn stored(page: &Page) -> Value {
    page.run("return Object.entries(localStorage).filter(([key]) => key.startsWith('ob/')).sort()")
}

fn header(page: &Page, copy: &str) -> String {
    let text = page.run_with("return localStorage.getItem(arguments[0])", json!([copy]));
    text.as_str().expect("a header").to_owned()
}

fn put(page: &Page, copy: &str, value: &str) {
    page.run_with("localStorage.setItem(...arguments)", json!([copy, value]));
}

/// A header with one bit of one of its first signs flipped.
fn flipped(header: &str, place: usize, bit: u8) -> String {
    let flip = |(at, sign): (usize, char)| if at == place { char::from(sign as u8 ^ 1 << bit) } else { sign };
    header.chars().enumerate().map(flip).collect()
}

fn begun(engine: Engine, site: &Site) -> Page {
    let page = Page::entered(engine, site, &Looks::narrow().still());
    page.write(FIRST);
    page
}

#[test]
fn one_copy_that_is_harmed_leaves_the_lock_to_be_opened() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = begun(engine, &site);
        page.lock(PASSPHRASE);
        let whole = header(&page, COPIES[0]);
        let flips = [(0, 0), (1, 4), (2, 1)].map(|(place, bit)| flipped(&whole, place, bit));
        for (copy, harm) in flips.iter().map(String::as_str).chain(["2.", "7", "", "3.whatever"]).enumerate() {
            for copy in [COPIES[copy % 2], COPIES[(copy + 1) % 2]].into_iter().take(if copy < 2 { 2 } else { 1 }) {
                COPIES.iter().for_each(|copy| put(&page, copy, &whole));
                put(&page, copy, harm);
                page.reload();
                page.open("#/");
                page.wait_text("Your journal is locked");
                assert!(!page.shows("newer version"), "[{engine}] {harm:?} in {copy}");
                page.unlock(PASSPHRASE);
                page.wait_text(FIRST);
            }
        }
        // It is written to as ever, and mended with what a pause saves.
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", "One more.");
        page.wait_until("it to be saved", "document.querySelector('.keeping').textContent === 'Saved'");
        assert_eq!(COPIES.map(|copy| header(&page, copy)), [whole.clone(), whole], "{engine}");
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text("One more.");
        page.assert_no_errors();
    });
}

#[test]
fn open_headers_over_sealed_words_let_nothing_be_written() {
    let another: Vec<(String, String)> = serde_json::from_str(ANOTHER).expect("pairs of key and value");
    let theirs = |copy: &str| another.iter().find(|(key, _)| key == copy).expect("a header").1.clone();
    each_engine(|engine| {
        let site = Site::of_app();
        let page = begun(engine, &site);
        // As they were before the lock, and those of another journal.
        let open = [COPIES.map(|copy| header(&page, copy)), COPIES.map(theirs)];
        page.lock(PASSPHRASE);
        let whole = COPIES.map(|copy| header(&page, copy));
        for headers in open {
            COPIES.iter().zip(&headers).for_each(|(copy, value)| put(&page, copy, value));
            page.reload();
            let before = stored(&page);
            page.open("#/");
            page.wait_text("Something other than Obverse changed how this journal is locked.");
            page.open("#/write");
            page.click("Two minutes");
            page.wait_ready();
            page.fill("Your words", "not to be written");
            page.click("Next");
            page.wait_h1("Not saved yet");
            page.wait_text("but Obverse saves nothing in it now.");
            page.wait_text("not to be written");
            page.assert_open_to_everybody("headers-open");
            // Nor with a lock of its own.
            page.ask_for_lock("a ladder, two plums, no wind");
            page.wait_text("Something other than Obverse changed how this journal is locked.");
            assert_eq!(stored(&page), before, "[{engine}] written to");
            let held = page.run("return Object.keys(sessionStorage).filter((key) => key.startsWith('ob/d/')).length");
            assert_eq!(held, 0, "[{engine}] held unsealed in the tab");
        }
        COPIES.iter().zip(&whole).for_each(|(copy, value)| put(&page, copy, value));
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.assert_no_errors();
    });
}
