//! The library: everything there is to go through, by a search, by what it is good for, and by its kind.

use crate::{
    route::Route,
    state::{Library, Shelved, Standing},
    ui::{
        components::{Group, LiveText, Page, Row, app, awaiting, hands_off, href, redrawn},
        drawing::{emblem, struck},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{GOOD_FOR, Kind, PieceGroup};

/// A search over everything, sets of what is good for a moment, and the kinds with what else there is to read.
#[component]
pub fn Reflect() -> impl IntoView {
    let app = app();
    let library = app.lists.library;
    let found = Memo::new(move |_| app.shelved());
    let nothing = move || if library.asks() && found.with(Vec::is_empty) { word::reflect::nothing_found() } else { "" };
    let rows = move || view! { <ul class="pieces">{found.get().into_iter().map(piece).collect_view()}</ul> };
    view! {
        <Page title=word::reflect::title()>
            {search(library)} {sets(library)} <div role="status">
                <LiveText text=nothing/>
            </div> {redrawn(rows)} <Group name=word::reflect::all()>
                <p class="soft">{word::reflect::intro()}</p>
                <Kinds/>
            </Group>
        </Page>
    }
}

fn search(library: Library) -> impl IntoView {
    let look_for = move |event| library.look_for(event_target_value(&event));
    view! {
        <search class="look-for">
            <label>
                <span class="heard">{word::reflect::search()}</span>
                <input
                    class="field"
                    {..hands_off()}
                    type="search"
                    placeholder=word::reflect::search()
                    value=library.words.get_untracked()
                    on:input=look_for
                />
            </label>
        </search>
    }
}

/// What an activity can be good for, each to be pressed.
fn sets(library: Library) -> impl IntoView {
    let names = [word::reflect::short(), word::reflect::round(), word::reflect::hard_day(), word::reflect::course()];
    let set = move |(set, name): (&'static str, &'static str)| {
        let on = move || library.set.with(|now| now == set);
        let pressed = move || if on() { "true" } else { "false" };
        let press = move |_| library.press(set);
        view! {
            <button type="button" class="set" class:on=on aria-pressed=pressed on:click=press>
                {name}
            </button>
        }
    };
    view! { <div class="sets">{GOOD_FOR.into_iter().zip(names).map(set).collect_view()}</div> }
}

/// A written sheet: the drawing on the face of what is about no coin.
const PAPER: &str = "M-13-17h19l7 7v27h-26zM6-17v7h7M-7-4h14M-7 3h14M-7 10h8";

/// Draws an activity as a line of the library: its name, what it is about and how long it takes. How far somebody has come with it is
/// said in words, and never counted.
fn piece(one: Shelved) -> impl IntoView {
    let all_there = untrack(|| app().content.pieces().is_some());
    let drawing = one.emblem.or_else(|| all_there.then(|| PAPER.to_owned()));
    let minutes = one.minutes.map(|minutes| word::reflect::minutes(f64::from(minutes)));
    let standing = match one.standing {
        Standing::Untouched => None,
        Standing::InProgress => Some(word::reflect::stopped_at().to_owned()),
        Standing::Done => Some(word::reflect::done().to_owned()),
    };
    let note = minutes.into_iter().chain(standing).collect::<Vec<_>>().join(" · ");
    view! {
        <li class="row">
            <a href=href(one.to)>
                <span class="emblem">{struck(drawing.map(|drawing| emblem(&drawing)).into_any(), None)}</span>
                <span class="row-words">
                    <span class="row-title">{one.title}</span>
                    {(!one.topic.is_empty()).then(|| view! { <span class="row-text">{one.topic}</span> })}
                    {(!note.is_empty()).then(|| view! { <span class="row-note">{note}</span> })}
                </span>
            </a>
        </li>
    }
}

/// All kinds with how many there are of each, and what else there is to read.
#[component]
fn Kinds() -> impl IntoView {
    let content = app().content;
    let all = content.activities();
    let kinds = [
        (Kind::Inventory, word::reflect::inventories_text()),
        (Kind::Scenario, word::reflect::scenarios_text()),
        (Kind::Exercise, word::reflect::exercises_text()),
        (Kind::Form, word::reflect::forms_text()),
        (Kind::Check, word::reflect::checks_text()),
    ];
    let many = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    let kind = |(kind, text): (Kind, &'static str)| {
        let count = all.iter().filter(|one| one.kind == kind).count();
        (count > 0).then(|| view! { <Row to=Route::Kind(kind) title=name(kind) text=text note=many(count)/> })
    };
    let cards = move |count| {
        let text = word::reflect::cards_text();
        view! { <Row to=Route::Cards title=word::cards::title() text=text note=many(count)/> }
    };
    view! {
        <ul class="rows kinds">
            {kinds.map(kind).into_iter().collect_view()}
            {redrawn(move || {
                content.group(PieceGroup::Cards);
                cards(untrack(|| content.cards().len()))
            })}
            <Row to=Route::Lines title=word::lines::title() text=word::reflect::lines_text()/>
            <Row to=Route::Guide title=word::guide::title() text=word::reflect::guide_text()/>
        </ul>
    }
}

/// The screen that lists all activities of one kind, such as the practice scenarios.
#[component]
pub fn OfKind(
    /// The kind.
    kind: Kind,
) -> impl IntoView {
    let app = app();
    awaiting(move || {
        let listed = app.shelved_of(kind).into_iter().map(piece).collect_view();
        let compare = || view! { <ul class="rows"><Row to=Route::Compare title=word::compare::title()/></ul> };
        view! {
            <Page title=name(kind) back=Route::Reflect place=word::reflect::title()>
                <ul class="pieces">{listed}</ul>
                {(kind == Kind::Check).then(compare)}
            </Page>
        }
    })
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Inventory => word::reflect::inventories(),
        Kind::Exercise => word::reflect::exercises(),
        Kind::Scenario => word::reflect::scenarios(),
        Kind::Check => word::reflect::checks(),
        Kind::Form => word::reflect::forms(),
    }
}
