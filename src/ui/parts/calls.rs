//! Numbers that reach somebody, each to be tapped. Nothing is opened before that.

use super::{app, group, heading, link, once_there, rows, soft, span};
use crate::{
    route::{Code, Route},
    ui::view::{View, all, el},
    words::word,
};
use obverse_core::activity::{Call, Card, PieceGroup};

/// All numbers of a page, by region.
pub fn calls(card: &Card) -> View {
    let mut regions: Vec<(&str, Vec<View>)> = Vec::new();
    for call in &card.calls {
        let row = row(call, &call.who, &word::cards::checked(&call.checked));
        match regions.last_mut() {
            Some((region, list)) if *region == call.region => list.push(row),
            _ => regions.push((&call.region, vec![row])),
        }
    }
    all(regions.into_iter().map(|(region, list)| group(region).with(rows(View::several(list))).into()))
}

/// The few numbers for whoever needs somebody now, and the way to all others: small, so that they stand over what is
/// asked and are never below the fold. Empty until the cards have come.
pub fn talk_now() -> View {
    let content = app().content;
    once_there(PieceGroup::Cards, move || talk(&content.cards()))
}

fn talk(cards: &[Card]) -> View {
    let first = |card: &Card| card.calls.iter().any(|call| call.first);
    let Some(card) = cards.iter().find(|card| first(card)) else { return View::nothing() };
    let few = card.calls.iter().filter(|call| call.first).map(|call| {
        let number = el("span").attr("translate", "no").with(call.number.as_str());
        let to = el("a").class("talk-to").attr("href", &call.address());
        el("li").with(to.with(call.name.as_str()).with(" ").with(number)).into()
    });
    let others = link("quiet small", Route::Card(Code::of(&card.id)), word::cards::talk_others());
    el("section")
        .class("talk")
        .with(heading("h2", word::cards::talk()))
        .with(el("ul").with(all(few)).with(el("li").with(others)))
        .into()
}

fn row(call: &Call, under: &str, note: &str) -> View {
    let (number, act) = match (call.text_only, call.text_word.as_str()) {
        (false, _) => (call.number.clone(), word::cards::call()),
        (true, "") => (call.number.clone(), word::cards::text_act()),
        (true, word) => (word::cards::text_word(word, &call.number), word::cards::text_act()),
    };
    let line = el("span")
        .class("row-text")
        .with(
            if call.text_word.is_empty() { el("span").attr("translate", "no") } else { el("span") }
                .with(number.as_str()),
        )
        .with(word::cards::call_line(&call.hours, under).as_str());
    let words = el("span").class("row-words").with(span("row-title", &call.name)).with(line);
    let text = call.texts.then(|| {
        let to = el("a").class("quiet").attr("href", &format!("sms:{}", call.dialled()));
        el("p").with(to.with(word::cards::text(&call.number)))
    });
    el("li")
        .class("row call")
        .with(el("a").attr("href", &call.address()).with(words).with(span("call-act", act)))
        .with(text.map(View::from))
        .with((!note.is_empty()).then(|| soft(note)))
        .into()
}
