//! The whole window: the screen of the present address, the navigation, and the cover that hides them.

use crate::{
    route::{Route, Tab},
    state::{App, Condition, Guard, Mode},
    ui::{
        components::{Button, Hide, LiveText, app, href, named, redrawn},
        drawing::Icon,
        pages::{self, LaterScreen, Ways},
    },
    words::word,
};
use leptos::{ev, prelude::*};

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

/// The whole window: the screen of the present address, the navigation, and the cover that hides them.
#[component]
pub fn Frame(
    /// What can be settled by loading the page anew.
    news: RwSignal<News>,
    /// Loads the page anew.
    on_news: Callback<()>,
    /// Offers everything stored as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    provide_context(Hide(Callback::new(move |()| app.hide())));
    let damaged = Memo::new(move |_| app.journal.condition() == Condition::Damaged);
    let welcoming = Memo::new(move |_| !app.entered.get() && !app.preferences.welcomed() && !damaged.get());
    let shut = Memo::new(move |_| app.guard() == Guard::Shut && shows_words(app.route.get()));
    let forgot = Memo::new(move |_| app.asks_for_passphrase(app.route.get()));
    let shown = move || match (damaged.get(), welcoming.get()) {
        (true, _) => view! { <pages::Recovery on_raw=on_raw/> }.into_any(),
        (false, true) => first_screen(app),
        (false, false) if shut.get() => view! { <pages::OnDemand screen=LaterScreen::Shut/> }.into_any(),
        (false, false) if forgot.get() => view! { <pages::OnDemand screen=LaterScreen::NewPassphrase/> }.into_any(),
        (false, false) => {
            let route = app.route.get();
            untrack(|| screen(route, on_raw))
        }
    };
    redrawn(move || {
        if app.forgotten.get() {
            return view! { <pages::OnDemand screen=LaterScreen::Forgotten/> }.into_any();
        }
        if app.hidden.get() {
            return view! { <Cover/> }.into_any();
        }
        let to_heading = move |event: ev::MouseEvent| {
            event.prevent_default();
            app.focus_heading();
        };
        let doing = move || doing(app.route.get()) || welcoming.get();
        let tabs = redrawn(move || (!welcoming.get() && !damaged.get()).then(|| view! { <Tabs/> }));
        view! {
            <a class="skip" href="#heading" on:click=to_heading>
                {word::app::skip_to_content()}
            </a>
            <div class="frame" class:frame-doing=doing>
                <div class="screen">{redrawn(shown)}</div>
                {tabs}
            </div>
            {redrawn(move || offer(app, news, on_news))}
        }
        .into_any()
    })
}

/// The first screen, drawn anew with what the address opens.
fn first_screen(app: App) -> AnyView {
    let enter = Callback::new(move |()| app.enter());
    let erased = app.erased.get_untracked();
    let opens = named(app, app.route.get());
    let denied = untrack(|| app.journal.condition()) == Condition::Denied;
    match untrack(|| app.journal.mode()) {
        mode if denied || mode == Mode::Nowhere => {
            view! { <pages::WelcomeNowhere enter=enter opens=opens erased=erased/> }.into_any()
        }
        _ => {
            let lock = Callback::new(move |()| app.enter_to_lock());
            let share = Callback::new(move |()| app.share_device());
            view! { <pages::Welcome ways=Ways { enter, lock, share } opens=opens erased=erased/> }.into_any()
        }
    }
}

fn offer(app: App, news: RwSignal<News>, on_news: Callback<()>) -> Option<impl IntoView> {
    let (said, act) = match news.get() {
        News::None => return None,
        News::Newer => (word::update::ready(), word::update::now()),
        News::Mixed => (word::update::mixed(), word::update::reload()),
    };
    let later = move |()| {
        news.set(News::None);
        app.focus_heading();
    };
    Some(view! {
        <div class="offer" role="status">
            <span>{said}</span>
            <Button class="quiet" label=act on_press=on_news/>
            <Button class="quiet" label=word::update::later() on_press=later/>
        </div>
    })
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

fn screen(route: Route, on_raw: Callback<()>) -> AnyView {
    match route {
        Route::Today => view! { <pages::Today/> }.into_any(),
        Route::Activity(code) => view! { <pages::ActivityPage code=code/> }.into_any(),
        Route::Coins => view! { <pages::Coins/> }.into_any(),
        Route::Journal => view! { <pages::Journal on_raw=on_raw/> }.into_any(),
        Route::Plain => view! { <pages::PlainWords on_raw=on_raw/> }.into_any(),
        Route::Write => view! { <pages::Write/> }.into_any(),
        Route::Form(code, from) => view! { <pages::Form code=code from=from/> }.into_any(),
        Route::Missing => view! { <pages::Missing/> }.into_any(),
        _ => view! { <pages::OnDemand screen=LaterScreen::At(route)/> }.into_any(),
    }
}

/// The main navigation. In a wide window it is a rail, with the name of the app, and how soon the lock shuts.
#[component]
fn Tabs() -> impl IntoView {
    let app = app();
    let route = app.route;
    let tabs = [
        (Route::Today, Tab::Today, Icon::Today, word::nav::today()),
        (Route::Reflect, Tab::Reflect, Icon::Reflect, word::nav::reflect()),
        (Route::Coins, Tab::Coins, Icon::Coins, word::nav::coins()),
        (Route::Journal, Tab::Journal, Icon::Journal, word::nav::journal()),
        (Route::Settings, Tab::Settings, Icon::Settings, word::nav::settings()),
    ];
    let tab = move |(to, tab, icon, name): (Route, Tab, Icon, &'static str)| {
        let here = move || route.get().tab() == tab;
        let current = move || here().then(|| if route.get() == to { "page" } else { "true" });
        view! {
            <a href=href(to) class:on=here aria-current=current>
                {icon.draw()}
                <span>{name}</span>
            </a>
        }
    };
    let locks = move || {
        let minutes = f64::from(app.preferences.lock_after());
        let said = || word::nav::locks(&word::reflect::minutes(minutes));
        (app.guard() == Guard::Open).then(|| view! { <p class="rail-note">{said()}</p> })
    };
    view! {
        <nav class="tabs" aria-label=word::nav::label()>
            <p class="rail-name">{word::app::name()}</p>
            {tabs.map(tab).into_iter().collect_view()}
            {redrawn(locks)}
        </nav>
    }
}

/// What hides the window. One deliberate act leads back.
#[component]
fn Cover() -> impl IntoView {
    let app = app();
    // What goes on behind it, if anything does.
    let going = move || if app.securing() { word::lock::sealing() } else { "" };
    view! {
        <main class="cover">
            <h1 id="heading" tabindex="-1">
                {word::hidden::heading()}
            </h1>
            <p>{word::hidden::text()}</p>
            <Button class="button" label=word::hidden::open() on_press=move |()| app.show()/>
            <p role="status">
                <LiveText text=going/>
            </p>
        </main>
    }
}
