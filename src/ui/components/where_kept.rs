use super::{LiveText, app, redrawn};
use crate::{
    state::{App, Guard, Mode},
    ui::drawing::Icon,
    words::word,
};
use leptos::prelude::*;

/// Where the words go, in one line.
#[component]
pub fn WhereKept(
    /// Whether it is said in the fewest words, behind an icon.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let app = app();
    let line = move || match app.journal.mode() {
        Mode::Kept if short && locked(app) => word::lock::kept_short(),
        Mode::Kept if locked(app) => word::lock::kept_locked(),
        Mode::Kept if short => word::today::kept_short(),
        Mode::Kept => word::today::kept(),
        Mode::Locked => word::lock::memory(),
        Mode::Shared => word::today::kept_shared(),
        Mode::Nowhere => word::today::kept_nowhere(),
    };
    let icon = move || {
        let icon = match app.journal.mode() {
            Mode::Kept if locked(app) => Icon::Locked,
            Mode::Kept => Icon::Unlocked,
            _ => Icon::Device,
        };
        icon.draw()
    };
    view! {
        {short.then(|| redrawn(icon))}
        <LiveText text=line/>
    }
}

fn locked(app: App) -> bool {
    app.guard() == Guard::Open
}
