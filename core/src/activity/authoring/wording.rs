//! What words on screen must look like, in any piece and in the interface.

/// Words that Obverse never uses, each with its other forms. A file that truly needs one says so with
/// `allow = ["rank"]` at its top.
pub const NEVER: &[(&str, &[&str])] = &[
    ("score", &["scores", "scored", "scoring"]),
    ("rank", &["ranks", "ranked", "ranking", "rankings"]),
    ("percentile", &["percentiles"]),
    ("badge", &["badges"]),
    ("streak", &["streaks"]),
    ("leaderboard", &["leaderboards"]),
    ("vulnerable", &[]),
    ("less fortunate", &[]),
    ("tackle", &["tackles", "tackled", "tackling"]),
    ("target", &["targets", "targeted", "targeting"]),
    ("percent of privilege", &["per cent of privilege", "percent privilege", "per cent privilege"]),
    ("at-risk group", &["at risk group", "at risk groups"]),
    ("high-risk group", &["high risk group", "high risk groups"]),
    ("combat", &["combats", "combated", "combating", "combatted", "combatting"]),
];

/// The most letters a word may have and still fit a narrow screen with large text.
const LONGEST: usize = 30;

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Our own: every rule holds.
    Own,
    /// The title of someone else's work: what it says is not ours to change.
    Cited,
}

/// What is wrong with how `text` is set, apart from which words it uses.
pub(super) fn faults(text: &str, voice: Voice) -> Vec<String> {
    let mut found = Vec::new();
    if let Some(at) = text.find('"') {
        found.push(format!("a straight \" {}: write “ or ”", beside(text, at)));
    }
    if let Some(at) = text.find('\'') {
        found.push(format!("a straight ' {}: write ’ (or ‘ to open a quotation)", beside(text, at)));
    }
    if let Some(at) = text.find("...") {
        found.push(format!("three full stops {}: write …", beside(text, at)));
    }
    if text.contains(['\n', '\r']) {
        found.push("a line break inside the words: write each paragraph as a string of its own".into());
    }
    if let Some((at, one)) = text.char_indices().find(|(_, one)| unseen(*one)) {
        found.push(format!("a character nobody can see, U+{:04X}, {}: take it out", u32::from(one), beside(text, at)));
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        found.push("a space at the start or the end: take it out".into());
    }
    if let Some(at) = text.find("  ") {
        found.push(format!("two spaces {}: write one", beside(text, at)));
    }
    if voice == Voice::Own
        && let Some(long) = letters(text).find(|word| word.chars().count() > LONGEST)
    {
        found.push(format!("“{long}” is over {LONGEST} letters and would not fit a phone: use a shorter word"));
    }
    found
}

/// The words of [`NEVER`] that `text` uses: (its name in the list, the form found).
pub(super) fn never(text: &str) -> Vec<(&'static str, &'static str)> {
    let text = spaced(&text.replace('%', " percent "));
    let uses = |form: &str| text.contains(&format!(" {form} "));
    NEVER
        .iter()
        .filter_map(|(name, forms)| {
            let form = std::iter::once(name).chain(forms.iter()).copied().find(|form| uses(form))?;
            Some((*name, form))
        })
        .collect()
}

/// The words in small letters, with one space before each and after the last: a phrase is then found on word boundaries.
pub(super) fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for word in letters(text) {
        spaced.push_str(&word.to_lowercase());
        spaced.push(' ');
    }
    spaced
}

/// Whether `text` states a figure, or a year of our time: something that was looked up somewhere. Beside the name of
/// Nixon a year is that of the paper everything here goes back to.
pub(super) fn figure(text: &str) -> bool {
    let digits = |word: &str| word.bytes().all(|one| one.is_ascii_digit());
    let share = text.match_indices('%').any(|(at, _)| text[..at].trim_end().ends_with(|one: char| one.is_numeric()));
    let words: Vec<&str> = letters(text).collect();
    let times = words.windows(2).any(|two| digits(two[0]) && two[1] == "times");
    let year = words.iter().any(|word| word.len() == 4 && digits(word) && ("1900"..="2100").contains(word));
    share || times || year && !words.contains(&"Nixon")
}

pub(super) fn letters(text: &str) -> impl Iterator<Item = &str> {
    text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Control characters other than line breaks, zero-width space, byte order mark, separators, marks of direction.
fn unseen(one: char) -> bool {
    (one.is_control() && one != '\n' && one != '\r')
        || matches!(one, '\u{200B}' | '\u{FEFF}' | '\u{FFFD}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Shows where in the words to look: the word around a byte, or the start.
fn beside(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(12).collect();
    let before: String = before.into_iter().rev().filter(|one| !unseen(*one)).collect();
    let after: String = text[at..].chars().take(12).filter(|one| !unseen(*one)).collect();
    format!("in “{before}{after}”").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_words_are_found_whole_and_in_any_case() {
        assert_eq!(never("They RANKED us"), [("rank", "ranked")]);
        assert_eq!(never("the less  fortunate, they say"), [("less fortunate", "less fortunate")]);
        assert!(never("a frank crank, underscored; scorecard; regardless fortunately").is_empty());
        assert_eq!(never("score-keeping"), [("score", "score")]);
    }

    #[test]
    fn phrases_are_found_however_they_are_joined() {
        assert_eq!(never("an at-risk group"), [("at-risk group", "at risk group")]);
        assert_eq!(never("your 40% privilege"), [("percent of privilege", "percent privilege")]);
        assert_eq!(never("a percent of privilege")[0].0, "percent of privilege");
        assert!(never("Someone may be at risk; 9% of groups").is_empty());
    }

    #[test]
    fn figures_are_found() {
        for with in [
            "12% of them",
            "12 % of them",
            "3 times as often",
            "1.5 times",
            "(Flores 2012)",
            "in 1900",
            "40%, says Nixon",
        ] {
            assert!(figure(with), "{with}");
        }
        for without in
            ["three times", "a % sign", "Nixon’s paper (Canada, 2019)", "in 1899", "2101 beds", "ward 12", "100 hours"]
        {
            assert!(!figure(without), "{without}");
        }
    }

    #[test]
    fn good_words_have_no_fault() {
        for good in ["It’s “fine”, isn’t it…", "Québec’s 1,000 – or so", "naïve\u{a0}?"] {
            assert_eq!(faults(good, Voice::Own), [""; 0], "{good}");
        }
    }

    #[test]
    fn a_long_word_may_stand_in_a_cited_title_only() {
        let long = "a".repeat(31);
        assert_eq!(faults(&long, Voice::Own).len(), 1);
        assert!(faults(&long, Voice::Cited).is_empty());
    }
}
