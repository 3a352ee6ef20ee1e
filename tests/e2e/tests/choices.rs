//! What was chosen can be taken back, a day that is typed is kept as it stands there or refused with words, and a passphrase
//! that opens nothing is told why that may be.

use e2e::{Engine, Looks, Page, Site, each_engine};

const WHAT: &str = "Ask for the rota to go round";
const DAY: &str = "When will you look at it again?";
const SAID: &str = "return document.querySelector('main .said')?.textContent ?? ''";
const PASSPHRASE: &str = "violets hum past the boathouse";

fn keep(page: &Page, title: &str) {
    page.click("Save");
    page.arrive(title);
}

/// Puts a day in the field, as choosing one does.
fn put_day(page: &Page, day: &str) {
    page.run(&format!(
        "const field = document.getElementById('the-day'); field.value = '{day}';
         for (const heard of ['input', 'change']) field.dispatchEvent(new Event(heard, {{ bubbles: true }}))"
    ));
}

fn focused_field(page: &Page) {
    page.wait_until("the field for the day to have the focus", "document.activeElement.id === 'the-day'");
}

#[test]
fn a_day_is_kept_as_it_is_seen_or_refused_with_words() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open("#/steps/new");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", WHAT);
        page.click("On another date");
        put_day(&page, "0027-01-31");
        page.click("Save");
        page.wait_text("check the year");
        focused_field(&page);
        page.assert_open_to_everybody("step-day-refused");
        put_day(&page, "2001-01-31");
        page.click("Save");
        page.wait_text("it has passed");
        focused_field(&page);
        put_day(&page, "2040-01-31");
        page.wait_gone("it has passed");
        keep(&page, WHAT);
        page.wait_text(DAY);
        let said = page.run(SAID).to_string();
        assert!(said.contains("2040") && said.contains("31"), "[{engine}] {said}");

        // Emptied, it is no day; and stays none.
        page.click("Edit");
        page.wait_h1("Edit the step");
        assert_eq!(page.value("Date"), "2040-01-31", "{engine}");
        put_day(&page, "");
        keep(&page, WHAT);
        assert!(!page.shows(DAY), "[{engine}] {}", page.run(SAID));
        page.reload();
        page.wait_h1(WHAT);
        assert!(!page.shows(DAY), "[{engine}] {}", page.run(SAID));

        // Typed sign by sign, where the field takes signs: the year is wrong three times on the way and never wiped.
        if engine == Engine::Chromium {
            page.click("Edit");
            page.wait_h1("Edit the step");
            page.click("On another date");
            page.run("document.getElementById('the-day').focus()");
            page.type_here("01012041");
            page.wait_value("Date", "2041-01-01");
            keep(&page, WHAT);
            page.wait_text(DAY);
            page.click("Edit");
            page.wait_h1("Edit the step");
            page.run("document.getElementById('the-day').focus()");
            page.press(e2e::Key::Delete);
            page.click("Save");
            page.wait_text("part of it is missing");
            focused_field(&page);
        }
        page.assert_no_errors();
    });
}

#[test]
fn what_was_chosen_can_be_taken_back() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open("#/steps/new");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", WHAT);
        assert!(!page.shows("Not set"), "[{engine}] before anything is chosen");
        page.click("Between people: a name, a check-in, a seat given up, an apology");
        page.wait_text("Not set");
        page.assert_open_to_everybody("step-level-set");
        keep(&page, WHAT);
        page.wait_text("Where would it make a change?");
        page.click("Edit");
        page.wait_h1("Edit the step");
        page.click("Not set");
        keep(&page, WHAT);
        assert!(!page.shows("Where would it make a change?"), "{engine}");

        // What became of it.
        page.click("Look at it again");
        page.arrive("A step you chose. Still right?");
        page.click("Done");
        page.click("Not set");
        keep(&page, WHAT);
        assert!(!page.shows("When you looked at it again"), "[{engine}] nothing was said");

        // A position on a coin.
        page.open("#/coins");
        page.click("Ableism");
        page.arrive("Ableism");
        page.click("Place yourself");
        page.wait_h1("Where are you on this coin?");
        assert!(!page.shows("Not set"), "[{engine}] before anything is chosen");
        page.click("Top: it makes things easier for me");
        page.click("Not set");
        page.click("Save");
        page.wait_h1("Ableism");
        page.wait_text("You have not placed yourself on this coin.");
        assert_eq!(page.run("return document.querySelectorAll('main .placed').length"), 0, "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn what_opens_nothing_is_told_why() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open("#/lock");
        page.wait_h1("Lock your journal?");
        page.fill("Passphrase", &format!("{PASSPHRASE} "));
        page.wait_text("begins or ends with a space");
        page.assert_open_to_everybody("lock-offer-space");
        page.fill("Passphrase", PASSPHRASE);
        page.wait_gone("begins or ends with a space");
        page.lock(PASSPHRASE);
        page.click("Lock now");
        page.arrive("Today");
        page.open("#/journal");
        page.arrive("Locked");
        for (typed, why) in [
            (format!("{PASSPHRASE} "), "What you typed begins or ends with a space."),
            (PASSPHRASE.to_uppercase(), "You typed capitals only."),
        ] {
            page.fill("Passphrase", &typed);
            page.click("Unlock");
            page.wait_text(why);
        }
        page.fill("Passphrase", PASSPHRASE);
        page.click("Unlock");
        page.arrive("Journal");
        page.assert_no_errors();
    });
}
