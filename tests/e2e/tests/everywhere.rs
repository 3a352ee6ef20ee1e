//! What holds for the person and not for one page: hidden, locked or erased in one tab, it is so in every tab, in pages
//! that the browser has put aside, and after a kill.

use e2e::{Engine, Filled, Key, Looks, Page, Profile, Site, each_engine};
use obverse_core::reflection::{Body, Entry, Part};
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
        hide(&page);
        // Longer than any unlocking takes.
        sleep(Duration::from_secs(3));
        page.click("Open");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "behind the cover");

        // The same during the wait that wrong tries have earned.
        for said in [
            "That is not the passphrase.",
            "The next try takes 1 second longer.",
            "The next try takes 2 seconds longer.",
        ] {
            page.fill("Passphrase", "something else");
            page.click("Unlock");
            page.wait_text(said);
        }
        page.fill("Passphrase", PASSPHRASE);
        page.click("Unlock");
        hide(&page);
        sleep(Duration::from_secs(5));
        assert_no_word(&page, "behind the cover, after the wait");
        page.click("Open");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "after the wait");
        page.unlock(PASSPHRASE);
        page.wait_text(CANARY);
        page.assert_no_errors();
    });
}

#[test]
fn what_is_being_written_in_one_tab_is_not_left_unsealed_by_a_lock_turned_on_in_another() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.write("There from before.");
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", CANARY);
        let first = page.tab();
        page.new_tab("#/lock");
        page.lock(PASSPHRASE);
        page.close_tab(&first);
        page.wait_until(
            "no draft to be left unsealed",
            "Object.entries(sessionStorage).every(([key, value]) => !key.startsWith('ob/d/') || value.startsWith('1.1.'))",
        );
        // Where it had not been saved it is still on the screen; hidden and unlocked it is offered.
        hide(&page);
        assert_no_word(&page, "behind the cover");
        page.click("Open");
        page.unlock(PASSPHRASE);
        page.open("#/");
        page.arrive("Today");
        if page.can_click("Add to my journal") {
            page.click("Add to my journal");
            page.wait_gone("Add to my journal");
        }
        page.open("#/journal");
        page.wait_text(CANARY);
        page.assert_no_errors();
    });
}

/// A journal that takes a while to be locked.
fn many_entries() -> Filled {
    let entry = |number| {
        let text = format!("{CANARY} {number} {}", "and what she said then. ".repeat(30));
        Body::Entry(Entry { parts: vec![Part { text, ..Part::default() }], ..Entry::default() })
    };
    Filled::of((0..800).map(|number| ("", entry(number))).collect())
}

#[test]
fn a_lock_that_is_turned_on_behind_the_cover_ends_shut() {
    let journal = many_entries();
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        journal.put(&page);
        page.reload();
        page.ask_for_lock(PASSPHRASE);
        sleep(Duration::from_millis(150));
        hide(&page);
        assert_no_word(&page, "as the lock is turned on");
        // Whoever presses Open meanwhile sees nothing either, until it is shut.
        page.click("Open");
        page.wait_text("Your journal is locked");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "behind the cover");
        let plain = "return Object.entries(localStorage).filter(([key, value]) =>
            key.startsWith('ob/r/') && !value.startsWith('1.1.')).length";
        assert_eq!(page.run(plain), 0, "{engine}: not all of it is sealed");
        page.unlock(PASSPHRASE);
        page.wait_text(&format!("{CANARY} 799"));
        page.assert_no_errors();
    });
}

#[test]
fn what_was_erased_stays_erased_though_the_browser_is_killed_at_once() {
    each_engine(|engine| {
        // When a store reaches the disk is the browser's own; that records are sealed is not.
        let kinds: &[bool] = if engine == Engine::Chromium { &[false, true] } else { &[true] };
        for locked in kinds.iter().copied() {
            let site = Site::of_app();
            let profile = Profile::fresh();
            let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
            page.enter();
            page.write(CANARY);
            if locked {
                page.lock(PASSPHRASE);
            }
            // By now it is on the disk in every engine.
            sleep(Duration::from_secs(8));
            page.open("#/erase");
            page.click("Erase everything");
            page.fill("The word to type", "erase");
            page.click("Erase for good");
            page.wait_text("Everything is erased.");
            page.kill();
            let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
            page.wait_whole();
            let left = page.run("return Object.keys(localStorage).filter(key => /^ob.[rhs]/.test(key))");
            assert_eq!(left, serde_json::json!([]), "[{engine}] it has come back, locked {locked}");
            assert_no_word(&page, "after the kill");
        }
    });
}

/// Clocks that a test can set: time that passes, and the clock on the wall alone.
const CLOCKS: &str = "const passed = performance.now.bind(performance), wall = window.Date.prototype.getTime;
    window.obversePassed = window.obverseSet = 0;
    performance.now = () => passed() + window.obversePassed;
    window.Date.prototype.getTime = function () { return wall.call(this) + window.obversePassed + window.obverseSet };";
/// Words that come without a key, as by dictation.
const DICTATE: &str = "const field = document.querySelector('main textarea');
    field.value += arguments[0];
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))";

/// So much time passes, and the page looks at its clocks, as it does every ten seconds and when it is shown again.
fn pass(page: &Page, seconds: u32) {
    page.run(&format!("window.obversePassed += {seconds}_000; dispatchEvent(new PageTransitionEvent('pageshow'))"));
}

#[test]
fn a_lock_after_one_minute_shuts_by_time_passed_and_never_while_somebody_dictates() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone());
        page.write(CANARY);
        page.lock(PASSPHRASE);
        page.click("After 1 minute");
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.wait_value("Your words", "");
        page.run(CLOCKS);
        for word in ["One", " word", " after", " the", " other."] {
            page.run_with(DICTATE, serde_json::json!([word]));
            pass(&page, 50);
        }
        page.wait_value("Your words", "One word after the other.");
        // The clock on the wall is set back a day, and a minute passes.
        page.run_with(DICTATE, serde_json::json!([" Last."]));
        page.run("window.obverseSet = -86_400_000");
        pass(&page, 61);
        page.arrive("Today");
        page.open("#/journal");
        page.wait_h1("Locked");
        assert_no_word(&page, "after a minute");
        page.unlock(PASSPHRASE);
        page.wait_text("One word after the other. Last.");
        page.assert_no_errors();
    });
}
