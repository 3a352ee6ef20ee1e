//! How far the work with a passphrase has come.

use super::{LiveText, app, refusal};
use crate::{
    state::{Guard, Hitch, KeepError, Refusal, Slip, Work},
    words::word,
};
use leptos::prelude::*;

/// Says how far the work with a passphrase has come. That a passphrase is wrong is said beside its field.
#[component]
pub fn WorkLine(
    /// Whether it is what is waited for here; it is unless this says otherwise.
    #[prop(optional, into)]
    mine: Option<Signal<bool>>,
    /// Said while it takes its time.
    #[prop(into)]
    working: Signal<String>,
    /// Said once it is done; nothing unless given.
    #[prop(optional, into)]
    done: Signal<String>,
) -> impl IntoView {
    let app = app();
    let mine = move || mine.is_none_or(|mine| mine.get());
    let going = move || match app.work() {
        _ if !mine() => String::new(),
        Work::Stretching | Work::Going => working.get(),
        Work::Writing if app.guard() == Guard::Open => word::lock::sealing().to_owned(),
        Work::Writing => word::app::loading().to_owned(),
        Work::Done => done.get(),
        Work::Idle | Work::Refused(_) => String::new(),
    };
    let hitch = move || match app.work() {
        Work::Refused(hitch) if mine() && !is_wrong(hitch) => hitch_words(hitch, app.slip()),
        _ => String::new(),
    };
    view! {
        <p class="work" role="status">
            <LiveText text=going/>
        </p>
        <p class="work" role="alert">
            <LiveText text=hitch/>
        </p>
    }
}

/// Whether it is what was typed that is wrong.
pub(super) fn is_wrong(hitch: Hitch) -> bool {
    matches!(hitch, Hitch::Wrong(_) | Hitch::Refusal(Refusal::Wrong))
}

/// Why something with a passphrase was not done, and what to do.
pub(super) fn hitch_words(hitch: Hitch, slip: Slip) -> String {
    let words = match hitch {
        Hitch::Wrong(0) => return slip_words(slip),
        Hitch::Wrong(seconds) => return [slip_words(slip), word::lock::wrong_wait(f64::from(seconds))].join(" "),
        Hitch::Failed => word::lock::failed(),
        Hitch::NotChecked => word::backup::not_checked(),
        Hitch::TooMuch => word::backup::too_much(),
        Hitch::NotRead => word::backup::not_read(),
        Hitch::NoRoom => word::backup::no_room(),
        Hitch::Stopped => word::backup::stopped(),
        Hitch::Halfway => word::lock::halfway(),
        Hitch::Keep(KeepError::Full) => word::lock::no_room(),
        Hitch::Keep(why) => refusal(why),
        Hitch::Refusal(refusal) => match refusal {
            Refusal::NoMemory => word::lock::no_memory(),
            Refusal::Wrong => return file_slip_words(slip),
            Refusal::NotABackup => word::backup::not_backup(),
            Refusal::Newer => word::backup::newer(),
            Refusal::CutShort => word::backup::cut_short(),
            Refusal::Damaged => word::backup::damaged(),
            Refusal::TooLarge => word::backup::too_large(),
            Refusal::OutOfBounds => word::backup::out_of_bounds(),
        },
    };
    words.to_owned()
}

/// Why the lock did not open, as far as can be told.
fn slip_words(slip: Slip) -> String {
    let words = match slip {
        Slip::Passphrase => word::lock::wrong(),
        Slip::Space => word::lock::wrong_space(),
        Slip::Capitals => word::lock::wrong_capitals(),
        Slip::IsCode => word::lock::wrong_is_code(),
        Slip::Code => word::lock::wrong_code(),
        Slip::Length(signs) => return word::lock::wrong_length(&signs.to_string()),
    };
    words.to_owned()
}

/// Why a backup did not open, as far as can be told.
fn file_slip_words(slip: Slip) -> String {
    let first = match slip {
        Slip::IsCode => return word::backup::wrong_is_code().to_owned(),
        Slip::Space | Slip::Capitals => slip_words(slip),
        _ => word::backup::wrong_typed().to_owned(),
    };
    [&*first, word::backup::wrong()].join(" ")
}
