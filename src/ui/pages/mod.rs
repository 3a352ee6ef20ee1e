//! The screens, a file each.

mod about;
mod activity;
mod closing;
mod coin;
mod coins;
mod edit;
mod entry;
mod form;
mod journal;
mod missing;
mod place;
mod recovery;
mod reflect;
mod runner;
mod settings;
mod step;
mod today;
mod welcome;
mod write;

pub use about::About;
pub use activity::ActivityPage;
pub use coin::CoinPage;
pub use coins::Coins;
pub use edit::Edit;
pub use entry::EntryPage;
pub use form::FormPage;
pub use journal::JournalPage;
pub use missing::Missing;
pub use place::Place;
pub use recovery::Recovery;
pub use reflect::Reflect;
pub use settings::SettingsPage;
pub use today::Today;
pub use welcome::Welcome;
pub use write::Write;
