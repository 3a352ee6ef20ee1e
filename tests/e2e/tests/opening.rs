//! How the app opens: at an address, by keyboard alone, under a path, and with a newer version waiting.

use e2e::{Engine, Key, Looks, Page, Profile, Site, Variant, each_engine};

#[test]
fn an_address_opens_an_activity_at_once() {
    each_engine(|engine| {
        let site = Site::of_app_under("/reflect/");
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.open("#/check/before");
        page.click("Only me");
        page.wait_until(
            "the self-check",
            "document.querySelector('main .bar-place')?.textContent.startsWith('Before')",
        );
        page.open(&page.piece("reflect", "being-recognised"));
        page.wait_h1("New people at work assume that I am trained for the job I do.");
        page.click("Usually");
        page.open("#/nowhere");
        page.wait_h1("Page not found");
        page.assert_no_errors();
    });
}

#[test]
fn the_first_steps_go_by_keyboard_alone() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::phone());
        page.open("#/");
        page.tab_to("Only me", 8);
        page.press(Key::Enter);
        page.arrive("Today");
        page.tab_to("Explore", 12);
        page.press(Key::Enter);
        page.arrive("New people at work assume that I am trained for the job I do.");
        page.tab_to("Usually", 8);
        page.press(Key::Space);
        let passed = page.tab_to("Next", 10);
        assert!(passed.iter().any(|name| name.contains("I had not thought about this before")), "{engine}: {passed:?}");
        page.press(Key::Enter);
        page.arrive("When I make a small mistake, people bring it up again weeks later.");
        page.tab_to("Skip", 16);
        page.press(Key::Enter);
        page.arrive("On a working day, there is someone I can talk to without explaining myself first.");
        let shown = "const it = getComputedStyle(document.activeElement.closest('label') ?? document.activeElement);
                     return it.outlineStyle !== 'none' && parseFloat(it.outlineWidth) >= 2";
        page.tab_to("Usually", 8);
        // WebKit does not take its driver's Tab for a person's, and shows no focus for it.
        if engine != Engine::WebKit {
            assert_eq!(page.run(shown), true, "{engine}: the focus is not seen");
        }
    });
}

#[test]
fn a_newer_version_is_offered_and_never_taken_unasked() {
    let newer = Variant::called("newer");
    each_engine(|engine| {
        let site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone(), &profile);
        page.open("#/");
        page.click("Only me");
        page.wait_offline_ready();
        page.reload();
        page.open("#/write");
        page.click("What, so what, now what");
        page.fill("Your words", "in the middle of a sentence");
        site.replace(newer.folder());
        page.run("navigator.serviceWorker.getRegistration().then((one) => one.update())");
        page.wait_text("A newer version is ready.");
        page.shot("update");
        page.wait_value("Your words", "in the middle of a sentence");
        page.run("window.untouched = true");
        page.click("Update now");
        page.wait_until("the newer version", "window.untouched === undefined");
        page.wait_ready();
        page.open("#/journal");
        page.wait_text("in the middle of a sentence");
        page.wait_gone("A newer version is ready.");
    });
}

#[test]
fn the_first_version_on_its_way_in_is_no_newer_one() {
    // The moment in which the first service worker has installed and does not work yet, for good.
    let first = "const first = { waiting: { postMessage() {} }, active: null };
                 navigator.serviceWorker.register = () => new Promise((then) => (window.obverseFirst = () => then(first)));";
    let variant = Variant::running(first);
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.click("Reflect");
        page.arrive("Reflect");
        page.run("obverseFirst()");
        std::thread::sleep(std::time::Duration::from_secs(1));
        assert!(!page.shows("A newer version is ready."), "{engine}");
        assert_eq!(page.h1(), "Reflect", "{engine}");
    });
}

#[test]
fn without_webassembly_a_plain_page_says_so_and_offers_what_is_stored() {
    let without = Variant::running(
        "localStorage.setItem('ob/r/x', 'stored before');
         Object.defineProperty(window, 'WebAssembly', { value: undefined });",
    );
    let site = Site::serve(without.folder());
    each_engine(|engine| {
        let profile = Profile::fresh();
        let page = Page::start(engine, &site.url(), &Looks::narrow().still(), &profile);
        page.visit("");
        page.wait_text("Obverse isn’t working");
        page.wait_text("This browser does not run WebAssembly");
        page.click("Or copy the text instead");
        page.assert_open_to_everybody("rescue");
        page.click("Save a copy as a file");
        let file = page.wait_download(".txt");
        let copy = std::fs::read_to_string(file).expect("the copy");
        assert!(copy.contains("stored before"), "{engine}: {copy}");
    });
}
