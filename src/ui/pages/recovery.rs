use crate::{
    ui::parts::{Page, button},
    words::word,
};
use leptos::prelude::*;

/// Shown in place of everything when the journal's header cannot be read but its records are there: nothing is
/// written, and never "a new journal".
#[component]
pub fn Recovery(
    /// Everything stored, as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    view! {
        <Page title=word::trouble::damaged().to_owned()>
            <p>{word::trouble::damaged_text()}</p>
            {button("button", word::trouble::save_raw(), move || on_raw.run(()))}
        </Page>
    }
}
