//! What this is, and its honest limits.

use crate::{
    route::Route,
    ui::components::{Page, Points},
    words::word,
};
use leptos::prelude::*;

/// What this is, and its honest limits.
#[component]
pub fn About() -> impl IntoView {
    let limits = [
        word::about::limit_local(),
        word::about::limit_legal(),
        word::about::limit_credit(),
        word::about::limit_measure(),
        word::about::limit_loss(),
    ];
    view! {
        <Page title=word::about::title() back=Route::Settings>
            <p>{word::about::what()}</p>
            <p>{word::about::model()}</p>
            <h2>{word::about::limits()}</h2>
            <Points points=limits.map(str::to_owned).into()/>
            <p>{word::about::reviewed()}</p>
            <p class="soft">{word::about::free()}</p>
            <p class="soft">{word::about::version(env!("CARGO_PKG_VERSION"))}</p>
        </Page>
    }
}
