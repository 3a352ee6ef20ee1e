//! Which items a person meets, in which order, given what they have said so far.

use super::{Activity, Choice, Goto, Item, Step};

/// The most items one sitting holds.
const SITTING: usize = 5;

/// The way through an activity for a given set of choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Places in [`Activity::items`], in the order met. Never repeats an item.
    pub items: Vec<usize>,
}

impl Path {
    /// Walks the activity from its first item. `chosen` tells the id of the option chosen at an item, if any;
    /// an item without an answer is taken to lead on by its own rule.
    pub fn walk<'a>(activity: &Activity, chosen: impl Fn(&Item) -> Option<&'a str>) -> Path {
        let mut items = Vec::new();
        let mut at = (!activity.items.is_empty()).then_some(0);
        while let Some(place) = at {
            if items.contains(&place) {
                break;
            }
            items.push(place);
            let item = &activity.items[place];
            at = match goto(item, chosen(item)) {
                Some(Goto::End) => None,
                Some(Goto::Item(id)) => activity.items.iter().position(|one| one.id == *id),
                None => (place + 1 < activity.items.len()).then_some(place + 1),
            };
        }
        Path { items }
    }

    /// Returns whether the items that are met, and how many, depend on what is chosen.
    pub fn branches(activity: &Activity) -> bool {
        let leads = |options: &[Choice]| options.iter().any(|option| option.then.is_some());
        activity.items.iter().any(|item| matches!(&item.step, Step::One { options, .. } if leads(options)))
    }

    /// Where an item stands on the path.
    pub fn position(&self, place: usize) -> Option<usize> {
        self.items.iter().position(|one| *one == place)
    }
}

fn goto<'a>(item: &'a Item, chosen: Option<&str>) -> Option<&'a Goto> {
    let by_option = match (&item.step, chosen) {
        (Step::One { options, .. }, Some(id)) => {
            options.iter().find(|option| option.id == id).and_then(|option| option.then.as_ref())
        }
        _ => None,
    };
    by_option.or(item.then.as_ref())
}

/// Splits `count` items into sittings of at most five, as even as can be: 7 is 4 and 3.
pub fn sittings(count: usize) -> Vec<usize> {
    let parts = count.div_ceil(SITTING).max(1);
    (0..parts).map(|part| count / parts + usize::from(part < count % parts)).collect()
}

/// Which sitting the item at `position` belongs to: (first position, length).
pub fn sitting_of(position: usize, count: usize) -> (usize, usize) {
    let mut first = 0;
    for length in sittings(count) {
        if position < first + length {
            return (first, length);
        }
        first += length;
    }
    (first, 0)
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, Kind};
    use super::*;

    fn item(id: &str, step: Step, then: Option<Goto>) -> Item {
        Item { then, ..Item::new(id, id, step) }
    }

    fn activity(items: Vec<Item>) -> Activity {
        Activity {
            id: "a".into(),
            revision: 1,
            kind: Kind::Scenario,
            title: "A".into(),
            topic: "a".into(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: vec![],
            items,
            closing: vec![],
            sources: vec![],
            reviewed: false,
        }
    }

    #[test]
    fn a_choice_leads_where_its_option_says() {
        let option = |id: &str, to: &str| Choice {
            id: id.into(),
            label: id.into(),
            effects: vec![],
            then: Some(Goto::Item(to.into())),
        };
        let all = activity(vec![
            item("door", Step::One { options: vec![option("left", "l"), option("right", "r")], tick: None }, None),
            item("l", Step::Read, Some(Goto::End)),
            item("r", Step::Read, None),
            item("last", Step::Read, None),
        ]);
        assert_eq!(Path::walk(&all, |_| Some("left")).items, [0, 1]);
        assert_eq!(Path::walk(&all, |_| Some("right")).items, [0, 2, 3]);
        assert_eq!(Path::walk(&all, |_| None).items, [0, 1], "without an answer the item's own rule holds");
    }

    #[test]
    fn a_ring_ends_where_it_would_repeat() {
        let ring = activity(vec![item("a", Step::Read, None), item("b", Step::Read, Some(Goto::Item("a".into())))]);
        assert_eq!(Path::walk(&ring, |_| None).items, [0, 1]);
    }

    #[test]
    fn sittings_are_even_and_whole() {
        assert_eq!(sittings(7), [4, 3]);
        assert_eq!(sittings(5), [5]);
        assert_eq!(sittings(9), [5, 4]);
        for count in 1..60 {
            assert_eq!(sittings(count).iter().sum::<usize>(), count);
            assert!(sittings(count).iter().all(|length| (1..=SITTING).contains(length)));
        }
        assert_eq!(sitting_of(4, 7), (4, 3));
        assert_eq!(sitting_of(3, 7), (0, 4));
    }
}
