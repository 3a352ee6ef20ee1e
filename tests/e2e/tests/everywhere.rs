//! What holds for the person and not for one page: hidden, locked or erased in one tab, it is so in every tab, in pages
//! that the browser has put aside, and after a kill.

use e2e::{Key, Looks, Page, Profile, Site, each_engine};
use std::{thread::sleep, time::Duration};

const PASSPHRASE: &str = "violets hum past the boathouse";
const CANARY: &str = "quillfern";
/// The heading of the cover, which tells nothing.
const COVER: &str = "Notes";

fn hide(page: &Page) {
    for _ in 0..3 {
        page.press(Key::Shift);
    }
    page.arrive(COVER);
}

fn assert_no_word(page: &Page, when: &str) {
    let shown = page.run("return document.documentElement.outerHTML").to_string();
    assert!(!shown.contains(CANARY), "[{}] a word is on the page {when}", page.engine());
}

#[test]
fn hidden_in_one_tab_it_is_hidden_and_locked_in_the_other() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone());
        page.write(CANARY);
        page.lock(PASSPHRASE);
        let first = page.tab();
        page.new_tab("#/journal");
        page.fill("Passphrase", PASSPHRASE);
        page.click("Unlock");
        page.arrive("Journal");
        page.wait_text(CANARY);
        let second = page.tab();
        page.go_to_tab(&first);
        page.open("#/journal");
        page.wait_text(CANARY);
        hide(&page);
        page.go_to_tab(&second);
        page.wait_gone(CANARY);
        page.wait_h1(COVER);
        assert_no_word(&page, "of the other tab");
        page.click("Open");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "that was opened again");
    });
}

#[test]
fn a_page_that_was_put_aside_shows_nothing_when_one_comes_back_to_it() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone());
        page.write(CANARY);
        page.lock(PASSPHRASE);
        page.open("#/journal");
        page.wait_text(CANARY);
        // Another site in the same tab, and the app opened afresh from there.
        page.visit("about:blank");
        page.open("#/settings");
        hide(&page);
        for _ in 0..3 {
            page.run("history.back()");
            sleep(Duration::from_millis(700));
            assert_no_word(&page, "that one has gone back to");
        }
    });
}

#[test]
fn an_unlocking_does_not_outlive_hiding() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone());
        page.write(CANARY);
        page.lock(PASSPHRASE);
        page.click("Lock now");
        page.open("#/journal");
        page.wait_h1("Locked");
        page.fill("Passphrase", PASSPHRASE);
        page.click("Unlock");
        for _ in 0..3 {
            page.press(Key::Shift);
        }
        page.arrive(COVER);
        // Longer than any unlocking takes.
        sleep(Duration::from_secs(3));
        page.click("Open");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "behind the cover");
    });
}

#[test]
fn what_was_erased_stays_erased_though_the_browser_is_killed_at_once() {
    each_engine(|engine| {
        let site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
        page.enter();
        page.write(CANARY);
        // By now it is on the disk in every engine.
        sleep(Duration::from_secs(8));
        page.open("#/erase");
        page.click("Erase everything");
        page.fill("The word", "erase");
        page.click("Erase for good");
        page.wait_text("Everything is erased.");
        page.kill();
        let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
        page.wait_whole();
        let records = page.run("return Object.keys(localStorage).filter(key => key.startsWith('ob/r/')).length");
        assert_eq!(records, 0, "[{engine}] nothing has come back");
        assert_no_word(&page, "after the kill");
    });
}
