//! What a screen reader is told and when, and whether a page holds out when its reader changes how it looks.

use e2e::{Key, Looks, Page, Site, each_engine, places};
use serde_json::json;

/// The lines of these roles, in their order.
fn of(told: &[String], roles: &[&str]) -> Vec<String> {
    let line = |line: &&String| roles.iter().any(|role| line.split(' ').next() == Some(role));
    told.iter().filter(line).cloned().collect()
}

#[test]
fn a_screen_reader_is_told_names_roles_and_states_in_the_order_of_the_page() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        let told = page.told();
        let links = of(&told, &["link"]);
        assert_eq!(links[0], "link Skip to the page", "{engine}: {told:?}");
        assert_eq!(
            links[links.len() - 5..],
            ["link Today here", "link Reflect", "link Coins", "link Journal", "link Settings"],
            "{engine}"
        );
        let question = page.run("return document.querySelector('.lead h2').textContent");
        let question = format!("heading {}", question.as_str().unwrap_or_default());
        let headings = ["heading Today", &question, "heading Something happened"];
        assert_eq!(of(&told, &["heading"]), headings, "{engine}: {told:?}");
        assert!(told.contains(&"navigation Main".to_owned()), "{engine}: {told:?}");

        page.open(&page.piece("reflect", "being-recognised"));
        page.wait_h1("New people at work assume that I am trained for the job I do.");
        page.answer_by_key("Usually");
        let told = page.told();
        assert_eq!(
            of(&told, &["radio", "checkbox"]),
            [
                "radio Usually chosen",
                "radio Depends where I am",
                "radio Rarely",
                "radio Has not come up",
                "checkbox I had not thought about this before",
            ],
            "{engine}: {told:?}"
        );
        let place = |name: &str| {
            told.iter()
                .position(|line| line.ends_with(name))
                .unwrap_or_else(|| panic!("[{engine}] no {name:?}: {told:?}"))
        };
        let order = ["Back", "Hide screen", "the job I do.", "Usually chosen", "Add a note", "Clear answer", "Next"];
        assert!(order.map(place).is_sorted(), "{engine}: {told:?}");

        page.open("#/coins");
        page.wait_h1("Coins");
        let told = page.told();
        assert!(told.contains(&"link Racism (nothing from you yet)".to_owned()), "{engine}: {told:?}");
        let drawn = "document.querySelectorAll('.tray .coin-struck').length === 17
            && new Set([...document.querySelectorAll('.tray .coin-emblem:not(.coin-gleam)')].map((one) => one.getAttribute('d'))).size === 17";
        page.wait_until("an emblem of its own on each coin", drawn);
        page.click("Ableism");
        page.wait_h1("Ableism");
        assert_eq!(page.run("return document.querySelectorAll('.chapter[open]').length"), 1, "{engine}");
        let told = page.told();
        let picture = of(&told, &["image", "img", "graphics-document"]);
        assert_eq!(picture.len(), 1, "{engine}: {told:?}");
        assert!(picture[0].ends_with("A coin: Ableism"), "{engine}: {picture:?}");

        // Nothing that can have the focus is without a name, on any screen.
        for (name, route) in places(&page) {
            page.go_to(&route);
            for line in page.told() {
                let (role, name_of) = line.split_once(' ').unwrap_or((&line, ""));
                let may_be_empty = ["status", "alert", "main", "search", "generic", "none", ""].contains(&role);
                assert!(may_be_empty || !name_of.is_empty(), "[{engine}] {name}: a {role} without a name");
            }
        }
        page.assert_no_errors();
    });
}

#[test]
fn what_changes_by_itself_is_told_where_it_stood() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open(&page.piece("reflect", "being-recognised"));
        page.wait_h1("New people at work assume that I am trained for the job I do.");
        // A reader hears a change in a region that was there before.
        page.run("window.regions = [...document.querySelectorAll('[role=status]')]; regions.forEach((one, at) => one.dataset.at = at)");
        let told =
            "return regions.filter((one) => one.isConnected).map((one) => one.textContent.trim()).filter(Boolean)";
        page.answer_by_key("Usually");
        page.wait_until(
            "that it will be kept is told",
            "regions.some((one) => one.isConnected && one.textContent.includes('Saving'))",
        );
        page.click("Next");
        page.arrive("When I make a small mistake, people bring it up again weeks later.");
        let said = page.run(told).to_string();
        assert!(said.contains("Question 2 of"), "{engine}: {said}");
        page.press(Key::Tab);
        page.assert_no_errors();
    });
}

/// As WCAG 1.4.12 has it: no words may be lost by it.
const SPACED: &str = "const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
    document.adoptedStyleSheets = [sheet]";

#[test]
fn letters_and_lines_may_be_set_wider_and_everything_is_large_enough_to_press() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let mut wrong = vec![];
        for spaced in [false, true] {
            for (name, route) in places(&page) {
                page.go_to(&route);
                if spaced {
                    page.run_with(SPACED, json!([]));
                }
                let found = page.sticking_out().into_iter().chain(page.small_targets());
                wrong.extend(found.map(|line| format!("[{engine}] {name}: {line}")));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// The name on the rail, and the boxes of the rail, of what hides the screen and of the page: left, top, right, bottom.
const RAIL: &str = "const box = (one) => {
      const { left, top, right, bottom } = document.querySelector(one).getBoundingClientRect();
      return [left, top, right, bottom];
    };
    return [document.querySelector('nav').innerText.includes('Obverse'), ...['nav', '.bar-hide', '.page'].map(box)]";

#[test]
fn in_a_wide_window_the_navigation_is_a_rail_beside_the_page_with_what_hides_the_screen_at_its_end() {
    each_engine(|engine| {
        let site = Site::of_app();
        for (looks, wide) in [(Looks::wide(), true), (Looks::phone(), false)] {
            let page = Page::entered(engine, &site, &looks.still());
            for route in ["#/reflect", "#/settings"] {
                page.go_to(route);
                page.run("scrollTo(0, document.body.scrollHeight)");
                let found = page.run(RAIL);
                let at = |one: usize, side: usize| found[one][side].as_f64().expect("a number");
                assert_eq!(found[0], wide, "[{engine}] {route}: the name of the app");
                if wide {
                    assert!((170.0..190.0).contains(&at(1, 2)) && at(1, 0) == 0.0, "[{engine}] {route}: {found}");
                    assert!(at(1, 1).abs() < 1.0 && at(1, 3) > 700.0, "[{engine}] {route}: it stays: {found}");
                    assert!(at(2, 2) < at(1, 2) && at(2, 1) > 700.0, "[{engine}] {route}: hides: {found}");
                    assert!(at(3, 0) >= at(1, 2) && at(3, 0) < 260.0, "[{engine}] {route}: beside it: {found}");
                }
            }
            page.click("Hide screen");
            page.arrive("Notes");
            page.assert_no_errors();
        }
    });
}
