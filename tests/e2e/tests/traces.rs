//! What a browser remembers by itself of what was looked at, and what it leads to in another tab or session: the pieces'
//! addresses tell nothing and lead to Today; where they were used, Back, Forward and a reload work.

use e2e::{Engine, Looks, Page, Profile, Site, Variant, each_engine};
use obverse_core::activity::code;

/// Pieces that are gone to: the tab they belong to, their id, and words that only their page has.
const PIECES: [(&str, &str, &str); 5] = [
    ("coins", "ableism", "Ableism"),
    ("coins", "settler-colonialism", "Settler colonialism"),
    ("reflect", "whose-story-i-believe", "Whose story I believe"),
    ("write", "carl", "Four short answers"),
    ("cards", "pain-and-being-believed", "Pain and being believed"),
];

/// Goes to each piece, and gives their addresses in this tab.
fn look_round(page: &Page) -> Vec<String> {
    let mut all = Vec::new();
    for (tab, id, _) in PIECES {
        let address = page.piece(tab, id);
        page.go_to(&address);
        assert_ne!(page.h1(), "Today", "[{}] {id}", page.engine());
        all.push(address);
    }
    let coin = page.piece("coins", "ableism");
    page.go_to(&format!("{coin}/place"));
    all.push(format!("{coin}/place"));
    all
}

/// Each of these leads to Today, and does not stay in sight.
fn lead_to_today(page: &Page, addresses: &[String], when: &str) {
    for address in addresses {
        page.open(address);
        page.wait_until("Today", "['', '#', '#/'].includes(location.hash)");
        assert_ne!(page.run("return document.querySelector('main h1').textContent"), "Ableism", "{when}");
        let h1 = page.h1();
        assert!(h1 == "Today" || h1.starts_with("A quiet place"), "[{}] {when}: {address}: {h1}", page.engine());
    }
}

/// What a browser keeps of the app's own files is the same whatever was looked at.
fn is_of_the_app(file: &str) -> bool {
    ["Cache", "cache", "Service Worker", "ScriptCache", "serviceworkers"].iter().any(|part| file.contains(part))
}

#[test]
fn a_profile_does_not_tell_which_pieces_were_looked_at() {
    each_engine(|engine| {
        let site = Site::of_app();
        for shared in [false, true] {
            let profile = Profile::fresh();
            let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
            match shared {
                true => page.click("Shared device"),
                false => page.click("Only me"),
            }
            page.arrive("Today");
            page.wait_whole();
            let addresses = look_round(&page);
            // Another tab of the same browser, as by a click on the history.
            let first = page.tab();
            page.new_tab("#/about");
            lead_to_today(&page, &addresses, "in another tab");
            page.close_tab(&first);
            page.open("#/reflect");
            page.wait_offline_ready();
            // What is written down in turns is written down by now.
            std::thread::sleep(std::time::Duration::from_secs(3));
            page.close();

            let mut found = Vec::new();
            for (_, id, words) in PIECES {
                let known: String = code(id).iter().map(|byte| format!("{byte:02x}")).collect();
                for secret in [&format!("/{known}"), id, words] {
                    let finds = profile.grep(secret).into_iter().filter(|find| !is_of_the_app(&find.file));
                    found.extend(finds.map(|find| format!("{secret:?} in {} ({})", find.file, find.form)));
                }
            }
            assert!(found.is_empty(), "[{engine}] shared: {shared}: {}", found.join("\n"));
            // That the search finds an address at all: in Chromium and Firefox the history holds it.
            let kept = profile.grep(addresses[0].trim_start_matches("#/"));
            if engine != Engine::WebKit {
                assert!(!kept.is_empty(), "[{engine}] the history was not found: the search is broken");
            }

            let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
            lead_to_today(&page, &addresses, "in a later session");
            page.assert_no_errors();
            page.close();
        }
    });
}

#[test]
fn back_forward_and_a_reload_work_where_a_piece_was_looked_at() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.click("Coins");
        page.arrive("Coins");
        page.click("Ableism");
        page.arrive("Ableism");
        page.reload();
        page.wait_h1("Ableism");
        page.back();
        page.wait_h1("Coins");
        page.forward();
        page.wait_h1("Ableism");
        page.click("Back");
        page.wait_h1("Coins");
        page.back();
        page.wait_h1("Ableism");
        assert_eq!(page.run("return history.state"), serde_json::Value::Null, "{engine}");

        // The next person presses Back, and Forward, and Back.
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.arrive("Today");
        page.back();
        page.wait_h1("Coins");
        page.forward();
        page.wait_h1("Today");
        page.click("Coins");
        page.arrive("Coins");
        page.click("Ableism");
        page.arrive("Ableism");
        page.click("Hide screen");
        page.arrive("Notes");
        page.click("Open");
        page.arrive("Today");
        page.click("Coins");
        page.arrive("Coins");
        let left = page.run("return Object.keys(sessionStorage).join()");
        assert_eq!(left, "", "{engine}");
        page.assert_no_errors();
    });
}

#[test]
fn a_link_changes_no_mode_without_a_press() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        page.write("stays here");
        page.open("#/shared");
        page.wait_h1("Page not found");
        page.open("#/journal");
        page.wait_text("stays here");
        page.reload();
        page.wait_text("stays here");
        // A press does.
        page.open("#/settings");
        page.click("Save nothing from now on");
        page.arrive("Today");
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        page.open("#/journal");
        page.wait_text("No entries yet.");
        page.assert_no_errors();
    });
}

#[test]
fn a_shared_device_chosen_before_the_app_is_there_stays_one() {
    let variant = Variant::holding_back("obverse.wasm");
    each_engine(|engine| {
        let site = Site::serve(variant.folder());
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Shared device");
        page.arrive("Today");
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        let before = page.run("return document.getElementById('app').innerText");
        page.tab_to("I’m here for a course", 8);
        page.run("obverseGo()");
        page.wait_whole();
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        assert!(page.focused().contains("I’m here for a course"), "{engine}: {}", page.focused());
        assert_eq!(page.run("return document.getElementById('app').innerText"), before, "{engine}");
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", "not for keeping");
        page.click("Next");
        page.arrive("Your entry is in this tab only");
        let kept = page.run("return Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()");
        assert_eq!(kept, "", "{engine}");
        page.assert_no_errors();
    });
}
