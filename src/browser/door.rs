//! What stands between the two programs: which of them the page is of, and what the first leaves for the second.

use super::page::{call, document, pause, root, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Which program the page is of: `door`, `whole`, or `started` once the whole one runs. `public/start.js` sets it.
const PROGRAM: &str = "data-program";
/// The mark of an answered first screen.
pub const ENTERED: &str = "data-entered";
/// The mark of a device that others use too.
pub const SHARED: &str = "data-shared";
/// What the first program writes addresses with, so that the second can read them. It stands in no file.
const SALT: &str = "data-salt";
/// The mark of a covered screen.
pub const HIDDEN: &str = "data-hidden";
/// While one program takes the place of another, nothing moves; see `style/ui/page.css`.
const TAKING_OVER: &str = "data-taking-over";
/// Somebody is between the two halves of a press: `public/whole_loader.js` tells.
const PRESSED: &str = "data-pressed";
/// How long it is waited between two looks at that, in milliseconds.
const LOOK: i32 = 20;
/// All that can have the focus.
const ABLE: &str = "#app :is(a, button, [tabindex])";

/// Whether the page is of the first program.
pub fn is_door() -> bool {
    root().get_attribute(PROGRAM).as_deref() == Some("door")
}

/// Leaves a mark, or takes it away.
pub fn mark(name: &str, on: bool) {
    let _ = root().toggle_attribute_with_force(name, on);
}

/// Whether there is such a mark.
pub fn is_marked(name: &str) -> bool {
    root().has_attribute(name)
}

/// Leaves what addresses are written with.
pub fn leave_salt(salt: &str) {
    let _ = root().set_attribute(SALT, salt);
}

/// What addresses were written with, once.
pub(super) fn take_salt() -> Option<String> {
    let salt = root().get_attribute(SALT);
    let _ = root().remove_attribute(SALT);
    salt
}

/// Has the whole program fetched and started.
pub fn start_whole() {
    call("obverseWhole", [""; 2]);
}

/// The door, as it was when the whole program took its place.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// What had the focus: its place among all that can have it.
    focus: Option<u32>,
}

/// Waits until nobody is in the middle of a press: what is pressed would be gone before it is let go.
pub async fn unpressed() {
    while is_marked(PRESSED) {
        pause(LOOK).await;
    }
}

/// From now on the page is of the whole program; the door, if it was there.
pub fn leave_door() -> Option<Door> {
    let was = is_door();
    let _ = root().set_attribute(PROGRAM, "started");
    mark(TAKING_OVER, was);
    was.then(|| Door {
        focus: document()
            .active_element()
            .and_then(|active| able().position(|one| one == active))
            .and_then(|place| u32::try_from(place).ok()),
    })
}

impl Door {
    /// Puts the focus where it was: the same is there again, drawn by the same functions.
    pub fn stand_where_it_stood(self) {
        let able = self.focus.and_then(|place| able().nth(place as usize));
        if let Some(able) = able.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
            let _ = able.focus();
        }
        let _ = window().request_animation_frame(
            &wasm_bindgen::closure::Closure::once_into_js(|| mark(TAKING_OVER, false)).unchecked_into(),
        );
    }
}

fn able() -> impl Iterator<Item = Element> {
    let found = document().query_selector_all(ABLE).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |place| found.as_ref()?.get(place)?.dyn_into().ok())
}
