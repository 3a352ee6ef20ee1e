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

    /// Takes in what another version of the run holds and this one does not: answers to other items, and what grew
    /// out of them. Where both answered, this one's stands.
    pub fn take_in(&mut self, other: &Run) {
        for given in &other.given {
            if self.given(&given.item).is_none() {
                self.given.push(given.clone());
            }
        }
        for id in &other.grew {
            if !self.grew.contains(id) {
                self.grew.push(id.clone());
            }
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn given(item: &str, note: &str) -> Given {
        Given { item: item.into(), revision: 1, answer: Answer::Skipped, new_to_me: false, note: note.into() }
    }

    #[test]
    fn taking_in_loses_no_item_and_keeps_what_is_there() {
        let run = |all: Vec<Given>| Run {
            activity: "a".into(),
            revision: 1,
            begun: Stamp::default(),
            given: all,
            at: String::new(),
            grew: Vec::new(),
        };
        let mut mine = run(vec![given("one", "mine"), given("two", "mine")]);
        mine.take_in(&run(vec![given("two", "theirs"), given("three", "theirs")]));
        let notes: Vec<_> = mine.given.iter().map(|one| (one.item.as_str(), one.note.as_str())).collect();
        assert_eq!(notes, [("one", "mine"), ("two", "mine"), ("three", "theirs")]);
    }
}
