//! Whether another language is built like English: the same files, tables, ids and order, and other words in them.
//!
//! What a person keeps names ids, revisions and places in a list. So a language says everything in its own way and
//! nothing more: then one can be put in the place of another at any step.

use super::language::{Language, WORDING};
use super::sheet::Sheet;
use super::table::Table;
use super::words::{Form, UI, UI_LATER, Word, flatten};
use super::{CATEGORIES, Problem};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeArray, DeValue};

/// The keys under which words for people stand, a text or a list of texts. Under every other key stands what English has.
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
    "place",
    "plain",
    "points",
    "questions",
    "region",
    "scene",
    "source",
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
];

/// What each language has for itself: what its words are allowed, and who has read them.
const OWN: [&str; 3] = ["allow", "hard", "reviewed"];

/// The word by which a language is chosen.
const OWN_NAME: &str = "language.name";

/// The files of a language: the path within its folder, and the text.
type Files = BTreeMap<String, String>;
type Value<'t> = &'t Spanned<DeValue<'t>>;
type Tell<'a> = dyn FnMut(usize, String) + 'a;

/// Every difference between the files of a language and the English ones that is more than words. What is no TOML, or
/// breaks another rule, is told by [`Locale::read`](super::Locale::read).
pub fn compare(english: &Files, other: &Files, locale: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    let languages = ["en", locale].map(Language::tagged);
    // Which words it refuses is each language's own.
    let content = |file: &&String| file.ends_with(".toml") && *file != WORDING;
    let of_content = |files: &'_ Files| files.keys().filter(content).cloned().collect::<Vec<_>>();
    for file in of_content(english).into_iter().filter(|file| !other.contains_key(file)) {
        let message = format!("this file is missing: copy it from en/{file} and translate its words");
        problems.push(Problem { file, line: 1, message });
    }
    for file in of_content(other) {
        let text = &other[&file];
        let mut tell = |line, message| problems.push(Problem { file: file.clone(), line, message });
        match english.get(&file) {
            None => tell(1, "English has no such file: write it there first, or take this one out".to_owned()),
            Some(first) if file == UI || file == UI_LATER => {
                names(&flatten(first, &file, &languages[0]).0, &flatten(text, &file, &languages[1]).0, &mut tell);
            }
            Some(first) => {
                let sheets = [Sheet::new(&file, first, &languages[0]), Sheet::new(&file, text, &languages[1])];
                let tops = [sheets[0].parse(), sheets[1].parse()];
                let [english, other] = [0, 1].map(|one| Table::root(&sheets[one], &tops[one]));
                tables(&file, &english, &other, &mut tell);
            }
        }
    }
    problems.sort();
    problems
}

/// The same names, the same of them plurals, the same places in each.
fn names(english: &[Word], other: &[Word], tell: &mut Tell<'_>) {
    let plural = |word: &Word| matches!(word.form, Form::Plural(_));
    for first in english {
        let name = &first.name;
        let Some(word) = other.iter().find(|one| one.name == *name) else {
            tell(1, format!("`{name}` is missing: English has it, so add it"));
            continue;
        };
        match (plural(first), plural(word)) {
            (true, false) => tell(word.line, format!("`{name}` is a plural in English: give its forms in a table")),
            (false, true) => tell(word.line, format!("`{name}` is no plural in English: give one text")),
            _ => {}
        }
        if name == OWN_NAME && word.form == first.form {
            tell(word.line, format!("`{name}` is that of English: write the language's name in itself"));
        }
        for place in first.places.iter().filter(|place| !word.places.contains(place)) {
            tell(word.line, format!("`{name}` lacks {{{place}}}, which English has: put it where it belongs"));
        }
        for place in word.places.iter().filter(|place| !first.places.contains(place)) {
            tell(word.line, format!("`{name}` has {{{place}}}, which nothing fills: English has no such place"));
        }
    }
    for word in other.iter().filter(|word| english.iter().all(|first| first.name != word.name)) {
        tell(word.line, format!("English has no `{}`: check the name, or take it out", word.name));
    }
    same_forms(other, tell);
}

/// A language has the same forms wherever it counts something, be they other ones than the English.
fn same_forms(words: &[Word], tell: &mut Tell<'_>) {
    for (place, category) in CATEGORIES.iter().enumerate() {
        let lacks = |word: &&Word| matches!(&word.form, Form::Plural(forms) if forms[place].is_empty());
        let has = |word: &Word| matches!(&word.form, Form::Plural(forms) if !forms[place].is_empty());
        for word in words.iter().filter(lacks).filter(|_| words.iter().any(has)) {
            tell(
                word.line,
                format!("`{}` has no `{category}`, but other plurals here do: add it, or take theirs out", word.name),
            );
        }
    }
}

/// The same keys, and the same under each but for words.
fn tables<'t>(file: &str, english: &Table<'t>, other: &Table<'t>, tell: &mut Tell<'_>) {
    let (first, second) = (english.entries(), other.entries());
    for (key, _, value) in first.iter().filter(|(key, ..)| !OWN.contains(key)) {
        match second.iter().find(|(name, ..)| name == key) {
            None => tell(other.line, format!("`{key}` is missing here: English has it")),
            Some((_, _, found)) => values(file, key, (english, value), (other, found), tell),
        }
    }
    for (key, line, _) in second.iter().filter(|(key, ..)| !OWN.contains(key)) {
        if first.iter().all(|(name, ..)| name != key) {
            tell(*line, format!("English has no `{}` here: take it out", key.escape_debug()));
        }
    }
}

type Side<'a, 't> = (&'a Table<'t>, Value<'t>);

fn values<'t>(
    file: &str,
    key: &str,
    (english, first): Side<'_, 't>,
    (other, value): Side<'_, 't>,
    tell: &mut Tell<'_>,
) {
    let line = other.line_of(value);
    match (first.get_ref(), value.get_ref()) {
        (DeValue::Table(_), DeValue::Table(_)) => {
            if let (Some(english), Some(other)) = (english.inner(first), other.inner(value)) {
                tables(file, &english, &other, tell);
            }
        }
        (DeValue::Array(of_english), DeValue::Array(of_other))
            if holds_tables(of_english) && holds_tables(of_other) =>
        {
            // What a piece rests on is the language's own: it may speak of other places.
            if key != "source" {
                lists(file, key, (english, of_english), (other, of_other), line, tell);
            }
        }
        (DeValue::Array(of_english), DeValue::Array(of_other)) if WORDS.contains(&key) => {
            let (count, wanted) = (of_other.len(), of_english.len());
            // A coin is about a place, and of another there may be more to say, or less.
            if count != wanted && !file.starts_with("coin/") {
                tell(line, format!("`{key}` has {count} texts, but {wanted} in English: give as many"));
            }
        }
        (DeValue::String(_), DeValue::String(_)) if WORDS.contains(&key) => {}
        (first, found) => {
            let (first, found) = (shown(first), shown(found));
            if first != found {
                tell(line, format!("`{key}` is {found}, but {first} in English: make it the same"));
            }
        }
    }
}

fn holds_tables(list: &DeArray<'_>) -> bool {
    list.iter().any(|one| one.get_ref().is_table())
}

/// The tables of a list, by their names: the same ones, in the same order.
fn lists<'t>(
    file: &str,
    key: &str,
    (english, first): (&Table<'t>, &'t DeArray<'t>),
    (other, second): (&Table<'t>, &'t DeArray<'t>),
    line: usize,
    tell: &mut Tell<'_>,
) {
    let named = |table: &Table<'t>, list: &'t DeArray<'t>| -> Vec<(String, Table<'t>)> {
        list.iter().filter_map(|one| table.inner(one)).enumerate().map(|(at, one)| (name(at, &one), one)).collect()
    };
    let (first, second) = (named(english, first), named(other, second));
    for (name, english) in &first {
        match second.iter().find(|(found, _)| found == name) {
            None => tell(line, format!("[[{key}]] has none with {name}: English does, so add it")),
            Some((_, other)) => tables(file, english, other, tell),
        }
    }
    for (name, table) in &second {
        if first.iter().all(|(known, _)| known != name) {
            tell(table.line, format!("English has no [[{key}]] with {name} here: take it out"));
        }
    }
    let both = |some: &[(String, Table<'t>)], others: &[(String, Table<'t>)]| -> Vec<(String, usize)> {
        let both = some.iter().filter(|(name, _)| others.iter().any(|(other, _)| other == name));
        both.map(|(name, table)| (name.clone(), table.line)).collect()
    };
    let moved = both(&second, &first).into_iter().zip(both(&first, &second)).find(|(one, other)| one.0 != other.0);
    if let Some(((name, line), (wanted, _))) = moved {
        tell(line, format!("[[{key}]] with {name} stands where English has {wanted}: keep the order"));
    }
}

/// What a table in a list goes by: its id, or what else tells it apart; else its place.
fn name(place: usize, table: &Table<'_>) -> String {
    let keys = ["id", "scenario", "revision"];
    let entries = table.entries();
    let named = keys.iter().find_map(|key| entries.iter().find(|(name, ..)| name == key));
    named.map_or_else(
        || format!("the place {}", place + 1),
        |(key, _, value)| format!("{key} = {}", shown(value.get_ref())),
    )
}

/// A value in words that two of the same have alike.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("“{}”", text.escape_debug()),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(yes) => yes.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(list) => {
            let all: Vec<_> = list.iter().map(|one| shown(one.get_ref())).collect();
            format!("[{}]", all.join(", "))
        }
        DeValue::Table(_) => "a table".to_owned(),
    }
}
