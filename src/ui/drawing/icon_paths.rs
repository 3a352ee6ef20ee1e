//! What the icons of the navigation are drawn with: paths in a field of 24 by 24. By itself, since the build draws them too.

/// Paths of a house, for Today.
pub(super) const TODAY: &[&str] = &["M4 11 12 4l8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z"];
/// Paths of a page with a turned corner, for what there is to reflect on.
pub(super) const REFLECT: &[&str] = &["M5 5h14v10H9l-4 4z", "M9 9h6M9 12h4"];
/// Paths of a coin, for the coins.
pub(super) const COINS: &[&str] = &["M4 9a8 4 0 0 0 16 0a8 4 0 0 0-16 0z", "M4 9v5c0 2.2 3.6 4 8 4s8-1.8 8-4V9"];
/// Paths of a bound book, for the journal.
pub(super) const JOURNAL: &[&str] = &["M6 4h11a1 1 0 0 1 1 1v15H7a2 2 0 0 1-2-2V5a1 1 0 0 1 1-1z", "M9 8h6M9 12h6"];
/// Paths of sliders, for the settings.
pub(super) const SETTINGS: &[&str] =
    &["M4 7h10M18 7h2M4 17h2M10 17h10", "M14 7a2 2 0 0 0 4 0a2 2 0 0 0-4 0z", "M6 17a2 2 0 0 0 4 0a2 2 0 0 0-4 0z"];
