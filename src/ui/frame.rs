use crate::{
    route::{Route, Tab},
    state::Condition,
    ui::{
        drawing::Icon,
        pages,
        parts::{app, button, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;

/// The whole window: the screen of the present address, the navigation, and the cover that hides them.
#[component]
pub fn Frame(
    /// A newer version is ready; taking it loads the page anew.
    update: RwSignal<bool>,
    /// Takes it.
    on_update: Callback<()>,
    /// Everything stored, as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let hidden = app.hidden;
    let route = app.route;
    let damaged = Memo::new(move |_| app.journal.condition() == Condition::Damaged);
    let welcoming = Memo::new(move |_| {
        !app.entered.get() && !app.preferences.welcomed() && route.get() == Route::Today && !damaged.get()
    });
    live(move || {
        if hidden.get() {
            return view! { <Hidden /> }.into_any();
        }
        view! {
            <a class="skip" href="#heading" on:click=move |event| {
                event.prevent_default();
                app.focus_heading();
            }>
                {word::app::skip_to_content()}
            </a>
            <div class="frame" class:frame-doing=move || doing(route.get()) || welcoming.get()>
                <div class="screen">
                    {live(move || {
                        if damaged.get() {
                            view! { <pages::Recovery on_raw=on_raw /> }.into_any()
                        } else if welcoming.get() {
                            view! { <pages::Welcome /> }.into_any()
                        } else {
                            screen(route.get(), on_raw)
                        }
                    })}
                </div>
                {maybe(move || (!welcoming.get()).then(|| view! { <Tabs route=route /> }.into_any()))}
            </div>
            {maybe(move || {
                update
                    .get()
                    .then(|| {
                        view! {
                            <div class="offer" role="status">
                                <span>{word::update::ready()}</span>
                                {button("quiet", word::update::now(), move || on_update.run(()))}
                                {button("quiet", word::update::later(), move || update.set(false))}
                            </div>
                        }
                            .into_any()
                    })
            })}
        }
        .into_any()
    })
}

/// Screens in which one does one thing: on a phone their buttons take the place of the navigation.
fn doing(route: Route) -> bool {
    matches!(route, Route::Activity(_) | Route::Form(..) | Route::Place(_) | Route::Edit(_))
}

fn screen(route: Route, on_raw: Callback<()>) -> AnyView {
    match route {
        Route::Today => view! { <pages::Today /> }.into_any(),
        Route::Reflect => view! { <pages::Reflect /> }.into_any(),
        Route::Activity(code) => view! { <pages::ActivityPage code=code /> }.into_any(),
        Route::Coins => view! { <pages::Coins /> }.into_any(),
        Route::Coin(code) => view! { <pages::CoinPage code=code /> }.into_any(),
        Route::Place(code) => view! { <pages::Place code=code /> }.into_any(),
        Route::Journal => view! { <pages::JournalPage on_raw=on_raw /> }.into_any(),
        Route::Write => view! { <pages::Write /> }.into_any(),
        Route::Form(code, from) => view! { <pages::FormPage code=code from=from /> }.into_any(),
        Route::Entry(id) => view! { <pages::EntryPage id=id /> }.into_any(),
        Route::Edit(id) => view! { <pages::Edit id=id /> }.into_any(),
        Route::Settings => view! { <pages::SettingsPage /> }.into_any(),
        Route::About => view! { <pages::About /> }.into_any(),
        Route::Missing => view! { <pages::Missing /> }.into_any(),
    }
}

#[component]
fn Tabs(route: RwSignal<Route>) -> impl IntoView {
    let tabs = [
        (Route::Today, Tab::Today, Icon::Today, word::nav::today()),
        (Route::Reflect, Tab::Reflect, Icon::Reflect, word::nav::reflect()),
        (Route::Coins, Tab::Coins, Icon::Coins, word::nav::coins()),
        (Route::Journal, Tab::Journal, Icon::Journal, word::nav::journal()),
        (Route::Settings, Tab::Settings, Icon::Settings, word::nav::settings()),
    ];
    view! {
        <nav class="tabs" aria-label=word::nav::label()>
            {tabs
                .map(|(to, tab, icon, name)| {
                    let here = move || route.get().tab() == tab;
                    view! {
                        <a
                            href=to.to_string()
                            class:on=here
                            aria-current=move || here().then_some(if route.get() == to { "page" } else { "true" })
                        >
                            {icon.draw()}
                            <span>{name}</span>
                        </a>
                    }
                })
                .collect_view()}
        </nav>
    }
}

/// The cover. One deliberate act leads back.
#[component]
fn Hidden() -> impl IntoView {
    let app = app();
    view! {
        <main class="cover">
            <h1 id="heading" tabindex="-1">
                {word::hidden::heading()}
            </h1>
            <p>{word::hidden::text()}</p>
            {button("button", word::hidden::open(), move || app.show())}
        </main>
    }
}
