//! What a person writes: plain types and rules. How they are stored is `vault`'s business and has
//! shapes of its own.

mod calendar;
mod commitment;
mod entry;
pub mod hand_in;
mod markdown;
mod placement;
pub mod record;
mod run;
mod stamp;
pub mod told;

pub use calendar::calendar;
pub use commitment::{Commitment, How, Level, Look, day};
pub use entry::{Entry, Part};
pub use hand_in::Occasion;
pub use placement::{Placement, Setting, Side, Stand};
pub use run::{Answer, Given, Run};
pub use stamp::Stamp;

/// From so many bytes of text on a record is long: about five sixths of the most that the vault takes.
const LONG: usize = 31_000;

/// The text of one record, whatever its kind.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A person's way through an activity.
    Run(Run),
    /// Where a person stands on a coin.
    Placement(Placement),
    /// A journal entry.
    Entry(Entry),
    /// Something a person means to do.
    Commitment(Commitment),
}

impl Body {
    /// Whether nothing has been said in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Body::Run(run) => run.given.is_empty(),
            Body::Placement(placement) => {
                placement.stand.is_none()
                    && placement.note.trim().is_empty()
                    && placement.settings.iter().all(|setting| setting.place.trim().is_empty())
            }
            Body::Entry(entry) => entry.is_empty(),
            Body::Commitment(step) => step.texts().into_iter().all(|text| text.trim().is_empty()),
        }
    }

    /// Every text of the person's own in it, one below the other, to be saved as a file.
    pub fn joined(&self) -> String {
        let texts: Vec<&str> = self.texts().into_iter().filter(|text| !text.trim().is_empty()).collect();
        texts.join("\n\n")
    }

    /// Whether it is so long that the person should know that one record holds only so much.
    pub fn is_long(&self) -> bool {
        self.texts().into_iter().map(str::len).sum::<usize>() > LONG
    }

    /// Puts an ellipsis in the place of these words, wherever they stand whole in the person's own texts.
    pub fn leave_out(&mut self, words: &[String]) {
        for text in self.texts_mut() {
            leave_out(text, words);
        }
    }

    fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Body::Run(run) => run.given.iter_mut().map(|given| &mut given.note).collect(),
            Body::Placement(placement) => std::iter::once(&mut placement.note)
                .chain(placement.settings.iter_mut().map(|setting| &mut setting.place))
                .collect(),
            Body::Entry(entry) => {
                std::iter::once(&mut entry.title).chain(entry.parts.iter_mut().map(|part| &mut part.text)).collect()
            }
            Body::Commitment(step) => step.texts_mut(),
        }
    }

    /// Every text of the person's own in it, for search.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Body::Run(run) => run.given.iter().map(|given| given.note.as_str()).collect(),
            Body::Placement(placement) => std::iter::once(placement.note.as_str())
                .chain(placement.settings.iter().map(|setting| setting.place.as_str()))
                .collect(),
            Body::Entry(entry) => {
                std::iter::once(entry.title.as_str()).chain(entry.parts.iter().map(|part| part.text.as_str())).collect()
            }
            Body::Commitment(step) => step.texts(),
        }
    }
}

/// Puts an ellipsis in the place of these words, wherever they stand whole in a text.
pub fn leave_out(text: &mut String, words: &[String]) {
    for word in words {
        if let Some(shorter) = without(text, word) {
            *text = shorter;
        }
    }
}

/// A text with an ellipsis wherever `word` stands: not where it is a part of a longer word or number. `None` if it
/// stands nowhere.
fn without(text: &str, word: &str) -> Option<String> {
    let mut rest = String::new();
    let mut from = 0;
    for (at, found) in text.match_indices(word) {
        let end = at + found.len();
        let joined = text[..at].ends_with(char::is_alphanumeric) || text[end..].starts_with(char::is_alphanumeric);
        if !joined && !word.is_empty() {
            rest.push_str(&text[from..at]);
            rest.push('…');
            from = end;
        }
    }
    (from > 0).then(|| rest + &text[from..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_left_out_of_every_text_and_nothing_else_is() {
        let words = ["bed 4".to_owned(), "82".to_owned(), String::new()];
        let text = "In bed 4, and bed 4 again, not in bed 45; 82 years, 182 mg, 82é, 4.";
        let part = Part { text: text.into(), ..Part::default() };
        let mut entry = Body::Entry(Entry { title: "bed 4".into(), parts: vec![part], ..Entry::default() });
        entry.leave_out(&words);
        assert_eq!(entry.texts(), ["…", "In …, and … again, not in bed 45; … years, 182 mg, 82é, 4."]);
        let look = Look { at: Stamp::default(), how: None, words: "bed 4".into() };
        let mut step =
            Body::Commitment(Commitment { what: "Ask in bed 4".into(), looks: vec![look], ..Commitment::default() });
        step.leave_out(&words);
        assert_eq!(step.joined(), "Ask in …\n\n…");
    }
}
