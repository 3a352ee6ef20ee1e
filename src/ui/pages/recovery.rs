//! What is shown in place of everything when the journal's header cannot be read but its records are there.

use super::{LaterScreen, OnDemandPart};
use crate::{
    route::Route,
    ui::components::{Button, Page, app},
    words::word,
};
use leptos::prelude::*;

/// Shown in place of everything when the journal's header cannot be read but its records are there: nothing is
/// written, and never "a new journal". Erasing leads to the first screen.
#[component]
pub fn Recovery(
    /// Offers everything stored as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let anew = move |()| {
        app.entered.set(false);
        app.route.set(Route::Today);
        app.replace(Route::Today);
        app.focus_heading();
    };
    view! {
        <Page title=word::trouble::damaged()>
            <p>{word::trouble::damaged_text()}</p>
            <p>
                <Button class="button" label=word::trouble::save_raw() on_press=on_raw/>
            </p>
            <p>{word::trouble::damaged_then()}</p>
            <OnDemandPart screen=LaterScreen::Erasing(Callback::new(anew))/>
        </Page>
    }
}
