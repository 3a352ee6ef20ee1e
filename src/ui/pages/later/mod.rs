//! The screens one comes to later, and the words of `ui-later.toml`, which no other file names: they come with the
//! activities, so that the first screen need not wait for them.

mod about;
mod again;
mod backup;
mod cards;
mod closing;
mod coin;
mod commitment;
mod commitment_fields;
mod commitments;
mod compare;
mod compare_told;
mod edit;
mod entry;
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
mod place;
mod placement_settings;
mod placing;
mod printing;
mod record;
mod record_fields;
mod reflect;
mod restore;
mod settings;
mod sheets;
mod shut;

use super::{runner::Sitting, step::Placed};
use crate::{chunk::chunk, route::Route, state::App, ui::components::Erasing};
use about::About;
use backup::Backup;
use cards::{CardPage, CardsPage};
use closing::ClosingPage;
use coin::CoinPage;
use commitment::CommitmentPage;
use commitment_fields::{CommitmentOn, EditCommitment, NewCommitment};
use commitments::Commitments;
use compare::Compare;
use edit::Edit;
use entry::EntryPage;
use erase::{Erase, Forgotten};
use export::Export;
use guide::GuidePage;
use hand_in::HandIn;
use language::LanguagePage;
use leptos::prelude::*;
use lines::Lines;
use lock::Lock;
use new_passphrase::NewPassphrase;
use obverse_core::activity::Activity;
use place::{Place, PlaceStep};
use printing::Printing;
use record::RecordPage;
use reflect::{OfKind, Reflect};
use restore::Restore;
use settings::Settings;
use shut::Shut;

/// A screen one comes to later.
#[derive(Clone, Copy)]
pub enum LaterScreen {
    /// The one at an address.
    At(Route),
    /// The end of an activity.
    Closing(StoredValue<Activity>, StoredValue<Sitting>),
    /// What opens a lock.
    Shut,
    /// A new passphrase, after a recovery code opened the lock.
    NewPassphrase,
    /// Placing oneself on the coin with this id, as a part of an activity; takes what is placed.
    Placing(StoredValue<String>, RwSignal<Option<Placed>>),
    /// Erasing everything, as a part of a page; what comes once it is done.
    Erasing(Callback<()>),
    /// The last page: all is erased, and the app is off this browser.
    Forgotten,
}

/// Draws one of these screens.
pub type Screens = fn(LaterScreen) -> AnyView;

chunk! {
    /// Returns what draws the screens one comes to later: the lock's settings, backups, steps, cards and so on.
    later: fn later_screens() -> Screens {
        later as Screens
    }
}

chunk! {
    /// Goes on with what was cut off.
    later: fn go_on_now(app: App) -> () {
        app.go_on()
    }
}

fn later(screen: LaterScreen) -> AnyView {
    match screen {
        LaterScreen::At(route) => at(route),
        LaterScreen::Closing(activity, sitting) => {
            view! { <ClosingPage activity=activity sitting=sitting.get_value()/> }.into_any()
        }
        LaterScreen::Shut => view! { <Shut/> }.into_any(),
        LaterScreen::NewPassphrase => view! { <NewPassphrase/> }.into_any(),
        LaterScreen::Placing(coin, placed) => view! { <PlaceStep coin=coin placed=placed/> }.into_any(),
        LaterScreen::Erasing(then) => view! { <Erasing then=then/> }.into_any(),
        LaterScreen::Forgotten => view! { <Forgotten/> }.into_any(),
    }
}

fn at(route: Route) -> AnyView {
    match route {
        Route::About => view! { <About/> }.into_any(),
        Route::Reflect => view! { <Reflect/> }.into_any(),
        Route::Coin(code) => view! { <CoinPage code=code/> }.into_any(),
        Route::Place(code) => view! { <Place code=code/> }.into_any(),
        Route::Kind(kind) => view! { <OfKind kind=kind/> }.into_any(),
        Route::Entry(id) => view! { <EntryPage id=id/> }.into_any(),
        Route::Edit(id) => view! { <Edit id=id/> }.into_any(),
        Route::Settings => view! { <Settings/> }.into_any(),
        Route::Lock => view! { <Lock/> }.into_any(),
        Route::Backup => view! { <Backup/> }.into_any(),
        Route::Restore => view! { <Restore/> }.into_any(),
        Route::Export => view! { <Export/> }.into_any(),
        Route::Erase => view! { <Erase/> }.into_any(),
        Route::Record(id) => view! { <RecordPage id=id/> }.into_any(),
        Route::Print => view! { <Printing/> }.into_any(),
        Route::Cards => view! { <CardsPage/> }.into_any(),
        Route::Card(code) => view! { <CardPage code=code/> }.into_any(),
        Route::Lines => view! { <Lines/> }.into_any(),
        Route::Compare => view! { <Compare/> }.into_any(),
        Route::HandIn => view! { <HandIn/> }.into_any(),
        Route::Guide => view! { <GuidePage/> }.into_any(),
        Route::Language => view! { <LanguagePage/> }.into_any(),
        Route::Steps => view! { <Commitments/> }.into_any(),
        Route::NewStep(from) => view! { <NewCommitment from=from/> }.into_any(),
        Route::StepOn(code) => view! { <CommitmentOn code=code/> }.into_any(),
        Route::Step(id) => view! { <CommitmentPage id=id/> }.into_any(),
        Route::EditStep(id) => view! { <EditCommitment id=id/> }.into_any(),
        _ => view! { <super::Missing/> }.into_any(),
    }
}
