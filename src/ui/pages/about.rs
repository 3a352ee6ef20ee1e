use crate::{
    route::Route,
    ui::parts::{Page, soft},
    words::word,
};
use leptos::prelude::*;

/// What this is, and its honest limits.
#[component]
pub fn About() -> impl IntoView {
    view! {
        <Page title=word::about::title().to_owned() back=Route::Settings>
            <p>{word::about::what()}</p>
            <p>{word::about::model()}</p>
            <h2>{word::about::limits()}</h2>
            <ul class="limits">
                <li>{word::about::limit_local()}</li>
                <li>{word::about::limit_legal()}</li>
                <li>{word::about::limit_credit()}</li>
                <li>{word::about::limit_measure()}</li>
                <li>{word::about::limit_loss()}</li>
            </ul>
            <p>{word::about::reviewed()}</p>
            {soft(word::about::free())}
            {soft(word::about::version(env!("CARGO_PKG_VERSION")))}
        </Page>
    }
}
