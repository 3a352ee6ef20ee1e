//! Steps: chosen out of an entry, looked at again, asked about on Today; and what else is said in passing there: words
//! that could point to a person, and the day's question, which can wait.

use e2e::{Looks, Page, Site, first_engine};
use std::{fs, thread::sleep, time::Duration};

const ENTRY: &str = "The same three people swap their nights.";
const WHAT: &str = "Ask for the larkspur rota to go round";
const WHO: &str = "The night porters";
const FIRST: &str = "Find out who writes it";
const STILL: &str = "A step you chose. Still right?";
const IN_MYSELF: &str = "In myself: learn, notice, change a habit";
const WITHIN: &str = "All your steps are about yourself.";
const GREET: &str = "Say good morning to the cleaner";
const SEARCH_FIELDS: &str = "return document.querySelectorAll('main input[type=search]').length";
const LEAD: &str = "document.querySelector('main .lead') !== null";

fn write(page: &Page) {
    page.write(ENTRY);
    page.click("See it in the journal");
    page.wait_text(ENTRY);
}

/// Writes a step down from the page for a new one.
fn choose_step(page: &Page, what: &str, level: &str) {
    page.wait_h1("What could you do?");
    page.fill("The step, in your words", what);
    page.click(level);
}

fn keep(page: &Page, title: &str) {
    page.click("Save");
    page.arrive(title);
}

/// The clock goes on by so many days, until the page is loaded anew.
fn days_later(page: &Page, days: u64) {
    let ms = days * 86_400_000;
    page.run(&format!(
        "const clock = window.Date.prototype, now = clock.getTime; \
         clock.getTime = function () {{ return now.call(this) + {ms}; }}"
    ));
}

/// The file for a calendar, whose name and words tell nothing.
fn calendar_file(page: &Page) {
    page.click("Put the date in my calendar");
    let file = page.wait_download(".ics");
    let name = file.file_name().expect("a file").to_string_lossy().into_owned();
    assert_eq!(name, "notes.ics", "{}", page.engine());
    let text = fs::read_to_string(file).expect("the calendar file").replace("\r\n", "\n");
    let day = page.run(
        "const day = new Date(); day.setDate(day.getDate() + 42);
         return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('')",
    );
    let day = day.as_str().expect("a day");
    assert!(text.contains(&format!("\nDTSTART;VALUE=DATE:{day}\n")), "[{}] {day}: {text}", page.engine());
    assert!(text.contains("\nSUMMARY:Look again\n"), "[{}] {text}", page.engine());
    let low = text.to_lowercase();
    let told = ["larkspur", "porter", "find out", "institution", "obverse", "step", "same three"];
    assert!(!told.iter().any(|word| low.contains(word)), "[{}] {text}", page.engine());
}

fn look_again(page: &Page, how: &str, words: &str) {
    page.click("Look at it again");
    page.arrive(STILL);
    page.wait_text(WHAT);
    page.click(how);
    page.fill("In your words, if you like", words);
}

#[test]
fn a_step_grows_out_of_an_entry_and_is_looked_at_again_until_it_is_done() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        write(&page);
        page.click("Add a step");
        choose_step(&page, WHAT, "In the institution: a form, a rota, a rule, a budget");
        page.fill("Who asked for it, or leads it?", WHO);
        page.fill("What comes first?", FIRST);
        page.click("In 6 weeks");
        page.assert_open_to_everybody("step-new");
        keep(&page, WHAT);
        for words in ["In the institution", WHO, FIRST, "From Two minutes"] {
            page.wait_text(words);
        }
        page.assert_open_to_everybody("step");
        calendar_file(&page);

        page.open("#/steps");
        page.arrive("Steps");
        assert!(page.shows_in("In progress", WHAT) && page.shows_in("In progress", "Look again on"), "[{engine}]");
        assert!(!page.shows(WITHIN), "[{engine}] a step in the institution is not within oneself");
        page.assert_open_to_everybody("steps");
        page.open("#/journal");
        page.open_row(ENTRY);
        page.wait_text("Related entries");
        page.assert_open_to_everybody("entry-with-step");
        page.click_in("Related entries", WHAT);
        page.arrive(WHAT);
        page.click("From Two minutes");
        page.arrive("Two minutes");
        page.wait_text(ENTRY);
        page.click_in("Related entries", WHAT);
        page.arrive(WHAT);

        look_again(&page, "It has changed", "Only the weekends now.");
        page.assert_open_to_everybody("step-again");
        keep(&page, WHAT);
        page.wait_text("When you looked at it again");
        page.wait_text("Only the weekends now.");
        page.reload();
        page.wait_h1(WHAT);
        look_again(&page, "Done", "It goes round.");
        // The earlier words stand beside today's.
        page.wait_text("you said");
        page.wait_text("Only the weekends now.");
        assert_eq!(page.value("In your words, if you like"), "It goes round.", "{engine}");
        page.assert_open_to_everybody("step-again-beside");
        keep(&page, WHAT);
        page.assert_open_to_everybody("step-done");
        assert!(!page.can_click("Put the date in my calendar"), "[{engine}] a day for what is over");
        page.open("#/steps");
        page.arrive("Steps");
        assert!(page.shows_in("Done or dropped", WHAT) && !page.shows("In progress"), "[{engine}]");
        page.assert_open_to_everybody("steps-over");
        page.assert_quiet(&site, &["larkspur", "porter", "weekends"]);
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

#[test]
fn a_step_is_found_by_its_words_and_two_versions_of_it_are_shown_and_settled() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/journal");
        page.wait_text("No entries yet.");
        assert_eq!(page.run(SEARCH_FIELDS), 0, "[{engine}] nothing to search");
        page.open("#/steps/new");
        choose_step(&page, WHAT, "In the institution: a form, a rota, a rule, a budget");
        page.fill("What comes first?", FIRST);
        keep(&page, WHAT);
        page.open("#/journal");
        page.wait_text(WHAT);
        page.assert_open_to_everybody("journal-step-alone");
        write(&page);

        page.open("#/journal");
        page.arrive("Journal");
        page.wait_text(ENTRY);
        assert!(page.shows(WHAT), "[{engine}] a step among the entries");
        page.click("Entries");
        page.wait_gone(WHAT);
        page.click("Steps");
        page.wait_gone(ENTRY);
        page.click("All");
        for (words, marked) in [("LARKSPUR", "larkspur"), ("find out who", "Find")] {
            page.fill("Search", words);
            page.wait_gone(ENTRY);
            page.wait_until(
                "the hit to be marked",
                &format!("document.querySelector('main mark')?.textContent === '{marked}'"),
            );
            assert!(page.shows(WHAT), "[{engine}] {words}");
        }
        page.assert_open_to_everybody("journal-found-step");
        page.fill("Search", "foxglove");
        page.wait_text("Nothing was found in your journal.");
        page.fill("Search", "larkspur");
        page.open_row(WHAT);
        page.arrive(WHAT);

        // Changed in two tabs: both are shown, whole, until one is kept.
        page.click("Edit");
        page.arrive("Edit the step");
        let route = page.address().split_once('#').expect("a route").1.to_owned();
        let first = page.tab();
        let second = page.new_tab(&format!("#{route}"));
        page.wait_h1("Edit the step");
        page.fill("The step, in your words", "From the second tab");
        keep(&page, "From the second tab");
        page.go_to_tab(&first);
        page.fill("The step, in your words", "From the first tab");
        page.click("Save");
        page.wait_h1("Two versions");
        for words in ["From the first tab", "From the second tab", FIRST, "In the institution"] {
            page.wait_text(words);
        }
        page.assert_open_to_everybody("step-two-versions");
        // What would write upon one of them leads to both.
        page.open(&format!("#{route}"));
        page.wait_h1("Two versions");
        page.open("#/steps");
        page.arrive("Steps");
        page.click("From the first tab");
        page.wait_h1("Two versions");
        // The newer one stands first.
        page.click("Use this version");
        page.wait_h1("From the first tab");
        page.reload();
        page.wait_h1("From the first tab");
        page.go_to_tab(&second);
        page.wait_h1("From the first tab");
        page.assert_no_errors();
    });
}

#[test]
fn today_asks_about_a_step_once_its_day_has_come() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/steps/new");
        choose_step(&page, WHAT, IN_MYSELF);
        page.click("In 6 weeks");
        keep(&page, WHAT);
        page.open("#/steps");
        page.arrive("Steps");
        page.wait_text(WITHIN);
        page.assert_open_to_everybody("steps-within");
        page.open("#/");
        page.arrive("Today");
        assert!(!page.shows(STILL), "[{engine}] before its day");
        page.open("#/steps");
        page.arrive("Steps");
        days_later(&page, 41);
        page.open("#/");
        page.arrive("Today");
        assert!(!page.shows(STILL), "[{engine}] a day before its day");
        days_later(&page, 1);
        page.open("#/steps");
        page.arrive("Steps");
        assert!(page.shows_in("Time to look again", WHAT), "[{engine}]");
        page.assert_open_to_everybody("steps-due");
        page.open("#/");
        page.arrive("Today");
        page.wait_text(WHAT);
        page.assert_open_to_everybody("today-step");
        page.click(STILL);
        page.arrive(WHAT);
        look_again(&page, "Still going", "As I meant it.");
        page.click("In 2 weeks");
        keep(&page, WHAT);
        page.open("#/");
        page.arrive("Today");
        assert!(!page.shows(STILL), "[{engine}] after it was looked at");
        page.reload();
        page.open("#/steps/new");
        choose_step(&page, GREET, "Between people");
        keep(&page, GREET);
        page.open("#/steps");
        page.arrive("Steps");
        assert!(page.shows(GREET) && !page.shows(WITHIN), "[{engine}] one of them is between people");
        page.assert_no_errors();
    });
}

#[test]
fn a_step_whose_day_has_come_is_asked_about_as_the_app_opens() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/steps/new");
        choose_step(&page, GREET, "Between people");
        page.click("On another date");
        page.wait_text("Date");
        page.run(
            "const field = document.querySelector('input[type=date]'); field.value = field.min;
             field.dispatchEvent(new Event('change', { bubbles: true }))",
        );
        keep(&page, GREET);
        page.open("#/");
        page.arrive("Today");
        page.wait_text(STILL);
        page.reload();
        page.wait_text(STILL);
        page.wait_text(GREET);
        page.assert_open_to_everybody("today-opened");
        page.click(STILL);
        page.wait_h1(GREET);
        page.assert_no_errors();
    });
}

#[test]
fn words_that_may_point_to_a_person_are_named_and_can_be_left_out() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        let open = || {
            page.open("#/write");
            page.click("What, so what, now what");
            page.wait_ready();
        };
        let words = "Dr Okafor at bed 4 had to wait.";
        open();
        page.fill("Your words", words);
        page.wait_text("“Dr Okafor”, “bed 4” could point to people.");
        page.assert_open_to_everybody("nudge");
        page.click("Remove from the text");
        page.wait_gone("could point to");
        assert_eq!(page.value("Your words"), "… at … had to wait.", "{engine}");
        let others = "Dr Adeyemi at bed 7 had to wait.";
        page.fill("Your words", others);
        page.wait_text("“Dr Adeyemi”, “bed 7” could point to people.");
        page.click("Leave as it is");
        page.wait_gone("could point to");
        assert_eq!(page.value("Your words"), others, "{engine}");
        page.click("Save and stop");
        page.arrive("Today");

        page.open("#/settings");
        page.click_in("Hints about names and details", "Off");
        page.reload();
        open();
        page.fill("Your words", "Dr Okafor at bed 4 had to wait again.");
        sleep(Duration::from_secs(4));
        assert!(!page.shows("could point to"), "[{engine}] it was turned off");
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

#[test]
fn the_question_of_the_day_can_wait_until_tomorrow() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        // Somebody new has four doors, and can leave each shut.
        assert!(!page.can_click("Not today"), "{engine}");
        page.open("#/steps/new");
        page.wait_h1("What could you do?");
        page.fill("The step, in your words", "Ask once more.");
        page.click("Save");
        page.arrive("Ask once more.");
        page.open("#/");
        page.arrive("Today");
        assert_eq!(page.run(&format!("return {LEAD}")), true, "{engine}");
        page.click("Not today");
        page.wait_until("the question to go", &format!("!({LEAD})"));
        page.arrive("Today");
        page.reload();
        page.wait_h1("Today");
        page.wait_text("Something happened");
        assert_eq!(page.run(&format!("return {LEAD}")), false, "[{engine}] over a reload");
        page.assert_open_to_everybody("today-rested");
        page.open("#/coins");
        page.arrive("Coins");
        days_later(&page, 1);
        page.open("#/");
        page.arrive("Today");
        page.wait_until("the next day's question", LEAD);
        page.assert_no_errors();
    });
}
