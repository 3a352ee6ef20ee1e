//! Backups: made from a locked journal, tested, sent by mail, brought in elsewhere; a copy for other programs; erasing.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use e2e::{Looks, Page, Profile, Site, each_engine};
use obverse_core::{errand::file, seal::Cost};
use std::{
    fs,
    path::{Path, PathBuf},
};

const JOURNAL: &str = "violets hum past the boathouse";
const WORDS: &str = "They asked who was in charge.";

/// An entry, a placement and answers, each tapped or typed as a person would.
fn write_some_of_each(page: &Page) {
    page.click("Only me");
    page.arrive("Today");
    page.click("Explore");
    page.click("I had not thought about this before");
    page.click("Usually");
    page.click("Rather not say");
    page.open("#/coins");
    page.click("Racism");
    page.click("Place yourself");
    page.arrive("Where are you on this coin?");
    page.click("It changes with where I am or who I am with");
    page.click("Add a place");
    page.fill_in("Place 1", "Place or people", "on nights");
    page.click_in("Place 1", "Bottom");
    page.click("Save");
    page.wait_h1("Racism");
    page.open("#/write");
    page.click("Two minutes");
    page.wait_ready();
    page.fill("Your words", WORDS);
    page.click("Next");
    page.arrive("Your entry is saved");
}

/// What the copy for other programs says.
fn exported(page: &Page) -> String {
    page.open("#/export");
    page.click("Text with headings (Markdown)");
    page.click("Preview");
    page.wait_text("What the file will say");
    page.run("return document.querySelector('pre').textContent").as_str().expect("a text").to_owned()
}

fn open_file(page: &Page, file: &Path, passphrase: &str) {
    page.upload("Choose a file", file);
    page.fill("The file’s passphrase", passphrase);
    page.click("Open the file");
}

/// A file beside the backup, with this in it.
fn beside(backup: &Path, name: &str, text: &str) -> PathBuf {
    let path = backup.with_file_name(name);
    fs::write(&path, text).expect("the folder of the downloads can be written");
    path
}

/// The text of a backup as it comes out of mail: a greeting and blank lines before it, quoted, blanks at the ends of its lines,
/// lines that end in CR alone.
fn mailed(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("> {line}  ")).collect();
    format!("Dear me,\r\rhere it is:\r\r{}\r", lines.join("\r"))
}

/// A backup of one entry that was changed so many times, each time upon the one before.
fn of_many_revisions(count: u32) -> String {
    let body = |number: u32| {
        let parent = match number.checked_sub(1) {
            Some(before) => format!(r#","p":"{}""#, URL_SAFE_NO_PAD.encode(u128::from(before).to_be_bytes())),
            None => String::new(),
        };
        let moment = 1_760_000_000_000 + u64::from(number);
        format!(r#"{{"m":[1760000000000,0],"a":[{moment},0]{parent},"d":{{"entry":{{"t":"Version {number}"}}}}}}"#)
    };
    let mut payload =
        r#"{"parcel":1,"made":1760000000000,"offset":0,"store":"9a081ef782c366cc1adab6291efb5a13"}"#.to_owned();
    payload.push('\n');
    for number in 0..count {
        payload.push_str(&format!("{:032x}/{:032x} {}\n", 7, number, body(number)));
    }
    let cost = Cost { kib: 8, passes: 1 };
    file::write(JOURNAL, cost, &[3; 16], &[4; 24], &payload, count).expect("it is within bounds")
}

/// Notes the longest time in which the page did nothing that was asked of it, in milliseconds.
const LONGEST_PAUSE: &str = "let last = performance.now();
    window.longestPause = 0;
    setInterval(() => {
      const now = performance.now();
      window.longestPause = Math.max(window.longestPause, Math.round(now - last));
      last = now;
    }, 20)";

fn stored(page: &Page) -> String {
    page.run("return JSON.stringify(Object.entries(localStorage).sort())").to_string()
}

#[test]
fn a_backup_of_a_locked_journal_comes_back_on_another_device() {
    each_engine(|engine| {
        let site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        write_some_of_each(&page);
        let before = exported(&page);
        for words in [WORDS, "Usually", "I had not thought about this before", "on nights: Bottom", "Racism"] {
            assert!(before.contains(words), "[{engine}] {words:?} is not in the copy: {before}");
        }
        page.assert_open_to_everybody("export");
        page.click("Save the file");
        assert_eq!(fs::read_to_string(page.wait_download("notes.md")).expect("the copy"), before, "{engine}");
        page.lock(JOURNAL);

        page.open("#/backup");
        page.arrive("Backup");
        page.wait_text("Never backed up.");
        page.assert_open_to_everybody("backup");
        page.fill("Current passphrase", "something else");
        page.click("Make a backup");
        page.wait_text("That is not the passphrase.");
        page.fill("Current passphrase", JOURNAL);
        page.click("Make a backup");
        page.wait_text("The file was opened again to check it. It contains 3 items.");
        page.click("Save the file");
        page.wait_text("Last backup:");
        let file = page.wait_download("notes.txt");
        let text = fs::read_to_string(&file).expect("the backup");
        assert!(text.starts_with("obverse 1\n") && !text.contains(WORDS), "{engine}");

        // Tested: nothing is changed, and whatever is no backup is said to be none.
        let kept = stored(&page);
        page.open("#/restore");
        page.arrive("Test or restore a backup");
        let cut = beside(&file, "cut.txt", &text[..text.len() / 2]);
        let other = beside(&file, "other.txt", "A list of things to buy.");
        for (file, passphrase, said) in [
            (&other, JOURNAL, "This file is not a backup made by Obverse."),
            (&cut, JOURNAL, "The end of this file is missing."),
            (&file, "another one", "This passphrase does not open the file."),
            (&file, JOURNAL, "The file has nothing new for this journal."),
        ] {
            open_file(&page, file, passphrase);
            page.wait_text(said);
        }
        page.wait_text("1 entry");
        page.wait_text("1 position on a coin");
        page.wait_text("answers to 1 activity");
        assert_eq!(stored(&page), kept, "[{engine}] a test changed something");

        // Elsewhere, with nothing there yet.
        let fresh = Page::open_new(engine, &site, &Looks::narrow().still());
        fresh.click("Only me");
        fresh.open("#/restore");
        open_file(&fresh, &beside(&file, "mailed.txt", &mailed(&text)), JOURNAL);
        fresh.wait_text("3 items are new here.");
        fresh.wait_text("This journal is not locked");
        fresh.assert_open_to_everybody("restore");
        // Another tab died as it erased: what comes in is older than that, and stays.
        fresh.leave_erasing_undone(&fresh.run("return Date.now()"));
        fresh.click("Restore");
        fresh.wait_text("Done. 3 items were restored.");
        fresh.reload();
        assert_eq!(exported(&fresh), before, "[{engine}] what came back is not what there was");
        fresh.click("Spreadsheet (CSV)");
        fresh.click("Preview");
        fresh.wait_text("\"question\",\"answer\"");
        fresh.open("#/journal");
        fresh.wait_text(WORDS);
        for page in [&page, &fresh] {
            page.assert_same_origin();
            page.assert_no_errors();
        }
    });
}

#[test]
fn a_backup_with_very_many_versions_of_one_entry_is_read_as_far_as_any_journal_goes() {
    let text = of_many_revisions(20_000);
    each_engine(|engine| {
        let site = Site::of_app();
        let profile = Profile::fresh();
        let page = Page::open_on(engine, &site, &Looks::phone().still(), &profile);
        page.enter();
        page.write(WORDS);
        page.open("#/restore");
        page.run(LONGEST_PAUSE);
        let file = std::env::temp_dir().join(format!("obverse-{}-{engine}.txt", std::process::id()));
        fs::write(&file, &text).expect("a file");
        open_file(&page, &file, JOURNAL);
        page.wait_text("18,976 items could not be read, and are left out.");
        page.click("Restore");
        page.wait_text("Done. 1 item was restored.");
        println!("[{engine}] the longest time without an answer was {} ms", page.run("return window.longestPause"));
        page.open("#/journal");
        page.wait_text("Version 1023");
        page.wait_text(WORDS);
        fs::remove_file(&file).expect("it is there");
        page.assert_no_errors();
    });
}

#[test]
fn a_word_about_backups_then_one_kind_is_erased_and_then_the_app() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::open_new(engine, &site, &Looks::narrow().still());
        // WebKitGTK loses a service worker whose page is loaded anew just as it begins to install.
        page.wait_offline_ready();
        page.run("localStorage.setItem('ob/p', JSON.stringify({ backed_up: Date.now() - 31 * 86400000 }))");
        page.reload();
        write_some_of_each(&page);
        page.open("#/");
        page.wait_text("Not backed up since");
        page.open("#/backup");
        page.click("Stop reminding me");
        page.open("#/");
        page.wait_gone("Not backed up since");

        page.open("#/erase");
        page.arrive("Erase");
        page.assert_open_to_everybody("erase");
        page.click("Erase all entries");
        page.click("Erase 1 item for good");
        page.wait_gone("Erase all entries");
        page.wait_text("Erase all positions on coins");
        page.open("#/journal");
        page.click("Entries");
        page.wait_text("Nothing was found in your journal.");

        page.open("#/erase");
        page.wait_offline_ready();
        page.click("Erase everything and remove the app");
        page.click("Erase and remove");
        page.wait_text("Everything is erased, and the app is removed from this browser.");
        let left = page.run_async(
            "const done = arguments[arguments.length - 1];
             Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([caches, workers]) =>
                 done([caches.length, workers.length, localStorage.length, sessionStorage.length].join()))",
            serde_json::json!([]),
        );
        assert_eq!(left, "0,0,0,0", "{engine}");
        page.assert_no_errors();
    });
}
