//! The table of coins.

use crate::{
    route::{Code, Route},
    ui::{
        components::{Page, app, href, once_there},
        drawing::{emblem, struck},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{ListedCoin, PieceGroup};

/// The table of coins: their names, and for whoever hears them, whether they were looked at; never a side.
#[component]
pub fn Coins() -> impl IntoView {
    let app = app();
    let coin = move |coin: ListedCoin| {
        let looked_at = app.journal.looked_at(&coin.id);
        let said = if looked_at { word::coins::looked_at() } else { word::coins::not_yet() };
        let to = Route::Coin(Code::of(&coin.id));
        let face = once_there(PieceGroup::Coins, move || app.content.emblem(&coin.id).map(|drawing| emblem(&drawing)));
        view! {
            <li>
                <a href=href(to)>
                    {struck(face, None)} <span>{coin.name}</span> <span class="heard">{said}</span>
                </a>
            </li>
        }
    };
    view! {
        <Page title=word::coins::title()>
            <p class="soft">{word::coins::intro()}</p>
            <ul class="tray">{app.content.coins().into_iter().map(coin).collect_view()}</ul>
            <p class="soft">{word::coins::credit()}</p>
        </Page>
    }
}
