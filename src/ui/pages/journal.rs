use crate::{
    route::{Code, Route},
    state::{App, Found, Month, Query},
    ui::parts::{Page, Row, all, app, button, hands_off, link, live, maybe, soft},
    words::word,
};
use leptos::prelude::*;

/// All entries by month, and a search through every word of the person's own.
#[component]
pub fn JournalPage(
    /// Everything stored, as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let query = RwSignal::new(Query::default());
    let found = Memo::new(move |_| query.get().run(app));
    let asked = move || query.with(|query| query.coin.is_some() || !query.words.trim().is_empty());
    let empty = Memo::new(move |_| !asked() && found.with(Found::is_empty));
    view! {
        <Page
            title=word::journal::title().to_owned()
            foot=move || link("button", Route::Write, word::journal::write())
        >
            {live(move || {
                if empty.get() {
                    view! {
                        <div class="empty">
                            <p class="empty-lead">{word::journal::empty()}</p>
                            {soft(word::journal::empty_text())}
                        </div>
                    }
                        .into_any()
                } else {
                    view! { <Search query=query /> }.into_any()
                }
            })}
            <p class="soft" role="status">
                {move || if asked() && found.with(Found::is_empty) { word::journal::nothing_found() } else { "" }}
            </p>
            {live(move || found.with(|found| all(found.months.iter().map(|month| month_view(app, month)))))}
            {live(move || found.with(|found| elsewhere(app, found)))}
            {maybe(move || {
                (!app.journal.unreadable().is_empty())
                    .then(|| {
                        view! {
                            <section class="group note">
                                <h2>{word::journal::unreadable_title()}</h2>
                                <p>{word::journal::unreadable()}</p>
                                {button("quiet", word::journal::unreadable_save(), move || on_raw.run(()))}
                            </section>
                        }
                            .into_any()
                    })
            })}
        </Page>
    }
}

#[component]
fn Search(query: RwSignal<Query>) -> impl IntoView {
    let words = query.with_untracked(|query| query.words.clone());
    view! {
        <search class="search">
            <label>
                <span class="heard">{word::journal::search()}</span>
                <input
                    class="field"
                    type="search"
                    autocomplete="off"
                    translate="no"
                    {..hands_off()}
                    placeholder=word::journal::search()
                    value=words
                    on:input=move |event| query.update(|query| query.words = event_target_value(&event))
                />
            </label>
            <label>
                <span class="heard">{word::journal::filter()}</span>
                <select
                    class="field"
                    autocomplete="off"
                    on:change=move |event| {
                        let coin = Some(event_target_value(&event)).filter(|id| !id.is_empty());
                        query.update(|query| query.coin = coin);
                    }
                >
                    <option value="">{word::journal::all_coins()}</option>
                    {app()
                        .content
                        .coins()
                        .into_iter()
                        .map(|coin| view! { <option value=coin.id>{coin.name}</option> })
                        .collect_view()}
                </select>
            </label>
        </search>
    }
}

fn month_view(app: App, month: &Month) -> AnyView {
    let entries = month.entries.iter().map(|entry| {
        let title = match entry.title.as_str() {
            "" => word::journal::untitled(),
            title => title,
        };
        let note = match (entry.in_conflict, entry.unfinished) {
            (true, _) => word::journal::two_versions(),
            (false, true) => word::journal::unfinished(),
            (false, false) => "",
        };
        view! { <Row to=Route::Entry(entry.id) title=title text=entry.opening.clone() note=note /> }.into_any()
    });
    view! {
        <section class="month">
            <h2 class="group-name">{app.month(month.stamp)}</h2>
            <ul class="rows">{all(entries)}</ul>
        </section>
    }
    .into_any()
}

/// What was found outside the entries: on coins and in answers.
fn elsewhere(app: App, found: &Found) -> AnyView {
    let placements = found.placements.iter().filter_map(|(id, text)| {
        let coin = app.content.coin_line(id)?;
        Some(view! { <Row to=Route::Coin(Code::of(id)) title=coin.name text=text.clone() /> }.into_any())
    });
    let notes = found.notes.iter().filter_map(|(id, text)| {
        let activity = app.content.line(id)?;
        Some(view! { <Row to=Route::Activity(Code::of(id)) title=activity.title text=text.clone() /> }.into_any())
    });
    let group = |name: &'static str, rows: Vec<AnyView>| {
        (!rows.is_empty()).then(|| {
            view! {
                <section class="group">
                    <h2 class="group-name">{name}</h2>
                    <ul class="rows">{rows}</ul>
                </section>
            }
            .into_any()
        })
    };
    let groups = [
        group(word::journal::found_placements(), placements.collect()),
        group(word::journal::found_runs(), notes.collect()),
    ];
    all(groups.into_iter().flatten())
}
