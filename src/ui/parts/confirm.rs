use super::button;
use crate::signals::*;
use crate::ui::view::{View, all, el, live};
use std::rc::Rc;

/// A button that asks for a second act before it does something for good: its label, the question, the second
/// button and the way out.
pub fn confirm(words: [&str; 4], on_sure: impl Fn() + 'static) -> View {
    let words = words.map(str::to_owned);
    let asked = RwSignal::new(false);
    let on_sure = Rc::new(on_sure);
    let asking = live(move || {
        let [label, ask, sure, cancel] = &words;
        if !asked.get() {
            return button("quiet grave", label, move || asked.set(true));
        }
        let on_sure = on_sure.clone();
        all([
            el("p").attr("role", "alert").with(ask.as_str()).into(),
            button("button grave", sure, move || on_sure()),
            button("quiet", cancel, move || asked.set(false)),
        ]
        .into_iter())
    });
    el("div").class("confirm").with(asking).into()
}
