use super::{button, soft};
use crate::{
    state::{App, Mode},
    ui::view::{View, el, maybe},
    words::word,
};

/// Whether the browser promised to keep the store, and whose store it is.
pub fn promise(app: App) -> View {
    maybe(move || (app.journal.mode() == Mode::Kept).then(|| promised(app)))
}

fn promised(app: App) -> View {
    let promised = app.persisted.get() == Some(true);
    let said = if promised { word::settings::persist_yes() } else { word::settings::persist_no() };
    let ask = (!promised).then(|| button("quiet", word::settings::persist_ask(), move || app.ask_to_persist()));
    View::several(vec![
        el("p").class("soft").attr("role", "status").with(said).into(),
        ask.into(),
        soft(if app.standalone() { word::settings::home_screen() } else { word::settings::tab() }),
    ])
}
