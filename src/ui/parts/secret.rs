use super::{
    app, field, span, tick,
    work::{hitch_words, is_wrong},
};
use crate::{
    state::{Strength, Work, has_outer_space, strength},
    ui::view::{Element, View, el, saying},
    words::word,
};
use leptos::prelude::*;
use std::{
    rc::Rc,
    sync::atomic::{AtomicU32, Ordering},
};

/// How many there have been.
static COUNT: AtomicU32 = AtomicU32::new(1);
/// The one that was sent last.
static LAST: AtomicU32 = AtomicU32::new(0);

fn next() -> u32 {
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// What is typed where nobody should see it: one or more fields, and whether they show it.
#[derive(Clone, Copy)]
pub struct Secret {
    /// Among all there have been: each has an id of its own on its page.
    number: u32,
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
        Secret { number: next(), text: RwSignal::new(String::new()), shown: RwSignal::new(false) }
    }

    /// Another field that is shown and covered together with this one.
    pub fn beside(self) -> Secret {
        Secret { number: next(), text: RwSignal::new(String::new()), ..self }
    }

    /// What is typed, taken out of the field.
    pub fn take(self) -> String {
        LAST.store(self.number, Ordering::Relaxed);
        let mut taken = String::new();
        self.text.update(|text| taken = std::mem::take(text));
        taken
    }

    /// The field. Why it was refused is said beside it, and the focus goes back to it.
    pub fn field(self, label: &str) -> View {
        let app = app();
        let (id, why_id) = (format!("secret-{}", self.number), format!("secret-{}-why", self.number));
        let why = Memo::new(move |_| self.refusal(app.work()));
        let this = format!("#{id}");
        Effect::new(move |_| {
            if why.with(|why| !why.is_empty()) {
                app.focus_on(&this);
            }
        });
        let input = field("input", "field")
            .attr("id", &id)
            .attr("aria-describedby", &why_id)
            .attr_while("aria-invalid", move || why.with(|why| !why.is_empty()).then_some("true"))
            .attr("spellcheck", "false")
            .attr("autocapitalize", "off")
            .attr_while("type", move || Some(if self.shown.get() { "text" } else { "password" }))
            .keeping_secret(
                move || self.text.get(),
                move |text| {
                    app.secret_soon();
                    self.text.set(text);
                },
            );
        let label = el("label").class("words").with(span("words-label", label)).with(input);
        let why = el("p").class("work").attr("id", &why_id).attr("role", "alert").with(saying(move || why.get()));
        View::several(vec![label.into(), why.into()])
    }

    /// Why what was typed here was refused, if it was what was sent last.
    fn refusal(self, work: Work) -> String {
        match work {
            Work::Refused(hitch) if is_wrong(hitch) && LAST.load(Ordering::Relaxed) == self.number => {
                hitch_words(hitch, app().slip())
            }
            _ => String::new(),
        }
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
