//! Turns the names of the interface's words into functions, so that a missing word is an error of the build.
//!
//! Only the names and the places to fill are taken from `ui.toml`; the words themselves come with the
//! content of a locale and are found by their place in its list.

use obverse_core::activity::authoring::{CATEGORIES, Form, Word, fingerprint, flatten_words};
use std::collections::BTreeMap;
use std::fmt::{Error, Write};
use std::path::Path;

const UI: &str = "questionnaires/en/ui.toml";
/// The words that come with the activities: only the screens of the part of the program that is called later show them.
const LATER: &str = "questionnaires/en/ui-later.toml";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let [words, later] = [UI, LATER].map(read);
    let out = std::env::var_os("OUT_DIR").expect("cargo names a folder for what a build script writes");
    let code = generate(&words, &later).expect("a string can be written to");
    if let Err(error) = std::fs::write(Path::new(&out).join("words.rs"), code) {
        println!("cargo::error=words.rs cannot be written: {error}");
    }
}

fn read(file: &str) -> Vec<Word> {
    println!("cargo::rerun-if-changed={file}");
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            println!("cargo::error={file}: cannot be read: {error}");
            return Vec::new();
        }
    };
    let (words, problems) = flatten_words(&text, file);
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    words
}

/// A table of `ui.toml`, or a word with its place in the list.
enum Node<'w> {
    Table(BTreeMap<&'w str, Node<'w>>),
    Word(usize, &'w Word),
}

fn generate(words: &[Word], later: &[Word]) -> Result<String, Error> {
    let mut root = BTreeMap::new();
    let mut place = 0;
    for word in words.iter().chain(later) {
        put(&mut root, &word.name, Node::Word(place, word));
        place += word.texts().len();
    }
    let mut code = String::new();
    writeln!(code, "/// The list of words this program knows; see `Shell::fingerprint`.")?;
    writeln!(code, "pub const FINGERPRINT: &str = {:?};", fingerprint(words, later))?;
    let count: usize = words.iter().map(|word| word.texts().len()).sum();
    writeln!(code, "/// How many texts there are at once.")?;
    writeln!(code, "pub const COUNT: usize = {count};")?;
    writeln!(code, "/// How many texts come later.")?;
    writeln!(code, "pub const LATER: usize = {};", place - count)?;
    writeln!(code, "/// The forms of a plural, in the order of their texts.")?;
    writeln!(code, "pub const CATEGORIES: [&str; {}] = {CATEGORIES:?};", CATEGORIES.len())?;
    write_table(&mut code, &root)?;
    Ok(code)
}

fn put<'w>(table: &mut BTreeMap<&'w str, Node<'w>>, name: &'w str, word: Node<'w>) {
    match name.split_once('.') {
        None => drop(table.insert(name, word)),
        Some((first, rest)) => {
            if let Node::Table(inner) = table.entry(first).or_insert_with(|| Node::Table(BTreeMap::new())) {
                put(inner, rest, word);
            }
        }
    }
}

fn write_table(code: &mut String, table: &BTreeMap<&str, Node<'_>>) -> Result<(), Error> {
    for (name, node) in table {
        match node {
            Node::Word(place, word) => write_word(code, name, *place, word)?,
            Node::Table(inner) => {
                writeln!(code, "/// Words of `{name}`.")?;
                writeln!(code, "pub mod {name} {{")?;
                write_table(code, inner)?;
                writeln!(code, "}}")?;
            }
        }
    }
    Ok(())
}

fn write_word(code: &mut String, name: &str, place: usize, word: &Word) -> Result<(), Error> {
    let params = word.places.iter().map(|one| format!("{one}: &str")).collect::<Vec<_>>();
    let given = word.places.iter().map(|one| format!("({one:?}, {one})")).collect::<Vec<_>>().join(", ");
    let shown = match &word.form {
        Form::Plain(text) => text,
        Form::Plural(forms) => &forms[CATEGORIES.iter().position(|one| *one == "other").unwrap_or_default()],
    };
    writeln!(code, "/// In English: `{}`", shown.replace('`', "’").replace(['\n', '\r'], " "))?;
    match word.form {
        Form::Plural(_) => {
            let params = std::iter::once("n: f64".to_owned()).chain(params).collect::<Vec<_>>().join(", ");
            writeln!(code, "pub fn {name}({params}) -> String {{ crate::words::plural({place}, n, &[{given}]) }}")
        }
        Form::Plain(_) if params.is_empty() => {
            writeln!(code, "pub fn {name}() -> &'static str {{ crate::words::text({place}) }}")
        }
        Form::Plain(_) => {
            let params = params.join(", ");
            writeln!(
                code,
                "pub fn {name}({params}) -> String {{ crate::words::fill(crate::words::text({place}), &[{given}]) }}"
            )
        }
    }
}
