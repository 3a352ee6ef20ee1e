//! Words that the browser refuses to save, or holds in this tab alone: no page says that they are saved, they stay on the
//! screen, and the browser asks before the page is left.

use e2e::{Key, Looks, Page, Site, each_engine};

const WORDS: &str = "The larkspur words of this evening.";
const MORE: &str = "And the quillfern ones after it.";
const PASSPHRASE: &str = "violets hum past the boathouse";

/// Fills the browser's store to the last unit, the room that the app holds back included.
const FILL: &str = "localStorage.removeItem('ob/x');
    for (let size = 1 << 20, n = 0; size > 0;)
      try { localStorage.setItem('elsewhere/' + n++, 'x'.repeat(size)); } catch { size >>= 1; }";
const FREE: &str =
    "for (const key of Object.keys(localStorage)) if (key.startsWith('elsewhere/')) localStorage.removeItem(key)";

/// Another document of the same origin clears the store, before a pause has saved what stands here.
const CLEAR: &str = "const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow.localStorage.clear();
    frame.remove()";

/// Whether leaving the page would have the browser ask first, as it does after any press or key.
fn asks(page: &Page) -> bool {
    page.run("return !dispatchEvent(new Event('beforeunload', { cancelable: true }))") == true
}

/// Writes along a form of one question, up to the page that closes it.
fn write_to_the_end(page: &Page, words: &str) {
    page.open("#/write");
    page.click("Two minutes");
    page.wait_ready();
    page.fill("Your words", words);
    page.click("Next");
    page.wait_until("the page that closes it", "!document.querySelector('main textarea')");
}

/// The closing page says that it is not saved, why, and shows the words.
fn assert_refused(page: &Page, words: &str, why: &str) {
    page.wait_h1("Not saved yet");
    page.wait_text(words);
    page.wait_text(why);
    for said in ["Your entry is saved", "in your journal", "Saved"] {
        assert!(!page.shows(said), "[{}] {said:?} over words that were refused", page.engine());
    }
    assert!(asks(page), "[{}] leaving does not ask", page.engine());
}

#[test]
fn what_a_full_store_refuses_is_not_told_as_saved() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write("There from before.");
        assert!(!asks(&page), "{engine}: all is saved");
        page.run(FILL);
        write_to_the_end(&page, WORDS);
        assert_refused(&page, WORDS, "There is no room left");
        page.assert_open_to_everybody("refused");
        // Asked again while there is still no room, it still says so.
        page.click("Try again");
        assert_refused(&page, WORDS, "There is no room left");
        page.wait_until("the focus to be there again", "document.activeElement.textContent === 'Try again'");
        page.run(FREE);
        page.press(Key::Enter);
        page.arrive("Your entry is saved");
        assert!(!asks(&page), "{engine}: all is saved");
        page.reload();
        page.open("#/journal");
        page.wait_text(WORDS);
        page.assert_no_errors();
    });
}

/// The page stays as it is, says why nothing was saved, and leaving it asks.
fn assert_stays(page: &Page, h1: &str) {
    page.wait_text("There is no room left");
    assert_eq!(page.h1(), h1, "{}", page.engine());
    assert!(!page.shows("Saved") && asks(page), "[{}] {h1}: leaving does not ask", page.engine());
}

#[test]
fn no_page_that_saves_tells_what_a_full_store_refuses_as_saved() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write("There from before.");
        page.click("See it in the journal");
        page.wait_text("There from before.");
        let entry = page.address();
        let coin = page.piece("coins", "ableism");
        let scenario = page.piece("reflect", "misgendered-at-handover");
        page.run(FILL);

        page.go_to(&format!("{coin}/place"));
        page.click("Top: it makes things easier for me");
        page.click("Save");
        assert_stays(&page, "Where are you on this coin?");
        page.click("Cancel");
        page.arrive("Ableism");

        page.go_to("#/steps/new");
        page.fill("The step, in your words", WORDS);
        page.click("Save");
        assert_stays(&page, "What could you do?");
        assert_eq!(page.value("The step, in your words"), WORDS, "{engine}");
        page.click("Cancel");
        page.wait_gone("There is no room left");

        let route = entry.split_once('#').map_or("", |(_, route)| route);
        page.go_to(&format!("#{route}/edit"));
        page.fill("Title, if you like", &WORDS.repeat(4));
        page.click("Save");
        assert_stays(&page, "Edit");
        page.click("Cancel");
        page.wait_text("There from before.");

        // What an activity closes with.
        page.go_to(&scenario);
        let textarea = "return document.querySelector('main textarea') !== null";
        for _ in 0..30 {
            if page.run(textarea) == true {
                page.fill("Your words", WORDS);
            }
            let ways = page.clickables();
            match ["Next", "Skip"].into_iter().find(|way| ways.iter().any(|one| one == way)) {
                Some(way) => page.click(way),
                None => break,
            }
            page.wait_until("what has come to be there", "!document.documentElement.hasAttribute('data-new')");
        }
        assert_stays(&page, "Looking back");
        page.wait_text(WORDS);
        page.run(FREE);
        page.click("Try again");
        page.wait_text("Saved");
        assert!(!asks(&page), "{engine}: all is saved");
        page.assert_no_errors();
    });
}

#[test]
fn what_a_cleared_store_refuses_is_not_told_as_saved() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(WORDS);
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", MORE);
        page.run(CLEAR);
        page.click("Next");
        assert_refused(&page, MORE, "changed or erased in another tab");
        page.assert_no_errors();
    });
}

#[test]
fn what_is_written_while_the_journal_is_locked_is_told_as_held_in_this_tab() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(WORDS);
        page.lock(PASSPHRASE);
        page.click("Lock now");
        page.arrive("Today");
        assert!(!asks(&page), "{engine}: nothing is held here");
        write_to_the_end(&page, MORE);
        page.arrive("Your entry is in this tab only");
        assert!(!page.shows("Your entry is saved") && asks(&page), "{engine}: leaving does not ask");
        // On another screen too.
        page.open("#/coins");
        page.arrive("Coins");
        assert!(asks(&page), "{engine}: leaving does not ask on another screen");
        page.unlock(PASSPHRASE);
        page.open("#/");
        page.click("Add to my journal");
        page.wait_gone("while the journal was locked");
        assert!(!asks(&page), "{engine}: all is saved");
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(MORE);
        page.assert_no_errors();
    });
}
