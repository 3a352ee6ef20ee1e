use crate::{
    route::{Code, Route},
    state::{AT_FIRST, App, EntryLine, Found, KeepError, Lists, Month, Query},
    ui::{
        parts::{
            Own, app, button, field, group, heading, link, own_para, own_row, page, para, plain, refusal_line, rows,
            soft, span,
        },
        view::{View, all, el, live, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;

/// So many more each time earlier ones are asked for.
const MORE: usize = 240;

/// The entries by month, and a search through every word of the person's own. `on_raw` offers everything stored as
/// a file.
pub fn journal(on_raw: Callback<()>) -> View {
    let app = app();
    let Lists { query, most, .. } = app.lists;
    let refused = RwSignal::new(None);
    let found = Memo::new(move |_| query.get().run(app));
    let earlier = Memo::new(move |_| found.with(Found::entries) > most.get());
    // A button of its own, so that it keeps the focus while the list above it grows; after the last of them
    // the end of the list has it.
    let more = move || {
        button("button plain", word::journal::earlier(), move || {
            most.update(|most| *most += MORE);
            if !untrack(|| earlier.get()) {
                app.focus_on(".month:last-of-type li:last-child a");
            }
        })
    };
    let asked = move || query.with(|query| query.coin.is_some() || !query.words.trim().is_empty());
    let nothing = move || asked() && found.with(Found::is_empty);
    let empty = Memo::new(move |_| !asked() && found.with(Found::is_empty));
    // Steps and notes stand on pages of their own; without an entry they are searched here all the same.
    let searched = Memo::new(move |_| app.has_words());
    let not_found = saying(move || if nothing() { word::journal::nothing_found() } else { "" });
    page(word::journal::title())
        .foot(link("button", Route::Write, word::journal::write()))
        .with(maybe(move || searched.get().then(|| search(app, query, most))))
        .with(maybe(move || empty.get().then(nothing_yet)))
        .with(el("p").class("soft").attr("role", "status").with(not_found))
        .with(live(move || found.with(|found| months(app, found, most.get()))))
        .with(maybe(move || earlier.get().then(more)))
        .with(live(move || found.with(|found| all(elsewhere(app, found)))))
        .with(maybe(move || strays(app, refused)))
        .with(refusal_line(refused))
        .with(maybe(move || (!app.journal.unreadable().is_empty()).then(|| unreadable(on_raw))))
        .into()
}

fn nothing_yet() -> View {
    let lead = para("empty-lead", word::journal::empty());
    el("div").class("empty").with(lead).with(soft(word::journal::empty_text())).into()
}

/// What stands in the store without a lock is no part of a locked journal unless it is taken in.
fn strays(app: App, refused: RwSignal<Option<KeepError>>) -> Option<View> {
    let strays = app.journal.strays();
    if strays.is_empty() {
        return None;
    }
    let stray = |(key, words): (String, String)| {
        let adopt = move || {
            refused.set(app.adopt(&key).err());
            app.focus_heading();
        };
        View::several(vec![own_para("quote", &words), button("quiet", word::lock::plain_adopt(), adopt)])
    };
    let section = el("section").class("group note").with(heading("h2", word::lock::plain_title()));
    Some(section.with(plain(word::lock::plain_text())).with(all(strays.into_iter().map(stray))).into())
}

/// What could not be read is kept, and can be saved as it is.
fn unreadable(on_raw: Callback<()>) -> View {
    el("section")
        .class("group note")
        .with(heading("h2", word::journal::unreadable_title()))
        .with(plain(word::journal::unreadable()))
        .with(button("quiet", word::journal::unreadable_save(), move || on_raw.run(())))
        .into()
}

fn search(app: App, query: RwSignal<Query>, most: RwSignal<usize>) -> View {
    let ask = move |change: &dyn Fn(&mut Query)| {
        most.set(AT_FIRST);
        query.update(|query| change(query));
    };
    let words = field("input", "field")
        .attr("type", "search")
        .attr("placeholder", word::journal::search())
        .attr("value", &query.with_untracked(|query| query.words.clone()))
        .on_text("input", move |words| ask(&|query| query.words.clone_from(&words)));
    let now = query.with_untracked(|query| query.coin.clone()).unwrap_or_default();
    let option = |id: &str, name: &str| -> View {
        let option = el("option").attr("value", id).with(name);
        if id == now { option.attr("selected", "").into() } else { option.into() }
    };
    let coins = app.content.coins();
    let select = el("select")
        .class("field")
        .attr("autocomplete", "off")
        .with(option("", word::journal::all_coins()))
        .with(all(coins.iter().map(|coin| option(&coin.id, &coin.name))))
        .on_text("change", move |id| ask(&|query| query.coin = Some(id.clone()).filter(|id| !id.is_empty())));
    el("search")
        .class("search")
        .with(el("label").with(span("heard", word::journal::search())).with(words))
        .with(el("label").with(span("heard", word::journal::filter())).with(select))
        .into()
}

fn months(app: App, found: &Found, most: usize) -> View {
    let mut left = most;
    let mut months = Vec::new();
    for month in &found.months {
        let some = left.min(month.entries.len());
        left -= some;
        months.extend((some > 0).then(|| month_view(app, month, some)));
    }
    View::several(months)
}

fn month_view(app: App, month: &Month, most: usize) -> View {
    let name = el("h2").class("group-name").with(app.month(month.stamp));
    let rows =
        rows(all(month.entries.iter().take(most).filter_map(|id| app.entry_line(*id)).map(|line| entry_row(&line))));
    el("section").class("month").with(name).with(rows).into()
}

fn entry_row(entry: &EntryLine) -> View {
    let title = match entry.title.as_str() {
        "" => word::journal::untitled(),
        title => title,
    };
    let note = match (entry.in_conflict, entry.unfinished) {
        (true, _) => word::journal::two_versions(),
        (false, true) => word::journal::unfinished(),
        (false, false) => "",
    };
    let own = if entry.titled { Own::Both } else { Own::Text };
    own_row(own, Route::Entry(entry.id), title, &entry.opening, note)
}

/// What was found outside the entries: on coins, in answers and in steps.
fn elsewhere(app: App, found: &Found) -> impl Iterator<Item = View> {
    let placements = found.placements.iter().filter_map(|(id, text)| {
        let coin = app.content.coin_line(id)?;
        Some(own_row(Own::Text, Route::Coin(Code::of(id)), &coin.name, text, ""))
    });
    let notes = found.notes.iter().filter_map(|(id, text)| {
        let activity = app.content.line(id)?;
        Some(own_row(Own::Text, Route::Activity(Code::of(id)), &activity.title, text, ""))
    });
    let steps = found.steps.iter().map(|(id, text)| own_row(Own::Name, Route::Step(*id), text, "", ""));
    let named =
        |name: &str, found: Vec<View>| (!found.is_empty()).then(|| group(name).with(rows(View::several(found))).into());
    let groups = [
        named(word::journal::found_placements(), placements.collect()),
        named(word::journal::found_runs(), notes.collect()),
        named(word::steps::title(), steps.collect()),
    ];
    groups.into_iter().flatten()
}
