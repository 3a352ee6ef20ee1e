//! Texts of authors.

use crate::words::word;
use leptos::prelude::*;
use obverse_core::activity::{CardPart, Source};

/// Paragraphs, one after another.
#[component]
pub fn Paragraphs(
    /// Their texts.
    texts: Vec<String>,
) -> impl IntoView {
    texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()
}

/// A part of a page with its heading.
#[component]
pub fn Group(
    /// Its heading.
    #[prop(into)]
    name: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="group">
            <h2 class="group-name">{name}</h2>
            {children()}
        </section>
    }
}

/// Points one below the other, with marks.
#[component]
pub fn Points(
    /// Their texts.
    points: Vec<String>,
) -> impl IntoView {
    view! { <ul class="limits">{points.into_iter().map(|point| view! { <li>{point}</li> }).collect_view()}</ul> }
}

/// The parts of a page to read: a heading, paragraphs, points. Any of them may be left out.
#[component]
pub fn Reading(
    /// The parts.
    parts: Vec<CardPart>,
) -> impl IntoView {
    let part = |part: CardPart| {
        let heading = (!part.heading.is_empty()).then(|| view! { <h2>{part.heading}</h2> });
        let points = (!part.points.is_empty()).then(|| view! { <Points points=part.points/> });
        view! {
            <section class="reading">
                {heading} <Paragraphs texts=part.text/> {points}
            </section>
        }
    };
    parts.into_iter().map(part).collect_view()
}

/// What a page rests on, and whether people it speaks of have read it.
#[component]
pub fn Sources(
    /// The sources.
    sources: Vec<Source>,
    /// Whether people with lived experience have read it.
    reviewed: bool,
) -> impl IntoView {
    let list = (!sources.is_empty()).then(|| {
        view! {
            <details>
                <summary>{word::closing::sources()}</summary>
                <ul>{sources.into_iter().map(|source| view! { <li>{source_line(source)}</li> }).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <section class="sources">
            {list} {(!reviewed).then(|| view! { <p class="soft">{word::runner::unread()}</p> })}
        </section>
    }
}

/// Returns a source as one line: its name, and where it is to be found.
pub fn source_line(source: Source) -> String {
    if source.place.is_empty() { source.name } else { [source.name, source.place].join(". ") }
}
