//! What somebody types in a field, and what the program puts there.

use super::{
    App,
    host::{Field, Happened},
};

impl App {
    /// What stands in a field; see [`Host::typed`](super::Host::typed).
    pub fn typed(self, field: &Field) -> String {
        self.host(|host| host.typed(field))
    }

    /// Puts another text in a field; see [`Host::retype`](super::Host::retype).
    pub fn retype(self, field: &Field, text: &str) {
        self.host(|host| host.retype(field, text));
    }

    /// What of a text has no room in a field; see [`Host::left_out`](super::Host::left_out).
    pub fn left_out(self, field: &Field, about: &Happened, most: usize) -> Option<String> {
        self.host(|host| host.left_out(field, about, most))
    }
}
