use crate::{
    route::Route,
    state::{App, Language},
    ui::{
        parts::{app, button, options, page, radio_of, soft},
        view::{View, all, el, saying},
    },
    words::word,
};
use leptos::prelude::*;
use std::rc::Rc;

/// The language of the words, each named in itself. Choosing one alters nothing yet: a press of the button does.
pub fn language() -> View {
    let app = app();
    let languages = app.languages();
    let chosen = RwSignal::new(app.content.locale());
    let failed = RwSignal::new(false);
    let radios = all(languages.iter().map(|one| named(one, chosen)));
    let outcome = saying(move || if failed.get() { word::language::failed() } else { "" });
    page(word::language::title())
        .back(Route::Settings)
        .place(word::settings::title())
        .foot(button("button", word::language::use_it(), move || speak(app, &languages, chosen, failed)))
        .with(soft(word::language::intro()))
        .with(options().with(radios))
        .with(el("p").attr("role", "alert").with(outcome))
        .into()
}

fn named(one: &Language, chosen: RwSignal<String>) -> View {
    let (tag, on) = (one.tag.clone(), one.tag.clone());
    let name = el("span").attr("lang", &one.tag).attr("dir", &one.direction).with(one.name.as_str());
    radio_of("choice", "language", name.into(), Rc::new(move || chosen.get() == on), move || chosen.set(tag.clone()))
}

fn speak(app: App, languages: &[Language], chosen: RwSignal<String>, failed: RwSignal<bool>) {
    failed.set(false);
    let tag = chosen.get_untracked();
    if let Some(one) = languages.iter().find(|one| one.tag == tag) {
        app.speak(one.clone(), move |done| failed.set(!done));
    }
}
