//! An address that leads nowhere.

use crate::{
    route::Route,
    ui::components::{Link, Page},
    words::word,
};
use leptos::prelude::*;

/// Says that an address leads nowhere.
#[component]
pub fn Missing() -> impl IntoView {
    view! {
        <Page title=word::runner::missing() back=Route::Today>
            <p>{word::runner::missing_text()}</p>
            <p>
                <Link class="button plain" to=Route::Today label=word::closing::home()/>
            </p>
        </Page>
    }
}
