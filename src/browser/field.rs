//! A field in which somebody writes, and which the program may change as well.

use super::page::document;
use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlTextAreaElement};

/// What can be written in or chosen from: where the focus is taken from these, it is given back.
const FIELDS: &str = "input, select, textarea";

/// What stands in a field, without halves of characters: some keyboards bring one of two units in two events, and the
/// first half by itself is nothing to keep.
pub(super) fn typed(field: &Element) -> String {
    let value = value(field);
    let text = value.as_string().unwrap_or_default();
    // On its way here a half becomes this character, which may have been written as well.
    if !text.contains(char::REPLACEMENT_CHARACTER) {
        return text;
    }
    char::decode_utf16(JsString::from(value).iter()).filter_map(Result::ok).collect()
}

/// Puts another text in a field, as an edit of what differs: the browser's own undo takes it back.
pub(super) fn retype(field: &Element, text: &str) {
    if field.is_connected() {
        edit(field, text);
    }
    // A field may refuse the edit; and it has one kind of line end.
    if typed(field) != text.replace("\r\n", "\n").replace('\r', "\n") {
        let _ = Reflect::set(field, &"value".into(), &text.into());
    }
}

/// What of a text that is about to be put in a field has no room there; empty for a single key.
pub(super) fn left_out(field: &Element, about: &JsValue, most: usize) -> Option<String> {
    let text = of(about, "data").as_string()?;
    // As many as a text has units: exact in a float.
    let place = |name| of(field, name).as_f64().map_or(0, |place| place as usize);
    let stays = JsString::from(value(field)).length() as usize + place("selectionStart");
    let room = most.saturating_sub(stays.saturating_sub(place("selectionEnd")));
    // A word that is being put together is inserted anew with each of its keys.
    let kind = of(about, "inputType").as_string().unwrap_or_default();
    let typed = kind.contains("Composition") || kind == "insertText" && text.chars().nth(1).is_none();
    match beyond(&text.replace("\r\n", "\n"), room) {
        rest if rest.trim().is_empty() => None,
        _ if typed => Some(String::new()),
        rest => Some(rest.to_owned()),
    }
}

/// What of a text comes after its first so many UTF-16 units, from a whole character on.
fn beyond(text: &str, room: usize) -> &str {
    let mut units = 0;
    let ends = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > room
    });
    ends.map_or("", |(at, _)| &text[at..])
}

fn value(field: &Element) -> JsValue {
    of(field, "value")
}

fn of(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

fn edit(field: &Element, text: &str) {
    let before: Vec<u16> = JsString::from(value(field)).iter().collect();
    let after: Vec<u16> = text.encode_utf16().collect();
    let [start, end, end_after] = changed(&before, &after);
    let had_focus = document().active_element();
    focus(field);
    // A field of one line is called otherwise, and has the same by this name.
    let area: &HtmlTextAreaElement = field.unchecked_ref();
    let place = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
    let ready = document().active_element().as_ref() == Some(field);
    if ready && area.set_selection_range(place(start), place(end)).is_ok() {
        match String::from_utf16_lossy(&after[start..end_after]) {
            none if none.is_empty() => command("delete", ""),
            some => command("insertText", &some),
        }
    }
    // A button that changed a field is done with; somebody in another field is not.
    if let Some(other) = had_focus.filter(|one| one != field && one.matches(FIELDS).unwrap_or_default()) {
        focus(&other);
    }
}

/// Where two texts begin to differ, and where they end to: in the one and in the other. Never within a character.
fn changed(before: &[u16], after: &[u16]) -> [usize; 3] {
    let alike = |pairs: &mut dyn Iterator<Item = (&u16, &u16)>| pairs.take_while(|(one, other)| one == other).count();
    let mut start = alike(&mut before.iter().zip(after));
    if start > 0 && (0xD800..0xDC00).contains(&before[start - 1]) {
        start -= 1;
    }
    let mut left = alike(&mut before[start..].iter().rev().zip(after[start..].iter().rev()));
    if left > 0 && (0xDC00..0xE000).contains(&before[before.len() - left]) {
        left -= 1;
    }
    [start, before.len() - left, after.len() - left]
}

/// The one kind of change from a script that every browser's own undo knows of.
fn command(name: &str, text: &str) {
    let document = document();
    if let Some(run) = function(&document, "execCommand") {
        let _ = run.call3(&document, &name.into(), &false.into(), &text.into());
    }
}

/// Puts the focus there, and leaves what is in view where it is.
fn focus(field: &Element) {
    let still = Object::new();
    let _ = Reflect::set(&still, &"preventScroll".into(), &true.into());
    if let Some(focus) = function(field, "focus") {
        let _ = focus.call1(field, &still);
    }
}

fn function(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What differs: the part of the first text that goes, and the part of the second that comes.
    fn told(before: &str, after: &str) -> [String; 2] {
        let [before, after]: [Vec<u16>; 2] = [before, after].map(|text| text.encode_utf16().collect());
        let [start, end, end_after] = changed(&before, &after);
        let text = |units: &[u16]| String::from_utf16(units).expect("whole characters");
        [text(&before[start..end]), text(&after[start..end_after])]
    }

    #[test]
    fn what_has_no_room_begins_with_a_whole_character() {
        assert_eq!((beyond("abc", 3), beyond("abc", 2), beyond("abc", 0)), ("", "c", "abc"));
        assert_eq!((beyond("a🙂b", 2), beyond("a🙂b", 3), beyond("a🙂b", 4)), ("🙂b", "b", ""));
    }

    #[test]
    fn only_what_differs_is_edited_and_never_half_a_character() {
        assert_eq!(told("In bed 4 today", "In … today"), ["bed 4", "…"]);
        assert_eq!(told("aa", "aaa"), ["", "a"]);
        assert_eq!(told("aba", "a"), ["ba", ""]);
        assert_eq!(told("", "new"), ["", "new"]);
        assert_eq!(told("same", "same"), ["", ""]);
        // Two that begin alike, and two that end alike.
        assert_eq!(told("a🙂b", "a🙃b"), ["🙂", "🙃"]);
        assert_eq!(told("a\u{10400}b", "a\u{1F400}b"), ["\u{10400}", "\u{1F400}"]);
    }
}
