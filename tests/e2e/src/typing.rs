//! The keyboard and the fields.

use crate::Page;
use crate::wire::{Refused, element};
use serde_json::{Value, json};
use std::path::Path;

/// A key that is not a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Key {
    Tab,
    Enter,
    Space,
    Escape,
    Shift,
    Control,
    Backspace,
    Delete,
    Home,
    End,
    Left,
    Right,
    Up,
    Down,
}

impl Key {
    /// The character that WebDriver has for the key.
    fn code(self) -> char {
        match self {
            Self::Tab => '\u{E004}',
            Self::Enter => '\u{E007}',
            Self::Space => ' ',
            Self::Escape => '\u{E00C}',
            Self::Shift => '\u{E008}',
            Self::Control => '\u{E009}',
            Self::Backspace => '\u{E003}',
            Self::Delete => '\u{E017}',
            Self::Home => '\u{E011}',
            Self::End => '\u{E010}',
            Self::Left => '\u{E012}',
            Self::Right => '\u{E014}',
            Self::Up => '\u{E013}',
            Self::Down => '\u{E015}',
        }
    }
}

impl Page {
    /// Clicks the field with this label and types at its end, key by key.
    pub fn type_into(&self, label: &str, text: &str) {
        self.type_found(label, None, text, false);
    }

    /// Replaces what is in the field with this label.
    pub fn fill(&self, label: &str, text: &str) {
        self.type_found(label, None, text, true);
    }

    /// Replaces what is in the field with this label inside a group (see [`Page::click_in`]).
    pub fn fill_in(&self, group: &str, label: &str, text: &str) {
        self.type_found(label, Some(group), text, true);
    }

    /// What is in the field with this label.
    pub fn value(&self, label: &str) -> String {
        let script = "const el = arguments[0]; return 'value' in el ? el.value : el.textContent";
        self.with_element("field", label, None, |id| {
            let value = self.session.run(script, json!([element(id)])).map_err(|refused| refused.to_string())?;
            Ok(value.as_str().unwrap_or_default().to_owned())
        })
    }

    /// Waits until the field with this label holds exactly this.
    pub fn wait_value(&self, label: &str, text: &str) {
        self.wait(&format!("{label:?} to hold {text:?}"), || (self.value(label) == text).then_some(()));
    }

    /// Chooses the option with this text in the select with this label.
    pub fn choose(&self, label: &str, option: &str) {
        let script = "const [el, want] = arguments;
            const option = [...el.options || []].find((o) => o.text.trim() === want);
            if (!option) return false;
            if (!option.selected) {
                option.selected = true;
                el.dispatchEvent(new Event('input', { bubbles: true }));
                el.dispatchEvent(new Event('change', { bubbles: true }));
            }
            return true";
        self.with_element("field", label, None, |id| match self.session.run(script, json!([element(id), option])) {
            Ok(Value::Bool(true)) => Ok(()),
            _ => Err(format!("it has no option {option:?}")),
        });
    }

    /// Hands a file to the file field with this label.
    pub fn upload(&self, label: &str, file: &Path) {
        let text = file.to_string_lossy();
        self.with_element("field", label, None, |id| {
            let sent = self.session.post(&format!("element/{id}/value"), json!({ "text": text }));
            sent.map(|_| ()).map_err(|refused| refused.to_string())
        });
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: Key) {
        self.chord(&[key]);
    }

    /// Presses keys together, as in `&[Key::Shift, Key::Tab]`.
    pub fn chord(&self, keys: &[Key]) {
        let step = |kind: &str, key: &Key| json!({ "type": kind, "value": key.code().to_string() });
        let mut steps: Vec<Value> = keys.iter().map(|key| step("keyDown", key)).collect();
        steps.extend(keys.iter().rev().map(|key| step("keyUp", key)));
        self.act(&steps);
    }

    /// Takes the last edit back where the focus is, with the keys for that.
    pub fn undo(&self) {
        self.with_control(&[], 'z');
    }

    /// Makes an edit once more that was taken back, with the keys for that.
    pub fn redo(&self) {
        self.with_control(&[Key::Shift], 'z');
    }

    /// Pastes a text at the end of what is in the field with this label, with the keys for that. It is copied before, as if
    /// from elsewhere.
    pub fn paste_into(&self, label: &str, text: &str) {
        self.run_with(
            "const there = Object.assign(document.createElement('textarea'), { id: 'elsewhere', value: arguments[0] });
             document.body.append(there);
             there.focus();
             there.select()",
            json!([text]),
        );
        self.with_control(&[], 'c');
        self.run("document.getElementById('elsewhere').remove()");
        self.type_found(label, None, "", false);
        self.with_control(&[], 'v');
    }

    fn with_control(&self, keys: &[Key], letter: char) {
        let held: Vec<char> = [Key::Control].iter().chain(keys).map(|key| key.code()).chain([letter]).collect();
        let step = |kind: &str, key: &char| json!({ "type": kind, "value": key.to_string() });
        let mut steps: Vec<Value> = held.iter().map(|key| step("keyDown", key)).collect();
        steps.extend(held.iter().rev().map(|key| step("keyUp", key)));
        self.act(&steps);
    }

    /// Types where the focus is.
    pub fn type_here(&self, text: &str) {
        let steps: Vec<Value> = text
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() })))
            .collect();
        self.act(&steps);
    }

    /// What has the focus, as "tag name", such as "button Next"; "body" if nothing has.
    pub fn focused(&self) -> String {
        let script = "const el = document.activeElement;
            if (!el || el === document.body) return 'body';
            const by = (el.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id)?.textContent || '').join(' ').trim();
            const name = by || el.getAttribute('aria-label') || el.labels?.[0]?.textContent || el.textContent || el.value || '';
            return (el.tagName.toLowerCase() + ' ' + name.replace(/\\s+/g, ' ').trim()).trim()";
        self.run(script).as_str().unwrap_or_default().to_owned()
    }

    /// Presses Tab until the name of what has the focus begins so, at most `most` times, and gives all it passed.
    pub fn tab_to(&self, name: &str, most: usize) -> Vec<String> {
        let mut passed = Vec::new();
        for _ in 0..most {
            self.press(Key::Tab);
            let now = self.focused();
            if now.split_once(' ').is_some_and(|(_, called)| called.starts_with(name)) {
                return passed;
            }
            passed.push(now);
        }
        self.fail(&format!("Tab did not come to {name:?} in {most} presses but to: {}", passed.join(" | ")))
    }

    fn type_found(&self, label: &str, group: Option<&str>, text: &str, replace: bool) {
        self.with_element("field", label, group, |id| {
            let script = "const el = arguments[0]; el.scrollIntoView({ block: 'center' }); el.focus();
                if (arguments[1]) el.select ? el.select() : getSelection().selectAllChildren(el);
                else if ('value' in el && el.setSelectionRange) try { el.setSelectionRange(el.value.length, el.value.length) } catch {}
                return document.activeElement === el && ('value' in el ? el.value : el.textContent) !== ''";
            let full = self.session.run(script, json!([element(id), replace])).map_err(|refused| refused.to_string())?;
            if replace && full == json!(true) {
                self.press(Key::Backspace);
            }
            self.send(id, text).map_err(|refused| refused.to_string())
        });
    }

    fn send(&self, id: &str, text: &str) -> Result<(), Refused> {
        if text.is_empty() {
            return Ok(()); // which WebKit's driver refuses to type
        }
        // WebKit's driver has no key for a line feed.
        let text = text.replace('\n', &Key::Enter.code().to_string());
        self.session.post(&format!("element/{id}/value"), json!({ "text": text })).map(|_| ())
    }

    fn act(&self, steps: &[Value]) {
        let actions = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": steps }] });
        self.must("press a key", self.session.post("actions", actions));
    }
}
