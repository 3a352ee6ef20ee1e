use super::{Size, app, button, group, plain, refusal, soft, words_field};
use crate::{
    state::{Erased, KeepError},
    ui::view::{View, el, live, saying},
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

/// Erasing everything takes a second act: typing a word. `then` comes once it is done.
pub fn erasing(then: impl Fn() + Clone + 'static) -> View {
    let app = app();
    let asked = RwSignal::new(false);
    let refused = RwSignal::new(None);
    let outcome = saying(move || match refused.get() {
        Some(why) => refusal(why),
        None => app.erased.get().map(erased_words).unwrap_or_default(),
    });
    let asking = live(move || match asked.get() {
        true => ask_to_erase(asked, refused, then.clone()),
        false => button("quiet grave", word::settings::erase(), move || {
            asked.set(true);
            app.focus_on("#erase input");
        }),
    });
    group(word::settings::erase())
        .with(soft(word::settings::erase_note()))
        .with(el("div").attr("id", "erase").with(asking))
        .with(el("p").attr("role", "status").with(outcome))
        .into()
}

fn ask_to_erase(
    asked: RwSignal<bool>,
    refused: RwSignal<Option<KeepError>>,
    then: impl Fn() + Clone + 'static,
) -> View {
    let app = app();
    let typed = RwSignal::new(String::new());
    let not_ready = move || typed.with(|typed| lower(typed.trim()) != word::settings::erase_word());
    let close = move || {
        asked.set(false);
        app.focus_on("#erase button");
    };
    let erase = move || {
        let then = then.clone();
        app.erase(move |outcome| {
            let erased = outcome.is_ok();
            refused.set(outcome.err());
            close();
            if erased {
                then();
            }
        });
    };
    let sure = el("button").attr("type", "button").class("button grave").with(word::settings::erase_sure());
    let sure = sure.attr_while("disabled", move || not_ready().then_some("")).on_press(erase);
    View::several(vec![
        plain(&word::settings::erase_ask(word::settings::erase_word())),
        words_field(Size::Line, word::settings::erase_field(), "", move || typed.get(), move |text| typed.set(text)),
        sure.into(),
        button("quiet", word::settings::cancel(), close),
    ])
}
