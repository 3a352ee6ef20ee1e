//! The language of the words.

use crate::{
    route::Route,
    state::{App, Language},
    ui::components::{Button, LiveText, Options, Page, Radio, app},
    words::word,
};
use leptos::prelude::*;

/// The language of the words, each named in itself. Choosing one alters nothing yet: a press of the button does.
#[component]
pub fn LanguagePage() -> impl IntoView {
    let app = app();
    let languages = app.languages();
    let chosen = RwSignal::new(app.content.locale());
    let failed = RwSignal::new(false);
    let radios = languages.iter().map(|one| named(one.clone(), chosen)).collect_view();
    let outcome = move || if failed.get() { word::language::failed() } else { "" };
    let use_it = move |()| speak(app, &languages, chosen, failed);
    view! {
        <Page
            title=word::language::title()
            back=Route::Settings
            place=word::settings::title()
            foot=move || view! { <Button class="button" label=word::language::use_it() on_press=use_it/> }
        >
            <p class="soft">{word::language::intro()}</p>
            <Options>{radios}</Options>
            <p role="alert">
                <LiveText text=outcome/>
            </p>
        </Page>
    }
}

fn named(one: Language, chosen: RwSignal<String>) -> impl IntoView {
    let Language { tag, name, direction } = one;
    let (lang, this) = (tag.clone(), tag.clone());
    let on = move || chosen.with(|chosen| *chosen == this);
    view! {
        <Radio class="choice" name="language" on=on on_choose=move |()| chosen.set(tag.clone())>
            <span lang=lang dir=direction>
                {name}
            </span>
        </Radio>
    }
}

fn speak(app: App, languages: &[Language], chosen: RwSignal<String>, failed: RwSignal<bool>) {
    failed.set(false);
    let tag = chosen.get_untracked();
    if let Some(one) = languages.iter().find(|one| one.tag == tag) {
        app.speak(one.clone(), move |done| failed.set(!done));
    }
}
