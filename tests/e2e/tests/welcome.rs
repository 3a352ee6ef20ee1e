//! What somebody new meets before the app is there, and how the app goes on from it.

use e2e::{Engine, Key, Looks, Page, Profile, Site, Variant, each_engine};
use std::{thread::sleep, time::Duration};

/// The program waits to be let in by `obverseGo()`.
fn held_back() -> Variant {
    Variant::holding_back("obverse.wasm")
}

fn at_first(engine: Engine, site: &Site) -> Page {
    let page = Page::open_new(engine, site, &Looks::phone().still());
    page.wait_h1("A quiet place to look at privilege");
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
        // The script that would say that the app does not come may itself be late: that draws nothing over the app.
        page.run("window.obverseWait = undefined");
        page.click("I saw it");
        page.wait_h1("Loading");
        let_in(&page);
        page.arrive("First, the person it happened to");
        sleep(Duration::from_millis(700));
        assert_eq!(page.h1(), "First, the person it happened to", "{engine}");
        page.run("window.obverseBefore = true; setTimeout(() => location.reload(), 0)");
        page.wait_until("the page anew", "window.obverseGo && !window.obverseBefore");
        page.run("obverseGo()");
        page.open("#/");
        page.wait_h1("Today");
    });
}

/// Where each element of a screen stands, and what it says.
const LINES: &str = "return [...document.querySelectorAll('#app main *, #app nav *')].filter((one) => one.getBoundingClientRect().height !== 0 && !one.matches('.kept-where *')).map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return [one.tagName, one.className.baseVal ?? one.className, one.innerText, x, y, width, height].join();
})";
const STANDS: &str = "return document.documentElement.dataset.first ?? ''";

#[test]
fn the_first_screen_that_stands_in_the_page_is_what_the_program_draws() {
    each_engine(|engine| {
        let site = Site::of_app();
        for looks in [Looks::phone(), Looks::narrow().text(200), Looks::wide()] {
            let page = Page::open_new(engine, &site, &looks.still());
            page.wait_whole();
            assert_eq!(page.run(STANDS), "welcome", "{engine}");
            let stood = page.run(LINES);
            page.hide_and_show();
            assert_eq!(page.run(STANDS), "", "[{engine}] drawn by the program");
            assert_eq!(page.run(LINES), stood, "{engine}: they move");
        }
        // By a course's link it says what opens next.
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::narrow().still(), &profile);
        page.open("#/check/before");
        page.wait_whole();
        assert_eq!(page.run(STANDS), "welcome", "{engine}");
        page.wait_text("This opens next: Self-check: Before");
        page.assert_open_to_everybody("welcome-link-alone");
        // Whoever is not new does not see it.
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.write("A line.");
        page.reload();
        assert_eq!(page.run("return document.querySelectorAll('.first').length"), 0, "{engine}");
    });
}

#[test]
fn the_first_screens_are_answered_before_any_program_is_there() {
    let variant = held_back();
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        for (answer, shows, leads_to, says) in [
            ("Only me", "Today", "Today", "Another question"),
            ("Only me, with a passphrase", "Loading", "Lock your journal?", "passphrase"),
            (
                "Shared device: nothing is saved",
                "Today",
                "Today",
                "Shared device: nothing is saved. What you write is gone when this tab closes.",
            ),
        ] {
            let page = at_first(engine, &site);
            page.assert_open_to_everybody("first-screen-alone");
            page.click(answer);
            page.arrive(shows);
            page.assert_open_to_everybody("first-screens-alone");
            let stood = page.run(LINES);
            let_in(&page);
            page.arrive(leads_to);
            page.wait_text(says);
            assert_eq!(page.run(STORED), 0, "{engine}: {answer}");
            if shows == leads_to {
                page.hide_and_show();
                assert_eq!(page.run(STANDS), "", "[{engine}] drawn by the program");
                assert_eq!(page.run(LINES), stood, "[{engine}] {answer}: they move");
            }
            page.assert_no_errors();
        }
    });
}

/// Presses the first answer as soon as it stands in the page, and notes how far the page has come by then.
const PRESS_EARLY: &str = "
const looking = setInterval(() => {
  const answer = document.querySelector('.first [data-ob-answer=mine]');
  if (!answer) return;
  clearInterval(looking);
  window.obverseState = document.readyState;
  answer.click();
}, 5);";

#[test]
fn a_press_counts_though_the_page_itself_is_still_on_its_way() {
    let variant = Variant::running(PRESS_EARLY);
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        site.pace(Some(15_000));
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::phone().still(), &profile);
        page.visit("");
        page.wait_until("the press", "window.obverseState");
        assert_eq!(page.run("return window.obverseState"), "loading", "{engine}: it is not slow enough to tell");
        page.arrive("Today");
        // All of it, not what had come when it was pressed.
        let drawn =
            "return [document.querySelectorAll('#app nav a').length, !document.querySelector('.lead h2').textContent]";
        assert_eq!(page.run(drawn), serde_json::json!([5, false]), "{engine}");
        page.assert_no_errors();
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
        page.tab_to("I’m here for a course", 12);
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
fn the_last_press_before_the_app_is_there_counts_and_hidden_it_stays_hidden() {
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

        // The last press counts: elsewhere, and back to Today.
        let page = at_first(engine, &site);
        page.click("Only me");
        page.arrive("Today");
        page.click("To me");
        page.arrive("Loading");
        page.click("Today");
        page.arrive("Today");
        page.click("I did it");
        page.arrive("Loading");
        page.click("Coins");
        page.wait_until("the address of the coins", "location.hash === '#/coins'");
        let_in(&page);
        page.arrive("Coins");
        page.open("#/");
        page.arrive("Today");

        // Covered and shown again, and nothing is left to take up but the answer.
        let page = at_first(engine, &site);
        page.click("Only me");
        page.arrive("Today");
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.arrive("Today");
        page.tab_to("Explore", 14);
        let focused = page.focused();
        let_in(&page);
        assert_eq!(page.focused(), focused, "{engine}");

        // What was pressed before the cover does not open behind it.
        let page = at_first(engine, &site);
        page.click("Only me");
        page.arrive("Today");
        page.click("To me");
        page.arrive("Loading");
        for _ in 0..3 {
            page.press(Key::Shift);
        }
        page.arrive("Notes");
        let_in(&page);
        page.click("Open");
        page.arrive("Today");
        assert!(page.address().ends_with("/#/") || !page.address().contains("#/"), "{engine}: {}", page.address());
    });
}

#[test]
fn a_line_that_drops_behind_the_first_screen_is_told_of() {
    let variant = Variant::dropping("obverse.wasm").and_changed("rescue.js", "PATIENCE = 20;", "PATIENCE = 1;");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me");
        page.click("Explore");
        page.arrive("Obverse isn’t working");
        page.wait_text("A part of Obverse did not load.");
        page.wait_text("Try again");
    });
}

#[test]
fn a_line_that_drops_before_the_app_comes_is_waited_for() {
    let variant = Variant::dropping("obverse.wasm");
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
    std::fs::remove_file(variant.at("obverse.wasm")).expect("it is a copy");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.wait_text("This page has files from two versions of Obverse");
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
        page.wait_text("This opens next: Coins");
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
        page.click("To me");
        page.arrive("How are you right now?");
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
