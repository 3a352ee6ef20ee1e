use super::super::today::step_name;
use crate::{
    route::Route,
    state::{App, Record},
    ui::{
        parts::{Own, app, group, link, own_row, page, para, plain, rows, soft},
        view::{View, el, maybe},
    },
    words::word,
};
use obverse_core::reflection::{Body, Commitment, How, Level};

/// The steps a person chose: those to look at again first, then those that go on, then those that are over.
pub fn commitments() -> View {
    let app = app();
    page(word::steps::title())
        .back(Route::Today)
        .foot(link("button", Route::NewStep(None), word::steps::new()))
        .with(maybe(move || Some(listed(app))))
        .into()
}

fn listed(app: App) -> View {
    let all_steps = app.journal.commitments();
    if all_steps.is_empty() {
        let lead = para("empty-lead", word::steps::empty());
        return el("div").class("empty").with(lead).with(soft(word::steps::empty_text())).into();
    }
    let today = app.now().date();
    let of = |name: &str, belongs: &dyn Fn(&Commitment) -> bool| {
        let some = all_steps.iter().filter(|(_, step)| belongs(step));
        let some: Vec<View> = some.map(|(record, step)| line(app, record, step)).collect();
        (!some.is_empty()).then(|| group(name).with(rows(View::several(some))))
    };
    let going = |step: &Commitment| step.open() && !step.due(today);
    let within = |step: &Commitment| step.level == Some(Level::Internal);
    let mut open = all_steps.iter().map(|(_, step)| step).filter(|step| step.open()).peekable();
    let all_within = open.peek().is_some() && open.all(within);
    View::several(vec![
        soft(word::steps::intro()),
        of(word::steps::due(), &|step| step.due(today)).into(),
        of(word::steps::going(), &going).into(),
        all_within.then(|| para("note", word::steps::all_within())).into(),
        of(word::steps::over(), &|step| !step.open()).into(),
    ])
}

fn line(app: App, record: &Record, step: &Commitment) -> View {
    let text = match step.looks.iter().rev().find_map(|look| look.how) {
        Some(how @ (How::Done | How::LetGo)) => how_words(how).to_owned(),
        _ => step.look_again.map_or(String::new(), |day| word::steps::look_on(&app.day(day))),
    };
    let note = if record.in_conflict() { word::journal::two_versions() } else { "" };
    own_row(Own::Name, Route::Step(record.id), &step_name(step), &text, note)
}

/// What may have become of a step.
pub(super) fn how_words(how: How) -> &'static str {
    match how {
        How::StillGoing => word::steps::still_going(),
        How::Changed => word::steps::changed(),
        How::Done => word::steps::done(),
        How::LetGo => word::steps::let_go(),
    }
}

/// Where a step acts.
pub(super) fn level_words(level: Level) -> &'static str {
    match level {
        Level::Internal => word::steps::internal(),
        Level::Interpersonal => word::steps::interpersonal(),
        Level::Institutional => word::steps::institutional(),
    }
}

/// The step that a record is.
pub(super) fn of(body: &Body) -> Option<&Commitment> {
    match body {
        Body::Commitment(step) => Some(step),
        _ => None,
    }
}

/// Said where there is no such step (any more).
pub(super) fn gone() -> View {
    page(word::entry::gone())
        .back(Route::Steps)
        .with(plain(word::entry::gone_text()))
        .with(el("p").with(link("button plain", Route::Steps, word::steps::title())))
        .into()
}
