use super::{Button, Group, LiveText, Size, WordsField, app, redrawn, refusal};
use crate::{
    state::{Erased, KeepError},
    words::{lower, word},
};
use leptos::prelude::*;

/// Says that everything is erased, and what is left to do.
pub fn erased_words(erased: Erased) -> &'static str {
    match erased {
        Erased::ForGood => word::settings::erased(),
        Erased::UnlessKilled => word::settings::erased_close(),
    }
}

/// Erasing everything takes a second act: typing a word.
#[component]
pub fn Erasing(
    /// Comes once it is done.
    #[prop(into)]
    then: Callback<()>,
) -> impl IntoView {
    let app = app();
    let asked = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let outcome = move || match refused.get() {
        Some(why) => refusal(why),
        None => app.erased.get().map(erased_words).unwrap_or_default(),
    };
    let ask = move |()| {
        asked.set(true);
        app.focus_on("#erase input");
    };
    let asking = redrawn(move || match asked.get() {
        true => ask_to_erase(asked, refused, then).into_any(),
        false => view! { <Button class="quiet grave" label=word::settings::erase() on_press=ask/> }.into_any(),
    });
    view! {
        <Group name=word::settings::erase()>
            <p class="soft">{word::settings::erase_note()}</p>
            <div id="erase">{asking}</div>
            <p role="status">
                <LiveText text=outcome/>
            </p>
        </Group>
    }
}

fn ask_to_erase(asked: RwSignal<bool>, refused: RwSignal<Option<KeepError>>, then: Callback<()>) -> impl IntoView {
    let app = app();
    let typed = RwSignal::new(String::new());
    let not_ready = move || typed.with(|typed| lower(typed.trim()) != word::settings::erase_word());
    let close = move || {
        asked.set(false);
        app.focus_on("#erase button");
    };
    let erase = move |_| {
        app.erase(move |outcome| {
            let erased = outcome.is_ok();
            refused.set(outcome.err());
            close();
            if erased {
                // The page may be gone by now.
                then.try_run(());
            }
        });
    };
    view! {
        <p>{word::settings::erase_ask(word::settings::erase_word())}</p>
        <WordsField
            size=Size::Line
            label=word::settings::erase_field()
            text=typed
            on_input=move |text| typed.set(text)
        />
        <button type="button" class="button grave" disabled=not_ready on:click=erase>
            {word::settings::erase_sure()}
        </button>
        <Button class="quiet" label=word::settings::cancel() on_press=move |()| close()/>
    }
}
