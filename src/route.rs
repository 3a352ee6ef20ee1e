//! Addresses. All stand behind the `#`, so that they never reach a host, and none of them tells a topic:
//! pieces go by their [`Code`], records by their random id.

mod code;

pub use code::Code;

use obverse_core::{activity::Kind, vault::RecordId};
use std::fmt;

/// The id of the self-check before a course.
pub const BEFORE: &str = "before";

/// The address of the self-check before a course, for a printed code: readable, and telling nothing of anybody.
pub const CHECK: &str = "#/check/before";

/// A screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The next thing, and the door "Something happened".
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
    /// All activities of a kind.
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
    /// From now on nothing is kept: leads to Today at once.
    Shared,
    /// The language of the words.
    Language,
    /// What this is, and its limits.
    About,
    /// An address that leads nowhere.
    Missing,
}

impl Route {
    /// Reads what stands behind the `#`. Never fails: what it does not know is [`Route::Missing`].
    pub fn parse(hash: &str) -> Route {
        let parts: Vec<&str> = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty()).collect();
        let code = |text: &str, route: fn(Code) -> Route| text.parse().map_or(Route::Missing, route);
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
            ["write"] => Route::Write,
            ["write", one] => code(one, |form| Route::Form(form, None)),
            ["write", one, from] => match (one.parse(), from.parse()) {
                (Ok(form), Ok(from)) => Route::Form(form, Some(from)),
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
            ["shared"] => Route::Shared,
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
            Route::Today | Route::Shared | Route::Missing => Tab::Today,
            Route::Steps | Route::NewStep(_) | Route::StepOn(_) | Route::Step(_) | Route::EditStep(_) => Tab::Today,
            Route::Reflect | Route::Activity(_) | Route::Kind(_) | Route::Cards | Route::Card(_) => Tab::Reflect,
            Route::Lines | Route::Compare | Route::HandIn | Route::Guide => Tab::Reflect,
            Route::Coins | Route::Coin(_) | Route::Place(_) => Tab::Coins,
            Route::Journal | Route::Write | Route::Form(..) | Route::Entry(_) | Route::Edit(_) => Tab::Journal,
            Route::Record(_) | Route::Print => Tab::Journal,
            Route::Settings | Route::Lock | Route::Language | Route::About => Tab::Settings,
            Route::Backup | Route::Restore | Route::Export | Route::Erase => Tab::Settings,
        }
    }

    /// Whether it is about steps.
    pub fn is_step(self) -> bool {
        let one = matches!(self, Route::Step(_) | Route::EditStep(_));
        one || matches!(self, Route::Steps | Route::NewStep(_) | Route::StepOn(_))
    }

    /// Whether it is one of the five tabs itself.
    pub fn is_tab(self) -> bool {
        matches!(self, Route::Today | Route::Reflect | Route::Coins | Route::Journal | Route::Settings)
    }
}

impl fmt::Display for Route {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Route::Today => write!(out, "#/"),
            Route::Reflect => write!(out, "#/reflect"),
            Route::Activity(code) => write!(out, "#/reflect/{code}"),
            Route::Coins => write!(out, "#/coins"),
            Route::Coin(code) => write!(out, "#/coins/{code}"),
            Route::Place(code) => write!(out, "#/coins/{code}/place"),
            Route::Journal => write!(out, "#/journal"),
            Route::Write => write!(out, "#/write"),
            Route::Form(form, None) => write!(out, "#/write/{form}"),
            Route::Form(form, Some(from)) => write!(out, "#/write/{form}/{from}"),
            Route::Entry(id) => write!(out, "#/journal/{id}"),
            Route::Edit(id) => write!(out, "#/journal/{id}/edit"),
            Route::Record(id) => write!(out, "#/journal/{id}/record"),
            Route::Print => write!(out, "#/print"),
            Route::Settings => write!(out, "#/settings"),
            Route::Lock => write!(out, "#/lock"),
            Route::Backup => write!(out, "#/backup"),
            Route::Restore => write!(out, "#/restore"),
            Route::Export => write!(out, "#/export"),
            Route::Erase => write!(out, "#/erase"),
            Route::Steps => write!(out, "#/steps"),
            Route::NewStep(None) => write!(out, "#/steps/new"),
            Route::NewStep(Some(from)) => write!(out, "#/steps/new/{from}"),
            Route::StepOn(code) => write!(out, "#/steps/on/{code}"),
            Route::Step(id) => write!(out, "#/steps/{id}"),
            Route::EditStep(id) => write!(out, "#/steps/{id}/edit"),
            Route::Kind(kind) => write!(out, "#/reflect/{}", kind_name(*kind)),
            Route::Cards => write!(out, "#/cards"),
            Route::Card(code) => write!(out, "#/cards/{code}"),
            Route::Lines => write!(out, "#/lines"),
            Route::Compare => write!(out, "#/compare"),
            Route::HandIn => write!(out, "#/hand-in"),
            Route::Guide => write!(out, "#/guide"),
            Route::Shared => write!(out, "#/shared"),
            Route::Language => write!(out, "#/language"),
            Route::About => write!(out, "#/about"),
            Route::Missing => write!(out, "#/missing"),
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
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::{
        fs,
        path::{Path, PathBuf},
    };

    fn any_route() -> impl Strategy<Value = Route> {
        let code = || any::<[u8; 3]>().prop_map(Code);
        let record = || any::<u128>().prop_map(|id| format!("{id:032x}").parse().expect("32 hex digits"));
        prop_oneof![
            Just(Route::Today),
            Just(Route::Reflect),
            Just(Route::Coins),
            Just(Route::Journal),
            Just(Route::Write),
            Just(Route::Settings),
            Just(Route::Language),
            Just(Route::About),
            Just(Route::Lock),
            Just(Route::Backup),
            Just(Route::Restore),
            Just(Route::Export),
            Just(Route::Print),
            Just(Route::Erase),
            Just(Route::Steps),
            Just(Route::Cards),
            Just(Route::Lines),
            Just(Route::Compare),
            Just(Route::HandIn),
            Just(Route::Guide),
            Just(Route::Shared),
            prop::sample::select(KINDS.to_vec()).prop_map(Route::Kind),
            code().prop_map(Route::Card),
            proptest::option::of(record()).prop_map(Route::NewStep),
            code().prop_map(Route::StepOn),
            record().prop_map(Route::Step),
            record().prop_map(Route::EditStep),
            code().prop_map(Route::Activity),
            code().prop_map(Route::Coin),
            code().prop_map(Route::Place),
            (code(), proptest::option::of(record())).prop_map(|(form, from)| Route::Form(form, from)),
            record().prop_map(Route::Entry),
            record().prop_map(Route::Edit),
            record().prop_map(Route::Record),
        ]
    }

    proptest! {
        #[test]
        fn what_is_formatted_is_parsed_back(route in any_route()) {
            prop_assert_eq!(Route::parse(&route.to_string()), route);
        }

        #[test]
        fn nothing_breaks_it_and_what_it_reads_stands_for_itself(hash in "[#/a-f0-9\\PC]{0,80}") {
            let route = Route::parse(&hash);
            if route != Route::Missing {
                prop_assert_eq!(Route::parse(&route.to_string()), route);
            }
        }
    }

    #[test]
    fn a_printed_code_leads_to_the_self_check() {
        assert_eq!(Route::parse(CHECK), Route::Activity(Code::of(BEFORE)));
    }

    /// The ids and titles of all pieces there are, in every locale.
    fn pieces() -> Vec<(String, String)> {
        let below = |folder: &Path| -> Vec<PathBuf> {
            let found = fs::read_dir(folder).expect("a folder of questionnaires/");
            found.map(|found| found.expect("an entry of it").path()).collect()
        };
        let locales = below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("questionnaires"));
        let kinds = locales.iter().filter(|path| path.is_dir()).flat_map(|locale| below(locale));
        let files = kinds.filter(|path| path.is_dir()).flat_map(|kind| below(&kind));
        let piece = |path: PathBuf| {
            let text = fs::read_to_string(&path).expect("a piece");
            let title = text.lines().find(|line| line.starts_with("title = ") || line.starts_with("name = "));
            let id = path.file_stem().expect("a file's name is the piece's id").to_string_lossy().into_owned();
            (id, title.expect("a piece has a title or a name").to_owned())
        };
        files.filter(|path| path.extension().is_some_and(|end| end == "toml")).map(piece).collect()
    }

    #[test]
    fn an_address_tells_no_topic() {
        let pieces = pieces();
        assert!(pieces.len() > 15, "{pieces:?}");
        for (id, title) in pieces {
            let code = Code::of(&id);
            let routes = [
                Route::Activity(code),
                Route::Coin(code),
                Route::Place(code),
                Route::Form(code, None),
                Route::StepOn(code),
                Route::Card(code),
            ];
            for route in routes {
                // What is left without the code is the same for all pieces.
                let address = route.to_string();
                let frame = address.replace(&code.to_string(), "");
                assert!(
                    ["#/reflect/", "#/coins/", "#/coins//place", "#/write/", "#/steps/on/", "#/cards/"]
                        .contains(&&*frame),
                    "{address}"
                );
            }
            let said = format!("{id} {title}").to_lowercase();
            let words = said.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 2);
            for word in words {
                assert!(!code.to_string().contains(word), "the code of {id} says {word}");
            }
        }
    }
}
