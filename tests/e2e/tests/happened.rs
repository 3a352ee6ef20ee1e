//! "Something happened": it begins anew each time, somebody to call is near, the night is dark, and what must be seen to comes first.

use e2e::{Looks, Page, Site, each_engine};
use serde_json::{Value, json};

const RECORDS: &str = "return Object.keys(localStorage).filter((key) => /^ob\\/[rs]\\//.test(key)).length";

/// Begins the entry behind "Something happened" and leaves it after these words.
fn begin(page: &Page, words: &str) {
    page.open("#/");
    page.wait_h1("Today");
    page.click("Not sure");
    page.arrive("What did you notice?");
    assert_eq!(page.value("Your words"), "", "[{}] an old one was taken up", page.engine());
    page.fill("Your words", words);
    page.click("Save and stop");
    page.arrive("Today");
}

fn rows(page: &Page) -> Vec<String> {
    let rows = page.run("return [...document.querySelectorAll('main .row a')].filter((row) => row.textContent.includes('Stopped on')).map((row) => row.textContent)");
    rows.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn something_happened_begins_anew_each_time_and_what_was_begun_is_told_apart() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        begin(&page, "A look across the table.");
        begin(&page, "The rota again.");
        page.wait_text("The rota again.");
        let two = rows(&page);
        assert!(
            two.len() == 2 && two[0].contains("The rota again.") && two[1].contains("A look across"),
            "[{engine}] {two:?}"
        );
        assert!(two.iter().all(|row| row.contains("Stopped on")), "[{engine}] {two:?}");
        page.assert_open_to_everybody("today-begun");
        begin(&page, "A third one.");
        page.wait_text("A third one.");
        assert_eq!(rows(&page).len(), 2, "{engine}");
        page.click("More unfinished entries, in your journal");
        page.arrive("Journal");
        page.wait_text("A look across the table.");

        // Gone on with where it was left, over a reload too; then deleted from Today.
        page.open("#/");
        page.wait_text("A third one.");
        page.run("[...document.querySelectorAll('main .row a')].find((row) => row.textContent.includes('The rota again.')).click()");
        page.arrive("What did you notice?");
        assert_eq!(page.value("Your words"), "The rota again.", "{engine}");
        page.type_into("Your words", " And more");
        page.reload();
        page.wait_h1("What did you notice?");
        page.wait_value("Your words", "The rota again. And more");
        page.open("#/");
        page.wait_text("And more");
        let before = page.run(RECORDS);
        page.click_in("main", "Delete");
        page.wait_until("the focus on the way out", "document.activeElement.textContent === 'Cancel'");
        page.click("Delete for good");
        page.arrive("Today");
        page.wait_gone("And more");
        assert_eq!(rows(&page).len(), 2, "[{engine}] {before}");

        // A reload in mid-sentence leads to the words, without a word to go on by on the way.
        page.click("Not sure");
        page.arrive("What did you notice?");
        page.type_into("Your words", "Only begun");
        page.reload();
        page.wait_h1("What did you notice?");
        page.wait_value("Your words", "Only begun");
        page.assert_no_errors();
    });
}

/// The addresses of all numbers on the page.
const NUMBERS: &str = "return [...document.querySelectorAll('main a')].map((one) => one.getAttribute('href')).filter((to) => /^(tel|sms):/.test(to))";

#[test]
fn someone_to_call_is_one_tap_away_on_every_screen_of_something_happened() {
    each_engine(|engine| {
        let site = Site::of_app();
        for (door, screens) in [("To me", 3), ("I saw it", 3), ("I did it", 3), ("I am not sure", 3)] {
            let page = Page::entered(engine, &site, &Looks::narrow().still());
            let form = page.piece("write", "something-happened");
            page.go_to(&form);
            page.wait_h1("Something happened");
            let few = json!(["tel:116123", "tel:03301231245", "tel:988"]);
            page.wait_text("Someone for you to talk to");
            assert_eq!(page.run(NUMBERS), few, "[{engine}] the door");
            if door == "To me" {
                page.assert_open_to_everybody("happened-door");
            }
            for screen in 0..screens {
                let before = page.h1();
                match screen {
                    0 => {
                        // Here nothing goes on by a slip.
                        page.click(door);
                        page.click("Next");
                    }
                    _ => page.go_on(),
                }
                page.wait_until(
                    "the next",
                    &format!("document.querySelector('h1').textContent.trim() !== {}", json!(before)),
                );
                assert_eq!(page.run(NUMBERS), few, "[{engine}] {door}, {screen}: {}", page.h1());
                let seen = "document.querySelector('main a[href^=tel]').getBoundingClientRect().bottom < innerHeight";
                page.wait_until("the first number to be above the fold", seen);
            }
            if door == "To me" {
                page.assert_open_to_everybody("happened-end");
                page.click("Other countries and professions");
                page.arrive("Numbers in the UK, Canada and the US");
                let all = page.run(NUMBERS);
                let all: Vec<&str> = all.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
                assert!(
                    all.len() >= 9
                        && all.contains(&"sms:988")
                        && all.contains(&"tel:18552423310")
                        && all.contains(&"tel:03000303300"),
                    "{all:?}"
                );
                page.assert_open_to_everybody("numbers");
                page.assert_same_origin();
            }
            page.assert_no_errors();
        }
    });
}

const DIM: &str = "return document.documentElement.dataset.dim ?? ''";

#[test]
fn what_must_be_seen_to_first_leaves_by_the_large_button_and_waits_on_today() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.wait_whole();
        page.go_to(&page.piece("write", "something-happened"));
        page.wait_h1("Something happened");
        // By day on wish, at night until one wishes otherwise.
        if page.run(DIM) == "" {
            page.click("Darker screen");
        }
        page.wait_until("a darker screen", "document.documentElement.dataset.dim === 'on'");
        page.assert_open_to_everybody("happened-dim");
        page.click("I did it");
        page.click("Next");
        page.arrive("Is anyone still at risk from what happened?");
        page.click("Yes, or maybe");
        page.click("Next");
        page.arrive("If someone may be at risk, see to that now");
        assert_eq!(page.run(DIM), "on", "{engine}");
        let large = page.run("return document.querySelector('main .onward').textContent.trim()");
        assert_eq!(large, "Go. This will wait.", "{engine}");
        page.click("Go. This will wait.");
        page.arrive("Today");
        assert_eq!(page.run(DIM), "", "[{engine}] only there");
        page.open_row("I did it");
        page.arrive("If someone may be at risk, see to that now");
        page.click("Next");
        page.arrive("If a patient was or may have been harmed");
        page.click("Lighter screen");
        page.wait_until("a lighter screen", "document.documentElement.dataset.dim === ''");
        page.assert_no_errors();
    });
}
