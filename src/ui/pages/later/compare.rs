//! The self-check on its occasions, side by side.

use super::{
    compare_told::{parts_of, told},
    occasion::{letter, name},
};
use crate::{
    route::{Code, Route},
    state::{App, Asked},
    ui::{
        components::{Link, Page, Row, app},
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
    let places: Vec<(Occasion, usize)> = asked.iter().flat_map(Asked::places).collect();
    let lower = (!places.is_empty()).then(|| [" ", word::compare::lower()].concat());
    let signs = (!places.is_empty()).then(|| signs(&places));
    let questions = asked.iter().map(|asked| question(app, asked)).collect_view();
    let hand_in = || view! { <Link class="button plain" to=Route::HandIn label=word::hand_in::title()/> };
    view! {
        <Page title=word::compare::title() back=Route::Kind(Kind::Check) foot=hand_in>
            <p class="soft">{word::compare::text()} {lower}</p>
            <ul class="board">{questions}</ul>
            {signs}
            <p class="soft">{word::compare::open()}</p>
            <details class="more">
                <summary>{word::compare::parts()}</summary>
                {parts_rows(app)}
            </details>
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

/// What each sign means that is in a picture.
fn signs(places: &[(Occasion, usize)]) -> impl IntoView + use<> {
    let shown = Occasion::ALL.into_iter().filter(|occasion| places.iter().any(|(one, _)| one == occasion));
    let signs = shown.map(|occasion| {
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

/// One question on the board: what it is about, and the picture if it is a scale. It opens to the question and to what was
/// said, in words.
fn question(app: App, asked: &Asked) -> impl IntoView + use<> {
    let places = asked.places();
    let picture = (!places.is_empty()).then(|| drawn(&asked.scale, &places));
    let whole = (asked.title != asked.ask).then(|| view! { <p>{asked.ask.clone()}</p> });
    let said = if asked.own_words { parts_of(app, asked).into_any() } else { told(app, asked).into_any() };
    view! {
        <li>
            <details class="compared" aria-label=asked.ask.clone()>
                <summary>
                    <h2>{asked.title.clone()}</h2>
                    {picture}
                </summary>
                {whole}
                {said}
            </details>
        </li>
    }
}

/// The picture of a scale, with the words at its ends.
fn drawn(scale: &[String], places: &[(Occasion, usize)]) -> impl IntoView + use<> {
    let end = |word: Option<&String>| view! { <span>{word.cloned()}</span> };
    view! {
        {on_scale(scale.len(), places).draw(letter, &heard(scale, places))}
        <span class="scale-ends" aria-hidden="true">{end(scale.first())} {end(scale.last())}</span>
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
