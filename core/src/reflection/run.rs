use super::Stamp;
use crate::activity::{Activity, Path};

/// A person's way through an activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// [`Activity::id`].
    pub activity: String,
    /// [`Activity::revision`] when it was begun.
    pub revision: u32,
    /// When it was begun.
    pub begun: Stamp,
    /// What was said, one per item, in the order first met.
    pub given: Vec<Given>,
    /// The id of the item the person is at; empty when at the closing page.
    pub at: String,
    /// Ids of placements and entries (32 hex digits) that came out of it.
    pub grew: Vec<String>,
}

/// What was said at one item.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    /// [`Item::id`](crate::activity::Item::id).
    pub item: String,
    /// [`Item::revision`](crate::activity::Item::revision) of the words the person saw.
    pub revision: u32,
    /// The answer.
    pub answer: Answer,
    /// The tick apart: "I had not thought about this before".
    pub new_to_me: bool,
    /// A note, or the text of a write step; may be empty.
    pub note: String,
}

/// An answer. "Rather not say" is one; skipping is another thing.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Answer {
    /// Nothing said yet (a note or tick may be there).
    #[default]
    None,
    /// Passed over, for no stated reason.
    Skipped,
    /// "Rather not say".
    RatherNotSay,
    /// Read.
    Seen,
    /// One option's id.
    One(String),
    /// Several options' ids.
    Many(Vec<String>),
    /// A word's place on a scale, from 0.
    Scale(u8),
    /// "Can't judge", on a scale.
    Unsure,
    /// The words stand in the note.
    Written,
}

impl Run {
    /// Begins a run at the activity's first item.
    pub fn begin(activity: &Activity, now: Stamp) -> Run {
        Run {
            activity: activity.id.clone(),
            revision: activity.revision,
            begun: now,
            given: Vec::new(),
            at: activity.items.first().map(|item| item.id.clone()).unwrap_or_default(),
            grew: Vec::new(),
        }
    }

    /// What was said at an item.
    pub fn given(&self, item: &str) -> Option<&Given> {
        self.given.iter().find(|one| one.item == item)
    }

    /// What was said at an item, to change it; made empty if nothing was.
    pub fn given_mut(&mut self, item: &str, revision: u32) -> &mut Given {
        let place = self.given.iter().position(|one| one.item == item).unwrap_or_else(|| {
            self.given.push(Given {
                item: item.into(),
                revision,
                answer: Answer::None,
                new_to_me: false,
                note: String::new(),
            });
            self.given.len() - 1
        });
        let given = &mut self.given[place];
        given.revision = revision;
        given
    }

    /// The way through the activity by what was said.
    pub fn path(&self, activity: &Activity) -> Path {
        Path::walk(activity, |item| match self.given(&item.id).map(|given| &given.answer) {
            Some(Answer::One(option)) => Some(option.as_str()),
            _ => None,
        })
    }

    /// Whether the closing page was reached.
    pub fn finished(&self) -> bool {
        self.at.is_empty()
    }
}
