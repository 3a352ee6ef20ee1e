//! An age, a place and a condition in one text. In a small place each of a few people is known by them.

use super::{
    Finding, Kind,
    text::{SPACE, Text},
    words::{CONDITION, DECADE, LETTERS, MONTH, NOWHERE, PLACE, SITE, SMALL, SORT, TITLE, WHERE, WHOSE},
};

/// Adds the first age, the first place and the first condition, if there are all three.
pub(super) fn add(text: &Text, found: &mut Vec<Finding>) {
    let of = |kinds: &[Kind]| found.iter().find(|one| kinds.contains(&one.kind)).map(|one| one.range.clone());
    let first = |is: &dyn Fn(usize) -> bool| (0..text.tokens.len()).find(|at| is(*at)).map(|at| text.range(at, at + 1));
    let age = of(&[Kind::Age, Kind::GreatAge, Kind::Birth]).or_else(|| first(&|at| is_decade(text, at)));
    let place = of(&[Kind::Site, Kind::Postcode]).or_else(|| first(&|at| is_place(text, at)));
    let condition = first(&|at| text.token(at).is(CONDITION));
    if let (Some(age), Some(place), Some(condition)) = (age, place, condition) {
        found.extend([age, place, condition].map(|range| Finding { kind: Kind::Together, range }));
    }
}

/// `in her 50s`, `in his late fifties`.
fn is_decade(text: &Text, at: usize) -> bool {
    let token = text.token(at);
    let figures = token.digits == 2 && text.word(at).ends_with(b"0s");
    (figures || token.is(DECADE)) && text.led(at, 2, WHOSE)
}

/// `a village`, `from Stornoway`.
fn is_place(text: &Text, at: usize) -> bool {
    let token = text.token(at);
    let no_place = SMALL | SORT | SITE | NOWHERE | MONTH | LETTERS | TITLE;
    let named = token.is_proper() && token.gap == SPACE && !token.is(no_place);
    token.is(PLACE) || (named && text.before(at, 1).is(WHERE))
}
