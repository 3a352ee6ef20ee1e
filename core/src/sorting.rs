//! Lists in order, by one copy of the standard library's sort: it makes one of 3 kB for each type of thing, which would be a tenth of
//! the program.

use std::{cmp::Ordering, mem};

/// Sorts a list, as `slice::sort` does.
pub fn sort<T: Ord>(list: &mut Vec<T>) {
    sort_by(list, |one, other| one.cmp(other));
}

/// Sorts a list by what `key` gives for each, as `slice::sort_by_key` does: those with equal keys stay in their order.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

fn sort_by<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    let mut all: Vec<Option<T>> = mem::take(list).into_iter().map(Some).collect();
    list.extend(order.into_iter().filter_map(|place| all[place].take()));
}

/// Returns the places of so many things in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #[test]
        fn it_sorts_as_the_standard_library_does(list in vec((any::<u8>(), any::<u16>()), 0..200)) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort(&mut ours);
            theirs.sort();
            prop_assert_eq!(ours, theirs);
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |one| one.0);
            theirs.sort_by_key(|one| one.0);
            prop_assert_eq!(ours, theirs);
        }
    }
}
