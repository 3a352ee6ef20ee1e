use super::Source;
#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// One coin: a system of inequality that helps one side and costs the other (Nixon, 2019).
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Coin {
    /// Stable, e.g. `racism`. Never in a URL.
    pub id: String,
    /// Rises whenever a wording changes the meaning; a placement keeps it.
    pub revision: u32,
    /// The standard name of the system, e.g. "Heterosexism".
    pub name: String,
    /// A plain line under the name, e.g. "assuming that everyone is straight".
    pub plain: String,
    /// Who named the system as a coin.
    pub origin: Origin,
    /// The thing on its face through which the system acts: the outline of a drawing in a box from -20 to 20 (SVG path data).
    pub emblem: String,
    /// What the system is, in two or three sentences.
    pub system: Vec<String>,
    /// The norm that hides it: what people take for granted.
    pub norm: Vec<String>,
    /// Who tends to be helped, here.
    pub helped: String,
    /// Who tends to pay, here.
    pub pays: String,
    /// Where and when "here" is, e.g. "Canada, the UK and the US; written 2026".
    pub region: String,
    /// A sourced example of what it does to health or care.
    pub example: Example,
    /// How it acts in the institution.
    pub institution: Vec<String>,
    /// How it acts between people.
    pub between: Vec<String>,
    /// How it acts inside oneself.
    pub inside: Vec<String>,
    /// How it meets other coins.
    pub meets: Vec<String>,
    /// What can be done by someone at the top: short lines.
    pub from_top: Vec<String>,
    /// What can be done by someone at the bottom, if they want: short lines.
    pub from_bottom: Vec<String>,
    /// What a group, an employer or a regulator does: short lines.
    pub together: Vec<String>,
    /// What the facts rest on.
    pub sources: Vec<Source>,
    /// Whether people with lived experience have read it.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "super::is_false"))]
    pub reviewed: bool,
}

/// A sourced example.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Example {
    /// One or two sentences with region and date.
    pub text: String,
    /// Which of the coin's sources it rests on: its [`Source::name`].
    pub source: String,
}

/// Who named the system as a coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Origin {
    /// Named by Nixon.
    Nixon,
    /// Added by Obverse.
    Obverse,
}
