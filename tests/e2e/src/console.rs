//! What the browser complained about.

use crate::page::strings;
use crate::{Engine, Page};
use serde_json::json;

const FIREFOX_ERRORS: &str = "const [origin] = arguments;
return Services.console.getMessageArray().map((message) => {
  try { message.QueryInterface(Ci.nsIScriptError); } catch { return ''; }
  const ours = message.sourceName?.startsWith(origin) || message.errorMessage?.includes(origin) || /^(CSP|content javascript)$/i.test(message.category);
  return ours && !(message.flags & Ci.nsIScriptError.warningFlag) ? `${message.category}: ${message.errorMessage}` : '';
}).filter(Boolean)";

/// What WebKit alone calls an error: a directive that it does not know, and asking for the service worker's script, for
/// a first version or a newer one, when the page is left meanwhile or there is no network. That the worker comes is for
/// [`Page::wait_offline_ready`] to see.
const HARMLESS: [&str; 2] =
    ["Unrecognized Content-Security-Policy directive 'manifest-src'", "/sw.js due to access control checks."];

/// What Firefox says of a file that comes through the service worker and is needed no more: the page was left, or an errand's
/// worker ended while its script was still on its way. That a file comes is for Chromium and WebKit to see.
const CANCELLED: &str = "Service Worker Interception: Failed to load";

impl Page {
    /// The errors the page has caused since the browser started: uncaught ones, refused by its content security policy,
    /// and (in Chromium and WebKit) those it wrote to the console itself and files that could not be loaded.
    ///
    /// In Chromium reading them empties the list.
    pub fn errors(&self) -> Vec<String> {
        match self.engine {
            Engine::Chromium => {
                let list = self.must("give its console", self.session.post("se/log", json!({ "type": "browser" })));
                let severe = list.as_array().into_iter().flatten().filter(|entry| entry["level"] == "SEVERE");
                severe.filter_map(|entry| entry["message"].as_str().map(str::to_owned)).collect()
            }
            Engine::Firefox => {
                let origin = self.run("return location.origin");
                let all = strings(&self.engine.in_chrome(&self.session, FIREFOX_ERRORS, json!([origin])));
                all.into_iter().filter(|line| !line.starts_with(CANCELLED)).collect()
            }
            Engine::WebKit => {
                let log = std::fs::read(&self.log).unwrap_or_default();
                let log = String::from_utf8_lossy(&log);
                let errors = log.lines().filter(|line| line.starts_with("CONSOLE ") && line.contains(" ERROR "));
                errors.filter(|line| !HARMLESS.iter().any(|known| line.contains(known))).map(str::to_owned).collect()
            }
        }
    }

    /// Panics if the page has caused any error. See [`Page::errors`].
    pub fn assert_no_errors(&self) {
        let errors = self.errors();
        assert!(errors.is_empty(), "[{}] the browser complained:\n{}", self.engine, errors.join("\n"));
    }
}
