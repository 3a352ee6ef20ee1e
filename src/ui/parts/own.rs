//! The person's own words, which no translator of pages may send away: wherever they are shown, they are shown by these.

use super::{row::row_of, span};
use crate::{
    route::Route,
    ui::view::{Element, View, el},
};

/// Own words in a line of others, or as a heading.
pub fn own(text: &str) -> View {
    el("span").own().with(text).into()
}

/// Own words as a paragraph of a class.
pub fn own_para(class: &str, text: &str) -> View {
    el("p").class(class).own().with(text).into()
}

/// Which words of a row are the person's own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Its name.
    Name,
    /// The line under it.
    Text,
    /// Both.
    Both,
}

/// A row that leads to something of one's own, with a line under its name and a quiet word beside it, either of which may
/// be empty.
pub fn own_row(which: Own, to: Route, name: &str, text: &str, note: &str) -> View {
    own_row_above(which, to, name, text, note, View::nothing())
}

/// The same above something else to do with what it leads to.
pub fn own_row_above(which: Own, to: Route, name: &str, text: &str, note: &str, below: View) -> View {
    let said = |class, text: &str, one: Own| -> Element {
        let said = el("span").class(class).with(text);
        if which == one || which == Own::Both { said.own() } else { said }
    };
    let text = (!text.is_empty()).then(|| said("row-text", text, Own::Text));
    let note = (!note.is_empty()).then(|| span("row-note", note));
    row_of(to, said("row-title", name, Own::Name).into(), text.into(), note.into(), below)
}
