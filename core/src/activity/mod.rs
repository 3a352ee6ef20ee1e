//! What authors write: one shape for every kind of activity, so that one runner shows them all.
//!
//! The shapes here are those of the checked, built content (`<locale>.shell`, and a file for each [`PieceGroup`]).
//! Reading them from TOML, with every problem told by file and line, is behind the feature
//! `authoring`, which the app does not carry.

mod card;
mod coin;
mod decode;
mod guide;
mod past;
mod path;
mod piece_group;
mod stage;

#[cfg(feature = "authoring")]
pub mod authoring;

pub use card::{Call, Card, CardGroup, CardPart};
pub use coin::{Coin, Example, Origin};
pub use guide::{Guide, Sheet};
pub use past::PastActivity;
pub use path::{Path, sitting_of, sittings};
pub use piece_group::PieceGroup;
pub use stage::{Needs, Stage};

#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// What an activity is; decides where it is listed and which closing page it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Kind {
    /// Questions about a situation; closes on themes.
    Inventory,
    /// Working with the coin model.
    Exercise,
    /// A moment to practise for, with decision points.
    Scenario,
    /// A self-check before and after a course.
    Check,
    /// A guided form whose outcome is a journal entry, not a run.
    Form,
}

/// One activity: a list of items the runner goes through.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Activity {
    /// Stable name in the file system and in records, e.g. `being-recognised`. Never shown, never in a URL.
    pub id: String,
    /// Rises by one whenever a wording changes the meaning.
    pub revision: u32,
    /// What it is.
    pub kind: Kind,
    /// Shown as its name.
    pub title: String,
    /// A brief, neutral line that says what it is about, so that a person can choose.
    pub topic: String,
    /// About how long one sitting takes, in minutes.
    pub minutes: u32,
    /// The setting that items are asked about ("Where you work or train most."); may be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub context: String,
    /// For a form: show one item a day (its questions are the day's prompts).
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "is_false"))]
    pub daily: bool,
    /// Ids of the coins the closing page leads to.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub coins: Vec<String>,
    /// The items in order. Retired ones are in `was`-bearing form in the file, not here.
    pub items: Vec<Item>,
    /// Paragraphs of the closing page, before what the person said.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub closing: Vec<String>,
    /// What the facts rest on.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub sources: Vec<Source>,
    /// Whether people with lived experience have read it. If not, the page says so.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "is_false"))]
    pub reviewed: bool,
}

/// One screen of an activity.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Item {
    /// Stable within the activity.
    pub id: String,
    /// Rises whenever the wording changes the meaning; an answer keeps it.
    pub revision: u32,
    /// The heading of the screen: a question, a statement to answer, or a title to read under.
    pub ask: String,
    /// Paragraphs under the heading.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub text: Vec<String>,
    /// What the person can do here.
    pub step: Step,
    /// A few words naming what the item is about; the closing page groups by it.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub theme: String,
    /// Ids of the answers that say: this makes things easier. What stands here and in `costs` is the author's to say.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub eases: Vec<String>,
    /// Ids of the answers that say: this costs something. An answer in neither list is open.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub costs: Vec<String>,
    /// What the item is about, if not the person.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub about: Option<About>,
    /// In a form, what is written here tells in a record for an appraisal.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub tells: Option<Tells>,
    /// Whether what is read here has to be seen to elsewhere first: then leaving is the button to press.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "is_false"))]
    pub leave_first: bool,
    /// Ids of coins the item touches; never shown beside it.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub coins: Vec<String>,
    /// In a self-check, the id of the item of `before` that this one asks again, looking back.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub looks_back: Option<String>,
    /// The id of a card that is offered beside the item.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub card: Option<String>,
    /// Where to go after this item, unless the chosen option says otherwise. `None`: the next one.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub then: Option<Goto>,
}

/// What an item asks a person to do.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Step {
    /// Read, then go on.
    Read,
    /// Choose one option.
    One {
        /// In the order shown; none is preselected.
        options: Vec<Choice>,
        /// The label of a tick that stands apart from the answers ("I had not thought about this before").
        #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
        tick: Option<String>,
    },
    /// Choose any number of options.
    Many {
        /// In the order shown.
        options: Vec<Choice>,
    },
    /// A word out of an ordered few, kept as its place from 0, never summed.
    Scale {
        /// The words, from one end to the other, e.g. five.
        words: Vec<String>,
        /// The label of "can't judge", apart from the words.
        unsure: String,
    },
    /// Place oneself on a coin; writes a [`Placement`](crate::reflection::Placement).
    Place {
        /// The coin's id.
        coin: String,
    },
    /// Write freely.
    Write {
        /// A hint shown under the heading, never inside the field; may be empty.
        #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
        hint: String,
        /// Whether what is written is a line to keep at hand, shown under "My lines".
        #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "is_false"))]
        line: bool,
    },
}

/// One option of a choice.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Choice {
    /// Stable within the item.
    pub id: String,
    /// Shown.
    pub label: String,
    /// What is likely to follow, for whom, at what risk; shown once chosen. May be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub effects: Vec<String>,
    /// Where this option leads; `None`: where the item leads.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub then: Option<Goto>,
}

/// Where an item or option leads.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Goto {
    /// The item with this id.
    Item(String),
    /// The closing page.
    End,
}

/// What an inventory item is about, if not the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum About {
    /// A place: "Here, a patient can ...".
    Place,
}

/// What a person's words at an item of a form tell, where a record asks for each apart; see
/// [`reflection::record`](crate::reflection::record).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "authoring", serde(rename_all = "kebab-case"))]
pub enum Tells {
    /// What happened.
    Happened,
    /// What was learnt.
    Learning,
    /// What the person means to change.
    Change,
    /// What came of it.
    Impact,
}

/// Answers that mean the same in every inventory. All others mean what the author of an item says.
pub mod answer {
    /// The answers that are shown apart, as changing with the place: "Depends where I am" and "Partly".
    pub const DEPENDS: [&str; 2] = ["depends", "partly"];
    /// The answers that say nothing either way: "Has not come up" and "I don't know".
    pub const UNKNOWN: [&str; 2] = ["not-come-up", "dont-know"];
}

/// What a fact rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Source {
    /// Authors and short title, as a reader would look it up.
    pub name: String,
    /// Journal, publisher, year; may be empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "String::is_empty"))]
    pub place: String,
}

/// What an activity can be good for, as authors say it in `good_for`: a few minutes, a ward round, a hard day, a course.
pub const GOOD_FOR: [&str; 4] = ["short", "round", "hard-day", "course"];

/// A line of the catalogue: enough to name an activity before its text has loaded.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Listed {
    /// As in [`Activity::id`].
    pub id: String,
    /// As in [`Activity::kind`].
    pub kind: Kind,
    /// As in [`Activity::title`].
    pub title: String,
    /// For a daily form, its questions, so that Today can show one at once. Else empty.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub prompts: Vec<String>,
    /// Those of [`GOOD_FOR`] that it is good for.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub good_for: Vec<String>,
}

/// A line of the table of coins.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct ListedCoin {
    /// As in [`Coin::id`].
    pub id: String,
    /// As in [`Coin::name`].
    pub name: String,
}

/// `<locale>.shell`: what the first screen needs.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Shell {
    /// BCP 47, e.g. `en`.
    pub locale: String,
    /// First 8 hex digits of SHA-256 over the names of all interface words, in order, joined by newlines.
    /// The program was built against the same list, or it must not use this file.
    pub fingerprint: String,
    /// The interface words but those in [`Pieces::words`], in the order of their names.
    pub words: Vec<String>,
    /// All activities, in the order authors gave.
    pub activities: Vec<Listed>,
    /// All coins, in the order authors gave.
    pub coins: Vec<ListedCoin>,
    /// What Today proposes, in order.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub path: Vec<Stage>,
}

/// The activities, coins and cards themselves; of each [`PieceGroup`] those that stand in its file.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct Pieces {
    /// The words of the screens that come with the whole program only, in the order of their names; [`Shell::words`]
    /// go before them.
    pub words: Vec<String>,
    /// In the order of the catalogue.
    pub activities: Vec<Activity>,
    /// In the order of the table of coins.
    pub coins: Vec<Coin>,
    /// In the order authors gave.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub cards: Vec<Card>,
    /// The page for facilitators, if there is one.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Option::is_none"))]
    pub guide: Option<Guide>,
    /// Only activities with earlier or retired items, in the order of the catalogue.
    #[cfg_attr(feature = "authoring", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub past: Vec<PastActivity>,
}

impl Pieces {
    /// Finds an item as it was at an earlier revision, or before it was retired.
    pub fn past_item(&self, activity: &str, item: &str, revision: u32) -> Option<&Item> {
        let activity = self.past.iter().find(|one| one.id == activity)?;
        activity.items.iter().find(|one| one.id == item && one.revision == revision)
    }

    /// Finds an activity by its id.
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|one| one.id == id)
    }

    /// Finds a coin by its id.
    pub fn coin(&self, id: &str) -> Option<&Coin> {
        self.coins.iter().find(|one| one.id == id)
    }

    /// Finds a card by its id.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|one| one.id == id)
    }
}

impl Item {
    /// An item that asks `ask` and has nothing else about it.
    pub fn new(id: &str, ask: &str, step: Step) -> Item {
        Item {
            id: id.to_owned(),
            revision: 1,
            ask: ask.to_owned(),
            text: Vec::new(),
            step,
            theme: String::new(),
            eases: Vec::new(),
            costs: Vec::new(),
            about: None,
            tells: None,
            leave_first: false,
            coins: Vec::new(),
            looks_back: None,
            card: None,
            then: None,
        }
    }
}

impl Activity {
    /// Finds an item by its id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|one| one.id == id)
    }

    /// Whether the person's words become a journal entry rather than a run.
    pub fn writes_entry(&self) -> bool {
        self.kind == Kind::Form
    }
}

impl Activity {
    /// The listing of this activity, with what it is good for.
    pub fn listed(&self, good_for: Vec<String>) -> Listed {
        Listed {
            id: self.id.clone(),
            kind: self.kind,
            title: self.title.clone(),
            prompts: if self.daily { self.items.iter().map(|item| item.ask.clone()).collect() } else { Vec::new() },
            good_for,
        }
    }
}

/// Returns the short name of a piece: the first three bytes of SHA-256 of its id. Everybody can look it up, so the app
/// writes it into addresses only in a form of its own tab.
pub fn code(id: &str) -> [u8; 3] {
    let [a, b, c, ..] = crate::seal::digest(id.as_bytes());
    [a, b, c]
}

#[cfg(feature = "authoring")]
fn is_false(value: &bool) -> bool {
    !value
}
