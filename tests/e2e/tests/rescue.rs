//! What stands around the program when something is wrong: preferences that make no sense, files of two versions, a slow
//! line, a frame around the page, and a screen that cannot be drawn.

use e2e::{Engine, Looks, Page, Profile, Site, Variant, each_engine};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const RESCUE: &str = "Obverse isn’t working";

fn start(engine: Engine, site: &Site, profile: &Profile) -> Page {
    Page::start(engine, &site.url(), &Looks::phone().still(), profile)
}

#[test]
fn preferences_of_another_type_count_as_never_chosen() {
    let planted = [
        r#"{"theme":{"toString":1,"valueOf":1}}"#,
        r#"{"text":{"toString":1,"valueOf":1},"language":{"toString":1,"valueOf":1}}"#,
        r#"{"theme":null,"text":7,"language":["en"]}"#,
        r#"{"theme":"","text":"undefined","language":"../"}"#,
        r#"{"__proto__":{"theme":"dark","text":"largest"}}"#,
        r#"{"theme":["dark"],"text":["largest"]}"#,
        "null",
        "[]",
        "[{\"theme\":\"dark\"}]",
        "7",
        "\"dark\"",
        "{",
        "",
    ];
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        for text in planted {
            // What is still on its way when a page is loaded anew is an error to Firefox.
            page.wait_offline_ready();
            page.run_with("localStorage.setItem('ob/p', arguments[0])", json!([text]));
            page.reload();
            let looks =
                page.run("return ['theme', 'text'].map((name) => document.documentElement.dataset[name] ?? '')");
            assert!(looks == json!(["auto", "usual"]) || looks == json!(["", ""]), "{engine}: {text}: {looks}");
            assert_ne!(page.h1(), RESCUE, "{engine}: {text}");
        }
        page.run("localStorage.setItem('ob/p', '{\"theme\":\"dark\",\"text\":\"large\"}')");
        page.reload();
        let looks = page.run("return ['theme', 'text'].map((name) => document.documentElement.dataset[name])");
        assert_eq!(looks, json!(["dark", "large"]), "{engine}");
        page.assert_no_errors();
    });
}

/// The first screen, which comes before whatever an address names.
const FIRST: &str = "A quiet place to look at privilege";
const MIXED: &str = "This page has files from two versions of Obverse";

#[test]
fn files_of_two_versions_are_never_put_together() {
    each_engine(|engine| {
        for file in ["obverse.js", "obverse.wasm", "en.shell.json"] {
            let variant = Variant::mixed(file);
            let site = Site::serve(variant.folder());
            let profile = Profile::fresh();
            let page = start(engine, &site, &profile);
            page.visit("#/about");
            page.wait_text(MIXED);
            assert_eq!(page.h1(), RESCUE, "{engine}: {file}");
            // The same for somebody new, who has seen the first screen.
            let profile = Profile::fresh();
            let page = start(engine, &site, &profile);
            page.visit("");
            page.wait_text(MIXED);
        }
        // The script that would say so is itself one of them.
        let variant = Variant::mixed("obverse.js").and_mixed("rescue.js");
        let site = Site::serve(variant.folder());
        let profile = Profile::fresh();
        let page = start(engine, &site, &profile);
        page.visit("#/about");
        page.wait_text(MIXED);
        page.click("Try again");
    });
}

#[test]
fn a_part_of_another_version_is_not_used_and_one_that_does_not_come_can_be_asked_for_again() {
    each_engine(|engine| {
        let variant = Variant::mixed("later.wasm");
        let site = Site::serve(variant.folder());
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.write("words before the part is asked for");
        page.open("#/settings");
        page.wait_text("This page has files from two versions of the app. What you wrote is safe. Reload the page.");
        assert_ne!(page.h1(), RESCUE, "{engine}");
        page.open("#/journal");
        page.wait_text("words before the part is asked for");

        let variant = Variant::dropping("later.wasm");
        let site = Site::serve(variant.folder());
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.open("#/settings");
        page.wait_text("Try again");
        assert!(!page.shows("This page has files"), "{engine}");
        page.run("window.obverseLine = true");
        page.click("Try again");
        page.arrive("Settings");
    });
}

#[test]
fn a_page_whose_version_the_host_has_no_more_says_so_when_it_needs_a_file() {
    each_engine(|engine| {
        let variant = Variant::running("");
        let site = Site::serve(variant.folder());
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.write("words before the update");
        page.open("#/lock");
        std::fs::remove_file(variant.at("worker_loader.js")).expect("it is a copy");
        page.ask_for_lock("a kettle and two maps");
        page.wait_text("This page has files from two versions of the app. What you wrote is safe. Reload the page.");
        page.open("#/journal");
        page.wait_text("words before the update");
    });
}

#[test]
fn a_worker_of_another_version_is_asked_nothing() {
    each_engine(|engine| {
        for file in ["worker.js", "worker_bg.wasm"] {
            let variant = Variant::mixed(file);
            let site = Site::serve(variant.folder());
            let page = Page::entered(engine, &site, &Looks::phone().still());
            page.wait_whole();
            page.write("words before the lock");
            page.ask_for_lock("a kettle and two maps");
            page.wait_text(
                "This page has files from two versions of the app. What you wrote is safe. Reload the page.",
            );
            page.run("window.obverseBefore = true");
            page.click("Reload");
            page.wait_until("the page to load anew", "window.obverseBefore === undefined");
            page.wait_ready();
            page.open("#/journal");
            page.wait_text("words before the lock");
        }
    });
}

/// Looks until the app is usable, and gives how long it took and whether each of these texts was seen meanwhile.
fn watched<const N: usize>(page: &Page, texts: [&str; N]) -> (Duration, [bool; N]) {
    let begun = Instant::now();
    let mut seen = [false; N];
    while page.run("return document.documentElement.dataset.ready ?? ''") != "true" {
        assert!(begun.elapsed() < Duration::from_secs(100), "{}: it never was usable", page.engine());
        for (text, seen) in texts.iter().zip(&mut seen) {
            *seen |= page.shows(text);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    (begun.elapsed(), seen)
}

#[test]
fn a_slow_line_is_waited_for() {
    each_engine(|engine| {
        let site = Site::of_app();
        site.pace(Some(14_000));
        let profile = Profile::fresh();
        let page = start(engine, &site, &profile);
        page.visit("#/about");
        let (took, [rescue, slow]) = watched(&page, [RESCUE, "The connection is slow. Obverse is still loading."]);
        assert!(took > Duration::from_secs(22), "{engine}: {took:?} is not slow enough to tell");
        assert!(slow && !rescue, "{engine}: slow {slow}, given up {rescue}");
        page.wait_h1(FIRST);
        page.assert_no_errors();
    });
}

#[test]
fn an_app_that_is_usable_after_all_takes_the_place_of_the_page_that_gave_up() {
    let hasty = Variant::running("").and_changed("rescue.js", "LONGEST = 120;", "LONGEST = 1;");
    each_engine(|engine| {
        let site = Site::serve(hasty.folder());
        site.pace(Some(40_000));
        let profile = Profile::fresh();
        let page = start(engine, &site, &profile);
        page.visit("#/about");
        page.wait_h1(RESCUE);
        let (_, []) = watched(&page, []);
        page.arrive(FIRST);
        page.assert_no_errors();
    });
}

#[test]
fn nothing_is_shown_inside_another_page() {
    each_engine(|engine| {
        let site = Site::of_app();
        let outer = format!("<!doctype html><title>Another</title><iframe src=\"{}#/journal\"></iframe>", site.url());
        let other = Variant::running("").and_file("outer.html", &outer);
        let others = Site::serve(other.folder());
        let profile = Profile::fresh();
        let page = start(engine, &others, &profile);
        page.visit("outer.html");
        page.go_into_frame();
        page.wait_text("Obverse does not open inside another page");
        let link = page.run(
            "const link = document.querySelector('main a'); return [link.textContent.trim(), link.target, link.href]",
        );
        assert_eq!(link, json!(["Open Obverse in its own window", "_blank", site.url()]), "{engine}");
        std::thread::sleep(Duration::from_secs(3));
        page.wait_text("Obverse does not open inside another page");
        let asked = site.requests();
        assert!(!asked.iter().any(|one| one.contains(".wasm") || one.contains("sw.js")), "{engine}: {asked:?}");
    });
}

/// A page whose screens break as soon as the store says so: by a panic of the program where it writes a date, or by something
/// that is thrown through it where it draws a line.
const BREAKS: &str = "
if (localStorage.getItem('breaks') === 'dates') {
  const set = Reflect.set;
  Reflect.set = (on, key, ...rest) => {
    if (key === 'timeZone') throw new TypeError('planted');
    return set(on, key, ...rest);
  };
}
if (localStorage.getItem('breaks') === 'lines') {
  const create = Document.prototype.createTextNode;
  Document.prototype.createTextNode = function (text) {
    if (text === 'A line that breaks it') throw new TypeError('planted');
    return create.call(this, text);
  };
}";

fn break_by(page: &Page, how: &str) {
    page.run_with("localStorage.setItem('breaks', arguments[0]); setTimeout(() => location.reload(), 0)", json!([how]));
}

#[test]
fn words_that_no_screen_can_draw_are_shown_as_plain_text() {
    let variant = Variant::running(BREAKS);
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        for (how, lock) in [("dates", false), ("lines", false), ("dates", true)] {
            let page = Page::entered(engine, &site, &Looks::narrow().still());
            page.wait_whole();
            page.write("A line that breaks it\nand the words below it");
            if lock {
                page.lock("a kettle and two maps");
            }
            page.open("#/journal");
            page.wait_text("A line that breaks it");
            break_by(&page, how);
            if lock {
                page.wait_h1("Locked");
                page.fill("Passphrase", "a kettle and two maps");
                page.click("Unlock");
            }
            page.wait_text(RESCUE);
            page.wait_text("A fault in Obverse made the app stop.");
            page.assert_open_to_everybody("rescue-stopped");
            page.click("Show my words as plain text");
            if lock {
                page.wait_h1("Locked");
                page.fill("Passphrase", "a kettle and two maps");
                page.click("Unlock");
            }
            page.wait_h1("Your words as plain text");
            page.wait_text("and the words below it");
            page.assert_open_to_everybody("plain-words");
        }
    });
}

const KEYS: &str = "return Object.keys(localStorage).filter((key) => key.startsWith('ob/r/'))";

#[test]
fn a_record_that_could_not_be_read_is_set_aside_for_this_tab_and_left_as_it_is() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.write("the first words");
        let first = page.run(KEYS)[0].clone();
        page.write("the second words");
        assert_eq!(page.run("return window.obverseReading ?? null"), Value::Null, "{engine}: nothing is being read");
        // As the program leaves it when it stops while it reads this one.
        page.run_with("window.obverseReading = arguments[0]; obverseRescue('', 'stopped')", json!([first]));
        let value = page.run_with("return localStorage.getItem(arguments[0])", json!([first]));
        page.run("window.obverseBefore = true");
        page.click("Open without the part that can’t be read");
        page.wait_until("the page to load anew", "window.obverseBefore === undefined");
        page.wait_ready();
        page.open("#/journal");
        page.wait_text("the second words");
        page.wait_text("Could not be read");
        assert!(!page.shows("the first words"), "{engine}");
        page.click("Save the stored data");
        let file = std::fs::read_to_string(page.wait_download("-raw.txt")).expect("the file");
        let line = format!("{}\t{}\n", first.as_str().unwrap_or_default(), value.as_str().unwrap_or_default());
        assert!(file.contains(&line), "{engine}: the file has the record as it is stored");
        // Under another key it could not be opened any more.
        page.ask_for_lock("a kettle and two maps");
        page.wait_text("Nothing was changed.");
        assert_eq!(page.run_with("return localStorage.getItem(arguments[0])", json!([first])), value, "{engine}");
        page.run("sessionStorage.clear()");
        page.reload();
        page.open("#/journal");
        page.wait_text("the first words");
        page.wait_text("the second words");
        page.assert_no_errors();
    });
}
