//! What somebody new meets before the app is there, and how the app goes on from it.

use e2e::{Engine, Key, Looks, Page, Profile, Site, Variant, each_engine};
use std::{thread::sleep, time::Duration};

/// The app waits to be let in by `obverseGo()`.
fn held_back() -> Variant {
    Variant::holding_back("app.wasm")
}

fn at_first(engine: Engine, site: &Site) -> Page {
    let page = Page::open_new(engine, site, &Looks::phone().still());
    page.wait_h1("A quiet place to look at both sides");
    page
}

fn let_in(page: &Page) {
    page.run("obverseGo()");
    page.wait_whole();
}

const PROGRAM: &str = "return document.documentElement.dataset.program";
const STORED: &str = "return Object.keys(localStorage).length + Object.keys(sessionStorage).length";

#[test]
fn the_first_screen_answers_at_once_and_the_app_goes_on_from_there() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_first(engine, &site);
        page.click("Only me");
        page.arrive("Today");
        for _ in 0..3 {
            page.press(Key::Shift);
        }
        page.arrive("Notes");
        assert_eq!(page.title(), "Notes", "{engine}");
        page.click("Open");
        page.arrive("Today");
        assert_eq!(page.run(STORED), 0, "{engine}: nothing is kept yet");
        page.click("Something happened");
        page.wait_h1("One moment");
        let_in(&page);
        page.arrive("Something happened");
        page.run("window.obverseBefore = true; setTimeout(() => location.reload(), 0)");
        page.wait_until("the page anew", "window.obverseGo && !window.obverseBefore");
        page.run("obverseGo()");
        page.open("#/");
        page.wait_h1("Today");
    });
}

/// Where each line of the first screen stands, and what it says: as it is drawn, and as it stands in the page itself.
const BOTH: &str = "
const done = arguments[arguments.length - 1];
const lines = () => [...document.querySelectorAll('.page.welcome > *, .welcome-foot *:not([role=status])')].map((line) => {
  const { x, y, width, height } = line.getBoundingClientRect();
  return [line.tagName, line.className, line.textContent, x, y, width, height].join();
});
const drawn = lines();
fetch('./').then((answer) => answer.text()).then((page) => {
  const first = new DOMParser().parseFromString(page, 'text/html').querySelector('.frame-first');
  document.getElementById('app').replaceChildren(document.importNode(first, true));
  document.documentElement.dataset.first = '';
  requestAnimationFrame(() => done([drawn.join(' | '), lines().join(' | ')]));
});";

#[test]
fn the_words_of_the_first_screen_stand_in_the_page_before_any_program() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        for looks in [Looks::phone(), Looks::narrow().text(200), Looks::wide()] {
            let page = Page::open_new(engine, &site, &looks.still());
            page.wait_ready();
            // Hidden and shown again, it is drawn by the program.
            for _ in 0..3 {
                page.press(Key::Shift);
            }
            page.arrive("Notes");
            page.click("Open");
            page.wait_text("Only me");
            let both = page.run_async(BOTH, serde_json::json!([]));
            assert!(
                both[0].as_str().is_some_and(|drawn| drawn.contains("nothing is sent anywhere")),
                "{engine}: {both}"
            );
            assert_eq!(both[0], both[1], "{engine}: they move");
        }
        // Whoever is not new does not see them.
        let page = Page::entered(engine, &site, &Looks::phone().still());
        let both = page
            .run_async(&BOTH.replace(".dataset.first = ''", ".removeAttribute('data-first')"), serde_json::json!([]));
        assert_eq!(
            (both[0].as_str(), both[1].as_str().map(|there| there.contains(",0,0,0,0"))),
            (Some(""), Some(true))
        );
    });
}

#[test]
fn the_first_screen_is_answered_before_any_program_is_there() {
    let variant = Variant::holding_back("obverse.wasm");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        for (answer, leads_to, says) in [
            ("Only me", "Today", "Two minutes"),
            ("Only me, with a passphrase", "Lock your journal?", "passphrase"),
            ("Shared device: nothing is saved", "Today", "Shared device: nothing is kept once this tab is closed."),
        ] {
            let profile = Profile::fresh();
            let page = Page::start(engine, &site.url(), &Looks::phone().still(), &profile);
            page.visit("");
            page.wait_text("Whose device is this?");
            page.assert_open_to_everybody("first-screen-alone");
            // The last answer counts.
            page.click("Shared device: nothing is saved");
            page.click(answer);
            page.wait_text("One moment");
            assert_eq!(page.run("return document.documentElement.dataset.ready ?? ''"), "", "{engine}");
            page.run("obverseGo()");
            page.arrive(leads_to);
            page.wait_whole();
            page.wait_text(says);
            assert_eq!(page.run(STORED), 0, "{engine}: {answer}");
            page.assert_no_errors();
        }
    });
}

#[test]
fn what_is_on_the_screen_stays_as_it_was() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_first(engine, &site);
        let whole = "return document.getElementById('app').innerText";
        let first = page.run(whole);
        page.tab_to("Shared device", 8);
        let focused = page.focused();
        let_in(&page);
        assert_eq!((page.focused(), page.run(whole)), (focused, first), "{engine}");

        let page = at_first(engine, &site);
        page.click("Only me");
        page.arrive("Today");
        let doors = page.run(whole);
        page.tab_to("A course sent me", 8);
        let focused = page.focused();
        let_in(&page);
        assert_eq!((page.focused(), page.run(whole)), (focused, doors), "{engine}");
        page.press(Key::Enter);
        page.wait_until("the self-check", "location.hash.startsWith('#/reflect/')");
        page.assert_no_errors();
    });
}

#[test]
fn nothing_is_taken_from_under_a_press() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_first(engine, &site);
        page.hold("Only me");
        page.run("obverseGo()");
        sleep(Duration::from_secs(2));
        assert_eq!(page.run(PROGRAM), "started", "{engine}: the app is there");
        page.let_go();
        page.arrive("Today");
        page.wait_whole();
        page.arrive("Today");
        page.assert_no_errors();
    });
}

#[test]
fn hidden_before_the_app_is_there_it_stays_hidden() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_first(engine, &site);
        page.click("Only me");
        page.click("Hide screen");
        page.arrive("Notes");
        let_in(&page);
        page.wait_h1("Notes");
        assert_eq!(page.title(), "Notes", "{engine}");
        page.click("Open");
        page.arrive("Today");
    });
}

#[test]
fn a_line_that_drops_behind_the_first_screen_is_told_of() {
    let variant = Variant::dropping("app.wasm").and_changed("rescue.js", "PATIENCE = 20;", "PATIENCE = 1;");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me");
        page.click("Look round");
        page.arrive("Obverse could not go on");
        page.wait_text("A part of Obverse did not load.");
        page.wait_text("Try again");
    });
}

#[test]
fn a_line_that_drops_before_the_app_comes_is_waited_for() {
    let variant = Variant::dropping("app.wasm");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = at_first(engine, &site);
        page.enter();
        page.wait_until("a second try", "window.obverseDropped > 3");
        assert_eq!(page.h1(), "Today", "{engine}");
        page.run("window.obverseLine = true");
        page.wait_whole();
        page.wait_h1("Today");
    });
}

#[test]
fn a_part_that_the_host_has_no_more_is_of_another_version() {
    let variant = Variant::running("");
    std::fs::remove_file(variant.at("app.wasm")).expect("it is a copy");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.wait_text("This page is mixed from two versions of Obverse");
    });
}

#[test]
fn whoever_is_not_new_waits_for_the_app() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me");
        page.wait_whole();
        assert_eq!(page.run(STORED), 0, "{engine}: the first write is for words");
        page.reload();
        page.wait_h1("Today");
        assert_eq!(page.run(PROGRAM), "started", "{engine}");

        // So does whoever comes to another screen.
        let site = Site::serve(variant.folder());
        // Its folder stays for as long as the browser has it.
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::phone().still(), &profile);
        page.visit("#/coins");
        page.wait_until("the page", "window.obverseGo");
        assert_eq!(page.run(PROGRAM), "app", "{engine}");
        page.run("obverseGo()");
        page.wait_text("Then this opens: Coins");
        page.click("Only me");
        page.wait_h1("Coins");
        page.assert_no_errors();
    });
}

#[test]
fn someone_to_call_is_there_before_all_texts_and_is_not_drawn_anew_when_they_come() {
    let variant = Variant::holding_back("en.scenarios.json");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me");
        page.arrive("Today");
        page.click("Something happened");
        page.arrive("Something happened");
        page.click("To me");
        page.wait_until("someone to call", "document.querySelector('.talk a[href^=\"tel:\"]')");
        page.run("window.obverseCall = document.querySelector('.talk a[href^=\"tel:\"]')");
        page.run("obverseGo()");
        page.wait_until("all texts", "'all' in document.documentElement.dataset");
        assert_eq!(page.run("return window.obverseCall.isConnected"), true, "{engine}: taken from under a finger");
        page.assert_no_errors();
    });
}

#[test]
fn settings_need_no_texts_and_the_lock_only_its_words() {
    let variant = Variant::holding_back("en.scenarios.json");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me, with a passphrase");
        page.arrive("Lock your journal?");
        page.open("#/settings");
        page.arrive("Settings");
        page.run("obverseGo()");
        page.wait_until("all texts", "'all' in document.documentElement.dataset");
        page.arrive("Settings");
    });
}
