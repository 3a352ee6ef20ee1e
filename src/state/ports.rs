//! What the app needs from outside, put together in the composition root.

use super::{App, Content, FetchLanguage, Host, Language};
use obverse_core::{
    reflection::Stamp,
    vault::{Clock, Entropy, Shelf},
};
use std::rc::Rc;

/// Everything the app needs from outside.
#[derive(Clone)]
pub struct Ports {
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// Randomness.
    pub entropy: Rc<dyn Entropy>,
    /// The store that lasts; `None` where the browser lends none.
    pub durable: Option<Rc<dyn Shelf>>,
    /// The store that lasts as long as the tab.
    pub tab: Option<Rc<dyn Shelf>>,
    /// The rest of the browser.
    pub host: Rc<dyn Host>,
    /// "21 November 2026", for a locale.
    pub date: fn(&str, Stamp) -> String,
    /// "November 2026", for a locale.
    pub month: fn(&str, Stamp) -> String,
    /// Returns the day of the month and the short name of the day of the week, such as "27" and "Fri", in a locale.
    pub weekday: fn(&str, Stamp) -> [String; 2],
    /// Returns the day of the week with its date, such as "Tuesday 1 December", in a locale.
    pub long_day: fn(&str, Stamp) -> String,
    /// "12 %", for a locale and a share of one.
    pub percent: fn(&str, f64) -> String,
    /// Fetches the activities' text and hands it to the content.
    pub fetch_pieces: fn(Content),
    /// Goes on with what was cut off, by [`App::go_on`].
    pub go_on: fn(App),
    /// The languages there are.
    pub languages: fn() -> Vec<Language>,
    /// Fetches another.
    pub fetch_language: FetchLanguage,
    /// Whether this is the home-screen app.
    pub standalone: bool,
    /// Whether this is a tab whose store is cleared sooner than that of the home-screen app.
    pub keeps_longer_at_home: bool,
    /// The ids of journals that were erased: should the store bring one back, it is erased again.
    pub erased: Vec<String>,
}
