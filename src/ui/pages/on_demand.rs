//! Screens in the part of the program that is fetched behind everything else.

use super::later::{Screens, later_screens};
use crate::{
    route::Route,
    state::GroupState,
    ui::{
        parts::{app, awaiting, awaiting_all, awaiting_group, waiting},
        view::View,
    },
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use obverse_core::activity::PieceGroup;
use std::cell::Cell;

thread_local! {
    static THERE: Cell<Option<Screens>> = const { Cell::new(None) };
}

/// Fetches the part of the program with the screens one comes to later, so that they are there when they are asked for. Returns
/// whether it came; if not, it is asked for again by the first of its screens.
pub async fn fetch_later() -> bool {
    let screens = later_screens().await.ok();
    THERE.set(screens.or(THERE.get()));
    screens.is_some()
}

/// Draws a screen whose part of the program, and whose words, may still be on their way; says so if they cannot be had.
pub fn on_demand(route: Route) -> View {
    let app = app();
    let state = RwSignal::new(GroupState::Coming);
    let fetch = move || {
        state.set(GroupState::Coming);
        spawn_local(async move {
            let came = fetch_later().await;
            if !came {
                app.part_failed();
            }
            state.set(if came { GroupState::There } else { GroupState::Failed });
        });
    };
    match THERE.get() {
        Some(_) => state.set(GroupState::There),
        None => fetch(),
    }
    let draw = move || match THERE.get() {
        Some(screens) => with_words(route, screens),
        None => View::nothing(),
    };
    waiting(move || state.get(), fetch, draw)
}

/// Draws the screen once the words and pieces that it shows are there.
fn with_words(route: Route, screens: Screens) -> View {
    let draw = move || screens(route);
    match route {
        // Its words come first of all, with those of the first screen.
        Route::Settings => draw(),
        Route::Lock => awaiting_group(PieceGroup::Words, draw),
        // What is laid side by side, printed or taken out is shown in the words it was said to from the first.
        Route::Compare | Route::HandIn | Route::Record(_) | Route::Print | Route::Export => awaiting_all(draw),
        _ => awaiting(draw),
    }
}
