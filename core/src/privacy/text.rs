//! A text as tokens: runs of letters and digits, what each is, and what stands before it.

use super::words::{Roles, SMALL, Words};
use std::ops::Range;

/// A gap of white space alone, within a line.
pub(super) const SPACE: u8 = b' ';
/// A gap that may end a sentence.
pub(super) const END: u8 = b'!';
/// Any other gap of more than one mark, or of one with a space.
pub(super) const PAUSE: u8 = b',';

/// A run of letters and digits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Token {
    start: usize,
    end: usize,
    /// How many digits are in it.
    pub digits: u32,
    /// How many letters are in it.
    pub letters: u32,
    /// How many of the letters are not capitals.
    pub small: u32,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// What stands before it: a mark alone, or one of the constants above. Brackets, `#` and `+` count as marks alone
    /// even with a space beside them.
    pub gap: u8,
    /// What the words know of it.
    pub roles: Roles,
}

impl Token {
    /// Whether it has one of these roles.
    pub(super) fn is(&self, roles: Roles) -> bool {
        self.roles & roles != 0
    }

    /// A word with a capital and small letters.
    pub(super) fn is_proper(&self) -> bool {
        self.capital && self.digits == 0 && self.letters > 1 && self.small > 0
    }

    pub(super) fn is_number(&self) -> bool {
        self.digits > 0 && self.letters == 0
    }

    /// One capital letter.
    pub(super) fn is_initial(&self) -> bool {
        self.capital && self.letters == 1 && self.digits == 0
    }
}

/// What stands after the last token.
const AFTER: Token = Token { start: 0, end: 0, digits: 0, letters: 0, small: 0, capital: false, gap: END, roles: 0 };

/// A text and its tokens.
pub(super) struct Text<'a> {
    text: &'a [u8],
    pub known: &'a Words,
    pub tokens: Vec<Token>,
}

impl<'a> Text<'a> {
    pub(super) fn read(text: &'a str, known: &'a Words) -> Text<'a> {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut gap = Gap { ends: true, ..Gap::default() };
        let mut token: Option<Token> = None;
        // A mark after the end closes the last token.
        for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
            let is_digit = letter.is_ascii_digit();
            let mark = if letter.is_ascii_alphanumeric() { 0 } else { mark(letter) };
            if mark == 0 {
                let one = token.get_or_insert_with(|| Token {
                    start: at,
                    capital: !is_digit && !letter.is_ascii_lowercase(),
                    gap: std::mem::take(&mut gap).told(),
                    ..Token::default()
                });
                one.digits += u32::from(is_digit);
                one.letters += u32::from(!is_digit);
                one.small += u32::from(!is_digit && !letter.is_ascii_uppercase());
            } else {
                if let Some(mut one) = token.take() {
                    one.end = at;
                    one.roles = known.roles(&text.as_bytes()[one.start..at]);
                    tokens.push(one);
                }
                gap.add(mark);
            }
        }
        Text { text: text.as_bytes(), known, tokens }
    }

    /// A token, or an empty one where there is none.
    pub(super) fn token(&self, at: usize) -> &Token {
        self.tokens.get(at).unwrap_or(&AFTER)
    }

    /// The token so many places before.
    pub(super) fn before(&self, at: usize, places: usize) -> &Token {
        at.checked_sub(places).map_or(&AFTER, |at| self.token(at))
    }

    /// The letters of a token.
    pub(super) fn word(&self, at: usize) -> &[u8] {
        let token = self.token(at);
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    /// Whether no pattern begins here: a word in small letters of which nothing is known, and a space behind it. Most
    /// of a text is this.
    pub(super) fn is_plain(&self, at: usize) -> bool {
        let token = self.token(at);
        token.digits == 0 && !token.capital && !token.is(!SMALL) && self.token(at + 1).gap == SPACE
    }

    /// Whether a token is this word, whatever its capitals.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word.as_bytes())
    }

    /// Whether the letters of this word stand from here on, with a mark between each: `d.o.b.`.
    pub(super) fn spells(&self, at: usize, word: &str) -> bool {
        word.bytes().zip(at..).all(|(letter, at)| self.word(at).eq_ignore_ascii_case(&[letter]))
    }

    /// Whether a word of several stands here, as "nurses" and "men" do: a number before it counts them.
    pub(super) fn is_many(&self, at: usize) -> bool {
        let token = self.token(at);
        let small = token.gap == SPACE && token.small > 2 && token.small == token.letters && token.digits == 0;
        let word = self.word(at);
        small
            && ((word.ends_with(b"s") && token.small > 3)
                || ["men", "people", "children"].iter().any(|many| word.ends_with(many.as_bytes())))
    }

    /// The end of a row of at most seven tokens that are all so, from `at` on; no more, so that no text takes long.
    /// A step of its own, since most patterns have it.
    pub(super) fn row(&self, at: usize, is: fn(&Text, &Token) -> bool) -> usize {
        (at..at + 7).find(|next| !is(self, self.token(*next))).unwrap_or(at + 7)
    }

    /// Whether one of these signs stands right behind a token.
    pub(super) fn is_followed(&self, token: &Token, signs: &[u8]) -> bool {
        self.text.get(token.end).is_some_and(|sign| signs.contains(sign))
    }

    /// What a number comes to, if it has at most four digits.
    pub(super) fn value(&self, at: usize) -> Option<u32> {
        let token = self.token(at);
        (token.is_number() && token.digits < 5).then(|| self.figures(at))
    }

    /// What the digits of a token come to, without its letters.
    pub(super) fn figures(&self, at: usize) -> u32 {
        let digits = self.word(at).iter().filter(|byte| byte.is_ascii_digit());
        digits.fold(0, |sum: u32, digit| sum.wrapping_mul(10).wrapping_add(u32::from(digit - b'0')))
    }

    /// The byte right before a token, and the one right after it.
    pub(super) fn beside(&self, at: usize) -> (u8, u8) {
        let token = self.token(at);
        let byte = |at: Option<usize>| at.and_then(|at| self.text.get(at)).copied().unwrap_or(b' ');
        (byte(token.start.checked_sub(1)), byte(Some(token.end)))
    }

    /// Whether one of the tokens before `at` (as many as said), or of the three after it, has one of these roles.
    pub(super) fn near(&self, at: usize, before: usize, roles: Roles) -> bool {
        (at.saturating_sub(before)..at + 4).any(|at| self.token(at).is(roles))
    }

    /// Whether one of the tokens before has one of these roles.
    pub(super) fn led(&self, at: usize, before: usize, roles: Roles) -> bool {
        (at.saturating_sub(before)..at).any(|at| self.token(at).is(roles))
    }

    /// Whether a number goes on at this token: as a range, a decimal, a fraction or a time does.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let token = self.token(at);
        token.digits > 0 && b"-./:,'".contains(&token.gap) && self.beside(at).0 == token.gap
    }

    /// The first token that is not on the same side of white space as `at`.
    pub(super) fn unbroken(&self, at: usize) -> usize {
        let start = self.token(at).start;
        let rest = self.text.get(start..).unwrap_or_default();
        let end = start + rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
        at + self.tokens[at..].iter().take_while(|token| token.start < end).count()
    }

    /// Where the tokens from the one to before the other stand, in bytes.
    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.token(from).start..self.before(to, 1).end
    }
}

/// What was seen between two tokens.
#[derive(Default)]
struct Gap {
    mark: u8,
    marks: u32,
    spaces: u32,
    ends: bool,
}

impl Gap {
    fn add(&mut self, mark: u8) {
        if mark == SPACE {
            self.spaces += 1;
        } else {
            self.mark = mark;
            self.marks += 1;
            self.ends |= b".!?\n".contains(&mark);
        }
    }

    fn told(self) -> u8 {
        let alone = self.marks == 1 && (self.spaces == 0 || b"()#+".contains(&self.mark));
        if alone && self.mark != b'\n' {
            self.mark
        } else if self.ends {
            END
        } else if self.marks > 0 {
            PAUSE
        } else {
            SPACE
        }
    }
}

/// A mark in plain form; 0 for a letter. The tables of all scripts are a lot to download: what is not ASCII and not
/// among the signs of Latin 1 or the general punctuation counts as a letter.
fn mark(letter: char) -> u8 {
    match letter {
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200b}' | '\u{202f}' => SPACE,
        '\r' | '\u{2028}' | '\u{2029}' => b'\n',
        '\u{2010}'..='\u{2015}' => b'-',
        '\u{2018}' | '\u{2019}' => b'\'',
        '\u{a1}'..='\u{bf}' | '\u{2016}'..='\u{206f}' => b'*',
        // A mark of END or PAUSE alone is read as just that.
        '\0'..='\u{7f}' => letter as u8,
        _ => 0,
    }
}
