//! The harness itself, tried in each engine on a small site of its own.

use e2e::{Key, Looks, Page, Profile, Site, each_engine};
use std::path::Path;
use std::time::Duration;

fn fixture() -> Site {
    Site::serve_under(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixture"), "/a/b/")
}

#[test]
fn a_page_is_walked_through_by_names_and_keys() {
    each_engine(|engine| {
        let site = fixture();
        let page = Page::open_new(engine, &site, &Looks::phone());
        assert_eq!(page.h1(), "First page");
        assert_eq!(page.run("return [innerWidth, innerHeight]"), serde_json::json!([390, 844]), "{engine}");
        page.wait_text("It's a page with \"quotes\".");
        page.fill("A word", "one");
        page.type_into("A word", " two");
        page.wait_text("Typing one two");
        page.fill("A word", "three");
        page.wait_value("A word", "three");
        page.fill("More words", "line\nline “ø”");
        page.wait_value("More words", "line\nline “ø”");
        page.click_in("There", "Yes");
        page.click_in("Here", "No");
        let checked = "return [...document.querySelectorAll(':checked')].map((el) => el.name + el.value).join()";
        assert_eq!(page.run(checked), "hereno,thereyes", "{engine}");
        page.click("Keep");
        page.wait_text("Kept: three");
        page.press(Key::Tab);
        assert_eq!(page.focused(), "a Go on", "{engine}");
        page.chord(&[Key::Shift, Key::Tab]);
        assert!(page.focused().starts_with("button Keep"), "{engine}: {}", page.focused());
        page.tab_to("Go on", 3);
        page.press(Key::Enter);
        page.arrive("Second page");
        page.back();
        page.arrive("First page");
        page.open("#/second");
        page.arrive("Second page");
        for _ in 0..3 {
            page.press(Key::Shift);
        }
        page.wait_text("Three shifts");
        page.click("Save a file");
        let file = page.wait_download("words.txt");
        assert_eq!(std::fs::read_to_string(&file).expect("a downloaded file"), "words in a file");
        page.upload("A file", &file);
        page.wait_text("The file says words in a file");
        page.assert_same_origin();
        page.assert_quiet(&site, &["three"]);
        page.assert_accessible("the fixture");
        page.assert_no_errors();
        let first = page.tab();
        let second = page.new_tab("");
        assert_ne!(first, second);
        page.wait_text("Kept: three");
        page.close_tab(&first);
        page.visit("blocked.html");
        page.wait_text("Blocked");
        assert_eq!(page.title(), "Blocked", "{engine}");
        assert!(!page.errors().is_empty(), "{engine} says nothing of what its policy refused");
        assert!(page.axe().iter().any(|line| line.starts_with("image-alt")), "{engine}: axe sees no missing alt");
    });
}

#[test]
fn looks_reach_the_page() {
    each_engine(|engine| {
        let site = fixture();
        let asks = "return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches,
            matchMedia('(prefers-reduced-motion: reduce)').matches, getComputedStyle(document.documentElement).fontSize]";
        let page = Page::open_new(engine, &site, &Looks::narrow().dark().still().text(200));
        assert_eq!(page.run(asks), serde_json::json!([320, true, true, "32px"]), "{engine}");
        page.shot("harness-dark");
        page.assert_fits("the fixture");
        page.run("document.querySelector('main').classList.add('wide')");
        assert!(page.sticking_out().iter().any(|line| line.starts_with("main.wide ends at 5")), "{engine}");
        page.close();
        let page = Page::open_new(engine, &site, &Looks::wide());
        assert_eq!(page.run(asks), serde_json::json!([1280, false, false, "16px"]), "{engine}");
        page.shot("harness-light");
    });
}

#[test]
fn what_was_kept_outlives_a_killed_browser_and_a_stopped_site() {
    each_engine(|engine| {
        let mut site = fixture();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
        page.wait_offline_ready();
        page.fill("A word", "quincunx");
        page.click("Keep");
        page.wait_text("Kept: quincunx");
        // Chromium and Firefox write localStorage to the disk five seconds after the first change.
        std::thread::sleep(Duration::from_millis(6500));
        page.kill();
        site.stop();
        let before = site.requests().len();
        let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
        page.wait_text("Kept: quincunx");
        assert_eq!(site.requests().len(), before);
        page.close();
        let finds = profile.grep("quincunx");
        assert!(!finds.is_empty(), "{engine} keeps the word nowhere");
        eprintln!("[{engine}] the word is in {finds:?}");
    });
}
