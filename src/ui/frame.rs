use crate::signals::*;
use crate::{
    route::{Route, Tab},
    state::{App, Condition, Guard, Mode},
    ui::{
        drawing::Icon,
        pages,
        parts::{app, awaiting, button, erasing, page, plain, way},
        view::{Element, View, el, live, maybe},
    },
    words::word,
};

/// The whole window: the screen of the present address, the navigation, and the cover that hides them. `update`
/// tells that a newer version is ready, which `on_update` takes by loading the page anew; `on_raw` offers everything
/// stored as a file.
pub fn frame(update: RwSignal<bool>, on_update: Callback<()>, on_raw: Callback<()>, later: Option<Later>) -> View {
    let app = app();
    let damaged = Memo::new(move || app.journal.condition() == Condition::Damaged);
    let welcoming = Memo::new(move || {
        !app.entered.get() && !app.preferences.welcomed() && app.route.get() == Route::Today && !damaged.get()
    });
    let shut = Memo::new(move || {
        let route = app.route.get();
        // The whole program asks for itself; but what was written meanwhile is in this one's memory.
        let leaving = later.is_none() && route.is_later() && !app.only_in_memory();
        app.guard() == Guard::Shut && shows_words(route) && !leaving
    });
    let shown = move || match (damaged.get(), welcoming.get()) {
        (true, _) => pages::recovery(on_raw),
        (false, true) => pages::welcome(),
        (false, false) if shut.get() => untrack(|| unlocking(app, later)),
        (false, false) => {
            let route = app.route.get();
            untrack(|| screen(route, on_raw, later))
        }
    };
    live(move || {
        if app.forgotten.get() {
            return untrack(pages::forgotten);
        }
        if app.hidden.get() {
            return cover(app);
        }
        let frame = el("div")
            .class("frame")
            .class_while("frame-doing", move || doing(app.route.get()) || welcoming.get())
            .with(el("div").class("screen").with(live(shown)))
            .with(maybe(move || (!welcoming.get() && !damaged.get()).then(|| tabs(app.route))));
        View::several(vec![
            skip(app).into(),
            frame.into(),
            maybe(move || update.get().then(|| offer(update, on_update))),
        ])
    })
}

fn skip(app: App) -> Element {
    el("a")
        .class("skip")
        .attr("href", "#heading")
        .with(word::app::skip_to_content())
        .on_press_instead(move || app.focus_heading())
}

fn offer(update: RwSignal<bool>, on_update: Callback<()>) -> View {
    el("div")
        .class("offer")
        .attr("role", "status")
        .with(el("span").with(word::update::ready()))
        .with(button("quiet", word::update::now(), move || on_update.run(())))
        .with(button("quiet", word::update::later(), move || update.set(false)))
        .into()
}

/// Screens in which one does one thing: on a phone their buttons take the place of the navigation.
fn doing(route: Route) -> bool {
    let one = matches!(route, Route::Activity(_) | Route::Form(..) | Route::Place(_) | Route::Edit(_));
    one || matches!(route, Route::NewStep(_) | Route::StepOn(_) | Route::EditStep(_))
}

/// Screens that are of no use while the lock is shut.
fn shows_words(route: Route) -> bool {
    let of_words = matches!(route, Route::Journal | Route::Entry(_) | Route::Edit(_) | Route::Lock);
    let of_authors = matches!(route, Route::Cards | Route::Card(_) | Route::Guide | Route::Shared);
    of_words || (route.is_later() && route != Route::Erase && !of_authors)
}

/// In place of the person's words while the lock is shut. The first program meets a lock only if another tab has just
/// made it.
fn unlocking(app: App, later: Option<Later>) -> View {
    match later {
        // Its words, too, come with the activities.
        Some(later) => awaiting(move || (later.shut)()),
        None if app.only_in_memory() => pages::today(),
        None => {
            app.load_whole();
            page(word::app::loading()).into()
        }
    }
}

/// Draws the screens that are seldom needed: the whole program alone comes with them.
#[derive(Clone, Copy)]
pub struct Later {
    /// A screen by its address.
    screen: fn(Route) -> View,
    /// What opens the lock.
    shut: fn() -> View,
}

/// The screens that are seldom needed.
pub const LATER: Later = Later { screen: pages::later, shut: pages::shut };

/// A screen that is seldom needed, or the way to the program that has it. What is held in memory alone would not
/// outlive that way: then Settings have what there is. (On a shared device, and where nothing can be kept, the whole
/// program has been started before.)
fn seldom(route: Route, later: Option<Later>) -> View {
    let app = app();
    match (later, app.journal.mode()) {
        // Its words come with the activities, and only then is there a heading to go to.
        (Some(later), _) => awaiting(move || {
            app.focus_heading();
            (later.screen)(route)
        }),
        // What was written while the lock was shut is not kept yet: Today asks about it first. Erasing would take it
        // along in any case.
        (None, Mode::Kept) if app.only_in_memory() => pages::today(),
        (None, Mode::Locked) if app.only_in_memory() => {
            page(word::erasing::title()).back(Route::Settings).with(erasing(|| ())).into()
        }
        (None, Mode::Kept | Mode::Locked) => {
            app.load_whole();
            page(word::app::loading()).into()
        }
        (None, Mode::Shared | Mode::Nowhere) => pages::settings(),
    }
}

fn screen(route: Route, on_raw: Callback<()>, later: Option<Later>) -> View {
    match route {
        Route::Today => pages::today(),
        Route::Reflect => pages::reflect(),
        Route::Activity(code) => pages::activity(code),
        Route::Coins => pages::coins(),
        Route::Coin(code) => pages::coin(code),
        Route::Place(code) => pages::place(code),
        Route::Journal => pages::journal(on_raw),
        Route::Write => pages::write(),
        Route::Form(code, from) => pages::form(code, from),
        Route::Entry(id) => pages::entry(id),
        Route::Edit(id) => pages::edit(id),
        Route::Settings => pages::settings(),
        Route::Kind(kind) => pages::of_kind(kind),
        Route::About => pages::about(),
        Route::Missing => pages::missing(),
        _ => seldom(route, later),
    }
}

fn tabs(route: RwSignal<Route>) -> View {
    let tabs = [
        (Route::Today, Tab::Today, Icon::Today, word::nav::today()),
        (Route::Reflect, Tab::Reflect, Icon::Reflect, word::nav::reflect()),
        (Route::Coins, Tab::Coins, Icon::Coins, word::nav::coins()),
        (Route::Journal, Tab::Journal, Icon::Journal, word::nav::journal()),
        (Route::Settings, Tab::Settings, Icon::Settings, word::nav::settings()),
    ];
    let nav = el("nav").class("tabs").attr("aria-label", word::nav::label());
    let nav = tabs.into_iter().fold(nav, |nav, (to, tab, icon, name)| {
        let here = move || route.get().tab() == tab;
        let current = move || here().then(|| if route.get() == to { "page" } else { "true" });
        let tab = way(to).class_while("on", here).attr_while("aria-current", current);
        nav.with(tab.with(icon.draw()).with(el("span").with(name)))
    });
    nav.into()
}

/// The cover. One deliberate act leads back.
fn cover(app: App) -> View {
    el("main")
        .class("cover")
        .with(el("h1").attr("id", "heading").attr("tabindex", "-1").with(word::hidden::heading()))
        .with(plain(word::hidden::text()))
        .with(button("button", word::hidden::open(), move || app.show()))
        .into()
}
