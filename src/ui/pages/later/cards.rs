//! The cards: all of them by group, and one.

use super::{super::Missing, coin::WRITE, lines::own};
use crate::{
    route::{Code, Route},
    state::{App, Guard, MY_SUPPORT},
    ui::components::{Calls, Group, Link, Page, Paragraphs, Reading, Row, Sources, app, awaiting, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{Card, CardGroup};

/// All cards, by group.
#[component]
pub fn CardsPage() -> impl IntoView {
    let app = app();
    awaiting(move || {
        let cards = app.content.cards();
        let groups = groups().into_iter().map(|(of, name)| listed(&cards, of, name)).collect_view();
        view! {
            <Page title=word::cards::title() back=Route::Reflect place=word::reflect::title()>
                <p class="soft">{word::cards::intro()}</p>
                {groups}
            </Page>
        }
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

fn listed(cards: &[Card], of: CardGroup, name: &'static str) -> Option<impl IntoView + use<>> {
    let some = cards.iter().filter(|card| card.group == of);
    let some = some.map(|card| {
        let (title, topic) = (card.title.clone(), card.topic.clone());
        view! { <Row to=Route::Card(Code::of(&card.id)) title=title text=topic/> }
    });
    let some: Vec<_> = some.collect();
    (!some.is_empty()).then(|| {
        view! {
            <Group name=name>
                <ul class="rows">{some}</ul>
            </Group>
        }
    })
}

/// One card.
#[component]
pub fn CardPage(
    /// Its code.
    code: Code,
) -> impl IntoView {
    let app = app();
    awaiting(move || match app.content.card_at(code) {
        Some(card) => whole(app, card).into_any(),
        None => view! { <Missing/> }.into_any(),
    })
}

fn whole(app: App, card: Card) -> impl IntoView {
    let calls = card.clone();
    let region = (!card.region.is_empty()).then(|| view! { <p class="soft">{card.region}</p> });
    let support = (card.group == CardGroup::Support).then(|| view! { <Support/> });
    let ask = (!card.ask.is_empty()).then(|| view! { <p class="asked">{card.ask}</p> });
    let write = Route::Form(Code::of(WRITE), None);
    let coins = coins(app, &card.coins);
    view! {
        <Page title=card.title back=Route::Cards place=word::cards::title()>
            {region}
            <Paragraphs texts=card.text/>
            <Calls card=calls/>
            <Reading parts=card.parts/>
            {support}
            {ask}
            <Link class="button plain" to=write label=word::closing::write()/>
            {coins}
            <Sources sources=card.sources reviewed=card.reviewed/>
        </Page>
    }
}

/// Whom the person wrote down to reach, and the way to write down someone.
#[component]
fn Support() -> impl IntoView {
    let app = app();
    let said = redrawn(move || {
        let lines = app.own_support();
        match (lines.is_empty(), app.guard()) {
            (false, _) => own(app, lines).into_any(),
            (true, Guard::Shut) => view! {
                <p>
                    <Link class="quiet" to=Route::Journal label=word::lock::unlock()/>
                </p>
            }
            .into_any(),
            (true, _) => view! { <p class="soft">{word::cards::own_none()}</p> }.into_any(),
        }
    });
    let add = Route::Form(Code::of(MY_SUPPORT), None);
    view! {
        <Group name=word::cards::own()>
            {said}
            <p>
                <Link class="quiet" to=add label=word::cards::own_add()/>
            </p>
        </Group>
    }
}

/// The coins it speaks of, those that have a page.
fn coins(app: App, ids: &[String]) -> Option<impl IntoView + use<>> {
    let coins = ids.iter().filter_map(|id| app.content.coin_line(id));
    let coins: Vec<_> = coins.map(|coin| view! { <Row to=Route::Coin(Code::of(&coin.id)) title=coin.name/> }).collect();
    (!coins.is_empty()).then(|| {
        view! {
            <Group name=word::cards::coins()>
                <ul class="rows">{coins}</ul>
            </Group>
        }
    })
}
