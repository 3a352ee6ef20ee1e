use leptos::prelude::*;

/// A button that asks for a second act before it does something for good.
#[component]
pub fn Confirm(
    /// The first button.
    label: &'static str,
    /// The question.
    #[prop(optional)]
    ask: &'static str,
    /// The second button.
    sure: &'static str,
    /// The way out.
    cancel: &'static str,
    /// Both acts are done.
    #[prop(into)]
    on_sure: Callback<()>,
) -> impl IntoView {
    let asked = RwSignal::new(false);
    view! {
        <div class="confirm" role="group">
            {move || {
                if asked.get() {
                    view! {
                        <p role="alert">{ask}</p>
                        <button type="button" class="button grave" on:click=move |_| on_sure.run(())>
                            {sure}
                        </button>
                        <button type="button" class="quiet" on:click=move |_| asked.set(false)>
                            {cancel}
                        </button>
                    }
                        .into_any()
                } else {
                    view! {
                        <button type="button" class="quiet" on:click=move |_| asked.set(true)>
                            {label}
                        </button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}
