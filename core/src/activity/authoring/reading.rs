//! How hard a piece is to read, by the formula of Flesch and Kincaid: a school grade. It was made for English.

use super::At;
use super::table::Table;

/// The grade a piece may read at without giving a reason: about the age of 13.
const MOST: f64 = 8.0;

const VOWELS: &str = "aeiouyàáâäåãāèéêëēìíîïīòóôöõøōùúûüūæœ";

/// How hard one file is to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The file, as it was named to the reader.
    pub file: String,
    /// The grade, to one decimal.
    pub grade: f64,
    /// Why it may be harder than others, as the file says.
    pub hard: Option<String>,
}

/// Reads `hard`, the reason why a piece may be harder to read; it is judged by [`judge`].
pub(super) fn read_hard(root: &Table<'_>) -> Option<At<String>> {
    let hard = root.text("hard")?;
    if hard.value.trim().is_empty() {
        root.tell(hard.line, "`hard` is empty: say why this has to be hard to read, or take it out");
    }
    Some(hard)
}

/// Tells if the words of a piece are too hard to read, or if `hard` says so without need; and which of them stand too
/// often.
pub(super) fn judge(root: &Table<'_>, file: &str, hard: Option<At<String>>, texts: &[&str]) -> Option<Reading> {
    root.sheet().check_often(root.line, texts);
    if !root.sheet().english() {
        return None;
    }
    let grade = grade(texts);
    match &hard {
        None if grade > MOST => root.tell(
            root.line,
            format!(
                "this reads at grade {grade:.1}, above {MOST}: shorten sentences, take plainer words (or, where it \
                 cannot be plainer, put hard = \"the reason\" at the top of the file)"
            ),
        ),
        Some(hard) if grade <= MOST => {
            root.tell(hard.line, format!("`hard` is not needed, this reads at grade {grade:.1}: take it out"));
        }
        _ => {}
    }
    Some(Reading { file: file.into(), grade, hard: hard.map(|hard| hard.value) })
}

/// The grade of these texts together, to one decimal. What comes more than once, as answers do, counts once.
fn grade(texts: &[&str]) -> f64 {
    let texts: std::collections::BTreeSet<&str> = texts.iter().copied().collect();
    let (mut words_in_all, mut sentences_in_all, mut syllables_in_all) = (0, 0, 0);
    for text in texts {
        sentences_in_all += sentences(text);
        for word in words(text) {
            words_in_all += 1;
            syllables_in_all += syllables(word);
        }
    }
    if words_in_all == 0 {
        return 0.0;
    }
    let [words, sentences, syllables] = [words_in_all, sentences_in_all, syllables_in_all].map(|count| count as f64);
    let grade = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
    (grade * 10.0).round() / 10.0
}

/// Letters and digits, with an apostrophe inside. What a hyphen joins counts as two.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|one: char| !one.is_alphanumeric() && one != '’');
    words.map(|word| word.trim_matches('’')).filter(|word| !word.is_empty())
}

/// A sentence ends with a mark that is followed by no letter or digit, or with the text.
fn sentences(text: &str) -> usize {
    let ends = text.match_indices(['.', '!', '?', '…']).map(|(at, mark)| at + mark.len());
    let ends = ends.filter(|end| !text[*end..].starts_with(char::is_alphanumeric));
    let mut from = 0;
    let mut count = 0;
    for end in ends.chain([text.len()]) {
        count += usize::from(words(&text[from..end]).next().is_some());
        from = end;
    }
    count
}

/// About how many syllables a word has, by its letters. A number has one a digit, and so has what is spelled in
/// capitals.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let capitals = letters.len() > 1 && word.chars().all(char::is_uppercase);
    if capitals || letters.iter().all(char::is_ascii_digit) {
        return letters.len();
    }
    // The `u` of `qu` is no vowel.
    let vowel = |at: usize| VOWELS.contains(letters[at]) && (at == 0 || letters[at - 1] != 'q');
    let starts = (0..letters.len()).filter(|at| vowel(*at) && (*at == 0 || !vowel(at - 1))).count();
    // Two vowels that are spoken apart: se-ri-ous, but not ra-cial; u-su-al, but not lan-guage.
    let apart = |three: &[char]| match (three[1], three[2]) {
        ('i', 'a' | 'o' | 'u') => !"aeioucgstx".contains(three[0]),
        ('u', 'a') => !"gq".contains(three[0]),
        _ => false,
    };
    let mut count = starts + letters.windows(3).filter(|three| apart(three)).count();

    let letters: String = letters.into_iter().collect();
    let ends = |end: &str| letters.ends_with(end);
    let before = |end: &str| letters.strip_suffix(end).and_then(|rest| rest.chars().next_back()).unwrap_or('-');
    let consonant = |one: char| one.is_alphabetic() && !VOWELS.contains(one);
    if ends("ing") && VOWELS.contains(before("ing")) || ends("sm") || ends("sms") {
        count += 1;
    }
    if ["ient", "ients", "ience"].iter().any(|end| ends(end) && !"tc".contains(before(end))) {
        count += 1;
    }
    if ends("n’t") && "ds".contains(before("n’t")) {
        count += 1;
    }
    let spoken = ["le", "les", "led"].iter().any(|end| ends(end) && consonant(before(end)));
    let silent = ends("e") && consonant(before("e"))
        || ends("ed") && consonant(before("ed")) && !"td".contains(before("ed"))
        || ends("es") && consonant(before("es")) && !"cgsxz".contains(before("es")) && !ends("ches") && !ends("shes");
    if silent && !spoken {
        count = count.saturating_sub(1);
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_about_those_spoken() {
        let known = [
            (1, "I you the time times asked word care heard through eyes can’t don’t"),
            (2, "people table handled places wanted patient question doing being wouldn’t racial café"),
            (3, "racism serious hospital manager imagine clinician usual NHS"),
            (4, "interpreter experience situation 2026"),
            (5, "university"),
        ];
        let mut wrong = Vec::new();
        for (count, known) in known {
            wrong.extend(words(known).filter(|word| syllables(word) != count).map(|word| (word, syllables(word))));
        }
        assert_eq!(wrong, []);
    }

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(sentences("One. Two! “Three?” Four"), 4);
        assert_eq!(sentences("It was 3.5 %, as in A.B. and so on…"), 2);
        assert_eq!(sentences("… !"), 0);
        assert_eq!(sentences("A label"), 1);
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        assert_eq!(grade(&["The cat sat on the mat."]), -1.4, "0.39 * 6 + 11.8 * 1 - 15.59");
        assert_eq!(grade(&["The cat sat.", "The cat sat."]), grade(&["The cat sat."]), "once");
        assert_eq!(grade(&[]), 0.0);
        let hard = "Institutional accountability necessitates comprehensive organisational transformation.";
        assert!(grade(&[hard]) > 20.0);
    }
}
