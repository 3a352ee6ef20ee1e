use crate::{
    route::{Code, Route},
    state::Query,
    ui::parts::{Page, Row, app, hands_off},
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
    let words = RwSignal::new(String::new());
    let coin = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| Query { words: words.get(), coin: coin.get() }.run(app));
    let asked = move || coin.get().is_some() || !words.get().trim().is_empty();
    let empty = Memo::new(move |_| !asked() && found.with(|found| found.is_empty()));
    view! {
        <Page
            title=word::journal::title().to_owned()
            foot=move || {
                view! {
                    <a class="button" href=Route::Write.to_string()>
                        {word::journal::write()}
                    </a>
                }
            }
        >
            <Show when=move || !empty.get()>
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
                            prop:value=words
                            on:input=move |event| words.set(event_target_value(&event))
                        />
                    </label>
                    <label>
                        <span class="heard">{word::journal::filter()}</span>
                        <select
                            class="field"
                            autocomplete="off"
                            on:change=move |event| {
                                coin.set(Some(event_target_value(&event)).filter(|id| !id.is_empty()));
                            }
                        >
                            <option value="">{word::journal::all_coins()}</option>
                            {app
                                .content
                                .coins()
                                .into_iter()
                                .map(|coin| view! { <option value=coin.id>{coin.name}</option> })
                                .collect_view()}
                        </select>
                    </label>
                </search>
            </Show>
            {move || {
                empty
                    .get()
                    .then(|| {
                        view! {
                            <div class="empty">
                                <p class="empty-lead">{word::journal::empty()}</p>
                                <p class="soft">{word::journal::empty_text()}</p>
                            </div>
                        }
                    })
            }}
            <p class="soft" role="status">
                {move || (asked() && found.with(|found| found.is_empty())).then(word::journal::nothing_found)}
            </p>
            {move || {
                found
                    .with(|found| {
                        found
                            .months
                            .iter()
                            .map(|month| {
                                view! {
                                    <section class="month">
                                        <h2 class="group-name">{app.month(month.stamp)}</h2>
                                        <ul class="rows">
                                            {month
                                                .entries
                                                .iter()
                                                .map(|entry| {
                                                    let title = if entry.title.is_empty() {
                                                        word::journal::untitled().to_owned()
                                                    } else {
                                                        entry.title.clone()
                                                    };
                                                    let note = if entry.in_conflict {
                                                        word::journal::two_versions()
                                                    } else if entry.unfinished {
                                                        word::journal::unfinished()
                                                    } else {
                                                        ""
                                                    };
                                                    view! {
                                                        <Row
                                                            to=Route::Entry(entry.id)
                                                            title=title
                                                            text=entry.opening.clone()
                                                            note=note
                                                        />
                                                    }
                                                })
                                                .collect_view()}
                                        </ul>
                                    </section>
                                }
                            })
                            .collect_view()
                    })
            }}
            {move || {
                found
                    .with(|found| {
                        let placements = found
                            .placements
                            .iter()
                            .filter_map(|(id, text)| {
                                let coin = app.content.coin_line(id)?;
                                Some((Route::Coin(Code::of(id)), coin.name, text.clone()))
                            })
                            .collect();
                        let notes = found
                            .notes
                            .iter()
                            .filter_map(|(id, text)| {
                                let activity = app.content.line(id)?;
                                Some((Route::Activity(Code::of(id)), activity.title, text.clone()))
                            })
                            .collect();
                        [
                            elsewhere(word::journal::found_placements(), placements),
                            elsewhere(word::journal::found_runs(), notes),
                        ]
                            .collect_view()
                    })
            }}
            {move || {
                let count = app.journal.unreadable().len();
                (count > 0)
                    .then(|| {
                        view! {
                            <section class="group note">
                                <h2>{word::journal::unreadable_title()}</h2>
                                <p>{word::journal::unreadable()}</p>
                                <button type="button" class="quiet" on:click=move |_| on_raw.run(())>
                                    {word::journal::unreadable_save()}
                                </button>
                            </section>
                        }
                    })
            }}
        </Page>
    }
}

/// What was found outside the entries.
fn elsewhere(name: &'static str, rows: Vec<(Route, String, String)>) -> impl IntoView {
    (!rows.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2 class="group-name">{name}</h2>
                <ul class="rows">
                    {rows.into_iter().map(|(to, title, text)| view! { <Row to=to title=title text=text /> }).collect_view()}
                </ul>
            </section>
        }
    })
}
