//! What an item asks a person to do.

use super::At;
use super::shared::{Answers, option_id};
use super::table::Table;
use super::wording::Voice;
use crate::activity::{Choice, Goto, Step};

/// Keys that only some steps take.
const TAKEN_BY: [(&str, &str); 7] = [
    ("answers", "\"one\" or \"many\""),
    ("option", "\"one\" or \"many\""),
    ("words", "\"scale\""),
    ("unsure", "\"scale\""),
    ("coin", "\"place\""),
    ("hint", "\"write\""),
    ("line", "\"write\""),
];

/// A step and what it leads to.
pub(super) struct StepDraft {
    pub(super) step: Step,
    /// Where options lead, as far as they say.
    pub(super) exits: Vec<At<Goto>>,
    /// The coin of a place step.
    pub(super) coin: Option<At<String>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Do {
    Read,
    One,
    Many,
    Scale,
    Place,
    Write,
}

pub(super) fn read_step(item: &Table<'_>, inventory: bool, answers: &Answers) -> StepDraft {
    let known = [
        ("read", Do::Read),
        ("one", Do::One),
        ("many", Do::Many),
        ("scale", Do::Scale),
        ("place", Do::Place),
        ("write", Do::Write),
    ];
    if !inventory {
        item.must("do", item.get("do"));
    }
    let told = item.one_of("do", &known);
    let mut draft = StepDraft { step: Step::Read, exits: Vec::new(), coin: None };
    match told.or((inventory && !item.has("do")).then_some(Do::One)) {
        Some(Do::Read) => {}
        None => item.ask_all(TAKEN_BY.map(|(key, _)| key)),
        Some(Do::One) => {
            let (options, tick) = choices(item, inventory, answers, Some(&mut draft.exits));
            draft.step = Step::One { options, tick };
        }
        Some(Do::Many) => {
            let (options, _) = choices(item, false, answers, None);
            draft.step = Step::Many { options };
        }
        Some(Do::Scale) => {
            let words = item.lines("words");
            if words.len() == 1 {
                item.tell(item.line, "a scale needs at least two `words`, from one end to the other");
            }
            draft.step = Step::Scale { words, unsure: item.words("unsure", Voice::Own) };
        }
        Some(Do::Place) => {
            draft.coin = item.id("coin");
            let coin = draft.coin.as_ref().map_or_else(String::new, |coin| coin.value.clone());
            draft.step = Step::Place { coin };
        }
        Some(Do::Write) => {
            draft.step = Step::Write { hint: item.words_if_any("hint", Voice::Own), line: item.flag("line") };
        }
    }
    draft
}

/// Why a key is out of place in an item, if it is one that another step takes.
pub(super) fn out_of_place(key: &str) -> Option<String> {
    let (_, steps) = TAKEN_BY.iter().find(|(one, _)| *one == key)?;
    Some(format!("only an item with do = {steps} takes it"))
}

/// The options of a choice and its tick. Without `exits` an option may not lead anywhere.
fn choices(
    item: &Table<'_>,
    often: bool,
    answers: &Answers,
    mut exits: Option<&mut Vec<At<Goto>>>,
) -> (Vec<Choice>, Option<String>) {
    let named = item.text("answers");
    let tables = item.tables("option");
    if let (Some(named), false) = (&named, tables.is_empty()) {
        item.tell(named.line, "`answers` and [[item.option]] together: keep one of them");
    }
    if tables.is_empty() {
        let named = named.or(often.then(|| At { value: "often".into(), line: item.line }));
        let Some(At { value: name, line }) = named else {
            item.tell(item.line, "there is nothing to choose from: add answers = \"a-set\" or two [[item.option]]");
            return Default::default();
        };
        let Some(set) = answers.0.get(&name) else {
            let sets: Vec<_> = answers.0.keys().map(String::as_str).collect();
            let name = name.escape_debug();
            item.tell(line, format!("answers.toml has no set “{name}”: it has {}", sets.join(", ")));
            return Default::default();
        };
        return (set.options.clone(), set.tick.clone());
    }
    if tables.len() < 2 {
        item.tell(tables[0].line, "a choice needs at least two options: add another [[item.option]]");
    }
    let mut options = Vec::new();
    for one in tables {
        let id = option_id(&one, &options);
        let label = one.words("label", Voice::Own);
        let effects = one.lines_if_any("effects");
        let then = exits.as_deref_mut().and_then(|exits| {
            let exit = read_then(&one)?;
            exits.push(exit.clone());
            Some(exit.value)
        });
        one.finish(|key| (key == "then").then(|| "only the options of do = \"one\" can lead somewhere".into()));
        options.push(Choice { id, label, effects, then });
    }
    (options, None)
}

/// Reads `then`, if there.
pub(super) fn read_then(table: &Table<'_>) -> Option<At<Goto>> {
    let At { value, line } = table.id_if_any("then")?;
    let value = if value == "end" { Goto::End } else { Goto::Item(value) };
    Some(At { value, line })
}
