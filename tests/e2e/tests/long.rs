//! A very long text that is pasted into a field: the field takes as much as it has room for and stays quick, and the person
//! is told from which words on the rest was left out.

use e2e::{Key, Looks, Page, Site, each_engine};
use serde_json::{Value, json};

const FIELD: &str = "Your words";
const FULL: &str = "What you pasted is too long for this field.";
/// Units that a field takes.
const MOST: usize = 40_000;
/// Selects what is in the field that has the focus, up to so many units before the end.
const SELECT: &str = "const field = document.activeElement;
    field.setSelectionRange(0, field.value.length - arguments[0])";

/// Milliseconds from a key to the next picture, for some keys one after the other, typed at the end of the field.
const KEYS: &str = "const done = arguments[arguments.length - 1], field = document.activeElement, took = [];
    field.setSelectionRange(field.value.length, field.value.length);
    const next = () => {
        if (took.length === 20) return done(took);
        const begun = performance.now();
        document.execCommand('insertText', false, 'a');
        requestAnimationFrame(() => setTimeout(() => {
            took.push(Math.round(performance.now() - begun));
            next();
        }, 0));
    };
    next()";

/// A text of so many units in which each word is another.
fn book(units: usize) -> String {
    let mut text: String = (0..).map(|number| format!("word{number} ")).take(units / 6).collect();
    text.truncate(units);
    text
}

/// Where in a text the words begin that are said to be left out, and the line that says it is left to no translator.
fn left_out_from(page: &Page, text: &str) -> usize {
    page.wait_text(FULL);
    let said = page.run(
        "const line = [...document.querySelectorAll('main [role=status] [translate=no]')].find((line) =>
             line.textContent.includes('was left out'));
         return line?.textContent.match(/“(.*)”/)[1]",
    );
    let said = said.as_str().expect("words").trim_end_matches('…').to_owned();
    assert!(said.len() > 20, "[{}] {said:?}", page.engine());
    text.find(&said).unwrap_or_else(|| panic!("[{}] {said:?} is not in the text", page.engine()))
}

#[test]
fn what_a_field_has_no_room_for_is_told_and_typing_goes_on_without_delay() {
    let book = book(1_000_000);
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.type_into(FIELD, "Mine. ");
        page.paste_into(FIELD, &book);
        let from = left_out_from(&page, &book);
        let held = page.value(FIELD);
        assert_eq!(held, format!("Mine. {}", &book[..MOST - 6]), "{engine}");
        assert_eq!(book.get(MOST - 6..from).map(str::trim), Some(""), "[{engine}] what was left out begins there");
        page.assert_open_to_everybody("no-room");
        // Keys that have no room change nothing of it, and what cannot be saved is refused aloud.
        page.type_here("ab");
        assert_eq!((page.value(FIELD), left_out_from(&page, &book)), (held, from), "{engine}");
        page.click("Save and stop");
        page.wait_text("This is longer than one entry can be.");
        page.wait_text(FULL);

        // As long as a text may get that can be saved: how quick it is.
        page.type_into(FIELD, "");
        page.run_with(SELECT, json!([31_500]));
        page.press(Key::Delete);
        let took = page.run_async(KEYS, json!([]));
        let took: Vec<u64> = took.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
        eprintln!("[{engine}] milliseconds a key in a field of 31,500 signs: {took:?}");
        assert_eq!(page.value(FIELD).len(), 31_520, "{engine}");
        page.wait_text("This is nearly as long as one entry can be.");

        // With room made for what was left out, nothing is said of it any more.
        page.run_with(SELECT, json!([0]));
        page.press(Key::Delete);
        page.wait_gone(FULL);
        page.type_into(FIELD, "Short again.");
        page.click("Save and stop");
        page.arrive("Today");
        page.open("#/journal");
        page.wait_text("Short again.");
        page.assert_no_errors();
    });
}

#[test]
fn no_other_field_leaves_anything_out_in_silence() {
    let book = book(50_000);
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let into = |label: &str| {
            page.paste_into(label, &book);
            let from = left_out_from(&page, &book);
            assert_eq!(book.get(MOST..from).map(str::trim), Some(""), "[{engine}] {label}");
            assert_eq!(page.value(label).len(), MOST, "[{engine}] {label}");
        };
        page.write("An entry.");
        page.click("See it in the journal");
        page.click("Edit");
        page.wait_h1("Edit");
        // A field of one line.
        into("Title, if you like");
        page.click("Cancel");
        page.wait_text("An entry.");
        page.click("Print or make a record");
        page.arrive("Print or make a record");
        page.click("Edit, add or leave out a line");
        into("What I plan to change");
        let coin = page.piece("coins", "ableism");
        page.go_to(&format!("{coin}/place"));
        page.click("More options");
        into("A note, if you like");
        page.assert_no_errors();
    });
}
