use super::export_lines::{gather, sort_names};
use crate::{
    route::Route,
    state::{App, Sort},
    ui::{
        parts::{app, button, group, link, own_para, page, para, plain, quoted, radio, soft, tick},
        view::{View, all, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::told;
use std::rc::Rc;

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
pub fn export() -> View {
    let app = app();
    let asked = Asked {
        form: RwSignal::new(0),
        sorts: RwSignal::new(0b1111),
        text: RwSignal::new(String::new()),
        typed: RwSignal::new(String::new()),
        seen: RwSignal::new(false),
    };
    page(word::export::title())
        .back(Route::Settings)
        .with(plain(word::export::what()))
        .with(para("note", word::export::not_locked()))
        .with(el("p").with(link("quiet", Route::Print, word::printing::title())))
        .with(forms(asked))
        .with(sorts(asked))
        .with(button("button plain", word::export::preview(), move || see(app, asked)))
        .with(live(move || if asked.seen.get() { untrack(|| preview(app, asked)) } else { View::nothing() }))
        .into()
}

fn forms(asked: Asked) -> View {
    let names = [word::export::markdown(), word::export::spreadsheet(), word::export::json()];
    let forms = (0..).zip(names).map(|(form, name)| {
        radio("choice small", "form", name, Rc::new(move || asked.form.get() == form), move || {
            asked.form.set(form);
            asked.seen.set(false);
        })
    });
    el("fieldset").class("choices").with(el("legend").with(word::export::form())).with(all(forms)).into()
}

fn sorts(asked: Asked) -> View {
    let sorts = (0..).zip(sort_names()).map(|(place, name)| {
        let bit = 1_u32 << place;
        tick("choice small", "checkbox", name, Rc::new(move || asked.sorts.get() & bit != 0), move |_| {
            asked.sorts.update(|sorts| *sorts ^= bit);
            asked.seen.set(false);
        })
    });
    el("fieldset").class("choices").with(el("legend").with(word::export::choose())).with(all(sorts)).into()
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

fn preview(app: App, asked: Asked) -> View {
    let text = asked.text.get_untracked();
    if text.is_empty() {
        return el("p").attr("role", "status").with(word::export::nothing()).into();
    }
    let name = word::export::preview_title();
    let shown = el("pre").class("preview").attr("tabindex", "0").attr("role", "region").attr("aria-label", name);
    let save = move || asked.text.with_untracked(|text| app.offer_as(ENDS[asked.form.get_untracked() as usize], text));
    let found = RwSignal::new(Vec::new());
    // Looked at for as long as the preview is shown.
    let looking = app.look(asked.typed.get_untracked(), move |words, together| {
        found.set(if words.is_empty() { together } else { words });
    });
    StoredValue::new_local(looking);
    let named = move || {
        let found = found.get();
        (!found.is_empty()).then(|| own_para("note", &word::export::may_point(&quoted(&found))))
    };
    group(name)
        .with(shown.own().with(text))
        .with(el("div").attr("role", "status").with(maybe(named)))
        .with(soft(word::export::not_locked()))
        .with(button("button", word::export::save(), save))
        .into()
}
