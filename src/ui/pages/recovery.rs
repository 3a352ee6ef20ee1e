use crate::{
    ui::{
        parts::{button, page, plain},
        view::View,
    },
    words::word,
};
use leptos::prelude::*;

/// Shown in place of everything when the journal's header cannot be read but its records are there: nothing is
/// written, and never "a new journal". `on_raw` offers everything stored as a file.
pub fn recovery(on_raw: Callback<()>) -> View {
    page(word::trouble::damaged())
        .with(plain(word::trouble::damaged_text()))
        .with(button("button", word::trouble::save_raw(), move || on_raw.run(())))
        .into()
}
