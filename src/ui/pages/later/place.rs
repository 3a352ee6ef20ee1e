//! Placing oneself on a coin.

use super::{
    super::{Missing, step::Placed},
    placing::Placing,
};
use crate::{
    route::{Code, Route},
    state::Draft,
    ui::components::{Button, KeepingLine, NotKept, Nudge, Page, app},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::Coin,
    reflection::{Body, Placement, Stand},
};

/// Placing oneself on a coin.
#[component]
pub fn Place(
    /// The code of the coin.
    code: Code,
) -> impl IntoView {
    let app = app();
    let Some(line) = app.content.coin_line_at(code) else { return view! { <Missing/> }.into_any() };
    match app.content.opened_coin(&line.id) {
        Some(coin) => ask(coin).into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// An empty placement on a coin.
fn empty(coin: &Coin) -> Placement {
    Placement { coin: coin.id.clone(), revision: coin.revision, stand: None, settings: Vec::new(), note: String::new() }
}

fn ask(coin: Coin) -> impl IntoView {
    let app = app();
    let back = Route::Coin(Code::of(&coin.id));
    let draft = Draft::place(app, empty(&coin));
    let keep = move |()| {
        draft.save();
        if !draft.failed() {
            app.go_to_placed(back);
        }
    };
    let rather_not = move |()| {
        draft.change(|body| {
            if let Body::Placement(placement) = body {
                placement.stand = Some(Stand::RatherNotSay);
            }
        });
        keep(());
    };
    let leave = move |()| {
        draft.undo();
        if !draft.failed() {
            app.go(back);
        }
    };
    let foot = move || {
        view! {
            <NotKept draft=draft/>
            <Button class="button" label=word::place::keep() on_press=keep/>
            <div class="pair">
                <Button class="quiet" label=word::place::rather_not() on_press=rather_not/>
                <Button class="quiet" label=word::place::cancel() on_press=leave/>
            </div>
        }
    };
    view! {
        <Page title=word::place::ask() place=coin.name.clone() back=back foot=foot>
            <Placing draft=draft name=coin.name emblem=coin.emblem/>
            <KeepingLine draft=draft/>
            <Nudge draft=draft/>
        </Page>
    }
}

/// Placing oneself within an activity: a placement of its own, which is saved by going on.
#[component]
pub(super) fn PlaceStep(
    /// The coin's id.
    coin: StoredValue<String>,
    /// Takes what is placed, for whoever goes on to save it.
    placed: RwSignal<Option<Placed>>,
) -> impl IntoView {
    let app = app();
    let coin = coin.with_value(|coin| app.content.opened_coin(coin))?;
    let empty = empty(&coin);
    let draft = Draft::place(app, empty.clone());
    placed.set(Some(Placed { draft, empty }));
    on_cleanup(move || placed.set(None));
    Some(view! {
        <Placing draft=draft name=coin.name emblem=coin.emblem/>
        <NotKept draft=draft/>
    })
}
