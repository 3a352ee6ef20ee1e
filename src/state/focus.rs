//! Where the focus goes, once what was asked for is drawn.

use super::App;
use crate::route::Route;
use leptos::prelude::*;

impl App {
    /// Puts the focus on the heading, once the screen that was asked for is drawn.
    pub fn focus_heading(self) {
        self.focus.set_value(Some(self.after(0, move || self.host(|host| host.focus_heading()))));
    }

    /// Puts the focus on what a list was left for, once that is drawn, and the list where it was.
    pub(super) fn stand_again(self, to: Route, top: f64) {
        let stand = move || self.host(|host| host.stand_again(&self.places.address(to), top));
        self.focus.set_value(Some(self.after(0, stand)));
    }

    /// Puts the focus on the first that a selector names, once what was asked for is drawn: what opens or takes away a
    /// part of a page says where one goes on.
    pub fn focus_on(self, selector: &str) {
        let selector = selector.to_owned();
        self.focus.set_value(Some(self.after(0, move || self.host(|host| host.focus(&selector)))));
    }

    /// Whether what happens now was begun with a finger or a mouse, rather than with a key or by a program.
    pub fn by_hand(self) -> bool {
        self.host(|host| host.by_hand())
    }

    /// Whether a key was pressed in a field, in which one writes or chooses.
    pub fn by_key_in_field(self) -> bool {
        self.host(|host| !host.by_hand() && host.in_field())
    }

    /// Scrolls no further than it takes to see the first that a selector names, once what was asked for is drawn.
    pub fn bring_into_view(self, selector: &'static str) {
        self.focus.set_value(Some(self.after(0, move || self.host(|host| host.bring_into_view(selector)))));
    }

    /// The same as [`App::focus_on`], unless a field has it by then: what the program changed there can be undone.
    pub fn focus_on_unless_in_field(self, selector: &str) {
        let selector = selector.to_owned();
        let focus = move || {
            self.host(|host| {
                if !host.in_field() {
                    host.focus(&selector);
                }
            });
        };
        self.focus.set_value(Some(self.after(0, focus)));
    }
}
