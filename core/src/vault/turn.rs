//! In what order things were said, whatever the clock showed.
//!
//! As long as the clock goes forward, its moments are the order. Where it shows no later moment than what stands in the
//! journal already, because it was set back or had been ahead, what is written then takes the turn after the latest one
//! there is: that one's moment, and a count (a hybrid logical clock). The moment that is shown stays the clock's.
//!
//! Such a turn stands among the ancestors a revision names, as a name that nothing has. A version that does not know of
//! turns takes it for the name of something that is gone, and orders by the moment, as it always did.

use super::Rev;
use crate::reflection::Stamp;

/// A place in the order in which things were said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Turn {
    ms: i64,
    count: u32,
}

/// Of what it is the turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// Of the record: when it was begun.
    Record,
    /// Of this revision.
    Revision,
}

/// What a name that is a turn begins with, but for one byte. A random name begins so once in 2^40.
const MARK: [u8; 4] = *b"turn";

impl Turn {
    /// The turn that a moment gives.
    pub fn of(stamp: Stamp) -> Turn {
        Turn { ms: stamp.bounded().ms, count: 0 }
    }

    /// A moment that grows with the order, for other programs to tell an earlier version from a later one: each count is
    /// a second.
    pub fn moment(self) -> Stamp {
        Stamp { ms: self.ms.saturating_add(i64::from(self.count) * 1000), offset: 0 }
    }

    /// This one, or the one after the latest if that is no earlier.
    pub(super) fn after(self, latest: Option<Turn>) -> Turn {
        match latest {
            Some(latest) if latest >= self => Turn { count: latest.count.saturating_add(1), ..latest },
            _ => self,
        }
    }

    /// As a name among ancestors.
    pub(super) fn name(self, of: Of) -> Rev {
        let mut name = [0; 16];
        let (mark, rest) = name.split_at_mut(MARK.len());
        mark.copy_from_slice(&MARK);
        rest[0] = match of {
            Of::Record => b'b',
            Of::Revision => b's',
        };
        // Seven bytes hold every moment of the years 1 to 9999.
        rest[1..8].copy_from_slice(&(self.ms - Stamp::EARLIEST.ms).to_be_bytes()[1..]);
        rest[8..].copy_from_slice(&self.count.to_be_bytes());
        Rev(name)
    }

    /// The turn that a name is; `None` for the name of a revision.
    pub(super) fn read(name: Rev) -> Option<(Of, Turn)> {
        let rest: &[u8; 12] = name.0.strip_prefix(&MARK)?.try_into().ok()?;
        let of = match rest[0] {
            b'b' => Of::Record,
            b's' => Of::Revision,
            _ => return None,
        };
        let mut bytes = [0; 8];
        bytes[1..].copy_from_slice(&rest[1..8]);
        let ms = i64::from_be_bytes(bytes).checked_add(Stamp::EARLIEST.ms)?;
        let count = u32::from_be_bytes(rest[8..].try_into().ok()?);
        (Stamp { ms, offset: 0 }.bounded().ms == ms).then_some((of, Turn { ms, count }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_later_turn_has_a_later_moment_though_the_clock_was_set_back() {
        let [before, back] = [9_000, 5_000].map(|ms| Turn::of(Stamp { ms, offset: 60 }));
        let next = back.after(Some(before));
        assert!(next.moment() > before.moment() && back.after(Some(next)).moment() > next.moment());
    }

    proptest! {
        #[test]
        fn a_turn_comes_back_from_its_name(ms in any::<i64>(), count in any::<u32>()) {
            let turn = Turn { count, ..Turn::of(Stamp { ms, offset: 0 }) };
            for of in [Of::Record, Of::Revision] {
                prop_assert_eq!(Turn::read(turn.name(of)), Some((of, turn)));
            }
        }

        #[test]
        fn any_name_is_read_or_is_none(name in any::<[u8; 12]>(), ms in any::<i64>()) {
            let mut bytes = [0; 16];
            bytes[..4].copy_from_slice(&MARK);
            bytes[4..].copy_from_slice(&name);
            if let Some((of, turn)) = Turn::read(Rev(bytes)) {
                prop_assert_eq!(turn.name(of), Rev(bytes));
                let next = Turn::of(Stamp { ms, offset: 0 }).after(Some(turn));
                prop_assert!(next >= turn);
            }
        }

        #[test]
        fn each_comes_after_all_before_it_whatever_the_clock_shows(clock in proptest::collection::vec(any::<i64>(), 1..20)) {
            let mut latest = None;
            for ms in clock {
                let turn = Turn::of(Stamp { ms, offset: 0 }).after(latest);
                prop_assert!(Some(turn) > latest);
                latest = Some(turn);
            }
        }
    }

    #[test]
    fn a_name_of_a_revision_is_no_turn() {
        assert_eq!(Turn::read(Rev([7; 16])), None);
        let mut out_of_range = Turn::default().name(Of::Record);
        out_of_range.0[5..12].fill(0xff);
        assert_eq!(Turn::read(out_of_range), None);
    }
}
