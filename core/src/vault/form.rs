//! The forms in which the text of a revision is stored.
//!
//! A text of the first form is an object without a field `form`; each later one begins with that field, so that a text
//! says by itself of which form it is, and a version that does not know it takes it for a newer one's. What is around
//! the text, the envelope, is the same for all.

use super::{Trouble, revision::Revision, v1};

/// One form.
pub(super) struct Form {
    /// Counted from 1. The header names the form a journal stands in.
    pub(super) number: u32,
    /// The text of a revision.
    pub(super) write: fn(&Revision) -> Vec<u8>,
    /// The revision a text of this form tells of.
    pub(super) read: fn(&[u8]) -> Result<Revision, Trouble>,
}

/// Every form, the oldest first. The last is the one a journal is brought to.
pub(super) const FORMS: &[Form] = &[Form { number: 1, write: v1::write, read: v1::read }];

/// How a text of a later form begins; its number follows.
const LATER: &[u8] = b"{\"form\":";

/// The number of the form a text is in.
pub(super) fn number(text: &[u8]) -> u32 {
    let Some(rest) = text.strip_prefix(LATER) else { return 1 };
    let digits = rest.iter().take(9).take_while(|byte| byte.is_ascii_digit());
    digits.fold(0, |number, digit| number * 10 + u32::from(digit - b'0'))
}

/// The revision a text tells of, in whichever of these forms it is.
pub(super) fn read(forms: &[Form], text: &[u8]) -> Result<Revision, Trouble> {
    let number = number(text);
    let form = forms.iter().find(|form| form.number == number).ok_or(Trouble::Newer)?;
    (form.read)(text)
}

/// Where the records of a journal stand. There are two such places, so that a journal can be brought into another form
/// beside what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Folder {
    /// The one every journal begins in.
    First,
    /// The one beside it.
    Second,
}

impl Folder {
    /// What comes between the prefix and a record's name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Folder::First => "r/",
            Folder::Second => "s/",
        }
    }

    /// The other one.
    pub(super) fn other(self) -> Folder {
        match self {
            Folder::First => Folder::Second,
            Folder::Second => Folder::First,
        }
    }
}
