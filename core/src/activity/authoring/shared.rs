//! The files that the pieces of a locale share: `answers.toml` and `order.toml`.

use super::language::Language;
use super::table::{Table, read_file};
use super::wording::Voice;
use super::{At, Problem};
use crate::activity::Choice;
use std::collections::BTreeMap;

pub(super) const ANSWERS: &str = "answers.toml";
pub(super) const ORDER: &str = "order.toml";

/// The named sets of `answers.toml`.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers(pub(super) BTreeMap<String, AnswerSet>);

#[derive(Clone, Debug)]
pub(super) struct AnswerSet {
    pub(super) options: Vec<Choice>,
    pub(super) tick: Option<String>,
}

pub(super) fn read_answers(text: &str, language: &Language) -> (Answers, Vec<Problem>) {
    read_file(ANSWERS, text, language, |root| {
        let mut sets = BTreeMap::new();
        for (name, line, value) in root.entries() {
            if name == "allow" {
                continue;
            }
            let Some(table) = root.inner(value) else {
                root.tell(line, format!("`{}` must be a table: [[{name}.option]]", name.escape_debug()));
                continue;
            };
            let options = options(&table, "option");
            let tick = Some(table.words_if_any("tick", Voice::Own)).filter(|tick| !tick.is_empty());
            table.finish(|_| None);
            sets.insert(name.to_owned(), AnswerSet { options, tick });
        }
        Answers(sets)
    })
}

/// Reads plain options, id and label only: at least two, no id twice.
pub(super) fn options(table: &Table<'_>, key: &'static str) -> Vec<Choice> {
    let mut options: Vec<Choice> = Vec::new();
    let tables = table.tables(key);
    if tables.len() < 2 {
        table.tell(table.line, format!("a choice needs at least two options: write each under [[... .{key}]]"));
    }
    for one in tables {
        let id = option_id(&one, &options);
        let label = one.words("label", Voice::Own);
        one.finish(|_| None);
        options.push(Choice { id, label, effects: Vec::new(), then: None });
    }
    options
}

/// The id of an option, told if an earlier one has it.
pub(super) fn option_id(table: &Table<'_>, earlier: &[Choice]) -> String {
    let Some(id) = table.id("id") else { return String::new() };
    if earlier.iter().any(|one| one.id == id.value) {
        table.tell(id.line, format!("another option above has the id “{}”: give this one its own", id.value));
    }
    id.value
}

/// What `order.toml` says.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    pub(super) activities: Vec<At<String>>,
    pub(super) coins: Vec<At<String>>,
    pub(super) cards: Vec<At<String>>,
    pub(super) to_come: Vec<At<String>>,
}

pub(super) fn read_order(text: &str, language: &Language) -> (Order, Vec<Problem>) {
    read_file(ORDER, text, language, |root| {
        root.must("activities", root.get("activities"));
        root.must("coins", root.get("coins"));
        let order = Order {
            activities: root.ids("activities"),
            coins: root.ids("coins"),
            cards: root.ids("cards"),
            to_come: root.ids("coins_to_come"),
        };
        root.finish(|_| None);
        order
    })
}
