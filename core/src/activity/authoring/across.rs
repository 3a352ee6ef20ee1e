//! What only shows when the files of a locale lie side by side.

use super::card::CardDraft;
use super::coin::CoinDraft;
use super::piece::ActivityDraft;
use super::shared::{ORDER, Order};
use super::{At, Problem, said};
use crate::activity::{Item, Kind, Step, code};
use std::collections::HashMap;

/// All pieces of a locale, as read.
#[derive(Default)]
pub(super) struct Drafts {
    pub(super) activities: Vec<ActivityDraft>,
    pub(super) coins: Vec<CoinDraft>,
    pub(super) cards: Vec<CardDraft>,
}

impl Drafts {
    /// The file and the id of each piece, a list for each kind that is listed apart.
    fn lists(&self) -> [Vec<(&str, &str)>; 3] {
        [
            self.activities.iter().map(|one| (&*one.file, &*one.activity.id)).collect(),
            self.coins.iter().map(|one| (&*one.file, &*one.coin.id)).collect(),
            self.cards.iter().map(|one| (&*one.file, &*one.card.id)).collect(),
        ]
    }
}

pub(super) fn check(order: &Order, drafts: &Drafts, problems: &mut Vec<Problem>) {
    let mut tell = |file: &str, line, message| problems.push(Problem { file: file.into(), line, message });
    ordered(order, drafts, &mut tell);
    coins_known(order, drafts, &mut tell);
    named_once(drafts, &mut tell);
    said_once(drafts, &mut tell);
}

type Tell<'a> = dyn FnMut(&str, usize, String) + 'a;

/// Each piece is listed, and each listed piece is there.
fn ordered(order: &Order, drafts: &Drafts, tell: &mut Tell<'_>) {
    let lists = [("activities", &order.activities), ("coins", &order.coins), ("cards", &order.cards)];
    for (pieces, (name, listed)) in drafts.lists().iter().zip(lists) {
        for At { value, line } in listed {
            if pieces.iter().any(|(_, id)| id == value) {
                continue;
            }
            let missing = match name {
                "activities" => format!("no file holds the activity “{value}”: write it, or take it out of the list"),
                "coins" => format!("coin/{value}.toml is not there: write it, or move it to `coins_to_come`"),
                _ => format!("card/{value}.toml is not there: write it, or take it out of the list"),
            };
            tell(ORDER, *line, missing);
        }
        for (file, id) in pieces {
            if listed.iter().all(|listed| listed.value != *id) {
                tell(file, 1, format!("order.toml does not list “{id}”: add it to `{name}`"));
            }
        }
    }
    for At { value, line } in &order.to_come {
        if order.coins.iter().any(|listed| listed.value == *value) {
            tell(ORDER, *line, format!("“{value}” stands in `coins` too: take it out of `coins_to_come`"));
        }
    }
}

/// Tags name a coin, and what opens a coin's page names one that has a page.
fn coins_known(order: &Order, drafts: &Drafts, tell: &mut Tell<'_>) {
    let written =
        |id: &str| drafts.coins.iter().any(|one| one.coin.id == id) || order.coins.iter().any(|one| one.value == id);
    let to_come = |id: &str| order.to_come.iter().any(|one| one.value == id);
    let tags = drafts.activities.iter().map(|one| (&one.file, &one.tags));
    for (file, tags) in tags.chain(drafts.cards.iter().map(|one| (&one.file, &one.tags))) {
        for At { value, line } in tags {
            if !written(value) && !to_come(value) {
                tell(file, *line, format!("there is no coin “{value}”: check the spelling, or add it to order.toml"));
            }
        }
    }
    for one in &drafts.activities {
        for At { value, line } in &one.opens {
            if to_come(value) && !written(value) {
                tell(&one.file, *line, format!("the page of “{value}” is still to be written: lead to another coin"));
            } else if !written(value) {
                tell(&one.file, *line, format!("there is no coin “{value}”: check the spelling, or write its page"));
            }
        }
    }
}

/// No two pieces share an id, nor the code they have in addresses.
fn named_once(drafts: &Drafts, tell: &mut Tell<'_>) {
    let mut codes: HashMap<String, &str> = HashMap::new();
    for (file, id) in drafts.lists().concat() {
        if let Some(earlier) = codes.insert(code(id), file) {
            tell(file, 1, format!("its address would be that of {earlier}: give one of them another id"));
        }
    }
}

/// No two items in use ask the same. Outside inventories a short question may come again
/// under other words ("What now?"), so there all the words of an item count.
fn said_once(drafts: &Drafts, tell: &mut Tell<'_>) {
    let mut said: HashMap<String, (&str, usize)> = HashMap::new();
    let mut all = Vec::new();
    for one in &drafts.activities {
        for (item, standing) in one.activity.items.iter().zip(&one.standings).filter(|(_, one)| !one.same) {
            let words = match one.activity.kind {
                Kind::Inventory => plain(&[&item.ask]),
                _ => plain(&all_words(item)),
            };
            all.push((words, &*one.file, standing.line));
        }
    }
    let asked = drafts.cards.iter().filter_map(|one| Some((plain(&all_words(&one.item()?)), &*one.file, one.asks)));
    all.extend(asked);
    for (words, file, line) in all {
        if words.is_empty() {
            continue;
        }
        if let Some((other, earlier)) = said.get(&words) {
            tell(file, line, format!("the same words stand at {other}:{earlier}: reword or retire one"));
        } else {
            said.insert(words, (file, line));
        }
    }
}

/// What an item says. Where nothing but a coin tells two apart, that does.
fn all_words(item: &Item) -> Vec<&str> {
    let mut words = said::in_item(item);
    if let Step::Place { coin } = &item.step {
        words.push(coin);
    }
    words
}

/// The words alone: no case, no punctuation, one space between.
fn plain(texts: &[&str]) -> String {
    let words = texts.iter().flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
