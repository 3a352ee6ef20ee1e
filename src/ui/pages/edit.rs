use super::entry::{gone, item_of};
use crate::{
    route::Route,
    state::{Draft, RecordId},
    ui::{
        parts::{Size, app, button, keeping_line, long_line, not_kept, nudge, page, pair, tick, words_field},
        view::{View, all, el},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::ListedCoin,
    reflection::{Body, Entry, Part},
};
use std::rc::Rc;

/// Changing an entry: its title, its words, the coins it belongs to.
pub fn edit(id: RecordId) -> View {
    let app = app();
    if untrack(|| app.journal.record(id)).is_some_and(|record| record.in_conflict()) {
        // The two versions come first.
        return super::entry::entry(id);
    }
    match Draft::open(app, id).filter(|draft| draft.with_body(|body| matches!(body, Body::Entry(_)))) {
        Some(draft) => fields(draft),
        None => gone(),
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

fn fields(draft: Draft) -> View {
    let app = app();
    let go_back = move || {
        if !draft.failed() {
            app.replace(Route::Entry(draft.id));
        }
    };
    let keep = move || {
        draft.keep();
        go_back();
    };
    let cancel = move || {
        draft.undo();
        go_back();
    };
    let title = words_field(
        Size::Line,
        word::entry::title(),
        "",
        move || read(draft, |entry| entry.title.clone()),
        move |text| change(draft, |entry| entry.title = text),
    );
    let (form, parts) = untrack(|| read(draft, |entry| (entry.form.clone(), entry.parts.clone())));
    let parts = untrack(|| all(parts.iter().enumerate().map(|(place, part)| part_field(draft, &form, part, place))));
    // Folded up: seventeen of them, and few are wanted.
    let ticks = el("fieldset").class("choices").with(el("legend").class("heard").with(word::entry::coins()));
    let ticks = ticks.with(all(app.content.coins().into_iter().map(|coin| coin_tick(draft, coin))));
    let coins = el("details").class("more").with(el("summary").with(word::entry::coins())).with(ticks);
    page(word::entry::edit())
        .back(Route::Entry(draft.id))
        .foot(not_kept(draft))
        .foot(button("button", word::entry::keep(), keep))
        .foot(pair().with(button("quiet", word::entry::cancel(), cancel)))
        .with(title)
        .with(parts)
        .with(long_line(draft))
        .with(coins)
        .with(keeping_line(draft))
        .with(nudge(draft))
        .into()
}

fn part_field(draft: Draft, form: &str, part: &Part, place: usize) -> View {
    let label =
        untrack(|| item_of(app(), form, part)).map_or_else(|| word::runner::your_words().to_owned(), |item| item.ask);
    words_field(
        Size::Tall,
        &label,
        "",
        move || read(draft, |entry| entry.parts.get(place).map(|part| part.text.clone()).unwrap_or_default()),
        move |text| {
            change(draft, |entry| {
                if let Some(part) = entry.parts.get_mut(place) {
                    part.text = text;
                }
            });
        },
    )
}

fn coin_tick(draft: Draft, coin: ListedCoin) -> View {
    let id = coin.id.clone();
    let on = Rc::new(move || read(draft, |entry| entry.coins.contains(&id)));
    let id = coin.id;
    tick("choice small", "checkbox", &coin.name, on, move |_| {
        change(draft, |entry| match entry.coins.iter().position(|one| *one == id) {
            Some(place) => drop(entry.coins.remove(place)),
            None => entry.coins.push(id.clone()),
        });
    })
}
