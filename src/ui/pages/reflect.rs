use crate::{
    route::{Code, Route},
    ui::{
        parts::{app, group, page, row_with, rows, soft},
        view::{View, all},
    },
    words::word,
};
use obverse_core::{
    activity::{Kind, Listed},
    reflection::Body,
};

/// All activities, by kind.
pub fn reflect() -> View {
    let groups = [
        (Kind::Inventory, word::reflect::inventories()),
        (Kind::Exercise, word::reflect::exercises()),
        (Kind::Scenario, word::reflect::scenarios()),
        (Kind::Check, word::reflect::checks()),
        (Kind::Form, word::reflect::forms()),
    ];
    page(word::reflect::title())
        .with(soft(word::reflect::intro()))
        .with(all(groups.into_iter().filter_map(|(kind, name)| of_kind(kind, name))))
        .into()
}

fn of_kind(kind: Kind, name: &str) -> Option<View> {
    let listed = app().content.listed(kind);
    (!listed.is_empty()).then(|| group(name).with(rows(all(listed.iter().map(line)))).into())
}

fn line(one: &Listed) -> View {
    let stopped = app()
        .journal
        .run(&one.id)
        .is_some_and(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()));
    let code = Code::of(&one.id);
    let to = if one.kind == Kind::Form { Route::Form(code, None) } else { Route::Activity(code) };
    let mut note = word::reflect::minutes(f64::from(one.minutes));
    if stopped {
        note.push_str(" · ");
        note.push_str(word::reflect::stopped_at());
    }
    row_with(to, &one.title, &one.topic, &note)
}
