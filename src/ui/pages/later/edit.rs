//! Changing an entry: its title, its words, the coins it belongs to.

use super::entry::{EntryPage, Gone, item_of};
use crate::{
    route::Route,
    state::{Draft, RecordId},
    ui::components::{KeepingLine, LongLine, Nudge, Page, SaveOrCancel, Size, Tick, WordsField, app},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::ListedCoin,
    reflection::{Body, Entry, Part},
};

/// Changing an entry: its title, its words, the coins it belongs to.
#[component]
pub fn Edit(
    /// The entry's name.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    if untrack(|| app.journal.record(id)).is_some_and(|record| record.in_conflict()) {
        // The two versions come first.
        return view! { <EntryPage id=id/> }.into_any();
    }
    match Draft::open(app, id).filter(|draft| draft.with_body(|body| matches!(body, Body::Entry(_)))) {
        Some(draft) => view! { <Fields draft=draft/> }.into_any(),
        None => view! { <Gone/> }.into_any(),
    }
}

fn read<T: Default>(draft: Draft, read: impl FnOnce(&Entry) -> T) -> T {
    draft.with_body(|body| match body {
        Body::Entry(entry) => read(entry),
        _ => T::default(),
    })
}

fn change(draft: Draft, change: impl FnOnce(&mut Entry)) {
    draft.change(|body| {
        if let Body::Entry(entry) = body {
            change(entry);
        }
    });
}

#[component]
fn Fields(draft: Draft) -> impl IntoView {
    let app = app();
    let go_back = move || {
        if !draft.failed() {
            app.replace(Route::Entry(draft.id));
        }
    };
    let keep = move |()| {
        draft.keep();
        go_back();
    };
    let cancel = move |()| {
        draft.undo();
        go_back();
    };
    let (form, parts) = untrack(|| read(draft, |entry| (entry.form.clone(), entry.parts.clone())));
    let parts = parts.iter().enumerate().map(|(place, part)| part_field(draft, &form, part, place)).collect_view();
    let ticks = app.content.coins().into_iter().map(move |coin| view! { <CoinTick draft=draft coin=coin/> });
    let foot = move || view! { <SaveOrCancel draft=draft on_save=keep on_cancel=cancel/> };
    view! {
        <Page title=word::entry::edit() back=Route::Entry(draft.id) foot=foot>
            <WordsField
                size=Size::Line
                label=word::entry::title()
                text=move || read(draft, |entry| entry.title.clone())
                on_input=move |text| change(draft, |entry| entry.title = text)
            />
            {parts}
            <LongLine draft=draft/>
            // Folded up: seventeen of them, and few are wanted.
            <details class="more">
                <summary>{word::entry::coins()}</summary>
                <fieldset class="choices">
                    <legend class="heard">{word::entry::coins()}</legend>
                    {ticks.collect_view()}
                </fieldset>
            </details>
            <KeepingLine draft=draft/>
            <Nudge draft=draft/>
        </Page>
    }
}

fn part_field(draft: Draft, form: &str, part: &Part, place: usize) -> impl IntoView + use<> {
    let item = untrack(|| item_of(app(), form, part));
    let label = item.map_or_else(|| word::runner::your_words().to_owned(), |item| item.ask);
    let text = move || read(draft, |entry| entry.parts.get(place).map(|part| part.text.clone()).unwrap_or_default());
    let write = move |text: String| {
        change(draft, |entry| {
            if let Some(part) = entry.parts.get_mut(place) {
                part.text = text;
            }
        });
    };
    view! { <WordsField size=Size::Tall label=label text=text on_input=write/> }
}

#[component]
fn CoinTick(draft: Draft, coin: ListedCoin) -> impl IntoView {
    let id = coin.id.clone();
    let on = move || read(draft, |entry| entry.coins.contains(&id));
    let id = coin.id;
    let turn = move |_| {
        change(draft, |entry| match entry.coins.iter().position(|one| *one == id) {
            Some(place) => drop(entry.coins.remove(place)),
            None => entry.coins.push(id.clone()),
        });
    };
    view! { <Tick class="choice small" label=coin.name on=on on_change=turn/> }
}
