//! The kinds of activities, and all activities of a kind.

use crate::{
    route::{Code, Route},
    state::App,
    ui::components::{Page, Row, app, awaiting},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind},
    reflection::Body,
};

/// The kinds of activities, and what else there is to read.
#[component]
pub fn Reflect() -> impl IntoView {
    let app = app();
    let kinds = [
        (Kind::Inventory, word::reflect::inventories_text()),
        (Kind::Scenario, word::reflect::scenarios_text()),
        (Kind::Exercise, word::reflect::exercises_text()),
        (Kind::Form, word::reflect::forms_text()),
        (Kind::Check, word::reflect::checks_text()),
    ];
    let kinds = kinds.into_iter().filter(|(kind, _)| app.content.has(*kind));
    let kinds = kinds.map(|(kind, text)| view! { <Row to=Route::Kind(kind) title=name(kind) text=text/> });
    let kinds = kinds.collect_view();
    view! {
        <Page title=word::reflect::title()>
            <p class="soft">{word::reflect::intro()}</p>
            <ul class="rows">
                {kinds}
                <Row to=Route::Lines title=word::lines::title() text=word::reflect::lines_text()/>
                <Row to=Route::Cards title=word::cards::title() text=word::reflect::cards_text()/>
                <Row to=Route::Guide title=word::guide::title() text=word::reflect::guide_text()/>
            </ul>
        </Page>
    }
}

/// All activities of a kind.
#[component]
pub fn OfKind(
    /// The kind.
    kind: Kind,
) -> impl IntoView {
    let app = app();
    awaiting(move || {
        let pieces = app.content.pieces();
        let listed = pieces.iter().flat_map(|pieces| &pieces.activities).filter(|one| one.kind == kind);
        let listed = listed.map(|one| line(app, one)).collect_view();
        let compare = || view! { <Row to=Route::Compare title=word::compare::title()/> };
        let compare = (kind == Kind::Check).then(compare);
        view! {
            <Page title=name(kind) back=Route::Reflect place=word::reflect::title()>
                <ul class="rows">{listed} {compare}</ul>
            </Page>
        }
    })
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Inventory => word::reflect::inventories(),
        Kind::Exercise => word::reflect::exercises(),
        Kind::Scenario => word::reflect::scenarios(),
        Kind::Check => word::reflect::checks(),
        Kind::Form => word::reflect::forms(),
    }
}

fn line(app: App, one: &Activity) -> impl IntoView + use<> {
    let stopped =
        app.journal.run(&one.id).is_some_and(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()));
    let code = Code::of(&one.id);
    let to = if one.kind == Kind::Form { Route::Form(code, None) } else { Route::Activity(code) };
    let mut note = word::reflect::minutes(f64::from(one.minutes));
    if stopped {
        note.push_str(" · ");
        note.push_str(word::reflect::stopped_at());
    }
    view! { <Row to=to title=one.title.clone() text=one.topic.clone() note=note/> }
}
