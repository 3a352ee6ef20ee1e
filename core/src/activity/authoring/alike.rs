//! No two items ask the same, or nearly.

use super::across::{Drafts, Tell};
use super::said;
use crate::activity::{Item, Kind, Step};
use std::collections::{BTreeSet, HashMap};

/// From how many letters a word counts in telling how alike two items are.
const WORD: usize = 4;

/// An item in use, by its words.
struct Asked<'d> {
    /// Without case and punctuation.
    words: String,
    file: &'d str,
    line: usize,
    /// Its kind, where items of one kind must not be alike.
    kind: Option<Kind>,
}

/// Outside inventories a short question may come again under other words (“What now?”), so there all the words of an
/// item count. Forms may ask nearly the same in other words: they are many ways to one thing.
pub(super) fn check(drafts: &Drafts, tell: &mut Tell<'_>) {
    let all = asked(drafts);
    let mut said: HashMap<&str, &Asked<'_>> = HashMap::new();
    let mut by_kind: Vec<(Kind, BTreeSet<&str>, &Asked<'_>)> = Vec::new();
    for one in all.iter().filter(|one| !one.words.is_empty()) {
        if let Some(Asked { file, line, .. }) = said.get(&*one.words) {
            tell(one.file, one.line, format!("the same words stand at {file}:{line}: reword or retire one"));
            continue;
        }
        said.insert(&one.words, one);
        let Some(kind) = one.kind else { continue };
        let words: BTreeSet<&str> = one.words.split(' ').filter(|word| word.chars().count() >= WORD).collect();
        let near = by_kind.iter().find(|(other, has, _)| *other == kind && alike(&words, has));
        if let Some((.., Asked { file, line, .. })) = near {
            tell(one.file, one.line, format!("nearly the same words stand at {file}:{line}: reword or retire one"));
        }
        by_kind.push((kind, words, one));
    }
}

fn asked(drafts: &Drafts) -> Vec<Asked<'_>> {
    let mut all = Vec::new();
    for one in &drafts.activities {
        let kind = one.activity.kind;
        for (item, standing) in one.activity.items.iter().zip(&one.standings).filter(|(_, one)| !one.same) {
            let words = if kind == Kind::Inventory { plain(&[&item.ask]) } else { plain(&all_words(item)) };
            let kind = (kind != Kind::Form && item.looks_back.is_none()).then_some(kind);
            all.push(Asked { words, file: &one.file, line: standing.line, kind });
        }
    }
    for one in &drafts.cards {
        if let Some(item) = one.item() {
            all.push(Asked { words: plain(&all_words(&item)), file: &one.file, line: one.asks, kind: None });
        }
    }
    all
}

/// Whether four words of five are in both.
fn alike(one: &BTreeSet<&str>, other: &BTreeSet<&str>) -> bool {
    let both = one.intersection(other).count();
    let any = one.union(other).count();
    both > 0 && both * 5 >= any * 4
}

/// What an item says. Where nothing but a coin tells two apart, that does.
fn all_words(item: &Item) -> Vec<&str> {
    let mut words = said::in_item(item);
    if let Step::Place { coin } = &item.step {
        words.push(coin);
    }
    words
}

/// The words alone: no case, no punctuation, one space between.
fn plain(texts: &[&str]) -> String {
    let words = texts.iter().flat_map(|text| text.split(|one: char| !one.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}
