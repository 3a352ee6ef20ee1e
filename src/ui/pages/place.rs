use crate::{
    route::{Code, Route},
    state::Draft,
    ui::parts::{Awaiting, KeepingLine, Page, Placing, app, button},
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
    /// The coin's code.
    code: Code,
) -> impl IntoView {
    let app = app();
    view! {
        <Awaiting then=move || {
            match app.content.coin_line_at(code).and_then(|line| app.content.coin(&line.id)) {
                Some(coin) => view! { <Ask coin=coin /> }.into_any(),
                None => view! { <super::Missing /> }.into_any(),
            }
        } />
    }
}

/// An empty placement on a coin.
pub(super) fn empty(coin: &Coin) -> Body {
    Body::Placement(Placement {
        coin: coin.id.clone(),
        revision: coin.revision,
        stand: None,
        settings: Vec::new(),
        note: String::new(),
    })
}

#[component]
fn Ask(coin: Coin) -> impl IntoView {
    let app = app();
    let back = Route::Coin(Code::of(&coin.id));
    let draft = Draft::begin(app, empty(&coin));
    let keep = move || {
        draft.keep();
        if !draft.failed() {
            app.go(back);
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
    view! {
        <Page
            title=word::place::ask().to_owned()
            place=coin.name.clone()
            back=back
            foot=move || {
                view! {
                    {button("button", word::place::keep(), keep)}
                    <div class="pair">
                        {button("quiet", word::place::rather_not(), rather_not)}
                        {button("quiet", word::place::not_now(), leave)}
                    </div>
                }
            }
        >
            <Placing draft=draft name=coin.name.clone() />
            <KeepingLine draft=draft />
        </Page>
    }
}
