//! What Today begins with: another question is the one that is then asked, and a first answer is given in one tap; before the
//! program is there and after.

use e2e::{Engine, Filled, Looks, Page, Site, Variant, each_engine};
use obverse_core::reflection::{Body, Entry, Part};
use serde_json::json;

/// Which of the screens that stand in the page is shown; empty once the program has drawn.
const STANDS: &str = "return document.documentElement.dataset.first ?? ''";
const STORED: &str = "return Object.keys(localStorage).length + Object.keys(sessionStorage).length";
const CHOSEN: &str = "return document.querySelectorAll('main input:checked').length";

/// The Today of somebody new, before the program is there: it waits to be let in.
fn at_today(engine: Engine, site: &Site) -> Page {
    let page = Page::open_new(engine, site, &Looks::phone().still());
    page.click("Only me");
    page.arrive("Today");
    page
}

fn let_in(page: &Page) {
    page.run("obverseGo()");
    page.wait_whole();
}

/// What stands on Today, as far as its question and its buttons go.
const QUESTION: &str = "return document.querySelector('.lead h2').textContent";
const CHIPS: &str = "return [...document.querySelectorAll('.chips .chip')].map((one) => one.textContent)";

#[test]
fn another_question_and_a_first_answer_are_taken_over_by_the_program() {
    let variant = Variant::holding_back("obverse.wasm");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_today(engine, &site);
        let four = serde_json::json!(["To me", "I saw it", "I did it", "Not sure"]);
        assert_eq!(page.run(CHIPS), four, "[{engine}] before the program");
        let of_today = page.run(QUESTION);
        page.click("Another question");
        let another = page.run(QUESTION);
        assert_ne!(another, of_today, "{engine}");
        // Once the program is there, what stands in the page is pressed once more.
        let_in(&page);
        assert_eq!(page.run(QUESTION), another, "{engine}");
        page.click("Another question");
        let third = page.run(QUESTION);
        assert!(third != another && third != of_today, "{engine}");
        assert_eq!(page.run(STORED), 0, "[{engine}] nothing is kept of it");
        page.hide_and_show();
        assert_eq!(page.run(STANDS), "", "[{engine}] drawn by the program");
        assert_eq!((page.run(QUESTION), page.run(CHIPS)), (third.clone(), four), "{engine}");
        page.click("Write");
        page.arrive(third.as_str().expect("a text"));

        // Chosen and pressed before any program is there.
        let page = at_today(engine, &site);
        page.click("Another question");
        let another = page.run(QUESTION);
        page.click("Write");
        page.arrive("Loading");
        let_in(&page);
        page.arrive(another.as_str().expect("a text"));
        page.assert_no_errors();
    });
}

#[test]
fn a_first_answer_on_today_is_given_and_told_to_nobody() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        for (button, answer, asks) in [
            ("To me", "To me", "How are you right now?"),
            ("I saw it", "I saw it", "First, the person it happened to"),
            ("I did it", "I did it", "Is anyone still at risk from what happened?"),
            ("Not sure", "I am not sure", "What did you notice?"),
        ] {
            page.open("#/");
            page.wait_h1("Today");
            page.click(button);
            page.arrive(asks);
            assert!(
                page.title().ends_with(" · Obverse") && !page.title().contains(answer),
                "[{engine}] {}",
                page.title()
            );
            page.click("Back to the previous question");
            page.arrive("Something happened");
            let chosen =
                page.run("return document.querySelector('main input:checked').closest('label').textContent.trim()");
            assert_eq!(chosen, answer, "[{engine}] it is shown and can be changed");
            page.click("Next");
            page.arrive(asks);
        }
        page.assert_quiet(&site, &["to-me", "i-saw-it", "i-did-it", "not-sure", "happened"]);
        // Come to without a first answer, it asks for one.
        let form = page.piece("write", "something-happened");
        page.go_to(&form);
        page.wait_h1("Something happened");
        assert_eq!(page.run(CHOSEN), 0, "{engine}");
        page.assert_no_errors();
    });
}

/// Eight entries, all older than two weeks: one for each day.
fn eight_entries() -> Filled {
    let entry = |number| {
        let text = format!("Lanternferry {number}.");
        Body::Entry(Entry { parts: vec![Part { text, ..Part::default() }], ..Entry::default() })
    };
    Filled::of((0..8).map(|number| ("", entry(number))).collect())
}

#[test]
fn something_written_earlier_is_shown_only_to_whoever_wishes_for_it() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.wait_whole();
        page.open("#/coins");
        eight_entries().put(&page);
        page.reload();
        page.open("#/");
        page.wait_text("Choose something to do");
        let asks = "Would you like Today to show a line from an old entry";
        assert!(!page.shows(asks), "[{engine}] two questions at once");
        page.click("Not now");
        page.wait_text(asks);
        let there = "document.querySelector('.earlier')";
        assert_eq!(page.run(&format!("return {there}")), json!(null), "{engine}");
        page.assert_open_to_everybody("today-asks");
        page.click("Yes, on some days");
        page.wait_until("it", &format!("{there}?.textContent.includes('Lanternferry')"));
        page.wait_text("You wrote on");
        assert_eq!(page.run("return document.querySelectorAll('.earlier [translate=no]').length"), 1, "{engine}");
        page.assert_open_to_everybody("today-earlier");
        page.reload();
        page.click("Stop showing old entries");
        page.wait_gone("You wrote on");
        assert!(page.focused().starts_with("h1"), "[{engine}] {}", page.focused());
        page.reload();
        page.wait_text("Choose something to do");
        assert!(!page.shows("You wrote on") && !page.shows(asks), "{engine}");
        // It can be turned on again.
        page.open("#/settings");
        page.click("On some days, show a line from an old entry on Today");
        page.open("#/");
        page.wait_text("You wrote on");
        page.assert_no_errors();
    });
}
