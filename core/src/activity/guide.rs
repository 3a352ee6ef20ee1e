use super::{CardPart, Source};
#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// The page for who leads a group, and what can be printed for it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Guide {
    /// The heading of the page.
    pub title: String,
    /// The opening paragraphs.
    pub text: Vec<String>,
    /// What follows them.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub parts: Vec<CardPart>,
    /// What can be printed.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sheets: Vec<Sheet>,
    /// What the facts rest on.
    pub sources: Vec<Source>,
}

/// A sheet to print for a group. It records nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Sheet {
    /// The id of the scenario it goes with.
    pub scenario: String,
    /// Its heading.
    pub title: String,
    /// What happens, in paragraphs.
    pub scene: Vec<String>,
    /// What the group may speak about.
    pub questions: Vec<String>,
}
