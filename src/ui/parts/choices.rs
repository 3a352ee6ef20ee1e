use leptos::prelude::*;
use obverse_core::activity::Choice;

/// One option: its id and label.
pub type Option_ = (String, String);

/// A set of options under the page's heading: radios, or boxes where several may be chosen.
#[component]
pub fn Options(
    /// In the order shown.
    options: Vec<Option_>,
    /// Several may be chosen.
    #[prop(optional)]
    many: bool,
    /// The name the radios share.
    #[prop(into)]
    name: String,
    /// Which are chosen.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// One was chosen, or, among several, changed.
    on_choose: Callback<String>,
) -> impl IntoView {
    let kind = if many { "checkbox" } else { "radio" };
    view! {
        <fieldset class="choices" aria-labelledby="heading">
            {options
                .into_iter()
                .map(|(id, label)| {
                    let this = id.clone();
                    let on = Signal::derive(move || chosen.with(|all| all.contains(&this)));
                    view! {
                        <label class="choice" class:on=on>
                            <input
                                type=kind
                                name=name.clone()
                                value=id.clone()
                                autocomplete="off"
                                prop:checked=on
                                on:change=move |_| on_choose.run(id.clone())
                            />
                            <span>{label}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

/// A tick that stands apart from the answers.
#[component]
pub fn Tick(
    /// Its words.
    #[prop(into)]
    label: String,
    /// Whether it is set.
    #[prop(into)]
    on: Signal<bool>,
    /// It was changed.
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="choice choice-apart" class:on=on>
            <input
                type="checkbox"
                autocomplete="off"
                prop:checked=on
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
}

/// The options of a step.
pub(crate) fn labels(options: &[Choice]) -> Vec<Option_> {
    options.iter().map(|option| (option.id.clone(), option.label.clone())).collect()
}
