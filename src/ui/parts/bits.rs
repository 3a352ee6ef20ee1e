//! Small pieces that stand on many screens. Each is one function behind a thin generic door, so that the wasm
//! carries it once however often it is used.

use crate::route::Route;
use leptos::prelude::*;

/// A button: `button` is the one to press, `button plain` its quiet sister, `quiet` looks like a link.
pub fn button(class: &'static str, label: &'static str, press: impl Fn() + 'static) -> AnyView {
    fn one(class: &'static str, label: &'static str, press: Box<dyn Fn()>) -> AnyView {
        view! {
            <button type="button" class=class on:click=move |_| press()>
                {label}
            </button>
        }
        .into_any()
    }
    one(class, label, Box::new(press))
}

/// A link to a screen, in the same looks.
pub fn link(class: &'static str, to: Route, label: impl Into<String>) -> AnyView {
    fn one(class: &'static str, to: Route, label: String) -> AnyView {
        view! {
            <a class=class href=to.to_string()>
                {label}
            </a>
        }
        .into_any()
    }
    one(class, to, label.into())
}

/// A paragraph in a quieter colour.
pub fn soft(text: impl Into<String>) -> AnyView {
    para("soft", text)
}

/// A paragraph of a class.
pub fn para(class: &'static str, text: impl Into<String>) -> AnyView {
    fn one(class: &'static str, text: String) -> AnyView {
        view! { <p class=class>{text}</p> }.into_any()
    }
    one(class, text.into())
}

/// A part of a screen that is drawn anew when what it read has changed.
pub fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    fn one(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
        (move || draw()).into_any()
    }
    one(Box::new(draw))
}

/// A part of a screen that is there only sometimes.
pub fn maybe(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || draw().unwrap_or_else(|| ().into_any()))
}

/// Several pieces, one after another.
pub fn all(pieces: impl Iterator<Item = AnyView>) -> AnyView {
    pieces.collect::<Vec<_>>().into_any()
}
