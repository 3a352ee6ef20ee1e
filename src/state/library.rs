//! The library of all there is to go through: looked through by words, or by what it is good for.

use super::{
    App, Record,
    list::{Fold, folded_words, holds},
};
use crate::{
    route::{Code, Route},
    words::{self, word},
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Card, GOOD_FOR, Kind, Listed, Pieces, Step},
    reflection::Body,
};

/// What is looked for in the library. It is remembered for the way back, in memory alone.
#[derive(Clone, Copy)]
pub struct Library {
    /// Words, all of which must be there.
    pub words: RwSignal<String>,
    /// One of [`GOOD_FOR`]; empty for all activities.
    pub set: RwSignal<String>,
}

/// How far the person has come with an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing of it is in the journal.
    Untouched,
    /// It was begun and not finished.
    InProgress,
    /// It was gone through to its end.
    Done,
}

/// What one activity or short read shows in the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    /// Where it leads.
    pub to: Route,
    /// Its name.
    pub title: String,
    /// What it is about; empty before its text is there.
    pub topic: String,
    /// The drawing of the first coin that it leads to, once that is there; see [`Coin::emblem`](obverse_core::activity::Coin::emblem).
    pub emblem: Option<String>,
    /// How long it takes, where that is known.
    pub minutes: Option<u32>,
    /// How far the person has come with it.
    pub standing: Standing,
}

impl Library {
    /// As it is come to: with what takes a few minutes.
    pub(super) fn new() -> Library {
        Library { words: RwSignal::new(String::new()), set: RwSignal::new(GOOD_FOR[0].to_owned()) }
    }

    pub(super) fn search_anew(self) {
        self.words.set(String::new());
        self.set.set(GOOD_FOR[0].to_owned());
    }

    /// Looks for words, in everything.
    pub fn look_for(self, words: String) {
        self.set.set(String::new());
        self.words.set(words);
    }

    /// Chooses a set, or no set if it was chosen already.
    pub fn press(self, set: &str) {
        self.set.update(|now| *now = if now == set { String::new() } else { set.to_owned() });
    }

    /// Whether anything is looked for.
    pub fn asks(self) -> bool {
        self.set.with(|set| !set.is_empty()) || self.words.with(|words| !words.trim().is_empty())
    }
}

impl App {
    /// What fits what is looked for in the library, as far as the texts are there by now; none if nothing is looked for. Follows
    /// what is looked for, the journal, and that all texts have come.
    pub fn shelved(self) -> Vec<Shelved> {
        let Library { words, set } = self.lists.library;
        if !self.lists.library.asks() {
            return Vec::new();
        }
        self.content.loading();
        let (words, set, listed) = (words.get(), set.get(), self.content.activities());
        let mut found = self
            .content
            .with_some(|pieces| find(listed, pieces, &folded_words(&words, words::fold), &set, words::fold));
        for (id, one) in &mut found {
            one.standing = self.standing(id);
        }
        found.into_iter().map(|(_, one)| one).collect()
    }

    /// Returns a line for each activity of a kind, in the order authors gave.
    pub fn shelved_of(self, kind: Kind) -> Vec<Shelved> {
        let listed = self.content.activities().into_iter().filter(|one| one.kind == kind);
        let of = |one: Listed, pieces: &Pieces| Shelved { standing: self.standing(&one.id), ..shelve(&one, pieces) };
        self.content.with_some(|pieces| listed.map(|one| of(one, pieces)).collect())
    }

    fn standing(self, activity: &str) -> Standing {
        match self.journal.run(activity).as_ref().and_then(Record::body) {
            Some(Body::Run(run)) if run.finished() => Standing::Done,
            Some(Body::Run(_)) => Standing::InProgress,
            _ => Standing::Untouched,
        }
    }
}

/// Finds the activities of a set that hold all words, with their ids: first those whose name or topic holds them. Where words are
/// looked for in everything, the short reads come last, by their name and topic.
fn find(listed: Vec<Listed>, pieces: &Pieces, words: &[String], set: &str, fold: Fold) -> Vec<(String, Shelved)> {
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for one in listed.iter().filter(|one| set.is_empty() || one.good_for.iter().any(|name| name == set)) {
        let piece = pieces.activity(&one.id);
        let shelved = Shelved { title: name(one), ..shelve(one, pieces) };
        if holds(&[&shelved.title, &shelved.topic], words, fold) {
            named.push((one.id.clone(), shelved));
        } else if holds(&texts(&shelved, piece), words, fold) {
            others.push((one.id.clone(), shelved));
        }
    }
    let fits = |card: &&Card| holds(&[&card.title, &card.topic], words, fold);
    let cards = pieces.cards.iter().filter(|_| set.is_empty() && !words.is_empty()).filter(fits);
    named.into_iter().chain(others).chain(cards.map(|card| (card.id.clone(), shelve_card(card)))).collect()
}

/// The name of an activity where it stands among those of other kinds.
fn name(one: &Listed) -> String {
    match one.kind {
        Kind::Check => word::welcome::self_check(&one.title),
        _ => one.title.clone(),
    }
}

fn shelve(one: &Listed, pieces: &Pieces) -> Shelved {
    let code = Code::of(&one.id);
    let piece = pieces.activity(&one.id);
    let coin = piece.and_then(|piece| pieces.coin(piece.coins.first()?));
    Shelved {
        to: if one.kind == Kind::Form { Route::Form(code, None) } else { Route::Activity(code) },
        title: one.title.clone(),
        topic: piece.map(|piece| piece.topic.clone()).unwrap_or_default(),
        emblem: coin.map(|coin| coin.emblem.clone()),
        minutes: piece.map(|piece| piece.minutes),
        standing: Standing::Untouched,
    }
}

fn shelve_card(card: &Card) -> Shelved {
    Shelved {
        to: Route::Card(Code::of(&card.id)),
        title: card.title.clone(),
        topic: card.topic.clone(),
        emblem: None,
        minutes: None,
        standing: Standing::Untouched,
    }
}

/// All words of an activity that can be looked for.
fn texts<'t>(one: &'t Shelved, piece: Option<&'t Activity>) -> Vec<&'t str> {
    let mut all = vec![one.title.as_str(), &one.topic];
    all.extend(piece.iter().flat_map(|piece| &piece.closing).map(String::as_str));
    for item in piece.iter().flat_map(|piece| &piece.items) {
        all.push(&item.ask);
        all.extend(item.text.iter().map(String::as_str));
        if let Step::One { options, .. } | Step::Many { options } = &item.step {
            all.extend(options.iter().map(|option| option.label.as_str()));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::activity::{CardGroup, Item};
    use std::borrow::Cow;

    fn listed(id: &str, kind: Kind, good_for: &[&str]) -> Listed {
        let good_for = good_for.iter().map(|set| (*set).to_owned()).collect();
        Listed { id: id.into(), kind, title: id.to_uppercase(), prompts: Vec::new(), good_for }
    }

    fn piece(id: &str, topic: &str, ask: &str) -> Activity {
        Activity {
            id: id.into(),
            revision: 1,
            kind: Kind::Inventory,
            title: id.to_uppercase(),
            topic: topic.into(),
            minutes: 3,
            context: String::new(),
            daily: false,
            coins: Vec::new(),
            items: vec![Item::new("ask", ask, Step::Read)],
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: false,
        }
    }

    fn pieces() -> Pieces {
        let card = Card {
            id: "pain".into(),
            revision: 1,
            group: CardGroup::Practice,
            title: "Pain".into(),
            topic: "On the ward".into(),
            text: vec!["Nobody looks for night here".into()],
            parts: Vec::new(),
            calls: Vec::new(),
            coins: Vec::new(),
            ask: String::new(),
            hint: String::new(),
            region: String::new(),
            sources: Vec::new(),
            reviewed: false,
        };
        let activities =
            vec![piece("heard", "Speaking up", "On the ward at night?"), piece("kit", "The ward", "Rooms?")];
        Pieces { activities, cards: vec![card], ..Pieces::default() }
    }

    fn found(typed: &str, set: &str, pieces: &Pieces) -> Vec<String> {
        fn fold(text: &str) -> Cow<'_, str> {
            text.to_lowercase().into()
        }
        let all = vec![
            listed("heard", Kind::Inventory, &["short", "course"]),
            listed("kit", Kind::Inventory, &["course"]),
            listed("pause", Kind::Form, &["short"]),
        ];
        let found = find(all, pieces, &folded_words(typed, fold), set, fold);
        found.into_iter().map(|(id, _)| id).collect()
    }

    #[test]
    fn a_set_holds_what_authors_put_there_whether_its_text_has_come_or_not() {
        for pieces in [pieces(), Pieces::default()] {
            assert_eq!(found("", "short", &pieces), ["heard", "pause"]);
            assert_eq!(found("", "hard-day", &pieces), [""; 0]);
        }
    }

    #[test]
    fn words_are_looked_for_in_everything_and_names_come_first() {
        let all = pieces();
        assert_eq!(found("WARD", "", &all), ["kit", "heard", "pain"], "by the topic, in the text, a card by its topic");
        assert_eq!(found("ward night", "", &all), ["heard"], "a card's own text is not looked at");
        assert_eq!(found("ward", "short", &all), ["heard"], "within a set, and no cards");
        assert_eq!(found("pause", "", &Pieces::default()), ["pause"], "by its name before any text is there");
    }

    #[test]
    fn what_is_known_of_an_activity_stands_on_its_line() {
        let line = shelve(&listed("heard", Kind::Inventory, &[]), &pieces());
        assert_eq!((line.title.as_str(), line.topic.as_str(), line.minutes), ("HEARD", "Speaking up", Some(3)));
        let line = shelve(&listed("pause", Kind::Form, &[]), &Pieces::default());
        assert_eq!((line.to, line.minutes), (Route::Form(Code::of("pause"), None), None));
    }

    #[test]
    fn words_are_looked_for_outside_the_set_and_a_set_is_taken_back_by_a_second_press() {
        Owner::new().with(|| {
            let library = Library::new();
            assert!(library.asks());
            library.look_for(" ".into());
            assert!(!library.asks());
            library.look_for("ward".into());
            assert_eq!(library.set.get_untracked(), "");
            for set in ["round", ""] {
                library.press("round");
                assert_eq!(library.set.get_untracked(), set);
            }
            library.search_anew();
            assert_eq!((library.words.get_untracked().as_str(), library.set.get_untracked().as_str()), ("", "short"));
        });
    }
}
