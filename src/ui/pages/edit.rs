use super::entry::{Gone, item_of};
use crate::{
    route::Route,
    state::{Draft, RecordId},
    ui::parts::{KeepingLine, Page, WordsField, app, button},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Entry};

/// Changing an entry: its title, its words, the coins it belongs to.
#[component]
pub fn Edit(
    /// Its record.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    match Draft::open(app, id).filter(|draft| draft.with_body(|body| matches!(body, Body::Entry(_)))) {
        Some(draft) => view! { <Fields draft=draft /> }.into_any(),
        None => view! { <Gone /> }.into_any(),
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
    let back = Route::Entry(draft.id);
    let keep = move || {
        draft.keep();
        if !draft.failed() {
            app.replace(back);
        }
    };
    let cancel = move || {
        draft.undo();
        if !draft.failed() {
            app.replace(back);
        }
    };
    let parts = move || {
        let form = read(draft, |entry| entry.form.clone());
        let parts = read(draft, |entry| entry.parts.clone());
        parts
            .into_iter()
            .enumerate()
            .map(|(place, part)| {
                let item = item_of(app, &form, &part);
                let label = item.map_or_else(|| word::runner::your_words().to_owned(), |item| item.ask);
                view! {
                    <WordsField
                        label=label
                        tall=true
                        text=Signal::derive(move || {
                            read(draft, |entry| entry.parts.get(place).map(|part| part.text.clone()).unwrap_or_default())
                        })
                        on_input=Callback::new(move |text| {
                            change(draft, |entry| {
                                if let Some(part) = entry.parts.get_mut(place) {
                                    part.text = text;
                                }
                            });
                        })
                    />
                }
            })
            .collect_view()
    };
    view! {
        <Page
            title=word::entry::edit().to_owned()
            back=back
            foot=move || {
                view! {
                    {button("button", word::entry::keep(), keep)}
                    <div class="pair">
                        {button("quiet", word::entry::cancel(), cancel)}
                    </div>
                }
            }
        >
            <WordsField
                label=word::entry::title()
                line=true
                text=Signal::derive(move || read(draft, |entry| entry.title.clone()))
                on_input=Callback::new(move |text| change(draft, |entry| entry.title = text))
            />
            {untrack(parts)}
            <fieldset class="choices">
                <legend>{word::entry::coins()}</legend>
                {app
                    .content
                    .coins()
                    .into_iter()
                    .map(|coin| {
                        let id = coin.id.clone();
                        let on = move || read(draft, |entry| entry.coins.contains(&id));
                        let id = coin.id;
                        let checked = on.clone();
                        view! {
                            <label class="choice small" class:on=on>
                                <input
                                    type="checkbox"
                                    autocomplete="off"
                                    prop:checked=checked
                                    on:change=move |_| {
                                        change(draft, |entry| match entry.coins.iter().position(|one| *one == id) {
                                            Some(place) => drop(entry.coins.remove(place)),
                                            None => entry.coins.push(id.clone()),
                                        });
                                    }
                                />
                                <span>{coin.name}</span>
                            </label>
                        }
                    })
                    .collect_view()}
            </fieldset>
            <KeepingLine draft=draft />
        </Page>
    }
}
