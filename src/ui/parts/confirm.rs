use super::{button, live};
use leptos::prelude::*;

/// A button that asks for a second act before it does something for good.
#[component]
pub fn Confirm(
    /// The first button.
    label: &'static str,
    /// The question.
    ask: &'static str,
    /// The second button.
    sure: &'static str,
    /// The way out.
    cancel: &'static str,
    /// Both acts are done.
    on_sure: Callback<()>,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    view! {
        <div class="confirm">
            {live(move || {
                if asked.get() {
                    view! {
                        <p role="alert">{ask}</p>
                        {button("button grave", sure, move || on_sure.run(()))}
                        {button("quiet", cancel, move || asked.set(false))}
                    }
                        .into_any()
                } else {
                    button("quiet", label, move || asked.set(true))
                }
            })}
        </div>
    }
}
