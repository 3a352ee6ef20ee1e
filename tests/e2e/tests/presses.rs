//! Taps in haste: the second of two never presses what has come in the place of what the first one pressed.

use e2e::{Looks, Page, Site, each_engine};
use std::{thread::sleep, time::Duration};

/// How far apart the two taps of a hasty finger are, in milliseconds.
const HASTE: u64 = 250;
/// How far apart two taps are that are meant.
const SLOW: u64 = 900;

/// The middle of the one button whose name begins so.
fn place_of(page: &Page, name: &str) -> [i64; 2] {
    let script = format!(
        "const one = [...document.querySelectorAll('button, a')].find((one) => one.textContent.trim().startsWith({name:?}));
        const box = one.getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]"
    );
    let place = page.run(&script);
    [0, 1].map(|at| place[at].as_i64().expect("the button has a place"))
}

/// Waits until whatever a second tap has done can be seen.
fn settled() {
    sleep(Duration::from_secs(1));
}

/// The heading after the second question, by going there one at a time.
fn headings(page: &Page) -> [String; 3] {
    page.go_to("#/reflect");
    page.click("Questions about your work");
    page.wait_h1("Questions about your work");
    page.click("Being recognised");
    page.wait_text("Rather not say");
    let mut all = Vec::new();
    for _ in 0..3 {
        let now = page.h1();
        all.push(now.clone());
        page.click("Skip");
        page.wait_until("another question", &format!("document.querySelector('main h1').textContent !== {now:?}"));
    }
    all.try_into().expect("three were asked for")
}

#[test]
fn a_second_tap_does_not_answer_the_next_question() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        let [first, second, third] = headings(&page);
        for name in ["Rather not say", "Skip", "Usually", "Next"] {
            while page.h1() != first {
                page.click("Back to the previous question");
            }
            page.tap_twice(name, HASTE);
            settled();
            assert_eq!(page.h1(), second, "[{engine}] {name} twice in haste");
            if ["Usually", "Next"].contains(&name) {
                // What the next question offers in its place is another thing.
                continue;
            }
            // After that it is pressed as ever.
            page.tap_twice(name, SLOW);
            page.wait_until(
                "another question",
                &format!("document.querySelector('main h1').textContent !== {second:?}"),
            );
            settled();
            assert_ne!(page.h1(), third, "[{engine}] {name} twice, slowly");
        }
        page.assert_no_errors();
    });
}

#[test]
fn a_second_tap_does_not_press_what_has_come_to_its_place() {
    each_engine(|engine| {
        let site = Site::of_app();
        // The first screen, and Today under it.
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.wait_h1("A quiet place to look at privilege");
        page.wait_whole();
        page.tap_twice("Only me", HASTE);
        settled();
        assert_eq!(page.h1(), "Today", "[{engine}]");
        // A deletion asks in the same place.
        page.write("not to be lost");
        page.click("See it in the journal");
        page.click("Delete");
        let sure = place_of(&page, "Delete for good");
        page.click("Cancel");
        page.wait_gone("Are you sure?");
        sleep(Duration::from_millis(500));
        page.tap_then("Delete", HASTE, sure);
        settled();
        assert!(page.shows("Are you sure?") && page.shows("not to be lost"), "[{engine}]");
        page.click("Cancel");
        // The cover, and the button that takes it away.
        page.click("Hide screen");
        page.wait_text("Nothing is open.");
        let open = place_of(&page, "Open");
        page.click("Open");
        page.arrive("Today");
        sleep(Duration::from_millis(500));
        page.tap_then("Hide screen", HASTE, open);
        settled();
        assert!(page.shows("Nothing is open."), "[{engine}]");
        // Half a second later it is taken.
        page.click("Open");
        page.arrive("Today");
        sleep(Duration::from_millis(500));
        page.tap_then("Hide screen", SLOW, open);
        settled();
        assert_eq!(page.h1(), "Today", "[{engine}] a press that is meant");
        page.assert_no_errors();
    });
}
