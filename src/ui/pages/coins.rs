use crate::{
    route::{Code, Route},
    ui::{
        drawing::SmallCoin,
        parts::{Page, app, soft},
    },
    words::word,
};
use leptos::prelude::*;

/// The table of coins: their names, and whether they were looked at; never a side.
#[component]
pub fn Coins() -> impl IntoView {
    let app = app();
    view! {
        <Page title=word::coins::title().to_owned()>
            {soft(word::coins::intro())}
            <ul class="tray">
                {app
                    .content
                    .coins()
                    .into_iter()
                    .map(|coin| {
                        let looked_at = app.journal.looked_at(&coin.id);
                        let said = if looked_at { word::coins::looked_at() } else { word::coins::not_yet() };
                        view! {
                            <li>
                                <a href=Route::Coin(Code::of(&coin.id)).to_string()>
                                    <SmallCoin looked_at=looked_at />
                                    <span>{coin.name}</span>
                                    <span class="heard">{said}</span>
                                </a>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {soft(word::coins::credit())}
        </Page>
    }
}
