//! What the icons of the navigation and of Today's last line are drawn with: paths in a field of 24 by 24. By itself, since the build draws them too.

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
/// Paths of an eye that is crossed out, for what hides the screen.
pub(super) const HIDE: &[&str] = &[
    "M3 3l18 18M10.6 6.2A9 9 0 0 1 21 12a13 13 0 0 1-2.4 3.2M6.5 7.5A13 13 0 0 0 3 12c1.6 3 4.9 6 9 6 1.3 0 2.5-.3 3.6-.8",
    "M9.9 10a3 3 0 0 0 4.2 4.2",
];
/// Paths of an open padlock, for what is not locked.
pub(super) const UNLOCKED: &[&str] = &["M5 11h14v9H5z", "M8 11V7a4 4 0 0 1 8 0"];
/// Paths of a phone, for what this tab alone holds.
pub(super) const DEVICE: &[&str] = &["M7 3h10v18H7z", "M11 18h2"];
