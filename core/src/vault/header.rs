//! The header: what state the journal is in, and which journal it is. Kept twice.

use super::{Entropy, RecordId, Trouble, Why, envelope};
use serde::{Deserialize, Serialize};

/// The format of journals this version writes and reads.
const FORMAT: u32 = 1;

/// What a header's checksum is bound to. Both copies are alike.
const BOUND: &[u8] = b"header";

/// How long a header's text is, filled up with blanks: one can take the place of another on a full shelf.
const LENGTH: usize = 128;

/// What a journal is going through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// In use, not locked.
    Open,
    /// Being erased; whoever opens it goes on with that.
    Erasing,
}

/// One header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Header {
    format: u32,
    pub(super) state: State,
    store: String,
    pub(super) generation: u64,
    /// Where the keys of a locked journal will stand.
    slots: Vec<()>,
}

impl Header {
    /// Of a new journal.
    pub(super) fn new(entropy: &dyn Entropy) -> Header {
        let store = RecordId::random(entropy).to_string();
        Header { format: FORMAT, state: State::Open, store, generation: 1, slots: vec![] }
    }

    /// The one that follows this one.
    pub(super) fn next(&self, state: State) -> Header {
        Header { state, generation: self.generation.saturating_add(1), ..self.clone() }
    }

    /// Whether both are of one journal, in whatever state.
    pub(super) fn same_journal(&self, other: &Header) -> bool {
        self.store == other.store
    }

    /// Its stored value.
    pub(super) fn encode(&self) -> String {
        let mut text = serde_json::to_vec(self).expect("plain fields always have a JSON form");
        text.resize(text.len().max(LENGTH), b' ');
        envelope::wrap(BOUND, &text)
    }
}

/// What was found where a copy of the header should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Absent,
    /// Something that is no header.
    Garbled,
    /// A header of a later version.
    Newer,
    /// A header.
    Good(Header),
}

impl Found {
    /// Reads a stored copy.
    pub(super) fn read(value: Option<&str>) -> Found {
        let Some(value) = value else { return Found::Absent };
        match envelope::unwrap(BOUND, value) {
            // A whole text that this version does not understand was written by a later one.
            Ok(text) => match serde_json::from_slice::<Header>(&text) {
                Ok(header) if header.format == FORMAT => Found::Good(header),
                _ => Found::Newer,
            },
            Err(Trouble::Newer) => Found::Newer,
            Err(_) => Found::Garbled,
        }
    }
}

/// What both copies say together.
pub(super) fn agreed(copies: [Found; 2]) -> Found {
    use self::Found::{Absent, Garbled, Good, Newer};
    match copies {
        [Newer, _] | [_, Newer] => Newer,
        [Good(first), Good(second)] => Good(if second.generation > first.generation { second } else { first }),
        [Good(header), _] | [_, Good(header)] => Good(header),
        [Absent, Absent] => Absent,
        _ => Garbled,
    }
}

/// What happened to the journal if `found` stands where `mine` was; `None` if nothing did.
pub(super) fn compare(mine: &Header, found: &Found) -> Option<Why> {
    match found {
        Found::Good(header) if header == mine => None,
        Found::Good(header) if header.state == State::Erasing => Some(Why::Erased),
        Found::Good(header) if !header.same_journal(mine) => Some(Why::Replaced),
        Found::Good(_) | Found::Newer | Found::Garbled => Some(Why::Changed),
        Found::Absent => Some(Why::Erased),
    }
}
