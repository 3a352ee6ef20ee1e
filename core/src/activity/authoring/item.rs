//! One item of an activity, and the items it has been.

use super::At;
use super::check::Checks;
use super::shared::{Answers, options};
use super::step::{StepDraft, out_of_place, read_step, read_then};
use super::table::Table;
use super::wording::Voice;
use crate::activity::{About, Choice, Goto, Item, Kind, Step, Tells, answer};

/// An item as read, with what the checks across items need.
pub(super) struct ItemDraft {
    pub(super) item: Item,
    pub(super) line: usize,
    pub(super) retired: bool,
    /// All that the item and its options lead to by name.
    pub(super) exits: Vec<At<Goto>>,
    /// Coins the item is tagged with.
    pub(super) tags: Vec<At<String>>,
    /// The coin a person is asked to place themselves on.
    pub(super) coin: Option<At<String>>,
    /// The card offered beside it.
    pub(super) card: Option<At<String>>,
    /// The item at its earlier revisions.
    pub(super) was: Vec<Item>,
    /// Whether an earlier check has it, with the same words.
    pub(super) same: bool,
}

pub(super) fn read_item(table: &Table<'_>, kind: Kind, answers: &Answers, checks: Checks<'_>) -> ItemDraft {
    if let Some(same) = checks.same(table) {
        return same;
    }
    let retired = table.flag("retired");
    table.sheet().earlier(retired, || read_own(table, kind, answers, checks, retired))
}

fn read_own(table: &Table<'_>, kind: Kind, answers: &Answers, checks: Checks<'_>, retired: bool) -> ItemDraft {
    let id = table.id("id");
    if let Some(id) = id.as_ref().filter(|id| id.value == "end") {
        table.tell(id.line, "“end” stands for the closing page: give the item another id");
    }
    let revision = table.count("revision");
    let ask = table.words("ask", Voice::Own);
    let text = table.lines_if_any("text");
    let back = if checks.look_back() { checks.back(table) } else { None };
    let looks_back = back.as_ref().map(|(id, _)| id.clone());
    let StepDraft { step, mut exits, coin } = match back {
        Some((_, step)) => StepDraft { step, exits: Vec::new(), coin: None },
        None => read_step(table, kind == Kind::Inventory, answers),
    };
    let then = read_then(table);
    exits.extend(then.clone());
    let tags = table.ids("coins");
    let card = table.id_if_any("card");
    let theme = read_theme(table, kind == Kind::Inventory && answered(&step));
    let means = match &step {
        Step::One { options, .. } | Step::Many { options } if kind == Kind::Inventory => read_means(table, options),
        _ => Means::default(),
    };
    let tells = read_tells(table, kind == Kind::Form && matches!(step, Step::Write { .. }));
    let leave_first = read_leave_first(table, kind == Kind::Form && step == Step::Read);

    let item = Item {
        id: id.map_or_else(String::new, |id| id.value),
        revision,
        ask,
        text,
        step,
        theme,
        eases: means.eases,
        costs: means.costs,
        about: means.about,
        tells,
        leave_first,
        coins: tags.iter().map(|tag| tag.value.clone()).collect(),
        looks_back,
        card: card.as_ref().map(|card| card.value.clone()),
        then: then.map(|then| then.value),
    };
    let was = table.sheet().earlier(true, || read_was(table, &item));
    table.finish(|key| match &item.looks_back {
        Some(id) => Some(format!("what can be answered is as at “{id}”, which it looks back at")),
        None => no_meaning(key).or_else(|| out_of_place(key)),
    });
    ItemDraft { item, line: table.line, retired, exits, tags, coin, card, was, same: false }
}

/// Reads what an item is about, in a few words.
fn read_theme(table: &Table<'_>, needed: bool) -> String {
    if needed { table.words("theme", Voice::Own) } else { table.words_if_any("theme", Voice::Own) }
}

/// What the answers of an inventory item mean, as its author says.
#[derive(Default)]
struct Means {
    eases: Vec<String>,
    costs: Vec<String>,
    about: Option<About>,
}

fn read_means(table: &Table<'_>, options: &[Choice]) -> Means {
    let [eases, costs] = ["eases", "costs"].map(|key| {
        let ids = table.ids(key);
        for At { value: id, line } in &ids {
            if answer::UNKNOWN.contains(&id.as_str()) {
                table.tell(*line, format!("`{key}` names “{id}”, which says nothing either way: take it out"));
            } else if !options.is_empty() && options.iter().all(|option| option.id != *id) {
                let known: Vec<_> = options.iter().map(|option| option.id.as_str()).collect();
                table.tell(*line, format!("`{key}` names “{id}”, but the answers here are: {}", known.join(", ")));
            }
        }
        ids
    });
    for At { value: id, line } in costs.iter().filter(|id| eases.iter().any(|one| one.value == id.value)) {
        table.tell(*line, format!("“{id}” stands in `eases` and in `costs`: keep it in one of them, or in neither"));
    }
    if eases.is_empty() && costs.is_empty() {
        table.tell(table.line, "`eases` and `costs` are missing here: name the answers of at least one of them");
    }
    let about = table.one_of("about", &[("place", About::Place)]);
    let plain = |ids: Vec<At<String>>| ids.into_iter().map(|id| id.value).collect();
    Means { eases: plain(eases), costs: plain(costs), about }
}

/// Why a key is out of place, if it is about what answers mean.
fn no_meaning(key: &str) -> Option<String> {
    match key {
        "eases" | "costs" | "about" => Some("only an item of an inventory that is answered by choosing takes it"),
        "speaks" => Some("name the answers that ease and those that cost, under `eases` and `costs`"),
        _ => None,
    }
    .map(str::to_owned)
}

/// What it tells in a record: only what a person writes in a form goes into one.
fn read_tells(table: &Table<'_>, may: bool) -> Option<Tells> {
    let known = [
        ("happened", Tells::Happened),
        ("learning", Tells::Learning),
        ("change", Tells::Change),
        ("impact", Tells::Impact),
    ];
    if let (false, Some(tells)) = (may, table.text("tells")) {
        table.tell(tells.line, "`tells` is for what is written in a form: take it out");
    }
    table.one_of("tells", &known)
}

/// Whether something has to be seen to elsewhere first: a form can be left and gone on with.
fn read_leave_first(table: &Table<'_>, may: bool) -> bool {
    let leave_first = table.flag("leave_first");
    if let (true, false, Some(value)) = (leave_first, may, table.get("leave_first")) {
        table.tell(table.line_of(value), "`leave_first` is for what is read in a form: take it out");
    }
    leave_first
}

fn answered(step: &Step) -> bool {
    matches!(step, Step::One { .. } | Step::Many { .. } | Step::Scale { .. })
}

/// Reads `[[item.was]]`: one for each revision before this one. What it leaves out is as in `now`, but for what answers
/// mean: that is said of the present words alone.
fn read_was(table: &Table<'_>, now: &Item) -> Vec<Item> {
    let mut all: Vec<Item> = Vec::new();
    for was in table.tables("was") {
        let revision = was.count("revision");
        if revision >= now.revision {
            let now = now.revision;
            was.tell(was.line, format!("an earlier revision must be below the item's own, {now}: raise the item's"));
        }
        if all.iter().any(|earlier| earlier.revision == revision) {
            was.tell(was.line, format!("revision {revision} stands here twice: keep one [[item.was]] of it"));
        }
        let ask = was.words("ask", Voice::Own);
        let mut item = Item { revision, ask, eases: Vec::new(), costs: Vec::new(), ..now.clone() };
        if was.has("text") {
            item.text = was.lines_if_any("text");
        }
        match &mut item.step {
            Step::One { options: choices, .. } | Step::Many { options: choices } if was.has("option") => {
                *choices = options(&was, "option");
            }
            Step::Scale { words, .. } if was.has("words") => *words = was.lines("words"),
            _ => {}
        }
        was.ask_all(["text"]);
        was.finish(out_of_place);
        all.push(item);
    }
    // A revision out of all reason would make a list as long: the first missing one is told, and enough.
    let missing = (1..now.revision).find(|revision| all.iter().all(|item| item.revision != *revision));
    if let Some(missing) = missing {
        let now = now.revision;
        table.tell(
            table.line,
            format!(
                "revision {now} without the words of revision {missing}: add [[item.was]] with revision = {missing}"
            ),
        );
    }
    all.sort_by_key(|item| item.revision);
    all
}
