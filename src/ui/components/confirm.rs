//! A second act before something is done for good.

use super::{Button, app, redrawn};
use crate::words::word;
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// How many there have been: each has an id of its own on its page.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A button that asks before it does something for good. Asked, the focus is on the way out, so that two presses in haste do no
/// harm; called off, it is on the first button again.
#[component]
pub fn Confirm(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// The question.
    #[prop(into)]
    ask: String,
    /// The button that does it.
    #[prop(into)]
    sure: String,
    /// The way out.
    #[prop(into)]
    cancel: String,
    /// Does it.
    #[prop(into)]
    on_sure: Callback<()>,
) -> impl IntoView {
    let app = app();
    let id = format!("confirm-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let last = StoredValue::new(format!("#{id} button:last-of-type"));
    let asked = RwSignal::new(false);
    let turn = move |to: bool| {
        asked.set(to);
        app.focus_on(&last.get_value());
    };
    let asking = redrawn(move || {
        let (label, ask, sure, cancel) = (label.clone(), ask.clone(), sure.clone(), cancel.clone());
        if !asked.get() {
            return view! { <Button class="quiet grave" label=label on_press=move |()| turn(true)/> }.into_any();
        }
        view! {
            <p role="alert">{ask}</p>
            <Button class="button grave" label=sure on_press=on_sure/>
            <Button class="quiet" label=cancel on_press=move |()| turn(false)/>
        }
        .into_any()
    });
    view! {
        <div id=id class="confirm">
            {asking}
        </div>
    }
}

/// Deleting what somebody wrote, an entry or a step, which is asked about first.
#[component]
pub fn ConfirmDelete(
    /// Deletes it.
    #[prop(into)]
    on_sure: Callback<()>,
) -> impl IntoView {
    view! {
        <Confirm
            label=word::entry::delete()
            ask=word::entry::delete_ask()
            sure=word::entry::delete_sure()
            cancel=word::entry::cancel()
            on_sure=on_sure
        />
    }
}
