//! A file that holds an activity.

use super::check::Checks;
use super::item::{ItemDraft, read_item};
use super::language::Language;
use super::reading::{Reading, judge, read_hard};
use super::shared::Answers;
use super::table::{Table, read_file};
use super::wording::Voice;
use super::{At, Problem, flow, said};
use crate::activity::{Activity, GOOD_FOR, Item, Kind, Source, Step};

/// How many items an inventory holds: more would be a chore, fewer would not show a theme.
const INVENTORY: std::ops::RangeInclusive<usize> = 6..=9;

/// The most minutes that something `short` takes: the app lists it under “A few minutes”.
const SHORT: u32 = 4;

/// What every decision in a scenario must offer.
const NOT_SAFE: &str = "not-safe";

/// An activity as read, with what the checks across files need.
pub(super) struct ActivityDraft {
    pub(super) file: String,
    pub(super) activity: Activity,
    /// What it is good for.
    pub(super) good_for: Vec<String>,
    /// Earlier and retired items.
    pub(super) past: Vec<Item>,
    /// Where each item in use stands.
    pub(super) standings: Vec<Standing>,
    /// Coins that items are tagged with.
    pub(super) tags: Vec<At<String>>,
    /// Coins whose page or coin the activity opens.
    pub(super) opens: Vec<At<String>>,
    /// Cards that items offer.
    pub(super) offers: Vec<At<String>>,
    pub(super) reading: Option<Reading>,
}

/// Where an item stands.
pub(super) struct Standing {
    pub(super) line: usize,
    /// Whether its words are those of an earlier check's.
    pub(super) same: bool,
}

pub(super) fn read_activity(
    file: &str,
    text: &str,
    kind: Kind,
    answers: &Answers,
    read: &[ActivityDraft],
    language: &Language,
) -> (ActivityDraft, Vec<Problem>) {
    let ((draft, mut by_flow), mut problems) = read_file(file, text, language, |root| {
        let mut problems = Vec::new();
        let hard = read_hard(root);
        let (mut draft, items) = read_root(file, root, kind, answers, read);
        flow::check(file, &items, &mut problems);
        check_kind(root, kind, &items);
        for one in items {
            draft.tags.extend(one.tags);
            draft.past.extend(one.was);
            if one.retired {
                draft.past.push(one.item);
            } else {
                draft.opens.extend(one.coin);
                draft.offers.extend(one.card);
                draft.standings.push(Standing { line: one.line, same: one.same });
                draft.activity.items.push(one.item);
            }
        }
        check_figures(root, &draft.activity.sources);
        draft.reading = judge(root, file, hard, &said::in_activity(&draft.activity));
        (draft, problems)
    });
    problems.append(&mut by_flow);
    (draft, problems)
}

fn read_root(
    file: &str,
    root: &Table<'_>,
    kind: Kind,
    answers: &Answers,
    read: &[ActivityDraft],
) -> (ActivityDraft, Vec<ItemDraft>) {
    let opens = root.ids("coins");
    let sources = if kind == Kind::Form { read_sources(root) } else { must_have_source(root) };
    let activity = Activity {
        id: own_id(root, file),
        revision: root.count("revision"),
        kind,
        title: root.words("title", Voice::Own),
        topic: root.words("topic", Voice::Own),
        minutes: root.count("minutes"),
        context: root.words_if_any("context", Voice::Own),
        daily: root.flag("daily"),
        coins: opens.iter().map(|coin| coin.value.clone()).collect(),
        items: Vec::new(),
        closing: root.lines_if_any("closing"),
        sources,
        reviewed: root.flag("reviewed"),
    };
    if activity.daily && kind != Kind::Form {
        root.tell(root.line, "only a form can be `daily`: take the line out");
    }
    let good_for = read_good_for(root, activity.minutes);
    let checks = Checks::of(kind, &activity.id, read);
    let mut items: Vec<ItemDraft> = Vec::new();
    for table in root.tables("item") {
        let one = read_item(&table, kind, answers, checks);
        if !one.item.id.is_empty() && items.iter().any(|earlier| earlier.item.id == one.item.id) {
            root.tell(one.line, format!("another item above has the id “{}”: give this one its own", one.item.id));
        }
        items.push(one);
    }
    root.finish(|_| None);
    let draft = ActivityDraft {
        file: file.into(),
        activity,
        good_for,
        past: Vec::new(),
        standings: Vec::new(),
        tags: Vec::new(),
        opens,
        offers: Vec::new(),
        reading: None,
    };
    (draft, items)
}

/// Reads what an activity is good for: of a few known names, and short only if it is.
fn read_good_for(root: &Table<'_>, minutes: u32) -> Vec<String> {
    let names = root.ids("good_for");
    for name in &names {
        if !GOOD_FOR.contains(&name.value.as_str()) {
            let known = GOOD_FOR.join(", ");
            root.tell(name.line, format!("`good_for` names “{}”, but knows only: {known}", name.value.escape_debug()));
        } else if name.value == GOOD_FOR[0] && minutes > SHORT {
            root.tell(name.line, format!("“{}” takes at most {SHORT} minutes, and this takes {minutes}", GOOD_FOR[0]));
        }
    }
    names.into_iter().map(|name| name.value).collect()
}

/// What one kind of activity asks beyond the others.
fn check_kind(root: &Table<'_>, kind: Kind, items: &[ItemDraft]) {
    let used = || items.iter().filter(|one| !one.retired);
    let count = used().count();
    if count == 0 {
        root.tell(root.line, "there is no item in use: add [[item]]");
    } else if kind == Kind::Inventory && !INVENTORY.contains(&count) {
        let (least, most) = (INVENTORY.start(), INVENTORY.end());
        root.tell(
            root.line,
            format!("{count} items in use, but an inventory has {least} to {most}: add or retire some"),
        );
    }
    let offers = |one: &ItemDraft| match &one.item.step {
        Step::One { options, .. } | Step::Many { options } => options.iter().any(|option| option.id == NOT_SAFE),
        _ => false,
    };
    if kind != Kind::Scenario {
        return;
    }
    if !used().any(offers) {
        root.tell(
            root.line,
            format!("nothing here offers “not safe for me now”: add an option with id = \"{NOT_SAFE}\""),
        );
    } else if !flow::met_without_writing(items).into_iter().any(offers) {
        root.tell(
            root.line,
            format!("each option with id = \"{NOT_SAFE}\" comes after something to write: offer one before it"),
        );
    }
}

/// The id of a piece, which its file is named after. The file's name is taken where they differ.
pub(super) fn own_id(root: &Table<'_>, file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let name = name.strip_suffix(".toml").unwrap_or(name);
    if let Some(id) = root.id("id").filter(|id| id.value != name) {
        root.tell(id.line, format!("`id` is “{}”, but the file is named {name}.toml: make them the same", id.value));
    }
    name.to_owned()
}

fn read_sources(root: &Table<'_>) -> Vec<Source> {
    let sources = root.tables("source").into_iter().map(|table| {
        let source =
            Source { name: table.words("name", Voice::Cited), place: table.words_if_any("place", Voice::Cited) };
        table.finish(|_| None);
        source
    });
    sources.collect()
}

/// Tells if a piece states figures, but names nothing that they were looked up in. The paper of the coin model, which
/// most pieces name, has none. Comes after all words.
pub(super) fn check_figures(root: &Table<'_>, sources: &[Source]) {
    if let Some(line) = root.sheet().figure().filter(|_| sources.iter().all(|one| one.name.starts_with("Nixon"))) {
        root.tell(line, "a figure or a year stands here, but no source for it: add the [[source]] it was looked up in");
    }
}

/// Reads the sources of a piece that rests on facts: at least one.
pub(super) fn must_have_source(root: &Table<'_>) -> Vec<Source> {
    let sources = read_sources(root);
    if sources.is_empty() {
        root.tell(root.line, "a source is missing: add [[source]] with its name and place");
    }
    sources
}
