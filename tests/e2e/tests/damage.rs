//! A journal that this version cannot read, or not all of: the person is told, and nothing is written over.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use e2e::{Looks, Page, Site, each_engine};
use obverse_core::seal::digest;
use serde_json::{Value, json};
use std::fs;

/// A journal as the first form of storage wrote it.
const JOURNAL: &str = include_str!("../../fixtures/v1/journal.json");
/// The entry in it that is called "A hand-over".
const HAND_OVER: &str = "ob/r/cccccccccccccccccccccccccccccccc/fa8c8ad837e20d33b9c074dca72cc800";

/// Puts the journal into the browser's store with these values changed, and loads the page anew.
fn put(page: &Page, changes: &[(&str, &str)]) {
    let mut journal: Vec<(String, String)> = serde_json::from_str(JOURNAL).expect("pairs of key and value");
    for (key, value) in &mut journal {
        if let Some((_, change)) = changes.iter().find(|(changed, _)| changed == key) {
            *value = (*change).to_owned();
        }
    }
    page.run_with(
        "for (const key of Object.keys(localStorage)) if (key !== 'ob/p') localStorage.removeItem(key);
         for (const [key, value] of arguments[0]) localStorage.setItem(key, value)",
        json!([journal]),
    );
    page.reload();
}

/// Everything that stands in both stores.
fn stored(page: &Page) -> Value {
    page.run("return [{ ...localStorage }, { ...sessionStorage }]")
}

/// Some values among the records cannot be read: they stay as they are, and the journal tells of them.
fn in_part(page: &Page) {
    put(page, &[(HAND_OVER, "1.0..AAAAAAAAAAAAAAAA")]);
    page.open("#/journal");
    page.wait_h1("Journal");
    page.wait_text("Could not be read");
    page.wait_text("Nothing was deleted: that part stays as it is.");
    page.wait_text("Second words.");
    page.assert_open_to_everybody("unreadable");
    let kept = page.run_with("return localStorage.getItem(arguments[0])", json!([HAND_OVER]));
    assert_eq!(kept, "1.0..AAAAAAAAAAAAAAAA");
}

/// Erasing a kind was cut off: it goes on, and what was written since stays.
fn cut_off(page: &Page) {
    put(page, &[]);
    let moment = page.run("return Date.now()");
    page.open("#/write");
    page.click("What, so what, now what");
    page.fill("Your words", "written since");
    page.click("Save and stop");
    page.arrive("Today");
    page.leave_erasing_undone(&moment);
    page.reload();
    page.open("#/journal");
    page.wait_text("written since");
    page.wait_gone("A hand-over");
    let kept = page.run("return JSON.parse(localStorage.getItem('ob/p')).erasing ?? null");
    assert_eq!(kept, Value::Null, "{}: it is not done", page.engine());
    page.open("#/erase");
    page.wait_text("Erase all positions on coins");
}

/// The entry as whoever can write to the store could have it say another moment, its checksum put right.
fn hand_over_at(moment: &str) -> String {
    let journal: Vec<(String, String)> = serde_json::from_str(JOURNAL).expect("pairs of key and value");
    let (_, value) = journal.into_iter().find(|(key, _)| key == HAND_OVER).expect("it is in the fixture");
    let bytes = URL_SAFE_NO_PAD.decode(value.strip_prefix("1.0..").expect("a record")).expect("base64");
    let text = String::from_utf8(bytes[8..].to_vec()).expect("a text");
    let text = text.replace("[1782907200000,60]", moment);
    let name: String = HAND_OVER.chars().skip("ob/r/".len()).filter(|sign| *sign != '/').collect();
    let name = (0..32).map(|at| u8::from_str_radix(&name[at * 2..at * 2 + 2], 16).expect("hex digits"));
    let bound: Vec<u8> = [b'1'].into_iter().chain(name).chain(text.bytes()).collect();
    let body: Vec<u8> = digest(&bound)[..8].iter().copied().chain(text.bytes()).collect();
    format!("1.0..{}", URL_SAFE_NO_PAD.encode(body))
}

/// One record tells a moment that no calendar has: it and all others can be read, on every screen that shows dates.
fn out_of_the_calendar(page: &Page) {
    for moment in ["[8210266876799999,60]", "[-8334601228800000,-1]"] {
        put(page, &[(HAND_OVER, &hand_over_at(moment))]);
        page.open("#/");
        page.wait_h1("Today");
        page.go_to("#/journal");
        page.wait_text("Second words.");
        assert!(!page.shows("Could not be read"), "[{}] {moment}", page.engine());
        page.click("A hand-over");
        page.wait_text("What happened.");
        page.go_to("#/print");
        page.wait_text("A hand-over");
        page.go_to("#/export");
        page.click("Preview");
        page.wait_text("What happened.");
    }
}

/// A newer version wrote it: it is shown as far as it goes, and not written.
fn newer(page: &Page) {
    put(page, &[("ob/h0", "2.0..AAAA"), ("ob/h1", "2.0..AAAA")]);
    let before = stored(page);
    page.open("#/");
    page.wait_text("A newer version of the app wrote this journal.");
    page.assert_open_to_everybody("newer");
    page.open("#/journal");
    page.click("A hand-over");
    page.wait_text("What happened.");
    page.open("#/write");
    page.click("What, so what, now what");
    page.fill("Your words", "not to be written");
    page.click("Save and stop");
    page.wait_text("so this version can only show it.");
    page.wait_value("Your words", "not to be written");
    page.assert_open_to_everybody("newer-refused");
    assert_eq!(stored(page)[0], before[0], "{}: written to", page.engine());
    page.run("sessionStorage.clear()");
}

/// Both headers are damaged: a page of its own, the data as a file, and a way to begin anew.
fn in_the_headers(page: &Page) {
    put(page, &[("ob/h0", "1.0..AAAA"), ("ob/h1", "torn")]);
    let (engine, before) = (page.engine(), stored(page));
    page.wait_h1("Your journal can’t be opened");
    for route in ["#/write", "#/settings", "#/"] {
        page.open(route);
        page.reload();
        page.wait_h1("Your journal can’t be opened");
    }
    page.assert_open_to_everybody("recovery");
    page.click("Save the stored data");
    let file = fs::read_to_string(page.wait_download("notes-raw.txt")).expect("the file");
    for (key, value) in before[0].as_object().expect("keys and values") {
        let line = format!("{key}\t{}\n", value.as_str().unwrap_or_default());
        assert!(file.contains(&line), "{engine}: no {key} in {} bytes: {file:?}", file.len());
    }
    assert_eq!(stored(page), before, "{engine}: written to");
    page.click("Erase everything");
    page.assert_open_to_everybody("recovery-erasing");
    assert_eq!(stored(page), before, "{engine}: written to");
    page.fill("The word to type", "erase");
    page.click("Erase for good");
    page.arrive("A quiet place to look at privilege");
    page.wait_text("Everything is erased.");
    page.assert_open_to_everybody("erased");
    assert_eq!(stored(page), json!([{}, {}]), "{engine}: left behind");
    page.click("Only me");
    page.arrive("Today");
}

#[test]
fn a_journal_that_cannot_be_read_is_told_of_and_never_written_over() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        in_part(&page);
        out_of_the_calendar(&page);
        cut_off(&page);
        newer(&page);
        in_the_headers(&page);
        page.assert_no_errors();
    });
}
