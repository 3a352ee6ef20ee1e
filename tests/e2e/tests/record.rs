//! On paper: a record for an appraisal out of an entry, an entry as it stands, and several.

use e2e::{Engine, Key, Looks, Page, Site, first_engine};
use std::{fs, process::Command};

const WHAT: &str = "Dr Okafor at bed 4 had to wait for the bell.";
const SO_WHAT: &str = "I saw who is heard at once.";
const NOW_WHAT: &str = "Ask before I decide.";
const STEP: &str = "Ask for the larkspur rota to go round";
const LOOKED: &str = "Only the weekends now.";
const TITLE: &str = "The larkspur bell";
const LINES: &str = "Edit, add or leave out a line";
const RECORD: &str = "Print or make a record";

/// Writes along a form, gives it a title, and stays at the entry; gives its address.
fn write(page: &Page, form: &str, answers: &[&str], title: &str) -> String {
    page.open("#/write");
    page.click(form);
    page.wait_ready();
    for answer in answers {
        page.wait_until("an empty field", "document.querySelector('main textarea')?.value === ''");
        page.fill("Your words", answer);
        page.click("Next");
    }
    page.arrive("Your entry is saved");
    page.click("See it in the journal");
    page.click("Edit");
    page.fill("Title, if you like", title);
    page.click("Save");
    page.arrive(title);
    page.wait_text(answers[0]);
    page.run("return location.hash").as_str().expect("an address").to_owned()
}

/// What stands on the paper.
fn paper(page: &Page) -> String {
    page.run("return document.querySelector('.printed').innerText").as_str().expect("text").to_owned()
}

/// The number of pages of a PDF, and its words where there is a program that reads them.
fn read_pdf(page: &Page) -> (usize, Option<String>) {
    let pdf = page.pdf();
    assert!(pdf.starts_with(b"%PDF-"));
    let kind = b"/Type /Page";
    let pages = pdf.windows(kind.len() + 1).filter(|part| part.starts_with(kind) && part[kind.len()] != b's').count();
    let file = std::env::temp_dir().join(format!("obverse-printed-{}.pdf", std::process::id()));
    fs::write(&file, pdf).expect("a temporary file");
    let read = Command::new("pdftotext").args(["-layout", &file.to_string_lossy(), "-"]).output();
    fs::remove_file(&file).expect("it is there");
    let words = read.ok().map(|read| String::from_utf8_lossy(&read.stdout).into_owned());
    if words.is_none() {
        println!("no pdftotext here: what the PDF says was not read");
    }
    (pages, words)
}

fn month(page: &Page) -> String {
    let script = "return new Date().toLocaleDateString('en', { month: 'long', year: 'numeric' })";
    page.run(script).as_str().expect("a month").to_owned()
}

#[test]
fn a_record_is_made_of_an_entry_and_the_entry_stays_as_it_is() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let entry = write(&page, "What, so what, now what", &[WHAT, SO_WHAT, NOW_WHAT], TITLE);
        page.click("Add a step");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", STEP);
        page.click("In 6 weeks");
        page.click("Save");
        page.arrive(STEP);
        page.click("Look at it again");
        page.click("It has changed");
        page.fill("In your words, if you like", LOOKED);
        page.click("Save");
        page.arrive(STEP);

        page.open(&entry);
        page.click(RECORD);
        page.arrive(RECORD);
        page.assert_open_to_everybody("record");
        page.click(LINES);
        assert_eq!(page.value("Date"), month(&page), "{engine}");
        assert_eq!(page.value("Title"), TITLE, "{engine}");
        assert_eq!(page.value("Type"), "Reflection on an event", "{engine}");
        assert_eq!(page.value("What happened"), WHAT, "{engine}");
        assert_eq!(page.value("What I learnt"), SO_WHAT, "{engine}");
        assert_eq!(page.value("What I plan to change"), format!("{NOW_WHAT}\n\n{STEP}"), "{engine}");
        assert_eq!(page.value("Evidence of impact"), format!("It has changed: {LOOKED}"), "{engine}");
        assert!(page.value("Follow-up").contains("20") && page.value("Time spent").is_empty(), "{engine}");
        let on_paper = paper(&page);
        assert!(on_paper.contains(LOOKED) && !on_paper.contains("Time spent"), "[{engine}] {on_paper}");
        page.wait_text("These words could point to a person: “Dr Okafor”, “bed 4”.");
        page.assert_open_to_everybody("record-lines");

        page.click("Evidence of impact");
        page.fill("What I learnt", "To look twice.");
        page.fill("Time spent", "20");
        page.click("Leave them out here");
        page.wait_gone("could point to a person");
        page.choose("Type", "Reflection on feedback");
        let on_paper = paper(&page);
        for there in [TITLE, "Reflection on feedback", "To look twice.", "20 minutes", "… at … had to wait", STEP] {
            assert!(on_paper.contains(there), "[{engine}] {there}: {on_paper}");
        }
        for gone in [LOOKED, "Evidence of impact", SO_WHAT, "Okafor", "Standard", "Obverse"] {
            assert!(!on_paper.contains(gone), "[{engine}] {gone}: {on_paper}");
        }
        page.click("Save as a text file");
        let file = page.wait_download(".txt");
        assert!(file.ends_with("notes.txt"), "[{engine}] {file:?}");
        let text = fs::read_to_string(file).expect("the file");
        let head = format!("{TITLE}\n{}\nReflection on feedback\n\nTime spent\n20 minutes\n", month(&page));
        assert!(text.starts_with(&head) && text.contains("What I learnt\nTo look twice.\n"), "[{engine}] {text}");
        assert!(!text.contains("Okafor") && !text.contains(LOOKED), "[{engine}] {text}");
        page.click("Copy the text");
        page.wait_until("a word on the copy", "/Copied|selected/.test(document.querySelector('main').innerText)");

        page.run("window.print = () => { window.printedAs = document.title }");
        page.click("Print or save as PDF");
        page.wait_until("the print", "window.printedAs");
        assert_eq!(page.run("return window.printedAs"), "notes", "[{engine}] the name of a PDF tells nothing");
        if engine == Engine::Chromium {
            let (pages, words) = read_pdf(&page);
            assert_eq!(pages, 1);
            if let Some(words) = words {
                assert!(words.contains(TITLE) && words.contains("To look twice."), "{words}");
                for gone in [LOOKED, "Evidence", SO_WHAT, RECORD, "Hide screen", "Journal", "Save as", "Obverse"] {
                    assert!(!words.contains(gone), "{gone}: {words}");
                }
            }
        }
        page.assert_open_to_everybody("record-changed");
        page.assert_quiet(&site, &["larkspur", "okafor", "appraisal", "feedback"]);

        page.click("The entry as it is");
        page.wait_text("So what did it show you?");
        assert!(paper(&page).contains(WHAT) && !paper(&page).contains(STEP), "[{engine}] {}", paper(&page));
        page.click("Show the exact date");
        page.click("Say at the bottom that it was written in Obverse");
        assert!(paper(&page).contains("Written in Obverse"), "{engine}");
        page.assert_open_to_everybody("record-as-it-stands");
        page.open(&entry);
        page.wait_h1(TITLE);
        for there in [WHAT, SO_WHAT, NOW_WHAT] {
            page.wait_text(there);
        }
        assert_ne!(page.title(), "notes", "{engine}");
        page.click(RECORD);
        page.arrive(RECORD);
        page.click(LINES);
        assert_eq!(page.value("What I learnt"), SO_WHAT, "[{engine}] what was changed is gone with the page");
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

#[test]
fn several_are_printed_each_on_a_page_of_its_own() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/print");
        page.wait_text("No entries yet.");
        write(&page, "Two minutes", &["A quiet round in Leeds on 3 March 2026."], "One");
        write(&page, "A line of my own", &["May I ask again?"], "Two");
        write(&page, "Two minutes", &["Nobody asked."], "Three");
        page.open("#/settings");
        page.click("Export (Markdown, JSON, CSV)");
        page.click("Print some entries");
        page.arrive("Print some entries");
        assert!(!page.can_click("Print or save as PDF"), "[{engine}] nothing is chosen");
        page.wait_text("No entries chosen");
        page.assert_open_to_everybody("print");
        page.click("One");
        page.click("Two");
        page.wait_text("2 entries chosen");
        page.run("scrollTo(0, 0)");
        page.wait_until(
            "the button that prints to be in view",
            "document.querySelector('main .foot .button').getBoundingClientRect().bottom <= innerHeight",
        );
        page.wait_text("“3 March 2026”");
        let on_paper = paper(&page);
        assert!(on_paper.contains("A quiet round") && on_paper.contains("May I ask again?"), "[{engine}] {on_paper}");
        assert!(!on_paper.contains("Nobody asked."), "[{engine}] {on_paper}");
        page.assert_open_to_everybody("print-two");
        if engine == Engine::Chromium {
            let (pages, words) = read_pdf(&page);
            assert_eq!(pages, 2);
            assert!(words.is_none_or(|words| !words.contains("Nobody asked.") && !words.contains("Choose")));
        }
        page.click("Choose all entries of ");
        page.wait_text("Nobody asked.");
        page.assert_quiet(&site, &["quiet round", "leeds"]);
        page.assert_no_errors();
    });
}

#[test]
fn a_record_is_made_by_keyboard_alone() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let entry = write(&page, "What, so what, now what", &["A bell.", "Who hears.", "Ask."], "The bell");
        page.open(&entry);
        page.tab_to(RECORD, 30);
        page.press(Key::Enter);
        page.arrive(RECORD);
        page.tab_to(LINES, 10);
        page.press(Key::Enter);
        page.tab_to("What I learnt", 30);
        page.press(Key::Space);
        page.wait_gone("Who hears.");
        page.tab_to("What I plan to change", 3);
        page.press(Key::Tab);
        page.press(Key::End);
        page.type_here(" Soon.");
        page.run("window.print = () => { window.printed = true }");
        page.tab_to("Print or save as PDF", 30);
        page.press(Key::Enter);
        page.wait_until("the print", "window.printed");
        let on_paper = paper(&page);
        assert!(on_paper.contains("Ask. Soon.") && !on_paper.contains("What I learnt"), "[{engine}] {on_paper}");
        page.assert_no_errors();
    });
}
