//! What becomes of a person's words when the browser is full, says no, has two tabs, or is searched.

use e2e::{Engine, Key, Looks, Page, Profile, Site, Variant, each_engine, left_out};
use std::{fs, thread::sleep, time::Duration};

const FORM: &str = "What, so what, now what";
const IN_THIS_TAB: &str = "Your entry is in this tab only";

fn write(page: &Page, words: &str) {
    write_until(page, words, "Your entry is saved");
}

fn write_until(page: &Page, words: &str, end: &str) {
    page.open("#/write");
    page.click(FORM);
    page.fill("Your words", words);
    for _ in 0..3 {
        page.go_on();
    }
    page.arrive(end);
}

/// Puts a long text into the empty field at once, as pasting does, once it is there.
fn put(page: &Page, words: &str) {
    page.wait_until("an empty field", "document.querySelector('main textarea')?.value === ''");
    page.run_with(
        "const field = document.querySelector('main textarea'); field.value = arguments[0];
         field.dispatchEvent(new Event('input', { bubbles: true }));",
        serde_json::json!([words]),
    );
}

#[test]
fn a_browser_that_lends_no_store_is_told_of_and_the_words_can_be_saved() {
    let denied = Variant::running(
        "for (const name of ['localStorage', 'sessionStorage'])
         Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });",
    );
    let site = Site::serve(denied.folder());
    each_engine(|engine| {
        let page = Page::open_new(engine, &site, &Looks::phone());
        // The first screen promises nothing that this browser cannot hold.
        page.wait_text("This browser does not let the app save anything.");
        assert!(!page.shows("saved in this browser") && !page.can_click("Only me, with a passphrase"), "{engine}");
        page.assert_open_to_everybody("welcome-nowhere");
        page.tab_to("Open", 3);
        page.press(Key::Enter);
        page.arrive("Today");
        page.wait_text("This browser does not let the app save anything.");
        page.open("#/lock");
        page.arrive("Lock");
        page.wait_text("This browser does not let the app save anything.");
        page.open("#/journal");
        page.wait_text("No entries yet.");
        assert!(!page.shows("stays here"), "[{engine}] nothing stays");
        write_until(&page, "only in this tab", IN_THIS_TAB);
        let asks = page.run("return !dispatchEvent(new Event('beforeunload', { cancelable: true }))");
        assert_eq!(asks, true, "{engine}: leaving does not ask");
        page.open("#/settings");
        page.wait_text("What you write is gone when this tab closes");
        assert!(!page.shows("Storage used"), "[{engine}] there is no room");
        page.click("Save a copy");
        let file = page.wait_download("notes.txt");
        assert!(fs::read_to_string(file).expect("the copy").contains("only in this tab"), "{engine}");
        page.open("#/erase");
        page.click("Erase everything");
        page.fill("The word to type", "erase");
        page.click("Erase for good");
        page.wait_text("Everything is erased.");
        page.open("#/");
        page.wait_text("This browser does not let the app save anything.");
        page.assert_no_errors();
    });
}

#[test]
fn a_full_store_says_so_and_keeps_what_it_has() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.enter();
        write(&page, "kept before it was full");
        page.run(
            "for (let size = 1 << 20, n = 0; size > 0;) {
               try { localStorage.setItem('elsewhere/' + n++, 'x'.repeat(size)); } catch { size >>= 1; }
             }",
        );
        // The room held back for this is spent on the first; then it is said aloud, and the words stay.
        let (long, full) = ("word ".repeat(6_300), "document.body.innerText.includes('There is no room left')");
        page.open("#/write");
        page.click(FORM);
        for round in 0..5 {
            put(&page, &format!("{round} {long}"));
            page.wait_text("This is nearly as long as one entry can be.");
            page.click("Save and stop");
            page.wait_until("either", &format!("document.querySelector('main h1')?.textContent === 'Today' || {full}"));
            if page.shows("There is no room left") {
                break;
            }
            page.open("#/write");
            page.click(FORM);
        }
        page.wait_text("There is no room left");
        let held = page.value("Your words");
        assert!(held.ends_with(&long), "{engine}: the words are no longer on the screen");
        page.shot("full");
        page.run("for (const key of Object.keys(localStorage)) if (key.startsWith('elsewhere/')) localStorage.removeItem(key)");
        page.click("Try again");
        page.wait_gone("There is no room left");
        page.reload();
        page.open("#/journal");
        page.wait_text("kept before it was full");
    });
}

#[test]
fn what_one_tab_chooses_the_other_does_not_undo() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/settings");
        let first = page.tab();
        page.new_tab("#/settings");
        if page.shows("Who uses this device?") {
            // Nothing is stored yet: in an engine that has not hidden the first tab, this one is asked as well.
            page.click("Only me");
        }
        page.wait_h1("Settings");
        page.click("Dark");
        page.go_to_tab(&first);
        page.click("Larger");
        let kept = page.run("const { theme, text, welcomed } = JSON.parse(localStorage.getItem('ob/p')); return { theme, text, welcomed }");
        assert_eq!(kept, serde_json::json!({ "theme": "dark", "text": "large", "welcomed": true }), "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn two_tabs_make_two_versions_or_one_deletes_and_the_person_chooses() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::narrow().still());
        page.enter();
        write(&page, "the first words");
        page.open("#/journal");
        page.open_row("the first words");
        page.click("Edit");
        page.wait_h1("Edit");
        let edit = page.address();
        let route = edit.split_once('#').expect("a route").1.to_owned();
        let first = page.tab();
        let second = page.new_tab(&format!("#{route}"));
        page.wait_h1("Edit");
        page.fill("Title, if you like", "from the second tab");
        page.click("Save");
        page.wait_h1("from the second tab");
        page.go_to_tab(&first);
        page.fill("Title, if you like", "from the first tab");
        page.click("Save");
        page.wait_h1("Two versions");
        page.assert_open_to_everybody("two-versions");
        page.click("Use this version");
        page.wait_gone("Two versions");
        page.click("Edit");
        page.wait_h1("Edit");
        page.go_to_tab(&second);
        page.open("#/journal");
        page.wait_gone("Two versions");
        page.click("from the first tab");
        page.click("Delete");
        page.click("Delete for good");
        page.wait_h1("Journal");
        page.go_to_tab(&first);
        page.fill("Title, if you like", "kept all the same");
        page.click("Save");
        page.wait_text("What you were editing was deleted in another tab.");
        page.assert_open_to_everybody("deleted-elsewhere");
        page.click("Save anyway");
        page.wait_gone("What you were editing was deleted in another tab.");
        page.open("#/journal");
        page.wait_text("kept all the same");
    });
}

#[test]
fn a_duplicated_tab_that_is_closed_makes_no_second_version() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write("There from before.");
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.type_into("Your words", "half");
        let first = page.tab();
        page.duplicate_tab();
        // The copy has the same words, saves them, and is closed.
        page.wait_value("Your words", "half");
        page.open("#/journal");
        page.wait_text("half");
        page.close_tab(&first);
        page.type_into("Your words", " a thought");
        page.click("Next");
        page.arrive("Your entry is saved");
        page.reload();
        page.open("#/journal");
        page.wait_text("half a thought");
        assert!(!page.shows("Two versions"), "{engine}");
        assert_eq!(page.run("return document.querySelectorAll('main .month .row').length"), 2, "{engine}");
        page.open("#/");
        page.arrive("Today");
        assert!(!page.can_click("Add to my journal"), "{engine}: nothing is left over");
        page.assert_no_errors();
    });
}

#[test]
fn a_shared_device_keeps_nothing() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.open("#/");
        page.click("Shared device");
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        write_until(&page, "not for keeping", IN_THIS_TAB);
        page.open("#/journal");
        page.wait_text("not for keeping");
        page.open("#/steps");
        page.arrive("Steps");
        page.open("#/settings");
        page.arrive("Settings");
        assert!(!page.shows("Storage used"), "[{engine}] no room is used");
        page.open("#/lock");
        page.arrive("Lock");
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        assert!(!page.can_click("Lock it"), "[{engine}] there is nothing to lock");
        page.open("#/journal");
        page.wait_text("not for keeping");
        let kept = page.run("return JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })");
        assert_eq!(kept, "{}{}", "{engine}");
        page.open("#/");
        page.reload();
        page.wait_h1("A quiet place to look at privilege");
    });
}

#[test]
fn erasing_takes_a_second_act_and_leaves_nothing() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.enter();
        write(&page, "to be erased");
        page.open("#/erase");
        page.click("Erase everything");
        page.fill("The word to type", "erase");
        page.click("Erase for good");
        page.wait_text("Everything is erased.");
        let kept = page.run("return Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()");
        assert_eq!(kept, "", "{engine}");
    });
}

#[test]
fn what_was_typed_stands_only_in_the_two_stores() {
    if !Engine::chosen().contains(&Engine::Chromium) {
        return left_out("whether typed words stand in the two stores alone is looked at in Chromium's files");
    }
    let site = Site::of_app();
    let profile = Profile::fresh();
    let page = Page::open_on(Engine::Chromium, &site, &Looks::phone(), &profile);
    page.enter();
    write(&page, "marshwiggle");
    page.open("#/journal");
    page.fill("Search", "marshwiggle");
    page.open_row("marshwiggle");
    page.wait_text("marshwiggle");
    page.wait_offline_ready();
    sleep(Duration::from_millis(6_500));
    page.close();
    let found = profile.grep("marshwiggle");
    assert!(!found.is_empty(), "the journal itself was not found: the search is broken");
    for find in found {
        let file = &find.file;
        assert!(
            file.contains("Local Storage") || file.contains("Session Storage"),
            "typed words stand in {file} ({:?})",
            find.form
        );
    }
}
