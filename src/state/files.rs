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

    /// Prints the page.
    pub fn print(self) {
        self.host(|host| host.print());
    }

    /// Prints the page under a name that tells nothing: a PDF gets its file's name from the document's title, and some
    /// browsers print it on every page. The screen one goes to next brings a title of its own.
    pub fn print_quietly(self) {
        self.host(|host| {
            host.title(word::copy::file());
            host.print();
        });
    }
}

/// What a file is, by the end of its name: the type by which a browser, a phone or another app takes it.
pub fn file_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, end)| end) {
        Some("md") => "text/markdown",
        Some("csv") => "text/csv",
        Some("json") => "application/json",
        Some("ics") => "text/calendar",
        _ => "text/plain",
    }
}

/// A file's name that tells nothing, with this end.
pub(super) fn neutral_name(end: &str) -> String {
    [word::copy::file(), end].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_own_type() {
        for (name, is) in [
            ("notes.md", "text/markdown"),
            ("notes.csv", "text/csv"),
            ("notes.json", "application/json"),
            ("notes.ics", "text/calendar"),
            ("notes.txt", "text/plain"),
            ("notes-raw.txt", "text/plain"),
            ("2.5 notes", "text/plain"),
        ] {
            assert_eq!(file_type(name), is, "{name}");
        }
    }
}
