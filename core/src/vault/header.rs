//! The header: what state the journal is in, and which journal it is. Kept twice.

use super::{Entropy, RecordId, Trouble, Why, envelope};
use crate::json::{Fields, Json, Writer};

/// The format of journals this version writes and reads.
const FORMAT: u32 = 1;

/// What a header's checksum is bound to. Both copies are alike.
const BOUND: &[u8] = b"header";

/// How long a header's text is, filled up with blanks: one can take the place of another on a full shelf.
const LENGTH: usize = 128;

/// What a journal is going through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// In use, not locked.
    Open,
    /// Being erased; whoever opens it goes on with that.
    Erasing,
}

/// One header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    format: u32,
    pub(super) state: State,
    store: String,
    pub(super) generation: u64,
}

impl Header {
    /// Of a new journal.
    pub(super) fn new(entropy: &dyn Entropy) -> Header {
        let store = RecordId::random(entropy).to_string();
        Header { format: FORMAT, state: State::Open, store, generation: 1 }
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
        let mut to = Writer::default();
        to.open('{');
        to.name("format").plain(&self.format);
        to.name("state").string(match self.state {
            State::Open => "open",
            State::Erasing => "erasing",
        });
        to.name("store").string(&self.store);
        to.name("generation").plain(&self.generation);
        // Where the keys of a locked journal will stand.
        to.name("slots").strings(&[]);
        to.close('}');
        let mut text = to.into_text().into_bytes();
        text.resize(text.len().max(LENGTH), b' ');
        envelope::wrap(BOUND, &text)
    }

    /// The header a text holds, if all of it is understood.
    fn read(text: &[u8]) -> Option<Header> {
        let value = Json::read(std::str::from_utf8(text).ok()?)?;
        let mut fields = Fields::of(value, &["format", "state", "store", "generation", "slots"]);
        let header = Header {
            format: fields.number("format"),
            state: fields.maybe("state", state)?,
            store: fields.text("store"),
            generation: fields.maybe("generation", Json::number)?,
        };
        let slots = fields.texts("slots");
        fields.whole(header).filter(|header| header.format == FORMAT && slots.is_empty())
    }
}

fn state(value: Json) -> Option<State> {
    match value.text()?.as_str() {
        "open" => Some(State::Open),
        "erasing" => Some(State::Erasing),
        _ => None,
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
            Ok(text) => Header::read(&text).map_or(Found::Newer, Found::Good),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn what_was_stored_is_stored_the_same_again() {
        for (file, state) in [("journal.json", State::Open), ("erasing.json", State::Erasing)] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/v1").join(file);
            let text = fs::read_to_string(path).expect("a fixture");
            let pairs: Vec<(String, String)> = serde_json::from_str(&text).expect("pairs of key and value");
            for (_, value) in pairs.into_iter().filter(|(key, _)| ["ob/h0", "ob/h1"].contains(&key.as_str())) {
                let Found::Good(header) = Found::read(Some(&value)) else { panic!("a header") };
                assert_eq!((header.state, header.encode()), (state, value));
            }
        }
    }
}
