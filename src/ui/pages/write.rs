use crate::{
    route::{Code, Route},
    ui::parts::{Page, Row, app},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::Kind;

/// The ways to write.
#[component]
pub fn Write() -> impl IntoView {
    let forms = app().content.listed(Kind::Form);
    view! {
        <Page title=word::write::title().to_owned() back=Route::Journal>
            <ul class="rows">
                {forms
                    .into_iter()
                    .map(|form| {
                        view! { <Row to=Route::Form(Code::of(&form.id), None) title=form.title text=form.topic /> }
                    })
                    .collect_view()}
            </ul>
        </Page>
    }
}
