//! How long this session has lasted, by a clock that may jump.

/// The most that counts between two looks at the clock. A clock set right after years in the past would
/// otherwise make everything look old; a long sleep merely counts for less.
const MOST_MS: i64 = 5 * 60 * 1000;

/// Time that never runs backwards and never leaps.
#[derive(Debug, Default)]
pub(super) struct Watch {
    latest: Option<i64>,
    elapsed: i64,
}

impl Watch {
    /// Takes a look at the clock; returns the milliseconds that surely passed since the first look.
    pub(super) fn look(&mut self, now: i64) -> i64 {
        if let Some(latest) = self.latest {
            self.elapsed += now.saturating_sub(latest).clamp(0, MOST_MS);
        }
        // The latest moment ever seen, so that a clock set back and forth counts nothing twice.
        self.latest = self.latest.max(Some(now));
        self.elapsed
    }

    /// The milliseconds as of the last look.
    pub(super) fn elapsed(&self) -> i64 {
        self.elapsed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jumps_count_little() {
        let minute = 60_000;
        let mut watch = Watch::default();
        assert_eq!(watch.look(100 * minute), 0);
        assert_eq!(watch.look(101 * minute), minute);
        assert_eq!(watch.look(40 * minute), minute, "backwards");
        assert_eq!(watch.look(101 * minute), minute, "and forth");
        assert_eq!(watch.look(i64::MAX), minute + MOST_MS, "far ahead");
        assert_eq!(watch.look(i64::MIN), minute + MOST_MS);
    }
}
