//! The composition root: puts the browser's adapters behind the ports, loads the words, and shows the frame.

use crate::signals::*;
use crate::{
    browser,
    route::Route,
    state::{self, App, Content, Ports},
    ui::{self, Later},
    words::{self, Plurals},
};
use obverse_core::{
    activity::{Pieces, Shell},
    vault::Shelf,
};
use std::{cell::Cell, panic, rc::Rc};

/// Three presses of Shift, alone, within this many milliseconds hide the screen.
const SHIFTS: (usize, i64) = (3, 5_000);

/// Starts the app. Called once, by `main`.
///
/// `later` draws the screens that are seldom needed. The first program comes without them, and starts the whole one when
/// such a screen is asked for, when the journal is locked, or when the browser keeps nothing.
pub fn start(later: Option<Later>) {
    // Where nothing can be kept, no page can be loaded anew later without losing words.
    let whole = || match browser::LocalShelf::probe() {
        Some(shelf) => Route::parse(&browser::hash()).is_later() || state::needs_key(&shelf),
        None => true,
    };
    if later.is_none() && whole() {
        browser::start_whole();
        return;
    }
    panic::set_hook(Box::new(|panic| {
        // Where, never what: the message of a panic may hold the person's words.
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        browser::rescue(&place.unwrap_or_default());
    }));
    browser::spawn(async move {
        let locale = browser::locale();
        match load("shell", &locale, Shell::decode).await {
            Some(shell) => show(shell, later),
            None => browser::rescue("words"),
        }
    });
}

async fn load<T>(file: &str, locale: &str, decode: fn(&str) -> Option<T>) -> Option<T> {
    decode(&browser::text(&browser::content_file(file, locale)?).await?)
}

fn show(shell: Shell, later: Option<Later>) {
    let plurals = Plurals { category: browser::category, number: browser::number, lower: browser::lower };
    if words::install(&shell, plurals).is_err() {
        // The words belong to another build: a reload fetches both anew.
        browser::rescue("words of another version");
        return;
    }
    let content = Content::new(shell);
    let update = RwSignal::new(false);
    let waiting: StoredValue<Option<browser::Updates>> = StoredValue::new(None);
    let root = browser::app_root();
    ui::mount(&root, move || {
        let app = App::open(ports(), content, Route::parse(&browser::hash()));
        provide_context(app);
        listen(app);
        app.name_screen();
        if later.is_some() && app.route.get_untracked().is_later() {
            // One came here from another screen.
            app.focus_heading();
        }
        let on_update = Callback::new(move |()| {
            app.flush();
            waiting.with_value(|waiting| {
                if let Some(newer) = waiting {
                    newer.take();
                }
            });
        });
        let on_raw = Callback::new(move |()| app.save_raw(browser::raw_log));
        ui::frame(update, on_update, on_raw, later)
    });
    browser::usable();
    fetch_pieces(content);
    let touched = browser::touched();
    browser::watch(move |newer| {
        // Silently only while nothing has been touched yet; else it is offered.
        if !touched.get() {
            newer.take();
            return;
        }
        waiting.set_value(Some(newer));
        update.set(true);
    });
}

/// Fetches the activities' text, right after the first screen can be used.
fn fetch_pieces(content: Content) {
    browser::spawn(async move {
        let pieces = load("pieces", &content.locale(), Pieces::decode).await;
        content.arrive(pieces.filter(|pieces| words::install_later(&pieces.words)));
    });
}

fn ports() -> Ports {
    fn shelf<S: Shelf + 'static>(shelf: S) -> Rc<dyn Shelf> {
        Rc::new(shelf)
    }
    Ports {
        clock: Rc::new(browser::SystemClock),
        entropy: Rc::new(browser::SystemEntropy),
        durable: browser::LocalShelf::probe().map(shelf),
        tab: browser::SessionShelf::probe().map(shelf),
        host: Rc::new(browser::Window),
        date: browser::date,
        month: browser::month,
        percent: browser::percent,
        fetch_pieces,
        standalone: browser::standalone(),
    }
}

fn listen(app: App) {
    browser::on_hash(move || app.arrive(Route::parse(&browser::hash())));
    browser::on_leaving(move |away| app.away(away));
    browser::on_touch(move || app.touch());
    browser::on_storage(move |key| app.absorb(key.as_deref()));
    let presses = Cell::new((0, 0));
    browser::on_key(move |key, repeated| {
        let (count, since) = presses.get();
        let now = app.now().ms;
        presses.set(match key {
            "Shift" if repeated => (count, since),
            "Shift" if count > 0 && now - since <= SHIFTS.1 => (count + 1, since),
            "Shift" => (1, now),
            _ => (0, 0),
        });
        if presses.get().0 >= SHIFTS.0 {
            presses.set((0, 0));
            app.hide();
        }
    });
}
