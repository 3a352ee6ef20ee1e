use super::{Button, LiveText, app, redrawn};
use crate::{
    state::{App, Mode},
    words::word,
};
use leptos::prelude::*;

/// Whether the browser promised to keep the store, and whose store it is.
#[component]
pub fn Promise() -> impl IntoView {
    let app = app();
    redrawn(move || (app.journal.mode() == Mode::Kept).then(|| promised(app)))
}

fn promised(app: App) -> impl IntoView {
    let promised = Memo::new(move |_| app.persisted.get() == Some(true));
    let said = move || if promised.get() { word::settings::persist_yes() } else { word::settings::persist_no() };
    let ask = move |()| {
        app.focus_on("#promise");
        app.ask_to_persist();
    };
    // The button goes with the answer; the line that says it stays.
    let button = redrawn(move || {
        let button = || view! { <Button class="quiet" label=word::settings::persist_ask() on_press=ask/> };
        (!promised.get()).then(button)
    });
    view! {
        <p class="soft" id="promise" tabindex="-1" role="status">
            <LiveText text=said/>
        </p>
        {button}
        <p class="soft">{if app.standalone() { word::settings::home_screen() } else { word::settings::tab() }}</p>
    }
}
