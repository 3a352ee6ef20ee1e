use chrono::{DateTime, Datelike, NaiveDate};

/// A moment and the clock on the wall there.
///
/// Both may be any number; what is asked of it is answered for each. [`Stamp::bounded`] brings in range what was read
/// from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub ms: i64,
    /// Minutes the wall clock was ahead of UTC.
    pub offset: i16,
}

/// The first and the last moment of the years 1 to 9999, in UTC.
const FIRST_MS: i64 = -62_135_596_800_000;
const LAST_MS: i64 = 253_402_300_799_999;
/// Less than a day: no clock on a wall is further from UTC.
const MOST_OFFSET: i16 = 24 * 60 - 1;

impl Stamp {
    /// The first moment that is told apart from those before it.
    pub const EARLIEST: Stamp = Stamp { ms: FIRST_MS, offset: 0 };

    /// The nearest moment in the years 1 to 9999. An offset of a day or more says nothing and is taken for none.
    pub fn bounded(self) -> Stamp {
        let ms = self.ms.clamp(FIRST_MS, LAST_MS);
        Stamp { ms, offset: if self.offset.saturating_abs() > MOST_OFFSET { 0 } else { self.offset } }
    }

    /// The date on the wall; the nearest one in the years 1 to 9999.
    pub fn date(self) -> NaiveDate {
        let Stamp { ms, offset } = self.bounded();
        let wall = (ms + i64::from(offset) * 60_000).clamp(FIRST_MS, LAST_MS);
        DateTime::from_timestamp_millis(wall).unwrap_or_default().date_naive()
    }

    /// The hour on the wall, from 0 to 23.
    pub fn hour(self) -> i64 {
        let Stamp { ms, offset } = self.bounded();
        (ms + i64::from(offset) * 60_000).div_euclid(3_600_000).rem_euclid(24)
    }

    /// Noon of a day, by a wall clock that shows UTC.
    pub fn noon(day: NaiveDate) -> Stamp {
        let days = i64::from(day.num_days_from_ce()) - i64::from(NaiveDate::default().num_days_from_ce());
        Stamp { ms: (days * 24 + 12) * 3_600_000, offset: 0 }.bounded()
    }

    /// The date on the wall as `2026-11-21`, for other programs.
    pub fn iso(self) -> String {
        self.date().to_string()
    }

    /// Year and month on the wall, for grouping a list.
    pub fn month(self) -> (i32, u32) {
        let date = self.date();
        (date.year(), date.month())
    }

    /// Days since the common era began, on the wall: the same number all day long.
    pub fn day(self) -> i32 {
        self.date().num_days_from_ce()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflection::{calendar, day, hand_in::when};
    use proptest::prelude::*;

    #[test]
    fn the_wall_decides_the_date() {
        let evening = Stamp { ms: 1_795_996_800_000 - 1, offset: 0 };
        let same_moment_east = Stamp { offset: 60, ..evening };
        assert_eq!((evening.hour(), same_moment_east.hour()), (23, 0));
        assert_eq!(same_moment_east.day(), evening.day() + 1);
    }

    #[test]
    fn noon_is_on_its_day() {
        let day = Stamp { ms: 1_795_996_800_000, offset: 0 }.date();
        assert_eq!(Stamp::noon(day).date(), day);
    }

    #[test]
    fn what_is_in_range_stays_as_it_is_and_the_rest_has_a_date_of_four_digits() {
        let usual = Stamp { ms: 1_795_996_800_000, offset: -570 };
        assert_eq!(usual.bounded(), usual);
        for (ms, offset, date) in [
            (FIRST_MS, 0, "0001-01-01"),
            (FIRST_MS, -MOST_OFFSET, "0001-01-01"),
            (LAST_MS, MOST_OFFSET, "9999-12-31"),
            (i64::MIN, i16::MIN, "0001-01-01"),
            (i64::MAX, i16::MAX, "9999-12-31"),
            // The edges of the calendar that the dates are worked out with.
            (8_210_266_876_799_999, 60, "9999-12-31"),
            (-8_334_601_228_800_000, -1, "0001-01-01"),
        ] {
            let stamp = Stamp { ms, offset };
            assert_eq!((stamp.iso().as_str(), stamp.bounded().iso().as_str()), (date, date), "{stamp:?}");
        }
    }

    proptest! {
        #[test]
        fn every_moment_has_a_date(
            ms in prop_oneof![any::<i64>(), -9_000_000_000_000_000..9_000_000_000_000_000_i64, Just(FIRST_MS), Just(LAST_MS)],
            offset in any::<i16>(),
        ) {
            let stamp = Stamp { ms, offset };
            let date = stamp.date();
            prop_assert!((1..=9999).contains(&date.year()));
            prop_assert_eq!((stamp.month(), stamp.day()), ((date.year(), date.month()), date.num_days_from_ce()));
            prop_assert_eq!(day(&stamp.iso()), Some(date));
            prop_assert_eq!(Stamp::noon(date).date(), date);
            prop_assert_eq!(stamp.bounded().bounded(), stamp.bounded());
            prop_assert!(calendar(date, "", "", stamp, &[stamp]).contains("DTSTART"));
            prop_assert!(when(stamp, false).len() == 7 && when(stamp, true).len() == 10);
        }

        #[test]
        fn a_day_is_the_one_on_the_wall_whatever_the_zone(at in 0..4_000_000_000_000_i64, offset in -840..=840_i16) {
            // Midnight comes when it comes there: in the minute before it is still the day before.
            let minute = at / 60_000 * 60_000;
            let midnight = minute - (minute + i64::from(offset) * 60_000).rem_euclid(86_400_000);
            let there = |ms| Stamp { ms, offset };
            prop_assert_eq!(there(midnight).day(), there(midnight - 1).day() + 1);
            prop_assert_eq!(there(midnight).day(), there(midnight + 86_399_999).day());
        }
    }
}
