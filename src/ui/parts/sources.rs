use super::soft;
use crate::{
    ui::view::{View, el},
    words::word,
};
use obverse_core::activity::Source;

/// What a page rests on, and whether people it speaks of have read it.
pub fn sources(sources: &[Source], reviewed: bool) -> View {
    let list = |sources: &[Source]| {
        let list = sources.iter().map(source).fold(el("ul"), |list, source| list.with(source));
        el("details").with(el("summary").with(word::closing::sources())).with(list)
    };
    el("section")
        .class("sources")
        .with((!sources.is_empty()).then(|| list(sources)))
        .with((!reviewed).then(|| soft(word::runner::unread())))
        .into()
}

fn source(source: &Source) -> View {
    let line = el("li").with(source.name.as_str());
    if source.place.is_empty() { line.into() } else { line.with(". ").with(source.place.as_str()).into() }
}
