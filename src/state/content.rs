use super::Wordings;
use crate::route::Code;
use crate::words::word;
use leptos::prelude::*;
use obverse_core::activity::{Activity, Card, Coin, Guide, Kind, Listed, ListedCoin, PieceGroup, Pieces, Shell, Stage};
use obverse_core::reflection::Entry;
use obverse_core::sorting::sort_by_key;
use std::sync::Arc;

/// Whether the activities' text is there.
#[derive(Clone, Debug)]
pub enum Loading {
    /// The text is on its way.
    Coming,
    /// There.
    There(Arc<Pieces>),
    /// Could not be had; the person may try again.
    Failed,
}

/// Whether a group of pieces is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupState {
    /// The group's file is on its way.
    Coming,
    /// The group was read, and its pieces can be asked for.
    There,
    /// The file could not be had; the person may try again.
    Failed,
}

/// What authors wrote, in the person's language. Its pieces come in groups; what is opened is there with its group, and what
/// looks at several waits for all.
#[derive(Clone, Copy)]
pub struct Content {
    shell: StoredValue<Arc<Shell>>,
    pieces: RwSignal<Loading>,
    /// The pieces that came, until all are there.
    some: StoredValue<Pieces>,
    /// Their groups.
    groups: RwSignal<Vec<PieceGroup>>,
    /// Earlier wordings. They come last, and nothing else waits for them.
    past: RwSignal<Loading>,
}

impl Content {
    /// The catalogue, with the activities still to come.
    pub fn new(shell: Shell) -> Self {
        Content {
            shell: StoredValue::new(Arc::new(shell)),
            pieces: RwSignal::new(Loading::Coming),
            some: StoredValue::new(Pieces::default()),
            groups: RwSignal::new(Vec::new()),
            past: RwSignal::new(Loading::Coming),
        }
    }

    /// Takes all pieces in, or the news that some could not be had.
    pub fn arrive(self, pieces: Option<Pieces>) {
        self.pieces.set(pieces.map_or(Loading::Failed, |pieces| Loading::There(Arc::new(pieces))));
    }

    /// Takes a group of pieces in, or the news that it could not be had.
    pub fn arrive_group(self, group: PieceGroup, pieces: Option<Pieces>) {
        if !self.lacks(group) {
            return;
        }
        if group == PieceGroup::Past {
            return self.past.set(pieces.map_or(Loading::Failed, |pieces| Loading::There(Arc::new(pieces))));
        }
        let Some(pieces) = pieces else { return self.arrive(None) };
        self.some.update_value(|some| some.take_in(pieces));
        self.groups.update(|groups| groups.push(group));
        if self.groups.with_untracked(Vec::len) == PieceGroup::ALL.len() - 1 {
            let mut all = self.some.try_update_value(std::mem::take).unwrap_or_default();
            self.shell.with_value(|shell| {
                let place = |one: &Activity| shell.activities.iter().position(|listed| listed.id == one.id);
                sort_by_key(&mut all.activities, place);
            });
            self.arrive(Some(all));
        }
    }

    /// Whether a group of pieces is still to come.
    pub fn lacks(self, group: PieceGroup) -> bool {
        if group == PieceGroup::Past {
            return !self.past.with_untracked(|past| matches!(past, Loading::There(_)));
        }
        let all = self.pieces.with_untracked(|pieces| matches!(pieces, Loading::There(_)));
        !all && self.groups.with_untracked(|groups| !groups.contains(&group))
    }

    /// How the loading of a group stands.
    pub fn group(self, group: PieceGroup) -> GroupState {
        let there = self.groups.with(|groups| groups.contains(&group));
        let loading = if group == PieceGroup::Past { self.past } else { self.pieces };
        loading.with(|pieces| match pieces {
            Loading::There(_) => GroupState::There,
            _ if there => GroupState::There,
            Loading::Coming => GroupState::Coming,
            Loading::Failed => GroupState::Failed,
        })
    }

    /// Looks at the pieces that are there by now, without being told of more.
    pub(super) fn with_some<T>(self, look: impl FnOnce(&Pieces) -> T) -> T {
        match self.pieces.get_untracked() {
            Loading::There(pieces) => look(&pieces),
            _ => self.some.with_value(look),
        }
    }

    /// An activity, if its group is there.
    pub fn opened(self, id: &str) -> Option<Activity> {
        self.with_some(|pieces| pieces.activity(id).cloned())
    }

    /// A coin, if the coins are there.
    pub fn opened_coin(self, id: &str) -> Option<Coin> {
        self.with_some(|pieces| pieces.coin(id).cloned())
    }

    /// What is drawn on a coin's face, if the coins are there.
    pub fn emblem(self, id: &str) -> Option<String> {
        self.with_some(|pieces| Some(pieces.coin(id)?.emblem.clone()))
    }

    /// A card, if the cards are there.
    pub fn card(self, id: &str) -> Option<Card> {
        self.with_some(|pieces| pieces.card(id).cloned())
    }

    /// The items of an activity as they are and as they were, as far as either is there; tells of more that comes.
    pub fn wordings(self, id: &str) -> Wordings {
        self.groups.track();
        self.pieces.track();
        let past = self.past.with(|past| match past {
            Loading::There(pieces) => pieces.past.iter().find(|one| one.id == id).map(|one| one.items.clone()),
            _ => None,
        });
        Wordings { now: self.opened(id), past: past.unwrap_or_default() }
    }

    /// Puts another language in the place of this one.
    pub fn replace(self, shell: Shell, mut pieces: Pieces) {
        self.shell.set_value(Arc::new(shell));
        let past = std::mem::take(&mut pieces.past);
        self.past.set(Loading::There(Arc::new(Pieces { past, ..Pieces::default() })));
        self.arrive(Some(pieces));
    }

    /// Says that they are on their way (again).
    pub fn coming(self) {
        self.pieces.set(Loading::Coming);
        if self.lacks(PieceGroup::Past) {
            self.past.set(Loading::Coming);
        }
    }

    /// How the loading stands.
    pub fn loading(self) -> Loading {
        self.pieces.get()
    }

    /// The activities and coins, once there.
    pub fn pieces(self) -> Option<Arc<Pieces>> {
        match self.pieces.get() {
            Loading::There(pieces) => Some(pieces),
            _ => None,
        }
    }

    /// Whether there are any activities of a kind.
    pub fn has(self, kind: Kind) -> bool {
        self.shell.with_value(|shell| shell.activities.iter().any(|one| one.kind == kind))
    }

    /// All activities' lines, in the order authors gave.
    pub fn activities(self) -> Vec<Listed> {
        self.shell.with_value(|shell| shell.activities.clone())
    }

    /// All coins.
    pub fn coins(self) -> Vec<ListedCoin> {
        self.shell.with_value(|shell| shell.coins.clone())
    }

    /// An activity's line by its id.
    pub fn line(self, id: &str) -> Option<Listed> {
        self.shell.with_value(|shell| shell.activities.iter().find(|one| one.id == id).cloned())
    }

    /// The heading of an entry: its title, else its form's, else that it has none.
    pub fn heading(self, entry: &Entry) -> String {
        let of_form = || self.line(&entry.form).map(|form| form.title);
        match entry.title.trim() {
            "" => of_form().unwrap_or_else(|| word::journal::untitled().to_owned()),
            title => title.to_owned(),
        }
    }

    /// The question that an entry along a daily form answers, in the words it was asked in; empty as long as those are not known.
    /// Any other form asks the same each time: that tells no entry from another.
    pub fn question(self, entry: &Entry) -> String {
        let asked = self.with_some(|pieces| {
            let part = entry.parts.first()?;
            let item = pieces.activity(&entry.form).filter(|form| form.daily)?.item(&part.item)?;
            (item.revision == part.revision).then(|| item.ask.clone())
        });
        asked.unwrap_or_default()
    }

    /// A coin's line by its id.
    pub fn coin_line(self, id: &str) -> Option<ListedCoin> {
        self.shell.with_value(|shell| shell.coins.iter().find(|one| one.id == id).cloned())
    }

    /// An activity's line by its code.
    pub fn line_at(self, code: Code) -> Option<Listed> {
        self.shell.with_value(|shell| shell.activities.iter().find(|one| Code::of(&one.id) == code).cloned())
    }

    /// A coin's line by its code.
    pub fn coin_line_at(self, code: Code) -> Option<ListedCoin> {
        self.shell.with_value(|shell| shell.coins.iter().find(|one| Code::of(&one.id) == code).cloned())
    }

    /// An activity, once there.
    pub fn activity(self, id: &str) -> Option<Activity> {
        self.pieces().and_then(|pieces| pieces.activity(id).cloned())
    }

    /// A coin, once there.
    pub fn coin(self, id: &str) -> Option<Coin> {
        self.pieces().and_then(|pieces| pieces.coin(id).cloned())
    }

    /// All cards, if they are there.
    pub fn cards(self) -> Vec<Card> {
        self.with_some(|pieces| pieces.cards.clone())
    }

    /// A card by its code, once there.
    pub fn card_at(self, code: Code) -> Option<Card> {
        self.pieces()?.cards.iter().find(|card| Code::of(&card.id) == code).cloned()
    }

    /// The page for facilitators, once there.
    pub fn guide(self) -> Option<Guide> {
        self.pieces()?.guide.clone()
    }

    /// The form whose questions are the day's prompts, if there is one, with the question of `day`.
    pub fn prompt(self, day: i32) -> Option<(Listed, String)> {
        let form =
            self.shell.with_value(|shell| shell.activities.iter().find(|form| !form.prompts.is_empty()).cloned())?;
        let place = day.rem_euclid(i32::try_from(form.prompts.len()).ok()?);
        let prompt = form.prompts[usize::try_from(place).ok()?].clone();
        Some((form, prompt))
    }

    /// What the path begins with, and a line about it.
    pub fn first_on_path(self) -> Option<(Code, String)> {
        self.shell.with_value(|shell| {
            let stage = shell.path.first()?;
            Some((Code::of(stage.first.first()?), stage.text.clone()))
        })
    }

    /// The stages of the path.
    pub fn path(self) -> Vec<Stage> {
        self.shell.with_value(|shell| shell.path.clone())
    }

    /// The locale the words are in.
    pub fn locale(self) -> String {
        self.shell.with_value(|shell| shell.locale.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use obverse_core::activity::{Item, PastActivity, Step};

    fn piece(id: &str, kind: Kind) -> Activity {
        let write = Item::new("ask", "ask", Step::Write { hint: String::new(), line: false });
        Activity {
            id: id.into(),
            revision: 1,
            kind,
            title: id.into(),
            topic: String::new(),
            minutes: 1,
            context: String::new(),
            daily: false,
            coins: Vec::new(),
            items: vec![write],
            closing: Vec::new(),
            sources: Vec::new(),
            reviewed: false,
        }
    }

    fn listed(id: &str, kind: Kind) -> Listed {
        Listed { id: id.into(), kind, title: id.into(), prompts: Vec::new(), good_for: Vec::new() }
    }

    fn content() -> Content {
        Content::new(Shell {
            locale: "en".into(),
            fingerprint: String::new(),
            words: Vec::new(),
            activities: vec![listed("a scenario", Kind::Scenario), listed("a check", Kind::Check)],
            coins: Vec::new(),
            path: Vec::new(),
        })
    }

    fn of(group: PieceGroup) -> Pieces {
        let activities = match group {
            PieceGroup::Activities(Kind::Check) => vec![piece("a check", Kind::Check)],
            PieceGroup::Activities(Kind::Scenario) => vec![piece("a scenario", Kind::Scenario)],
            _ => Vec::new(),
        };
        Pieces { activities, ..Pieces::default() }
    }

    #[test]
    fn a_piece_is_there_with_its_group_and_all_are_in_the_order_of_the_catalogue() {
        Owner::new().with(|| {
            let content = content();
            let checks = PieceGroup::Activities(Kind::Check);
            let [groups @ .., past] = PieceGroup::ALL;
            for group in groups {
                assert!(content.lacks(group) && content.pieces().is_none());
                content.arrive_group(group, Some(of(group)));
                content.arrive_group(group, Some(of(group)));
                assert_eq!(content.group(checks), GroupState::There);
                assert!(content.opened("a check").is_some());
            }
            let all = content.pieces().expect("all groups came");
            let ids: Vec<&str> = all.activities.iter().map(|one| one.id.as_str()).collect();
            assert_eq!(ids, ["a scenario", "a check"], "each of them once");
            content.arrive_group(past, Some(of(past)));
            assert!(PieceGroup::ALL.iter().all(|group| !content.lacks(*group)));
        });
    }

    #[test]
    fn a_group_that_did_not_come_is_asked_for_again_and_the_others_stay() {
        Owner::new().with(|| {
            let content = content();
            let [checks, others @ .., _] = PieceGroup::ALL;
            content.arrive_group(checks, Some(of(checks)));
            content.arrive_group(others[0], None);
            assert_eq!([checks, others[0]].map(|group| content.group(group)), [GroupState::There, GroupState::Failed]);
            assert!(content.opened("a check").is_some() && content.opened("a scenario").is_none());
            content.coming();
            assert!(!content.lacks(checks) && content.lacks(others[0]));
            for group in others {
                content.arrive_group(group, Some(of(group)));
            }
            assert!(content.activity("a scenario").is_some());
        });
    }

    #[test]
    fn earlier_words_come_last_and_nothing_else_waits_for_them() {
        Owner::new().with(|| {
            let content = content();
            let [groups @ .., past] = PieceGroup::ALL;
            assert_eq!(past, PieceGroup::Past, "last in the order that tells a host nothing");
            for group in groups {
                content.arrive_group(group, Some(of(group)));
            }
            let now = piece("a check", Kind::Check).items[0].clone();
            let was = Item { ask: "once".into(), ..now };
            let earlier = Item { revision: 0, ..was };
            let words = || content.wordings("a check").at("ask", 0).map(|item| item.ask.clone());
            assert!(content.pieces().is_some() && content.lacks(past) && words().is_none());
            content.arrive_group(past, None);
            assert_eq!((content.group(past), content.pieces().is_some()), (GroupState::Failed, true));
            let items = vec![earlier];
            let file = vec![PastActivity { id: "a check".into(), items }];
            content.arrive_group(past, Some(Pieces { past: file, ..Pieces::default() }));
            assert_eq!((content.group(past), words()), (GroupState::There, Some("once".to_owned())));
            assert_eq!(content.wordings("a scenario").past, []);
        });
    }
}
