//! The ways to write.

use crate::{
    route::{Code, Route},
    ui::components::{Page, Row, app, awaiting},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{Activity, Kind};

/// The ways to write.
#[component]
pub fn Write() -> impl IntoView {
    let app = app();
    awaiting(move || {
        let pieces = app.content.pieces();
        let forms = pieces.iter().flat_map(|pieces| &pieces.activities).filter(|one| one.kind == Kind::Form);
        let forms = forms.map(form).collect_view();
        view! {
            <Page title=word::write::title() back=Route::Journal>
                <ul class="rows">{forms}</ul>
            </Page>
        }
    })
}

fn form(form: &Activity) -> impl IntoView + use<> {
    let to = Route::Form(Code::of(&form.id), None);
    view! { <Row to=to title=form.title.clone() text=form.topic.clone()/> }
}
