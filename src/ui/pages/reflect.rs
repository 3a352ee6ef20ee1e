use crate::{
    route::{Code, Route},
    ui::parts::{Page, Row, app, soft},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{activity::Kind, reflection::Body};

/// All activities, by kind.
#[component]
pub fn Reflect() -> impl IntoView {
    let groups = [
        (Kind::Inventory, word::reflect::inventories()),
        (Kind::Exercise, word::reflect::exercises()),
        (Kind::Scenario, word::reflect::scenarios()),
        (Kind::Check, word::reflect::checks()),
        (Kind::Form, word::reflect::forms()),
    ];
    view! {
        <Page title=word::reflect::title().to_owned()>
            {soft(word::reflect::intro())}
            {groups.map(|(kind, name)| view! { <Group kind=kind name=name /> }).collect_view()}
        </Page>
    }
}

#[component]
fn Group(kind: Kind, name: &'static str) -> impl IntoView {
    let app = app();
    let all = app.content.listed(kind);
    (!all.is_empty()).then(move || {
        view! {
            <section class="group">
                <h2 class="group-name">{name}</h2>
                <ul class="rows">
                    {all
                        .into_iter()
                        .map(|one| {
                            let id = one.id.clone();
                            let stopped = app
                                .journal
                                .run(&id)
                                .is_some_and(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()));
                            let code = Code::of(&one.id);
                            let to = if kind == Kind::Form { Route::Form(code, None) } else { Route::Activity(code) };
                            let minutes = word::reflect::minutes(f64::from(one.minutes));
                            let note = if stopped {
                                format!("{minutes} · {}", word::reflect::stopped_at())
                            } else {
                                minutes
                            };
                            view! { <Row to=to title=one.title text=one.topic note=note /> }
                        })
                        .collect_view()}
                </ul>
            </section>
        }
    })
}
