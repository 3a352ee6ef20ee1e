use crate::{
    route::{Code, Route},
    ui::{
        drawing::small_coin,
        parts::{app, page, soft, span, way},
        view::{View, all, el},
    },
    words::word,
};

/// The table of coins: their names, and whether they were looked at; never a side.
pub fn coins() -> View {
    let app = app();
    let coins = app.content.coins().into_iter().map(|coin| {
        let looked_at = app.journal.looked_at(&coin.id);
        let said = if looked_at { word::coins::looked_at() } else { word::coins::not_yet() };
        let name = el("span").with(coin.name);
        let way = way(Route::Coin(Code::of(&coin.id))).with(small_coin(looked_at)).with(name).with(span("heard", said));
        el("li").with(way).into()
    });
    page(word::coins::title())
        .with(soft(word::coins::intro()))
        .with(el("ul").class("tray").with(all(coins)))
        .with(soft(word::coins::credit()))
        .into()
}
