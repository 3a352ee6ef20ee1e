//! A day that is typed into a field: it is kept as it stands there, or it is said why it is not.

use super::App;
use chrono::{Datelike, NaiveDate};
use obverse_core::reflection::day;

/// A day of an earlier year than this was not meant: a year of two digits, say.
const EARLIEST: i32 = 1900;
/// A day may be so many years ahead.
const FARTHEST: i32 = 100;

/// Why a day that was typed is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayRefused {
    /// A part of it is missing.
    Half,
    /// It has passed.
    Passed,
    /// Its year cannot be meant.
    Year,
}

/// Returns the day that a field's text names; `None` if the field is empty.
pub fn typed_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>, DayRefused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let Some(day) = day(text) else {
        let year = text.split('-').next().unwrap_or_default();
        let none = year == "0000" || year.len() > 4;
        let whole = none && year.bytes().all(|sign| sign.is_ascii_digit());
        return Err(if whole { DayRefused::Year } else { DayRefused::Half });
    };
    if day.year() < EARLIEST || day > farthest_day(today) {
        Err(DayRefused::Year)
    } else if day < today {
        Err(DayRefused::Passed)
    } else {
        Ok(Some(day))
    }
}

/// Returns the last day that is taken.
pub fn farthest_day(today: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(today.year().saturating_add(FARTHEST), 12, 31).unwrap_or(NaiveDate::MAX)
}

impl App {
    /// Whether something stands in a field, by its id, that the browser cannot read: a date without its year, say.
    pub fn half_filled(self, field: &str) -> bool {
        self.host(|host| host.half_filled(field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn today() -> NaiveDate {
        day("2026-11-30").expect("a day")
    }

    #[test]
    fn an_empty_field_is_no_day_and_any_other_is_a_day_or_is_refused() {
        for (text, expected) in [
            ("", Ok(None)),
            (" ", Ok(None)),
            ("2026-11-30", Ok(day("2026-11-30"))),
            ("2027-02-28", Ok(day("2027-02-28"))),
            ("2126-12-31", Ok(day("2126-12-31"))),
            ("2127-01-01", Err(DayRefused::Year)),
            ("2026-11-29", Err(DayRefused::Passed)),
            ("1999-01-01", Err(DayRefused::Passed)),
            ("0027-11-30", Err(DayRefused::Year)),
            ("0002-11-30", Err(DayRefused::Year)),
            ("0000-01-01", Err(DayRefused::Year)),
            ("9999-12-31", Err(DayRefused::Year)),
            ("20277-01-31", Err(DayRefused::Year)),
            ("275760-09-13", Err(DayRefused::Year)),
            ("2027-02-30", Err(DayRefused::Half)),
            ("27-01-31", Err(DayRefused::Half)),
            ("2027-01", Err(DayRefused::Half)),
            ("tomorrow", Err(DayRefused::Half)),
        ] {
            assert_eq!(typed_day(text, today()), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_what_stands_there(year in -1..12_000i32, month in 0..14u32, of_month in 0..33u32) {
            let text = format!("{year:04}-{month:02}-{of_month:02}");
            if let Ok(taken) = typed_day(&text, today()) {
                let taken = taken.expect("something stands there");
                prop_assert_eq!(taken.to_string(), text);
                prop_assert!((today()..=farthest_day(today())).contains(&taken));
            }
        }

        #[test]
        fn any_clock_will_do(now in any::<i32>(), text in "[0-9]{1,6}-[0-9]{2}-[0-9]{2}|\\PC{0,12}") {
            if let Some(today) = NaiveDate::from_num_days_from_ce_opt(now) {
                let _ = typed_day(&text, today);
            }
        }
    }
}
