//! The self-check on its occasions: what was said to the same question, side by side. Nothing is counted or compared.

use super::{App, Wordings, answered, wordings::chose};
use obverse_core::{
    activity::{Activity, Item, Step},
    reflection::{Answer, Body, Given, Occasion, Stamp},
    sorting::sort_by_key,
};
use std::cmp::Reverse;

/// A question, and all that was said to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The question's words.
    pub ask: String,
    /// What it is about, in a few words; the question itself where its author names nothing.
    pub title: String,
    /// The words of its scale, from one end to the other; empty if it is not a scale.
    pub scale: Vec<String>,
    /// Whether it is answered in the person's own words.
    pub own_words: bool,
    /// By occasion; of one occasion the newest first, which is the one that counts.
    pub told: Vec<Told>,
}

/// What was said to a question once.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// When.
    pub occasion: Occasion,
    /// When that run was begun, by the clock there was.
    pub at: Stamp,
    /// Its place in the order in which things were begun.
    pub turn: usize,
    /// Whether something newer was said on the same occasion.
    pub earlier: bool,
    /// The id of the item that asked.
    pub item: String,
    /// The words it asked with; empty as long as they are not known.
    pub ask: String,
    /// The revision of the words that were answered.
    pub revision: u32,
    /// Those words meant something else than today's.
    pub other_words: bool,
    /// The labels of what was chosen.
    pub answers: Vec<String>,
    /// Something was chosen, and its words are not known.
    pub unknown: bool,
    /// The place on the scale, where it can be shown: not for "can't judge", nor for other words.
    pub place: Option<usize>,
    /// "Rather not say".
    pub rather_not: bool,
    /// A note, or the person's own words; may be empty.
    pub note: String,
}

impl Asked {
    /// What the picture shows: the newest of each occasion that has a place on the scale.
    pub fn places(&self) -> Vec<(Occasion, usize)> {
        let newest = self.told.iter().filter(|told| !told.earlier);
        newest.filter_map(|told| Some((told.occasion, told.place?))).collect()
    }
}

impl App {
    /// Every question of the self-check with an answer.
    pub fn asked_in_checks(self) -> Vec<Asked> {
        let ids = Occasion::ALL.into_iter().map(Occasion::id);
        let checks: Vec<Wordings> = ids.map(|id| self.content.wordings(id)).collect();
        let records: Vec<Body> = self.journal.bodies().into_iter().map(|(_, body)| body).collect();
        asked(&checks, &records)
    }
}

/// Every question with an answer, in the order of the checks; `records` is all that is kept, in the order in which it
/// was begun. A question that was retired comes after all others.
pub fn asked(checks: &[Wordings], records: &[Body]) -> Vec<Asked> {
    let mut all: Vec<(String, Asked)> = Vec::new();
    let now = checks.iter().flat_map(|check| check.items().iter().map(move |item| (check, item)));
    let retired = checks.iter().flat_map(|check| check.retired().into_iter().map(move |item| (check, item)));
    for (check, item) in now.chain(retired) {
        if !matches!(item.step, Step::Read | Step::Place { .. }) {
            let question = item.looks_back.as_deref().unwrap_or(&item.id);
            let place = all.iter().position(|(id, _)| id == question).unwrap_or_else(|| {
                all.push((question.to_owned(), empty(item)));
                all.len() - 1
            });
            all[place].1.told.extend(told(check, item, records));
        }
    }
    let mut asked: Vec<Asked> = all.into_iter().map(|(_, asked)| asked).collect();
    asked.retain(|asked| !asked.told.is_empty());
    for one in &mut asked {
        sort_by_key(&mut one.told, |told| (told.occasion, told.earlier, Reverse(told.turn)));
    }
    asked
}

fn empty(item: &Item) -> Asked {
    let scale = match &item.step {
        Step::Scale { words, .. } => words.clone(),
        _ => Vec::new(),
    };
    let own_words = matches!(item.step, Step::Write { .. });
    let title = if item.theme.is_empty() { &item.ask } else { &item.theme };
    Asked { ask: item.ask.clone(), title: title.clone(), scale, own_words, told: Vec::new() }
}

/// All that was said to an item of a check. Passing over a question in a newer run leaves what was said before as an
/// earlier answer.
fn told(wordings: &Wordings, item: &Item, records: &[Body]) -> Vec<Told> {
    let Some(check) = &wordings.now else { return Vec::new() };
    let Some(occasion) = occasion(check, item) else { return Vec::new() };
    let newest_first = records.iter().enumerate().rev().filter_map(|(turn, body)| match body {
        Body::Run(run) if run.activity == check.id => Some((turn, run, run.given(&item.id)?)),
        _ => None,
    });
    let given = newest_first.filter(|(_, _, given)| given.answer != Answer::None || !given.note.trim().is_empty());
    let all = given.enumerate().map(|(place, (turn, run, given))| Told {
        turn,
        earlier: place > 0,
        ..one(item, wordings.at(&item.id, given.revision), given, occasion, run.begun)
    });
    all.filter(|told| !told.answers.is_empty() || told.unknown || told.rather_not || !told.note.is_empty()).collect()
}

/// What was said to an item once; `worded` is the item in the words it had then.
fn one(item: &Item, worded: Option<&Item>, given: &Given, occasion: Occasion, at: Stamp) -> Told {
    let answers = worded.map(|worded| answered(&worded.step, &given.answer)).unwrap_or_default();
    let other_words = given.revision != item.revision;
    Told {
        occasion,
        at,
        turn: 0,
        earlier: false,
        item: item.id.clone(),
        ask: worded.map(|worded| worded.ask.clone()).unwrap_or_default(),
        unknown: worded.is_none() && chose(&given.answer),
        revision: given.revision,
        other_words,
        place: match given.answer {
            Answer::Scale(place) if !answers.is_empty() && !other_words => Some(place.into()),
            _ => None,
        },
        answers,
        rather_not: given.answer == Answer::RatherNotSay,
        note: if given.note.trim().is_empty() { String::new() } else { given.note.clone() },
    }
}

fn occasion(check: &Activity, item: &Item) -> Option<Occasion> {
    let of_check = Occasion::ALL.into_iter().find(|one| one.id() == check.id && *one != Occasion::Then)?;
    Some(if item.looks_back.is_some() { Occasion::Then } else { of_check })
}

#[cfg(test)]
mod tests;
