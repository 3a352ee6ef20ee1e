//! Deque's axe-core, run inside the page.

use crate::Page;
use crate::page::strings;
use serde_json::json;

/// Looks once nothing moves any more: a screen that is sliding in is no screen yet.
const RUN: &str = "const done = arguments[arguments.length - 1];
const still = Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})));
still.then(() => axe.run(document, {
  resultTypes: ['violations'],
  // Text meets 7:1, large text 4.5:1.
  rules: { 'color-contrast-enhanced': { enabled: true } },
})).then(
  (found) => done(found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} (${rule.impact}): ${rule.help}: ${node.target.join(' ')} ${node.html.slice(0, 160)} ` +
    (node.any.concat(node.all, node.none)[0]?.message || '')))),
  (error) => done(['axe-core itself failed: ' + error]));";

impl Page {
    /// What axe-core finds wrong with the page as it is now, a line for each element.
    pub fn axe(&self) -> Vec<String> {
        let path = crate::workspace().join("target/axe/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}: npm install --prefix target/axe axe-core", path.display()));
        // What WebDriver runs is not subject to the page's content security policy.
        strings(&self.run_async(&format!("{axe};{RUN}"), json!([])))
    }

    /// Panics with a line for each finding of axe-core. `screen` names the screen in the message.
    pub fn assert_accessible(&self, screen: &str) {
        let found = self.axe();
        let theme = if self.looks.dark { "dark" } else { "light" };
        assert!(
            found.is_empty(),
            "[{}] {screen} ({theme}) has {} findings:\n{}",
            self.engine,
            found.len(),
            found.join("\n")
        );
    }
}
