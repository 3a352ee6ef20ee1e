use crate::{
    ui::parts::{app, soft},
    words::word,
};
use leptos::prelude::*;

/// The first-use screen: what this is, where words are kept, and whose device it is. Shown once, and never in
/// the way of an address that leads somewhere else.
#[component]
pub fn Welcome() -> impl IntoView {
    let app = app();
    view! {
        <main id="main" class="main">
            <div class="page welcome">
            <p class="wordmark">{word::app::name()}</p>
            <h1 id="heading" tabindex="-1">
                {word::welcome::title()}
            </h1>
            <p>{word::welcome::what()}</p>
            <p>{word::welcome::kept()}</p>
            <p class="note">{word::welcome::limits()}</p>
            </div>
        <section class="foot welcome-foot" aria-labelledby="whose">
            <h2 id="whose">{word::welcome::who()}</h2>
            <button type="button" class="button two-lines" on:click=move |_| app.enter()>
                <span>{word::welcome::mine()}</span>
                <span class="under">{word::welcome::mine_text()}</span>
            </button>
            <button type="button" class="button plain two-lines" on:click=move |_| app.share_device()>
                <span>{word::welcome::shared()}</span>
                <span class="under">{word::welcome::shared_text()}</span>
            </button>
            {soft(word::welcome::shared_note())}
        </section>
        </main>
    }
}
