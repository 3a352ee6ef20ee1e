#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// A stretch of the path that Today proposes, one thing at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Stage {
    /// Stable within the path.
    pub id: String,
    /// A few words.
    pub title: String,
    /// One line, said on Today.
    pub text: String,
    /// What has to be done here.
    pub needs: Needs,
    /// How many of them.
    pub count: u32,
    /// Ids of what Today proposes, the most fitting first. May be empty where a person chooses freely.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub first: Vec<String>,
}

/// What a stage of the path asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Needs {
    /// Runs through inventories.
    Inventories,
    /// A placement on a coin.
    Placement,
    /// A run through a scenario.
    Scenario,
    /// A run through an exercise.
    Exercise,
    /// A step of one's own.
    Commitment,
    /// Looking again at what was looked at before.
    Again,
}
