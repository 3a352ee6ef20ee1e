//! A darker screen for the night.

use super::{LiveText, app};
use crate::{
    state::{App, Theme},
    words::word,
};
use leptos::prelude::*;

/// The hours that are night, for somebody who has not said otherwise.
const NIGHT: [std::ops::Range<i64>; 2] = [0..7, 21..24];

/// Keeps the page darker while this is there: at night, and on wish. With the button to wish for it, or for the other.
#[component]
pub fn Dim() -> impl IntoView {
    let app = app();
    let on = Memo::new(move |_| app.dim.get().unwrap_or_else(|| untrack(|| is_night(app))));
    Effect::new(move |_| app.show_dim(on.get()));
    on_cleanup(move || app.show_dim(false));
    let turn = move |_| app.dim.set(Some(!on.get_untracked()));
    let label = move || if on.get() { word::runner::lighter() } else { word::runner::darker() };
    view! {
        <button type="button" class="quiet small" on:click=turn>
            <LiveText text=label/>
        </button>
    }
}

/// Whether the wall clock shows night, and no light theme was chosen.
fn is_night(app: App) -> bool {
    let hour = app.now().hour();
    app.preferences.theme() != Theme::Light && NIGHT.iter().any(|night| night.contains(&hour))
}
