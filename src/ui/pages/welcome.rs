//! The first-use screen.

use crate::{
    state::Erased,
    ui::components::{Button, erased_words},
    words::word,
};
use leptos::prelude::*;

/// What the first-use screen leads to.
#[derive(Clone, Copy)]
pub struct Ways {
    /// The device is one's own.
    pub enter: Callback<()>,
    /// The same, and the lock comes first.
    pub lock: Callback<()>,
    /// The device is one that others use too: from now on nothing is kept.
    pub share: Callback<()>,
}

/// The first-use screen: what this is, where words are kept, and whose device it is. Shown once, before anything else,
/// whatever address one comes by.
#[component]
pub fn Welcome(
    /// What it leads to.
    ways: Ways,
    /// Names the screen that comes next, if it is another than Today.
    opens: Option<String>,
    /// Tells that everything was erased, just before.
    erased: Option<Erased>,
) -> impl IntoView {
    let Ways { enter, lock, share } = ways;
    view! {
        <main id="main" class="main">
            <Beginning opens=opens erased=erased>
                <p>{word::welcome::kept()}</p>
                <p class="note">{word::welcome::limits()}</p>
            </Beginning>
            <section class="foot welcome-foot" aria-labelledby="whose">
                <h2 id="whose">{word::welcome::who()}</h2>
                <Button class="button" label=word::welcome::mine() on_press=enter/>
                <div class="welcome-others">
                    <Button class="button plain" label=word::welcome::locked() on_press=lock/>
                    <Button class="button plain" label=word::welcome::shared() on_press=share/>
                </div>
                <p class="soft">{word::welcome::shared_note()}</p>
            </section>
        </main>
    }
}

/// The same where the browser lends no store: nothing will be kept, so there is nothing to choose.
#[component]
pub fn WelcomeNowhere(
    /// Leads on.
    enter: Callback<()>,
    /// Names the screen that comes next, if it is another than Today.
    opens: Option<String>,
    /// Tells that everything was erased, just before.
    erased: Option<Erased>,
) -> impl IntoView {
    view! {
        <main id="main" class="main">
            <Beginning opens=opens erased=erased>
                <p class="note">{word::today::kept_nowhere()}</p>
            </Beginning>
            <div class="foot welcome-foot">
                <Button class="button" label=word::hidden::open() on_press=enter/>
            </div>
        </main>
    }
}

/// What this is, which both begin with.
#[component]
fn Beginning(opens: Option<String>, erased: Option<Erased>, children: Children) -> impl IntoView {
    view! {
        <div class="page welcome">
            <p class="wordmark">{word::app::name()}</p>
            <h1 id="heading" tabindex="-1">
                {word::welcome::title()}
            </h1>
            {erased.map(|erased| view! { <p class="note">{erased_words(erased)}</p> })}
            {opens.map(|name| view! { <p class="welcome-opens">{word::welcome::opens(&name)}</p> })}
            <p>{word::welcome::what()}</p>
            {children()}
        </div>
    }
}
