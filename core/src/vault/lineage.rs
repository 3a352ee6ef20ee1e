//! Which revisions of a record are its heads, and which may go. Pure, and safe on any nonsense: rings, unknown
//! parents, revisions that name themselves.

use super::{Rev, Turn, revision::Revision, sorted::Sorted, turn::Of};
use crate::{reflection::Stamp, sorting::sort};

/// How long this session must have known a revision before what it replaced may go. By half an hour the browser has
/// put it on the disk; the rest is for a clock that was set meanwhile (see `watch`).
const SETTLED_MS: i64 = 40 * 60 * 1000;

/// The same for one that an earlier session wrote. Its age is known only from two readings of a clock that may have
/// been set by hours in between, so a day must have gone by.
const SETTLED_BEFORE_MS: i64 = 24 * 60 * 60 * 1000;

/// How many of a record's newest revisions always stay.
const STAY: usize = 2;

/// A revision without its words.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) made: Stamp,
    pub(super) at: Stamp,
    pub(super) parents: Vec<Rev>,
    pub(super) past: Vec<Rev>,
    /// The turn in which the record was begun, if that is not the one its moment gives.
    pub(super) begun: Option<Turn>,
    /// The turn in which it was written.
    pub(super) said: Turn,
    /// Whether it is a deletion.
    pub(super) deleted: bool,
    /// The reading of the [`Watch`](super::watch::Watch) when this session first saw it.
    pub(super) seen: i64,
    /// Whether it was there when this session began, so that it may be older than `seen` tells.
    pub(super) inherited: bool,
}

impl Link {
    pub(super) fn new(revision: &Revision, seen: i64, inherited: bool) -> Link {
        let (mut begun, mut said) = (None, Turn::of(revision.at));
        let mut past = revision.past.clone();
        past.retain(|name| match Turn::read(*name) {
            Some((Of::Record, turn)) => {
                begun = begun.max(Some(turn));
                false
            }
            Some((Of::Revision, turn)) => {
                said = said.max(turn);
                false
            }
            None => true,
        });
        Link {
            made: revision.made,
            at: revision.at,
            parents: revision.parents.clone(),
            past,
            begun,
            said,
            deleted: revision.body.is_none(),
            seen,
            inherited,
        }
    }

    /// All it names: parents, then earlier ancestors.
    pub(super) fn named(&self) -> impl Iterator<Item = Rev> {
        self.parents.iter().chain(&self.past).copied()
    }
}

/// The present revisions of one record.
pub(super) type Links = Sorted<Rev, Link>;

/// Adds a revision to some in order; returns whether it is new.
pub(super) fn note(all: &mut Vec<Rev>, rev: Rev) -> bool {
    let place = all.binary_search(&rev);
    if let Err(place) = place {
        all.insert(place, rev);
    }
    place.is_err()
}

/// All that `from` lead back to, present or not, in order, without `from` themselves unless a ring leads there.
pub(super) fn ancestors(links: &Links, from: impl IntoIterator<Item = Rev>) -> Vec<Rev> {
    lead_back(links, from.into_iter().collect())
}

fn lead_back(links: &Links, open: Vec<Rev>) -> Vec<Rev> {
    let mut found = Vec::new();
    follow(links, open, &mut vec![false; links.len()], |name| found.push(name));
    sort(&mut found);
    found.dedup();
    found
}

/// Follows the names from `open` on; each present revision that is come to is told once, and is marked at its place.
fn follow(links: &Links, mut open: Vec<Rev>, reached: &mut [bool], mut told: impl FnMut(Rev)) {
    while let Some(rev) = open.pop() {
        let Some(link) = links.get(&rev) else { continue };
        for name in link.named().filter(|name| *name != rev) {
            match links.place(&name) {
                Ok(place) if reached[place] => continue,
                Ok(place) => {
                    reached[place] = true;
                    open.push(name);
                }
                Err(_) => {}
            }
            told(name);
        }
    }
}

/// The revisions that no present one names; and, so that a ring loses nothing, the newest of what is then out of
/// reach.
pub(super) fn heads(links: &Links) -> Vec<Rev> {
    if links.len() == 1 {
        return links.keys().copied().collect();
    }
    let mut named = vec![false; links.len()];
    for (rev, link) in links.iter() {
        for place in link.named().filter(|name| name != rev).filter_map(|name| links.place(&name).ok()) {
            named[place] = true;
        }
    }
    let mut heads: Vec<Rev> = links.keys().zip(&named).filter(|(_, named)| !**named).map(|(rev, _)| *rev).collect();
    let mut reached = named.iter().map(|named| !named).collect::<Vec<bool>>();
    follow(links, heads.clone(), &mut reached, |_| {});
    if reached.contains(&false) {
        let mut newest: Vec<(Stamp, Rev)> = links.iter().map(|(rev, link)| (link.at, *rev)).collect();
        sort(&mut newest);
        for (_, rev) in newest.into_iter().rev() {
            if let Ok(place) = links.place(&rev)
                && !reached[place]
            {
                reached[place] = true;
                follow(links, vec![rev], &mut reached, |_| {});
                heads.push(rev);
            }
        }
    }
    heads
}

/// Revisions from newest to oldest, each with the time it counts from: no earlier than those it names, whatever its
/// clock said.
pub(super) fn newest_first(links: &Links) -> Vec<(Rev, i64)> {
    let mut all = Vec::with_capacity(links.len());
    for (rev, link) in links.iter() {
        let (mut at, mut names) = (link.at.ms, 0);
        for before in link.named().filter(|name| name != rev).filter_map(|name| links.get(&name)) {
            at = at.max(before.at.ms);
            names += 1;
        }
        all.push((at, names, *rev));
    }
    sort(&mut all);
    all.into_iter().rev().map(|(at, _, rev)| (rev, at)).collect()
}

/// Whether there are so many revisions that one might go: quickly told, since a save asks it of every record.
pub(super) fn may_prune(links: &Links, tight: bool) -> bool {
    links.len() > if tight { 1 } else { STAY }
}

/// Which revisions may go, oldest first, each with the one that stays in its place. `now` is the clock's, `watch`
/// the session's; `tight` gives up the newest two that otherwise stay, and some care about clocks.
pub(super) fn prunable(links: &Links, now: i64, watch: i64, tight: bool) -> Vec<(Rev, Rev)> {
    let mut heads = heads(links);
    sort(&mut heads);
    let settled = |link: &Link, at: i64| {
        let enough = if tight { SETTLED_MS } else { SETTLED_BEFORE_MS };
        watch.saturating_sub(link.seen) > SETTLED_MS || (link.inherited && now.saturating_sub(at) > enough)
    };
    let order = newest_first(links);
    // What each names that is there; and by name, who names it, as its place in the order. So a record of very many
    // revisions is gone through but once.
    let mut named: Vec<Vec<Rev>> = Vec::with_capacity(order.len());
    let mut namers: Vec<(Rev, usize)> = Vec::new();
    for (place, (rev, _)) in order.iter().enumerate() {
        let mut names: Vec<Rev> = links[rev].named().filter(|name| links.contains_key(name)).collect();
        sort(&mut names);
        namers.extend(names.iter().map(|name| (*name, place)));
        named.push(names);
    }
    sort(&mut namers);
    let mut witnesses = vec![false; order.len()];
    let mut go = Vec::new();
    for (place, &(rev, at)) in order.iter().enumerate() {
        let link = &links[&rev];
        // Whoever vouches for it must vouch for all it vouched for, or that could come back as a head.
        let vouches = |witness: usize| {
            let rest = |name: &Rev| *name != order[witness].0 && named[witness].binary_search(name).is_ok();
            named[place].iter().all(rest)
        };
        let from = namers.partition_point(|namer| namer.0 < rev);
        let mut of_it = namers[from..].iter().take_while(|namer| namer.0 == rev).map(|namer| namer.1);
        let instead = of_it.find(|namer| witnesses[*namer] && vouches(*namer)).map(|namer| order[namer].0);
        match instead {
            Some(witness) if heads.binary_search(&rev).is_err() && (tight || place >= STAY) => go.push((rev, witness)),
            _ => witnesses[place] = settled(link, at),
        }
    }
    go.reverse();
    go
}

/// What deletions leave over: every text they lead back to. Earlier deletions hold no text and go in their time: the
/// latest one may yet be lost.
pub(super) fn left_over(links: &Links) -> Vec<Rev> {
    let mut heads = heads(links);
    sort(&mut heads);
    let deletions = heads.iter().copied().filter(|head| links[head].deleted);
    let text = |rev: &Rev| links.get(rev).is_some_and(|link| !link.deleted);
    ancestors(links, deletions).into_iter().filter(|rev| text(rev) && heads.binary_search(rev).is_err()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    fn rev(number: u8) -> Rev {
        Rev([number; 16])
    }

    fn link(parents: &[u8], past: &[u8], minutes: i64) -> Link {
        Link {
            made: Stamp::default(),
            at: Stamp { ms: minutes * 60_000, offset: 0 },
            parents: parents.iter().copied().map(rev).collect(),
            past: past.iter().copied().map(rev).collect(),
            begun: None,
            said: Turn::default(),
            deleted: false,
            seen: 0,
            inherited: true,
        }
    }

    /// One minute after the last of three revisions, each on the one before.
    fn line() -> (Links, i64) {
        let day = 24 * 60;
        let links = [(1, link(&[], &[], 0)), (2, link(&[1], &[], 1)), (3, link(&[2], &[1], 2 + day))];
        (links.into_iter().map(|(number, link)| (rev(number), link)).collect(), (3 + day) * 60_000)
    }

    #[test]
    fn what_no_present_one_names_is_a_head() {
        let (mut links, _) = line();
        assert_eq!(heads(&links), [rev(3)]);
        links.remove(&rev(2));
        assert_eq!(heads(&links), [rev(3)], "an ancestor whose removal was lost stays hidden");
        links.remove(&rev(3));
        assert_eq!(heads(&links), [rev(1)], "without its children a parent is a head again");
    }

    #[test]
    fn an_earlier_one_goes_when_a_child_has_settled() {
        let (links, now) = line();
        assert_eq!(prunable(&links, now, 0, false), [(rev(1), rev(2))]);
        assert_eq!(prunable(&links, 10 * 60_000, 0, false), [], "too early");
        assert_eq!(prunable(&links, i64::MIN, 0, false), [], "the clock is behind");
        let later = now + SETTLED_BEFORE_MS;
        assert_eq!(prunable(&links, later, 0, false), [(rev(1), rev(3))], "two stay");
        assert_eq!(prunable(&links, later, 0, true), [(rev(1), rev(3)), (rev(2), rev(3))], "unless room is needed");
    }

    #[test]
    fn a_ring_loses_nothing() {
        let ring: Links = [(rev(1), link(&[2], &[], 0)), (rev(2), link(&[1], &[], 1))].into();
        assert_eq!(heads(&ring), [rev(2)]);
        let selfish: Links = [(rev(1), link(&[1], &[1], 0))].into();
        assert_eq!(heads(&selfish), [rev(1)]);
    }

    /// Very many revisions, each upon the one before and 62 more, upon nothing, or in rings of two: what takes the square
    /// of their number is felt long before that.
    #[test]
    fn very_many_revisions_are_gone_through_quickly() {
        let name = |number: u32| Rev(std::array::from_fn(|at| if at < 4 { number.to_be_bytes()[at] } else { 0 }));
        for (kind, many, count) in [(0, 5_000_u32, 1), (1, 20_000, 20_000), (2, 20_000, 10_000)] {
            let links: Links = (0..many)
                .map(|number| {
                    let parents = match kind {
                        0 => number.checked_sub(1).map(name).into_iter().collect(),
                        1 => vec![],
                        _ => vec![name(number ^ 1)],
                    };
                    let past = (2..64).filter(|_| kind == 0).filter_map(|back| number.checked_sub(back).map(name));
                    (name(number), Link { parents, past: past.collect(), ..link(&[], &[], number.into()) })
                })
                .collect();
            let begun = std::time::Instant::now();
            assert_eq!(heads(&links).len(), count, "{kind}");
            let go = prunable(&links, i64::MAX, 0, false);
            assert_eq!((left_over(&links).len(), go.is_empty()), (0, kind != 0), "{kind}");
            assert!(begun.elapsed().as_secs() < 10, "{kind}: {:?}", begun.elapsed());
        }
    }

    proptest! {
        #[test]
        fn no_nonsense_harms(
            all in vec((vec(0..12_u8, 0..4), vec(0..12_u8, 0..4), -9_000..9_000_i64, any::<bool>()), 1..10),
            now in any::<i64>(),
            watch in any::<i64>(),
            tight in any::<bool>(),
            rings in any::<bool>(),
        ) {
            let links: Links = all
                .iter()
                .enumerate()
                .map(|(number, (parents, past, minutes, deleted))| {
                    let named = |all: &[u8]| -> Vec<u8> {
                        all.iter().copied().filter(|name| rings || usize::from(*name) < number).collect()
                    };
                    let link = link(&named(parents), &named(past), *minutes);
                    (rev(number as u8), Link { deleted: *deleted, ..link })
                })
                .collect();
            let heads = heads(&links);
            let mut reached = ancestors(&links, heads.iter().copied());
            reached.extend(&heads);
            prop_assert!(!heads.is_empty());
            prop_assert!(links.keys().all(|rev| reached.contains(rev)), "every revision leads to a head");
            let go = prunable(&links, now, watch, tight);
            for (rev, witness) in &go {
                prop_assert!(!heads.contains(rev));
                prop_assert!(!go.iter().any(|(other, _)| other == witness), "the witness stays");
            }
            prop_assert!(tight || links.len() - go.len() >= links.len().min(STAY));
            let mut rest = links.clone();
            rest.retain(|rev, _| !go.iter().any(|(gone, _)| gone == rev));
            let left = left_over(&links);
            prop_assert!(left.iter().all(|rev| !heads.contains(rev) && !links[rev].deleted));
            let back = super::heads(&rest).into_iter().any(|head| !heads.contains(&head));
            prop_assert!(rings || !back, "nothing comes back");
        }
    }
}
