//! The header: what state the journal is in, and which journal it is. Kept twice.

use super::{Entropy, KeySlot, RecordId, envelope, form::Folder, lock::Lock};
use crate::json::{Fields, Json, Writer};

/// What a header's checksum is bound to. Both copies are alike.
pub(super) const BOUND: &[u8] = b"header";

/// How long a header's text is, filled up with blanks: one can take the place of another on a full shelf.
const LENGTH: usize = 128;
/// The same while there are key slots. Both copies with their keys are under 1 KiB.
const LOCKED_LENGTH: usize = 360;
/// More slots than any version writes.
const MOST_SLOTS: usize = 4;

/// What a header says whose journal stands in the second folder.
const SECOND: &str = "s";

/// What a journal is going through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// In use, not locked.
    Open,
    /// Being locked, or sealed anew under another key: some records are not sealed as they will be.
    Sealing,
    /// Locked: every record is sealed.
    Locked,
    /// The lock is being taken off: some records are still sealed.
    Unsealing,
    /// Being erased; whoever opens it goes on with that.
    Erasing,
}

/// Every state with the word it is stored as.
const STATES: [(State, &str); 5] = [
    (State::Open, "open"),
    (State::Sealing, "sealing"),
    (State::Locked, "locked"),
    (State::Unsealing, "unsealing"),
    (State::Erasing, "erasing"),
];

impl State {
    /// Whether a key is needed to read what is there.
    pub(super) fn needs_key(self) -> bool {
        matches!(self, State::Sealing | State::Locked | State::Unsealing)
    }
}

/// One header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// The number of the form the journal stands in.
    pub(super) format: u32,
    pub(super) state: State,
    pub(super) store: String,
    pub(super) generation: u64,
    /// Where the records stand.
    pub(super) folder: Folder,
    /// The data key, wrapped; none while the journal is not locked.
    pub(super) slots: Vec<KeySlot>,
    /// While records are sealed anew: the data key before, sealed under the present one.
    pub(super) before: String,
    /// By which the journal vouches for its header while it is locked.
    mac: String,
}

impl Header {
    /// Of a new journal.
    pub(super) fn new(format: u32, entropy: &dyn Entropy) -> Header {
        let store = RecordId::random(entropy).to_string();
        let none = String::new();
        Header {
            format,
            state: State::Open,
            store,
            generation: 1,
            folder: Folder::First,
            slots: vec![],
            before: none.clone(),
            mac: none,
        }
    }

    /// The one that follows this one, without key slots.
    pub(super) fn next(&self, state: State) -> Header {
        let generation = self.generation.saturating_add(1);
        Header { state, generation, slots: vec![], before: String::new(), mac: String::new(), ..self.clone() }
    }

    /// The one that follows this one, with these key slots, vouched for with `lock`.
    pub(super) fn next_locked(&self, state: State, slots: Vec<KeySlot>, before: String, lock: &Lock) -> Header {
        let mut next = Header { slots, before, ..self.next(state) };
        next.mac = lock.vouch(next.text().as_bytes());
        next
    }

    /// The one that follows this one once the journal stands in another form, in this folder.
    pub(super) fn turned(&self, format: u32, folder: Folder, lock: Option<&Lock>) -> Header {
        let there = Header { format, folder, ..self.clone() };
        match lock {
            Some(lock) => there.next_locked(self.state, self.slots.clone(), self.before.clone(), lock),
            None => there.next(self.state),
        }
    }

    /// The same, taken as locked whatever it says is going on, and vouched for by nobody.
    pub(super) fn distrusted(&self) -> Header {
        Header { state: State::Locked, mac: String::new(), ..self.clone() }
    }

    /// Whether the journal vouches for it.
    pub(super) fn vouched(&self, lock: &Lock) -> bool {
        let plain = Header { mac: String::new(), ..self.clone() };
        lock.vouched(plain.text().as_bytes(), &self.mac)
    }

    /// Whether both are of one journal, in whatever state.
    pub(super) fn same_journal(&self, other: &Header) -> bool {
        self.store == other.store
    }

    /// Whether it came after the other copy. The generation says so, but for one thing: that a journal is no longer
    /// locked follows only upon the lock being taken off. Whoever can write to the shelf can write a header that says
    /// it is open; believed, it would be healed over the only key there is.
    pub(super) fn replaces(&self, other: &Header) -> bool {
        let later = |one: &Header, other: &Header| one.generation > other.generation;
        let taken_off = |open: &Header, keyed: &Header| {
            later(open, keyed) && keyed.state == State::Unsealing && open.same_journal(keyed)
        };
        match (self.state, other.state) {
            (State::Open, keyed) if keyed.needs_key() => taken_off(self, other),
            (keyed, State::Open) if keyed.needs_key() => !taken_off(other, self),
            _ => later(self, other),
        }
    }

    /// Its stored value.
    pub(super) fn encode(&self) -> String {
        let mut text = self.text().into_bytes();
        let length = if self.slots.is_empty() { LENGTH } else { LOCKED_LENGTH };
        text.resize(text.len().max(length), b' ');
        envelope::wrap(BOUND, &text)
    }

    fn text(&self) -> String {
        let mut to = Writer::default();
        to.open('{');
        to.name("format").plain(&self.format);
        let word = STATES.iter().find(|(state, _)| *state == self.state).map_or("", |(_, word)| word);
        to.name("state").string(word);
        to.name("store").string(&self.store);
        to.name("generation").plain(&self.generation);
        if self.folder == Folder::Second {
            to.name("in").string(SECOND);
        }
        to.name("slots").strings(&self.slots.iter().map(KeySlot::encode).collect::<Vec<_>>());
        for (name, text) in [("before", &self.before), ("mac", &self.mac)] {
            if !text.is_empty() {
                to.name(name).string(text);
            }
        }
        to.close('}');
        to.into_text()
    }

    /// The header a text holds, if all of it is understood by a version whose newest form is `newest`.
    pub(super) fn read(text: &[u8], newest: u32) -> Option<Header> {
        let value = Json::read(std::str::from_utf8(text).ok()?)?;
        let mut fields = Fields::of(value, &["format", "state", "store", "generation", "slots"]);
        let header = Header {
            format: fields.number("format"),
            state: fields.maybe("state", state)?,
            store: fields.text("store"),
            generation: fields.maybe("generation", Json::number)?,
            folder: match fields.text("in").as_str() {
                "" => Folder::First,
                SECOND => Folder::Second,
                _ => return None,
            },
            slots: fields.list("slots", |slot| KeySlot::decode(&slot.text()?)),
            before: fields.text("before"),
            mac: fields.text("mac"),
        };
        let header = fields.whole(header).filter(|header| (1..=newest).contains(&header.format))?;
        let slots = if header.state.needs_key() { 1..=MOST_SLOTS } else { 0..=0 };
        slots.contains(&header.slots.len()).then_some(header)
    }

    /// What can be made out of a text that [`Header::read`] does not understand, as far as it takes to open a lock and
    /// read what is under it: a later version may have written it. Never to be written back.
    pub(super) fn made_out(text: &[u8]) -> Option<Header> {
        let slot = |value: Json| Some(value.text().and_then(|text| KeySlot::decode(&text)));
        let mut fields = Fields::of(Json::read(std::str::from_utf8(text).ok()?)?, &[]);
        let mut slots: Vec<KeySlot> = fields.list("slots", slot).into_iter().flatten().collect();
        slots.truncate(MOST_SLOTS);
        // A state that is not known is taken for the one that trusts least.
        let state = fields.maybe("state", state).unwrap_or(State::Locked);
        let header = Header {
            format: fields.number("format"),
            state,
            store: fields.text("store"),
            generation: fields.maybe("generation", Json::number).unwrap_or_default(),
            folder: if fields.text("in") == SECOND { Folder::Second } else { Folder::First },
            slots,
            before: fields.text("before"),
            mac: String::new(),
        };
        (state.needs_key() && !header.slots.is_empty()).then(|| header.distrusted())
    }
}

fn state(value: Json) -> Option<State> {
    let word = value.text()?;
    STATES.iter().find(|(_, name)| *name == word).map(|(state, _)| *state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        seal::{Cost, Key, SALT},
        vault::{
            Holder, Opener,
            found::{Found, agreed},
        },
    };
    use std::{fs, path::Path};

    const STORE: &str = "0123456789abcdef0123456789abcdef";

    fn header(state: State, store: &str, generation: u64) -> Header {
        let opener = Opener { holder: Holder::Passphrase, salt: [3; SALT], cost: Cost::FLOOR, key: Key::new([1; 32]) };
        let slot = KeySlot::make(&opener, &Key::new([2; 32]), store);
        let slots = if state.needs_key() { vec![slot] } else { vec![] };
        let none = String::new();
        let (store, folder) = (store.into(), Folder::First);
        Header { format: 1, state, store, generation, folder, slots, before: none.clone(), mac: none }
    }

    #[test]
    fn an_open_header_does_not_replace_a_locked_one() {
        let other = "another";
        for (keyed, open, believed) in [
            (header(State::Locked, STORE, 3), header(State::Open, STORE, 9), false),
            (header(State::Sealing, STORE, 3), header(State::Open, STORE, 4), false),
            (header(State::Locked, STORE, 3), header(State::Open, other, 4), false),
            (header(State::Unsealing, STORE, 3), header(State::Open, other, 4), false),
            (header(State::Unsealing, STORE, 3), header(State::Open, STORE, 3), false),
            (header(State::Unsealing, STORE, 3), header(State::Open, STORE, 4), true),
            (header(State::Locked, STORE, 3), header(State::Open, STORE, 2), false),
            // An erasing is meant to do away with keys.
            (header(State::Locked, STORE, 3), header(State::Erasing, STORE, 4), true),
        ] {
            let expected = Found::Good(if believed { open.clone() } else { keyed.clone() });
            for copies in [[&keyed, &open], [&open, &keyed]] {
                let say = format!("{:?} and {:?}", copies[0].state, copies[1].state);
                let found = agreed(copies.map(|copy| Found::read(Some(&copy.encode()), 1)));
                assert_eq!(found, expected, "{say}");
            }
        }
    }

    #[test]
    fn what_was_stored_is_stored_the_same_again() {
        for (file, state) in [
            ("journal.json", State::Open),
            ("erasing.json", State::Erasing),
            ("locked.json", State::Locked),
            ("sealing.json", State::Sealing),
            ("sealing-anew.json", State::Sealing),
            ("unsealing.json", State::Unsealing),
        ] {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/v1").join(file);
            let text = fs::read_to_string(path).expect("a fixture");
            let pairs: Vec<(String, String)> = serde_json::from_str(&text).expect("pairs of key and value");
            for (_, value) in pairs.into_iter().filter(|(key, _)| ["ob/h0", "ob/h1"].contains(&key.as_str())) {
                let Found::Good(header) = Found::read(Some(&value), 1) else { panic!("a header") };
                assert_eq!((header.state, header.encode()), (state, value));
            }
        }
    }
}
