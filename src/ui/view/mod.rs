//! What is shown, built on Leptos' renderer and effects: one type for every piece of a screen, however deep. A type
//! for each, as the `view!` macro makes them, would carry its own code into the wasm; see docs/performance.md.

mod element;
mod field;
mod live;
mod mounting;

pub use element::{Element, el, shape};
pub use live::{live, maybe, saying};

use leptos::{
    mount::mount_to_renderer,
    tachys::renderer::{
        Rndr,
        types::{Element as Parent, Node},
    },
};
use live::Live;
use std::any::Any;

/// A piece of a screen. One pointer: passing it on costs the program next to nothing.
pub struct View(Box<Piece>);

enum Piece {
    /// A node of the page, and what keeps it true for as long as it is shown.
    One { node: Node, _kept: Vec<Box<dyn Any>> },
    /// Several pieces, one after another.
    Several(Vec<View>),
    /// A piece that is drawn anew when what it read has changed.
    Live(Live),
}

impl View {
    /// Nothing at all.
    pub fn nothing() -> View {
        View::several(Vec::new())
    }

    /// Several pieces, one after another.
    pub fn several(views: Vec<View>) -> View {
        View(Box::new(Piece::Several(views)))
    }

    fn one(node: Node, kept: Vec<Box<dyn Any>>) -> View {
        View(Box::new(Piece::One { node, _kept: kept }))
    }

    fn insert(&self, parent: &Parent, before: Option<&Node>) {
        match &*self.0 {
            Piece::One { node, .. } => Rndr::insert_node(parent, node, before),
            Piece::Several(views) => views.iter().for_each(|view| view.insert(parent, before)),
            Piece::Live(live) => live.insert(parent, before),
        }
    }

    fn remove(&self) {
        match &*self.0 {
            Piece::One { node, .. } => Rndr::remove(node),
            Piece::Several(views) => views.iter().for_each(View::remove),
            Piece::Live(live) => live.remove(),
        }
    }
}

/// Several pieces, one after another.
pub fn all(views: impl Iterator<Item = View>) -> View {
    View::several(views.collect())
}

fn words(text: &str) -> View {
    View::one(Rndr::create_text_node(text).into(), Vec::new())
}

impl From<&str> for View {
    fn from(text: &str) -> View {
        words(text)
    }
}

impl From<String> for View {
    fn from(text: String) -> View {
        words(&text)
    }
}

impl<T: Into<View>> From<Option<T>> for View {
    fn from(view: Option<T>) -> View {
        view.map_or_else(View::nothing, Into::into)
    }
}

/// Shows a piece in an element of the page for good.
pub fn mount(parent: &Parent, draw: impl FnOnce() -> View + 'static) {
    mount_to_renderer(parent, draw).forget();
}
