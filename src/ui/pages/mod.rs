//! The screens, a file each. The words of those in `later/` come with the activities.

mod activity;
mod coins;
mod form;
mod journal;
mod later;
mod missing;
mod on_demand;
mod plain;
mod recovery;
mod runner;
mod step;
mod today;
mod ways_in;
mod welcome;
mod write;

pub use activity::ActivityPage;
pub use coins::Coins;
pub use form::Form;
pub use journal::Journal;
pub use later::LaterScreen;
pub use missing::Missing;
pub use on_demand::{OnDemand, OnDemandPart, fetch_later, go_on};
pub use plain::PlainWords;
pub use recovery::Recovery;
pub use today::{Today, is_new};
pub use welcome::{Ways, Welcome, WelcomeNowhere};
pub use write::Write;
