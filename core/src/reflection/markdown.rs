//! Words as they stand in Markdown: none of them means anything there. A sign that would is escaped, and no other, so
//! that the file reads well as it is.

use super::told::{lines_of, push};

/// What stands in the place of a blank that would be dropped, or make the line mean something.
const BLANK: &str = "\u{a0}";
/// So many of them are a tab.
const TAB: &str = "\u{a0}\u{a0}\u{a0}\u{a0}";
/// Blanks, as far as Markdown goes.
const BLANKS: [char; 2] = [' ', '\t'];

/// Writes a heading of words, which stand in one line.
pub(super) fn heading(text: &mut String, marks: &str, words: &str) {
    push(text, &["\n", marks, " "]);
    escape(text, lines_of(words).join(" ").trim_matches(BLANKS), true);
    text.push('\n');
}

/// Writes words, each line of them in a line of its own. An empty line parts two paragraphs; where there are several,
/// or one stands first, the others hold a blank, or they would be dropped. What is blank at a line's end is not seen,
/// and is left out.
pub(super) fn words(text: &mut String, words: &str) {
    let lines = lines_of(words);
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches(BLANKS)).collect();
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    // What comes before a line: it goes on in a paragraph, or begins one.
    let mut before = "\n";
    for line in &lines[..last] {
        if line.is_empty() && before != "\n" {
            text.push('\n');
            before = "\n";
            continue;
        }
        text.push_str(before);
        let from = line.trim_start_matches(BLANKS);
        if line.is_empty() {
            text.push_str(BLANK);
        }
        for blank in line[..line.len() - from.len()].chars() {
            text.push_str(if blank == '\t' { TAB } else { BLANK });
        }
        escape(text, from, from.len() < line.len());
        before = "  \n";
    }
    if last > 0 {
        text.push('\n');
    }
}

/// Writes a line, or what is left of one (`within`).
fn escape(text: &mut String, line: &str, within: bool) {
    for (at, sign) in line.char_indices() {
        let (before, after) = (&line[..at], &line[at + sign.len_utf8()..]);
        if inside(before, sign, after)
            || if within { at_end(before, sign, after) } else { at_start(before, sign, after) }
        {
            text.push('\\');
        }
        text.push(sign);
    }
}

/// Whether a sign means something wherever it stands.
fn inside(before: &str, sign: char, after: &str) -> bool {
    let [last, next] = [before.chars().next_back(), after.chars().next()];
    let blank = |sign: Option<char>| sign.is_none_or(|sign| BLANKS.contains(&sign));
    let word = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    match sign {
        '`' | '[' => true,
        '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
        '*' => !(blank(last) && blank(next)),
        '_' => !(blank(last) && blank(next) || word(last) && word(next)),
        '~' => !(blank(last) && (blank(next) || word(next))),
        '<' => {
            next.is_some_and(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'))
                || !blank(next) && after.contains('@')
        }
        '&' => after.split_once(';').is_some_and(|(name, _)| {
            !name.is_empty() && name.chars().all(|sign| sign == '#' || sign.is_ascii_alphanumeric())
        }),
        _ => false,
    }
}

/// Whether a sign means something at the beginning of a line.
fn at_start(before: &str, sign: char, after: &str) -> bool {
    let blank = after.is_empty() || after.starts_with(BLANKS);
    let of = |signs: &[char]| after.chars().all(|sign| signs.contains(&sign) || BLANKS.contains(&sign));
    match sign {
        '#' | '>' => before.is_empty(),
        '*' => before.is_empty() && blank,
        '-' | '+' => before.is_empty() && !after.starts_with(char::is_alphanumeric),
        '=' => before.is_empty() && of(&['=']),
        // What parts the head of a table from the rest.
        '|' | ':' => before.is_empty() && of(&['|', ':', '-']),
        '.' | ')' => blank && (1..=9).contains(&before.len()) && before.bytes().all(|sign| sign.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a sign means something at the end of a heading.
fn at_end(before: &str, sign: char, after: &str) -> bool {
    match sign {
        '#' => !before.ends_with('#') && after.chars().all(|sign| sign == '#'),
        // Some programs take a name for the heading from there.
        '}' => after.is_empty() && before.contains('{'),
        _ => false,
    }
}
