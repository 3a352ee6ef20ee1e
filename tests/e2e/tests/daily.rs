//! Clocks that jump: the words of a day stay with the question they answer, whatever day it is when somebody comes back to them,
//! and what was said last counts, whatever the clock showed.

use e2e::{Looks, Page, Site, Variant, each_engine};
use serde_json::json;

/// The app on a device whose clock is so many days ahead as its tab says. Said by the page itself: what a driver runs in Firefox
/// has a clock of its own.
fn app() -> Variant {
    Variant::running(
        "const ahead = Number(sessionStorage.getItem('ahead')) * 24 * 3600 * 1000;
         const real = Date.prototype.getTime;
         Date.prototype.getTime = function () { return real.call(this) + ahead; };",
    )
}

/// Sets the page's clock so many days ahead.
fn ahead(page: &Page, days: i32) {
    page.run_with("sessionStorage.setItem('ahead', arguments[0])", json!([days]));
    page.reload();
}

/// Sets the page's clock a day back.
fn yesterday(page: &Page) {
    ahead(page, -1);
}

/// The clock is right again: a new day.
fn today(page: &Page) {
    ahead(page, 0);
}

/// The question that Today shows.
fn shown_question(page: &Page) -> String {
    page.wait_until("a question", "document.querySelector('.lead h2')?.textContent");
    let question = page.run("return document.querySelector('.lead h2').textContent");
    question.as_str().expect("a text").to_owned()
}

/// Begins yesterday's question, and gives what it asks.
fn begin_yesterday(page: &Page, words: &str) -> String {
    yesterday(page);
    page.open("#/write");
    page.click("Two minutes");
    page.wait_until("the field", "document.querySelector('main textarea')");
    page.fill("Your words", words);
    page.h1()
}

/// Opens the entry that holds these words, from the list of entries.
fn open_entry(page: &Page, words: &str) {
    page.go_to("#/journal");
    page.wait_text(words);
    let row = "[...document.querySelectorAll('.row a')].find((row) => row.textContent.includes(arguments[0])).click()";
    page.run_with(row, json!([words]));
    page.wait_h1("Two minutes");
}

#[test]
fn words_and_the_question_they_answer_stay_together() {
    each_engine(|engine| {
        let (app, looks) = (app(), Looks::phone().still());
        let site = Site::serve(app.folder());
        let page = Page::entered(engine, &site, &looks);
        page.wait_whole();
        let asked = begin_yesterday(&page, "half a thought");
        page.click("Save and stop");
        page.arrive("Today");
        today(&page);
        let today_asks = shown_question(&page);
        assert_ne!(today_asks, asked, "[{engine}] another day, another question");
        page.click("Two minutes");
        page.arrive(&asked);
        page.wait_value("Your words", "half a thought");
        // In the middle of it, loaded anew.
        page.type_into("Your words", ", and");
        page.reload();
        page.wait_h1(&asked);
        page.wait_value("Your words", "half a thought, and");
        // Today's question is asked by whoever presses it, and the other one stays.
        page.go_to("#/");
        page.click("Write");
        page.arrive(&today_asks);
        page.wait_value("Your words", "");
        page.fill("Your words", "of today");
        page.click("Save and stop");
        page.arrive("Today");
        open_entry(&page, "half a thought, and");
        page.wait_text(&asked);
        page.click("Edit");
        page.wait_value(&asked, "half a thought, and");
        page.fill(&asked, "a whole thought");
        page.click("Save");
        page.wait_text("a whole thought");
        page.wait_text(&asked);
        // Gone on with and finished, it is proposed no more.
        page.click("Continue writing");
        page.arrive(&asked);
        page.click("Next");
        page.arrive("Your entry is saved");
        page.go_to("#/");
        page.click("Two minutes");
        page.arrive(&today_asks);
        page.wait_value("Your words", "of today");
        page.click("Next");
        page.arrive("Your entry is saved");
        page.go_to("#/");
        page.wait_gone("Two minutes");
        page.assert_no_errors();
    });
}

#[test]
fn another_question_is_shown_and_then_asked_until_the_page_is_loaded_anew() {
    each_engine(|engine| {
        let (app, looks) = (app(), Looks::phone().still());
        let site = Site::serve(app.folder());
        let page = Page::entered(engine, &site, &looks);
        page.write("A line.");
        page.go_to("#/");
        let of_today = shown_question(&page);
        let address = page.address();
        page.click("Another question");
        let another = shown_question(&page);
        assert_ne!(another, of_today, "{engine}");
        assert_eq!((page.focused(), page.address()), ("button Another question".into(), address), "{engine}");
        page.assert_open_to_everybody("today-another");
        page.go_to("#/coins");
        page.go_to("#/");
        assert_eq!(shown_question(&page), another, "[{engine}] it stays");
        page.click("Write");
        page.arrive(&another);
        page.go_to("#/");
        page.reload();
        assert_eq!(shown_question(&page), of_today, "[{engine}] it is kept nowhere");
        // After the last comes the first.
        for turns in 0..200 {
            page.click("Another question");
            if shown_question(&page) == of_today {
                assert!(turns > 5, "[{engine}] {turns}");
                page.assert_no_errors();
                return;
            }
        }
        panic!("[{engine}] the day's question does not come again");
    });
}

#[test]
fn a_reload_just_after_midnight_keeps_the_question() {
    each_engine(|engine| {
        let (app, looks) = (app(), Looks::phone().still());
        let site = Site::serve(app.folder());
        let page = Page::entered(engine, &site, &looks);
        page.wait_whole();
        let asked = begin_yesterday(&page, "in the middle of a sen");
        today(&page);
        page.wait_h1(&asked);
        page.wait_value("Your words", "in the middle of a sen");
        page.assert_no_errors();
    });
}

#[test]
fn what_was_placed_last_counts_though_the_clock_was_two_years_ahead() {
    each_engine(|engine| {
        let app = app();
        let site = Site::serve(app.folder());
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        for (days, stand) in [(730, "Top: it makes things easier for me"), (0, "Bottom: it makes things harder for me")]
        {
            ahead(&page, days);
            page.open("#/coins");
            page.click("Ableism");
            page.arrive("Ableism");
            page.click("Place yourself");
            page.arrive("Where are you on this coin?");
            page.click(stand);
            page.click("Save");
            page.wait_h1("Ableism");
            page.wait_text(stand);
        }
        let said = page.run("return [...document.querySelectorAll('article.placed')].map((one) => one.textContent)");
        assert!(said[0].as_str().is_some_and(|now| now.contains("Bottom:")), "[{engine}] {said}");
        assert!(said[1].as_str().is_some_and(|before| before.contains("Top:")), "[{engine}] {said}");
        page.assert_no_errors();
    });
}
