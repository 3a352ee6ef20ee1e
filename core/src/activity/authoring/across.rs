//! What only shows when the files of a locale lie side by side.

use super::piece::ActivityDraft;
use super::shared::{ORDER, Order};
use super::{At, Problem};
use crate::activity::{Coin, Item, Kind, Step, code};
use std::collections::HashMap;

/// A coin with the file it stands in.
pub(super) struct CoinDraft {
    pub(super) file: String,
    pub(super) coin: Coin,
}

pub(super) fn check(order: &Order, activities: &[ActivityDraft], coins: &[CoinDraft], problems: &mut Vec<Problem>) {
    let mut tell = |file: &str, line, message| problems.push(Problem { file: file.into(), line, message });
    ordered(order, activities, coins, &mut tell);
    coins_known(order, activities, coins, &mut tell);
    named_once(activities, coins, &mut tell);
    said_once(activities, &mut tell);
}

type Tell<'a> = dyn FnMut(&str, usize, String) + 'a;

/// Each piece is listed, and each listed piece is there.
fn ordered(order: &Order, activities: &[ActivityDraft], coins: &[CoinDraft], tell: &mut Tell<'_>) {
    for At { value, line } in &order.activities {
        if activities.iter().all(|one| one.activity.id != *value) {
            tell(ORDER, *line, format!("no file holds the activity “{value}”: write it, or take it out of the list"));
        }
    }
    for one in activities {
        let id = &one.activity.id;
        if order.activities.iter().all(|listed| listed.value != *id) {
            tell(&one.file, 1, format!("order.toml does not list “{id}”: add it to `activities`"));
        }
    }
    for At { value, line } in &order.coins {
        if coins.iter().all(|one| one.coin.id != *value) {
            tell(ORDER, *line, format!("coin/{value}.toml is not there: write it, or move it to `coins_to_come`"));
        }
    }
    for one in coins {
        let id = &one.coin.id;
        if order.coins.iter().all(|listed| listed.value != *id) {
            tell(&one.file, 1, format!("order.toml does not list “{id}”: add it to `coins`"));
        }
    }
    for At { value, line } in &order.to_come {
        if order.coins.iter().any(|listed| listed.value == *value) {
            tell(ORDER, *line, format!("“{value}” stands in `coins` too: take it out of `coins_to_come`"));
        }
    }
}

/// Tags name a coin, and what opens a coin's page names one that has a page.
fn coins_known(order: &Order, activities: &[ActivityDraft], coins: &[CoinDraft], tell: &mut Tell<'_>) {
    let written = |id: &str| coins.iter().any(|one| one.coin.id == id) || order.coins.iter().any(|one| one.value == id);
    let to_come = |id: &str| order.to_come.iter().any(|one| one.value == id);
    for one in activities {
        for At { value, line } in &one.tags {
            if !written(value) && !to_come(value) {
                tell(
                    &one.file,
                    *line,
                    format!("there is no coin “{value}”: check the spelling, or add it to order.toml"),
                );
            }
        }
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
fn named_once(activities: &[ActivityDraft], coins: &[CoinDraft], tell: &mut Tell<'_>) {
    let ids = activities.iter().map(|one| (&one.file, &one.activity.id));
    let ids = ids.chain(coins.iter().map(|one| (&one.file, &one.coin.id)));
    let mut codes: HashMap<String, &String> = HashMap::new();
    for (file, id) in ids {
        if let Some(earlier) = codes.insert(code(id), file) {
            tell(file, 1, format!("its address would be that of {earlier}: give one of them another id"));
        }
    }
}

/// No two items in use ask the same. Outside inventories a short question may come again
/// under other words ("What now?"), so there all the words of an item count.
fn said_once(activities: &[ActivityDraft], tell: &mut Tell<'_>) {
    let mut said: HashMap<String, (&str, usize)> = HashMap::new();
    for one in activities {
        for (item, line) in one.activity.items.iter().zip(&one.lines) {
            let words = match one.activity.kind {
                Kind::Inventory => plain(&[&item.ask]),
                _ => plain(&all_words(item)),
            };
            if words.is_empty() {
                continue;
            }
            if let Some((file, earlier)) = said.get(&words) {
                tell(&one.file, *line, format!("the same words stand at {file}:{earlier}: reword or retire one"));
            } else {
                said.insert(words, (&one.file, *line));
            }
        }
    }
}

fn all_words(item: &Item) -> Vec<&String> {
    let mut words = vec![&item.ask];
    words.extend(&item.text);
    match &item.step {
        Step::One { options, .. } | Step::Many { options } => words.extend(options.iter().map(|one| &one.label)),
        Step::Scale { words: scale, .. } => words.extend(scale),
        Step::Place { coin } => words.push(coin),
        Step::Write { hint, .. } => words.push(hint),
        Step::Read => {}
    }
    words
}

/// The words alone: no case, no punctuation, one space between.
fn plain(texts: &[&String]) -> String {
    let words = texts.iter().flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
