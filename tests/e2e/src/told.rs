//! What a screen reader is told, and whether a fingertip finds it.

use crate::Page;
use crate::page::strings;
use crate::wire::element_id;
use serde_json::{Value, json};

const TARGETS: &str = include_str!("js/targets.js");

/// Everything that has a name of its own: headings, pictures, and what can have the focus.
const NAMED: &str = "return [...document.querySelectorAll(
    'h1, h2, h3, a, button, input, select, textarea, summary, [role=img], nav, main, search, [role=status], [role=alert]')]
    .filter((one) => one.checkVisibility())";

impl Page {
    /// What can be pressed and is smaller than 44 px.
    pub fn small_targets(&self) -> Vec<String> {
        strings(&self.run(TARGETS))
    }

    /// The page as the browser tells it to a screen reader, in its order: a line `role name` for each thing that has a
    /// name or can have the focus, with its state where it has one.
    pub fn told(&self) -> Vec<String> {
        let found = self.run(NAMED);
        let ids = found.as_array().into_iter().flatten().filter_map(element_id);
        ids.map(|id| {
            let ask = |what: &str| match self.session.get(&format!("element/{id}/computed{what}")) {
                Ok(Value::String(text)) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                _ => String::new(),
            };
            let state = self.run_with(STATE, json!([{ "element-6066-11e4-a52e-4f735466cecf": id }]));
            // A field for a passphrase has a name and no role.
            let role = Some(ask("role")).filter(|role| !role.is_empty()).unwrap_or("field".into());
            [role, ask("label"), state.as_str().unwrap_or_default().to_owned()].join(" ").trim().to_owned()
        })
        .collect()
    }
}

const STATE: &str = "const one = arguments[0];
    return [one.matches(':checked') && 'chosen', one.matches(':disabled') && 'off',
        one.getAttribute('aria-current') && 'here', one.closest('details') && one.matches('summary') &&
        (one.parentElement.open ? 'open' : 'shut')].filter(Boolean).join(' ')";
