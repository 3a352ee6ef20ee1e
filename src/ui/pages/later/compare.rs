//! The self-check on its occasions, side by side.

use super::{
    compare_told::{parts_of, told},
    occasion::{letter, name},
};
use crate::{
    route::{Code, Route},
    state::{App, Asked},
    ui::{
        components::{Group, Link, Page, Row, app},
        drawing::{on_scale, sign},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{activity::Kind, reflection::Occasion};

/// The self-check on its three occasions, side by side.
#[component]
pub fn Compare() -> impl IntoView {
    let app = app();
    let asked = app.asked_in_checks();
    if asked.is_empty() {
        return view! { <NothingYet/> }.into_any();
    }
    let pictures = asked.iter().any(|asked| !asked.places().is_empty());
    let questions = asked.iter().map(|asked| question(app, asked)).collect_view();
    let hand_in = || view! { <Link class="button plain" to=Route::HandIn label=word::hand_in::title()/> };
    view! {
        <Page title=word::compare::title() back=Route::Kind(Kind::Check) foot=hand_in>
            <p class="soft">{word::compare::text()}</p>
            {pictures.then(|| view! { <p class="note">{word::compare::lower()}</p> })}
            {pictures.then(signs)}
            {questions}
            <Group name=word::compare::parts()>{parts_rows(app)}</Group>
        </Page>
    }
    .into_any()
}

/// Nothing was answered: the way to begin.
#[component]
fn NothingYet() -> impl IntoView {
    view! {
        <Page title=word::compare::title() back=Route::Kind(Kind::Check)>
            <div class="empty">
                <p class="empty-lead">{word::compare::empty()}</p>
                <p class="soft">{word::compare::empty_text()}</p>
            </div>
            {parts_rows(app())}
        </Page>
    }
}

/// The ways into the three parts.
pub(super) fn parts_rows(app: App) -> impl IntoView {
    let parts = Occasion::ALL.into_iter().filter_map(|occasion| app.content.activity(occasion.id()));
    let rows = parts.map(|part| {
        let to = Route::Activity(Code::of(&part.id));
        view! { <Row to=to title=part.title text=part.topic/> }
    });
    view! { <ul class="rows">{rows.collect_view()}</ul> }
}

/// What each sign means, once for all pictures.
fn signs() -> impl IntoView {
    let signs = Occasion::ALL.into_iter().map(|occasion| {
        let text = match occasion {
            Occasion::Then => word::compare::then_text(),
            Occasion::Later => word::compare::later_text(),
            occasion => name(occasion),
        };
        view! { <li>{sign(occasion, letter(occasion))} <span>{text}</span></li> }
    });
    view! {
        <ul class="signs" aria-label=word::compare::signs()>
            {signs.collect_view()}
        </ul>
    }
}

/// One question: its words, the picture if it is a scale, and the same told in words.
fn question(app: App, asked: &Asked) -> impl IntoView + use<> {
    let places = asked.places();
    let picture =
        (!places.is_empty()).then(|| on_scale(&asked.scale, &places).draw(letter, &heard(&asked.scale, &places)));
    let said = if asked.own_words { parts_of(app, asked).into_any() } else { told(app, asked).into_any() };
    view! {
        <section class="compared">
            <h2>{asked.ask.clone()}</h2>
            {picture}
            {said}
        </section>
    }
}

/// A picture in words, for those who hear it.
fn heard(scale: &[String], places: &[(Occasion, usize)]) -> String {
    let of = |place: usize| scale.get(place).map_or("", String::as_str);
    let mut heard = word::compare::picture(of(0), of(scale.len().saturating_sub(1)));
    for (occasion, place) in places {
        heard.push(' ');
        heard.push_str(&word::compare::picture_one(name(*occasion), of(*place)));
    }
    heard
}
