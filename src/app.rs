//! The composition root: puts the browser's adapters behind the ports, loads the words, and shows the frame.

use crate::signals::*;
use crate::{
    browser,
    route::Route,
    state::{App, Content, Fetched, Language, Offline, Ports},
    ui::{self, News},
    words::{self, Plurals},
};
use obverse_core::{
    activity::{Pieces, Shell},
    vault::{Clock, Shelf},
};
use std::{cell::Cell, panic, rc::Rc};

/// Three presses of Shift, alone, within this many milliseconds hide the screen.
const SHIFTS: (usize, i64) = (3, 5_000);
/// After so many milliseconds it is tried again to fetch the words; `public/whole_loader.js` has the same for the program.
const AGAIN: i32 = 3_000;

/// Starts the whole program. It takes the place of the door, if somebody new has met that.
pub fn start() {
    tell_panics();
    let erased = browser::ask_erased();
    browser::spawn(async {
        if let Some(content) = load_words(&browser::locale(), browser::is_door()).await {
            let erased = browser::erased(erased).await;
            browser::unpressed().await;
            show(content, erased);
        }
    });
}

/// Has a panic lead to the plain page that offers the stored data.
pub(crate) fn tell_panics() {
    panic::set_hook(Box::new(|panic| {
        // Where, never what: the message of a panic may hold the person's words.
        let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
        browser::rescue(&place.unwrap_or_default(), "stopped");
    }));
}

/// Takes the words of a locale into use. If they cannot be had, it is tried again for somebody who stands at the door and
/// has something to read meanwhile; else the plain page says so.
pub(crate) async fn load_words(locale: &str, at_door: bool) -> Option<Content> {
    let shell = loop {
        match load("shell", locale, Shell::decode).await {
            Some(shell) => break shell,
            None if at_door => browser::pause(AGAIN).await,
            None => {
                browser::rescue("words", "not-loaded");
                return None;
            }
        }
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

fn show(content: Content, erased: Vec<String>) {
    let news = RwSignal::new(News::None);
    let waiting: StoredValue<Option<browser::Updates>> = StoredValue::new(None);
    let door = browser::leave_door();
    let rescued = browser::is_rescued();
    let offline: StoredValue<Option<RwSignal<Offline>>> = StoredValue::new(None);
    let root = browser::app_root();
    ui::mount(&root, move || {
        let app = App::open(ports(erased), content, &browser::hash());
        browser::read_whole();
        offline.set_value(Some(app.offline));
        provide_context(app);
        provide_context(app.places);
        listen(app);
        if browser::is_marked(browser::SHARED) {
            app.shared_before();
        } else if browser::is_marked(browser::ENTERED) {
            app.entered_before();
        }
        app.hidden.set(browser::is_marked(browser::HIDDEN));
        if browser::is_marked(browser::ENTERED) && app.route.get_untracked() == Route::Lock {
            // That is where the first screen leads whoever wants one.
            app.onward.set(Some(Route::Today));
        }
        if rescued || (door.is_some() && app.route.get_untracked() != Route::Today) {
            // It takes the place of the plain page, or one has gone on from the door.
            app.focus_heading();
        }
        app.name_screen();
        let on_news = Callback::new(move |()| {
            app.flush();
            waiting.with_value(|waiting| match waiting {
                Some(newer) if news.get_untracked() == News::Newer => newer.take(),
                _ => browser::reload(),
            });
        });
        let on_raw = Callback::new(move |()| app.save_raw(browser::raw_log));
        ui::frame(news, on_news, on_raw)
    });
    if let Some(door) = door {
        door.stand_where_it_stood();
    }
    browser::usable("ob-whole");
    fetch_pieces(content);
    browser::on_mixed(move || news.set(News::Mixed));
    let touched = browser::touched();
    let newer = move |newer: browser::Updates| {
        // Silently only while nothing has been touched yet, and once: a host whose files differ each time would have the page
        // loaded anew for ever. Else it is offered.
        if !touched.get() && !browser::reloaded() {
            newer.take();
            return;
        }
        waiting.set_value(Some(newer));
        news.set(News::Newer);
    };
    let known = move |known| {
        if let Some(offline) = offline.get_value() {
            offline.set(known);
        }
    };
    browser::watch(newer, known);
}

/// Fetches the activities' text, right after the first screen can be used.
fn fetch_pieces(content: Content) {
    browser::spawn(async move {
        let pieces = load("pieces", &content.locale(), Pieces::decode).await;
        content.arrive(pieces.filter(|pieces| words::install_later(&pieces.words)));
    });
}

/// Fetches all words of another language.
fn fetch_language(locale: String, then: Fetched) {
    browser::spawn(async move {
        let shell = load("shell", &locale, Shell::decode).await;
        let pieces = load("pieces", &locale, Pieces::decode).await;
        then(shell.zip(pieces));
    });
}

fn languages() -> Vec<Language> {
    let all = browser::languages().into_iter();
    all.map(|[tag, name, direction]| Language { tag, name, direction }).collect()
}

fn ports(erased: Vec<String>) -> Ports {
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
        languages,
        fetch_language,
        standalone: browser::standalone(),
        keeps_longer_at_home: browser::is_ios() && !browser::standalone(),
        erased,
    }
}

fn listen(app: App) {
    browser::on_hash(move || app.arrive_at(&browser::hash()));
    browser::on_leaving(move |away| app.away(away));
    browser::on_touch(move || app.touch());
    browser::on_focus(move || app.touch());
    browser::on_storage(move |key| app.absorb(key.as_deref()));
    on_shifts(move || app.hide());
}

/// Calls back when Shift was pressed three times, alone.
pub(crate) fn on_shifts(hide: impl Fn() + 'static) {
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
