//! The files in which a locale's pieces come: small ones, so that what is needed first is there first.
//!
//! They are always fetched in the same order, whatever is opened: a host that sees the requests learns nothing from them.

use super::{Kind, Pieces};

/// Those pieces of a locale that stand in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceGroup {
    /// The activities of a kind.
    Activities(Kind),
    /// The words of the screens one comes to later.
    Words,
    /// The cards, and the page for facilitators.
    Cards,
    /// The coins.
    Coins,
    /// Earlier and retired wordings.
    Past,
}

impl PieceGroup {
    /// All of them in the order in which they are fetched: first the self-check, which a course's link leads to; last the
    /// earlier wordings, which no screen has to wait for.
    pub const ALL: [PieceGroup; 9] = [
        PieceGroup::Activities(Kind::Check),
        PieceGroup::Words,
        PieceGroup::Cards,
        PieceGroup::Activities(Kind::Form),
        PieceGroup::Activities(Kind::Inventory),
        PieceGroup::Coins,
        PieceGroup::Activities(Kind::Exercise),
        PieceGroup::Activities(Kind::Scenario),
        PieceGroup::Past,
    ];

    /// Returns the part of the file's name between the locale and the ending.
    pub fn name(self) -> &'static str {
        match self {
            PieceGroup::Activities(Kind::Check) => "checks",
            PieceGroup::Activities(Kind::Form) => "forms",
            PieceGroup::Activities(Kind::Inventory) => "inventories",
            PieceGroup::Activities(Kind::Exercise) => "exercises",
            PieceGroup::Activities(Kind::Scenario) => "scenarios",
            PieceGroup::Words => "words",
            PieceGroup::Cards => "cards",
            PieceGroup::Coins => "coins",
            PieceGroup::Past => "past",
        }
    }

    /// Returns those pieces that stand in this group's file.
    pub fn among(self, pieces: &Pieces) -> Pieces {
        let mut part = Pieces::default();
        match self {
            PieceGroup::Activities(kind) => {
                part.activities = pieces.activities.iter().filter(|one| one.kind == kind).cloned().collect();
            }
            PieceGroup::Words => part.words.clone_from(&pieces.words),
            PieceGroup::Cards => {
                part.cards.clone_from(&pieces.cards);
                part.guide.clone_from(&pieces.guide);
            }
            PieceGroup::Coins => part.coins.clone_from(&pieces.coins),
            PieceGroup::Past => part.past.clone_from(&pieces.past),
        }
        part
    }
}

impl Pieces {
    /// Adds what came in another file.
    pub fn take_in(&mut self, other: Pieces) {
        let Pieces { words, activities, coins, cards, guide, past } = other;
        self.words.extend(words);
        self.activities.extend(activities);
        self.coins.extend(coins);
        self.cards.extend(cards);
        self.past.extend(past);
        self.guide = guide.or(self.guide.take());
    }
}
