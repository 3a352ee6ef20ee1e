//! Numbers by their digits: a run of groups, of which the longest part that means something is taken.

use super::{
    Kind, health,
    text::{SPACE, Text},
    words::{HEALTH, NUMBER, PHONE, PROVINCE, RECORD, REGISTER, SOCIAL},
};

/// The most digits and groups a number has.
const DIGITS: usize = 16;
const GROUPS: u32 = 6;
/// How many words before a number may speak of it.
const BEFORE: usize = 6;

/// Digits in groups, as far as they were read.
struct Run {
    digits: [u8; DIGITS],
    count: usize,
    /// How many stand in each group, a hexadecimal figure a group.
    groups: u32,
    number_of_groups: u32,
    /// Whether a space stands between two groups.
    spaced: bool,
}

/// A number that may tell who somebody is.
pub(super) fn number(text: &Text, at: usize) -> Option<(Kind, usize)> {
    if text.token(at).digits == 0 || (at > 0 && text.goes_on(at)) {
        return None;
    }
    let mut run = Run { digits: [0; DIGITS], count: 0, groups: 0, number_of_groups: 0, spaced: false };
    let mut found = None;
    let mut end = at;
    while run.take(text, at, end) {
        end += 1;
        if !text.goes_on(end)
            && let Some(kind) = run.kind(text, at)
        {
            found = Some((kind, end));
        }
        if text.token(end - 1).letters > 0 {
            break;
        }
    }
    // The version of a card in Ontario.
    if let Some((Kind::HealthNumber, end)) = &mut found
        && run.groups == 0x433
    {
        let version = text.token(*end);
        let follows = (version.gap == SPACE || version.gap == b'-') && version.digits + version.small == 0;
        *end += usize::from(follows && (1..3).contains(&version.letters));
    }
    found
}

impl Run {
    /// Takes in one more group, if the token is one.
    fn take(&mut self, text: &Text, from: usize, at: usize) -> bool {
        let token = text.token(at);
        let joins = at == from || b" -./()".contains(&token.gap);
        // Letters are welcome in the number of a record, and two capitals at the end of any.
        let is_group =
            token.digits > 0 && (token.letters == 0 || at == from || (token.letters < 3 && token.small == 0));
        let count = self.count + token.digits as usize;
        if !joins || !is_group || count > DIGITS || self.number_of_groups == GROUPS {
            return false;
        }
        let digits = text.word(at).iter().filter(|byte| byte.is_ascii_digit());
        self.digits[self.count..count].iter_mut().zip(digits).for_each(|(place, digit)| *place = *digit);
        self.count = count;
        self.groups = self.groups << 4 | token.digits;
        self.number_of_groups += 1;
        self.spaced |= at > from && token.gap == SPACE;
        true
    }

    /// What the digits so far may be.
    fn kind(&self, text: &Text, at: usize) -> Option<Kind> {
        let digits = self.digits.get(..self.count).unwrap_or_default();
        let pure = text.token(at).letters < 3;
        let told = text.near(at, BEFORE, HEALTH);
        let province = (8..13).contains(&self.count) && text.led(at, BEFORE, PROVINCE) && told;
        let social = health::is_ssn(digits, self.groups, text.near(at, BEFORE, SOCIAL));
        if pure && (province || health::is_one(digits, self.groups, told) || social) {
            Some(Kind::HealthNumber)
        } else if pure && self.is_phone(text, at, digits) {
            Some(Kind::Phone)
        } else if self.is_record(text, at) {
            Some(Kind::RecordNumber)
        } else {
            None
        }
    }

    fn is_phone(&self, text: &Text, at: usize, digits: &[u8]) -> bool {
        let [first, second, ..] = *digits else { return false };
        // North America: an area and an exchange, neither of which begins with 0 or 1.
        let local = digits.strip_prefix(b"1").unwrap_or(digits);
        let american = self.groups & 0xfff == 0x334 && local.len() == 10 && local[0] > b'1' && local[3] > b'1';
        match self.count {
            8..16 if text.beside(at).0 == b'+' => true,
            12..16 if first == b'0' && second == b'0' => true,
            10 | 11 if first == b'0' && second > b'0' && self.number_of_groups < 6 => true,
            10 | 11 if american => true,
            7..16 => text.led(at, 3, PHONE),
            _ => false,
        }
    }

    /// The number of a record: told as such, and neither a year nor a small number.
    fn is_record(&self, text: &Text, at: usize) -> bool {
        let long = if self.spaced { 6 } else { 4 };
        let year = self.groups == 4 && self.count == 4 && matches!(&self.digits[..2], b"19" | b"20");
        // "hospital number 12345", "chart #12345", "patient ID is 12345".
        let gap = text.token(at).gap;
        let numbered = text.led(at, 2, NUMBER) && text.led(at, 4, RECORD);
        let hashed = gap == b'#' && text.led(at, 1, RECORD);
        let told = text.led(at, 4, REGISTER) || numbered || hashed;
        told && self.count >= long && !year
    }
}
