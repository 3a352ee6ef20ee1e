//! What there is to read and to have ready: lines, cards, the page for facilitators.

use e2e::{Looks, Page, Site, each_engine};

const LINE: &str = "One moment, please. I would like to hear her finish.";

#[test]
fn a_line_is_two_taps_away_and_leads_back_to_where_it_stands() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        assert!(!page.shows("My lines"), "{engine}: a row for lines where there are none");
        page.open("#/lines");
        page.wait_text("No lines yet.");
        page.assert_open_to_everybody("lines-empty");
        page.click("Write a line of your own");
        page.wait_h1("What sentence would you like to have ready?");
        page.fill("Your words", LINE);
        page.click("Next");
        page.arrive("Your entry is saved");
        page.click("Back to Today");
        page.arrive("Today");
        page.click("My lines");
        page.wait_h1("My lines");
        page.wait_text(LINE);
        page.assert_open_to_everybody("lines");
        page.click("From: A line of my own");
        page.wait_h1("A line of my own");
        page.wait_text(LINE);
        page.assert_no_errors();
    });
}

#[test]
fn cards_are_read_and_whom_one_could_reach_stands_on_them() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/cards");
        page.wait_text("When it is hard");
        page.assert_open_to_everybody("cards");
        page.click("Finding someone");
        page.wait_h1("Finding someone");
        page.wait_text("You have not added anyone here.");
        page.assert_open_to_everybody("card");
        page.click("Add someone");
        page.wait_h1("Who could you reach, and how?");
        page.fill("Your words", "The one with the bicycle; her card is in my coat.");
        page.click("Next");
        page.arrive("Your entry is saved");
        page.open("#/cards");
        page.click("Finding someone");
        page.wait_text("The one with the bicycle");
        page.assert_open_to_everybody("card-own");
        page.click("Write about this");
        page.wait_h1("What has stayed with you?");
        page.assert_no_errors();
    });
}

#[test]
fn a_sheet_is_printed_alone_and_the_code_says_where_the_self_check_is() {
    each_engine(|engine| {
        let site = Site::of_app_under("/some/where/");
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/guide");
        page.wait_h1("For facilitators");
        page.wait_text(&format!("{}#/check/before", site.url()));
        page.assert_open_to_everybody("guide");
        page.run(
            "window.print = () => {
               window.printed = [...document.querySelectorAll('.sheet-alone h2')].map((h) => h.textContent).join();
             }",
        );
        page.click("Print this sheet: Refused at the bedside");
        page.wait_until("a sheet", "window.printed === 'Refused at the bedside'");
        page.click("Print everything");
        page.wait_until("the whole page", "window.printed === ''");
        page.go_to("#/check/before");
        assert_ne!(page.h1(), "Page not found", "{engine}");
        page.assert_no_errors();
    });
}
