use super::{button, soft};
use crate::{
    state::{App, Mode},
    ui::view::{View, el, maybe, saying},
    words::word,
};
use leptos::prelude::*;

/// Whether the browser promised to keep the store, and whose store it is.
pub fn promise(app: App) -> View {
    maybe(move || (app.journal.mode() == Mode::Kept).then(|| promised(app)))
}

fn promised(app: App) -> View {
    let promised = Memo::new(move |_| app.persisted.get() == Some(true));
    let said =
        saying(move || if promised.get() { word::settings::persist_yes() } else { word::settings::persist_no() });
    // The button goes with the answer; the line that says it stays.
    let ask = move || {
        button("quiet", word::settings::persist_ask(), move || {
            app.focus_on("#promise");
            app.ask_to_persist();
        })
    };
    View::several(vec![
        el("p").class("soft").attr("id", "promise").attr("tabindex", "-1").attr("role", "status").with(said).into(),
        maybe(move || (!promised.get()).then(ask)),
        soft(if app.standalone() { word::settings::home_screen() } else { word::settings::tab() }),
    ])
}
