//! More than one tab of the same browser.

use crate::page::strings;
use crate::{Engine, Page};
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

    /// Duplicates the tab as a browser does, with what is held for it, goes to the copy, and gives its handle.
    pub fn duplicate_tab(&self) -> String {
        if self.engine == Engine::WebKit {
            return self.copied_tab();
        }
        let before = self.tabs();
        self.run("window.open(location.href)");
        let copy = self.wait("a copy of the tab", || self.tabs().into_iter().find(|tab| !before.contains(tab)));
        self.go_to_tab(&copy);
        self.engine.fit(&self.session, &self.looks);
        self.wait_ready();
        copy
    }

    /// The same by hand, where a window of ours opens no other.
    fn copied_tab(&self) -> String {
        let (held, address) = (self.run("return { ...sessionStorage }"), self.address());
        let tab = self.must("open a tab", self.session.post("window/new", json!({ "type": "tab" })));
        let handle = tab["handle"].as_str().unwrap_or_default().to_owned();
        self.go_to_tab(&handle);
        self.visit("manifest.webmanifest");
        self.run_with("Object.assign(sessionStorage, arguments[0])", json!([held]));
        let route = address.split_once('#').map_or(String::new(), |(_, route)| format!("#{route}"));
        self.visit(&route);
        self.wait_ready();
        handle
    }

    fn tabs(&self) -> Vec<String> {
        strings(&self.must("name its tabs", self.session.get("window/handles")))
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
