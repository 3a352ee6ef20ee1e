//! Which revisions of a record are its heads, and which may go. Pure, and safe on any nonsense: rings, unknown
//! parents, revisions that name themselves.

use super::{Rev, revision::Revision};
use crate::reflection::Stamp;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

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
    /// Whether it is a deletion.
    pub(super) deleted: bool,
    /// The reading of the [`Watch`](super::watch::Watch) when this session first saw it.
    pub(super) seen: i64,
    /// Whether it was there when this session began, so that it may be older than `seen` tells.
    pub(super) inherited: bool,
}

impl Link {
    pub(super) fn new(revision: &Revision, seen: i64, inherited: bool) -> Link {
        Link {
            made: revision.made,
            at: revision.at,
            parents: revision.parents.clone(),
            past: revision.past.clone(),
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
pub(super) type Links = BTreeMap<Rev, Link>;

/// All that `from` lead back to, present or not, without `from` themselves unless a ring leads there.
pub(super) fn ancestors(links: &Links, from: impl IntoIterator<Item = Rev>) -> BTreeSet<Rev> {
    let mut found = BTreeSet::new();
    let mut open: Vec<Rev> = from.into_iter().collect();
    while let Some(rev) = open.pop() {
        open.extend(
            links.get(&rev).into_iter().flat_map(Link::named).filter(|name| *name != rev && found.insert(*name)),
        );
    }
    found
}

/// The revisions that no present one names; and, so that a ring loses nothing, the newest of what is then out of
/// reach.
pub(super) fn heads(links: &Links) -> Vec<Rev> {
    let named: BTreeSet<Rev> =
        links.iter().flat_map(|(rev, link)| link.named().filter(move |name| name != rev)).collect();
    let mut heads: Vec<Rev> = links.keys().copied().filter(|rev| !named.contains(rev)).collect();
    let mut reached = ancestors(links, heads.iter().copied());
    reached.extend(heads.iter().copied());
    while let Some(rev) = links
        .iter()
        .filter(|(rev, _)| !reached.contains(rev))
        .max_by_key(|(rev, link)| (link.at, **rev))
        .map(|one| *one.0)
    {
        heads.push(rev);
        reached.insert(rev);
        reached.extend(ancestors(links, [rev]));
    }
    heads
}

/// Revisions from newest to oldest, each with the time it counts from: no earlier than those it names, whatever its
/// clock said.
pub(super) fn newest_first(links: &Links) -> Vec<(Rev, i64)> {
    let mut all: Vec<_> = links
        .iter()
        .map(|(rev, link)| {
            let before = || link.named().filter(|name| name != rev).filter_map(|name| links.get(&name));
            (*rev, before().map(|link| link.at.ms).fold(link.at.ms, i64::max), before().count())
        })
        .collect();
    all.sort_by_key(|(rev, at, names)| Reverse((*at, *names, *rev)));
    all.into_iter().map(|(rev, at, _)| (rev, at)).collect()
}

/// Which revisions may go, oldest first, each with the one that stays in its place. `now` is the clock's, `watch`
/// the session's; `tight` gives up the newest two that otherwise stay, and some care about clocks.
pub(super) fn prunable(links: &Links, now: i64, watch: i64, tight: bool) -> Vec<(Rev, Rev)> {
    let heads = heads(links);
    let settled = |link: &Link, at: i64| {
        let enough = if tight { SETTLED_MS } else { SETTLED_BEFORE_MS };
        watch.saturating_sub(link.seen) > SETTLED_MS || (link.inherited && now.saturating_sub(at) > enough)
    };
    let mut witnesses: Vec<(Rev, BTreeSet<Rev>)> = Vec::new();
    let mut go = Vec::new();
    for (place, (rev, at)) in newest_first(links).into_iter().enumerate() {
        let link = &links[&rev];
        // Whoever vouches for it must vouch for all it vouched for, or that could come back as a head.
        let vouches = |names: &BTreeSet<Rev>| {
            names.contains(&rev) && link.named().all(|name| names.contains(&name) || !links.contains_key(&name))
        };
        let instead = witnesses.iter().find(|(_, names)| vouches(names)).map(|(witness, _)| *witness);
        match instead {
            Some(witness) if !heads.contains(&rev) && (tight || place >= STAY) => go.push((rev, witness)),
            _ if settled(link, at) => witnesses.push((rev, link.named().collect())),
            _ => {}
        }
    }
    go.reverse();
    go
}

/// What deletions leave over: every text they lead back to. Earlier deletions hold no text and go in their time: the
/// latest one may yet be lost.
pub(super) fn left_over(links: &Links) -> Vec<Rev> {
    let heads = heads(links);
    let deletions = heads.iter().copied().filter(|head| links[head].deleted);
    let text = |rev: &Rev| links.get(rev).is_some_and(|link| !link.deleted);
    ancestors(links, deletions).into_iter().filter(|rev| text(rev) && !heads.contains(rev)).collect()
}
