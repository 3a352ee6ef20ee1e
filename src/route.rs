//! Addresses. All stand behind the `#`, so that they never reach a host, and none of them tells a topic, in the browser's
//! history either: pieces go by their [`Code`], written with this tab's [`Salt`], records by their random id.

mod code;
mod salt;

pub use code::Code;
pub use salt::Salt;

use obverse_core::{activity::Kind, vault::RecordId};

/// The id of the self-check before a course.
pub const BEFORE: &str = "before";

/// The address of the self-check before a course, for a printed code: readable, and telling nothing of anybody.
pub const CHECK: &str = "#/check/before";

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The next thing, and the way to "Something happened".
    Today,
    /// All activities.
    Reflect,
    /// One activity, at the step the person is at.
    Activity(Code),
    /// The table of coins.
    Coins,
    /// One coin.
    Coin(Code),
    /// Placing oneself on a coin.
    Place(Code),
    /// All entries.
    Journal,
    /// Every text of the person's, and nothing else: for when a screen cannot be drawn.
    Plain,
    /// The ways to write.
    Write,
    /// Writing along a form, perhaps out of a record.
    Form(Code, Option<RecordId>),
    /// One entry.
    Entry(RecordId),
    /// Changing an entry.
    Edit(RecordId),
    /// An entry on paper, or a record for an appraisal out of it.
    Record(RecordId),
    /// Some entries on paper.
    Print,
    /// Settings.
    Settings,
    /// The lock.
    Lock,
    /// Making a backup.
    Backup,
    /// Testing or restoring one.
    Restore,
    /// A copy for other programs.
    Export,
    /// Erasing.
    Erase,
    /// The steps a person chose.
    Steps,
    /// A new step, perhaps out of a record.
    NewStep(Option<RecordId>),
    /// A new step about a coin.
    StepOn(Code),
    /// One step.
    Step(RecordId),
    /// Changing a step.
    EditStep(RecordId),
    /// The list of all activities of one kind.
    Kind(Kind),
    /// The cards.
    Cards,
    /// One card.
    Card(Code),
    /// The person's own lines, to have ready.
    Lines,
    /// The self-check on its three occasions, side by side.
    Compare,
    /// Handing the self-check in.
    HandIn,
    /// For a facilitator.
    Guide,
    /// The language of the words.
    Language,
    /// What this is, and its limits.
    About,
    /// An address that leads nowhere.
    Missing,
}

impl Route {
    /// Reads what stands behind the `#`. Never fails: what it does not know is [`Route::Missing`]; and where a piece is
    /// meant that was not written with this salt, in another session then, it is [`Route::Today`].
    pub fn parse(hash: &str, salt: &Salt) -> Route {
        let parts: Vec<&str> = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty()).collect();
        let code = |text: &str, route: fn(Code) -> Route| salt.find(text).map_or(Route::Today, route);
        let record = |text: &str, route: fn(RecordId) -> Route| text.parse().map_or(Route::Missing, route);
        match parts[..] {
            [] => Route::Today,
            ["reflect"] => Route::Reflect,
            ["reflect", name] if kind(name).is_some() => kind(name).map_or(Route::Missing, Route::Kind),
            ["reflect", one] => code(one, Route::Activity),
            ["coins"] => Route::Coins,
            ["coins", one] => code(one, Route::Coin),
            ["coins", one, "place"] => code(one, Route::Place),
            ["journal"] => Route::Journal,
            ["journal", one] => record(one, Route::Entry),
            ["journal", one, "edit"] => record(one, Route::Edit),
            ["journal", one, "record"] => record(one, Route::Record),
            ["print"] => Route::Print,
            ["plain"] => Route::Plain,
            ["write"] => Route::Write,
            ["write", one] => code(one, |form| Route::Form(form, None)),
            ["write", one, from] => match (salt.find(one), from.parse()) {
                (Some(form), Ok(from)) => Route::Form(form, Some(from)),
                (None, Ok(_)) => Route::Today,
                _ => Route::Missing,
            },
            ["settings"] => Route::Settings,
            ["lock"] => Route::Lock,
            ["backup"] => Route::Backup,
            ["restore"] => Route::Restore,
            ["export"] => Route::Export,
            ["erase"] => Route::Erase,
            ["steps"] => Route::Steps,
            ["steps", "new"] => Route::NewStep(None),
            ["steps", "new", from] => record(from, |from| Route::NewStep(Some(from))),
            ["steps", "on", one] => code(one, Route::StepOn),
            ["steps", one] => record(one, Route::Step),
            ["steps", one, "edit"] => record(one, Route::EditStep),
            ["cards"] => Route::Cards,
            ["cards", one] => code(one, Route::Card),
            ["lines"] => Route::Lines,
            ["compare"] => Route::Compare,
            ["hand-in"] => Route::HandIn,
            ["guide"] => Route::Guide,
            ["language"] => Route::Language,
            ["about"] => Route::About,
            // For a link or a printed code that a course hands out: readable, and telling nothing of anybody.
            ["check", one @ ("before" | "after" | "later")] => Route::Activity(Code::of(one)),
            _ => Route::Missing,
        }
    }

    /// The tab of the main navigation it belongs to.
    pub fn tab(self) -> Tab {
        match self {
            Route::Today | Route::Missing => Tab::Today,
            Route::Steps | Route::NewStep(_) | Route::StepOn(_) | Route::Step(_) | Route::EditStep(_) => Tab::Today,
            Route::Reflect | Route::Activity(_) | Route::Kind(_) | Route::Cards | Route::Card(_) => Tab::Reflect,
            Route::Lines | Route::Compare | Route::HandIn | Route::Guide => Tab::Reflect,
            Route::Coins | Route::Coin(_) | Route::Place(_) => Tab::Coins,
            Route::Journal | Route::Write | Route::Form(..) | Route::Entry(_) | Route::Edit(_) => Tab::Journal,
            Route::Record(_) | Route::Print | Route::Plain => Tab::Journal,
            Route::Settings | Route::Lock | Route::Language | Route::About => Tab::Settings,
            Route::Backup | Route::Restore | Route::Export | Route::Erase => Tab::Settings,
        }
    }

    /// Whether it is about steps.
    pub fn is_step(self) -> bool {
        let one = matches!(self, Route::Step(_) | Route::EditStep(_));
        one || matches!(self, Route::Steps | Route::NewStep(_) | Route::StepOn(_))
    }

    /// Whether it is a list of things to open.
    pub fn is_list(self) -> bool {
        let of_pieces = matches!(self, Route::Reflect | Route::Kind(_) | Route::Coins | Route::Cards);
        of_pieces || matches!(self, Route::Journal | Route::Write | Route::Steps | Route::Lines)
    }

    /// Whether it is one of the five tabs itself.
    pub fn is_tab(self) -> bool {
        matches!(self, Route::Today | Route::Reflect | Route::Coins | Route::Journal | Route::Settings)
    }

    /// Whether its address holds a [`Code`].
    pub fn has_code(self) -> bool {
        let piece = matches!(self, Route::Activity(_) | Route::Coin(_) | Route::Place(_) | Route::Card(_));
        piece || matches!(self, Route::Form(..) | Route::StepOn(_))
    }

    /// Writes it, with `#` before it.
    pub fn address(self, salt: &Salt) -> String {
        match self {
            Route::Today => "#/".into(),
            Route::Reflect => "#/reflect".into(),
            Route::Activity(code) => format!("#/reflect/{}", salt.hide(code)),
            Route::Coins => "#/coins".into(),
            Route::Coin(code) => format!("#/coins/{}", salt.hide(code)),
            Route::Place(code) => format!("#/coins/{}/place", salt.hide(code)),
            Route::Journal => "#/journal".into(),
            Route::Plain => "#/plain".into(),
            Route::Write => "#/write".into(),
            Route::Form(form, None) => format!("#/write/{}", salt.hide(form)),
            Route::Form(form, Some(from)) => format!("#/write/{}/{from}", salt.hide(form)),
            Route::Entry(id) => format!("#/journal/{id}"),
            Route::Edit(id) => format!("#/journal/{id}/edit"),
            Route::Record(id) => format!("#/journal/{id}/record"),
            Route::Print => "#/print".into(),
            Route::Settings => "#/settings".into(),
            Route::Lock => "#/lock".into(),
            Route::Backup => "#/backup".into(),
            Route::Restore => "#/restore".into(),
            Route::Export => "#/export".into(),
            Route::Erase => "#/erase".into(),
            Route::Steps => "#/steps".into(),
            Route::NewStep(None) => "#/steps/new".into(),
            Route::NewStep(Some(from)) => format!("#/steps/new/{from}"),
            Route::StepOn(code) => format!("#/steps/on/{}", salt.hide(code)),
            Route::Step(id) => format!("#/steps/{id}"),
            Route::EditStep(id) => format!("#/steps/{id}/edit"),
            Route::Kind(kind) => format!("#/reflect/{}", kind_name(kind)),
            Route::Cards => "#/cards".into(),
            Route::Card(code) => format!("#/cards/{}", salt.hide(code)),
            Route::Lines => "#/lines".into(),
            Route::Compare => "#/compare".into(),
            Route::HandIn => "#/hand-in".into(),
            Route::Guide => "#/guide".into(),
            Route::Language => "#/language".into(),
            Route::About => "#/about".into(),
            Route::Missing => "#/missing".into(),
        }
    }
}

const KINDS: [Kind; 5] = [Kind::Inventory, Kind::Exercise, Kind::Scenario, Kind::Check, Kind::Form];

/// A kind's name in addresses.
fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Inventory => "questions",
        Kind::Exercise => "exercises",
        Kind::Scenario => "moments",
        Kind::Check => "checks",
        Kind::Form => "ways-to-write",
    }
}

fn kind(name: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| kind_name(*kind) == name)
}

/// The five tabs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// [`Route::Today`].
    Today,
    /// [`Route::Reflect`].
    Reflect,
    /// [`Route::Coins`].
    Coins,
    /// [`Route::Journal`].
    Journal,
    /// [`Route::Settings`].
    Settings,
}

#[cfg(test)]
mod tests;
