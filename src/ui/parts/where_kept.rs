use super::app;
use crate::{state::Mode, words::word};
use leptos::prelude::*;

/// Where the words go, in one line.
#[component]
pub fn WhereKept() -> impl IntoView {
    let app = app();
    move || match app.journal.mode() {
        Mode::Kept => word::today::kept(),
        Mode::Shared => word::today::kept_shared(),
        Mode::Nowhere => word::today::kept_nowhere(),
    }
}
