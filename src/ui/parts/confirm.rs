use super::{app, button};
use crate::ui::view::{View, all, el, live};
use leptos::prelude::*;
use std::{
    rc::Rc,
    sync::atomic::{AtomicU32, Ordering},
};

/// How many there have been: each has an id of its own on its page.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A button that asks for a second act before it does something for good: its label, the question, the second
/// button and the way out. Asked, the focus is on the way out, so that two presses in haste do no harm; called off, it
/// is on the first button again.
pub fn confirm(words: [&str; 4], on_sure: impl Fn() + 'static) -> View {
    let app = app();
    let id = format!("confirm-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let last = format!("#{id} button:last-of-type");
    let words = words.map(str::to_owned);
    let asked = RwSignal::new(false);
    let on_sure = Rc::new(on_sure);
    let asking = live(move || {
        let [label, ask, sure, cancel] = &words;
        let last = last.clone();
        let turn = move |to: bool| {
            asked.set(to);
            app.focus_on(&last);
        };
        if !asked.get() {
            return button("quiet grave", label, move || turn(true));
        }
        let on_sure = on_sure.clone();
        all([
            el("p").attr("role", "alert").with(ask.as_str()).into(),
            button("button grave", sure, move || on_sure()),
            button("quiet", cancel, move || turn(false)),
        ]
        .into_iter())
    });
    el("div").attr("id", &id).class("confirm").with(asking).into()
}
