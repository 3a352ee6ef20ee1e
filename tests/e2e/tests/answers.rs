//! Answering: one tap where there is one choice, with keys no sooner than Enter, and what follows from a choice where it was made.

use e2e::{Key, Looks, Page, Site, each_engine, first_engine};

const FIRST: &str = "New people at work assume that I am trained for the job I do.";
const SECOND: &str = "When I make a small mistake, people bring it up again weeks later.";
const TOLD: &str = "Tap an answer to go on to the next question.";
const CHOSEN: &str = "return document.querySelector('.choices input:checked')?.value ?? ''";
const BACK: &str = "Back to the previous question";

#[test]
fn one_tap_answers_and_goes_on_and_keys_wait_for_enter() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.go_to(&page.piece("reflect", "being-recognised"));
        page.wait_h1(FIRST);
        page.wait_text(TOLD);
        page.click("Usually");
        page.arrive(SECOND);
        assert!(!page.shows(TOLD), "[{engine}] whoever has done it need not be told");
        page.click(BACK);
        page.arrive(FIRST);
        assert_eq!(page.run(CHOSEN), "usually", "{engine}");
        // With keys it is chosen first; and Enter where nothing is chosen passes nothing over.
        page.click("Clear answer");
        page.wait_text("Skip");
        page.run("document.querySelector('.choices input').focus()");
        page.press(Key::Enter);
        assert_eq!((page.h1(), page.run(CHOSEN)), (FIRST.to_owned(), "".into()), "{engine}");
        page.answer_by_key("Rarely");
        assert_eq!((page.h1(), page.run(CHOSEN)), (FIRST.to_owned(), "rarely".into()), "{engine}");
        page.press(Key::Enter);
        page.arrive(SECOND);
        page.click(BACK);
        page.arrive(FIRST);
        assert_eq!(page.run(CHOSEN), "rarely", "{engine}");
        // Whoever writes a note is not taken from it.
        page.click("Add a note");
        page.wait_until("the field", "document.activeElement.matches('#note textarea')");
        page.click("Usually");
        page.wait_until("the answer", "document.querySelector('.choices input:checked')?.value === 'usually'");
        assert_eq!(page.h1(), FIRST, "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn one_tap_can_be_turned_off() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open("#/settings");
        page.click("When I tap an answer, go on to the next question");
        page.reload();
        page.go_to(&page.piece("reflect", "being-recognised"));
        page.wait_h1(FIRST);
        page.click("Usually");
        page.wait_until("the answer", "document.querySelector('.choices input:checked')?.value === 'usually'");
        assert!(page.h1() == FIRST && !page.shows(TOLD), "{engine}");
        page.click("Next");
        page.arrive(SECOND);
        page.assert_no_errors();
    });
}

/// Goes through a part of the self-check as a finger does, and returns how many taps it took.
fn taps(page: &Page, part: &str) -> usize {
    page.go_to(&format!("#/check/{part}"));
    let mut taps = 0;
    for _ in 0..40 {
        page.wait_until("a screen", "document.querySelector('main .foot')");
        let kind = page.run(
            "const input = document.querySelector('main .choices input');
             return !document.querySelector('.onward') ? 'end' : input?.type ?? 'none'",
        );
        if kind == "end" {
            return taps;
        }
        let before = page.h1();
        if kind != "none" {
            let label = page.run("return document.querySelector('main .choices label').textContent.trim()");
            page.click(label.as_str().unwrap_or_default());
            taps += 1;
        }
        if kind != "radio" {
            page.go_on();
            taps += 1;
        }
        page.wait_until(
            "the next",
            &format!("document.querySelector('h1')?.textContent.trim() !== {}", serde_json::json!(before)),
        );
    }
    panic!("[{}] {part} does not come to its end", page.engine());
}

#[test]
fn the_self_check_is_answered_in_few_taps() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let (before, after) = (taps(&page, "before"), taps(&page, "after"));
        // A tap a question, and one more at each of the three that take several answers.
        assert!(before <= 20 && after <= 26, "{engine}: {before} before, {after} after");
        page.assert_no_errors();
    });
}

/// Where each of the answers of a scale begins and ends, from above, in whole pixels.
const ROW: &str = "return [...document.querySelectorAll('.choices-row label')].map((one) => {
    const box = one.getBoundingClientRect();
    return [Math.round(box.top), Math.round(box.right) <= innerWidth && one.scrollWidth <= one.clientWidth];
})";

#[test]
fn five_answers_stand_in_a_row_on_the_narrowest_phone() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.go_to("#/check/before");
        let mut seen = 0;
        for _ in 0..17 {
            let row = page.run(ROW);
            let row: Vec<_> = row.as_array().into_iter().flatten().collect();
            if row.len() == 6 {
                seen += 1;
                assert!(row[..5].iter().all(|one| one[0] == row[0][0]), "[{engine}] {}: {row:?}", page.h1());
                assert!(row.iter().all(|one| one[1] == true), "[{engine}] {}: cut off: {row:?}", page.h1());
            }
            let before = page.h1();
            page.go_on();
            page.wait_until(
                "the next",
                &format!("document.querySelector('h1')?.textContent.trim() !== {}", serde_json::json!(before)),
            );
        }
        assert!(seen >= 10, "[{engine}] {seen}");
        page.assert_no_errors();
    });
}

#[test]
fn what_follows_stands_under_its_option_and_in_view() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.go_to(&page.piece("reflect", "misgendered-at-handover"));
        for _ in 0..4 {
            if page.run("return document.querySelector('.choices input') !== null") == true {
                break;
            }
            page.go_on();
        }
        page.wait_until("the options", "document.querySelector('.choices input')");
        let place = page.run("return document.querySelector('.bar-place').textContent");
        assert!(!place.to_string().contains(" of "), "[{engine}] nobody can say how long it is: {place}");
        let heading = page.h1();
        let label = page.run("return document.querySelectorAll('.choices label')[2].textContent.trim()");
        page.click(label.as_str().unwrap_or_default());
        page.wait_text("What could happen next");
        assert_eq!(page.h1(), heading, "[{engine}] there is something to read first");
        let under =
            "return document.querySelector('.effects').parentElement.previousElementSibling.matches('.choice.on')";
        assert_eq!(page.run(under), true, "{engine}");
        let seen = "(() => {
            const told = document.querySelector('.effects h2').getBoundingClientRect();
            return told.top >= 0 && told.bottom <= document.querySelector('.foot').getBoundingClientRect().top;
        })()";
        page.wait_until("it to be in view", seen);
        page.assert_open_to_everybody("what-follows");
        page.assert_no_errors();
    });
}
