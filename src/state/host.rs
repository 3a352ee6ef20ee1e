use obverse_core::errand::{Answer, Errand};
use std::any::Any;

/// A field of the page.
pub type Field = leptos::tachys::renderer::types::Element;
/// Something that happened in it.
pub type Happened = leptos::tachys::renderer::types::Event;

/// What the state asks of the browser, besides time, randomness and storage.
pub trait Host {
    /// Goes to an address (a `#...`), as following a link does.
    fn go(&self, hash: &str);
    /// Goes to an address without leaving the present one in the history.
    fn replace(&self, hash: &str);
    /// The page's own address, up to the `#`: where the app stands.
    fn address(&self) -> String;
    /// A part of the program did not come: tells, should it be of another version.
    fn part_failed(&self) {}
    /// Sets the document's title. It must give nothing away.
    fn title(&self, title: &str);
    /// Puts the focus on the page's heading and its top in view.
    fn focus_heading(&self);
    /// Puts the focus on the first of the page that this CSS selector names.
    fn focus(&self, selector: &str);
    /// Scrolls the page until the first that this CSS selector names is in view, if it is not.
    fn bring_into_view(&self, _selector: &str) {}
    /// Whether what happens now was begun with a finger or a mouse, rather than with a key or by a program.
    fn by_hand(&self) -> bool {
        false
    }
    /// Whether a field has the focus, in which one writes or chooses.
    fn in_field(&self) -> bool;
    /// How far the page is scrolled.
    fn scrolled(&self) -> f64;
    /// Scrolls the page so far, and puts the focus on the link in it that leads `to` (a `#...`); on the heading if none does.
    fn stand_again(&self, to: &str, top: f64);
    /// Whether the browser cannot read what stands in the field with this id.
    fn half_filled(&self, field: &str) -> bool;
    /// Sets an attribute of the root element, for the style to follow.
    fn mark(&self, name: &str, value: &str);
    /// What stands in a field, without a half of a character that is still being typed.
    fn typed(&self, field: &Field) -> String;
    /// Puts another text in a field, as an edit that the browser's own undo takes back.
    fn retype(&self, field: &Field, text: &str);
    /// Returns what of a text that is about to be put in a field has no room there, where it takes so many UTF-16 units: a
    /// browser leaves that away. Empty, if it is a single key that has none.
    fn left_out(&self, field: &Field, about: &Happened, most: usize) -> Option<String>;
    /// Prints the page.
    fn print(&self);
    /// Offers a text as a file.
    fn download(&self, name: &str, text: &str);
    /// Puts a text where it can be pasted elsewhere; calls back with whether that was done. If not, what stands in the
    /// field with this id is selected, so that the person can.
    fn copy(&self, text: &str, field: &str, done: Box<dyn FnOnce(bool)>);
    /// Whether a text can be handed to another app as a file.
    fn can_share(&self) -> bool;
    /// Hands a text to another app as a file; calls back once that took it.
    fn share(&self, name: &str, text: &str, shared: Box<dyn FnOnce()>);
    /// Reads the file chosen in the field with this id: its text, or whether it has more than `most` bytes. A larger
    /// one is not read.
    fn read_chosen(&self, field: &str, most: usize, read: Box<dyn FnOnce(Result<String, bool>)>);
    /// Takes the app itself off the browser, as far as that goes: what it keeps to open without a network.
    fn forget_app(&self, forgotten: Box<dyn FnOnce()>);
    /// Milliseconds since some moment before the page was opened, by a clock that never runs back.
    fn uptime(&self) -> i64;
    /// Calls back after `ms` milliseconds, unless the timer is dropped before.
    fn after(&self, ms: u32, then: Box<dyn FnOnce()>) -> Timer;
    /// Calls back while no other tab is inside such a call, where the browser can tell.
    fn exclusively(&self, then: Box<dyn FnOnce()>);
    /// Asks the browser to keep the store until the person clears it.
    fn ask_to_persist(&self, answered: Box<dyn FnOnce(bool)>);
    /// Whether the browser has promised so. Never called back where it cannot tell.
    fn persisted(&self, answered: Box<dyn FnOnce(bool)>);
    /// From now on the browser asks before the page is left, or no longer.
    fn ask_before_leaving(&self, ask: bool);
    /// Notes, where a kill of the browser cannot undo it, that the journal with this id was erased. Calls back, later and
    /// always, with whether that could be done.
    fn mark_erased(&self, store: &str, marked: Box<dyn FnOnce(bool)>);
    /// Slow secret work is about to be asked for: makes ready for it.
    fn errand_soon(&self);
    /// Has slow secret work done apart from the page, and calls back with the answer: later, and always, unless what
    /// is given back is dropped before.
    fn errand(&self, errand: Errand, answered: Box<dyn FnOnce(Answer)>) -> Timer;
}

/// A call to come; dropping it calls it off.
pub struct Timer {
    _inner: Box<dyn Any>,
}

impl Timer {
    /// Wraps whatever the host needs to hold.
    pub fn new(inner: impl Any) -> Self {
        Timer { _inner: Box::new(inner) }
    }
}
