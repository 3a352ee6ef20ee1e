//! The path that authors laid: what comes next for this person, by what is in their journal.

use super::{App, Record, RecordId, newest_first, written_earlier::may_be_shown};
use crate::{
    route::{Code, Route},
    words::{self, word},
};
use obverse_core::{
    activity::{Kind, Needs, Stage},
    reflection::Body,
    sorting::sort,
};

/// After so many days without a word nothing is proposed but to start anywhere.
const AWAY: i32 = 21;

/// What Today proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// The way there.
    pub to: Route,
    /// Its name.
    pub title: String,
    /// A line about it.
    pub text: String,
}

/// What is there for the path to look at.
#[derive(Clone, Debug, Default)]
pub(super) struct Been {
    /// Ids of activities that were gone through to the end.
    finished: Vec<String>,
    /// Ids of activities that were begun.
    begun: Vec<String>,
    /// Ids of coins with a placement, or an entry about them.
    coins: Vec<String>,
    /// How many steps there are.
    steps: usize,
}

impl Been {
    fn of<'b>(bodies: impl Iterator<Item = &'b Body>) -> Been {
        let mut been = Been::default();
        for body in bodies {
            match body {
                Body::Run(run) => {
                    been.begun.push(run.activity.clone());
                    if run.finished() {
                        been.finished.push(run.activity.clone());
                    }
                }
                Body::Placement(placement) => been.coins.push(placement.coin.clone()),
                Body::Entry(entry) => been.coins.extend(entry.coins.iter().cloned()),
                Body::Commitment(_) => been.steps += 1,
            }
        }
        been
    }

    /// Whether a stage is behind this person.
    fn done(&self, stage: &Stage, kind_of: impl Fn(&str) -> Option<Kind>) -> bool {
        let finished = |kind: Kind| {
            let mut ids: Vec<&String> = self.finished.iter().filter(|id| kind_of(id) == Some(kind)).collect();
            sort(&mut ids);
            ids.dedup();
            ids.len()
        };
        let count = match stage.needs {
            Needs::Inventories => finished(Kind::Inventory),
            Needs::Scenario => finished(Kind::Scenario),
            Needs::Exercise => finished(Kind::Exercise),
            Needs::Placement => self.coins.len(),
            Needs::Commitment => self.steps,
            // A step that is due stands on Today by itself.
            Needs::Again => return true,
        };
        count >= usize::try_from(stage.count).unwrap_or(usize::MAX)
    }
}

impl App {
    /// The next stage of the path; nothing once all are behind one.
    pub fn next_on_path(self) -> Option<Next> {
        let been = self.journal.look(|records| Been::of(records.filter_map(|record| record.body())));
        let kind_of = |id: &str| self.content.line(id).map(|line| line.kind);
        let stage = self.content.path().into_iter().find(|stage| !been.done(stage, kind_of))?;
        let fresh = stage.first.iter().find(|id| !been.begun.contains(id) && !been.coins.contains(id));
        let (to, title) = match stage.needs {
            Needs::Commitment | Needs::Again => (Route::NewStep(None), stage.title),
            Needs::Placement => {
                let coin = self.content.coin_line(fresh?)?;
                (Route::Coin(Code::of(&coin.id)), word::today::next(&stage.title, &coin.name))
            }
            Needs::Inventories | Needs::Scenario | Needs::Exercise => {
                let line = self.content.line(fresh?)?;
                (Route::Activity(Code::of(&line.id)), word::today::next(&stage.title, &line.title))
            }
        };
        Some(Next { to, title, text: stage.text })
    }

    /// The last words of one's own and where they stand, after weeks without any; the words only for whoever wishes to see what was
    /// written earlier. `None` for somebody who was here lately.
    pub fn after_weeks_away(self) -> Option<Option<(RecordId, String)>> {
        let today = self.now().day();
        let last = |records: &mut dyn Iterator<Item = &Record>| records.max_by_key(|record| record.said()).cloned();
        let lately = self.journal.look(last)?.latest().at;
        // A clock that was set back tells nothing of how long it was.
        if today >= lately.day() && today - lately.day() < AWAY {
            return None;
        }
        // Someone may stand beside: as with what was written earlier.
        if self.preferences.shows_written_earlier() != Some(true) {
            return Some(None);
        }
        let entries: Vec<_> = self.journal.look(|records| {
            let entries = records.filter_map(|record| match record.body() {
                Some(Body::Entry(entry)) if may_be_shown(entry) => {
                    Some((record.begun(), words::shorten(entry.opening(), 90)))
                }
                _ => None,
            });
            entries.filter(|(_, line)| !line.is_empty()).collect()
        });
        let last = newest_first(entries, |(place, _)| *place).into_iter().next();
        Some(last.map(|((_, id), line)| (id, line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(needs: Needs, count: u32) -> Stage {
        Stage { id: "a".into(), title: "A".into(), text: "B".into(), needs, count, first: vec![] }
    }

    #[test]
    fn a_stage_is_behind_one_when_as_many_different_ones_are_done() {
        let kind_of = |id: &str| Some(if id.starts_with('q') { Kind::Inventory } else { Kind::Scenario });
        let twice = Been { finished: vec!["q1".into(), "q1".into(), "s1".into()], ..Been::default() };
        assert!(!twice.done(&stage(Needs::Inventories, 2), kind_of), "the same one twice is one");
        assert!(twice.done(&stage(Needs::Scenario, 1), kind_of));
        assert!(!twice.done(&stage(Needs::Placement, 1), kind_of));
        assert!(!twice.done(&stage(Needs::Commitment, 1), kind_of));
        assert!(Been { steps: 1, ..Been::default() }.done(&stage(Needs::Commitment, 1), kind_of));
    }
}
