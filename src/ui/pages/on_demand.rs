use super::later::{Screens, later_screens};
use crate::signals::*;
use crate::{
    route::Route,
    ui::{
        parts::{app, awaiting, button, page, plain},
        view::{View, live},
    },
    words::word,
};
use leptos::task::spawn_local;
use std::cell::Cell;

/// Whether the part of the program that draws a screen is there.
#[derive(Clone, Copy)]
enum Part {
    Coming,
    There(Screens),
    Failed,
}

thread_local! {
    static THERE: Cell<Option<Screens>> = const { Cell::new(None) };
}

/// Fetches the part of the program with the screens one comes to later, so that they are there when they are asked for. Says
/// whether it came; if not, it is asked for again by the first of its screens.
pub async fn fetch_later() -> bool {
    fetched().await.is_some()
}

async fn fetched() -> Option<Screens> {
    let screens = later_screens().await.ok()?;
    THERE.set(Some(screens));
    Some(screens)
}

/// Draws a screen whose part of the program, and whose words, may still be on their way; says so if they cannot be had.
pub fn on_demand(route: Route) -> View {
    let app = app();
    let part = RwSignal::new(THERE.get().map_or(Part::Coming, Part::There));
    let fetch = move || {
        part.set(Part::Coming);
        spawn_local(async move {
            let screens = fetched().await;
            if screens.is_none() {
                app.part_failed();
            }
            part.set(screens.map_or(Part::Failed, Part::There));
        });
    };
    if let Part::Coming = part.get_untracked() {
        fetch();
    }
    let waited = StoredValue::new(false);
    live(move || match part.get() {
        Part::There(screens) => {
            if waited.get_value() {
                app.focus_heading();
            }
            untrack(|| awaiting(move || screens(route)))
        }
        Part::Coming => {
            waited.set_value(true);
            page(word::app::loading()).into()
        }
        Part::Failed => page(word::runner::failed())
            .back(Route::Today)
            .with(plain(word::runner::loading_failed()))
            .with(button("button plain", word::runner::try_again(), fetch))
            .into(),
    })
}
