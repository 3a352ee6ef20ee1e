use crate::{
    route::Route,
    ui::{
        parts::{link, page, plain},
        view::{View, el},
    },
    words::word,
};

/// An address that leads nowhere.
pub fn missing() -> View {
    page(word::runner::missing())
        .back(Route::Today)
        .with(plain(word::runner::missing_text()))
        .with(el("p").with(link("button plain", Route::Today, word::closing::home())))
        .into()
}
