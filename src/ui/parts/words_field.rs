use leptos::{
    attr::{Attribute, custom::custom_attribute},
    prelude::*,
};

/// What keeps the browser from completing, suggesting or remembering what is typed, beside `autocomplete`.
pub(crate) fn hands_off() -> impl Attribute {
    (custom_attribute("autocorrect", "off"), custom_attribute("writingsuggestions", "false"))
}

/// A field for the person's words. The browser is told to keep its hands off: nothing is completed,
/// translated or suggested, and nothing typed ends up in its own files.
#[component]
pub fn WordsField(
    /// What it is for; shown above it unless `silent`.
    #[prop(into)]
    label: String,
    /// The label is only heard: the page's heading already says it.
    #[prop(optional)]
    silent: bool,
    /// One line instead of several.
    #[prop(optional)]
    line: bool,
    /// It is large, because it is what the page is for.
    #[prop(optional)]
    tall: bool,
    /// An example or a hint, under the label; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// What stands in it.
    #[prop(into)]
    text: Signal<String>,
    /// It was changed.
    on_input: Callback<String>,
) -> impl IntoView {
    let field = if line {
        view! {
            <input
                class="field"
                type="text"
                autocomplete="off"
                translate="no"
                {..hands_off()}
                prop:value=text
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                class="field"
                class:field-tall=tall
                rows="4"
                autocomplete="off"
                translate="no"
                {..hands_off()}
                prop:value=text
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        }
        .into_any()
    };
    view! {
        <label class="words">
            <span class="words-label" class:heard=silent>
                {label}
            </span>
            {(!hint.is_empty()).then(|| view! { <span class="soft">{hint}</span> })}
            {field}
        </label>
    }
}
