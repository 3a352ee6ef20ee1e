use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

/// A moment and the clock on the wall there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub ms: i64,
    /// Minutes the wall clock was ahead of UTC.
    pub offset: i16,
}

impl Stamp {
    /// The date on the wall. Moments outside the calendar fall on its first day.
    pub fn date(self) -> NaiveDate {
        let zone = FixedOffset::east_opt(i32::from(self.offset) * 60);
        match (DateTime::from_timestamp_millis(self.ms), zone) {
            (Some(moment), Some(zone)) => moment.with_timezone(&zone).date_naive(),
            (Some(moment), None) => moment.date_naive(),
            (None, _) => NaiveDate::MIN,
        }
    }

    /// Noon of a day, by a wall clock that shows UTC.
    pub fn noon(day: NaiveDate) -> Stamp {
        let days = i64::from(day.num_days_from_ce() - NaiveDate::default().num_days_from_ce());
        Stamp { ms: (days * 24 + 12) * 3_600_000, offset: 0 }
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

    #[test]
    fn the_wall_decides_the_date() {
        let evening = Stamp { ms: 1_795_996_800_000 - 1, offset: 0 };
        let same_moment_east = Stamp { offset: 60, ..evening };
        assert_eq!(same_moment_east.day(), evening.day() + 1);
    }

    #[test]
    fn noon_is_on_its_day() {
        let day = Stamp { ms: 1_795_996_800_000, offset: 0 }.date();
        assert_eq!(Stamp::noon(day).date(), day);
    }

    #[test]
    fn no_moment_panics() {
        for ms in [i64::MIN, i64::MAX, 0] {
            for offset in [i16::MIN, i16::MAX, 0] {
                Stamp { ms, offset }.month();
            }
        }
    }
}
