//! The self-check: `before`, `after` and `later`, whose questions must be the same where they are to lie side by side.

use super::Problem;
use super::across::Drafts;
use super::item::ItemDraft;
use super::piece::ActivityDraft;
use super::step::read_then;
use super::table::Table;
use crate::activity::{Activity, Item, Kind, Step};

const BEFORE: &str = "before";
const AFTER: &str = "after";
const LATER: &str = "later";

/// The most items of `before` that are answered by choosing, and by writing: it is done in five minutes.
const CHOSEN: usize = 14;
const WRITTEN: usize = 2;

/// The most items of `after` that look back.
const BACK: usize = 6;

/// Which checks come before the one with this id; none for any other activity.
fn earlier(id: &str) -> &'static [(&'static str, &'static str)] {
    match id {
        AFTER => &[(BEFORE, BEFORE)],
        LATER => &[(BEFORE, BEFORE), (AFTER, AFTER)],
        _ => &[],
    }
}

/// In what order files are read, so that a check finds those before it.
pub(super) fn turn(file: &str) -> usize {
    match file {
        "check/before.toml" => 0,
        "check/after.toml" => 1,
        "check/later.toml" => 2,
        _ => 3,
    }
}

/// The checks that the one being read may take items from.
#[derive(Clone, Copy)]
pub(super) struct Checks<'d> {
    read: &'d [ActivityDraft],
    names: &'static [(&'static str, &'static str)],
}

impl<'d> Checks<'d> {
    /// For the check with this id; `read` holds what was read so far.
    pub(super) fn of(kind: Kind, id: &str, read: &'d [ActivityDraft]) -> Checks<'d> {
        Checks { read, names: if kind == Kind::Check { earlier(id) } else { &[] } }
    }

    /// Whether an item may look back at one of `before`.
    pub(super) fn look_back(&self) -> bool {
        !self.names.is_empty()
    }

    fn draft(&self, name: &str) -> Option<&'d ActivityDraft> {
        self.read.iter().find(|one| one.activity.kind == Kind::Check && one.activity.id == name)
    }

    /// Reads an item that is the same as one of an earlier check, if it says so.
    pub(super) fn same(&self, table: &Table<'_>) -> Option<ItemDraft> {
        if self.names.is_empty() || !table.has("as") {
            return None;
        }
        let id = table.id("id").map_or_else(String::new, |id| id.value);
        let name = table.one_of("as", self.names);
        let then = read_then(table);
        let retired = table.flag("retired");
        table.finish(|_| Some("all else comes from the item that `as` makes it: only id, then and retired".into()));

        let mut item = Item::new(&id, "", Step::Read);
        let mut was = Vec::new();
        if let Some(name) = name {
            let draft = self.draft(name);
            let used = draft.and_then(|one| one.activity.item(&item.id));
            let past = || draft.iter().flat_map(|one| &one.past).filter(|past| past.id == item.id);
            match used.or_else(|| past().max_by_key(|past| past.revision).filter(|_| retired)) {
                Some(found) => {
                    was = past().filter(|past| past.revision < found.revision).cloned().collect();
                    item = without_ways(found);
                }
                None => table.tell(table.line, format!("check/{name}.toml has no item “{}” in use", item.id)),
            }
        }
        item.then = then.as_ref().map(|then| then.value.clone());
        let exits = then.into_iter().collect();
        Some(ItemDraft {
            item,
            line: table.line,
            retired,
            exits,
            tags: Vec::new(),
            coin: None,
            card: None,
            was,
            same: true,
        })
    }

    /// The id and the step of the item of `before` that is looked back at.
    pub(super) fn back(&self, table: &Table<'_>) -> Option<(String, Step)> {
        let id = table.id_if_any("looks_back")?;
        let found = self.draft(BEFORE).and_then(|one| one.activity.item(&id.value)).filter(|item| chosen(&item.step));
        if found.is_none() {
            let message = format!("check/before.toml has no item “{}” in use that is answered by choosing", id.value);
            table.tell(id.line, message);
        }
        Some((id.value, found.map_or(Step::Read, |item| without_ways(item).step)))
    }
}

/// An item with all its words, but where its options lead: those ways are of its own check.
fn without_ways(item: &Item) -> Item {
    let mut item = item.clone();
    if let Step::One { options, .. } = &mut item.step {
        options.iter_mut().for_each(|option| option.then = None);
    }
    item
}

fn chosen(step: &Step) -> bool {
    matches!(step, Step::One { .. } | Step::Many { .. } | Step::Scale { .. })
}

/// What the checks must be beside each other.
pub(super) fn check(drafts: &Drafts, problems: &mut Vec<Problem>) {
    let find = |name: &str| drafts.activities.iter().find(|one| one.activity.id == name);
    let three = [BEFORE, AFTER, LATER];
    for name in three {
        let Some(draft) = find(name) else { continue };
        let mut tell = |line, message| problems.push(Problem { file: draft.file.clone(), line, message });
        if draft.activity.kind != Kind::Check {
            tell(1, format!("“{name}” is an occasion of the self-check: put it at check/, or give it another id"));
            continue;
        }
        for missing in three.into_iter().filter(|name| find(name).is_none()) {
            tell(1, format!("the self-check has three occasions: write check/{missing}.toml too"));
        }
        for message in too_much(&draft.activity) {
            tell(1, message);
        }
        let before = earlier(name).iter().filter_map(|(name, _)| find(name));
        let before: Vec<&Item> = before.flat_map(|one| one.activity.items.iter().chain(&one.past)).collect();
        for (item, standing) in draft.activity.items.iter().zip(&draft.standings) {
            if !standing.same && before.iter().any(|one| one.id == item.id) {
                let id = &item.id;
                tell(
                    standing.line,
                    format!("an earlier check asks “{id}”: say as = \"before\", or give this one its own id"),
                );
            }
        }
    }
}

/// What a check asks beyond its limits.
fn too_much(activity: &Activity) -> Vec<String> {
    let count = |fits: fn(&Item) -> bool| activity.items.iter().filter(|item| fits(item)).count();
    let limits = match activity.id.as_str() {
        BEFORE => vec![
            (count(|item| chosen(&item.step)), CHOSEN, "answered by choosing"),
            (count(|item| matches!(item.step, Step::Write { .. })), WRITTEN, "to write on"),
        ],
        AFTER => vec![(count(|item| item.looks_back.is_some()), BACK, "looking back")],
        _ => vec![],
    };
    let over = limits.into_iter().filter(|(count, most, _)| count > most);
    over.map(|(count, most, what)| format!("{count} items {what}, but this check has at most {most}")).collect()
}
