//! The journal: the entries by month, and a search.

use crate::{
    route::{Code, Route},
    state::{AT_FIRST, App, EntryLine, Found, KeepError, Lists, Month, Query},
    ui::components::{Button, Group, Link, LiveText, Own, Page, RefusalLine, Row, app, hands_off, redrawn},
    words::word,
};
use leptos::prelude::*;

/// So many more each time earlier ones are asked for.
const MORE: usize = 240;

/// The entries by month, and a search through every word of the person's own.
#[component]
pub fn Journal(
    /// Offers everything stored as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let Lists { query, most, .. } = app.lists;
    let refused = RwSignal::new(None);
    let found = Memo::new(move |_| query.get().run(app));
    let earlier = Memo::new(move |_| found.with(Found::entries) > most.get());
    // A button of its own, so that it keeps the focus while the list above it grows; after the last of them
    // the end of the list has it.
    let show_more = move |()| {
        most.update(|most| *most += MORE);
        if !untrack(|| earlier.get()) {
            app.focus_on(".month:last-of-type li:last-child a");
        }
    };
    let more = move || view! { <Button class="button plain" label=word::journal::earlier() on_press=show_more/> };
    let asked = move || query.with(|query| query.coin.is_some() || !query.words.trim().is_empty());
    let nothing = move || asked() && found.with(Found::is_empty);
    let empty = Memo::new(move |_| !asked() && found.with(Found::is_empty));
    // Steps and notes stand on pages of their own; without an entry they are searched here all the same.
    let searched = Memo::new(move |_| app.has_words());
    let not_found = move || if nothing() { word::journal::nothing_found() } else { "" };
    let to_write = || view! { <Link class="button" to=Route::Write label=word::journal::write()/> };
    view! {
        <Page title=word::journal::title() foot=to_write>
            {redrawn(move || searched.get().then(|| search(app, query, most)))}
            {redrawn(move || empty.get().then(nothing_yet))}
            <p class="soft" role="status">
                <LiveText text=not_found/>
            </p>
            {redrawn(move || found.with(|found| months(app, found, most.get())))}
            {redrawn(move || earlier.get().then(more))}
            {redrawn(move || found.with(|found| elsewhere(app, found)))}
            {redrawn(move || strays(app, refused))}
            <RefusalLine refused=refused/>
            {redrawn(move || (!app.journal.unreadable().is_empty()).then(|| unreadable(on_raw)))}
        </Page>
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-lead">{word::journal::empty()}</p>
            <p class="soft">{word::journal::empty_text()}</p>
        </div>
    }
}

/// What stands in the store without a lock is no part of a locked journal unless it is taken in.
fn strays(app: App, refused: RwSignal<Option<KeepError>>) -> Option<impl IntoView> {
    let strays = app.journal.strays();
    let stray = |(key, words): (String, String)| {
        let adopt = move |()| {
            refused.set(app.adopt(&key).err());
            app.focus_heading();
        };
        view! {
            <p class="quote" translate="no">{words}</p>
            <Button class="quiet" label=word::lock::plain_adopt() on_press=adopt/>
        }
    };
    (!strays.is_empty()).then(|| {
        view! {
            <section class="group note">
                <h2>{word::lock::plain_title()}</h2>
                <p>{word::lock::plain_text()}</p>
                {strays.into_iter().map(stray).collect_view()}
            </section>
        }
    })
}

/// What could not be read is kept, and can be saved as it is.
fn unreadable(on_raw: Callback<()>) -> impl IntoView {
    view! {
        <section class="group note">
            <h2>{word::journal::unreadable_title()}</h2>
            <p>{word::journal::unreadable()}</p>
            <Button class="quiet" label=word::journal::unreadable_save() on_press=on_raw/>
        </section>
    }
}

fn search(app: App, query: RwSignal<Query>, most: RwSignal<usize>) -> impl IntoView {
    let ask = move |change: &dyn Fn(&mut Query)| {
        most.set(AT_FIRST);
        query.update(|query| change(query));
    };
    let ask_words = move |event| {
        let words = event_target_value(&event);
        ask(&|query| query.words.clone_from(&words));
    };
    let ask_coin = move |event| {
        let id = event_target_value(&event);
        ask(&|query| query.coin = Some(id.clone()).filter(|id| !id.is_empty()));
    };
    let words = query.with_untracked(|query| query.words.clone());
    let now = query.with_untracked(|query| query.coin.clone()).unwrap_or_default();
    let option = |id: String, name: String| {
        let selected = id == now;
        view! { <option value=id selected=selected>{name}</option> }
    };
    let coins = app.content.coins();
    view! {
        <search class="search">
            <label>
                <span class="heard">{word::journal::search()}</span>
                <input
                    class="field"
                    {..hands_off()}
                    type="search"
                    placeholder=word::journal::search()
                    value=words
                    on:input=ask_words
                />
            </label>
            <label>
                <span class="heard">{word::journal::filter()}</span>
                <select class="field" autocomplete="off" on:change=ask_coin>
                    {option(String::new(), word::journal::all_coins().to_owned())}
                    {coins.into_iter().map(|coin| option(coin.id, coin.name)).collect_view()}
                </select>
            </label>
        </search>
    }
}

fn months(app: App, found: &Found, most: usize) -> impl IntoView + use<> {
    let mut left = most;
    let mut months = Vec::new();
    for month in &found.months {
        let some = left.min(month.entries.len());
        left -= some;
        months.extend((some > 0).then(|| month_view(app, month, some)));
    }
    months
}

fn month_view(app: App, month: &Month, most: usize) -> impl IntoView + use<> {
    let entries = month.entries.iter().take(most).filter_map(|id| app.entry_line(*id));
    view! {
        <section class="month">
            <h2 class="group-name">{app.month(month.stamp)}</h2>
            <ul class="rows">{entries.map(entry_row).collect_view()}</ul>
        </section>
    }
}

fn entry_row(entry: EntryLine) -> impl IntoView {
    let title = match entry.title.as_str() {
        "" => word::journal::untitled().to_owned(),
        _ => entry.title,
    };
    let note = match (entry.in_conflict, entry.unfinished) {
        (true, _) => word::journal::two_versions(),
        (false, true) => word::journal::unfinished(),
        (false, false) => "",
    };
    let own = if entry.titled { Own::Both } else { Own::Text };
    view! { <Row own=own to=Route::Entry(entry.id) title=title text=entry.opening note=note/> }
}

/// What was found outside the entries: on coins, in answers and in steps.
fn elsewhere(app: App, found: &Found) -> impl IntoView + use<> {
    let placements = found.placements.iter().filter_map(|(id, text)| {
        let coin = app.content.coin_line(id)?;
        Some(found_row(Own::Text, Route::Coin(Code::of(id)), coin.name, text.clone()))
    });
    let notes = found.notes.iter().filter_map(|(id, text)| {
        let activity = app.content.line(id)?;
        Some(found_row(Own::Text, Route::Activity(Code::of(id)), activity.title, text.clone()))
    });
    let steps =
        found.steps.iter().map(|(id, text)| found_row(Own::Name, Route::Step(*id), text.clone(), String::new()));
    [
        found_group(word::journal::found_placements(), placements.collect()),
        found_group(word::journal::found_runs(), notes.collect()),
        found_group(word::steps::title(), steps.collect()),
    ]
    .into_iter()
    .flatten()
    .collect_view()
}

fn found_row(own: Own, to: Route, title: String, text: String) -> AnyView {
    view! { <Row own=own to=to title=title text=text/> }.into_any()
}

fn found_group(name: &'static str, rows: Vec<AnyView>) -> Option<AnyView> {
    let group = |rows: Vec<AnyView>| {
        view! {
            <Group name=name>
                <ul class="rows">{rows}</ul>
            </Group>
        }
    };
    (!rows.is_empty()).then(|| group(rows).into_any())
}
