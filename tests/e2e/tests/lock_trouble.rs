//! A lock where something stands in its way: no room, a record without a lock in a locked journal, a header that
//! something else has changed.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use e2e::{Looks, Page, Site, each_engine};
use obverse_core::seal::digest;
use serde_json::{Value, json};

const PASSPHRASE: &str = "violets hum past the boathouse";
const FIRST: &str = "The first of two.";
const SECOND: &str = "The second of two.";

/// A journal as the first form of storage wrote it.
const JOURNAL: &str = include_str!("../../fixtures/v1/journal.json");
/// The entry in it that is called "A hand-over".
const HAND_OVER: &str = "ob/r/cccccccccccccccccccccccccccccccc/fa8c8ad837e20d33b9c074dca72cc800";

/// Fills the browser's store to the last unit, the room that the app holds back included.
const FILL: &str = "localStorage.removeItem('ob/x');
    for (let size = 1 << 20, n = 0; size > 0;)
      try { localStorage.setItem('elsewhere/' + n++, 'x'.repeat(size)); } catch { size >>= 1; }";
const FREE: &str =
    "for (const key of Object.keys(localStorage)) if (key.startsWith('elsewhere/')) localStorage.removeItem(key)";
/// From the second sealed record on there is no more room.
const STOP: &str = "const own = Storage.prototype.setItem;
    let left = 1;
    Storage.prototype.setItem = function (key, value) {
      const full = this === localStorage && key.startsWith('ob/r/') && value.startsWith('1.1.') && left-- <= 0;
      if (full) throw new DOMException('no more room', 'QuotaExceededError');
      return own.apply(this, arguments);
    }";
const ALL_SEALED: &str =
    "Object.entries(localStorage).every(([k, v]) => !k.startsWith('ob/r/') || v.startsWith('1.1.'))";

/// Everything of the app's that lasts.
fn stored(page: &Page) -> Value {
    page.run("return Object.entries(localStorage).filter(([key]) => key.startsWith('ob/')).sort()")
}

#[test]
fn without_room_the_lock_says_so_and_changes_nothing() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(FIRST);
        page.write(SECOND);
        page.open("#/lock");
        page.wait_h1("Lock your journal?");
        page.run(FILL);
        let before = stored(&page);
        page.ask_for_lock(PASSPHRASE);
        page.wait_text("There is too little room in this browser’s storage, so the lock was not changed.");
        page.assert_open_to_everybody("lock-no-room");
        assert_eq!(stored(&page), before, "{engine}: refused, and changed something");
        page.reload();
        page.open("#/journal");
        page.wait_h1("Journal");
        page.wait_text(FIRST);
        page.wait_text(SECOND);

        // Room that goes while it is at it: nothing is lost, and the next unlocking ends it.
        page.run(FREE);
        page.open("#/lock");
        page.wait_h1("Lock your journal?");
        page.run(STOP);
        page.ask_for_lock(PASSPHRASE);
        page.wait_text("There was not enough room to finish, so some of your words are still as they were.");
        page.assert_open_to_everybody("lock-halfway");
        assert_eq!(page.run(&format!("return {ALL_SEALED}")), false, "{engine}");
        page.open("#/journal");
        page.wait_text(FIRST);
        page.wait_text(SECOND);
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.wait_text(SECOND);
        page.wait_until("every record to be sealed", ALL_SEALED);
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.wait_text(SECOND);
        page.assert_no_errors();
    });
}

#[test]
fn what_stands_without_a_lock_in_a_locked_journal_is_shown_apart_and_can_be_taken_in() {
    let journal: Vec<(String, String)> = serde_json::from_str(JOURNAL).expect("pairs of key and value");
    let (_, plain) = journal.into_iter().find(|(key, _)| key == HAND_OVER).expect("it is in the fixture");
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(FIRST);
        page.ask_for_lock(PASSPHRASE);
        page.arrive("Lock");
        page.run_with("localStorage.setItem(...arguments)", json!([HAND_OVER, plain]));
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.wait_text("Unlocked data was found");
        page.wait_text("It is not part of your journal unless you add it.");
        page.wait_text("What happened.");
        assert!(!page.can_click("A hand-over"), "[{engine}] it is among the entries");
        page.fill("Search", "What happened");
        page.wait_text("Nothing was found in your journal.");
        page.fill("Search", "");
        page.assert_open_to_everybody("lock-strays");
        let kept = page.run_with("return localStorage.getItem(arguments[0])", json!([HAND_OVER]));
        assert_eq!(kept, json!(plain), "[{engine}] touched before it was taken in");
        // Another tab died as it erased: what is taken in is older than that, and stays.
        page.leave_erasing_undone(&page.run("return Date.now()"));
        page.click("Add to my journal");
        page.wait_gone("Unlocked data was found");
        page.click("A hand-over");
        page.wait_text("What happened.");
        page.wait_until("it to be sealed", ALL_SEALED);
        page.reload();
        page.unlock(PASSPHRASE);
        page.click("A hand-over");
        page.wait_text("What happened.");
        page.assert_no_errors();
    });
}

/// A header that says something else, its checksum put right, as whoever can write to the store could.
fn reworded(header: &str, from: &str, to: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(header.strip_prefix("1.0..").expect("a header")).expect("base64");
    let text = String::from_utf8(bytes[8..].to_vec()).expect("a text");
    assert!(text.contains(from), "{text}");
    let text = text.replace(from, to);
    let mut body = digest(format!("1header{text}").as_bytes())[..8].to_vec();
    body.extend(text.as_bytes());
    format!("1.0..{}", URL_SAFE_NO_PAD.encode(body))
}

#[test]
fn a_header_that_something_else_changed_is_told_of_and_nothing_is_written() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(FIRST);
        page.ask_for_lock(PASSPHRASE);
        page.arrive("Lock");
        for key in ["ob/h0", "ob/h1"] {
            let header = page.run_with("return localStorage.getItem(arguments[0])", json!([key]));
            // It says that the journal is just being sealed: then what is not sealed would pass.
            let says = reworded(header.as_str().expect("a header"), "\"locked\"", "\"sealing\"");
            page.run_with("localStorage.setItem(...arguments)", json!([key, says]));
        }
        page.reload();
        let before = stored(&page);
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.open("#/");
        page.arrive("Today");
        page.wait_text("Something other than Obverse changed how this journal is locked.");
        page.assert_open_to_everybody("lock-altered");
        page.open("#/write");
        page.click("What, so what, now what");
        page.fill("Your words", "not to be written");
        page.click("Save and stop");
        page.wait_text("You can still read it, but Obverse saves nothing in it now.");
        page.wait_value("Your words", "not to be written");
        page.assert_open_to_everybody("lock-altered-refused");
        page.open("#/journal");
        page.open_row(FIRST);
        page.wait_text(FIRST);
        page.click("Delete");
        page.click("Delete for good");
        page.wait_text("You can still read it, but Obverse saves nothing in it now.");
        assert_eq!(stored(&page), before, "[{engine}] written to");
        page.assert_no_errors();
    });
}

#[test]
fn preferences_that_someone_planted_erase_nothing_and_leave_the_lock_as_it_was() {
    let planted = [
        r#"{"welcomed":true,"erasing":"entries","erasing_until":9999999999999}"#,
        r#"{"welcomed":true,"lock_after":4294967295}"#,
    ];
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.write(FIRST);
        page.lock(PASSPHRASE);
        for text in planted {
            page.run_with("localStorage.setItem('ob/p', arguments[0])", json!([text]));
            page.reload();
            page.unlock(PASSPHRASE);
            page.wait_text(FIRST);
            page.open("#/lock");
            page.arrive("Lock");
            let after =
                page.run("return document.querySelector('main .sides input:checked')?.closest('label').textContent");
            assert_eq!(after, "After 5 minutes", "{engine}: {text}");
        }
        page.reload();
        page.unlock(PASSPHRASE);
        page.wait_text(FIRST);
        page.assert_no_errors();
    });
}
