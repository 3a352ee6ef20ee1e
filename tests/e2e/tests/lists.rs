//! Lists and what is looked for in them: a list is come back to as it was left, its months stand in one order wherever somebody
//! was, what looks alike is found, and no name of a language that a browser was told stops one.

use e2e::{Dice, Looks, Page, Site, each_engine};
use obverse_core::{
    reflection::{Answer, Body, Commitment, Entry, Given, Part, Placement, Run, Stamp, Stand},
    vault::{Clock, MemoryShelf, RecordId, Vault},
};
use serde_json::json;
use std::{cell::Cell, rc::Rc};

const ENTRIES: usize = 75;
const ROWS: &str = "return document.querySelectorAll('main .month .row').length";
const TOP: &str = "return Math.round(scrollY)";

/// A day later each time it is looked at.
struct Later(Cell<i64>);

impl Clock for Later {
    fn now(&self) -> Stamp {
        self.0.set(self.0.get() + 86_400_000);
        Stamp { ms: self.0.get(), offset: 0 }
    }
}

/// Shows the moment that was set.
#[derive(Default)]
struct Set(Cell<Stamp>);

impl Clock for Set {
    fn now(&self) -> Stamp {
        self.0.get()
    }
}

/// A journal as it stands in a store: every third entry is about larkspur, and all are about racism.
fn journal() -> Vec<(String, String)> {
    let (dice, clock) = (Rc::new(Dice::new(7)), Rc::new(Later(Cell::new(1_760_000_000_000))));
    let mut vault = Vault::open(Rc::new(MemoryShelf::new(5_000_000)), clock, dice.clone(), "ob/");
    for number in 0..ENTRIES {
        let about = if number % 3 == 0 { "larkspur" } else { "plum" };
        let part = Part { text: format!("number{number} {about}"), ..Part::default() };
        let entry = Entry {
            title: format!("Entry {number:02}"),
            parts: vec![part],
            coins: vec!["racism".into()],
            ..Entry::default()
        };
        vault.save(RecordId::random(&*dice), &Body::Entry(entry), &[]).expect("kept");
    }
    vault.raw()
}

/// A journal whose entries were written on a journey.
fn journal_of_a_journey() -> Vec<(String, String)> {
    let (hour, midnight) = (3_600_000, 1_796_083_200_000);
    let clock = Rc::new(Set::default());
    let dice = Rc::new(Dice::new(7));
    let mut vault = Vault::open(Rc::new(MemoryShelf::new(5_000_000)), clock.clone(), dice.clone(), "ob/");
    for (hours, offset, city) in
        [(-20, 780, "Auckland"), (0, 780, "Auckland"), (1, -480, "Los Angeles"), (2, 780, "Auckland")]
    {
        clock.0.set(Stamp { ms: midnight + hours * hour, offset });
        let entry = Entry { title: format!("{city} {hours}"), ..Entry::default() };
        vault.save(RecordId::random(&*dice), &Body::Entry(entry), &[]).expect("kept");
    }
    vault.raw()
}

/// A journal with one of each kind, on four days of November and one of October 2026.
fn journal_of_all_kinds() -> Vec<(String, String)> {
    let clock = Rc::new(Set::default());
    let dice = Rc::new(Dice::new(7));
    let mut vault = Vault::open(Rc::new(MemoryShelf::new(5_000_000)), clock.clone(), dice.clone(), "ob/");
    let entry = |title: &str, text: &str| {
        let part = Part { text: text.into(), ..Part::default() };
        Body::Entry(Entry { title: title.into(), parts: vec![part], coins: vec!["racism".into()], ..Entry::default() })
    };
    let given = Given {
        item: "second-voice".into(),
        revision: 1,
        answer: Answer::None,
        new_to_me: false,
        note: "Heard late.".into(),
    };
    let (coin, note, stand) = ("ableism".to_owned(), "On nights, by the ramp.".to_owned(), Some(Stand::Unsure));
    let step = Commitment { what: "Ask for the ramp key".into(), coin: "ableism".into(), ..Commitment::default() };
    let bodies = [
        (-1, entry("", "An old one.")),
        (3, entry("The handover", "So I said the name again.")),
        (11, Body::Placement(Placement { coin, revision: 1, stand, settings: Vec::new(), note })),
        (19, Body::Commitment(step)),
        (
            27,
            Body::Run(Run {
                activity: "being-heard".into(),
                revision: 1,
                begun: Stamp::default(),
                given: vec![given],
                at: "second-voice".into(),
                grew: Vec::new(),
            }),
        ),
    ];
    for (day, body) in bodies {
        // Noon of that day of November.
        clock.0.set(Stamp { ms: 1_795_867_200_000 + (day - 28) * 86_400_000, offset: 0 });
        vault.save(RecordId::random(&*dice), &body, &[]).expect("kept");
    }
    vault.raw()
}

fn with_journal(page: &Page, journal: &[(String, String)]) {
    page.run("for (const key of Object.keys(localStorage)) if (key !== 'ob/p') localStorage.removeItem(key)");
    page.run_with("for (const [key, value] of arguments[0]) localStorage.setItem(key, value)", json!([journal]));
    page.reload();
    page.open("#/journal");
    page.arrive("Journal");
}

/// Opens the entry with these words, from where it stands in the middle of the window; how far the page was scrolled then.
fn open_row(page: &Page, words: &str) -> serde_json::Value {
    page.run_with(
        "for (const row of document.querySelectorAll('main .row a')) \
         if (row.textContent.includes(arguments[0])) row.scrollIntoView({ block: 'center' })",
        json!([words]),
    );
    let top = page.run(TOP);
    page.click(words);
    page.wait_gone("Search");
    top
}

fn assert_as_left(page: &Page, words: &str, top: &serde_json::Value, rows: usize) {
    page.wait_h1("Journal");
    page.wait_until(
        "the row that was opened to have the focus",
        &format!("document.activeElement.textContent.includes('{words}')"),
    );
    assert_eq!(page.run(ROWS), rows, "{}", page.engine());
    let now = page.run(TOP);
    let apart = now.as_f64().zip(top.as_f64()).map(|(now, top)| (now - top).abs());
    assert!(apart.is_some_and(|apart| apart < 3.0), "[{}] left at {top}, come back to {now}", page.engine());
}

#[test]
fn a_list_is_come_back_to_as_it_was_left() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        with_journal(&page, &journal());
        assert_eq!(page.run(ROWS), 60, "{engine}");
        page.click("Show earlier entries");
        page.wait_until("all of them", "document.querySelectorAll('main .month .row').length === 75");

        // Far down in the whole of it, by the way back in the page and by the browser's.
        for by_browser in [false, true] {
            let top = open_row(&page, "Entry 05");
            match by_browser {
                true => page.back(),
                false => page.click("Back"),
            }
            assert_as_left(&page, "Entry 05", &top, ENTRIES);
        }

        // In what was found, and through a change of the entry.
        page.fill("Search", "LARKSPUR");
        page.choose("Coin", "Racism");
        page.wait_gone("plum");
        assert_eq!(page.run(ROWS), 25, "{engine}");
        let top = open_row(&page, "Entry 03");
        page.click("Edit");
        page.wait_text("Title, if you like");
        page.click("Cancel");
        page.wait_gone("Title, if you like");
        page.click("Back");
        assert_as_left(&page, "Entry 03", &top, 25);
        assert_eq!(page.value("Search"), "LARKSPUR", "{engine}");
        let coin = "return document.querySelector('main select').selectedOptions[0].textContent";
        assert_eq!(page.run(coin), "Racism", "{engine}");
        // None of it stands in an address, a title or the history.
        page.assert_quiet(&site, &["larkspur", "racism", "number3", "Entry 03"]);

        // Whoever goes elsewhere and comes again, or hides the screen, finds the whole list.
        page.click("Today");
        page.arrive("Today");
        page.click("Journal");
        page.arrive("Journal");
        assert_eq!((page.value("Search"), page.run(ROWS)), (String::new(), json!(60)), "{engine}");
        page.fill("Search", "larkspur");
        page.wait_gone("plum");
        page.click("Hide screen");
        page.click("Open");
        page.arrive("Today");
        page.back();
        page.open("#/journal");
        page.arrive("Journal");
        assert_eq!((page.value("Search"), page.run(ROWS)), (String::new(), json!(60)), "{engine}");

        // The same on a list of pieces.
        page.open("#/coins");
        page.arrive("Coins");
        page.click("Ableism");
        page.arrive("Ableism");
        page.click("Back");
        page.wait_h1("Coins");
        page.wait_until("the coin to have the focus", "document.activeElement.textContent.includes('Ableism')");
        page.assert_no_errors();
    });
}

#[test]
fn the_library_is_looked_through_by_sets_and_words_and_come_back_to_as_it_was_left() {
    const NAMES: &str =
        "return [...document.querySelectorAll('main .pieces .row-title')].map((name) => name.textContent)";
    const PRESSED: &str =
        "return [...document.querySelectorAll('main [aria-pressed=true]')].map((one) => one.textContent)";
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.open("#/reflect");
        page.arrive("Reflect");
        assert_eq!(page.run(PRESSED), json!(["A few minutes"]), "{engine}");
        page.wait_text("Speaking up and being listened to");
        // A set, and what was left half-way in it says so.
        page.click("For a course");
        page.wait_text("Self-check: Before");
        page.click("Being recognised");
        page.wait_h1("New people at work assume that I am trained for the job I do.");
        page.click("Rather not say");
        page.wait_gone("New people at work assume that I am trained for the job I do.");
        page.open("#/reflect");
        page.wait_h1("Reflect");
        page.wait_text("In progress");
        assert_eq!(page.run(PRESSED), json!(["For a course"]), "{engine}");
        page.click("For a course");
        page.wait_gone("Being recognised");
        assert_eq!(page.run(NAMES), json!([]), "{engine}: the kinds alone");

        // Words are looked for in all there is, and the short reads come last.
        page.click("Before a ward round");
        page.fill("Search activities", "OXIMETER");
        page.wait_text("Reading an oximeter on dark skin");
        assert_eq!(page.run(PRESSED), json!([]), "{engine}");
        let names = page.run(NAMES);
        let names: Vec<_> = names.as_array().expect("names").iter().filter_map(|name| name.as_str()).collect();
        assert_eq!(names.last(), Some(&"Reading an oximeter on dark skin"), "{engine}: {names:?}");
        assert!(names.contains(&"Ninety-five per cent"), "{engine}: {names:?}");
        page.assert_open_to_everybody("library-found");
        page.click("Reading an oximeter on dark skin");
        page.arrive("Reading an oximeter on dark skin");
        page.back();
        page.wait_h1("Reflect");
        page.wait_until("the row to have the focus", "document.activeElement.textContent.includes('oximeter')");
        assert_eq!(page.value("Search activities"), "OXIMETER", "{engine}");
        page.fill("Search activities", "quillfern");
        page.wait_text("Nothing was found. Try another word.");
        // Whoever goes elsewhere and comes again finds it as at first.
        page.click("Today");
        page.arrive("Today");
        page.click("Reflect");
        page.arrive("Reflect");
        assert_eq!((page.value("Search activities"), page.run(PRESSED)), (String::new(), json!(["A few minutes"])));
        page.assert_quiet(&site, &["quillfern", "oximeter"]);
        page.assert_no_errors();
    });
}

#[test]
fn months_stand_in_one_order_wherever_somebody_was() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        with_journal(&page, &journal_of_a_journey());
        let shown = page.run(
            "return [...document.querySelectorAll('main .month')].map((month) => [
               month.querySelector('h2').textContent,
               ...[...month.querySelectorAll('.row-title')].map((title) => title.textContent)])",
        );
        let expected =
            json!([["December 2026", "Auckland 2", "Auckland 0"], ["November 2026", "Los Angeles 1", "Auckland -20"]]);
        assert_eq!(shown, expected, "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn every_kind_stands_in_the_journal_with_its_day_and_can_be_looked_at_alone() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        with_journal(&page, &journal_of_all_kinds());
        let shown = page.run(
            "return [...document.querySelectorAll('main .month .row')].map((row) =>
               ['.row-day', '.row-title', '.row-text', '.row-note'].map((part) => row.querySelector(part).textContent))",
        );
        let expected = json!([
            ["27Fri", "Being heard", "Heard late.", "Answers · In progress"],
            ["19Thu", "Ask for the ramp key", "", "Step · Ableism"],
            ["11Wed", "Ableism", "On nights, by the ramp.", "Position · Not sure yet"],
            ["3Tue", "The handover", "So I said the name again.", "Racism"],
            ["30Fri", "An old one.", "", "Racism"],
        ]);
        assert_eq!(shown, expected, "{engine}");
        page.wait_text("October 2026 to November 2026");
        page.assert_open_to_everybody("journal-kinds");
        for (kind, rows) in [("Entries", 2), ("Positions", 1), ("Steps", 1), ("Answers", 1), ("All", 5)] {
            page.click(kind);
            page.wait_until(kind, &format!("document.querySelectorAll('main .month .row').length === {rows}"));
        }

        // The kind and the words outlive a look at what was found.
        page.click("Steps");
        page.fill("Search", "ramp");
        page.wait_until("the hit to be marked", "document.querySelector('main mark')?.textContent === 'ramp'");
        page.open_row("Ask for the ramp key");
        page.arrive("Ask for the ramp key");
        page.back();
        page.wait_h1("Journal");
        assert_eq!((page.value("Search"), page.run(ROWS)), ("ramp".to_owned(), json!(1)), "{engine}");
        assert_eq!(page.run("return document.querySelector('main input:checked').parentElement.textContent"), "Steps");
        page.assert_quiet(&site, &["ramp", "ableism"]);
        page.assert_no_errors();
    });
}

#[test]
fn what_looks_alike_is_found_and_nothing_seen_as_one_is_cut_in_half() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        let flags = "🇳🇿".repeat(70);
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", " We didn’t meet at the cafe\u{301}, on\u{2011}call. Он мой друг. Ｗard ﬁve.");
        // WebKit's driver types no flag.
        page.run_with(
            "const field = document.querySelector('main textarea');
             field.value = arguments[0] + field.value;
             field.dispatchEvent(new Event('input', { bubbles: true }));",
            json!([flags]),
        );
        page.click("Next");
        page.arrive("Your entry is saved");
        page.open("#/journal");
        page.wait_text("🇳🇿");
        let row = page.run("return document.querySelector('main .row-text').textContent");
        // Where the cut falls between two, one browser's own rule takes the earlier.
        let whole = [39, 40].map(|flags| format!("{}…", "🇳🇿".repeat(flags)));
        assert!(whole.iter().any(|whole| row == whole.as_str()), "[{engine}] {row}");
        for words in ["café", "CAFE", "didn't", "on-call", "МОИ\u{306}", "ward five", "hand\u{200b}"] {
            page.fill("Search", words);
            match words.starts_with("hand") {
                true => page.wait_text("Nothing was found in your journal."),
                false => page.wait_gone("Nothing was found in your journal."),
            }
            assert_eq!(page.run(ROWS), i32::from(!words.starts_with("hand")), "[{engine}] {words}");
            let marked =
                page.run("return [...document.querySelectorAll('main mark')].map((one) => one.textContent).join(' ')");
            let expected = match words {
                "café" | "CAFE" => "cafe\u{301}",
                "didn't" => "didn’t",
                "on-call" => "on\u{2011}call",
                "ward five" => "Ｗard ﬁve",
                "МОИ\u{306}" => "мой",
                _ => "",
            };
            assert_eq!(marked, expected, "[{engine}] {words}");
        }
        page.assert_no_errors();
    });
}

#[test]
fn no_name_of_a_language_stops_a_screen() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.write("A line.");
        page.click("Back to Today");
        page.arrive("Today");
        for wanted in ["['en-US@posix']", "['en_US.UTF-8']", "['en-']", "['', 'x', 'C', 7]", "undefined"] {
            page.run(&format!(
                "Object.defineProperty(navigator, 'languages', {{ value: {wanted}, configurable: true }})"
            ));
            for (tab, words) in [("Journal", "A line."), ("Settings", "Storage"), ("Today", "Write")] {
                page.click(tab);
                page.arrive(tab);
                if tab == "Journal" {
                    page.wait_text(words);
                }
            }
        }
        page.assert_no_errors();
    });
}
