//! What stands where the two copies of the header should be, and what both say together.

use super::{
    Trouble, Why, envelope,
    header::{BOUND, Header, State},
};

/// Less than any version's header takes up: it has to name its journal, by 16 random bytes, and to be checked.
const LEAST: usize = 48;

/// What was found where a copy of the header should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Absent,
    /// Something that is no header.
    Garbled,
    /// What says that a later version wrote it.
    Newer(Later),
    /// A header.
    Good(Header),
}

/// What says that a later version wrote it, or is so harmed that it seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Later {
    /// Whether its checksum is right: it stands as it was written.
    whole: bool,
    /// Whether it is long enough to be a header.
    long: bool,
    /// What can be made out of it, if that is enough to open a lock.
    pub(super) header: Option<Header>,
}

impl Found {
    /// Reads a stored copy, by a version whose newest form is `newest`.
    pub(super) fn read(value: Option<&str>, newest: u32) -> Found {
        let Some(value) = value else { return Found::Absent };
        let later = |whole, header| Found::Newer(Later { whole, long: value.len() >= LEAST, header });
        match envelope::unwrap(BOUND, value).or_else(|why| envelope::unwrap_harmed(BOUND, value).ok_or(why)) {
            // A whole text that this version does not understand was written by a later one.
            Ok(text) => match Header::read(&text, newest) {
                Some(header) => Found::Good(header),
                None => later(true, Header::made_out(&text)),
            },
            Err(Trouble::Newer) => later(false, None),
            Err(_) => Found::Garbled,
        }
    }

    /// Whether a later version may need what stands here, so that nothing may be written over it.
    pub(super) fn may_be_needed(&self) -> bool {
        matches!(self, Found::Newer(later) if later.whole || later.long)
    }

    /// The header of a journal that needs a key, as far as it can be made out.
    pub(super) fn keyed(&self) -> Option<&Header> {
        match self {
            Found::Good(header) if header.state.needs_key() => Some(header),
            Found::Newer(later) => later.header.as_ref(),
            _ => None,
        }
    }
}

/// What both copies say together. A whole copy that is understood counts, whatever became of the other one: a later
/// version writes one after the other, and until both say so the journal stands as this version knows it. What a whole
/// copy of a later version says is not written over meanwhile (see `standing`).
pub(super) fn agreed(copies: [Found; 2]) -> Found {
    use self::Found::{Absent, Garbled, Good, Newer};
    match copies {
        // It was erased, and then a later version began anew.
        [Newer(later), Good(header)] | [Good(header), Newer(later)]
            if later.whole && header.state == State::Erasing =>
        {
            Newer(later)
        }
        [Newer(first), Newer(second)] => {
            let generation = |later: &Later| later.header.as_ref().map(|header| header.generation);
            Newer(if generation(&second) > generation(&first) { second } else { first })
        }
        [Good(first), Good(second)] => Good(if second.replaces(&first) { second } else { first }),
        [Good(header), _] | [_, Good(header)] => Good(header),
        [Newer(later), _] | [_, Newer(later)] => Newer(later),
        [Absent, Absent] => Absent,
        _ => Garbled,
    }
}

/// What happened to the journal if `found` stands where `mine` was; `None` if nothing did.
pub(super) fn compare(mine: &Header, found: &Found) -> Option<Why> {
    match found {
        Found::Good(header) if header == mine => None,
        // It was opened only to be read, by what could be made out of it.
        found if found.keyed().is_some_and(|header| header.distrusted() == *mine) => None,
        Found::Good(header) if header.state == State::Erasing => Some(Why::Erased),
        Found::Good(header) if !header.same_journal(mine) => Some(Why::Replaced),
        Found::Good(_) | Found::Newer(_) | Found::Garbled => Some(Why::Changed),
        Found::Absent => Some(Why::Erased),
    }
}
