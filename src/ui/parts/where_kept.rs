use super::app;
use crate::{
    state::{Guard, Mode},
    ui::view::{View, saying},
    words::word,
};

/// Where the words go, in one line.
pub fn where_kept() -> View {
    let app = app();
    saying(move || match app.journal.mode() {
        Mode::Kept if app.guard() == Guard::Open => word::lock::kept_locked(),
        Mode::Kept => word::today::kept(),
        Mode::Locked => word::lock::memory(),
        Mode::Shared => word::today::kept_shared(),
        Mode::Nowhere => word::today::kept_nowhere(),
    })
}
