//! The composition root: loads the words, and opens the app, which `open.rs` puts together. Somebody new has the first screen
//! meanwhile, which stands in the page itself.

mod open;

use crate::{
    browser,
    state::Content,
    words::{self, Plurals},
};
use obverse_core::activity::Shell;
use std::panic;

/// After so many milliseconds words that did not come are asked for again, while there is something to read.
const AGAIN: i32 = 3_000;
/// The screen in the page itself that says that the app is on its way.
const WAITS: &str = "wait";

/// Loads the words and opens the app.
pub fn start() {
    tell_panics();
    // An error means that effects run already.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let erased = browser::ask_erased();
    browser::spawn(async {
        let Some(content) = load_words(&browser::locale()).await else { return };
        open::open(content, browser::erased(erased).await);
    });
}

/// Has a panic lead to the plain page that offers the stored data.
fn tell_panics() {
    panic::set_hook(Box::new(|panic| {
        // Where, never what: the message of a panic may hold the person's words.
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        browser::rescue(&place.unwrap_or_default(), "stopped");
    }));
}

/// Takes the words of a locale into use. If they cannot be had, the plain page says so; who has something to read meanwhile need not
/// know that it takes another try.
async fn load_words(locale: &str) -> Option<Content> {
    let shell = loop {
        if let Some(shell) = load("shell", locale, Shell::decode).await {
            break shell;
        }
        if browser::is_mixed(None).await {
            browser::rescue("words", "mixed");
            return None;
        }
        if browser::first().is_none_or(|first| first == WAITS) {
            browser::rescue("words", "not-loaded");
            return None;
        }
        browser::pause(AGAIN).await;
    };
    let plurals = Plurals {
        category: browser::category,
        number: browser::number,
        lower: browser::lower,
        apart: browser::apart,
        whole: browser::whole,
    };
    if words::install(&shell, plurals).is_err() {
        // The words belong to another build: a reload fetches both anew.
        browser::rescue("words of another version", "stopped");
        return None;
    }
    Some(Content::new(shell))
}

async fn load<T>(file: &str, locale: &str, decode: fn(&str) -> Option<T>) -> Option<T> {
    decode(&browser::text(&browser::content_file(file, locale)?).await?)
}
