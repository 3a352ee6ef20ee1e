//! The lock: locked from the first word, shut, opened, wrong, changed, taken off.

use e2e::{Engine, Key, Looks, Page, Profile, Site, each_engine};
use std::{thread::sleep, time::Duration};

const PASSPHRASE: &str = "violets hum past the boathouse";
const CHANGED: &str = "a ladder, two plums, no wind";
const CANARY: &str = "quillfern";

fn turn_on(page: &Page) {
    // Where one is there already, WebKit loads the page anew.
    page.open("#/lock");
    page.wait_h1("Lock your journal?");
    page.assert_open_to_everybody("lock-offer");
    page.fill("Passphrase", "seven77");
    page.wait_text("Too short.");
    page.fill("Passphrase", PASSPHRASE);
    page.fill("Type it again", PASSPHRASE);
    page.wait_text("Good, if these words are yours alone.");
    page.click("Lock it");
    page.arrive("Lock");
    page.wait_text("Your journal is locked.");
    page.wait_text("Close the whole browser once now");
    page.assert_open_to_everybody("lock-on");
}

fn unlock(page: &Page) {
    page.fill("Passphrase", PASSPHRASE);
    page.click("Unlock");
}

/// Everything stored, as text.
fn stored(page: &Page) -> String {
    page.run("return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])").to_string()
}

#[test]
fn locked_words_are_read_with_the_passphrase_alone() {
    each_engine(|engine| {
        let site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.click("Only me, with a passphrase");
        page.arrive("Lock your journal?");
        page.click("Not now");
        page.arrive("Today");
        page.write("Written before there was a lock.");
        // A draft that this version cannot read stays where it is, whatever is done to the lock.
        page.run("sessionStorage.setItem('ob/d/' + 'a'.repeat(32), 'of another version')");
        turn_on(&page);
        let left = page.run("return sessionStorage.getItem('ob/d/' + 'a'.repeat(32))");
        assert_eq!(left, "of another version", "{engine}");
        page.run("sessionStorage.removeItem('ob/d/' + 'a'.repeat(32))");
        page.write(CANARY);
        page.open("#/journal");
        page.wait_text(CANARY);
        let all = stored(&page);
        let plain = page.run("return Object.entries(localStorage).filter(([k, v]) => k.startsWith('ob/r/') && !v.startsWith('1.1.')).length");
        assert_eq!(plain, 0, "every record is sealed: {all}");

        // Shut: no word of the person's is on the page, and coins stay open.
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        page.wait_text("Your journal is locked");
        page.open("#/journal");
        page.arrive("Locked");
        page.assert_open_to_everybody("lock-shut");
        page.open("#/settings");
        page.arrive("Settings");
        assert!(!page.shows("Storage used"), "[{engine}] how full it is, is not known");
        assert!(!page.shows("Shared device"), "[{engine}] whose device it is, was said");
        let shown = page.run("return document.documentElement.outerHTML").to_string();
        assert!(!shown.contains(CANARY), "words on a page that is shut");
        page.open("#/coins");
        page.arrive("Coins");

        // A wrong passphrase says so and harms nothing.
        page.open("#/journal");
        page.fill("Passphrase", "violets hum past the beehive");
        page.press(Key::Enter);
        page.wait_text("That is not the passphrase.");
        unlock(&page);
        page.arrive("Journal");
        page.wait_text(CANARY);

        // What is written while it is shut is offered afterwards.
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        page.write_in_this_tab("From while it was shut.");
        page.open("#/journal");
        unlock(&page);
        page.arrive("Journal");

        // Neither another screen nor another shutting takes it away before it was asked about.
        page.open("#/backup");
        page.arrive("Backup");
        page.open("#/");
        page.arrive("Today");
        page.wait_text("while the journal was locked");
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        page.open("#/journal");
        unlock(&page);
        page.arrive("Journal");
        page.open("#/");
        page.wait_text("while the journal was locked");
        page.assert_open_to_everybody("lock-held");
        page.click("Add to my journal");
        page.open("#/journal");
        page.wait_text("From while it was shut.");

        // A reload shuts it, and a half-written thought waits for the passphrase.
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.type_into("Your words", "half a thought");
        page.reload();
        let held = page.run("return JSON.stringify(Object.entries(sessionStorage))").to_string();
        assert!(!held.contains("1.0.."), "a draft that is not sealed: {held}");
        page.open("#/journal");
        page.arrive("Locked");
        unlock(&page);
        page.arrive("Journal");
        page.wait_text("half a thought");

        // Hide screen shuts at once.
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.open("#/journal");
        page.arrive("Locked");
        unlock(&page);
        page.arrive("Journal");

        // Six minutes later by the clock, the page is looked at again.
        page.run(
            "const clock = window.Date.prototype, now = clock.getTime; \
             clock.getTime = function () { return now.call(this) + 360000; }; \
             window.dispatchEvent(new Event('pageshow'));",
        );
        page.arrive("Today");
        page.open("#/journal");
        page.arrive("Locked");
        unlock(&page);
        page.arrive("Journal");

        // Another tab takes the news of a lock that is changed.
        let first = page.tab();
        page.new_tab("#/journal");
        page.wait_h1("Locked");
        unlock(&page);
        page.arrive("Journal");
        page.open("#/lock");
        page.click("Change the passphrase");
        page.fill("Current passphrase", PASSPHRASE);
        page.fill("New passphrase", CHANGED);
        page.fill("Type it again", CHANGED);
        page.press(Key::Enter);
        page.wait_text("The passphrase is changed.");
        page.close_tab(&first);
        page.go_to_tab(&first);
        page.wait_h1("Today");
        page.open("#/journal");
        page.arrive("Locked");
        unlock(&page);
        page.wait_text("That is not the passphrase.");
        page.fill("Passphrase", CHANGED);
        page.press(Key::Enter);
        page.arrive("Journal");
        page.wait_text(CANARY);

        // A recovery code is checked before it counts, and then opens the lock.
        page.open("#/lock");
        page.click("Make a recovery code");
        page.wait_text("This code is shown only once.");
        let code = page.run("return document.querySelector('.code').textContent").as_str().expect("a code").to_owned();
        assert_eq!(code.len(), 29, "{code}");
        page.assert_open_to_everybody("lock-code");
        page.fill("The last five letters and digits", "AAAAA");
        page.wait_text("Those are not the last five.");
        page.fill("The last five letters and digits", &code[24..].to_lowercase());
        page.click("I have it. Use this code");
        page.wait_text("The recovery code now opens the journal too.");
        page.click("Lock now");
        page.arrive("Today");
        page.open("#/journal");
        page.click("Use the recovery code instead");
        page.fill("Recovery code", &code.replace('-', " "));
        page.click("Unlock");

        // Whoever needs the code has forgotten the passphrase: a new one is asked for, and the old one nowhere.
        page.arrive("Choose a new passphrase");
        page.assert_open_to_everybody("lock-new-passphrase");
        page.click("Not now");
        page.arrive("Journal");
        page.wait_text(CANARY);
        page.open("#/lock");
        page.arrive("Lock");
        assert!(!page.shows("Current passphrase"), "{engine}");
        assert!(!page.can_click("Remove the recovery code"), "[{engine}] it alone opens the journal");
        page.click("Choose a new passphrase");
        page.fill("New passphrase", PASSPHRASE);
        page.fill("Type it again", PASSPHRASE);
        page.press(Key::Enter);
        page.wait_text("The passphrase is changed.");
        page.click("Lock now");
        page.arrive("Today");
        page.open("#/journal");
        unlock(&page);
        page.arrive("Journal");

        // Taken off, all is there as before. A refusal stands beside the field, which has the focus again.
        page.open("#/lock");
        page.click("Remove the lock");
        page.fill("Current passphrase", CHANGED);
        page.press(Key::Enter);
        page.wait_until(
            "a refusal beside the field",
            "document.getElementById(document.activeElement.getAttribute('aria-describedby') ?? '')?.textContent
                 .includes('That is not the passphrase.') && document.activeElement.matches('input[aria-invalid]')",
        );
        assert!(page.focused().starts_with("input Current passphrase"), "{engine}: {}", page.focused());
        page.fill("Current passphrase", PASSPHRASE);
        page.press(Key::Enter);
        page.arrive("Lock your journal?");
        page.wait_text("The lock is removed.");
        page.reload();
        page.open("#/journal");
        page.wait_text(CANARY);
        page.wait_text("Written before there was a lock.");
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

/// As in the journey: what Chromium has put on the disk by then.
fn until_on_disk(engine: Engine) -> Duration {
    Duration::from_secs(if engine == Engine::Chromium { 75 } else { 7 })
}

#[test]
fn locked_from_the_first_word_it_outlives_a_kill_and_leaves_nothing_to_read() {
    each_engine(|engine| {
        let mut site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.click("Only me, with a passphrase");
        turn_on(&page);
        page.write(CANARY);
        page.open("#/write");
        page.click("What, so what, now what");
        page.wait_ready();
        page.type_into("Your words", CANARY);
        page.click("Save and stop");
        page.arrive("Today");
        page.wait_offline_ready();
        sleep(until_on_disk(engine));
        site.stop();
        page.kill();

        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.open("#/journal");
        page.arrive("Locked");
        unlock(&page);
        page.arrive("Journal");
        page.wait_text(CANARY);
        let kept = page.run("return document.querySelectorAll('main .rows li, main .rows a').length").as_u64();
        assert!(kept.is_some_and(|kept| kept >= 2), "{engine}: both are there");
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        page.assert_no_errors();
        page.close();
        let found = profile.grep(CANARY);
        assert!(found.is_empty(), "{engine}: on the disk, {found:?}");
    });
}
