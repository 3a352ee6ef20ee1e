//! Screens in the part of the program that is fetched behind everything else.

use super::later::{LaterScreen, Screens, go_on_now, later_screens};
use crate::{
    route::Route,
    state::{App, GroupState},
    ui::components::{Button, app, awaiting, awaiting_all, awaiting_group, redrawn, waiting},
    words::word,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use obverse_core::activity::PieceGroup;
use std::cell::Cell;

thread_local! {
    static THERE: Cell<Option<Screens>> = const { Cell::new(None) };
    /// Whether something was cut off that could not be gone on with.
    static OWED: Cell<bool> = const { Cell::new(false) };
}

/// Fetches the part of the program with the screens one comes to later, so that they are there when they are asked for. Returns
/// whether it came; if not, it is asked for again by the first of its screens.
pub async fn fetch_later() -> bool {
    let screens = later_screens().await.ok();
    THERE.set(screens.or(THERE.get()));
    screens.is_some()
}

/// Goes on with what was cut off, once the part of the program for it is there.
pub fn go_on(app: App) {
    spawn_local(async move {
        if go_on_now(app).await.is_err() {
            app.part_failed();
            app.go_on_later();
            OWED.set(true);
        }
    });
}

/// Draws a screen whose part of the program, and whose words, may still be on their way; says so if they cannot be had.
#[component]
pub fn OnDemand(
    /// The screen.
    screen: LaterScreen,
) -> impl IntoView {
    let (state, fetch) = fetching();
    let draw = move || match THERE.get() {
        Some(screens) => with_words(screen, screens),
        None => ().into_any(),
    };
    waiting(move || state.get(), fetch, draw)
}

/// Draws a part of a page whose part of the program, and the pieces that it shows, may still be on their way: nothing until they are
/// there; if they cannot be had, it says so, with a button that tries again.
#[component]
pub fn OnDemandPart(
    /// The part.
    screen: LaterScreen,
) -> impl IntoView {
    let app = app();
    let (state, fetch) = fetching();
    let again = Callback::new(move |()| {
        fetch();
        app.fetch_again();
    });
    // In this order they come.
    let groups: &[PieceGroup] = match screen {
        LaterScreen::Placing(..) => &[PieceGroup::Words, PieceGroup::Coins],
        _ => &[],
    };
    let state = Memo::new(move |_| {
        let mut states = std::iter::once(state.get()).chain(groups.iter().map(|group| app.content.group(*group)));
        states.find(|state| *state != GroupState::There).unwrap_or(GroupState::There)
    });
    redrawn(move || match state.get() {
        GroupState::There => THERE.get().map(|screens| untrack(|| screens(screen))).into_any(),
        GroupState::Coming => ().into_any(),
        GroupState::Failed => view! {
            <p class="note">{word::runner::loading_failed()}</p>
            <Button class="button plain" label=word::runner::try_again() on_press=again/>
        }
        .into_any(),
    })
}

/// Has the part of the program fetched, unless it is there. Returns how far that is, and what fetches it again.
fn fetching() -> (RwSignal<GroupState>, impl Fn() + Copy + Send + Sync) {
    let app = app();
    let state = RwSignal::new(GroupState::Coming);
    let fetch = move || {
        state.set(GroupState::Coming);
        spawn_local(async move {
            let came = fetch_later().await;
            if !came {
                app.part_failed();
            } else if OWED.take() {
                app.go_on_with_what_was_cut_off();
            }
            state.set(if came { GroupState::There } else { GroupState::Failed });
        });
    };
    match THERE.get() {
        Some(_) => state.set(GroupState::There),
        None => fetch(),
    }
    (state, fetch)
}

/// Draws the screen once the words and pieces that it shows are there.
fn with_words(screen: LaterScreen, screens: Screens) -> AnyView {
    let draw = move || screens(screen);
    let route = match screen {
        LaterScreen::At(route) => route,
        LaterScreen::Shut | LaterScreen::NewPassphrase | LaterScreen::Closing(..) => {
            return awaiting_group(PieceGroup::Words, draw);
        }
        // The last page comes after one that waited for its words; the other's come first of all.
        LaterScreen::Forgotten | LaterScreen::Erasing(_) | LaterScreen::Placing(..) => return draw(),
    };
    match route {
        Route::Settings
        | Route::Lock
        | Route::About
        | Route::Coin(_)
        | Route::Reflect
        | Route::Kind(_)
        | Route::Entry(_)
        | Route::Edit(_) => awaiting_group(PieceGroup::Words, draw),
        Route::Place(_) => awaiting_group(PieceGroup::Words, move || awaiting_group(PieceGroup::Coins, draw)),
        // What is laid side by side, printed or taken out is shown in the words it was said to from the first.
        Route::Compare | Route::HandIn | Route::Record(_) | Route::Print | Route::Export => awaiting_all(draw),
        _ => awaiting(draw),
    }
}
