//! Passphrases, where they are typed.

use super::{
    LiveText, Tick, TwoWays, app,
    field::{hands_off_secret, two_ways},
    work::{hitch_words, is_wrong},
};
use crate::{
    state::{App, Strength, Work, has_outer_space, strength},
    words::word,
};
use leptos::{ev, prelude::*};
use std::sync::atomic::{AtomicU32, Ordering};

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
    pub fn field(self, label: &str) -> impl IntoView + use<> {
        let app = app();
        let (id, why_id) = (format!("secret-{}", self.number), format!("secret-{}-why", self.number));
        let why = Memo::new(move |_| self.refusal(app, app.work()));
        let this = format!("#{id}");
        Effect::new(move |_| {
            if why.with(|why| !why.is_empty()) {
                app.focus_on(&this);
            }
        });
        let on_input = Callback::new(move |text| {
            app.secret_soon();
            self.text.set(text);
        });
        let words = TwoWays::secret(self.text.into(), on_input);
        let label = label.to_owned();
        view! {
            <label class="words">
                <span class="words-label">{label}</span>
                <input
                    class="field"
                    {..hands_off_secret()}
                    id=id
                    aria-describedby=why_id.clone()
                    aria-invalid=move || why.with(|why| !why.is_empty()).then_some("true")
                    autocapitalize="off"
                    type=move || if self.shown.get() { "text" } else { "password" }
                    use:two_ways=words
                />
            </label>
            <p class="work" id=why_id role="alert">
                <LiveText text=why/>
            </p>
        }
    }

    /// Why what was typed here was refused, if it was what was sent last.
    fn refusal(self, app: App, work: Work) -> String {
        match work {
            Work::Refused(hitch) if is_wrong(hitch) && LAST.load(Ordering::Relaxed) == self.number => {
                hitch_words(hitch, app.slip())
            }
            _ => String::new(),
        }
    }

    /// The box that shows what is typed.
    pub fn show(self) -> impl IntoView {
        let turn = move |on| self.shown.set(on);
        view! { <Tick class="choice" label=word::lock::show() on=self.shown on_change=turn/> }
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
    pub fn fields(self, label: &str) -> impl IntoView + use<> {
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
        view! {
            {self.first.field(label)}
            {self.second.field(word::lock::again())}
            <p class="soft hint" role="status">
                <LiveText text=outer_space/>
            </p>
            <p class="soft hint" role="status">
                <LiveText text=hint/>
            </p>
        }
    }
}

/// A form that Enter sends: its fields, and the button that does it while `ready` says so.
#[component]
pub fn SecretForm(
    /// The looks of the button.
    class: &'static str,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// Whether it may be pressed.
    #[prop(into)]
    ready: Signal<bool>,
    /// What it does.
    #[prop(into)]
    on_send: Callback<()>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let owner = Owner::current().unwrap_or_default();
    let press = move |event: ev::MouseEvent| {
        event.prevent_default();
        if ready.get_untracked() {
            owner.with(|| on_send.run(()));
        }
    };
    let disabled = move || (!ready.get()).then_some("true");
    view! {
        <form class="secret" autocomplete="off">
            {children()}
            <button type="submit" class=class aria-disabled=disabled on:click=press>
                {label}
            </button>
        </form>
    }
}

/// A form with one passphrase to type, after whatever is asked before it. The button waits for both.
#[component]
pub fn Unlocking(
    /// The label of the passphrase's field.
    #[prop(into)]
    label: String,
    /// The looks of the button.
    class: &'static str,
    /// What the button says.
    #[prop(into)]
    button: String,
    /// Whether what is asked before it is answered.
    #[prop(optional, into)]
    ready: Option<Signal<bool>>,
    /// Hears the passphrase.
    #[prop(into)]
    on_send: Callback<String>,
    /// What is asked before it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let app = app();
    let secret = Secret::new();
    let ready =
        move || ready.is_none_or(|ready| ready.get()) && !app.busy() && secret.text.with(|text| !text.is_empty());
    view! {
        <SecretForm class=class label=button ready=ready on_send=move |()| on_send.run(secret.take())>
            {children.map(|children| children())}
            {secret.field(&label)}
            {secret.show()}
        </SecretForm>
    }
}
