use crate::{
    route::{Code, Route},
    state::App,
    ui::{
        parts::{app, awaiting, page, row_with, rows, soft},
        view::{View, all},
    },
    words::word,
};
use obverse_core::{
    activity::{Activity, Kind},
    reflection::Body,
};

/// The kinds of activities, and what else there is to read.
pub fn reflect() -> View {
    let kinds = [
        (Kind::Inventory, word::reflect::inventories_text()),
        (Kind::Scenario, word::reflect::scenarios_text()),
        (Kind::Exercise, word::reflect::exercises_text()),
        (Kind::Form, word::reflect::forms_text()),
        (Kind::Check, word::reflect::checks_text()),
    ];
    let kinds = kinds.into_iter().filter(|(kind, _)| app().content.has(*kind));
    let kinds = kinds.map(|(kind, text)| row_with(Route::Kind(kind), name(kind), text, ""));
    let others = [
        row_with(Route::Lines, word::lines::title(), word::reflect::lines_text(), ""),
        row_with(Route::Cards, word::cards::title(), word::reflect::cards_text(), ""),
        row_with(Route::Guide, word::guide::title(), word::reflect::guide_text(), ""),
    ];
    page(word::reflect::title()).with(soft(word::reflect::intro())).with(rows(all(kinds.chain(others)))).into()
}

/// All activities of a kind.
pub fn of_kind(kind: Kind) -> View {
    let app = app();
    awaiting(move || {
        let pieces = app.content.pieces();
        let listed = pieces.iter().flat_map(|pieces| &pieces.activities).filter(|one| one.kind == kind);
        let listed = all(listed.map(|one| line(app, one)));
        let compare = (kind == Kind::Check).then(|| row_with(Route::Compare, word::compare::title(), "", ""));
        page(name(kind))
            .back(Route::Reflect)
            .place(word::reflect::title())
            .with(rows(View::several(vec![listed, compare.into()])))
            .into()
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

fn line(app: App, one: &Activity) -> View {
    let stopped =
        app.journal.run(&one.id).is_some_and(|record| matches!(record.body(), Some(Body::Run(run)) if !run.finished()));
    let code = Code::of(&one.id);
    let to = if one.kind == Kind::Form { Route::Form(code, None) } else { Route::Activity(code) };
    let mut note = word::reflect::minutes(f64::from(one.minutes));
    if stopped {
        note.push_str(" · ");
        note.push_str(word::reflect::stopped_at());
    }
    row_with(to, &one.title, &one.topic, &note)
}
