use super::{
    super::{coin::WRITE, missing},
    lines::own,
};
use crate::{
    route::{Code, Route},
    state::{App, Guard, MY_SUPPORT},
    ui::{
        parts::{
            app, awaiting, calls, group, link, page, para, paragraphs, reading, row, row_with, rows, soft, sources,
        },
        view::{View, all, el, maybe},
    },
    words::word,
};
use obverse_core::activity::{Card, CardGroup};

/// All cards, by group.
pub fn cards() -> View {
    let app = app();
    awaiting(move || {
        let cards = app.content.cards();
        page(word::cards::title())
            .back(Route::Reflect)
            .place(word::reflect::title())
            .with(soft(word::cards::intro()))
            .with(all(groups().into_iter().map(|(of, name)| listed(&cards, of, name).into())))
            .into()
    })
}

/// The groups in the order shown, by their names.
fn groups() -> [(CardGroup, &'static str); 7] {
    [
        (CardGroup::Words, word::cards::words()),
        (CardGroup::Stance, word::cards::stance()),
        (CardGroup::Practice, word::cards::practice()),
        (CardGroup::Hard, word::cards::hard()),
        (CardGroup::Safety, word::cards::safety()),
        (CardGroup::Support, word::cards::support()),
        (CardGroup::Day, word::cards::day()),
    ]
}

fn listed(cards: &[Card], of: CardGroup, name: &str) -> Option<View> {
    let some = cards.iter().filter(|card| card.group == of);
    let some: Vec<View> =
        some.map(|card| row_with(Route::Card(Code::of(&card.id)), &card.title, &card.topic, "")).collect();
    (!some.is_empty()).then(|| group(name).with(rows(View::several(some))).into())
}

/// One card.
pub fn card(code: Code) -> View {
    let app = app();
    awaiting(move || match app.content.card_at(code) {
        Some(card) => whole(app, &card),
        None => missing(),
    })
}

fn whole(app: App, card: &Card) -> View {
    page(card.title.as_str())
        .back(Route::Cards)
        .place(word::cards::title())
        .with((!card.region.is_empty()).then(|| soft(&card.region)))
        .with(paragraphs(&card.text))
        .with(calls(card))
        .with(reading(&card.parts))
        .with((card.group == CardGroup::Support).then(|| support(app)))
        .with((!card.ask.is_empty()).then(|| para("asked", &card.ask)))
        .with(link("button plain", Route::Form(Code::of(WRITE), None), word::closing::write()))
        .with(coins(app, &card.coins))
        .with(sources(&card.sources, card.reviewed))
        .into()
}

/// Whom the person wrote down to reach, and the way to write down someone.
fn support(app: App) -> View {
    let said = move || {
        let lines = app.own_support();
        Some(match (lines.is_empty(), app.guard()) {
            (false, _) => own(app, &lines),
            (true, Guard::Shut) => el("p").with(link("quiet", Route::Journal, word::lock::unlock())).into(),
            (true, _) => soft(word::cards::own_none()),
        })
    };
    let add = link("quiet", Route::Form(Code::of(MY_SUPPORT), None), word::cards::own_add());
    group(word::cards::own()).with(maybe(said)).with(el("p").with(add)).into()
}

/// The coins it speaks of, those that have a page.
fn coins(app: App, ids: &[String]) -> Option<View> {
    let coins: Vec<View> = ids
        .iter()
        .filter_map(|id| app.content.coin_line(id))
        .map(|coin| row(Route::Coin(Code::of(&coin.id)), &coin.name))
        .collect();
    (!coins.is_empty()).then(|| group(word::cards::coins()).with(rows(View::several(coins))).into())
}
