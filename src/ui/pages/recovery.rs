use crate::{
    route::Route,
    ui::{
        parts::{app, button, erasing, page, plain},
        view::{View, el},
    },
    words::word,
};
use leptos::prelude::*;

/// Shown in place of everything when the journal's header cannot be read but its records are there: nothing is
/// written, and never "a new journal". `on_raw` offers everything stored as a file. Erasing leads to the first screen.
pub fn recovery(on_raw: Callback<()>) -> View {
    let app = app();
    let anew = move || {
        app.entered.set(false);
        app.route.set(Route::Today);
        app.replace(Route::Today);
        app.focus_heading();
    };
    page(word::trouble::damaged())
        .with(plain(word::trouble::damaged_text()))
        .with(el("p").with(button("button", word::trouble::save_raw(), move || on_raw.run(()))))
        .with(plain(word::trouble::damaged_then()))
        .with(erasing(anew))
        .into()
}
