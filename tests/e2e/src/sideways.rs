//! Whether a page fits its width.

use crate::Page;
use crate::page::strings;

const STICKING_OUT: &str = include_str!("js/sideways.js");

impl Page {
    /// The elements that stick out of the page's width, the outermost first; none if it does not scroll sideways.
    pub fn sticking_out(&self) -> Vec<String> {
        strings(&self.run(STICKING_OUT))
    }

    /// Panics if the page scrolls sideways, naming the elements that stick out.
    pub fn assert_fits(&self, screen: &str) {
        let out = self.sticking_out();
        assert!(out.is_empty(), "[{}] {screen} scrolls sideways:\n{}", self.engine, out.join("\n"));
    }
}
