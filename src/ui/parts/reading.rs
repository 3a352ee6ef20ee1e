use super::{heading, paragraphs};
use crate::ui::view::{View, all, el};
use obverse_core::activity::CardPart;

/// The parts of a page to read: a heading, paragraphs, points. Any of them may be left out.
pub fn reading(parts: &[CardPart]) -> View {
    all(parts.iter().map(|part| {
        el("section")
            .class("reading")
            .with((!part.heading.is_empty()).then(|| heading("h2", &part.heading)))
            .with(paragraphs(&part.text))
            .with((!part.points.is_empty()).then(|| points("ul", &part.points)))
            .into()
    }))
}

/// Points one below the other, in a list with marks (`ul`) or with numbers (`ol`).
pub fn points(list: &str, points: &[String]) -> View {
    let points = points.iter().map(|point| el("li").with(point.as_str()).into());
    el(list).class("limits").with(all(points)).into()
}
