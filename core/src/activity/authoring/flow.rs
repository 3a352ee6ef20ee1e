//! Where the items of an activity lead: nowhere that is not there, round in no circle, past none.

use super::item::ItemDraft;
use super::{At, Problem};
use crate::activity::{Goto, Item, Step};

/// Checks all items of an activity.
pub(super) fn check(file: &str, all: &[ItemDraft], problems: &mut Vec<Problem>) {
    let mut tell = |line, message| problems.push(Problem { file: file.into(), line, message });
    let used: Vec<&ItemDraft> = all.iter().filter(|one| !one.retired).collect();
    let mut sound = true;
    for At { value, line } in used.iter().flat_map(|one| &one.exits) {
        let Goto::Item(id) = value else { continue };
        match all.iter().find(|one| one.item.id == *id) {
            Some(one) if !one.retired => continue,
            Some(_) => {
                tell(*line, format!("this leads to “{id}”, which is retired: lead to an item in use, or \"end\""))
            }
            None => {
                tell(*line, format!("this leads to “{id}”, but no item has that id: check the spelling, or \"end\""))
            }
        }
        sound = false;
    }
    if !sound || used.is_empty() {
        // With an exit missing, what is reached would only be guessed at.
        return;
    }
    let next: Vec<Vec<usize>> = (0..used.len()).map(|place| after(&used, place)).collect();
    let met = reached(&next, &[0]);
    for (place, one) in used.iter().enumerate() {
        let id = &one.item.id;
        if !met[place] {
            tell(one.line, format!("no path reaches “{id}”: lead to it by a `then`, or set retired = true"));
        } else if reached(&next, &next[place])[place] {
            tell(one.line, format!("“{id}” leads back to itself: a path may meet an item once"));
        }
    }
}

/// The items in use that a person can come to without being asked to write anything before.
pub(super) fn met_without_writing(all: &[ItemDraft]) -> Vec<&ItemDraft> {
    let used: Vec<&ItemDraft> = all.iter().filter(|one| !one.retired).collect();
    let ways = |place: usize| match used[place].item.step {
        Step::Write { .. } => Vec::new(),
        _ => after(&used, place),
    };
    let next: Vec<Vec<usize>> = (0..used.len()).map(ways).collect();
    let first: &[usize] = if used.is_empty() { &[] } else { &[0] };
    let met = reached(&next, first);
    used.into_iter().zip(met).filter_map(|(one, met)| met.then_some(one)).collect()
}

/// All items that may come right after one, in use and by their places. Skipping is always possible, so
/// the item's own way on counts beside those of its options.
fn after(used: &[&ItemDraft], place: usize) -> Vec<usize> {
    let Item { step, then, .. } = &used[place].item;
    let mut ways = vec![then.as_ref()];
    if let Step::One { options, .. } = step {
        ways.extend(options.iter().map(|option| option.then.as_ref()).filter(Option::is_some));
    }
    let lead = |way: Option<&Goto>| match way {
        None => (place + 1 < used.len()).then_some(place + 1),
        Some(Goto::End) => None,
        Some(Goto::Item(id)) => used.iter().position(|one| one.item.id == *id),
    };
    ways.into_iter().filter_map(lead).collect()
}

/// Which places can be come to from `first`, those among them.
fn reached(next: &[Vec<usize>], first: &[usize]) -> Vec<bool> {
    let mut met = vec![false; next.len()];
    let mut open = first.to_vec();
    while let Some(place) = open.pop() {
        if !std::mem::replace(&mut met[place], true) {
            open.extend(&next[place]);
        }
    }
    met
}
