//! What one language asks of its words: `wording.toml`, the words it refuses and those it wants seldom.

use super::Problem;
use super::table::{Table, read_file};
use super::wording::{Voice, letters, spaced};
use std::collections::BTreeSet;

pub(super) const WORDING: &str = "wording.toml";

/// As many times a word that is wanted seldom may stand in any piece, however short it is.
const FEW: usize = 3;

/// What holds for the words of one language.
#[derive(Clone, Debug, Default)]
pub(super) struct Language {
    /// Whether what is made for English alone holds here.
    pub(super) english: bool,
    interface: bool,
    refused: Vec<Refused>,
    seldom: Vec<Seldom>,
}

/// A word or phrase that no piece says.
#[derive(Clone, Debug)]
pub(super) struct Refused {
    pub(super) word: String,
    forms: Vec<String>,
    /// Phrases with it that may stand.
    but: Vec<String>,
    /// What to do about it.
    pub(super) instead: String,
}

/// A word that stands in a piece at most so many times in a thousand words.
#[derive(Clone, Debug)]
pub(super) struct Seldom {
    pub(super) word: String,
    most: usize,
    instead: String,
}

impl Language {
    /// The language with this tag, with no words of its own refused.
    pub(super) fn tagged(tag: &str) -> Language {
        Language { english: tag.split('-').next() == Some("en"), ..Language::default() }
    }

    /// Takes in what `wording.toml` says.
    pub(super) fn read(self, text: &str) -> (Language, Vec<Problem>) {
        read_file(WORDING, text, &self, |root| {
            let interface = root.flag("interface");
            let refused = root.tables("refused").iter().map(read_refused).collect();
            let seldom = root.tables("seldom").iter().map(read_seldom).collect();
            root.finish(|_| None);
            Language { english: self.english, interface, refused, seldom }
        })
    }

    /// What holds for the words of the interface: those of the pieces only if the file says so.
    pub(super) fn of_interface(&self) -> Language {
        let interface = Language { seldom: Vec::new(), ..self.clone() };
        if self.interface { interface } else { Language { refused: Vec::new(), ..interface } }
    }

    /// The words that a file can allow itself.
    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        let refused = self.refused.iter().map(|one| one.word.as_str());
        refused.chain(self.seldom.iter().map(|one| one.word.as_str()))
    }

    /// The words refused that `text` says, each with the form found.
    pub(super) fn refused(&self, text: &str) -> Vec<(&Refused, &str)> {
        let text = spaced(text);
        // What has no letter in it would be everywhere.
        let phrase = |words: &str| Some(spaced(words)).filter(|phrase| phrase != " ");
        let found = self.refused.iter().filter_map(|one| {
            let free = one.but.iter().filter_map(|but| phrase(but));
            let text = free.fold(text.clone(), |text, free| text.replace(&free, " · "));
            let mut forms = std::iter::once(&one.word).chain(&one.forms);
            forms.find(|form| phrase(form).is_some_and(|form| text.contains(&form))).map(|form| (one, form.as_str()))
        });
        found.collect()
    }

    /// The words that stand too often in a piece, each with what to say of it. What comes more than once, as answers do,
    /// counts once.
    pub(super) fn too_often(&self, texts: &[&str]) -> Vec<(&Seldom, String)> {
        let texts: BTreeSet<&str> = texts.iter().copied().collect();
        let words: Vec<&str> = texts.into_iter().flat_map(letters).collect();
        let found = self.seldom.iter().filter_map(|one| {
            let count = words.iter().filter(|word| **word == one.word).count();
            let (Seldom { word, most, instead }, of) = (one, words.len());
            let told = || format!("“{word}” stands {count} times in {of} words, above {most} in a thousand: {instead}");
            (count > FEW && count * 1000 > most * of).then(|| (one, told()))
        });
        found.collect()
    }
}

fn read_refused(table: &Table<'_>) -> Refused {
    let refused = Refused {
        word: table.words("word", Voice::Own),
        forms: table.lines_if_any("forms"),
        but: table.lines_if_any("but"),
        instead: table.words("instead", Voice::Own),
    };
    table.finish(|_| None);
    refused
}

fn read_seldom(table: &Table<'_>) -> Seldom {
    let seldom = Seldom {
        word: table.words("word", Voice::Own),
        most: usize::try_from(table.count("most")).unwrap_or(usize::MAX),
        instead: table.words("instead", Voice::Own),
    };
    table.finish(|_| None);
    seldom
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language() -> Language {
        let text = "[[refused]]\nword = \"one’s\"\nforms = [\"one who\"]\nbut = [\"no one’s\"]\ninstead = \"Name them\"\n\
                    [[seldom]]\nword = \"may\"\nmost = 10\ninstead = \"Say what happens\"\n";
        let (language, problems) = Language::tagged("en").read(text);
        assert_eq!(problems, []);
        language
    }

    #[test]
    fn a_refused_word_is_found_whole_and_not_where_it_may_stand() {
        let language = language();
        let found = |text| language.refused(text).into_iter().map(|(one, form)| (&*one.word, form)).next();
        assert_eq!(found("On One’s own"), Some(("one’s", "one’s")));
        assert_eq!(found("Ask one: who was there?"), Some(("one’s", "one who")));
        assert_eq!(found("No one’s fault, and someone’s turn"), None);
        assert_eq!(found("No one’s fault, nor one’s own"), Some(("one’s", "one’s")));
        assert_eq!(found("Everyone who came"), None);
        let (empty, _) =
            Language::tagged("en").read("[[refused]]\nword = \"…\"\nbut = [\"\"]\ninstead = \"Nothing\"\n");
        assert!(empty.refused("Any words").is_empty(), "what has no letter is nowhere");
    }

    #[test]
    fn a_word_may_stand_a_few_times_in_any_piece_and_more_often_in_a_long_one() {
        let language = language();
        let count = |texts: &[&str]| language.too_often(texts).len();
        assert_eq!(
            count(&["It may be.", "May it?", "It may not.", "They may."]),
            0,
            "three, and a month or a question"
        );
        assert_eq!(count(&["It may.", "It may.", "You may.", "They may.", "We may."]), 1, "four different ones");
        let long = "word ".repeat(396) + "may may may may";
        assert_eq!(count(&[&long]), 0, "ten in a thousand");
        assert_eq!(count(&[&long, "may"]), 1);
    }
}
