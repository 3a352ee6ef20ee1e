//! Rows that lead somewhere.

use super::href;
use crate::route::Route;
use leptos::prelude::*;

/// Which words of a row are the person's own. No translator of pages may send those away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Own {
    /// None of them.
    #[default]
    None,
    /// Its name.
    Name,
    /// The line under it.
    Text,
    /// Both.
    Both,
}

/// A row that leads to a screen. It stands in a list of the class `rows`.
#[component]
pub fn Row(
    /// Where it leads.
    to: Route,
    /// Its name.
    #[prop(into)]
    title: String,
    /// A line under its name, unless empty.
    #[prop(optional, into)]
    text: String,
    /// A quiet word beside it, unless empty.
    #[prop(optional, into)]
    note: String,
    /// Which of its words are the person's own.
    #[prop(optional)]
    own: Own,
    /// Something else to do with what it leads to, below it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let left_alone = |one: Own| (own == one || own == Own::Both).then_some("no");
    let text =
        (!text.is_empty()).then(|| view! { <span class="row-text" translate=left_alone(Own::Text)>{text}</span> });
    let note = (!note.is_empty()).then(|| view! { <span class="row-note">{note}</span> });
    view! {
        <li class="row">
            <a href=href(to)>
                <span class="row-words">
                    <span class="row-title" translate=left_alone(Own::Name)>{title}</span>
                    {text}
                    {note}
                </span>
                <span class="row-go" aria-hidden="true">"›"</span>
            </a>
            {children.map(|children| children())}
        </li>
    }
}
