use super::{app, no_room::NoRoom, span};
use crate::ui::view::{Element, View, el};

/// A field the browser is told to keep its hands off: nothing is completed, translated, suggested or, unless it was asked
/// for, checked, and nothing typed ends up in its own files.
pub fn field(tag: &str, class: &str) -> Element {
    el(tag)
        .class(class)
        .attr("autocomplete", "off")
        .own()
        .attr("autocorrect", "off")
        .attr("writingsuggestions", "false")
        // Some browsers have words checked elsewhere: not unless the person says so.
        .attr("spellcheck", if app().preferences.spelling() { "true" } else { "false" })
}

/// How a field for the person's words looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// One line.
    Line,
    /// Several lines.
    Usual,
    /// It is large, because it is what the page is for.
    Tall,
    /// Large, with a label that is only heard: the page's heading already says it.
    Whole,
}

/// A field for the person's words, with its label and an example or a hint, which may be empty.
pub fn words_field(
    size: Size,
    label: &str,
    hint: &str,
    text: impl Fn() -> String + 'static,
    on_input: impl Fn(String) + 'static,
) -> View {
    field_of(size, label, hint, Box::new(text), Box::new(on_input))
}

/// Once for all fields, which keeps the program small.
fn field_of(size: Size, label: &str, hint: &str, text: Box<dyn Fn() -> String>, on_input: Box<dyn Fn(String)>) -> View {
    let empty = match size {
        Size::Line => field("input", "field").attr("type", "text"),
        Size::Usual => field("textarea", "field").attr("rows", "4"),
        Size::Tall | Size::Whole => field("textarea", "field field-tall").attr("rows", "4"),
    };
    let heard = if size == Size::Whole { "words-label heard" } else { "words-label" };
    let no_room = NoRoom::default();
    let label = el("label")
        .class("words")
        .with(span(heard, label))
        .with((!hint.is_empty()).then(|| span("soft", hint)))
        .with(no_room.watch(empty, text, on_input));
    View::several(vec![label.into(), no_room.line()])
}
