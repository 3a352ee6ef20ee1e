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

pub use about::about;
pub use activity::activity;
pub use coin::coin;
pub use coins::coins;
pub use edit::edit;
pub use entry::entry;
pub use form::form;
pub use journal::journal;
pub use missing::missing;
pub use place::place;
pub use recovery::recovery;
pub use reflect::reflect;
pub use settings::settings;
pub use today::today;
pub use welcome::welcome;
pub use write::write;
