//! A page that a browser's translator has gone over: whatever changes there changes for the person as well.

use e2e::{ALL_PIECES, Looks, Page, Site, each_engine};
use serde_json::{Value, json};

const TRANSLATOR: &str = include_str!("../src/js/translate.js");
/// The questions of an activity, out of the file that the page itself was given.
const QUESTIONS: &str = "const [id, done] = arguments;
    allPieces()
        .then(({ activities }) => done(activities.find((one) => one.id === id).items.map((item) => item.ask)))";
/// Answers what is asked, and goes on.
const GO_ON: &str = "const main = document.querySelector('main');
    main.querySelector('.choices input')?.click();
    (main.querySelector('.onward') ?? main.querySelector('.foot button')).click()";
/// What the screen says, and what is only heard.
const SAID: &str = "const main = document.querySelector('main');
    const heard = [...main.querySelectorAll('[role=status], .heard')].map((one) => one.textContent);
    return [main.innerText, ...heard].map((text) => text.replace(/\\s+/g, ' ').trim())";

/// Goes through an activity, as far as its questions are asked one after another, and holds each screen to them.
fn asked_one_by_one(page: &Page, id: &str, most: usize) {
    let questions = page.run_async(&[ALL_PIECES, QUESTIONS].concat(), json!([id]));
    let questions: Vec<&str> = questions.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert!(questions.len() >= most, "[{}] {questions:?}", page.engine());
    for (place, question) in questions.iter().take(most).enumerate() {
        page.wait_h1(question);
        let said = page.run(SAID).to_string();
        let along =
            page.run("return document.querySelector('.bar-place').textContent.replace(/\\s+/g, ' ')").to_string();
        let number = place + 1;
        assert!(along.contains(&format!(" {number} of ")), "[{}] {along} at {number}", page.engine());
        assert!(said.contains(&format!("Question {number} of ")), "[{}] {said} at {number}", page.engine());
        page.run(GO_ON);
    }
}

/// What is said at each place of a walk through everything that changes in place.
fn walk(page: &Page) -> Vec<Value> {
    let mut said = Vec::new();
    let mut note = |page: &Page| said.push(page.run(SAID));
    page.go_to("#/");
    page.wait_h1("Today");
    note(page);
    page.go_to("#/coins");
    page.click("Racism");
    page.wait_h1("Racism");
    note(page);
    page.click("Place yourself");
    page.wait_h1("Where are you on this coin?");
    page.click("It changes with where I am or who I am with");
    page.click("Add a place");
    page.fill_in("Place 1", "Place or people", "in clinic");
    note(page);
    page.click("Remove");
    page.wait_gone("Place or people");
    note(page);
    page.click("Cancel");
    page.wait_h1("Racism");
    page.write("A lantern in the ward.");
    page.go_to("#/journal");
    page.fill("Search", "nothing like it");
    page.wait_text("Nothing was found in your journal.");
    note(page);
    page.fill("Search", "lantern");
    page.wait_gone("Nothing was found in your journal.");
    page.wait_text("A lantern in the ward.");
    note(page);
    page.open_row("A lantern in the ward.");
    page.click("Delete");
    note(page);
    page.click("Cancel");
    page.go_to("#/settings");
    page.wait_h1("Settings");
    note(page);
    page.click("Dark");
    page.click("Larger");
    note(page);
    page.click("Hide screen");
    page.wait_text("Nothing is open.");
    note(page);
    page.click("Open");
    page.wait_h1("Today");
    note(page);
    said
}

#[test]
fn a_translated_page_says_what_it_would_have_said() {
    each_engine(|engine| {
        let site = Site::of_app();
        let open = || Page::entered(engine, &site, &Looks::phone().still());
        let untouched = walk(&open());
        let page = open();
        page.wait_whole();
        page.run(TRANSLATOR);
        let translated = walk(&page);
        for (place, (said, meant)) in translated.iter().zip(&untouched).enumerate() {
            assert_eq!(said, meant, "[{engine}] the screen at place {place} of the walk");
        }
        assert_eq!(page.run("return document.querySelectorAll('h1 font font').length"), 1, "[{engine}] translated");
        page.assert_no_errors();
    });
}

#[test]
fn the_question_that_is_shown_is_the_one_that_is_answered() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.run(TRANSLATOR);
        page.go_to("#/check/before");
        asked_one_by_one(&page, "before", 17);
        page.go_to("#/reflect");
        page.click("Questions about your work");
        page.click("Being recognised");
        asked_one_by_one(&page, "being-recognised", 4);
        page.assert_no_errors();
    });
}
