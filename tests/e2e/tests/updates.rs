//! The service worker: a newer version, the files it keeps, and what the app says of opening without a network.

use e2e::{Looks, Page, Profile, Site, Variant, each_engine};
use serde_json::json;
use std::{thread::sleep, time::Duration};

/// Counts how often the page was loaded in this tab.
const COUNT: &str = "sessionStorage.setItem('loads', 1 + Number(sessionStorage.getItem('loads')))";
const LOADS: &str = "return Number(sessionStorage.getItem('loads'))";
/// How long it is watched whether a page nobody touches is loaded again.
const UNTOUCHED: Duration = Duration::from_secs(8);

/// A page of that app whose next opening comes from the service worker.
fn kept(page: &Page) {
    page.open("");
    page.enter();
    page.wait_offline_ready();
}

#[test]
fn a_worker_whose_script_differs_each_time_is_no_newer_version() {
    let variant = Variant::running(COUNT).released("one");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        site.rewrite("sw.js", |text, number| format!("{text}\n// {number}\n"));
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::phone(), &profile);
        kept(&page);
        page.reload();
        let before = site.requests().len();
        sleep(UNTOUCHED);
        assert_eq!(page.run(LOADS), 2, "{engine}: loaded anew unasked");
        assert!(!page.shows("A newer version is ready."), "{engine}");
        let asked = site.requests().split_off(before);
        assert!(!asked.iter().any(|one| one.contains(".wasm")), "{engine}: fetched anew for nothing: {asked:?}");
        page.assert_no_errors();
    });
}

#[test]
fn a_version_that_differs_each_time_is_taken_once_and_then_offered() {
    let variant = Variant::running(COUNT).released("one");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::phone(), &profile);
        kept(&page);
        site.rewrite("sw.js", |text, number| {
            text.replace("const VERSION = \"one\"", &format!("const VERSION = \"{number}\""))
        });
        // Away and back again, so that the page is come to and not loaded anew.
        page.visit("manifest.webmanifest");
        page.visit("");
        page.wait_text("A newer version is ready.");
        sleep(UNTOUCHED);
        assert_eq!(page.run(LOADS), 3, "{engine}: once come to, once for the version taken unasked");
        assert!(page.shows("A newer version is ready."), "{engine}");
    });
}

/// Deletes from every cache what a script's expression, of a request `one`, says.
fn delete(page: &Page, which: &str) {
    let script = format!(
        "const done = arguments[arguments.length - 1];
         (async () => {{
           let count = 0;
           for (const name of await caches.keys()) {{
             const cache = await caches.open(name);
             for (const one of await cache.keys()) if ({which}) count += await cache.delete(one);
           }}
           return count;
         }})().then(done)"
    );
    let count = page.run_async(&script, json!([]));
    assert!(count.as_u64().is_some_and(|count| count > 0), "{}: nothing was in the cache", page.engine());
}

const PAGE: &str = "one.url === new URL('./', location.href).href";

#[test]
fn whatever_is_gone_from_the_cache_is_put_back() {
    each_engine(|engine| {
        for gone in ["true", PAGE, "one.url !== new URL('./', location.href).href"] {
            let mut site = Site::of_app();
            let profile = Profile::fresh();
            let page = Page::start(engine, &site.url(), &Looks::phone(), &profile);
            kept(&page);
            delete(&page, gone);
            page.reload();
            page.open("#/settings");
            page.wait_text("Works offline: yes.");
            site.stop();
            page.reload();
            page.wait_h1("Settings");
            page.wait_text("Works offline: yes.");
            page.assert_no_errors();
        }
    });
}

#[test]
fn a_page_gone_from_the_cache_may_come_from_a_newer_version() {
    let newer = Variant::changed("index.html", "<title>", "<meta name=\"newer\"><title>").released("newer");
    each_engine(|engine| {
        let mut site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::phone(), &profile);
        kept(&page);
        delete(&page, PAGE);
        site.replace(newer.folder());
        page.reload();
        assert_eq!(page.run("return !!document.querySelector('meta[name=newer]')"), true, "{engine}");
        page.open("#/settings");
        page.wait_h1("Settings");
        page.wait_text("Works offline: yes.");
        site.stop();
        page.reload();
        page.wait_h1("Settings");
        assert_eq!(page.run("return !!document.querySelector('meta[name=newer]')"), true, "{engine}");
    });
}

#[test]
fn a_page_that_is_changed_on_the_way_says_that_it_needs_a_network() {
    each_engine(|engine| {
        let site = Site::of_app();
        site.rewrite("index.html", |text, _| text.replace("</body>", "<!-- looked at on the way --></body>"));
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.wait_whole();
        page.write("words to come back to");
        page.open("#/");
        page.wait_text("Obverse needs the internet to open here.");
        page.assert_open_to_everybody("needs-network");
        page.click("Obverse needs the internet to open here.");
        page.arrive("Settings");
        page.wait_text("Works offline: no. A file of Obverse did not arrive, or was changed on its way here");
        page.assert_open_to_everybody("settings-needs-network");
    });
}
