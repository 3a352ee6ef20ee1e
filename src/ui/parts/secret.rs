use super::{app, field, span, tick};
use crate::signals::*;
use crate::{
    state::{Strength, has_outer_space, strength},
    ui::view::{Element, View, el, saying},
    words::word,
};
use std::rc::Rc;

/// What is typed where nobody should see it: one or more fields, and whether they show it.
#[derive(Clone, Copy)]
pub struct Secret {
    /// What is typed.
    pub text: RwSignal<String>,
    shown: RwSignal<bool>,
}

impl Default for Secret {
    fn default() -> Secret {
        Secret::new()
    }
}

impl Secret {
    /// Nothing yet.
    pub fn new() -> Secret {
        Secret { text: RwSignal::new(String::new()), shown: RwSignal::new(false) }
    }

    /// Another field that is shown and covered together with this one.
    pub fn beside(self) -> Secret {
        Secret { text: RwSignal::new(String::new()), ..self }
    }

    /// What is typed, taken out of the field.
    pub fn take(self) -> String {
        let mut taken = String::new();
        self.text.update(|text| taken = std::mem::take(text));
        taken
    }

    /// The field.
    pub fn field(self, label: &str) -> View {
        let app = app();
        let input = field("input", "field")
            .attr("spellcheck", "false")
            .attr("autocapitalize", "off")
            .attr_while("type", move || Some(if self.shown.get() { "text" } else { "password" }))
            .holding(move || self.text.get())
            .on_text("input", move |text| {
                app.secret_soon();
                self.text.set(text);
            });
        el("label").class("words").with(span("words-label", label)).with(input).into()
    }

    /// The box that shows what is typed.
    pub fn show(self) -> View {
        let on = Rc::new(move || self.shown.get());
        tick("choice", "checkbox", word::lock::show(), on, move |on| self.shown.set(on))
    }
}

/// A new passphrase: two fields, a hint how it looks, and whether it may be used.
#[derive(Clone, Copy)]
pub struct NewSecret {
    first: Secret,
    second: Secret,
}

impl NewSecret {
    /// Nothing yet; shown and covered together with `beside`.
    pub fn new(beside: Secret) -> NewSecret {
        NewSecret { first: beside.beside(), second: beside.beside() }
    }

    /// Whether it is long enough and typed alike twice.
    pub fn ready(self) -> bool {
        self.first.text.with(|first| strength(first) > Strength::Short && self.second.text.with(|other| first == other))
    }

    /// What is typed, taken out of the fields.
    pub fn take(self) -> String {
        self.second.take();
        self.first.take()
    }

    /// The fields and the hint.
    pub fn fields(self, label: &str) -> View {
        let hint = move || {
            let first = self.first.text.get();
            let second = self.second.text.get();
            if first.is_empty() {
                return word::lock::advice();
            }
            match strength(&first) {
                Strength::Short => word::lock::too_short(),
                _ if !second.is_empty() && first != second => word::lock::no_match(),
                Strength::Common => word::lock::common(),
                Strength::Fair => word::lock::fair(),
                Strength::Good => word::lock::good(),
            }
        };
        let outer_space = move || {
            let any = [self.first, self.second].into_iter().any(|one| one.text.with(|text| has_outer_space(text)));
            if any { word::lock::outer_space() } else { "" }
        };
        View::several(vec![
            self.first.field(label),
            self.second.field(word::lock::again()),
            el("p").class("soft hint").attr("role", "status").with(saying(outer_space)).into(),
            el("p").class("soft hint").attr("role", "status").with(saying(hint)).into(),
        ])
    }
}

/// A form that Enter sends: its fields, and the button that does it while `ready` says so.
pub fn sending(
    fields: View,
    class: &str,
    label: &str,
    ready: impl Fn() -> bool + 'static,
    send: impl Fn() + 'static,
) -> Element {
    let ready = Rc::new(ready);
    let able = ready.clone();
    let button = el("button").attr("type", "submit").class(class).with(label);
    let button = button.attr_while("aria-disabled", move || (!ready()).then_some("true")).on_press_instead(move || {
        if able() {
            send();
        }
    });
    el("form").class("secret").attr("autocomplete", "off").with(fields).with(button)
}

/// A form with one passphrase to type, after whatever is asked `before` it. The button waits for both.
pub fn unlocking(
    before: View,
    label: &str,
    button: [&str; 2],
    ready: Box<dyn Fn() -> bool>,
    send: Box<dyn Fn(&str)>,
) -> View {
    let app = app();
    let secret = Secret::new();
    let fields = View::several(vec![before, secret.field(label), secret.show()]);
    let ready = move || ready() && !app.busy() && secret.text.with(|text| !text.is_empty());
    let [class, name] = button;
    sending(fields, class, name, ready, move || send(&secret.take())).into()
}
