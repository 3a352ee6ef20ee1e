//! Reading what is on the shelf into memory, and keeping up with other tabs.

use super::{
    Condition, Head, KeepError, Record, RecordId, Rev, ShelfError, Trouble, Turn, Unreadable, Vault, envelope,
    found::{self, Found},
    header::State,
    journal::Kept,
    lineage::{self, Link, Links},
    revision::Revision,
};
use crate::{reflection::Body, sorting::sort_by_key};

/// Texts just read, so that they need not be read again.
type Bodies = Vec<(Rev, Option<Body>)>;

impl Vault {
    /// Another tab changed this key, or everything with `None`: takes in just that.
    pub fn absorb(&mut self, key: Option<&str>) {
        let Some(key) = key else { return self.load(false) };
        if self.is_shut() {
            // Whatever another tab did to the lock, this one has nothing to lose by it.
            if self.header_keys().iter().any(|header| header == key) && !self.header_stands() {
                self.header = None;
                self.load(false);
            }
            return;
        }
        match self.named(key) {
            Some(_) if self.condition == Condition::Fresh => self.load(false),
            Some(Ok((id, rev))) => self.take_in(id, rev),
            Some(Err(why)) => {
                if let Ok(value) = self.books.get(key) {
                    self.quarantine(key, value, why);
                }
            }
            None if self.header_keys().iter().any(|header| header == key) => match self.header {
                // A failure to read shows at the next write.
                Some(_) => drop(self.look_around()),
                None => self.load(false),
            },
            None => drop(self.books.get(key)),
        }
    }

    /// Whether the header on the shelf is the one this tab has, and all was read under it. Then nothing need be read anew:
    /// a phone takes as long for thousands of values as for the passphrase.
    fn header_stands(&mut self) -> bool {
        let found = self.copies().map(found::agreed);
        self.condition == Condition::Locked && found.is_ok_and(|found| found.keyed() == self.header.as_ref())
    }

    /// Reads everything anew. `opening` tells the first time, when an interrupted erasing is finished.
    pub(super) fn load(&mut self, opening: bool) {
        if self.read_all(opening).is_err() {
            self.condition = Condition::Denied;
        }
    }

    fn read_all(&mut self, opening: bool) -> Result<(), KeepError> {
        let (_, seen) = self.look_at_clock();
        let found = found::agreed(self.copies()?);
        if let Found::Good(header) = &found
            && opening
            && header.state == State::Erasing
        {
            return self.sweep(header);
        }
        let keyed = found.keyed();
        let shut = self.lock.is_none() && keyed.is_some();
        let before = std::mem::take(&mut self.kept);
        self.unreadable.clear();
        self.books.clear();
        self.behind = false;
        self.reached.clear();
        let header = if let Found::Good(header) = &found { Some(header) } else { keyed };
        if let Some(header) = header {
            self.found = header.folder;
        }
        // The keys come in order, so that a record's revisions stand together.
        let mut all: Vec<(RecordId, Links, Bodies)> = Vec::new();
        let (mut among, mut sealed) = (0, false);
        for key in self.books.keys()? {
            let name = self.named(&key);
            let beside = self.name_in(self.folder().other(), &key).is_some();
            self.behind |= beside;
            among += usize::from(name.is_some() || beside);
            if shut {
                // Thousands of values that cannot be read yet would be read for nothing.
                continue;
            }
            let Some(value) = self.books.get(&key)? else { continue };
            sealed |= (name.is_some() || beside) && keyed.is_none() && envelope::has_a_seal(&value);
            let Some(name) = name else { continue };
            match name.and_then(|(id, rev)| Ok((id, rev, self.told(id, rev, &value)?))) {
                Ok((id, rev, (number, revision))) => {
                    self.behind |= number < self.newest().number;
                    let known = before.get(&id).and_then(|kept| kept.links.get(&rev)).cloned();
                    if all.last().is_none_or(|last| last.0 != id) {
                        all.push((id, Links::default(), Bodies::new()));
                    }
                    let (_, links, bodies) = all.last_mut().expect("just put there");
                    links.insert(rev, known.unwrap_or_else(|| Link::new(&revision, seen, opening)));
                    bodies.push((rev, revision.body));
                }
                Err(why) => self.unreadable.push(Unreadable { key, raw: value, why }),
            }
        }
        for (id, links, bodies) in all {
            self.show(id, links, bodies);
        }
        self.judge(found, among, sealed);
        Ok(())
    }

    /// Says what state the journal is in, by its header, how many values stand among the records, and whether any of
    /// them is sealed though no header has a key to it.
    fn judge(&mut self, found: Found, among: usize, sealed: bool) {
        if let Some(mine) = &self.header {
            self.elsewhere = found::compare(mine, &found);
            let vouched = self.lock.as_ref().is_none_or(|lock| mine.vouched(lock));
            self.condition = match found {
                _ if self.is_shut() => Condition::Locked,
                Found::Newer(_) if !vouched => Condition::Newer,
                _ if sealed || !vouched => Condition::Altered,
                _ => Condition::Open,
            };
            return;
        }
        let later = self.unreadable.iter().any(|one| matches!(one.why, Trouble::Newer | Trouble::Sealed));
        self.condition = match found {
            found if found.keyed().is_some() => {
                self.header = found.keyed().cloned();
                Condition::Locked
            }
            Found::Newer(_) => Condition::Newer,
            Found::Good(header) if header.state == State::Open => {
                self.header = Some(header);
                // What is written now would stand unsealed beside what its owner sealed.
                if sealed { Condition::Altered } else { Condition::Open }
            }
            // Another tab is erasing right now: to this one there is nothing, and it may not write yet.
            Found::Good(_) => Condition::Fresh,
            Found::Absent | Found::Garbled if among == 0 => Condition::Fresh,
            // The very first writes were lost but for records, which need no header to be read.
            Found::Absent if !self.kept.is_empty() && !later => Condition::Open,
            Found::Absent | Found::Garbled => Condition::Damaged,
        };
    }

    /// Takes in what stands under one revision's key now.
    pub(super) fn take_in(&mut self, id: RecordId, rev: Rev) {
        let key = self.key(id, rev);
        let Ok(value) = self.books.get(&key) else { return };
        let seen = self.watch.elapsed();
        let mut links = self.kept.get_mut(&id).map(|kept| std::mem::take(&mut kept.links)).unwrap_or_default();
        let mut bodies = Bodies::new();
        let why = match value.as_deref().map(|value| self.decode(id, rev, value)) {
            Some(Ok(revision)) => {
                if !links.contains_key(&rev) {
                    links.insert(rev, Link::new(&revision, seen, false));
                }
                bodies.push((rev, revision.body));
                None
            }
            Some(Err(why)) => {
                links.remove(&rev);
                Some(why)
            }
            None => {
                links.remove(&rev);
                None
            }
        };
        self.quarantine(&key, value.filter(|_| why.is_some()), why.unwrap_or(Trouble::Altered));
        self.show(id, links, bodies);
    }

    fn quarantine(&mut self, key: &str, value: Option<String>, why: Trouble) {
        self.unreadable.retain(|one| one.key != key);
        self.unreadable.extend(value.map(|raw| Unreadable { key: key.to_owned(), raw, why }));
    }

    /// Works out a record from its present revisions. Texts not at hand are read from the shelf.
    pub(super) fn show(&mut self, id: RecordId, mut links: Links, mut bodies: Bodies) {
        let before = self.kept.remove(&id);
        for head in before.into_iter().flat_map(|kept| kept.record.heads) {
            bodies.push((head.rev, head.body));
        }
        // In order, to be found; of two of one name the first one counts.
        sort_by_key(&mut bodies, |one| one.0);
        let heads = loop {
            let mut heads: Vec<Head> = Vec::new();
            let mut lost = None;
            for rev in lineage::heads(&links) {
                let place = bodies.partition_point(|one| one.0 < rev);
                let body = match bodies.get(place).filter(|one| one.0 == rev) {
                    Some((_, body)) => Ok(Some(body.clone())),
                    None => self.read(id, rev).map(|found| found.map(|revision| revision.body)),
                };
                match body {
                    Ok(Some(body)) => {
                        let (at, said) = (links[&rev].at, links[&rev].said);
                        let place = heads.partition_point(|other| (other.said, other.rev) > (said, rev));
                        heads.insert(place, Head { rev, at, said, body });
                    }
                    _ => lost = Some(rev),
                }
            }
            match lost {
                // It went while we looked: its parents may be heads now.
                Some(rev) => drop(links.remove(&rev)),
                None => break heads,
            }
        };
        let mut twins = Vec::new();
        let mut shown: Vec<Head> = Vec::new();
        for head in heads {
            match shown.iter().find(|other| other.body == head.body) {
                Some(other) => twins.push((other.rev, head.rev)),
                None => shown.push(head),
            }
        }
        if let Some(made) = links.values().map(|link| link.made).min() {
            let begun = links.values().filter_map(|link| link.begun).max().unwrap_or(Turn::of(made));
            self.kept.insert(id, Kept { links, record: Record { id, made, begun, heads: shown }, twins });
        }
    }

    /// Reads one revision from the shelf; `None` if it is not there or not whole.
    pub(super) fn read(&self, id: RecordId, rev: Rev) -> Result<Option<Revision>, ShelfError> {
        let value = self.books.peek(&self.key(id, rev))?;
        Ok(value.and_then(|value| self.decode(id, rev, &value).ok()))
    }
}
