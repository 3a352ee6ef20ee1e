//! A language that nobody speaks, made from English: longer words with accents, in brackets. What is cut off by longer
//! words shows in it, and so does a word that stands in the program and cannot be translated. It is put into a copy of
//! the built app; no build carries it.

use crate::Variant;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use obverse_core::activity::PieceGroup;
use obverse_core::seal::digest;
use serde_json::Value;

/// Its tag: the one that is kept for it.
pub const PSEUDO: &str = "en-XA";

/// The fields of the built files that hold words for people.
const WORDS: [&str; 36] = [
    "ask",
    "between",
    "checked",
    "closing",
    "context",
    "effects",
    "from_bottom",
    "from_top",
    "heading",
    "helped",
    "hint",
    "hours",
    "inside",
    "institution",
    "label",
    "meets",
    "name",
    "norm",
    "pays",
    "plain",
    "points",
    "prompts",
    "questions",
    "region",
    "scene",
    "system",
    "text",
    "theme",
    "tick",
    "title",
    "together",
    "topic",
    "unsure",
    "who",
    "words",
    "source",
];
/// What stays as it is: names of papers.
const KEPT: &str = "sources";

/// A text in it. Places to fill stay as they are, and so does a single letter.
pub fn pseudo(text: &str) -> String {
    if text.trim().chars().count() < 2 {
        return text.to_owned();
    }
    let mut said = String::from("[");
    let mut place = false;
    for sign in text.chars() {
        place = (place || sign == '{') && sign != '}';
        let accented = "aáeéiíoóuúAÁEÉIÍOÓUÚnñNÑ".chars().collect::<Vec<_>>();
        let found = accented.chunks(2).find(|pair| pair[0] == sign).map(|pair| pair[1]);
        match found.filter(|_| !place) {
            Some(accent) if "ñÑ".contains(accent) => said.push(accent),
            // A word grows by a good third.
            Some(accent) => said.extend([accent, accent.to_lowercase().next().unwrap_or(accent)]),
            None => said.push(sign),
        }
    }
    said + "]"
}

/// Puts every word of a built file into it.
fn turn(value: &mut Value, under: &str) {
    match value {
        Value::String(text) if WORDS.contains(&under) => *text = pseudo(text),
        Value::Array(all) => all.iter_mut().for_each(|one| turn(one, under)),
        Value::Object(fields) => fields.iter_mut().filter(|(name, _)| *name != KEPT).for_each(|(name, one)| {
            turn(one, name);
        }),
        _ => {}
    }
}

impl Variant {
    /// The app with this language beside English. `direction` is the one it is read in, `ltr` or `rtl`.
    pub fn with_pseudo(direction: &str) -> Self {
        let variant = Variant::copy();
        let parts = std::iter::once("shell").chain(PieceGroup::ALL.map(PieceGroup::name));
        let mut lines = String::new();
        let mut rows = String::new();
        for part in parts {
            let mut built: Value = serde_json::from_str(&variant.read(&format!("en.{part}.json"))).expect("JSON");
            turn(&mut built, "");
            if part == "shell" {
                built["locale"] = PSEUDO.into();
            }
            let (file, text) = (format!("{PSEUDO}.{part}.json"), built.to_string());
            variant.write(&file, &text);
            rows.push_str(&row(&file, &text));
            let named = format!(" data-ob-name=\"{}\" data-ob-dir=\"{direction}\"", pseudo("English"));
            if part == "shell" {
                lines.push_str(&format!(
                    "<meta name=\"ob-shell\" data-ob-locale=\"{PSEUDO}\" content=\"./{file}\"{named}>"
                ));
            }
        }
        variant.change("index.html", "<title>", &format!("{lines}<title>"));
        // The service worker takes a version whole or not at all, so it has to know of the change.
        let worker = variant.read("sw.js");
        let from = worker.find("[\"./\",").expect("the service worker lists the page");
        let end = from + worker[from..].find("],").expect("a row ends") + 2;
        let with = row("", &variant.read("index.html"));
        variant.change("sw.js", &worker[from..end], &[with.trim(), rows.as_str()].concat());
        variant
    }
}

/// A row of the service worker's list.
fn row(file: &str, text: &str) -> String {
    format!("\n  [\"./{file}\", \"sha256-{}\"],", BASE64_STANDARD.encode(digest(text.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_grow_and_places_stay() {
        assert_eq!(pseudo("Next"), "[Ñééxt]");
        assert_eq!(pseudo("{at} of {of}"), "[{at} óóf {of}]");
        assert_eq!(pseudo("Any"), "[Ááñy]");
        assert_eq!((pseudo("B"), pseudo("")), ("B".to_owned(), String::new()));
    }

    #[test]
    fn ids_and_papers_stay() {
        let mut built = serde_json::json!({ "id": "one", "title": "Two", "sources": [{ "name": "Nixon" }],
            "items": [{ "ask": "Why?", "step": { "one": { "options": [{ "id": "a", "label": "So" }] } } }] });
        turn(&mut built, "");
        assert_eq!((&built["id"], &built["title"]), (&"one".into(), &"[Twóó]".into()));
        assert_eq!(built["sources"][0]["name"], "Nixon");
        assert_eq!(built["items"][0]["step"]["one"]["options"][0], serde_json::json!({ "id": "a", "label": "[Sóó]" }));
    }
}
