//! Handing a backup to another app by the browser's share sheet, which stands in here as a script.

use e2e::{Looks, Page, Site, each_engine};
use obverse_core::errand::{Answer, Errand, run};
use serde_json::json;
use std::fs;

const PASSPHRASE: &str = "a ladder, two plums, no wind";
const WORDS: &str = "They asked who was in charge.";
const SEND: &str = "Share the file";

/// A sheet that takes text files or not, and from which the person may turn back.
const SHEET: &str = "const [takes] = arguments;
    const lend = (name, value) => Object.defineProperty(Navigator.prototype, name, { configurable: true, value });
    window.handed = [];
    lend('canShare', (data) => takes && data.files.length === 1 && data.files[0].type === 'text/plain');
    lend('share', async (data) => {
      const [file] = data.files;
      window.handed.push({ name: file.name, said: Object.keys(data), text: await file.text() });
      if (window.turnsBack) throw new DOMException('', 'AbortError');
    })";

fn make(page: &Page) {
    page.open("#/backup");
    page.arrive("Backup");
    page.fill("The file’s passphrase", PASSPHRASE);
    page.fill("Type it again", PASSPHRASE);
    page.click("Make a backup");
    page.wait_text("The file was opened again to check it.");
}

#[test]
fn a_backup_is_handed_to_another_app_under_a_name_that_tells_nothing() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        page.open("#/write");
        page.click("Two minutes");
        page.wait_ready();
        page.fill("Your words", WORDS);
        page.click("Next");
        page.arrive("Your entry is saved");
        // From the first opening on this screen comes with a page that is loaded anew.
        page.open("#/backup");
        page.arrive("Backup");
        page.run_with(SHEET, json!([false]));
        make(&page);
        assert!(page.can_click("Save the file") && !page.can_click(SEND), "[{engine}] a sheet that takes no file");
        page.open("#/");
        page.arrive("Today");

        page.run_with(SHEET, json!([true]));
        make(&page);
        page.assert_open_to_everybody("backup-share");
        page.run("window.turnsBack = true");
        page.click(SEND);
        page.wait_until("the sheet", "window.handed.length === 1");
        assert!(!page.shows("Last backup:"), "[{engine}] the person turned back");
        page.run("window.turnsBack = false");
        page.click(SEND);
        page.wait_text("Last backup:");
        let handed = page.run("return window.handed[1]");
        assert_eq!((&handed["name"], &handed["said"]), (&json!("notes.txt"), &json!(["files"])), "{engine}");
        let file = handed["text"].as_str().expect("a text").to_owned();
        assert!(file.starts_with("obverse 1\n") && !file.contains(WORDS), "{engine}");
        let opened = run(Errand::Unpack { passphrase: PASSPHRASE.into(), file: file.clone() }, &|| 0.0);
        let Answer::Unpacked { payload, .. } = opened else { panic!("[{engine}] it does not open: {opened:?}") };
        assert!(payload.contains(WORDS), "[{engine}] it holds something else");

        // Elsewhere, it comes in like one that was saved.
        let folder = std::env::temp_dir().join(format!("obverse-shared-{}-{engine}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        let path = folder.join("notes.txt");
        fs::write(&path, file).expect("a temporary file");
        let fresh = Page::open_new(engine, &site, &Looks::narrow().still());
        fresh.click("Only me");
        fresh.open("#/restore");
        fresh.upload("Choose a file", &path);
        fresh.fill("The file’s passphrase", PASSPHRASE);
        fresh.click("Open the file");
        fresh.wait_text("1 item is new here.");
        fresh.click("Restore");
        fresh.wait_text("Done.");
        fresh.open("#/journal");
        fresh.wait_text(WORDS);
        let _ = fs::remove_dir_all(folder);
        for page in [&page, &fresh] {
            page.assert_same_origin();
            page.assert_no_errors();
        }
    });
}
