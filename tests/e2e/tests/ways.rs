//! The ways in and out of what is answered, written and placed: each begins anew, records only what is saved, erases
//! nothing unasked, and says where one goes on.

use e2e::{Key, Looks, Page, Site, each_engine};
use serde_json::json;

const RECORDS: &str = "return Object.keys(localStorage).filter((key) => /^ob\\/[rs]\\//.test(key)).length";
const CHOSEN: &str = "return document.querySelectorAll('main input:checked').length";

/// Whether there is a button of this name: the way past the navigation begins alike.
fn offers(page: &Page, name: &str) -> bool {
    page.run_with(
        "return [...document.querySelectorAll('main button')].some((one) => one.checkVisibility() && one.textContent.trim() === arguments[0])",
        json!([name]),
    ) == true
}

/// The placements that the store holds, as the coin's page tells them.
fn placed(page: &Page) -> u64 {
    page.run("return document.querySelectorAll('article.placed').length").as_u64().expect("a number")
}

fn to_the_coin(page: &Page) -> String {
    let coin = page.piece("coins", "ableism");
    page.go_to(&coin);
    page.wait_h1("Ableism");
    coin
}

#[test]
fn a_side_that_was_chosen_and_not_saved_is_recorded_by_no_way_out() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let coin = to_the_coin(&page);
        page.click("Place yourself");
        page.arrive("Where are you on this coin?");
        page.click("Top: it makes things easier for me");
        page.wait_text("Not saved yet");
        page.assert_open_to_everybody("place-waiting");
        // Longer than a pause in which something else would be kept.
        std::thread::sleep(std::time::Duration::from_secs(4));
        // The way back in the app, the browser's, a reload, and the hidden screen.
        page.click("Back");
        page.arrive("Ableism");
        assert_eq!((placed(&page), page.run(RECORDS)), (0, json!(0)), "[{engine}] by the way back");
        page.click("Place yourself");
        page.arrive("Where are you on this coin?");
        page.wait_text("Not saved yet");
        assert_eq!(page.run(CHOSEN), 1, "[{engine}] it is offered again");
        page.back();
        page.wait_h1("Ableism");
        assert_eq!((placed(&page), page.run(RECORDS)), (0, json!(0)), "[{engine}] by the browser's way back");
        page.click("Place yourself");
        page.arrive("Where are you on this coin?");
        page.reload();
        page.wait_h1("Where are you on this coin?");
        page.wait_text("Not saved yet");
        assert_eq!((page.run(CHOSEN), page.run(RECORDS)), (json!(1), json!(0)), "[{engine}] by a reload");
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.arrive("Today");
        assert_eq!(page.run(RECORDS), 0, "[{engine}] by hiding");
        assert!(!page.shows("could not be saved in the journal"), "{engine}");

        // What is called off is not offered again; what is saved is recorded once.
        to_the_coin(&page);
        page.click("Place yourself");
        page.wait_text("Not saved yet");
        page.click("Cancel");
        page.arrive("Ableism");
        page.click("Place yourself");
        page.arrive("Where are you on this coin?");
        assert_eq!(page.run(CHOSEN), 0, "{engine}");
        page.click("Bottom: it makes things harder for me");
        page.click("Save");
        page.wait_h1("Ableism");
        page.wait_text("Bottom: it makes things harder for me");
        assert_eq!(placed(&page), 1, "{engine}");
        assert!(!coin.is_empty());
        page.assert_no_errors();
    });
}

#[test]
fn a_side_within_an_exercise_is_recorded_by_going_on_and_not_by_going_back() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let exercise = page.piece("reflect", "to-someone-on-my-side");
        page.go_to(&exercise);
        page.wait_ready();
        let placing = "document.querySelector('main input[name=stand]')";
        for _ in 0..3 {
            if page.run(&format!("return !!{placing}")) == true {
                break;
            }
            page.go_on();
        }
        page.wait_until("the step", placing);
        page.click("Top: it makes things easier for me");
        assert!(page.can_click("Clear answer") && !offers(&page, "Skip"), "{engine}");
        page.click("Clear answer");
        page.wait_until("nothing chosen", "!document.querySelector('main input[name=stand][value]:checked')");
        assert!(offers(&page, "Skip"), "{engine}");
        page.click("Both, in different ways");
        let kind = page.run(RECORDS);
        page.click("Next");
        page.wait_until("the next step", &format!("!{placing}"));
        page.open("#/coins");
        page.wait_h1("Coins");
        page.wait_text("(you placed yourself or wrote about it)");
        assert!(page.run(RECORDS).as_u64() > kind.as_u64(), "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn what_is_chosen_is_cleared_and_never_skipped_away() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let questions = page.piece("reflect", "being-heard");
        page.go_to(&questions);
        page.wait_until("a question", "document.querySelector('main .choices input')");
        let before = page.h1();
        assert!(offers(&page, "Skip") && !page.can_click("Clear answer"), "{engine}");
        page.run("document.querySelector('main .choices input').click()");
        page.wait_until("the other button", "document.body.innerText.includes('Clear answer')");
        assert!(!offers(&page, "Skip"), "[{engine}] a chosen answer could be skipped away");
        page.assert_open_to_everybody("runner-chosen");
        page.click("Clear answer");
        page.wait_until("nothing chosen", "!document.querySelector('main input[name=stand][value]:checked')");
        assert_eq!(
            (page.h1(), page.focused()),
            (before.clone(), "button Rather not say".into()),
            "[{engine}] it stays, with the focus"
        );
        page.click("Skip");
        page.wait_until(
            "the next question",
            &format!("document.querySelector('h1').textContent.trim() !== {before:?}"),
        );
        page.assert_no_errors();
    });
}

/// Presses the button with this name by the keyboard, and waits until the focus is on what begins so.
fn leads_focus(page: &Page, press: &str, to: &str) {
    let script = "const all = [...document.querySelectorAll('main button')].filter((one) => one.checkVisibility());
        const one = all.find((one) => one.textContent.trim() === arguments[0]); one?.focus(); return !!one";
    page.wait_until(
        &format!("the button {press:?}"),
        &format!("(() => {{ {} }})()", script.replace("arguments[0]", &json!(press).to_string())),
    );
    page.press(Key::Enter);
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while !page.focused().starts_with(to) {
        assert!(
            std::time::Instant::now() < deadline,
            "[{}] {press}: the focus is on {}",
            page.engine(),
            page.focused()
        );
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

#[test]
fn what_opens_or_goes_takes_the_focus_along() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let questions = page.piece("reflect", "being-heard");
        page.go_to(&questions);
        page.wait_until("a question", "document.querySelector('main .choices input')");
        leads_focus(&page, "Add a note", "textarea");
        page.type_here("a note");
        page.wait_value("A note, if you like", "a note");

        to_the_coin(&page);
        page.click("Place yourself");
        page.arrive("Where are you on this coin?");
        leads_focus(&page, "More options", "input People assume I");
        leads_focus(&page, "Add a place", "input Place or people");
        page.type_here("one");
        leads_focus(&page, "Add a place", "input Place or people");
        page.type_here("two");
        page.click("Both, in different ways");
        leads_focus(&page, "Remove", "button Remove");
        assert_eq!(page.value("Place or people"), "two", "{engine}");
        leads_focus(&page, "Remove", "button Add a place");
        page.click("Save");
        page.wait_h1("Ableism");
        page.wait_text("Both, in different ways");
        page.click("Details and notes");
        leads_focus(&page, "Delete", "button Cancel");
        leads_focus(&page, "Cancel", "button Delete");
        leads_focus(&page, "Delete", "button Cancel");
        leads_focus(&page, "Delete this position", "h2 Your position on this coin");

        page.open("#/erase");
        page.arrive("Erase");
        leads_focus(&page, "Erase everything", "input The word");
        leads_focus(&page, "Cancel", "button Erase everything");

        page.write("Dr Okafor at bed 4 had to wait.");
        page.lock("violets hum under the beehive");
        leads_focus(&page, "Make a recovery code", "div");
        assert!(page.focused().contains("Recovery code"), "[{engine}] {}", page.focused());
        leads_focus(&page, "Not now", "button Make a recovery code");
        page.assert_no_errors();
    });
}

#[test]
fn what_became_of_a_step_is_recorded_by_saving_it_and_by_nothing_else() {
    const STEP: &str = "Say good morning to the cleaner";
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/steps/new");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", STEP);
        page.click("Save");
        page.arrive(STEP);
        for way in ["Back", "Cancel", "Save"] {
            page.click("Look at it again");
            page.arrive("A step you chose. Still right?");
            assert_eq!(page.run(CHOSEN), 1, "[{engine}] nothing but the day is chosen");
            page.click("Dropped");
            page.click(way);
            page.open("#/steps");
            page.wait_h1("Steps");
            page.wait_text(STEP);
            assert_eq!(page.shows_in("Done or dropped", STEP), way == "Save", "[{engine}] {way}");
            page.click(STEP);
            page.arrive(STEP);
        }
        page.assert_no_errors();
    });
}
