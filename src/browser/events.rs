//! What the browser tells the app. Each listener stays for as long as the page does.

use super::page::{document, window};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, EventTarget, StorageEvent, VisibilityState};

fn listen<E: JsCast + 'static>(target: &EventTarget, name: &str, mut heard: impl FnMut(E) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| heard(event.unchecked_into()));
    target
        .add_event_listener_with_callback(name, closure.as_ref().unchecked_ref())
        .expect("a plain listener can always be added");
    closure.forget();
}

/// The address behind `#` changed.
pub fn on_hash(mut heard: impl FnMut() + 'static) {
    listen(&window(), "hashchange", move |_: Event| heard());
}

/// Something was pressed on a screen that stands in the page itself.
pub fn on_first_press(mut heard: impl FnMut() + 'static) {
    listen(&window(), "ob-first", move |_: Event| heard());
}

/// Shift was pressed three times, alone: the screen is to be hidden.
pub fn on_hide(mut heard: impl FnMut() + 'static) {
    listen(&window(), "ob-hide", move |_: Event| heard());
}

/// The page is hidden or left (`true`), which is the last moment in which something can be written; or it is shown
/// again (`false`).
pub fn on_leaving(heard: impl Fn(bool) + Clone + 'static) {
    for name in ["visibilitychange", "pagehide", "pageshow"] {
        let heard = heard.clone();
        listen(&window(), name, move |_: Event| {
            heard(name == "pagehide" || document().visibility_state() == VisibilityState::Hidden);
        });
    }
}

/// The person does something.
pub fn on_touch(heard: impl Fn() + Clone + 'static) {
    // Dictation gives words and presses no key; some tools press by a click alone.
    for name in ["pointerdown", "keydown", "wheel", "touchmove", "input", "click"] {
        let heard = heard.clone();
        listen(&window(), name, move |_: Event| heard());
    }
}

/// The window has the person's attention again.
pub fn on_focus(mut heard: impl FnMut() + 'static) {
    listen(&window(), "focus", move |_: Event| heard());
}

/// The person wants other languages of the browser than before.
pub fn on_languages(mut heard: impl FnMut() + 'static) {
    listen(&window(), "languagechange", move |_: Event| heard());
}

/// Another tab changed `localStorage`: the key, or `None` if all of it was cleared.
pub fn on_storage(mut heard: impl FnMut(Option<String>) + 'static) {
    listen(&window(), "storage", move |event: StorageEvent| heard(event.key()));
}

/// Whether the person has touched anything since the page was opened.
pub fn touched() -> Rc<Cell<bool>> {
    let touched = Rc::new(Cell::new(false));
    let touch = touched.clone();
    on_touch(move || touch.set(true));
    touched
}
