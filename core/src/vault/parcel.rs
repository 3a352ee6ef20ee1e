//! What a backup holds before it is sealed, and how that is read again and merged into a journal.
//!
//! A text: a first line that says what it is, then a line for each revision, in the order of their names:
//! `<record>/<revision> <text>`, the text as in `v1`. `merge` works out what a file has for one record; `restore` does it.

mod merge;
mod restore;

pub use restore::{Preview, Restored, Restoring};

use super::{KeepError, MOST_STORED, RecordId, Rev, Vault, books::QUOTA, journal::parse, revision::Revision, v1};
use crate::{
    json::{Fields, Json, Writer},
    reflection::Stamp,
};
use thiserror::Error;

/// The format this version writes and reads.
const FORMAT: u32 = 1;

/// More text than any journal has: on the shelf it takes up a third more than here.
const MOST_BYTES: usize = QUOTA * 2;
/// More revisions than a shelf has room for.
const MOST_LINES: usize = 50_000;
/// More revisions than any one record comes to.
const MOST_REVS: usize = 1_024;
/// The longest text that is looked at. A deletion holds no words, but may name many revisions.
const LONGEST: usize = MOST_STORED * 4;

/// A journal as a text, ready to be sealed.
pub struct Packed {
    /// What [`Parcel::read`] reads.
    pub text: String,
    /// How many revisions are in it.
    pub count: u32,
    /// How many values could not be read and so are not in it.
    pub unread: u32,
}

/// What a backup holds.
pub struct Parcel {
    /// When it was made.
    pub made: Stamp,
    /// How many lines could not be read: altered, twice there, or of a later version. The others can be used.
    pub unread: u32,
    store: String,
    lines: Vec<Line>,
}

/// One revision of a record.
struct Line {
    id: RecordId,
    rev: Rev,
    revision: Revision,
}

/// Why a text is no parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ParcelTrouble {
    /// It is something else.
    #[error("the text is not a parcel")]
    NotOurs,
    /// A later version of the app made it.
    #[error("a later version of the app made the parcel")]
    Newer,
    /// There is more in it than any journal can hold.
    #[error("there is more in the parcel than a journal can hold")]
    TooLarge,
}

impl Vault {
    /// Everything there is, as a text: every revision on the shelf that can be read, deletions included. The journal
    /// must be open if it is locked.
    pub fn pack(&self) -> Result<Packed, KeepError> {
        if self.is_shut() {
            return Err(KeepError::Locked);
        }
        let made = self.clock.now();
        let mut to = Writer::default();
        to.open('{');
        to.name("parcel").plain(&FORMAT);
        to.name("made").plain(&made.ms);
        to.name("offset").plain(&made.offset);
        to.name("store").string(self.header.as_ref().map_or("", |header| &header.store));
        to.close('}');
        let mut packed = Packed { text: to.into_text(), count: 0, unread: 0 };
        packed.text.push('\n');
        for key in self.books.keys()? {
            let Some(name) = self.named(&key) else { continue };
            let Some(value) = self.books.peek(&key)? else { continue };
            match name.and_then(|(id, rev)| self.decode(id, rev, &value)) {
                Ok(revision) => {
                    packed.text.push_str(&key[self.prefix.len() + self.folder().name().len()..]);
                    packed.text.push(' ');
                    packed.text.push_str(std::str::from_utf8(&v1::write(&revision)).expect("JSON is text"));
                    packed.text.push('\n');
                    packed.count += 1;
                }
                Err(_) => packed.unread += 1,
            }
        }
        Ok(packed)
    }
}

impl Parcel {
    /// Reads what [`Vault::pack`] wrote.
    pub fn read(text: &str) -> Result<Parcel, ParcelTrouble> {
        if text.len() > MOST_BYTES {
            return Err(ParcelTrouble::TooLarge);
        }
        let (first, rest) = text.split_once('\n').ok_or(ParcelTrouble::NotOurs)?;
        let mut parcel = begin(first)?;
        let mut of_record = 0;
        for (place, line) in rest.split_terminator('\n').enumerate() {
            if place == MOST_LINES {
                return Err(ParcelTrouble::TooLarge);
            }
            let last = parcel.lines.last();
            // In order, and so each once.
            let after = |line: &Line| last.is_none_or(|last| (last.id, last.rev) < (line.id, line.rev));
            match Line::read(line).filter(after) {
                Some(line) => {
                    of_record = if last.is_some_and(|last| last.id == line.id) { of_record + 1 } else { 1 };
                    match of_record <= MOST_REVS {
                        true => parcel.lines.push(line),
                        false => parcel.unread += 1,
                    }
                }
                None => parcel.unread += 1,
            }
        }
        Ok(parcel)
    }

    /// How many revisions can be used.
    pub fn count(&self) -> u32 {
        self.lines.len() as u32
    }

    /// The lines of the record whose first one is at this place; none at the end.
    fn record(&self, at: usize) -> &[Line] {
        let rest = &self.lines[at..];
        let end = rest.iter().position(|line| line.id != rest[0].id).unwrap_or(rest.len());
        &rest[..end]
    }
}

/// Reads the first line.
fn begin(line: &str) -> Result<Parcel, ParcelTrouble> {
    let value = (line.len() < 1024).then(|| Json::read(line)).flatten().ok_or(ParcelTrouble::NotOurs)?;
    let mut fields = Fields::of(value, &["parcel", "made", "offset", "store"]);
    let format = fields.number("parcel");
    let stamp = (fields.maybe("made", Json::number), fields.maybe("offset", Json::number));
    let store = fields.text("store");
    match (format, stamp) {
        (FORMAT, (Some(ms), Some(offset))) => {
            let parcel = Parcel { made: Stamp { ms, offset }.bounded(), unread: 0, store, lines: vec![] };
            fields.whole(parcel).ok_or(ParcelTrouble::Newer)
        }
        (format, _) if format > FORMAT => Err(ParcelTrouble::Newer),
        _ => Err(ParcelTrouble::NotOurs),
    }
}

impl Line {
    fn read(line: &str) -> Option<Line> {
        let (name, text) = line.split_once(' ').filter(|(_, text)| text.len() <= LONGEST)?;
        let (id, rev) = parse(name)?;
        let revision = v1::read(text.as_bytes()).ok()?;
        let fits = revision.body.is_none() || text.len() <= MOST_STORED;
        fits.then_some(Line { id, rev, revision })
    }
}
