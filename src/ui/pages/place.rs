use crate::{
    route::{Code, Route},
    state::Draft,
    ui::{
        parts::{app, awaiting_group, button, keeping_line, not_kept, nudge, page, pair, placing},
        view::View,
    },
    words::word,
};
use obverse_core::{
    activity::{Coin, PieceGroup},
    reflection::{Body, Placement, Stand},
};

/// Placing oneself on a coin.
pub fn place(code: Code) -> View {
    let app = app();
    let Some(line) = app.content.coin_line_at(code) else { return super::missing() };
    awaiting_group(PieceGroup::Coins, move || match app.content.opened_coin(&line.id) {
        Some(coin) => ask(coin),
        None => super::missing(),
    })
}

/// An empty placement on a coin.
pub(super) fn empty(coin: &Coin) -> Placement {
    Placement { coin: coin.id.clone(), revision: coin.revision, stand: None, settings: Vec::new(), note: String::new() }
}

fn ask(coin: Coin) -> View {
    let app = app();
    let back = Route::Coin(Code::of(&coin.id));
    let draft = Draft::place(app, empty(&coin));
    let keep = move || {
        draft.save();
        if !draft.failed() {
            app.go_to_placed(back);
        }
    };
    let rather_not = move || {
        draft.change(|body| {
            if let Body::Placement(placement) = body {
                placement.stand = Some(Stand::RatherNotSay);
            }
        });
        keep();
    };
    let leave = move || {
        draft.undo();
        if !draft.failed() {
            app.go(back);
        }
    };
    let pair = pair().with(button("quiet", word::place::rather_not(), rather_not)).with(button(
        "quiet",
        word::place::cancel(),
        leave,
    ));
    page(word::place::ask())
        .place(coin.name.as_str())
        .back(back)
        .foot(not_kept(draft))
        .foot(button("button", word::place::keep(), keep))
        .foot(pair)
        .with(placing(draft, coin.name))
        .with(keeping_line(draft))
        .with(nudge(draft))
        .into()
}
