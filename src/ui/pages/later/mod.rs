//! The screens one comes to later, and the words of `ui-later.toml`, which no other file names: they come with the
//! activities, so that the first screen need not wait for them.

mod again;
mod backup;
mod cards;
mod commitment;
mod commitment_fields;
mod commitments;
mod compare;
mod compare_told;
mod erase;
mod export;
mod export_lines;
mod guide;
mod guide_sheet;
mod hand_in;
mod hand_in_lines;
mod language;
mod lines;
mod lock;
mod new_passphrase;
mod occasion;
mod printing;
mod record;
mod record_fields;
mod restore;
mod sheets;
mod shut;

pub use erase::forgotten;
pub use new_passphrase::new_passphrase;
pub use shut::shut;

use crate::{chunk::chunk, route::Route, ui::view::View};
use backup::backup;
use cards::{card, cards};
use commitment::commitment;
use commitment_fields::{commitment_on, edit_commitment, new_commitment};
use commitments::commitments;
use compare::compare;
use erase::erase;
use export::export;
use guide::guide;
use hand_in::hand_in;
use language::language;
use lines::lines;
use lock::lock;
use printing::printing;
use record::record;
use restore::restore;

/// Draws a screen by its address.
pub type Screens = fn(Route) -> View;

chunk! {
    /// Returns what draws the screens one comes to later: the lock's settings, backups, steps, cards and so on.
    later: fn later_screens() -> Screens {
        later as Screens
    }
}

fn later(route: Route) -> View {
    match route {
        Route::Settings => super::settings(),
        Route::Lock => lock(),
        Route::Backup => backup(),
        Route::Restore => restore(),
        Route::Export => export(),
        Route::Erase => erase(),
        Route::Record(id) => record(id),
        Route::Print => printing(),
        Route::Cards => cards(),
        Route::Card(code) => card(code),
        Route::Lines => lines(),
        Route::Compare => compare(),
        Route::HandIn => hand_in(),
        Route::Guide => guide(),
        Route::Language => language(),
        Route::Steps => commitments(),
        Route::NewStep(from) => new_commitment(from),
        Route::StepOn(code) => commitment_on(code),
        Route::Step(id) => commitment(id),
        Route::EditStep(id) => edit_commitment(id),
        _ => super::missing(),
    }
}
