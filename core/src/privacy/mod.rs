//! What in a text may tell who somebody is: numbers, dates, names, places, and what tells when it stands together.
//!
//! It looks at shapes and at a few English words and understands nothing. A text in which it finds nothing is **not**
//! anonymous, and leaving out what it finds does **not** make it so: a rare story tells of itself. It is there for one
//! gentle line beside a field, to be followed or not, and nothing may be refused, changed or promised because of it.
//!
//! Random digits pass a check digit of a health number in a tenth of cases, so a number is told only if there is also
//! a word near that speaks of it, or if it is written in the groups that are usual for it.

mod age;
mod contact;
mod date;
mod digits;
mod form;
mod health;
mod name;
mod place;
mod text;
mod together;
mod words;

pub use words::Words;

use std::ops::Range;
use text::Text;

/// What may tell who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The number somebody has with a health service, an insurance or the state.
    HealthNumber,
    /// A number of a hospital, a chart or a register.
    RecordNumber,
    /// The day somebody was born.
    Birth,
    /// A day of a month.
    Date,
    /// An age in figures or words.
    Age,
    /// An age of 90 or more, which few have.
    GreatAge,
    /// A telephone number.
    Phone,
    /// An address of electronic mail.
    Email,
    /// An address on the web.
    Link,
    /// A postcode.
    Postcode,
    /// A numbered bed, bay, room or ward.
    Bed,
    /// A name after a title, or after who it is.
    Name,
    /// Initials, alone or with a surname.
    Initials,
    /// A hospital, clinic, practice or school by its name.
    Site,
    /// An age, a place and a condition in one text: each is harmless, together they may not be.
    Together,
}

/// What was found, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes; always on the borders of characters.
    pub range: Range<usize>,
}

/// Says how many of the tokens from `at` on are of its kind: the end of them, or nothing.
type Pattern = fn(&Text, usize) -> Option<(Kind, usize)>;

/// The first that fits is taken, so what is more certain, or longer, stands before.
const PATTERNS: [Pattern; 12] = [
    contact::email,
    contact::link,
    date::date,
    form::form,
    digits::number,
    age::age,
    place::site,
    place::general,
    name::titled,
    name::initials,
    place::bed,
    age::birthday,
];

/// What in `text` may tell who somebody is, in the order it stands there; none overlaps another. At the end, if there
/// are an age, a place and a condition, come these three as [`Kind::Together`], which may overlap the rest.
///
/// Finding nothing says nothing: see the module.
pub fn look(text: &str, known: &Words) -> Vec<Finding> {
    let text = Text::read(text, known);
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let hit = if text.is_plain(at) { None } else { PATTERNS.iter().find_map(|pattern| pattern(&text, at)) };
        // A pattern takes at least what it begins with; should one ever not, this still comes to an end.
        let end = hit.map_or(at, |(_, end)| end).clamp(at + 1, text.tokens.len());
        if let Some((kind, _)) = hit {
            let mut range = text.range(at, end);
            // The first sign of a telephone number belongs to it.
            range.start -= usize::from(kind == Kind::Phone && b"+(".contains(&text.beside(at).0));
            found.push(Finding { kind, range });
        }
        at = end;
    }
    together::add(&text, &mut found);
    found
}
