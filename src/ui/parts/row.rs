use crate::route::Route;
use leptos::prelude::*;

/// A plain row that leads somewhere.
#[component]
pub fn Row(
    /// Where it leads.
    to: Route,
    /// Its name.
    #[prop(into)]
    title: String,
    /// A line under it; may be empty.
    #[prop(optional, into)]
    text: String,
    /// A quiet word beside the line; may be empty.
    #[prop(optional, into)]
    note: String,
) -> impl IntoView {
    view! {
        <li class="row">
            <a href=to.to_string()>
                <span class="row-words">
                    <span class="row-title">{title}</span>
                    {(!text.is_empty()).then(|| view! { <span class="row-text">{text}</span> })}
                    {(!note.is_empty()).then(|| view! { <span class="row-note">{note}</span> })}
                </span>
                <span class="row-go" aria-hidden="true">
                    "›"
                </span>
            </a>
        </li>
    }
}
