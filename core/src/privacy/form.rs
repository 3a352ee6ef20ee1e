//! Codes of capital letters and digits: postcodes, and health numbers that have letters.

use super::{
    Kind,
    text::{SPACE, Text},
    words::{HEALTH, POST},
};

/// The most letters and digits a code has.
const LONGEST: usize = 12;

/// How a code is written.
struct Form {
    kind: Kind,
    /// `A` for a letter, `9` for a digit, `*` for either, `0` for a digit that is not 0.
    shape: &'static [u8],
    /// Letters that do not stand in it, and from which place on.
    without: (&'static [u8], usize),
    /// Where it is written apart, a bit a place.
    apart: u16,
    /// Whether it may be written in one.
    whole: bool,
    /// Whether only a word near tells it from other codes.
    told: bool,
}

const fn uk(shape: &'static [u8]) -> Form {
    let inward = shape.len() - 3;
    let whole = shape.len() > 5;
    Form { kind: Kind::Postcode, shape, without: (b"CIKMOV", inward), apart: 1 << inward, whole, told: false }
}

const fn nhi(shape: &'static [u8]) -> Form {
    Form { kind: Kind::HealthNumber, shape, without: (b"IO", 0), apart: 0, whole: true, told: true }
}

const FORMS: [Form; 11] = [
    uk(b"A09AA"),
    uk(b"A999AA"),
    uk(b"AA99AA"),
    uk(b"AA999AA"),
    uk(b"A9A9AA"),
    uk(b"AA9A9AA"),
    Form { kind: Kind::Postcode, shape: b"A9A9A9", without: (b"DFIOQU", 0), apart: 1 << 3, whole: true, told: false },
    // New Zealand, old and new: matched loosely, since the check of the new one is still changing.
    nhi(b"AAA9999"),
    nhi(b"AAA99AA"),
    // Medicare in the United States.
    Form {
        kind: Kind::HealthNumber,
        shape: b"0A*9A*9AA99",
        without: (b"SLOIBZ", 0),
        apart: 1 << 4 | 1 << 7,
        whole: true,
        told: false,
    },
    // Québec: the check that is passed around is not official, so it is the form and the date of birth.
    Form {
        kind: Kind::HealthNumber,
        shape: b"AAAA99999999",
        without: (b"", 0),
        apart: 1 << 4 | 1 << 8,
        whole: true,
        told: false,
    },
];

/// A code of a known form; or, behind a word for a postcode, one that is written otherwise: `postcode is sa973bt`, `zip 90210`.
pub(super) fn form(text: &Text, at: usize) -> Option<(Kind, usize)> {
    known(text, at).or_else(|| {
        let token = text.token(at);
        let mixed = token.letters > 0 && token.digits > 1 && token.letters + token.digits < 8;
        // "the postcode lottery in 2024".
        let year = token.digits == 4 && matches!(text.figures(at), 1900..=2099);
        let digits = token.is_number() && matches!(token.digits, 4..=5) && !year;
        let is_one = (mixed || digits) && text.led(at, 3, POST);
        let second = text.token(at + 1);
        let apart = mixed && second.gap == SPACE && second.digits > 0 && second.letters > 0;
        is_one.then_some((Kind::Postcode, at + 1 + usize::from(apart)))
    })
}

fn known(text: &Text, at: usize) -> Option<(Kind, usize)> {
    let mut code = [0; LONGEST];
    let mut length = 0;
    let mut apart = 0_u16;
    let mut found = None;
    for end in at..at + 3 {
        let (token, word) = (text.token(end), text.word(end));
        let joins = end == at || token.gap == SPACE || token.gap == b'-';
        let Some(place) = code.get_mut(length..length + word.len()) else { break };
        if !joins || word.is_empty() || token.small > 0 {
            break;
        }
        place.copy_from_slice(word);
        apart |= if end > at { 1 << length } else { 0 };
        length += word.len();
        let code = code.get(..length).unwrap_or_default();
        if let Some(form) = FORMS.iter().find(|form| form.fits(code, apart))
            && (!form.told || text.near(at, 6, HEALTH))
        {
            found = Some((form.kind, end + 1));
        }
    }
    found
}

impl Form {
    fn fits(&self, code: &[u8], apart: u16) -> bool {
        let (without, from) = self.without;
        let right = |(place, (shape, byte)): (usize, (&u8, &u8))| match shape {
            b'9' => byte.is_ascii_digit(),
            b'0' => (b'1'..=b'9').contains(byte),
            b'*' if byte.is_ascii_digit() => true,
            _ => byte.is_ascii_uppercase() && (place < from || !without.contains(byte)),
        };
        code.len() == self.shape.len()
            && (apart == self.apart || (apart == 0 && self.whole))
            && self.shape.iter().zip(code).enumerate().all(right)
            && (code.len() < LONGEST || is_born(&code[6..]))
    }
}

/// A month, of a woman 50 more, and a day.
fn is_born(code: &[u8]) -> bool {
    let two = |at: usize| code.get(at..at + 2).map_or(0, |two| (two[0] - b'0') * 10 + two[1] - b'0');
    matches!(two(0), 1..=12 | 51..=62) && matches!(two(2), 1..=31)
}
