use super::{app, button, own_para};
use crate::{
    state::Draft,
    ui::view::{View, el, maybe},
    words::word,
};

/// Names words that may tell who somebody is: last on the page, so that nothing else moves.
pub fn nudge(draft: Draft) -> View {
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
        let leave = button("quiet small", word::nudge::leave_out(), move || {
            draft.nudge().put_away();
            draft.change(|body| body.leave_out(&out));
            gone();
        });
        let carry_on = button("quiet small", word::nudge::carry_on(), move || {
            draft.nudge().carry_on();
            gone();
        });
        let acts = el("p").class("note-acts").with(leave).with(carry_on);
        Some(el("div").class("note nudge").with(own_para("", &said)).with(acts).into())
    };
    el("div").attr("id", "nudge").attr("tabindex", "-1").attr("role", "status").with(maybe(found)).into()
}

/// "“bed four”, “Dr Smith”": the first few of them.
pub fn quoted(words: &[String]) -> String {
    let words: Vec<String> = words.iter().take(4).map(|one| word::nudge::quoted(one)).collect();
    words.join(", ")
}
