//! The main journey, whole, in each engine; the last part with the server gone and the browser killed.

use e2e::{Engine, Key, Looks, Page, Profile, Site, each_engine};
use serde_json::json;
use std::{thread::sleep, time::Duration};

/// How long until what was saved is on the disk. Chromium writes its store five seconds after the first change, and
/// then allows itself about one write a minute; neither leaving the page nor closing its tab hurries it while the service
/// worker lives. This journey saves far more often than a person, so all of it comes with the second write.
fn until_on_disk(engine: Engine) -> Duration {
    match engine {
        Engine::Chromium => Duration::from_secs(75),
        Engine::Firefox | Engine::WebKit => Duration::from_millis(6_500),
    }
}

const FIRST: &str = "New people at work assume that I am trained for the job I do.";
const FOURTH: &str = "When my work goes well, people know that it was mine.";
const CANARY: &str = "cedarwing";

fn answer_some_and_leave(page: &Page) {
    page.click("Explore");
    page.arrive(FIRST);
    page.click("Add a note");
    page.fill("A note, if you like", "only since the new badge");
    // Whoever writes a note is not taken from it.
    page.click("Usually");
    page.click("I had not thought about this before");
    page.click("Next");
    page.click("Skip");
    page.click("Rather not say");
    page.arrive(FOURTH);
    page.click("Back");
    page.arrive("Today");
    page.wait_text("Question 4 of 8");
}

fn go_on_and_close(page: &Page) {
    page.reload();
    page.click("Being recognised");
    page.arrive(FOURTH);
    page.wait_text("You stopped here on");
    page.click("Back to the previous question");
    page.wait_text("You chose “Rather not say”.");
    page.click("Rather not say");
    page.arrive(FOURTH);
    page.click("Depends where I am");
    page.arrive("What you said");
    page.wait_text("Being seen as trained");
    page.wait_text("only since the new badge");
    page.wait_text("What could you do with this advantage?");
    let own = page.run("return document.querySelector('main blockquote').textContent");
    assert_eq!(own, "only since the new badge", "their own line is the one set large");
    let named = page.run("return document.querySelector('main .foremost button').getAttribute('aria-label')");
    assert_eq!(named.as_str(), Some(format!("Change: {FIRST}").as_str()), "it is named by its question");
    let words = page.run("return document.querySelector('main').innerText").to_string();
    assert!(!words.contains('%') && !words.to_lowercase().contains("score"), "no score: {words}");
}

fn place_on_the_coin(page: &Page) {
    page.click("Racism");
    page.arrive("Racism");
    page.wait_text("What hides it");
    page.click("What you can do");
    for group in ["If this coin gives you an advantage", "If this coin puts you at a disadvantage", "Together"] {
        page.wait_text(group);
    }
    page.click("Place yourself");
    page.arrive("Where are you on this coin?");
    let marks = "return [...document.querySelectorAll('.coin-mark')].map((one) => one.textContent)";
    page.wait_text("Tap the top or the bottom of the coin");
    page.wait_until("what has come to be there", "!document.documentElement.hasAttribute('data-new')");
    page.run("document.querySelectorAll('.coin-tap')[1].dispatchEvent(new MouseEvent('click', { bubbles: true }))");
    page.wait_until("the coin to be turned", "document.querySelector('.coin-turned .coin-mark')");
    assert_eq!(page.run(marks), json!(["Bottom"]), "{}", page.engine());
    page.assert_open_to_everybody("place-underside");
    page.click("It changes with where I am or who I am with");
    page.wait_until("the way round the edge", "document.querySelector('.coin-way')");
    assert_eq!(page.run(marks), json!(["Top", "Bottom"]), "{}", page.engine());
    page.click("Add a place");
    page.fill_in("Place 1", "Place or people", "in clinic");
    page.click_in("Place 1", "Top");
    page.click("Add a place");
    page.fill_in("Place 2", "Place or people", "on nights");
    page.click_in("Place 2", "Bottom");
    page.fill("A note, if you like", "the badge does half of it");
    page.assert_open_to_everybody("placed");
    page.click("Save");
    page.wait_h1("Racism");
    assert_eq!(page.focused(), "h2 Your position on this coin", "{}", page.engine());
    page.wait_until("it to stand on the timeline", "document.querySelectorAll('.timeline li').length === 1");
    page.wait_text("Changes with place or people");
    page.wait_text("in clinic: Top");
    page.wait_text("on nights: Bottom");
    assert!(!page.can_click("Delete"), "[{}] the details are closed", page.engine());
    page.click("Details and notes");
    page.wait_text("It changes with where I am or who I am with");
    page.wait_text("the badge does half of it");
    assert!(page.can_click("Delete"), "{}", page.engine());
    page.assert_open_to_everybody("coin-placed");
}

fn write_about_it(page: &Page) {
    page.click("Write about this coin");
    page.wait_ready();
    page.fill("Your words", &format!("They asked who was in charge. {CANARY}"));
    page.click("Next");
    page.fill("Your words", "Nobody looked at me.");
    page.click("Next");
    page.fill("Your words", "I will say my role first.");
    page.click("Next");
    page.arrive("Your entry is saved");
    page.click("See it in the journal");
    page.wait_text("From your position on Racism");
    page.assert_open_to_everybody("entry");
}

fn find_and_edit(page: &Page) {
    page.open("#/journal");
    page.arrive("Journal");
    page.fill("Search", "nothing like it");
    page.wait_text("Nothing was found in your journal.");
    page.fill("Search", CANARY);
    page.wait_gone("Nothing was found in your journal.");
    page.assert_open_to_everybody("journal");
    page.open_row("What, so what, now what");
    page.wait_text(CANARY);
    page.click("Edit");
    page.assert_open_to_everybody("edit");
    page.fill("Title, if you like", "Who is in charge");
    page.click("Save");
    page.arrive("Who is in charge");
    page.wait_text(CANARY);
    page.open("#/coins");
    page.click("Racism");
    page.wait_text("Related entries");
    page.wait_text("Who is in charge");
}

fn something_happened(page: &Page) {
    page.open("#/");
    page.click("To me");
    page.arrive("How are you right now?");
    let asked = page.run("return document.querySelectorAll('main textarea').length");
    assert_eq!(asked, 0, "nothing but how they are");
    page.assert_open_to_everybody("to-me");
    page.click("Back");
    page.arrive("Today");
}

#[test]
fn the_journey_holds_to_the_end() {
    each_engine(|engine| {
        let mut site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.open("#/");
        page.wait_h1("A quiet place to look at privilege");
        page.wait_text("What you write is saved in this browser");
        page.click("Only me");
        page.wait_h1("Today");
        answer_some_and_leave(&page);
        go_on_and_close(&page);
        page.assert_open_to_everybody("closing");
        place_on_the_coin(&page);
        write_about_it(&page);
        find_and_edit(&page);
        something_happened(&page);
        page.assert_quiet(&site, &[CANARY, "racism", "clinic", "recognised"]);
        page.assert_same_origin();
        page.assert_no_errors();
        page.wait_offline_ready();
        sleep(until_on_disk(engine));
        site.stop();
        page.kill();

        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.wait_ready();
        page.wait_h1("Today");
        page.open("#/journal");
        page.click("Who is in charge");
        page.wait_text(CANARY);
        page.open("#/coins");
        page.click("Racism");
        page.wait_text("on nights: Bottom");
        page.open("#/write");
        page.click("What, so what, now what");
        page.fill("Your words", "Written with no network.");
        page.click("Save and stop");
        page.arrive("Today");
        page.open("#/journal");
        page.wait_text("Written with no network.");
        page.assert_no_errors();
    });
}

#[test]
fn shift_three_times_hides_and_one_act_shows() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.open("#/");
        page.click("Only me");
        page.open("#/write");
        page.click("What, so what, now what");
        page.fill("Your words", "half a sentence");
        for _ in 0..3 {
            page.press(Key::Shift);
        }
        page.wait_text("Nothing is open.");
        assert_eq!(page.title(), "Notes", "{engine}");
        assert!(page.address().ends_with("#/"), "{engine}: {}", page.address());
        assert!(!page.shows("half a sentence"), "{engine}");
        page.assert_open_to_everybody("hidden");
        page.click("Open");
        page.arrive("Today");
        page.open("#/journal");
        page.wait_text("half a sentence");
    });
}
