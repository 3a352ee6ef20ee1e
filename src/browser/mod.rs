//! The only place that touches the browser. Everything here is an adapter: it implements a port of
//! `obverse-core` or of [`crate::state::Host`], or reads a fact the shell needs.

mod clipboard;
mod clock;
mod entropy;
mod erased;
mod events;
mod fetch;
mod field;
mod files;
mod host;
mod intl;
mod page;
mod shelf;
mod updates;
mod worker;

pub use clock::SystemClock;
pub use entropy::SystemEntropy;
pub use erased::{Asked, ask_erased, erased};
pub use events::{on_first_press, on_focus, on_hash, on_hide, on_languages, on_leaving, on_storage, on_touch, touched};
pub use fetch::text;
pub use files::{download, raw_log};
pub use host::Window;
pub use intl::{apart, category, date, forget_formatters, long_day, lower, month, number, percent, weekday, whole};
pub use page::{
    all_there, app_root, content_file, first, first_pressed, focus_heading, focus_soon, go, hash, is_ios, is_mixed,
    is_rescued, languages, locale, name, pause, reload, rescue, standalone, started,
};
pub use shelf::{LocalShelf, SessionShelf, read_whole};
pub use updates::{Updates, reloaded, watch};
pub use wasm_bindgen_futures::spawn_local as spawn;
pub use worker::{Running, errand, on_mixed};
