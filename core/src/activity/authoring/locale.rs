//! A whole locale: every file read, laid side by side and put in order.

use super::across::{self, Drafts};
use super::card::read_card;
use super::coin::read_coin;
use super::guide::{FACILITATOR, GuideDraft, read_guide};
use super::language::{Language, WORDING};
use super::piece::{ActivityDraft, read_activity};
use super::reading::Reading;
use super::shared::{ANSWERS, Answers, ORDER, Order, read_answers, read_order};
use super::stage::{PATH, read_path};
use super::words::{UI, UI_LATER, Word, fingerprint, flatten, twice};
use super::{At, Problem, check, daily, guide, stage};
use crate::activity::{Coin, Kind, ListedCoin, PastActivity, Pieces, Shell};
use std::collections::BTreeMap;

/// All that is made from the files of one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Locale {
    /// What the first screen needs.
    pub shell: Shell,
    /// The activities, coins and cards, the page for facilitators, and earlier wordings.
    pub pieces: Pieces,
    /// How hard each file is to read, the hardest first. Only of a language that can be judged.
    pub readings: Vec<Reading>,
}

/// What a file is, by its place.
enum Holds {
    Shared,
    Activity(Kind),
    Coin,
    Card,
    /// Not content: a note beside it.
    Nothing,
    Unknown,
}

impl Locale {
    /// Reads the files of a locale: (path within the locale's folder with forward slashes, text).
    /// What other files than `.toml` say does not matter.
    pub fn read(files: impl IntoIterator<Item = (String, String)>, locale: &str) -> (Locale, Vec<Problem>) {
        let files: BTreeMap<String, String> = files.into_iter().collect();
        let mut problems = Vec::new();
        let tagged = Language::tagged(locale);
        let language = match files.get(WORDING) {
            Some(text) => told(tagged.read(text), &mut problems),
            None => tagged,
        };
        let interface = language.of_interface();
        let words: Vec<Word> = shared(&files, UI, &mut problems, |text| flatten(text, UI, &interface));
        let later: Vec<Word> = shared(&files, UI_LATER, &mut problems, |text| flatten(text, UI_LATER, &interface));
        problems.extend(twice(&words, &later));
        let answers: Answers = shared(&files, ANSWERS, &mut problems, |text| read_answers(text, &language));
        let order: Order = shared(&files, ORDER, &mut problems, |text| read_order(text, &language));

        let guide = files.get(FACILITATOR).map(|text| told(read_guide(text, &language), &mut problems));
        let path = files.get(PATH).map_or_else(Vec::new, |text| told(read_path(text, &language), &mut problems));

        let mut drafts = Drafts::default();
        let mut in_turn: Vec<_> = files.iter().collect();
        in_turn.sort_by_key(|(file, _)| check::turn(file));
        for (file, text) in in_turn {
            match holds(file) {
                Holds::Activity(kind) => {
                    let read = read_activity(file, text, kind, &answers, &drafts.activities, &language);
                    drafts.activities.push(told(read, &mut problems));
                }
                Holds::Coin => drafts.coins.push(told(read_coin(file, text, &language), &mut problems)),
                Holds::Card => drafts.cards.push(told(read_card(file, text, &language), &mut problems)),
                Holds::Unknown => problems.push(Problem {
                    file: file.clone(),
                    line: 1,
                    message: "no piece belongs here: put it at inventory/, exercise/, scenario/, check/, form/, \
                              coin/ or card/"
                        .into(),
                }),
                Holds::Shared | Holds::Nothing => {}
            }
        }
        drafts.activities.sort_by_key(|one| place(&order.activities, &one.activity.id));
        drafts.coins.sort_by_key(|one| place(&order.coins, &one.coin.id));
        drafts.cards.sort_by_key(|one| place(&order.cards, &one.card.id));
        daily::add(&mut drafts, &mut problems);
        check::check(&drafts, &mut problems);
        stage::check(&path, &drafts, &mut problems);
        guide.iter().for_each(|guide| guide::check(guide, &drafts, &mut problems));
        across::check(&order, &drafts, &mut problems);
        problems.sort();
        problems.dedup();
        let readings = readings(&drafts, guide.as_ref());
        let mut built = build(locale, [&words, &later], drafts);
        built.shell.path = path.into_iter().map(|one| one.stage).collect();
        built.pieces.guide = guide.map(|one| one.guide);
        built.readings = readings;
        (built, problems)
    }
}

fn shared<T: Default>(
    files: &BTreeMap<String, String>,
    name: &str,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&str) -> (T, Vec<Problem>),
) -> T {
    let Some(text) = files.get(name) else {
        problems.push(Problem { file: name.into(), line: 1, message: "this file is missing: write it".into() });
        return T::default();
    };
    told(read(text), problems)
}

/// What was read; its problems go to the others.
fn told<T>((read, found): (T, Vec<Problem>), problems: &mut Vec<Problem>) -> T {
    problems.extend(found);
    read
}

fn holds(file: &str) -> Holds {
    if !file.ends_with(".toml") {
        return Holds::Nothing;
    }
    match file.split('/').collect::<Vec<_>>()[..] {
        [UI | UI_LATER | ANSWERS | ORDER | FACILITATOR | PATH | WORDING] => Holds::Shared,
        ["inventory", _] => Holds::Activity(Kind::Inventory),
        ["exercise", _] => Holds::Activity(Kind::Exercise),
        ["scenario", _] => Holds::Activity(Kind::Scenario),
        ["check", _] => Holds::Activity(Kind::Check),
        ["form", _] => Holds::Activity(Kind::Form),
        ["coin", _] => Holds::Coin,
        ["card", _] => Holds::Card,
        _ => Holds::Unknown,
    }
}

fn build(locale: &str, [words, later]: [&[Word]; 2], drafts: Drafts) -> Locale {
    let coins: Vec<Coin> = drafts.coins.into_iter().map(|one| one.coin).collect();
    let cards = drafts.cards.into_iter().map(|one| one.card).collect();

    let mut past = Vec::new();
    let (mut pieces, mut activities) = (Vec::new(), Vec::new());
    for ActivityDraft { activity, past: items, good_for, .. } in drafts.activities {
        if !items.is_empty() {
            past.push(PastActivity { id: activity.id.clone(), items });
        }
        activities.push(activity.listed(good_for));
        pieces.push(activity);
    }
    let listed = |coin: &Coin| ListedCoin { id: coin.id.clone(), name: coin.name.clone() };
    let shell = Shell {
        locale: locale.into(),
        fingerprint: fingerprint(words, later),
        words: words.iter().flat_map(Word::texts).cloned().collect(),
        activities,
        coins: coins.iter().map(listed).collect(),
        path: Vec::new(),
    };
    let later = later.iter().flat_map(Word::texts).cloned().collect();
    Locale {
        shell,
        pieces: Pieces { words: later, activities: pieces, coins, cards, guide: None, past },
        readings: Vec::new(),
    }
}

fn readings(drafts: &Drafts, guide: Option<&GuideDraft>) -> Vec<Reading> {
    let activities = drafts.activities.iter().filter_map(|one| one.reading.clone());
    let coins = drafts.coins.iter().filter_map(|one| one.reading.clone());
    let cards = drafts.cards.iter().filter_map(|one| one.reading.clone());
    let mut all: Vec<Reading> = activities.chain(coins).chain(cards).collect();
    all.extend(guide.and_then(|one| one.reading.clone()));
    all.sort_by(|one, other| other.grade.total_cmp(&one.grade));
    all
}

/// Where an id is listed; after all others if it is not.
fn place(order: &[At<String>], id: &str) -> usize {
    order.iter().position(|listed| listed.value == id).unwrap_or(usize::MAX)
}
