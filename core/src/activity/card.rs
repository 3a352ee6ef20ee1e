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
