use super::{span, way};
use crate::{
    route::Route,
    ui::view::{View, el},
};

/// A plain row that leads somewhere.
pub fn row(to: Route, title: &str) -> View {
    row_with(to, title, "", "")
}

/// A row with a line under its name and a quiet word beside it, either of which may be empty.
pub fn row_with(to: Route, title: &str, text: &str, note: &str) -> View {
    let said = |class, text: &str| (!text.is_empty()).then(|| span(class, text)).into();
    row_of(to, span("row-title", title), said("row-text", text), said("row-note", note), View::nothing())
}

/// The same, of words that are drawn already, above something else to do with what it leads to.
pub(super) fn row_of(to: Route, title: View, text: View, note: View, below: View) -> View {
    let words = el("span").class("row-words").with(title).with(text).with(note);
    let sign = el("span").class("row-go").attr("aria-hidden", "true").with("›");
    el("li").class("row").with(way(to).with(words).with(sign)).with(below).into()
}
