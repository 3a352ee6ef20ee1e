//! The coin and the answers of a placement.

use super::placement_settings::{PlacementSettings, change, read};
use crate::{
    state::Draft,
    ui::{
        components::{Button, Choices, Labelled, NotSet, Options, app, redrawn, stand_words},
        drawing::picture,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Placement, Side, Stand};

const FIRST: [Stand; 4] = [Stand::Top, Stand::Bottom, Stand::Both, Stand::Changes];
const MORE: [Stand; 3] = [Stand::ReadAs, Stand::Unsure, Stand::NoFit];

/// The id of an answer within this page; nothing is stored by it.
fn id_of(stand: Stand) -> String {
    (stand as u8).to_string()
}

/// The coin and the answers of a placement. Nothing is chosen beforehand.
#[component]
pub fn Placing(
    /// The placement.
    draft: Draft,
    /// The coin's name.
    name: String,
    /// What is drawn on its face.
    emblem: String,
) -> impl IntoView {
    let app = app();
    let owner = Owner::current().unwrap_or_default();
    let tap = Callback::new(move |side| {
        let stand = if side == Side::Top { Stand::Top } else { Stand::Bottom };
        owner.with(|| change(draft, |placement| placement.stand = Some(stand)));
    });
    let stand = move || draft.with_body(|body| read(body, |placement| placement.stand));
    let more = RwSignal::new(draft.with_body(|body| read(body, says_more)));
    let show_more = Memo::new(move |_| more.get() || stand() == Some(Stand::Changes));
    let chosen = Signal::derive(move || stand().map(id_of).into_iter().collect());
    let on_choose = Callback::new(move |id: String| choose(draft, &id));
    let offer = move |stands: &[Stand]| {
        let options = offered(stands);
        view! { <Choices kind="radio" name="stand" options=options chosen=chosen on_choose=on_choose/> }
    };
    let show = move |()| {
        more.set(true);
        // The first of those that come.
        app.focus_on(&format!("[name=stand][value='{}']", id_of(MORE[0])));
    };
    let rest = redrawn(move || match show_more.get() {
        true => view! { <PlacementSettings draft=draft/> }.into_any(),
        false => view! { <Button class="quiet" label=word::place::more() on_press=show/> }.into_any(),
    });
    let none = move || stand().is_none();
    view! {
        <div class="coin-stage">{drawn(draft, name.clone(), emblem, tap)}</div>
        // The radios below say the same to whoever does not tap the picture.
        <p class="coin-hint">
            <b>{name}</b>
            " "
            {word::place::tap()}
        </p>
        <Options>
            {offer(&FIRST)}
            {redrawn(move || show_more.get().then(|| offer(&MORE)))}
            <NotSet class="choice" name="stand" on=none on_choose=move |()| choose(draft, "")/>
        </Options>
        {rest}
    }
}

/// Whether something was said that stands below the first answers.
fn says_more(placement: &Placement) -> bool {
    !placement.note.is_empty()
        || !placement.settings.is_empty()
        || placement.stand.is_some_and(|stand| MORE.contains(&stand))
}

fn offered(stands: &[Stand]) -> Vec<Labelled> {
    stands.iter().map(|stand| (id_of(*stand), stand_words(*stand).to_owned())).collect()
}

fn choose(draft: Draft, id: &str) {
    let chosen = FIRST.into_iter().chain(MORE).find(|stand| id_of(*stand) == id);
    change(draft, |placement| placement.stand = chosen);
}

/// The coin as it lies by what was said so far.
fn drawn(draft: Draft, name: String, emblem: String, tap: Callback<Side>) -> AnyView {
    let said = Memo::new(move |_| {
        draft.with_body(|body| {
            read(body, |placement| {
                let settings = placement.settings.iter().map(|setting| (setting.place.clone(), setting.side));
                (placement.stand, settings.collect::<Vec<_>>())
            })
        })
    });
    redrawn(move || {
        let (stand, settings) = said.get();
        picture(stand, &settings).draw(&emblem, told(&name, stand, &settings), Some(tap))
    })
}

/// The picture in words.
pub fn told(name: &str, stand: Option<Stand>, settings: &[(String, Option<Side>)]) -> String {
    let coin = match stand {
        Some(Stand::Top) => word::coin_drawing::top(name),
        Some(Stand::Bottom) => word::coin_drawing::bottom(name),
        Some(Stand::Both) => word::coin_drawing::both(name),
        Some(Stand::Changes) => word::coin_drawing::changes(name),
        _ => word::coin_drawing::plain(name),
    };
    let on = |side: Side| {
        let places: Vec<&str> =
            settings.iter().filter(|(_, at)| *at == Some(side)).map(|(place, _)| place.as_str()).collect();
        places.join(", ")
    };
    let (top, bottom) = (on(Side::Top), on(Side::Bottom));
    [
        coin,
        if top.is_empty() { String::new() } else { word::coin_drawing::mark_top(&top) },
        if bottom.is_empty() { String::new() } else { word::coin_drawing::mark_bottom(&bottom) },
    ]
    .into_iter()
    .filter(|part| !part.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}
