use super::{LiveText, app};
use crate::{
    state::{App, Guard, Mode},
    words::word,
};
use leptos::prelude::*;

/// Where the words go, in one line.
#[component]
pub fn WhereKept() -> impl IntoView {
    let app = app();
    view! { <LiveText text=move || kept_where(app)/> }
}

/// Says where the words go.
pub fn kept_where(app: App) -> &'static str {
    match app.journal.mode() {
        Mode::Kept if app.guard() == Guard::Open => word::lock::kept_locked(),
        Mode::Kept => word::today::kept(),
        Mode::Locked => word::lock::memory(),
        Mode::Shared => word::today::kept_shared(),
        Mode::Nowhere => word::today::kept_nowhere(),
    }
}
