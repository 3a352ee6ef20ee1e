//! Days: in figures with a year, or with the name of a month.

use super::{
    Kind,
    text::{END, Text},
    words::{BORN, MONTH, ORDINAL, UNIT},
};

/// A day of a month, with its year or without: the day that something happened may tell of whom it happened to.
pub(super) fn date(text: &Text, at: usize) -> Option<(Kind, usize)> {
    if at > 0 && text.goes_on(at) {
        return None;
    }
    let dotted = (1..=6).filter_map(|before| at.checked_sub(before)).any(|at| text.spells(at, "dob"));
    let born = dotted || text.near(at, 6, BORN);
    let kind = if born { Kind::Birth } else { Kind::Date };
    let end = in_figures(text, at, born).or_else(|| in_words(text, at, born))?;
    Some((kind, end))
}

/// `12/04/1987`, `12.4.1987`, `12-04-87`, `1987-04-12`.
fn in_figures(text: &Text, at: usize, born: bool) -> Option<usize> {
    let (one, two, three) = (text.value(at)?, text.value(at + 1)?, text.value(at + 2)?);
    let mark = text.token(at + 1).gap;
    let long = |at: usize| text.token(at).digits;
    if !b"/.-".contains(&mark) || text.token(at + 2).gap != mark || text.goes_on(at + 3) {
        return None;
    }
    let is_day = |day: u32, month: u32| matches!(day, 1..=31) && matches!(month, 1..=12);
    let in_two = long(at) == 2 && long(at + 1) == 2 && long(at + 2) == 2;
    let fits = if is_year(one) {
        is_day(three, two)
    } else {
        (is_year(three) || in_two || (born && long(at + 2) == 2)) && (is_day(one, two) || is_day(two, one))
    };
    fits.then_some(at + 3)
}

/// `12 April 1987`, `12th of April, 1987`, `April 12th 1987`, `12-Apr-1987`, `19 December`, `the first of May`.
fn in_words(text: &Text, at: usize, born: bool) -> Option<usize> {
    let joins = |at: usize| text.token(at).gap != END;
    let month = |at: usize| text.token(at).is(MONTH) && joins(at);
    let in_letters = text.token(at).is(ORDINAL) && text.says(at + 1, "of") && month(at + 2);
    let after = if in_letters {
        at + 3
    } else if text.token(at).is(MONTH) && is_day(text, at + 1) && joins(at + 1) {
        at + 2
    } else if !is_day(text, at) {
        return None;
    } else if month(at + 1) {
        at + 2
    } else if text.says(at + 1, "of") && month(at + 2) {
        at + 3
    } else {
        return None;
    };
    let year = text.value(after).is_some_and(|year| is_year(year) || (born && year > 31)) && joins(after);
    // "may 2" and "march 5" are no days: without a year, the month has its capital.
    // "in April 20 nurses left".
    let counts = text.token(at).is(MONTH) && (text.is_many(after) || text.token(after).is(UNIT));
    let told = year || born || !counts && (at..after).any(|at| text.token(at).is(MONTH) && text.token(at).capital);
    told.then_some(after + usize::from(year))
}

fn is_year(year: u32) -> bool {
    matches!(year, 1900..=2099)
}

/// `12`, `12th`.
fn is_day(text: &Text, at: usize) -> bool {
    let token = text.token(at);
    let ordinal = token.letters == 0 || (token.letters == 2 && token.small == 2 && !token.capital);
    matches!(token.digits, 1..=2) && ordinal && matches!(text.figures(at), 1..=31)
}
