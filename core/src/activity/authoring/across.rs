//! What only shows when the files of a locale lie side by side.

use super::card::CardDraft;
use super::coin::CoinDraft;
use super::piece::ActivityDraft;
use super::shared::{ORDER, Order};
use super::{At, Problem, alike};
use crate::activity::code;
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
    cards_known(drafts, &mut tell);
    named_once(drafts, &mut tell);
    alike::check(drafts, &mut tell);
}

pub(super) type Tell<'a> = dyn FnMut(&str, usize, String) + 'a;

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

/// What an item offers to read is there.
fn cards_known(drafts: &Drafts, tell: &mut Tell<'_>) {
    for one in &drafts.activities {
        for At { value, line } in &one.offers {
            if drafts.cards.iter().all(|card| card.card.id != *value) {
                tell(&one.file, *line, format!("there is no card “{value}”: check the spelling, or write it"));
            }
        }
    }
}

/// No two pieces share an id, nor the code they have in addresses.
fn named_once(drafts: &Drafts, tell: &mut Tell<'_>) {
    let mut codes: HashMap<[u8; 3], &str> = HashMap::new();
    for (file, id) in drafts.lists().concat() {
        if let Some(earlier) = codes.insert(code(id), file) {
            tell(file, 1, format!("its address would be that of {earlier}: give one of them another id"));
        }
    }
}
