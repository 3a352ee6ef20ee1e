use crate::{route::Route, ui::parts::Page, words::word};
use leptos::prelude::*;

/// An address that leads nowhere.
#[component]
pub fn Missing() -> impl IntoView {
    view! {
        <Page title=word::runner::missing().to_owned() back=Route::Today>
            <p>{word::runner::missing_text()}</p>
            <p>
                <a class="button plain" href=Route::Today.to_string()>
                    {word::closing::home()}
                </a>
            </p>
        </Page>
    }
}
