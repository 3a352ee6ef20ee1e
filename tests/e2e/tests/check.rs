//! The self-check on its occasions: laid side by side, and handed in without a word that was not ticked.

use e2e::{Looks, Page, Site, each_engine};
use std::fs;

/// What the person writes; it stays out of what is handed in.
const OWN: &str = "lanternferry";
const CODE: &str = "blue heron";
const KNOWING: &str = "How well could you explain what allyship is in health care?";
const TITLE: &str = "Explaining what allyship is";

/// Opens a part of the check and goes through it.
fn answer(page: &Page, part: &str, nth: usize) {
    page.go_to(&format!("#/check/{part}"));
    go_through(page, part, nth);
}

/// Goes to the last page of the part that is open: takes the `nth` answer of each question, and writes a line.
fn go_through(page: &Page, part: &str, nth: usize) {
    let step = format!(
        "const main = document.querySelector('main');
        const answers = main.querySelectorAll('.choices input');
        answers[Math.min({nth}, answers.length - 1)]?.click();
        const field = main.querySelector('textarea');
        if (field) field.value = '{OWN} {part}';
        field?.dispatchEvent(new Event('input', {{ bubbles: true }}));
        window.before = main.querySelector('h1').textContent;
        (main.querySelector('.onward') ?? main.querySelector('.foot button')).click()"
    );
    for _ in 0..40 {
        if page.h1() == "What you said" && !page.can_click("Continue to the next questions") {
            return;
        }
        page.run(&step);
        page.wait_until("another page", "document.querySelector('main h1')?.textContent !== window.before");
    }
    panic!("[{}] {part} did not come to its end", page.engine());
}

#[test]
fn three_parts_are_laid_side_by_side_and_handed_in() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/compare");
        page.arrive("Compare your answers");
        page.wait_text("Nothing to compare yet");
        page.assert_open_to_everybody("compare-empty");
        answer(&page, "before", 3);
        page.click("Go through it again");
        page.wait_gone("What you said");
        go_through(&page, "before", 1);
        answer(&page, "after", 2);
        answer(&page, "later", 2);
        page.click("Compare your answers");
        page.wait_h1("Compare your answers");
        page.wait_text("A lower answer later can mean that you see more.");
        assert!(page.shows_in(KNOWING, "A little") && page.shows_in(KNOWING, "Partly"), "[{engine}]");
        assert!(
            page.shows_in(KNOWING, "Before (answered earlier)") && page.shows_in(KNOWING, "Fairly well"),
            "[{engine}]"
        );
        let heard = page.run("return document.querySelector('svg.scale').getAttribute('aria-label')").to_string();
        assert!(heard.contains("Before: A little.") && heard.contains("Then: Partly."), "[{engine}] {heard}");
        let words = page.run("return document.querySelector('main').innerText").to_string().to_lowercase();
        assert!(!["score", "total", "average", "↑", "↓", "%"].iter().any(|word| words.contains(word)), "{words}");
        page.assert_open_to_everybody("compare");
        let plot = "return document.querySelector('svg.scale').getBoundingClientRect().bottom < innerHeight";
        assert_eq!(page.run(plot), true, "[{engine}] no picture on the first screen");
        page.click(TITLE);
        page.wait_until(
            "the line to open",
            &format!("document.querySelector('details[aria-label=\"{KNOWING}\"]').open"),
        );
        page.assert_open_to_everybody("compare-open");

        page.click("Hand in your answers");
        page.wait_h1("Hand in your answers");
        page.fill("A code of your own", CODE);
        page.wait_text("Saving…");
        page.assert_open_to_everybody("hand-in");
        let press = |name: &str, said: &str| {
            let group = "document.querySelector('.hand-group')";
            page.run(&format!(
                "[...{group}.querySelectorAll('button')].find((one) => one.textContent === '{name}').click()"
            ));
            page.wait_until(said, &format!("{group}.querySelector('summary').textContent.includes('{said}')"));
        };
        let asked = || page.value("The text").matches(KNOWING).count();
        let all = asked();
        press("Include none", "None included");
        assert_eq!(asked() + 1, all, "[{engine}] what is not ticked stays out");
        press("Include all", "All included");
        let text = page.value("The text");
        assert!(text.contains(KNOWING) && text.contains(&format!("Code: {CODE}")) && !text.contains(OWN), "{text}");
        page.click("Save as data (JSON)");
        let data = fs::read_to_string(page.wait_download("notes.json")).expect("the data");
        page.click("Save as a spreadsheet (CSV)");
        let sheet = fs::read_to_string(page.wait_download("notes.csv")).expect("the spreadsheet");
        for file in [&data, &sheet] {
            assert!(file.contains("knowing-then") && file.contains(CODE) && !file.contains(OWN), "[{engine}] {file}");
        }
        page.click("Copy the text");
        page.wait_until("a word on the copy", "/Copied|selected/.test(document.querySelector('main').innerText)");
        page.open("#/hand-in");
        page.reload();
        page.wait_value("A code of your own", CODE);
        page.assert_quiet(&site, &[OWN, CODE, "knowing"]);
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

#[test]
fn a_code_is_nothing_to_search_for() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.go_to("#/check/before");
        page.click("Next");
        page.wait_until("a question", "document.querySelector('.choices input')");
        page.run("document.querySelector('.choices input').click()");
        page.click("Next");
        page.go_to("#/hand-in");
        page.fill("A code of your own", CODE);
        page.go_to("#/journal");
        page.wait_until("the answers alone", "document.querySelectorAll('main .month .row').length === 1");
        page.fill("Search", CODE);
        page.wait_text("Nothing was found in your journal.");
        page.assert_no_errors();
    });
}
