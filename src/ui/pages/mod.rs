//! The screens, a file each. The words of those in `later/` come with the activities.

mod activity;
mod coin;
mod coins;
mod form;
mod journal;
mod later;
mod missing;
mod on_demand;
mod place;
mod plain;
mod recovery;
mod reflect;
mod runner;
mod settings;
mod step;
mod today;
mod ways_in;
mod welcome;
mod write;

pub use activity::ActivityPage;
use coin::CoinPage;
pub use coins::Coins;
pub use form::Form;
pub use journal::Journal;
pub use later::LaterScreen;
pub use missing::Missing;
pub use on_demand::{OnDemand, OnDemandPart, fetch_later, go_on};
pub use place::Place;
pub use plain::PlainWords;
pub use recovery::Recovery;
use reflect::{OfKind, Reflect};
use settings::Settings;
pub use today::{Today, is_new};
pub use welcome::{Ways, Welcome, WelcomeNowhere};
pub use write::Write;
