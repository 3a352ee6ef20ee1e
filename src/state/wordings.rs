//! In which words an item asked what was answered: an answer keeps the revision it was given to.

use obverse_core::{
    activity::{Activity, Item},
    reflection::Answer,
};

/// The items of one activity, as they are and as they were, as far as either is there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wordings {
    /// The activity with the words that its items have now; none until its pieces are there.
    pub now: Option<Activity>,
    /// Earlier revisions of its items, and items that were retired.
    pub past: Vec<Item>,
}

impl Wordings {
    /// Returns the item in the words that an answer was given to; nothing as long as they are not known.
    pub fn at(&self, item: &str, revision: u32) -> Option<&Item> {
        let found = |one: &&Item| one.id == item && one.revision == revision;
        self.items().iter().find(found).or_else(|| self.past.iter().find(found))
    }

    /// Returns each item that is asked no more, in the last words it had.
    pub fn retired(&self) -> Vec<&Item> {
        let last = |one: &Item| self.past.iter().all(|other| other.id != one.id || other.revision <= one.revision);
        self.past.iter().filter(|one| !self.asks(&one.id) && last(one)).collect()
    }

    /// Returns the items that are asked, in their present words.
    pub fn items(&self) -> &[Item] {
        self.now.as_ref().map_or(&[], |now| &now.items)
    }

    /// Whether an item is asked, in whatever words.
    pub fn asks(&self, item: &str) -> bool {
        self.items().iter().any(|one| one.id == item)
    }
}

/// Whether an answer says something that only the words of its item tell.
pub(super) fn chose(answer: &Answer) -> bool {
    match answer {
        Answer::One(_) | Answer::Scale(_) | Answer::Unsure => true,
        Answer::Many(ids) => !ids.is_empty(),
        Answer::None | Answer::Skipped | Answer::RatherNotSay | Answer::Seen | Answer::Written => false,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use obverse_core::activity::{Choice, Kind, Step};

    /// An item in the words of a revision, with one answer, `yes`.
    pub(in crate::state) fn item(id: &str, revision: u32) -> Item {
        let label = format!("{id} yes {revision}");
        let options = vec![Choice { id: "yes".into(), label, effects: Vec::new(), then: None }];
        let step = Step::One { options, tick: None };
        Item { revision, theme: format!("{id} theme {revision}"), ..Item::new(id, &format!("{id}? {revision}"), step) }
    }

    /// An activity that asks `same` and, in its second words, `changed`; `gone` was retired in its second words.
    pub(in crate::state) fn wordings(kind: Kind) -> Wordings {
        let now = Activity {
            id: "piece".into(),
            revision: 2,
            kind,
            title: "A piece".into(),
            topic: String::new(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: Vec::new(),
            items: vec![item("same", 1), item("changed", 2)],
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: false,
        };
        Wordings { now: Some(now), past: vec![item("changed", 1), item("gone", 1), item("gone", 2)] }
    }

    #[test]
    fn an_answer_finds_the_words_it_was_given_to() {
        let all = wordings(Kind::Inventory);
        let words = |item: &str, revision| all.at(item, revision).map(|item| item.ask.as_str());
        assert_eq!(words("same", 1), Some("same? 1"));
        assert_eq!(words("changed", 2), Some("changed? 2"));
        assert_eq!(words("changed", 1), Some("changed? 1"));
        assert_eq!([words("gone", 1), words("gone", 2)], [Some("gone? 1"), Some("gone? 2")]);
        assert_eq!([words("changed", 3), words("never", 1), words("", 0)], [None; 3]);
        let retired: Vec<_> = all.retired().iter().map(|item| item.ask.clone()).collect();
        assert_eq!(retired, ["gone? 2"]);
    }

    #[test]
    fn before_the_earlier_words_are_there_no_others_stand_in_for_them() {
        let some = Wordings { past: Vec::new(), ..wordings(Kind::Inventory) };
        assert_eq!([some.at("changed", 1), some.at("gone", 2)], [None; 2]);
        assert!(some.at("same", 1).is_some());
        assert_eq!(Wordings::default().at("same", 1), None);
    }
}
