//! Fields in which somebody writes while the program may change what stands there.

use super::{app, no_room::NoRoom};
use crate::state::{App, Field, Happened};
use leptos::attr::{
    any_attribute::{AnyAttribute, IntoAnyAttribute},
    custom::custom_attribute,
};
use leptos::prelude::*;
use leptos::tachys::renderer::{Rndr, types};
use std::{cell::RefCell, rc::Rc};

/// Returns the attributes of a field the browser is told to keep its hands off: nothing is completed, translated, suggested or,
/// unless it was asked for, checked, and nothing typed ends up in its own files. For `<input {..hands_off()} />`.
pub fn hands_off() -> Vec<AnyAttribute> {
    // Some browsers have words checked elsewhere: not unless the person says so.
    attributes(app().preferences.spelling())
}

/// Returns the same for a field with a secret in it, which is never checked.
pub fn hands_off_secret() -> Vec<AnyAttribute> {
    attributes(false)
}

fn attributes(spelling: bool) -> Vec<AnyAttribute> {
    let all = [
        ("autocomplete", "off"),
        ("translate", "no"),
        ("autocorrect", "off"),
        ("writingsuggestions", "false"),
        ("spellcheck", if spelling { "true" } else { "false" }),
    ];
    all.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect()
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

/// A field for the person's words, with its label.
#[component]
pub fn WordsField(
    /// Its looks.
    size: Size,
    /// Its label.
    #[prop(into)]
    label: String,
    /// An example or a hint, unless empty.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it.
    #[prop(into)]
    text: Signal<String>,
    /// Hears what stands in it after each key.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let no_room = NoRoom::default();
    let words = no_room.watch(TwoWays::new(text, on_input));
    let field = match size {
        Size::Line => view! { <input class="field" type="text" {..hands_off()} use:two_ways=words/> }.into_any(),
        Size::Usual => {
            view! { <textarea class="field" rows="4" {..hands_off()} use:two_ways=words></textarea> }.into_any()
        }
        Size::Tall | Size::Whole => {
            view! { <textarea class="field field-tall" rows="4" {..hands_off()} use:two_ways=words></textarea> }
                .into_any()
        }
    };
    let heard = if size == Size::Whole { "words-label heard" } else { "words-label" };
    view! {
        <label class="words">
            <span class=heard>{label}</span>
            {(!hint.is_empty()).then(|| view! { <span class="soft">{hint}</span> })}
            {field}
        </label>
        {no_room.line()}
    }
}

/// A text that a field and the program both may change, for `use:two_ways`. While somebody types nothing is written back: only a text
/// that comes from elsewhere is put there, once a character that is being put together is done.
#[derive(Clone, Copy)]
pub struct TwoWays {
    text: Signal<String>,
    on_input: Callback<String>,
    put: fn(App, &Field, &str),
    most: Option<(usize, Callback<String>)>,
}

impl TwoWays {
    /// A text of the person's: a change by the program is an edit that the browser's own undo takes back.
    pub fn new(text: Signal<String>, on_input: Callback<String>) -> TwoWays {
        TwoWays { text, on_input, put: |app, field, text| app.retype(field, text), most: None }
    }

    /// A secret: nothing brings back what the program has taken out of the field.
    pub fn secret(text: Signal<String>, on_input: Callback<String>) -> TwoWays {
        TwoWays { put: |_, field, text| set(field, text), ..TwoWays::new(text, on_input) }
    }

    /// Tells `hear` too what stands in the field after each key, before anybody else.
    pub fn heard_by(self, hear: impl Fn(String) + Send + Sync + 'static) -> TwoWays {
        let on_input = self.on_input;
        let both = move |text: String| {
            hear(text.clone());
            on_input.run(text);
        };
        TwoWays { on_input: Callback::new(both), ..self }
    }

    /// Takes at most so many UTF-16 units. A browser leaves away what has no room, and tells nobody: `on_left_out` is told.
    pub fn at_most(self, most: usize, on_left_out: Callback<String>) -> TwoWays {
        TwoWays { most: Some((most, on_left_out)), ..self }
    }
}

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

/// The directive that keeps a field and a text alike.
pub fn two_ways(field: types::Element, with: TwoWays) {
    let app = app();
    let TwoWays { text, on_input, put, most } = with;
    let last = Rc::new(RefCell::new(Last::default()));
    let composing = RwSignal::new(false);
    hear(&field, "compositionstart", move |_, _| composing.set(true));
    hear(&field, "compositionend", move |_, _| composing.set(false));
    let heard = last.clone();
    hear(&field, "input", move |field, _| {
        if heard.borrow().turn == Turn::Putting {
            return;
        }
        let typed = app.typed(field);
        heard.borrow_mut().text = Some(typed.clone());
        on_input.run(typed);
    });
    if let Some((most, on_left_out)) = most {
        Rndr::set_attribute(&field, "maxlength", &most.to_string());
        hear(&field, "beforeinput", move |field, about| {
            if let Some(rest) = app.left_out(field, about, most) {
                on_left_out.run(rest);
            }
        });
    }
    let writing = RenderEffect::new(move |_| {
        let text = text.get();
        if composing.get() || last.borrow().text.as_ref() == Some(&text) {
            return;
        }
        let before = last.replace(Last { text: Some(text.clone()), turn: Turn::Putting }).text;
        match before {
            None => set(&field, &text),
            Some(_) => put(app, &field, &text),
        }
        last.borrow_mut().turn = Turn::Typing;
    });
    // For as long as the component that the field stands in.
    StoredValue::new_local(writing);
}

/// Hears an event of a field for as long as the component that it stands in.
fn hear(field: &Field, event: &str, hear: impl Fn(&Field, &Happened) + 'static) {
    let (owner, heard) = (Owner::current().unwrap_or_default(), field.clone());
    let press = Box::new(move |event| owner.with(|| hear(&heard, &event)));
    StoredValue::new_local(Rndr::add_event_listener(field, event, press));
}

/// Puts a text in a field, which ends what could be undone there.
fn set(field: &Field, text: &str) {
    Rndr::set_property(field, "value", &text.into());
}
