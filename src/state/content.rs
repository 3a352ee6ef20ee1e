use crate::route::Code;
use crate::signals::*;
use crate::words::word;
use obverse_core::activity::{Activity, Card, Coin, Guide, Kind, Listed, ListedCoin, Pieces, Shell, Stage};
use obverse_core::reflection::Entry;
use std::sync::Arc;

/// Whether the activities' text is there.
#[derive(Clone, Debug)]
pub enum Loading {
    /// On its way.
    Coming,
    /// There.
    There(Arc<Pieces>),
    /// Could not be had; the person may try again.
    Failed,
}

/// What authors wrote, in the person's language.
#[derive(Clone, Copy)]
pub struct Content {
    shell: StoredValue<Arc<Shell>>,
    pieces: RwSignal<Loading>,
}

impl Content {
    /// The catalogue, with the activities still to come.
    pub fn new(shell: Shell) -> Self {
        Content { shell: StoredValue::new(Arc::new(shell)), pieces: RwSignal::new(Loading::Coming) }
    }

    /// Takes the activities in, or the news that they could not be had.
    pub fn arrive(self, pieces: Option<Pieces>) {
        self.pieces.set(pieces.map_or(Loading::Failed, |pieces| Loading::There(Arc::new(pieces))));
    }

    /// Puts another language in the place of this one.
    pub fn replace(self, shell: Shell, pieces: Pieces) {
        self.shell.set_value(Arc::new(shell));
        self.arrive(Some(pieces));
    }

    /// Says that they are on their way (again).
    pub fn coming(self) {
        self.pieces.set(Loading::Coming);
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

    /// All cards, once there.
    pub fn cards(self) -> Vec<Card> {
        self.pieces().map_or_else(Vec::new, |pieces| pieces.cards.clone())
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
