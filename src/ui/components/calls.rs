//! Numbers that reach somebody, each to be tapped. Nothing is opened before that.

use super::{Group, Link, app, once_there};
use crate::{
    route::{Code, Route},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{Call, Card, PieceGroup};

/// All numbers of a page, by region.
#[component]
pub fn Calls(
    /// The page.
    card: Card,
) -> impl IntoView {
    let mut regions: Vec<(String, Vec<AnyView>)> = Vec::new();
    for call in card.calls {
        let row = row(&call).into_any();
        match regions.last_mut() {
            Some((region, list)) if *region == call.region => list.push(row),
            _ => regions.push((call.region, vec![row])),
        }
    }
    let region = |(region, list): (String, Vec<AnyView>)| {
        view! {
            <Group name=region>
                <ul class="rows">{list}</ul>
            </Group>
        }
    };
    regions.into_iter().map(region).collect_view()
}

/// The few numbers for whoever needs somebody now, and the way to all others: small, so that they stand over what is
/// asked and are never below the fold. Empty until the cards have come.
#[component]
pub fn TalkNow() -> impl IntoView {
    let content = app().content;
    once_there(PieceGroup::Cards, move || talk(&content.cards()))
}

fn talk(cards: &[Card]) -> Option<impl IntoView + use<>> {
    let first = |card: &Card| card.calls.iter().any(|call| call.first);
    let card = cards.iter().find(|card| first(card))?;
    let few = card.calls.iter().filter(|call| call.first).map(|call| {
        let (address, name, number) = (call.address(), call.name.clone(), call.number.clone());
        view! {
            <li>
                <a class="talk-to" href=address>
                    {name} " " <span translate="no">{number}</span>
                </a>
            </li>
        }
    });
    Some(view! {
        <section class="talk">
            <h2>{word::cards::talk()}</h2>
            <ul>
                {few.collect_view()}
                <li>
                    <Link class="quiet small" to=Route::Card(Code::of(&card.id)) label=word::cards::talk_others()/>
                </li>
            </ul>
        </section>
    })
}

fn row(call: &Call) -> impl IntoView + use<> {
    let (number, act) = match (call.text_only, call.text_word.as_str()) {
        (false, _) => (call.number.clone(), word::cards::call()),
        (true, "") => (call.number.clone(), word::cards::text_act()),
        (true, word) => (word::cards::text_word(word, &call.number), word::cards::text_act()),
    };
    let left_alone = call.text_word.is_empty().then_some("no");
    let line = word::cards::call_line(&call.hours, &call.who);
    let text = call.texts.then(|| {
        let address = format!("sms:{}", call.dialled());
        view! {
            <p>
                <a class="quiet" href=address>
                    {word::cards::text(&call.number)}
                </a>
            </p>
        }
    });
    let note = word::cards::checked(&call.checked);
    view! {
        <li class="row call">
            <a href=call.address()>
                <span class="row-words">
                    <span class="row-title">{call.name.clone()}</span>
                    <span class="row-text">
                        <span translate=left_alone>{number}</span>
                        {line}
                    </span>
                </span>
                <span class="call-act">{act}</span>
            </a>
            {text}
            {(!note.is_empty()).then(|| view! { <p class="soft">{note}</p> })}
        </li>
    }
}
