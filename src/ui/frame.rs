use crate::{
    route::{Route, Tab},
    state::{App, Condition, Guard, Mode},
    ui::{
        drawing::Icon,
        pages::{self, Ways},
        parts::{Hide, app, awaiting_group, button, named, plain, way},
        view::{View, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::PieceGroup;

/// Something about the page itself that the person can have settled by loading it anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// Nothing.
    None,
    /// A newer version is ready.
    Newer,
    /// A part of the app is of another version than the page.
    Mixed,
}

/// Tells apart what the window shows: it differs as soon as something else is to be seen than a first screen, or a Today on which
/// nothing was written yet.
pub fn would_show(app: App, news: RwSignal<News>) -> impl PartialEq {
    let nothing_yet = app.entered.get() || app.preferences.welcomed();
    let window = (app.hidden.get(), app.forgotten.get(), app.content.locale(), news.get());
    (window, nothing_yet, app.journal.condition(), app.guard(), app.route.get(), pages::is_new(app))
}

/// The whole window: the screen of the present address, the navigation, and the cover that hides them. `on_news` settles
/// what `news` tells by loading the page anew; `on_raw` offers everything stored as a file.
pub fn frame(news: RwSignal<News>, on_news: Callback<()>, on_raw: Callback<()>) -> View {
    let app = app();
    provide_context(Hide(Callback::new(move |()| app.hide())));
    let damaged = Memo::new(move |_| app.journal.condition() == Condition::Damaged);
    let welcoming = Memo::new(move |_| !app.entered.get() && !app.preferences.welcomed() && !damaged.get());
    let shut = Memo::new(move |_| app.guard() == Guard::Shut && shows_words(app.route.get()));
    let forgot = Memo::new(move |_| app.asks_for_passphrase(app.route.get()));
    let shown = move || match (damaged.get(), welcoming.get()) {
        (true, _) => pages::recovery(on_raw),
        (false, true) => {
            let enter = Callback::new(move |()| app.enter());
            let erased = app.erased.get_untracked();
            let opens = named(app, app.route.get());
            let denied = untrack(|| app.journal.condition()) == Condition::Denied;
            match untrack(|| app.journal.mode()) {
                _ if denied => pages::welcome_nowhere(enter, opens, erased),
                Mode::Nowhere => pages::welcome_nowhere(enter, opens, erased),
                _ => {
                    let lock = Callback::new(move |()| app.enter_to_lock());
                    let share = Callback::new(move |()| app.share_device());
                    pages::welcome(Ways { enter, lock, share }, opens, erased)
                }
            }
        }
        // The words of both come later.
        (false, false) if shut.get() => untrack(|| awaiting_group(PieceGroup::Words, pages::shut)),
        (false, false) if forgot.get() => untrack(|| awaiting_group(PieceGroup::Words, pages::new_passphrase)),
        (false, false) => {
            let route = app.route.get();
            untrack(|| screen(route, on_raw))
        }
    };
    let window = Window {
        doing: Callback::new(move |()| doing(app.route.get()) || welcoming.get()),
        to_heading: Callback::new(move |()| app.focus_heading()),
    };
    live(move || {
        if app.forgotten.get() {
            return untrack(pages::forgotten);
        }
        if app.hidden.get() {
            let going = move || if app.securing() { word::lock::sealing() } else { "" };
            return cover(move || app.show(), saying(going));
        }
        View::several(vec![
            window.around(live(shown), move || (!welcoming.get() && !damaged.get()).then(|| tabs(app.route))),
            maybe(move || offer(news, on_news)),
        ])
    })
}

/// What stands around a screen.
#[derive(Clone, Copy)]
struct Window {
    /// Whether it is a screen in which one does one thing.
    pub doing: Callback<(), bool>,
    /// Puts the focus on the heading.
    pub to_heading: Callback<()>,
}

impl Window {
    /// The way past the navigation, the screen, and the navigation where there is one.
    fn around(self, screen: View, navigation: impl Fn() -> Option<View> + 'static) -> View {
        let Window { doing, to_heading } = self;
        let skip = el("a")
            .class("skip")
            .attr("href", "#heading")
            .with(word::app::skip_to_content())
            .on_press_instead(move || to_heading.run(()));
        let frame = el("div")
            .class("frame")
            .class_while("frame-doing", move || doing.run(()))
            .with(el("div").class("screen").with(screen))
            .with(maybe(navigation));
        View::several(vec![skip.into(), frame.into()])
    }
}

fn offer(news: RwSignal<News>, on_news: Callback<()>) -> Option<View> {
    let (said, act) = match news.get() {
        News::None => return None,
        News::Newer => (word::update::ready(), word::update::now()),
        News::Mixed => (word::update::mixed(), word::update::reload()),
    };
    let offer = el("div").class("offer").attr("role", "status").with(el("span").with(said));
    let offer = offer.with(button("quiet", act, move || on_news.run(())));
    let later = move || {
        news.set(News::None);
        app().focus_heading();
    };
    Some(offer.with(button("quiet", word::update::later(), later)).into())
}

/// Screens in which one does one thing: on a phone their buttons take the place of the navigation.
fn doing(route: Route) -> bool {
    let one = matches!(route, Route::Activity(_) | Route::Form(..) | Route::Place(_) | Route::Edit(_));
    one || matches!(route, Route::NewStep(_) | Route::StepOn(_) | Route::EditStep(_))
}

/// Screens that are of no use while the lock is shut.
fn shows_words(route: Route) -> bool {
    let of_journal =
        matches!(route, Route::Journal | Route::Plain | Route::Entry(_) | Route::Edit(_) | Route::Lines | Route::Lock);
    let of_files = matches!(route, Route::Backup | Route::Restore | Route::Export | Route::Record(_) | Route::Print);
    of_journal || of_files || route.is_step() || matches!(route, Route::Compare | Route::HandIn)
}

fn screen(route: Route, on_raw: Callback<()>) -> View {
    match route {
        Route::Today => pages::today(),
        Route::Reflect => pages::reflect(),
        Route::Activity(code) => pages::activity(code),
        Route::Coins => pages::coins(),
        Route::Coin(code) => pages::coin(code),
        Route::Place(code) => pages::place(code),
        Route::Journal => pages::journal(on_raw),
        Route::Plain => pages::plain_words(on_raw),
        Route::Write => pages::write(),
        Route::Form(code, from) => pages::form(code, from),
        Route::Entry(id) => pages::entry(id),
        Route::Edit(id) => pages::edit(id),
        Route::Kind(kind) => pages::of_kind(kind),
        Route::About => pages::about(),
        Route::Missing => pages::missing(),
        _ => pages::on_demand(route),
    }
}

/// The main navigation.
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

/// The cover. One deliberate act leads back. `going` says what goes on behind it, if anything does.
fn cover(show: impl Fn() + 'static, going: View) -> View {
    el("main")
        .class("cover")
        .with(el("h1").attr("id", "heading").attr("tabindex", "-1").with(word::hidden::heading()))
        .with(plain(word::hidden::text()))
        .with(button("button", word::hidden::open(), show))
        .with(el("p").attr("role", "status").with(going))
        .into()
}
