//! A copy for other programs.

use super::export_lines::{gather, sort_names};
use crate::{
    route::Route,
    state::{App, Sort},
    ui::components::{Button, Group, Link, Page, Radio, Tick, app, quoted, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::told;

/// The ends of the files, by which other programs know them.
const ENDS: [&str; 3] = [".md", ".csv", ".json"];

/// What was asked for.
#[derive(Clone, Copy)]
struct Asked {
    /// The place of the form among those offered.
    form: RwSignal<u32>,
    /// A bit for each kind.
    sorts: RwSignal<u32>,
    /// What the file will say; empty until it was asked for.
    text: RwSignal<String>,
    /// What of it the person typed.
    typed: RwSignal<String>,
    /// It was asked for, and nothing has been chosen otherwise since.
    seen: RwSignal<bool>,
}

/// A copy for other programs: what goes in, and how it reads, before it is saved.
#[component]
pub fn Export() -> impl IntoView {
    let app = app();
    let asked = Asked {
        form: RwSignal::new(0),
        sorts: RwSignal::new(0b1111),
        text: RwSignal::new(String::new()),
        typed: RwSignal::new(String::new()),
        seen: RwSignal::new(false),
    };
    view! {
        <Page title=word::export::title() back=Route::Settings>
            <p>{word::export::what()}</p>
            <p class="note">{word::export::not_locked()}</p>
            <p>
                <Link class="quiet" to=Route::Print label=word::printing::title()/>
            </p>
            {forms(asked)}
            {sorts(asked)}
            <Button class="button plain" label=word::export::preview() on_press=move |()| see(app, asked)/>
            {redrawn(move || asked.seen.get().then(|| untrack(|| preview(app, asked))))}
        </Page>
    }
}

fn forms(asked: Asked) -> impl IntoView {
    let names = [word::export::markdown(), word::export::spreadsheet(), word::export::json()];
    let forms = (0..).zip(names).map(|(form, name)| {
        let on = move || asked.form.get() == form;
        let choose = move |()| {
            asked.form.set(form);
            asked.seen.set(false);
        };
        view! { <Radio class="choice small" name="form" label=name on=on on_choose=choose/> }
    });
    view! {
        <fieldset class="choices">
            <legend>{word::export::form()}</legend>
            {forms.collect_view()}
        </fieldset>
    }
}

fn sorts(asked: Asked) -> impl IntoView {
    let sorts = (0..).zip(sort_names()).map(|(place, name)| {
        let bit = 1_u32 << place;
        let on = move || asked.sorts.get() & bit != 0;
        let change = move |_: bool| {
            asked.sorts.update(|sorts| *sorts ^= bit);
            asked.seen.set(false);
        };
        view! { <Tick class="choice small" label=name on=on on_change=change/> }
    });
    view! {
        <fieldset class="choices">
            <legend>{word::export::choose()}</legend>
            {sorts.collect_view()}
        </fieldset>
    }
}

fn see(app: App, asked: Asked) {
    let sorts = asked.sorts.get_untracked();
    let told = gather(app, |sort: Sort| sorts >> sort as u32 & 1 != 0);
    asked.typed.set(told::typed(&told));
    asked.text.set(match asked.form.get_untracked() {
        _ if told.is_empty() => String::new(),
        0 => told::markdown(word::copy::heading(), &word::copy::made(&app.date(app.now())), &told),
        1 => told::spreadsheet(&told),
        _ => told::data(&told),
    });
    asked.seen.set(true);
}

fn preview(app: App, asked: Asked) -> AnyView {
    let text = asked.text.get_untracked();
    if text.is_empty() {
        return view! { <p role="status">{word::export::nothing()}</p> }.into_any();
    }
    let name = word::export::preview_title();
    let save =
        move |()| asked.text.with_untracked(|text| app.offer_as(ENDS[asked.form.get_untracked() as usize], text));
    let found = RwSignal::new(Vec::new());
    // Looked at for as long as the preview is shown.
    let looking = app.look(asked.typed.get_untracked(), move |words, together| {
        found.set(if words.is_empty() { together } else { words });
    });
    StoredValue::new_local(looking);
    let named = redrawn(move || {
        let found = found.get();
        let named = || view! { <p class="note" translate="no">{word::export::may_point(&quoted(&found))}</p> };
        (!found.is_empty()).then(named)
    });
    view! {
        <Group name=name>
            <pre class="preview" tabindex="0" role="region" aria-label=name translate="no">{text}</pre>
            <div role="status">{named}</div>
            <p class="soft">{word::export::not_locked()}</p>
            <Button class="button" label=word::export::save() on_press=save/>
        </Group>
    }
    .into_any()
}
