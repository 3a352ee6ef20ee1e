//! What is offered as a file. No file's name tells anything.

use super::App;
use crate::words::word;

impl App {
    /// Offers everything stored, as it stands, as a file.
    pub fn save_raw(self, format: fn(&[(String, String)]) -> String) {
        let raw = self.journal.raw();
        self.host(|host| host.download(&neutral_name("-raw.txt"), &format(&raw)));
    }

    /// Offers a text as a file with a neutral name.
    pub fn offer(self, text: &str) {
        self.offer_as(".txt", text);
    }

    /// Offers a text as a file with a neutral name that ends so.
    pub fn offer_as(self, end: &str, text: &str) {
        self.host(|host| host.download(&neutral_name(end), text));
    }
}

/// A file's name that tells nothing, with this end.
pub(super) fn neutral_name(end: &str) -> String {
    [word::copy::file(), end].concat()
}
