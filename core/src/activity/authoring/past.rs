use super::super::Item;
use serde::{Deserialize, Serialize};

/// `<locale>.past`: items as they were, so that an answer can be shown beside the words it was given to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// Only activities with earlier or retired items, in the order of the catalogue.
    pub activities: Vec<PastActivity>,
}

/// The earlier items of one activity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PastActivity {
    /// As in [`Activity::id`](super::super::Activity::id).
    pub id: String,
    /// Each earlier revision of an item, and each retired item as it last was; told apart by id and revision.
    pub items: Vec<Item>,
}

impl Past {
    /// Finds the words of an item that is in use no more.
    pub fn item(&self, activity: &str, item: &str, revision: u32) -> Option<&Item> {
        let activity = self.activities.iter().find(|one| one.id == activity)?;
        activity.items.iter().find(|one| one.id == item && one.revision == revision)
    }
}
