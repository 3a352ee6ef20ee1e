//! A field in which somebody writes while the program may change what stands there.

use super::Element;
use crate::state::{App, Field};
use leptos::prelude::*;
use leptos::tachys::renderer::Rndr;
use std::{cell::RefCell, rc::Rc};

/// What the field and the program have told each other.
#[derive(Clone, Copy, Default, PartialEq)]
enum Turn {
    /// Somebody may type.
    #[default]
    Typing,
    /// The program puts a text there, which is no typing.
    Putting,
}

/// The text that the field gave last, or was given; none before the first.
#[derive(Default)]
struct Last {
    text: Option<String>,
    turn: Turn,
}

type Put = Box<dyn Fn(&Field, &str)>;

impl Element {
    /// A field for the person's words. While somebody types nothing is written back: only a text that comes from
    /// elsewhere is put there, once a character that is being put together is done, as an edit that the browser's own
    /// undo takes back.
    pub fn writing(self, text: impl Fn() -> String + 'static, hear: impl Fn(String) + 'static) -> Element {
        let app: App = expect_context();
        let put = Box::new(move |field: &Field, text: &str| app.retype(field, text));
        self.both_ways(Box::new(text), Box::new(hear), put)
    }

    /// A field for a secret: likewise, but nothing brings back what the program has taken out of it.
    pub fn keeping_secret(self, text: impl Fn() -> String + 'static, hear: impl Fn(String) + 'static) -> Element {
        self.both_ways(Box::new(text), Box::new(hear), Box::new(set))
    }

    fn both_ways(self, text: Box<dyn Fn() -> String>, hear: Box<dyn Fn(String)>, put: Put) -> Element {
        let app: App = expect_context();
        let last = Rc::new(RefCell::new(Last::default()));
        let composing = RwSignal::new(false);
        let heard = last.clone();
        self.hear_in("compositionstart", move |_| composing.set(true))
            .hear_in("compositionend", move |_| composing.set(false))
            .hear_in("input", move |field| {
                if heard.borrow().turn == Turn::Putting {
                    return;
                }
                let typed = app.typed(field);
                heard.borrow_mut().text = Some(typed.clone());
                hear(typed);
            })
            .follow(Box::new(move |field| {
                let text = text();
                if composing.get() || last.borrow().text.as_ref() == Some(&text) {
                    return;
                }
                let before = last.replace(Last { text: Some(text.clone()), turn: Turn::Putting }).text;
                match before {
                    None => set(field, &text),
                    Some(_) => put(field, &text),
                }
                last.borrow_mut().turn = Turn::Typing;
            }))
    }

    /// Takes at most so many UTF-16 units. A browser leaves away what has no room, and tells nobody: `hear` is told.
    pub fn at_most(self, most: usize, hear: impl Fn(String) + 'static) -> Element {
        let app: App = expect_context();
        let field = self.0.node.clone();
        let left_out = move |about| {
            if let Some(rest) = app.left_out(&field, &about, most) {
                hear(rest);
            }
        };
        self.attr("maxlength", &most.to_string()).hear("beforeinput", Box::new(left_out))
    }

    fn hear_in(self, event: &str, hear: impl Fn(&Field) + 'static) -> Element {
        let field = self.0.node.clone();
        self.hear(event, Box::new(move |_| hear(&field)))
    }
}

/// Puts a text in a field, which ends what could be undone there.
fn set(field: &Field, text: &str) {
    Rndr::set_property(field, "value", &text.into());
}
