//! Days and shares as the browser says them in the app's language.

use super::App;
use chrono::NaiveDate;
use leptos::prelude::*;
use obverse_core::reflection::Stamp;

impl App {
    /// Returns the date of a moment in words, such as "21 November 2026".
    pub fn date(self, stamp: Stamp) -> String {
        self.ports.with_value(|ports| (ports.date)(&self.content.locale(), stamp))
    }

    /// Returns a day in words, such as "21 November 2026".
    pub fn day(self, day: NaiveDate) -> String {
        self.date(Stamp::noon(day))
    }

    /// Returns the month of a moment in words, such as "November 2026".
    pub fn month(self, stamp: Stamp) -> String {
        self.ports.with_value(|ports| (ports.month)(&self.content.locale(), stamp))
    }

    /// Returns the month of a day in words, such as "November 2026".
    pub fn month_of(self, day: NaiveDate) -> String {
        self.month(Stamp::noon(day))
    }

    /// Returns the day of the month and that of the week, such as "27" and "Fri".
    pub fn weekday(self, stamp: Stamp) -> [String; 2] {
        self.ports.with_value(|ports| (ports.weekday)(&self.content.locale(), stamp))
    }

    /// Returns the present day of the week with its date, such as "Tuesday 1 December".
    pub fn long_day(self) -> String {
        self.ports.with_value(|ports| (ports.long_day)(&self.content.locale(), ports.clock.now()))
    }

    /// Returns a share, 1 for the whole, in hundredths, such as "12 %".
    pub fn percent(self, share: f64) -> String {
        self.ports.with_value(|ports| (ports.percent)(&self.content.locale(), share))
    }
}
