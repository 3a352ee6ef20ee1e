//! The first screen comes first, by whatever address: whose device it is, and nothing is stored before that is said.

use e2e::{Engine, Looks, Page, Profile, Site, each_engine};

const STORED: &str = "return Object.keys(localStorage).length + Object.keys(sessionStorage).length";
const PASSPHRASE: &str = "violets hum under the beehive";
const CHECK: &str = "#/check/before";
const TITLE: &str = "Self-check: Before";

/// Comes by a link to the self-check, in a browser that has never had the app.
fn by_link(engine: Engine, site: &Site, looks: Looks) -> (Page, Profile) {
    let profile = Profile::fresh();
    let page = Page::start(engine, &site.url(), &looks.still(), &profile);
    page.open(CHECK);
    page.wait_text("This opens next:");
    page.wait_h1("A quiet place to look at privilege");
    // The profile stays as long as the page: what the browser keeps stands in it.
    (page, profile)
}

/// Whether the first question of the self-check is there.
fn asked(page: &Page) -> bool {
    page.run("return document.querySelector('main .bar-place')?.textContent ?? ''")
        .as_str()
        .is_some_and(|at| at.starts_with("Before"))
}

fn wait_asked(page: &Page) {
    page.wait_until("the self-check", "document.querySelector('main .bar-place')?.textContent.startsWith('Before')");
}

#[test]
fn a_link_asks_first_whose_device_it_is_and_then_opens_what_it_leads_to() {
    each_engine(|engine| {
        let site = Site::of_app();
        let (page, _profile) = by_link(engine, &site, Looks::narrow());
        page.assert_open_to_everybody("welcome-link");
        assert!(page.shows(TITLE) && page.shows("nothing is sent anywhere") && !asked(&page), "{engine}");
        assert_eq!(page.run(STORED), 0, "[{engine}] stored before the choice");
        // Going elsewhere answers nothing.
        page.open("#/coins");
        page.wait_text("This opens next: Coins");
        page.open(CHECK);
        page.wait_text(TITLE);
        page.click("Only me");
        wait_asked(&page);
        assert!(page.address().ends_with(CHECK), "{engine}");
        page.reload();
        wait_asked(&page);
        page.open("#/");
        page.wait_h1("Today");
        page.reload();
        page.wait_h1("Today");
        page.assert_same_origin();
        page.assert_no_errors();
    });
}

#[test]
fn a_shared_device_goes_straight_to_the_link_and_keeps_nothing_of_it() {
    each_engine(|engine| {
        let site = Site::of_app();
        let (page, _profile) = by_link(engine, &site, Looks::phone());
        page.click("Shared device: nothing is saved");
        wait_asked(&page);
        page.click("Next");
        page.open("#/");
        page.wait_text("Shared device: nothing is saved. What you write is gone when this tab closes.");
        assert_eq!(page.run(STORED), 0, "{engine}");
        page.reload();
        page.wait_h1("A quiet place to look at privilege");
        page.assert_no_errors();
    });
}

#[test]
fn with_a_passphrase_the_lock_comes_first_then_a_recovery_code_and_then_the_link() {
    each_engine(|engine| {
        let site = Site::of_app();
        let (page, _profile) = by_link(engine, &site, Looks::phone());
        page.click("Only me, with a passphrase");
        page.arrive("Lock your journal?");
        page.fill("Passphrase", PASSPHRASE);
        page.fill("Type it again", PASSPHRASE);
        page.click("Lock it");
        page.arrive("Lock");
        page.wait_text("Your journal is locked.");
        assert!(page.can_click("Continue without a recovery code") && !page.can_click("Remove the lock"), "{engine}");
        page.assert_open_to_everybody("lock-onward");
        page.click("Make a recovery code");
        page.wait_text("This code is shown only once.");
        let code = page.run("return document.querySelector('.code').textContent").as_str().expect("a code").to_owned();
        page.fill("The last five letters and digits", &code[24..]);
        page.click("I have it. Use this code");
        page.wait_text("The recovery code now opens the journal too.");
        page.click(&format!("Continue: {TITLE}"));
        wait_asked(&page);

        // From the first screen itself it goes on to Today; and so it does if the lock is put off.
        let page = Page::open_new(engine, &site, &Looks::phone().still());
        page.click("Only me, with a passphrase");
        page.arrive("Lock your journal?");
        page.fill("Passphrase", PASSPHRASE);
        page.fill("Type it again", PASSPHRASE);
        page.click("Lock it");
        page.arrive("Lock");
        page.click("Continue without a recovery code");
        page.arrive("Today");
        let (page, _profile) = by_link(engine, &site, Looks::phone());
        page.click("Only me, with a passphrase");
        page.arrive("Lock your journal?");
        page.click("Not now");
        wait_asked(&page);
        page.assert_no_errors();
    });
}
