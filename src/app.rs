//! The composition root: loads the words, has the first screen drawn for somebody new, and fetches the app itself, which
//! `open.rs` puts together behind that screen.

mod first;
mod open;

pub use first::Opening;

use crate::{
    browser,
    chunk::{NotLoaded, chunk},
    signals::start_effects,
    state::Content,
    words::{self, Plurals},
};
use obverse_core::{activity::Shell, vault::Clock};
use std::{cell::Cell, panic};

/// Three presses of Shift, alone, within this many milliseconds hide the screen.
const SHIFTS: (usize, i64) = (3, 5_000);
/// After so many milliseconds a part of the program that did not come is asked for again, while there is something to read.
const AGAIN: i32 = 3_000;

/// Loads the words, has the first screen answered where somebody is new, and fetches and opens the app.
pub fn start() {
    tell_panics();
    start_effects();
    let erased = browser::ask_erased();
    browser::spawn(async {
        let Some(content) = load_words(&browser::locale()).await else { return };
        let opening = Opening::new(content, erased);
        if browser::is_new() {
            opening.show();
            browser::usable("ob-usable");
        }
        load_app(opening).await;
    });
}

chunk! {
    /// Opens the journal and goes on from the first screen, if that was shown.
    app: fn open_app(opening: Opening) -> () {
        open::open(opening);
    }
}

/// Fetches the app and has it opened. Who has something to read meanwhile need not know that it takes another try.
async fn load_app(opening: Opening) {
    while let Err(NotLoaded) = open_app(opening.clone()).await {
        if browser::is_mixed(None).await {
            return browser::rescue("the app", "mixed");
        }
        if !opening.can_be_read() {
            return browser::rescue("the app", "not-loaded");
        }
        browser::pause(AGAIN).await;
    }
}

/// Has a panic lead to the plain page that offers the stored data.
fn tell_panics() {
    panic::set_hook(Box::new(|panic| {
        // Where, never what: the message of a panic may hold the person's words.
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        browser::rescue(&place.unwrap_or_default(), "stopped");
    }));
}

/// Takes the words of a locale into use. If they cannot be had, the plain page says so.
async fn load_words(locale: &str) -> Option<Content> {
    let Some(shell) = load("shell", locale, Shell::decode).await else {
        let why = if browser::is_mixed(None).await { "mixed" } else { "not-loaded" };
        browser::rescue("words", why);
        return None;
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

/// Calls back when Shift was pressed three times, alone.
fn on_shifts(hide: impl Fn() + 'static) {
    let presses = Cell::new((0, 0));
    browser::on_key(move |key, repeated| {
        let (count, since) = presses.get();
        let now = browser::SystemClock.now().ms;
        presses.set(match key {
            "Shift" if repeated => (count, since),
            "Shift" if count > 0 && now - since <= SHIFTS.1 => (count + 1, since),
            "Shift" => (1, now),
            _ => (0, 0),
        });
        if presses.get().0 >= SHIFTS.0 {
            presses.set((0, 0));
            hide();
        }
    });
}
