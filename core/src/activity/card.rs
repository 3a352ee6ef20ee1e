use super::Source;
#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// A page to read: one matter, told briefly.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Card {
    /// Stable, e.g. `working-through-an-interpreter`. Never in a URL.
    pub id: String,
    /// Rises whenever a wording changes the meaning.
    pub revision: u32,
    /// Under what it is listed.
    pub group: CardGroup,
    /// Shown as its name.
    pub title: String,
    /// A brief, neutral line that says what it is about.
    pub topic: String,
    /// The opening paragraphs.
    pub text: Vec<String>,
    /// What follows them.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub parts: Vec<CardPart>,
    /// Numbers that reach somebody.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub calls: Vec<Call>,
    /// Ids of the coins it belongs to. A coin whose page is still to be written may be among them.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub coins: Vec<String>,
    /// A question for a short entry, which is an item of the daily form too, under the card's id. May be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub ask: String,
    /// A hint for the question; may be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub hint: String,
    /// Where and when it holds; empty if everywhere.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub region: String,
    /// What the facts rest on.
    pub sources: Vec<Source>,
    /// Whether people with lived experience have read it.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "super::is_false"))]
    pub reviewed: bool,
}

/// A number that reaches somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Call {
    /// Who answers, by name.
    pub name: String,
    /// As people write it.
    pub number: String,
    /// Whether it takes text messages too.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "super::is_false"))]
    pub texts: bool,
    /// Whether it takes nothing but text messages.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "super::is_false"))]
    pub text_only: bool,
    /// The word that a text message to it begins with; empty if it needs none.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub text_word: String,
    /// When somebody answers.
    pub hours: String,
    /// Whom it is for.
    pub who: String,
    /// Where it works; numbers of one region stand together.
    pub region: String,
    /// When it was looked up last, and in what.
    pub checked: String,
    /// Whether it is one of the few that stand where someone to call must be one tap away.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "super::is_false"))]
    pub first: bool,
}

impl Call {
    /// Returns the number as a telephone dials it: its digits, and a plus before them if it has one.
    pub fn dialled(&self) -> String {
        let plus = self.number.trim_start().starts_with('+');
        let digits = self.number.chars().filter(char::is_ascii_digit);
        plus.then_some('+').into_iter().chain(digits).collect()
    }

    /// Returns the address that opens the telephone at this number (RFC 3966), or a text message to it if it takes nothing
    /// else (RFC 5724; the `&` is for iOS, which takes the word only after one).
    pub fn address(&self) -> String {
        match (self.text_only, self.text_word.as_str()) {
            (false, _) => format!("tel:{}", self.dialled()),
            (true, "") => format!("sms:{}", self.dialled()),
            (true, word) => format!("sms:{}?&body={word}", self.dialled()),
        }
    }
}

/// A part of a page: paragraphs, then lines. One of them may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct CardPart {
    /// May be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub heading: String,
    /// Paragraphs.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub text: Vec<String>,
    /// Lines, each a point of its own.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub points: Vec<String>,
}

/// Under what a card is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum CardGroup {
    /// Ideas told apart.
    Words,
    /// How one stands.
    Stance,
    /// Things to do well.
    Practice,
    /// When it is hard.
    Hard,
    /// Reflecting safely, duty, and what this app is not.
    Safety,
    /// Where to find someone.
    Support,
    /// The 8th of August.
    Day,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_dialled_by_its_digits_alone() {
        let call = |number: &str| Call {
            name: "Samaritans".into(),
            number: number.into(),
            texts: false,
            text_only: false,
            text_word: String::new(),
            hours: String::new(),
            who: String::new(),
            region: String::new(),
            checked: String::new(),
            first: false,
        };
        for (number, dialled) in [
            ("116 123", "116123"),
            ("1-855-242-3310", "18552423310"),
            ("+44 330 123 1245", "+443301231245"),
            ("9-8-8", "988"),
        ] {
            assert_eq!(call(number).dialled(), dialled);
            assert_eq!(call(number).address(), format!("tel:{dialled}"));
        }
        let text = Call { text_only: true, ..call("85258") };
        assert_eq!(text.address(), "sms:85258");
        assert_eq!(Call { text_word: "SHOUT".into(), ..text }.address(), "sms:85258?&body=SHOUT");
    }
}
