//! More than one tab of the same browser.

use crate::Page;
use serde_json::json;

impl Page {
    /// Opens a further tab on a route, goes to it, waits until the app is usable there, and gives the tab's handle.
    pub fn new_tab(&self, route: &str) -> String {
        let tab = self.must("open a tab", self.session.post("window/new", json!({ "type": "tab" })));
        let handle = tab["handle"].as_str().unwrap_or_default().to_owned();
        self.go_to_tab(&handle);
        self.engine.fit(&self.session, &self.looks);
        self.open(route);
        handle
    }

    /// The handle of the tab that is in front.
    pub fn tab(&self) -> String {
        self.must("name its tab", self.session.get("window")).as_str().unwrap_or_default().to_owned()
    }

    /// Goes to a tab by its handle.
    pub fn go_to_tab(&self, handle: &str) {
        self.must("go to a tab", self.session.post("window", json!({ "handle": handle })));
    }

    /// Closes the tab that is in front and goes to another.
    pub fn close_tab(&self, then: &str) {
        self.must("close a tab", self.session.delete("window"));
        self.go_to_tab(then);
    }

    /// Goes into the first frame of the page; what is asked from now on is asked there.
    pub fn go_into_frame(&self) {
        self.must("go into a frame", self.session.post("frame", json!({ "id": 0 })));
    }
}
