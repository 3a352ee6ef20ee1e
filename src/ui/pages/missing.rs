use crate::{
    route::Route,
    ui::parts::{Page, link},
    words::word,
};
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn Missing() -> impl IntoView {
    view! {
        <Page title=word::runner::missing().to_owned() back=Route::Today>
            <p>{word::runner::missing_text()}</p>
            <p>
                {link("button plain", Route::Today, word::closing::home())}
            </p>
        </Page>
    }
}
