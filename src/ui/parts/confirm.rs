use super::button;
use crate::signals::*;
use crate::ui::view::{View, all, el, live};
use std::rc::Rc;

/// A button that asks for a second act before it does something for good: its label, the question, the second
/// button and the way out.
pub fn confirm([label, ask, sure, cancel]: [&'static str; 4], on_sure: impl Fn() + 'static) -> View {
    let asked = RwSignal::new(false);
    let on_sure = Rc::new(on_sure);
    let asking = live(move || {
        if !asked.get() {
            return button("quiet", label, move || asked.set(true));
        }
        let on_sure = on_sure.clone();
        all([
            el("p").attr("role", "alert").with(ask).into(),
            button("button grave", sure, move || on_sure()),
            button("quiet", cancel, move || asked.set(false)),
        ]
        .into_iter())
    });
    el("div").class("confirm").with(asking).into()
}
