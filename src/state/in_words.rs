//! Days and shares as the browser says them in the app's language.

use super::App;
use chrono::NaiveDate;
use leptos::prelude::*;
use obverse_core::reflection::Stamp;

impl App {
    /// "21 November 2026".
    pub fn date(self, stamp: Stamp) -> String {
        self.ports.with_value(|ports| (ports.date)(&self.content.locale(), stamp))
    }

    /// "21 November 2026", of a day.
    pub fn day(self, day: NaiveDate) -> String {
        self.date(Stamp::noon(day))
    }

    /// "November 2026".
    pub fn month(self, stamp: Stamp) -> String {
        self.ports.with_value(|ports| (ports.month)(&self.content.locale(), stamp))
    }

    /// "November 2026", of a day.
    pub fn month_of(self, day: NaiveDate) -> String {
        self.month(Stamp::noon(day))
    }

    /// The day of the month and that of the week: "27" and "Fri".
    pub fn weekday(self, stamp: Stamp) -> [String; 2] {
        self.ports.with_value(|ports| (ports.weekday)(&self.content.locale(), stamp))
    }

    /// "12 %".
    pub fn percent(self, share: f64) -> String {
        self.ports.with_value(|ports| (ports.percent)(&self.content.locale(), share))
    }
}
