//! What goes out of the app as it was written: on the page, on paper and in files, each of its own type.

use e2e::{Looks, Page, Site, each_engine};
use serde_json::Value;
use std::fs;

/// Blanks, blank lines, and signs that mean something elsewhere.
const WORDS: &str = "\n\n   A bell.\n# 4 and ```\n    =1+1\n![x](https://example.org/x.png)";
const STEP: &str = "Ask for the larkspur rota to go round";

/// Notes the type of each file that is offered.
const WATCH: &str = "const offer = URL.createObjectURL.bind(URL);
    window.types = [];
    URL.createObjectURL = (file) => { window.types.push(file.type); return offer(file) }";

/// What stands in the first element that this selects, line by line and blank by blank, as it is drawn.
fn drawn(page: &Page, of: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
    page.run_with(script, serde_json::json!([of])).as_str().expect("text").to_owned()
}

/// Saves a file, and gives what is in it.
fn saved(page: &Page, button: &str, end: &str, kind: &str) -> String {
    page.click(button);
    let text = fs::read_to_string(page.wait_download(end)).expect("the file");
    let kinds = page.run("return window.types");
    let last = kinds.as_array().and_then(|kinds| kinds.last()).and_then(Value::as_str).map(str::to_owned);
    assert!(last.as_deref().is_some_and(|last| last.starts_with(kind)), "[{}] {end}: {last:?}", page.engine());
    text
}

#[test]
fn words_go_out_as_they_were_written() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(WORDS);
        page.click("See it in the journal");
        page.wait_text("A bell.");
        assert_eq!(drawn(&page, ".mine-words"), WORDS, "{engine}");

        page.click("Print or make a record");
        page.arrive("Print or make a record");
        page.wait_text("What happened");
        let record = drawn(&page, ".printed .mine-words");
        assert!(record.ends_with(WORDS), "[{engine}] a record: {record:?}");
        page.click("The entry as it is");
        page.wait_until("the entry", "!document.querySelector('main details')");
        assert_eq!(drawn(&page, ".printed .mine-words"), WORDS, "[{engine}] the entry");
        page.back();
        page.wait_text("A bell.");

        page.click("Add a step");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", STEP);
        page.click("In 6 weeks");
        page.click("Save");
        page.arrive(STEP);
        page.run(WATCH);
        let calendar = saved(&page, "Put the date in my calendar", ".ics", "text/calendar");
        assert!(calendar.contains("\r\nSEQUENCE:"), "[{engine}] {calendar}");

        page.go_to("#/export");
        page.wait_h1("Export (Markdown, JSON, CSV)");
        for (choice, end, kind) in [
            ("Text with headings (Markdown)", ".md", "text/markdown"),
            ("Spreadsheet (CSV)", ".csv", "text/csv"),
            ("Data (JSON)", ".json", "application/json"),
        ] {
            page.click(choice);
            page.click("Preview");
            page.wait_until("the copy", "document.querySelector('main .preview')");
            let text = saved(&page, "Save the file", end, kind);
            let shown = page.run("return document.querySelector('main .preview').textContent");
            assert_eq!(shown.as_str().map(|shown| shown.replace('\u{feff}', "")), Some(text.replace('\u{feff}', "")));
            for there in [STEP, "A bell.", "When will you look at it again?", "From "] {
                assert!(text.contains(there), "[{engine}] {there}: {text}");
            }
            match end {
                ".md" => assert!(
                    text.contains("  \n\\# 4 and \\`\\`\\`  \n\u{a0}\u{a0}\u{a0}\u{a0}=1+1  \n!\\[x]"),
                    "{text}"
                ),
                ".csv" => assert!(text.contains(&format!("\"{WORDS}\"")), "[{engine}] {text}"),
                _ => {
                    let all: Value = serde_json::from_str(&text).expect("JSON");
                    let said = all.as_array().expect("a list").iter().map(|one| &one["lines"][0]["answer"]);
                    assert!(said.clone().any(|said| said == WORDS), "[{engine}] {text}");
                }
            }
        }
        page.assert_quiet(&site, &["larkspur", "bell"]);
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

/// What a spreadsheet would take for a formula: with a sign that only looks like one, and behind one that is not seen.
const FORMULAS: [&str; 4] = ["\u{ff1d}1+1", "\0=1+1", "\u{200b}@SUM(1)", "\t-1"];

#[test]
fn no_cell_of_a_copy_is_a_formula() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        for words in FORMULAS {
            page.open("#/write");
            page.click("Two minutes");
            page.wait_ready();
            // No driver types some of these.
            page.wait_until("an empty field", "document.querySelector('main textarea')?.value === ''");
            page.run_with(
                "const field = document.querySelector('main textarea'); field.value = arguments[0];
                 field.dispatchEvent(new Event('input', { bubbles: true }))",
                serde_json::json!([words]),
            );
            page.click("Next");
            page.arrive("Your entry is saved");
        }
        page.go_to("#/export");
        page.wait_h1("Export (Markdown, JSON, CSV)");
        page.click("Spreadsheet (CSV)");
        page.click("Preview");
        page.wait_until("the copy", "document.querySelector('main .preview')");
        page.run(WATCH);
        let text = saved(&page, "Save the file", ".csv", "text/csv");
        for words in ["\u{ff1d}1+1", "=1+1", "@SUM(1)", "-1"] {
            let cells: Vec<&str> = text.split('"').filter(|cell| cell.ends_with(words)).collect();
            assert!(!cells.is_empty(), "[{engine}] {words:?} is not in {text:?}");
            assert!(cells.iter().all(|cell| cell.starts_with('\'')), "[{engine}] {cells:?}");
        }
        let control = |sign: char| sign.is_control() && !matches!(sign, '\r' | '\n' | '\t');
        assert!(!text.contains(control), "[{engine}] {text:?}");
        page.assert_no_errors();
    });
}
