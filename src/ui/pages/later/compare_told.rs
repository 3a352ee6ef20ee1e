//! What was said to a question of the self-check, told in words.

use super::occasion::name;
use crate::{
    state::{App, Asked, Told},
    words::word,
};
use leptos::prelude::*;

/// A small table: when, and what was said. Its style breaks its rows where letters are large, and a browser may then
/// take it for no table: so it says what it is.
pub(super) fn told(app: App, asked: &Asked) -> impl IntoView + use<> {
    let column = |name: &'static str| view! { <th role="columnheader" scope="col">{name}</th> };
    let line = |told: &Told| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{when(app, told)}</th>
                <td role="cell">{said(told)}</td>
            </tr>
        }
    };
    view! {
        <table role="table" class="told" aria-label=asked.ask.clone()>
            <thead role="rowgroup" class="heard">
                <tr role="row">{column(word::compare::when())} {column(word::compare::answer())}</tr>
            </thead>
            <tbody role="rowgroup">{asked.told.iter().map(line).collect_view()}</tbody>
        </table>
    }
}

/// The person's own words, beside each other where there is room.
pub(super) fn parts_of(app: App, asked: &Asked) -> impl IntoView + use<> {
    let one = |told: &Told| {
        view! {
            <article>
                <h3>{when(app, told)}</h3>
                {said(told)}
            </article>
        }
    };
    view! { <div class="beside">{asked.told.iter().map(one).collect_view()}</div> }
}

/// On which occasion, and on which day.
fn when(app: App, told: &Told) -> impl IntoView + use<> {
    let name = name(told.occasion);
    let occasion = if told.earlier { word::compare::earlier(name) } else { name.to_owned() };
    view! {
        <span class="told-when">{occasion}</span>
        <span class="soft">{app.date(told.at)}</span>
    }
}

fn said(told: &Told) -> impl IntoView + use<> {
    let asked = told.other_words && !told.ask.is_empty();
    let asked = asked.then(|| view! { <p class="soft">{word::runner::was(&told.ask)}</p> });
    let answers = told.answers.clone().into_iter().map(|answer| view! { <p>{answer}</p> }).collect_view();
    let note = told.note.clone();
    view! {
        {asked}
        {answers}
        {told.rather_not.then(|| view! { <p>{word::runner::rather_not_said()}</p> })}
        {(!note.is_empty()).then(|| view! { <p class="quote" translate="no">{note}</p> })}
        {told.other_words.then(|| view! { <p class="soft">{word::compare::other_words()}</p> })}
    }
}
