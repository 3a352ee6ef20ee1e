/// A journal entry: free, or written along a form.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Entry {
    /// [`Activity::id`](crate::activity::Activity::id) of the form; empty for a free entry.
    pub form: String,
    /// [`Activity::revision`](crate::activity::Activity::revision) of the form, 0 for none.
    pub revision: u32,
    /// The person's title; may be empty.
    pub title: String,
    /// What was said, one part per item of the form (or one part with an empty item id).
    pub parts: Vec<Part>,
    /// The id (32 hex digits) of the record it grew out of; empty if none.
    pub grew_from: String,
    /// Ids of coins it belongs to.
    pub coins: Vec<String>,
    /// The id of the form's item the person is at; empty once they were through with it.
    pub at: String,
}

/// One part of an entry.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Part {
    /// [`Item::id`](crate::activity::Item::id); empty in a free entry.
    pub item: String,
    /// [`Item::revision`](crate::activity::Item::revision) of the words the person saw; 0 for none.
    pub revision: u32,
    /// Ids of options chosen, for a choice in a form.
    pub chosen: Vec<String>,
    /// The person's words; may be empty.
    pub text: String,
}

impl Entry {
    /// The part that belongs to an item.
    pub fn part(&self, item: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.item == item)
    }

    /// The part that belongs to an item, to change it; made empty if there is none.
    pub fn part_mut(&mut self, item: &str, revision: u32) -> &mut Part {
        let place = self.parts.iter().position(|part| part.item == item).unwrap_or_else(|| {
            self.parts.push(Part { item: item.into(), ..Part::default() });
            self.parts.len() - 1
        });
        let part = &mut self.parts[place];
        part.revision = revision;
        part
    }

    /// Whether nothing has been said in it.
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty()
            && self.parts.iter().all(|part| part.text.trim().is_empty() && part.chosen.is_empty())
    }

    /// A line to know it by: the first written one, whole; empty if nothing is written.
    pub fn opening(&self) -> &str {
        let mut lines = self.parts.iter().flat_map(|part| part.text.lines()).map(str::trim);
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    }
}
