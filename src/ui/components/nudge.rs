use super::{Button, app, redrawn};
use crate::{state::Draft, words::word};
use leptos::prelude::*;

/// Names words that may tell who somebody is: last on the page, so that nothing else moves.
#[component]
pub fn Nudge(
    /// What they stand in.
    draft: Draft,
) -> impl IntoView {
    let app = app();
    // The buttons go with what they are pressed for. What was left out of a field on the screen has the focus there, so that
    // it can be undone.
    let gone = move || app.focus_on_unless_in_field("#nudge");
    let found = move || {
        let (words, together) = (draft.nudge().words(), draft.nudge().together());
        let (said, out) = match (words.as_slice(), together.as_slice()) {
            ([], []) => return None,
            ([], _) => (word::nudge::together(&quoted(&together)), together),
            ([_], _) => (word::nudge::one(&quoted(&words)), words),
            _ => (word::nudge::several(&quoted(&words)), words),
        };
        let leave = move |()| {
            draft.nudge().put_away();
            draft.change(|body| body.leave_out(&out));
            gone();
        };
        let carry_on = move |()| {
            draft.nudge().carry_on();
            gone();
        };
        Some(view! {
            <div class="note nudge">
                <p translate="no">{said}</p>
                <p class="note-acts">
                    <Button class="quiet small" label=word::nudge::leave_out() on_press=leave/>
                    <Button class="quiet small" label=word::nudge::carry_on() on_press=carry_on/>
                </p>
            </div>
        })
    };
    view! {
        <div id="nudge" tabindex="-1" role="status">
            {redrawn(found)}
        </div>
    }
}

/// "“bed four”, “Dr Smith”": the first few of them.
pub fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().take(4).map(|one| word::nudge::quoted(one)).collect();
    words.join(", ")
}
