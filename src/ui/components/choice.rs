//! Things to choose.

use super::redrawn;
use crate::words::word;
use leptos::prelude::*;
use obverse_core::activity::Choice;

/// A box to tick, with its words.
#[component]
pub fn Tick(
    /// Its looks.
    class: &'static str,
    /// Its words; `children` where they are more than plain words.
    #[prop(optional, into)]
    label: String,
    /// Whether it is ticked.
    #[prop(into)]
    on: Signal<bool>,
    /// Hears that it was ticked, or no longer.
    #[prop(into)]
    on_change: Callback<bool>,
    /// Words in several lines.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let input = Input { kind: "checkbox", name: None, value: None };
    ticked(class, input, words(label, children), on, on_change)
}

/// One of several radios that share a name.
#[component]
pub fn Radio(
    /// Its looks.
    class: &'static str,
    /// The name that it shares.
    #[prop(into)]
    name: String,
    /// Its words; `children` where they are more than plain words.
    #[prop(optional, into)]
    label: String,
    /// Whether it is chosen.
    #[prop(into)]
    on: Signal<bool>,
    /// Hears that it was chosen.
    #[prop(into)]
    on_choose: Callback<()>,
    /// More than plain words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let input = Input { kind: "radio", name: Some(name), value: None };
    ticked(class, input, words(label, children), on, Callback::new(move |_| on_choose.run(())))
}

/// The radio of a set by which a choice is taken back. It comes once something is chosen, and then stays: nothing is chosen
/// beforehand.
#[component]
pub fn NotSet(
    /// Its looks.
    class: &'static str,
    /// The name that the radios of the set share.
    name: &'static str,
    /// Whether nothing is chosen.
    #[prop(into)]
    on: Signal<bool>,
    /// Hears that the choice was taken back.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let chosen = StoredValue::new(false);
    let chosen_once = Memo::new(move |_| {
        if !on.get() {
            chosen.set_value(true);
        }
        chosen.get_value()
    });
    redrawn(move || {
        let radio = || view! { <Radio class=class name=name label=word::place::not_set() on=on on_choose=on_choose/> };
        chosen_once.get().then(|| untrack(radio))
    })
}

/// A set of options under the page's heading.
#[component]
pub fn Options(
    /// The options.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="choices" aria-labelledby="heading">
            {children()}
        </fieldset>
    }
}

/// One option: its id and label.
pub type Labelled = (String, String);

/// Options one after another.
#[component]
pub fn Choices(
    /// `radio`, or `checkbox` where several may be chosen.
    kind: &'static str,
    /// The name that they share.
    name: &'static str,
    /// All of them.
    options: Vec<Labelled>,
    /// The ids of those that are chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// Hears the id of one that was pressed.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let option = move |(id, label): Labelled| {
        let input = Input { kind, name: Some(name.to_owned()), value: Some(id.clone()) };
        let this = id.clone();
        let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&this)));
        ticked("choice", input, label.into_any(), on, Callback::new(move |_| on_choose.run(id.clone())))
    };
    options.into_iter().map(option).collect_view()
}

/// Returns the options of a step with their ids.
pub fn labels(options: &[Choice]) -> Vec<Labelled> {
    options.iter().map(|option| (option.id.clone(), option.label.clone())).collect()
}

struct Input {
    kind: &'static str,
    name: Option<String>,
    value: Option<String>,
}

fn words(label: String, children: Option<Children>) -> AnyView {
    children.map_or_else(|| label.into_any(), |children| children())
}

fn ticked(class: &'static str, input: Input, label: AnyView, on: Signal<bool>, on_change: Callback<bool>) -> AnyView {
    let owner = Owner::current().unwrap_or_default();
    let Input { kind, name, value } = input;
    let change = move |event| {
        let on = event_target_checked(&event);
        owner.with(|| on_change.run(on));
    };
    view! {
        <label class=class class:on=move || on.get()>
            <input type=kind name=name value=value autocomplete="off" prop:checked=move || on.get() on:change=change/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}
