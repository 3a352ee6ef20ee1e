//! Whether the page keeps to itself.

use crate::page::strings;
use crate::{Page, Site};
use serde_json::json;

impl Page {
    /// The address of everything the page has asked for since it was loaded.
    pub fn resources(&self) -> Vec<String> {
        strings(&self.run(
            "return ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind)).map((entry) => entry.name)",
        ))
    }

    /// Panics if the page has asked for anything that is not of its own origin.
    pub fn assert_same_origin(&self) {
        let origin = self.run("return location.origin").as_str().unwrap_or_default().to_owned() + "/";
        let others: Vec<String> = self.resources().into_iter().filter(|url| !url.starts_with(&origin)).collect();
        assert!(others.is_empty(), "[{}] asked for {}", self.engine, others.join(", "));
    }

    /// Panics if any of the words stands in the address, the title, the history's state, the window's name, a cookie or
    /// a request that reached the host. Case does not matter.
    pub fn assert_quiet(&self, site: &Site, words: &[&str]) {
        let script =
            "return [location.href, document.title, JSON.stringify(history.state), window.name, document.cookie]
            .concat(performance.getEntries().map((entry) => entry.name))";
        let mut said = strings(&self.run_with(script, json!([])));
        said.extend(site.requests());
        for word in words {
            let low = word.to_lowercase();
            let where_it_is: Vec<&String> = said.iter().filter(|place| place.to_lowercase().contains(&low)).collect();
            assert!(where_it_is.is_empty(), "[{}] {word:?} stands in {where_it_is:?}", self.engine);
        }
    }
}
