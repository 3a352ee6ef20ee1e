//! Finding things by what they are called, as a person does.

use crate::Page;
use crate::page::{patience, strings};
use crate::wire::{Refused, element, element_id};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const FIND: &str = include_str!("js/find.js");

impl Page {
    /// Presses the button, link, label, radio, checkbox, tab or summary with this name (exact, else the only one that
    /// begins so), with a real click; waits for it to appear.
    pub fn click(&self, name: &str) {
        self.click_found(name, None);
    }

    /// The same inside a group: the smallest fieldset, section, list item, dialog, landmark or the like whose label,
    /// legend or heading is `group` (or whose tag is: "nav", "main").
    pub fn click_in(&self, group: &str, name: &str) {
        self.click_found(name, Some(group));
    }

    /// Puts a finger on what has this name and leaves it there, until [`Page::let_go`].
    pub fn hold(&self, name: &str) {
        self.with_element("press", name, None, |id| {
            let element = json!({ "element-6066-11e4-a52e-4f735466cecf": id });
            let there = json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 });
            self.point(&[there, json!({ "type": "pointerDown", "button": 0 })]).map_err(|refused| refused.to_string())
        });
    }

    /// Taps what has this name twice, so many milliseconds apart, with the finger in the same place: whatever is there by
    /// then gets the second tap.
    pub fn tap_twice(&self, name: &str, apart: u64) {
        self.tap(name, apart, None);
    }

    /// Taps what has this name, and so many milliseconds later this place in the window.
    pub fn tap_then(&self, name: &str, apart: u64, place: [i64; 2]) {
        self.tap(name, apart, Some(place));
    }

    fn tap(&self, name: &str, apart: u64, second: Option<[i64; 2]>) {
        self.with_element("press", name, None, |id| {
            let element = json!({ "element-6066-11e4-a52e-4f735466cecf": id });
            self.come_to(id)?;
            let first = json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 });
            let wait = json!({ "type": "pause", "duration": apart });
            let press = ["pointerDown", "pointerUp"].map(|kind| json!({ "type": kind, "button": 0 }));
            let there = second.map(|[x, y]| json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y }));
            let steps: Vec<Value> =
                [first].into_iter().chain(press.clone()).chain(there).chain([wait]).chain(press).collect();
            self.point(&steps).map_err(|refused| refused.to_string())
        });
    }

    /// Takes the finger away.
    pub fn let_go(&self) {
        self.must("let go", self.point(&[json!({ "type": "pointerUp", "button": 0 })]));
    }

    fn point(&self, steps: &[Value]) -> Result<(), Refused> {
        let actions = json!({ "actions": [{ "type": "pointer", "id": "pointer", "actions": steps }] });
        self.session.post("actions", actions).map(drop)
    }

    /// Whether something with this name can be pressed now.
    pub fn can_click(&self, name: &str) -> bool {
        self.look("press", name, None).is_some_and(|found| element_id(&found["element"]).is_some())
    }

    /// The names of all that can be pressed now, in the page's order.
    pub fn clickables(&self) -> Vec<String> {
        self.look("press", "", None).map(|found| strings(&found["seen"])).unwrap_or_default()
    }

    /// Waits until the page shows these words (white space and the shape of quotation marks do not matter).
    pub fn wait_text(&self, words: &str) {
        self.wait(&format!("the words {words:?}"), || self.shows(words).then_some(()));
    }

    /// Waits until the page does not show these words.
    pub fn wait_gone(&self, words: &str) {
        self.wait(&format!("the words {words:?} to go"), || (!self.shows(words)).then_some(()));
    }

    /// Whether the page shows these words now.
    pub fn shows(&self, words: &str) -> bool {
        self.look("text", words, None).is_some_and(|found| found["seen"] == json!(true))
    }

    /// Whether a group (see [`Page::click_in`]) shows these words now.
    pub fn shows_in(&self, group: &str, words: &str) -> bool {
        self.look("text", words, Some(group)).is_some_and(|found| found["seen"] == json!(true))
    }

    fn click_found(&self, name: &str, group: Option<&str>) {
        // A page that is being drawn anew may take the element away between finding and clicking: look again then.
        self.with_element("press", name, group, |id| {
            let before = self.come_to(id)?;
            self.session.post(&format!("element/{id}/click"), json!({})).map_err(|refused| refused.to_string())?;
            let after = self.session.run("return document.documentElement.dataset.tooSoon", json!([]));
            match after.unwrap_or_default() {
                Value::String(count) if before != json!(count) => Err("it had just come".into()),
                _ => Ok(()),
            }
        });
    }

    /// Brings an element into view, and gives how many presses came too soon so far.
    fn come_to(&self, id: &str) -> Result<Value, String> {
        // A driver scrolls just as far as the window's edge, where a bar that stays in place may cover it. A person
        // scrolls on. Nor does a person press what has just come, which the app does not take for a press.
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
            return [document.documentElement.hasAttribute('data-new'), document.documentElement.dataset.tooSoon]";
        let there = self.session.run(script, json!([element(id)])).map_err(|refused| refused.to_string())?;
        match &there[0] {
            Value::Bool(true) => Err("it has just come".into()),
            _ => Ok(there[1].clone()),
        }
    }

    /// Does something to the element with this name, looking for it again until it works or patience ends.
    pub(crate) fn with_element<T>(
        &self,
        kind: &str,
        name: &str,
        group: Option<&str>,
        mut act: impl FnMut(&str) -> Result<T, String>,
    ) -> T {
        let deadline = Instant::now() + patience();
        loop {
            let found = self.look(kind, name, group).unwrap_or_default();
            let why = match element_id(&found["element"]) {
                Some(id) => match act(id) {
                    Ok(value) => return value,
                    Err(why) => why,
                },
                None => format!("there is: {}", strings(&found["seen"]).join(" | ")),
            };
            if Instant::now() >= deadline {
                let place = group.map(|group| format!(" in {group:?}")).unwrap_or_default();
                self.fail(&format!("no {kind} named {name:?}{place} would do: {why}"));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn look(&self, kind: &str, name: &str, group: Option<&str>) -> Option<Value> {
        self.session.run(FIND, json!([kind, name, group])).ok()
    }
}
