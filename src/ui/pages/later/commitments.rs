//! The steps a person chose, and what is said of one.

use super::super::today::step_name;
use crate::{
    route::Route,
    state::{App, Record},
    ui::components::{Group, Link, Own, Page, Row, app, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Commitment, How, Level};

/// The steps a person chose: those to look at again first, then those that go on, then those that are over.
#[component]
pub fn Commitments() -> impl IntoView {
    let app = app();
    let begin = || view! { <Link class="button" to=Route::NewStep(None) label=word::steps::new()/> };
    view! {
        <Page title=word::steps::title() back=Route::Today foot=begin>
            {redrawn(move || listed(app))}
        </Page>
    }
}

fn listed(app: App) -> AnyView {
    let all_steps = app.journal.commitments();
    if all_steps.is_empty() {
        return view! {
            <div class="empty">
                <p class="empty-lead">{word::steps::empty()}</p>
                <p class="soft">{word::steps::empty_text()}</p>
            </div>
        }
        .into_any();
    }
    let today = app.now().date();
    let of = |name: &'static str, belongs: &dyn Fn(&Commitment) -> bool| {
        let some = all_steps.iter().filter(|(_, step)| belongs(step));
        let some: Vec<_> = some.map(|(record, step)| line(app, record, step)).collect();
        (!some.is_empty()).then(|| view! { <Group name=name><ul class="rows">{some}</ul></Group> })
    };
    let going = |step: &Commitment| step.open() && !step.due(today);
    let within = |step: &Commitment| step.level == Some(Level::Internal);
    let mut open = all_steps.iter().map(|(_, step)| step).filter(|step| step.open()).peekable();
    let all_within = open.peek().is_some() && open.all(within);
    view! {
        <p class="soft">{word::steps::intro()}</p>
        {of(word::steps::due(), &|step| step.due(today))}
        {of(word::steps::going(), &going)}
        {all_within.then(|| view! { <p class="note">{word::steps::all_within()}</p> })}
        {of(word::steps::over(), &|step| !step.open())}
    }
    .into_any()
}

fn line(app: App, record: &Record, step: &Commitment) -> impl IntoView + use<> {
    let text = match step.looks.iter().rev().find_map(|look| look.how) {
        Some(how @ (How::Done | How::LetGo)) => how_words(how).to_owned(),
        _ => step.look_again.map_or(String::new(), |day| word::steps::look_on(&app.day(day))),
    };
    let note = if record.in_conflict() { word::journal::two_versions() } else { "" };
    view! { <Row own=Own::Name to=Route::Step(record.id) title=step_name(step) text=text note=note/> }
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
#[component]
pub(super) fn Gone() -> impl IntoView {
    view! {
        <Page title=word::entry::gone() back=Route::Steps>
            <p>{word::entry::gone_text()}</p>
            <p>
                <Link class="button plain" to=Route::Steps label=word::steps::title()/>
            </p>
        </Page>
    }
}
