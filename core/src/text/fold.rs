//! What looks alike is found: a text as the search compares it.

use crate::sorting::sort_by_key;
use std::borrow::Cow;

/// Takes a text apart by the tables of Unicode (NFKD) and puts it in small letters. The app has the browser do it: the
/// tables are a lot to download.
pub type Apart = fn(&str) -> String;

/// Returns a text as it is compared: small letters without accents, one sign for each kind of quotation mark, hyphen and
/// blank, and nothing that cannot be seen. What is known here is done without `apart`, which is called only for the rest.
pub fn fold(text: &str, apart: Apart) -> Cow<'_, str> {
    if text.bytes().all(|sign| sign.is_ascii() && !sign.is_ascii_uppercase() && sign != b'`') {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    if !push(text, &mut folded) {
        let rest = apart(&folded);
        folded.clear();
        push(&rest, &mut folded);
    }
    Cow::Owned(folded)
}

/// Whether `word` stands in `text`, both folded. A letter whose accent was left on, as in Cyrillic, is not the one without.
pub fn holds(text: &str, word: &str) -> bool {
    let ends = |at: usize| text.get(at + word.len()..).is_some_and(|rest| !rest.starts_with(belongs_to_the_one_before));
    text.match_indices(word).any(|(at, _)| ends(at))
}

/// Returns where folded words stand in a text that is not folded: the byte each begins at and the one behind it, in order and
/// apart from each other.
pub fn places(text: &str, words: &[String], apart: Apart) -> Vec<(usize, usize)> {
    // Sign by sign, since a place in the folded text is another one than in the text itself.
    let (mut folded, mut begins) = (String::new(), Vec::new());
    // Each sign is folded once: beyond the Latin ones that asks the browser.
    let mut known: Vec<(&str, String)> = Vec::new();
    let mut signs = text.char_indices().peekable();
    while let Some((begin, _)) = signs.next() {
        while signs.next_if(|(_, sign)| is_one_with_the_one_before(*sign)).is_some() {}
        let end = signs.peek().map_or(text.len(), |(end, _)| *end);
        begins.push((folded.len(), begin));
        let sign = text.get(begin..end).unwrap_or_default();
        match known.iter().find(|(one, _)| *one == sign) {
            Some((_, fold)) => folded.push_str(fold),
            None => {
                let fold = fold(sign, apart).into_owned();
                folded.push_str(&fold);
                known.push((sign, fold));
            }
        }
    }
    begins.push((folded.len(), text.len()));
    let place = |number: usize| begins.get(number).map_or(text.len(), |(_, place)| *place);
    let mut found = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in folded.match_indices(word.as_str()) {
            let end = at + word.len();
            if !folded.get(end..).is_some_and(|rest| rest.starts_with(belongs_to_the_one_before)) {
                let first = begins.partition_point(|(begin, _)| *begin <= at).saturating_sub(1);
                found.push((place(first), place(begins.partition_point(|(begin, _)| *begin < end))));
            }
        }
    }
    sort_by_key(&mut found, |place| *place);
    found.dedup_by(|next, last| {
        let joined = next.0 <= last.1;
        last.1 = if joined { last.1.max(next.1) } else { last.1 };
        joined
    });
    found
}

/// Whether what is not plain in a text is dashes, quotation marks and blanks between its words alone: then a word of letters
/// and digits stands in it as it is, or not at all.
pub fn has_plain_words(text: &str) -> bool {
    if text.is_ascii() {
        return true;
    }
    let mut rest = text.as_bytes();
    while let Some(place) = rest.iter().position(|sign| !sign.is_ascii()) {
        match rest.get(place..).unwrap_or_default() {
            [0xe2, 0x80, 0x90..=0x9f | 0xa6, after @ ..] | [0xc2, 0xa0, after @ ..] => rest = after,
            _ => return false,
        }
    }
    true
}

/// A mark that makes a letter another one.
fn belongs_to_the_one_before(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// Whether a sign is folded together with the one before it: an accent belongs to its letter, also where something unseen
/// stands between the two.
fn is_one_with_the_one_before(sign: char) -> bool {
    belongs_to_the_one_before(sign) || is_accent(sign) || is_unseen(sign)
}

/// Whether a sign is an accent, to whichever script its letter belongs.
fn is_accent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Puts what a text looks like behind `folded`. Whether all of it was known: signs that may have other forms stay.
fn push(text: &str, folded: &mut String) -> bool {
    let mut known = true;
    let mut rest = text;
    while !rest.is_empty() {
        // Most of most texts is plain: all of a stretch at once.
        let plain = rest.bytes().position(|sign| !sign.is_ascii() || sign == b'`').unwrap_or(rest.len());
        let begin = folded.len();
        folded.push_str(rest.get(..plain).unwrap_or_default());
        if let Some(plain) = folded.get_mut(begin..) {
            plain.make_ascii_lowercase();
        }
        let mut signs = rest.get(plain..).unwrap_or_default().chars();
        let Some(sign) = signs.next() else { break };
        rest = signs.as_str();
        match sign {
            '`' => folded.push('\''),
            _ if is_unseen(sign) => {}
            _ if is_accent(sign) => {
                // In scripts where it makes another letter, it stays.
                if !folded.chars().next_back().is_some_and(loses_accents) {
                    folded.push(sign);
                    known = false;
                }
            }
            '\u{c0}'..='\u{17f}' => known &= push_latin(sign, folded),
            _ => match looks_like(sign) {
                Some(plain) => folded.push_str(plain),
                None => {
                    folded.push(sign);
                    known &= has_one_form(sign);
                }
            },
        }
    }
    known
}

/// Whether a letter is the same with an accent and without: Latin and Greek ones.
fn loses_accents(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}' => letter.is_alphabetic(),
        _ => false,
    }
}

/// The letters from U+00C0 to U+017F without accent; `?` stands where it takes two, and `.` where the letter is one of its own.
const LATIN: &[u8; 192] = b"aaaaaa?ceeeeiiii.nooooo.ouuuuy.?aaaaaa?ceeeeiiii.nooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii??jjkk.llllll.\
.llnnnnnn...oooooo??rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn push_latin(letter: char, folded: &mut String) -> bool {
    let place = (letter as usize).checked_sub(0xc0);
    match place.and_then(|place| LATIN.get(place)).copied() {
        Some(b'?') => folded.push_str(match letter {
            'Æ' | 'æ' => "ae",
            'Œ' | 'œ' => "oe",
            'Ĳ' | 'ĳ' => "ij",
            _ => "ss",
        }),
        Some(b'.') | None => {
            folded.push(match letter {
                'Ð' => 'ð',
                'Þ' => 'þ',
                'Ŋ' => 'ŋ',
                other => other,
            });
            return !matches!(letter, 'Ŀ' | 'ŀ' | 'ŉ');
        }
        Some(plain) => folded.push(char::from(plain)),
    }
    true
}

/// What a sign looks like, where that is a sign of every keyboard.
fn looks_like(sign: char) -> Option<&'static str> {
    Some(match sign {
        '´' | '‘' | '’' | '‚' | '‛' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | '\u{1fef}' | '\u{1ffd}' => "'",
        '“' | '”' | '„' | '‟' | '″' => "\"",
        '\u{2010}'..='\u{2013}' | '\u{2043}' | '\u{2212}' | '˗' => "-",
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '…' => "...",
        '⁄' => "/",
        'ς' => "σ",
        _ => return None,
    })
}

/// Whether nothing of a sign is seen: soft hyphens, joiners, marks of direction and of form.
fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a sign is known to stand for nothing but itself: so the browser need not be asked for what is frequent.
fn has_one_form(sign: char) -> bool {
    match sign {
        '\u{a0}'..='\u{bf}' => !matches!(sign, '¨' | 'ª' | '¯' | '²' | '³' | 'µ' | '¸' | '¹' | 'º' | '¼'..='¾'),
        '—' | '―' | '•' | '€' | '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests;
