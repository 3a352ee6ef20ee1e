//! Small pieces that stand on many screens.

use crate::{
    route::Route,
    state::{KeepError, Places},
    ui::{
        parts::refusal,
        view::{Element, View, el, saying},
    },
};
use leptos::prelude::*;

/// A button: `button` is the one to press, `button plain` its quiet sister, `quiet` looks like a link.
pub fn button(class: &str, label: &str, press: impl Fn() + 'static) -> View {
    el("button").attr("type", "button").class(class).with(label).on_press(press).into()
}

/// A link to a screen.
pub fn way(to: Route) -> Element {
    let places: Places = expect_context();
    el("a").attr("href", &places.address(to))
}

/// A link to a screen, in the looks of a button.
pub fn link(class: &str, to: Route, label: &str) -> View {
    way(to).class(class).with(label).into()
}

/// A plain paragraph.
pub fn plain(text: &str) -> View {
    el("p").with(text).into()
}

/// A paragraph in a quieter colour.
pub fn soft(text: &str) -> View {
    para("soft", text)
}

/// A paragraph of a class.
pub fn para(class: &str, text: &str) -> View {
    el("p").class(class).with(text).into()
}

/// Paragraphs.
pub fn paragraphs(texts: &[String]) -> View {
    View::several(texts.iter().map(|text| plain(text)).collect())
}

/// A heading within a page: `h2` or `h3`.
pub fn heading(level: &str, text: &str) -> View {
    el(level).with(text).into()
}

/// Words in a line of their own class.
pub fn span(class: &str, text: &str) -> View {
    el("span").class(class).with(text).into()
}

/// A part of a page with its heading.
pub fn group(name: &str) -> Element {
    el("section").class("group").with(el("h2").class("group-name").with(name))
}

/// Rows that lead somewhere.
pub fn rows(rows: View) -> View {
    el("ul").class("rows").with(rows).into()
}

/// The quieter buttons under the one to press.
pub fn pair() -> Element {
    el("div").class("pair")
}

/// Why something on a page was refused, if it was.
pub type Refused = RwSignal<Option<KeepError>>;

/// Says why something was refused, once it was.
pub fn refusal_line(refused: Refused) -> View {
    el("p").attr("role", "alert").with(saying(move || refused.get().map_or("", refusal))).into()
}
