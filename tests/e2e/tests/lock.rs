//! The lock: locked from the first word, shut, opened, wrong, changed, taken off.

use e2e::{Key, Looks, Page, Profile, Site, each_engine};

const PASSPHRASE: &str = "violets hum past the boathouse";
const CANARY: &str = "quillfern";

fn turn_on(page: &Page) {
    page.open("#/lock");
    page.arrive("Lock your journal?");
    page.assert_open_to_everybody("lock-offer");
    page.fill("Passphrase", "seven77");
    page.wait_text("Too short.");
    page.fill("Passphrase", PASSPHRASE);
    page.fill("The same once more", PASSPHRASE);
    page.wait_text("Good, if these words are yours alone.");
    page.click("Lock it");
    page.arrive("Lock");
    page.wait_text("Your journal is locked.");
    page.wait_text("Close Obverse once now");
    page.assert_open_to_everybody("lock-on");
}

fn write(page: &Page, words: &str) {
    page.open("#/write");
    page.click("Two minutes");
    page.wait_ready();
    page.fill("Your words", words);
    page.click("Next");
    page.arrive("That is written");
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
        page.click("Just me");
        write(&page, "Written before there was a lock.");
        turn_on(&page);
        write(&page, CANARY);
        page.open("#/journal");
        page.wait_text(CANARY);
        let all = stored(&page);
        assert!(all.contains("1.1.") && !all.contains("[\\\"ob/r/") || !all.contains("\"1.0..\""), "{all}");

        // Shut: no word of the person's is on the page, and coins stay open.
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        page.wait_text("Your journal is locked");
        page.open("#/journal");
        page.arrive("Your journal is locked");
        page.assert_open_to_everybody("lock-shut");
        let shown = page.run("return document.documentElement.outerHTML").to_string();
        assert!(!shown.contains(CANARY), "words on a page that is shut");
        page.open("#/coins");
        page.arrive("Coins");

        // A wrong passphrase says so and harms nothing.
        page.open("#/journal");
        page.fill("Passphrase", "violets hum past the beehive");
        page.press(Key::Enter);
        page.wait_text("That does not open it.");
        unlock(&page);
        page.arrive("Journal");
        page.wait_text(CANARY);

        // What is written while it is shut is offered afterwards.
        page.open("#/lock");
        page.click("Lock now");
        page.arrive("Today");
        write(&page, "From while it was shut.");
        page.open("#/journal");
        unlock(&page);
        page.arrive("Journal");
        page.open("#/");
        page.wait_text("while the journal was locked");
        page.assert_open_to_everybody("lock-held");
        page.click("Keep it");
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
        page.arrive("Your journal is locked");
        unlock(&page);
        page.arrive("Journal");
        page.wait_text("half a thought");

        // Hide screen shuts at once.
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.open("#/journal");
        page.arrive("Your journal is locked");
        unlock(&page);
        page.arrive("Journal");

        // Taken off, all is there as before.
        page.open("#/lock");
        page.click("Take the lock off");
        page.fill("Your passphrase now", PASSPHRASE);
        page.press(Key::Enter);
        page.arrive("Lock your journal?");
        page.wait_text("The lock is off.");
        page.reload();
        page.open("#/journal");
        page.wait_text(CANARY);
        page.wait_text("Written before there was a lock.");
        page.assert_same_origin();
        page.assert_no_errors();
    });
}
