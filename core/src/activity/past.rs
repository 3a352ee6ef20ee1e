use super::Item;
#[cfg(feature = "authoring")]
use serde::{Deserialize, Serialize};

/// The items of one activity as they were, so that an answer can be shown beside the words it was given to.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "authoring", derive(Serialize, Deserialize))]
pub struct PastActivity {
    /// As in [`Activity::id`](super::Activity::id).
    pub id: String,
    /// Each earlier revision of an item, and each retired item as it last was; told apart by id and revision.
    pub items: Vec<Item>,
}
