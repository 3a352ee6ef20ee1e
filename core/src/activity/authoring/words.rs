//! The interface's own words: `ui.toml` and `ui-later.toml`, flattened into a list that the program knows by place.

use super::Problem;
use super::language::Language;
use super::table::{Table, read_file};
use super::wording::Voice;
use toml::Spanned;
use toml::de::DeValue;

pub(super) const UI: &str = "ui.toml";
/// The words that only the screens of the whole program show: they come with the activities.
pub(super) const UI_LATER: &str = "ui-later.toml";

/// The plural categories of Intl, in the order in which a plural's forms stand in
/// [`Shell::words`](crate::activity::Shell::words). A form that a language does not have is empty there.
pub const CATEGORIES: [&str; 6] = ["few", "many", "one", "other", "two", "zero"];

/// Names that cannot be those of a function or module in the program.
const KEYWORDS: &str = " abstract as async await become box break const continue crate do dyn else enum extern false \
    final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static struct \
    super trait true try type typeof unsafe unsized use virtual where while yield ";

/// One word or sentence of the interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its dotted name, e.g. `today.title`.
    pub name: String,
    /// The line it stands on.
    pub line: usize,
    /// The places to fill, in the order they first come; without a plural's own `n`.
    pub places: Vec<String>,
    /// What it says.
    pub form: Form,
}

/// What a word says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One text.
    Plain(String),
    /// A text for each of [`CATEGORIES`], empty where there is none.
    Plural([String; 6]),
}

impl Word {
    /// Its texts as they stand in [`Shell::words`](crate::activity::Shell::words): one, or one a category.
    pub fn texts(&self) -> &[String] {
        match &self.form {
            Form::Plain(text) => std::slice::from_ref(text),
            Form::Plural(forms) => forms,
        }
    }

    fn names(&self) -> Vec<String> {
        match self.form {
            Form::Plain(_) => vec![self.name.clone()],
            Form::Plural(_) => CATEGORIES.iter().map(|category| format!("{}.{category}", self.name)).collect(),
        }
    }
}

/// Tells whether a program was built against these lists of words, the first and the later ones; see
/// [`Shell::fingerprint`](crate::activity::Shell::fingerprint).
pub fn fingerprint(words: &[Word], later: &[Word]) -> String {
    let names: Vec<_> = words.iter().chain(later).flat_map(Word::names).collect();
    crate::seal::digest(names.join("\n").as_bytes())[..4].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Reads the words of the English interface, in the order of their names.
pub fn flatten_words(text: &str, file: &str) -> (Vec<Word>, Vec<Problem>) {
    flatten(text, file, &Language::tagged("en"))
}

/// A word of the later list that the first one has, too, is a problem.
pub(super) fn twice(words: &[Word], later: &[Word]) -> Vec<Problem> {
    let both = later.iter().filter(|one| words.iter().any(|first| first.name == one.name));
    let told = both.map(|one| Problem {
        file: UI_LATER.into(),
        line: one.line,
        message: format!("`{}` stands in {UI} as well: take one of them out", one.name),
    });
    told.collect()
}

pub(super) fn flatten(text: &str, file: &str, language: &Language) -> (Vec<Word>, Vec<Problem>) {
    read_file(file, text, language, |root| {
        let mut words = Vec::new();
        walk(root, "", &mut words);
        words.sort_by(|one, other| one.name.cmp(&other.name));
        words
    })
}

fn walk(table: &Table<'_>, within: &str, words: &mut Vec<Word>) {
    for (key, line, value) in table.entries() {
        if within.is_empty() && key == "allow" {
            continue;
        }
        let name = if within.is_empty() { key.to_owned() } else { format!("{within}.{key}") };
        if !is_name(key) {
            let key = key.escape_debug();
            table.tell(line, format!("“{key}” cannot be a name: use small letters, digits and _, a letter first"));
            continue;
        }
        if KEYWORDS.contains(&format!(" {key} ")) {
            table.tell(line, format!("“{key}” is a word of Rust and cannot be a name: call it {key}_word, or better"));
            continue;
        }
        match value.get_ref() {
            DeValue::String(text) => words.push(plain(table, name, line, text)),
            DeValue::Table(_) => {
                let Some(inner) = table.inner(value) else { continue };
                let entries = inner.entries();
                if entries.is_empty() {
                    table.tell(line, format!("“{name}” has no words: write some, or take it out"));
                } else if entries.iter().all(|(key, ..)| CATEGORIES.contains(key)) {
                    words.push(plural(&inner, name, &entries));
                } else {
                    walk(&inner, &name, words);
                }
            }
            _ => table.tell(table.line_of(value), format!("“{name}” must be text in quotes, or a table of such")),
        }
    }
}

fn plain(table: &Table<'_>, name: String, line: usize, text: &str) -> Word {
    let mut places = Vec::new();
    check(table, line, &name, text, &mut places);
    Word { name, line, places, form: Form::Plain(text.into()) }
}

fn plural(table: &Table<'_>, name: String, entries: &[(&str, usize, &Spanned<DeValue<'_>>)]) -> Word {
    let mut forms: [String; 6] = Default::default();
    let mut places = Vec::new();
    for (key, line, value) in entries {
        let Some(text) = value.get_ref().as_str() else {
            table.tell(*line, format!("“{name}.{key}” must be text in quotes"));
            continue;
        };
        check(table, *line, &format!("{name}.{key}"), text, &mut places);
        if let Some(place) = CATEGORIES.iter().position(|one| one == key) {
            forms[place] = text.into();
        }
    }
    if !table.has("other") {
        table.tell(table.line, format!("the plural “{name}” has no `other`: add it; it is what every language has"));
    }
    places.retain(|place| place != "n");
    let line = entries.first().map_or(table.line, |(_, line, _)| *line);
    Word { name, line, places, form: Form::Plural(forms) }
}

/// Checks the words and gathers the places they hold.
fn check(table: &Table<'_>, line: usize, name: &str, text: &str, places: &mut Vec<String>) {
    table.sheet().check(line, name, text, Voice::Own);
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let inside = rest[at..].strip_prefix('{').and_then(|inside| inside.split_once('}'));
        let Some((place, after)) = inside else {
            table.tell(line, format!("`{name}` has a brace without its partner: a place to fill is {{like_this}}"));
            return;
        };
        if !is_name(place) || KEYWORDS.contains(&format!(" {place} ")) {
            let place = place.escape_debug();
            table.tell(
                line,
                format!("`{name}`: “{place}” cannot name a place: use small letters and _, no word of Rust"),
            );
        } else if places.iter().all(|one| one != place) {
            places.push(place.into());
        }
        rest = after;
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || one == b'_')
}
