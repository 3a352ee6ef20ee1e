use super::soft;
use crate::words::word;
use leptos::prelude::*;
use obverse_core::activity::Source;

/// What a page rests on, and whether people it speaks of have read it.
#[component]
pub fn Sources(
    /// The sources.
    sources: Vec<Source>,
    /// Whether they have.
    reviewed: bool,
) -> impl IntoView {
    view! {
        <section class="sources">
            {(!sources.is_empty())
                .then(|| {
                    view! {
                        <details>
                            <summary>{word::closing::sources()}</summary>
                            <ul>
                                {sources
                                    .into_iter()
                                    .map(|source| {
                                        view! {
                                            <li>
                                                {source.name} {(!source.place.is_empty()).then_some(". ")} {source.place}
                                            </li>
                                        }
                                    })
                                    .collect_view()}
                            </ul>
                        </details>
                    }
                })} {(!reviewed).then(|| soft(word::runner::unread()))}
        </section>
    }
}
