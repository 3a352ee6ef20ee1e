use leptos::prelude::*;

/// Paragraphs.
pub fn paragraphs(texts: &[String]) -> impl IntoView + use<> {
    texts.iter().cloned().map(|text| view! { <p>{text}</p> }).collect_view()
}
