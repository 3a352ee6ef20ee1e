use crate::nasty::{nasty, seen};
use chrono::{DateTime, Days, NaiveDate, Utc};
use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime, Event};
use obverse_core::reflection::{Stamp, calendar, day};
use proptest::prelude::*;

/// The one event of a file.
fn read(file: &str) -> Event {
    assert!(file.ends_with("\r\n") && file.lines().all(|line| line.len() <= 75), "{file}");
    assert!(!file.replace("\r\n", "").contains(|sign: char| sign.is_control() && sign != '\t'), "{file}");
    let calendar: Calendar = file.parse().expect("a calendar");
    match calendar.components.as_slice() {
        [CalendarComponent::Event(event)] => event.clone(),
        other => panic!("{other:?}"),
    }
}

fn whole_day(day: Option<NaiveDate>) -> Option<DatePerhapsTime> {
    day.map(DatePerhapsTime::Date)
}

fn at(ms: i64) -> Stamp {
    Stamp { ms, offset: 600 }
}

#[test]
fn saved_again_it_takes_the_place_of_the_one_before() {
    let (one, other) = (day("2026-12-31").expect("a day"), day("2027-02-01").expect("a day"));
    let made = 1_782_907_200_000;
    let [first, second] = [(one, made), (other, made + 60_000)]
        .map(|(day, now)| read(&calendar(day, "Look again", "c0ffee", at(now), &[at(made)])));
    assert_eq!((first.get_uid(), second.get_uid()), (Some("c0ffee"), Some("c0ffee")));
    assert_eq!((first.get_start(), second.get_start()), (whole_day(Some(one)), whole_day(Some(other))));
    assert_eq!(second.get_end(), whole_day(day("2027-02-02")));
    assert!(first.get_sequence() < second.get_sequence() && first.get_sequence().is_some());
    assert!(first.get_timestamp() < second.get_timestamp());
    assert_eq!(first.get_timestamp(), DateTime::<Utc>::from_timestamp_millis(made));
}

#[test]
fn a_clock_set_back_makes_no_earlier_version() {
    let day = day("2027-01-01").expect("a day");
    let (before, now) = (at(1_782_907_200_000), at(1_700_000_000_000));
    let first = read(&calendar(day, "", "a", before, &[now])).get_sequence();
    assert_eq!(read(&calendar(day, "", "a", now, &[now, before])).get_sequence(), first);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn what_it_is_called_is_read_back(name in nasty(), days in 0..3_000_000_u64, ms in 0..4_000_000_000_000_i64) {
        let day = NaiveDate::from_ymd_opt(1, 1, 1).and_then(|day| day.checked_add_days(Days::new(days))).expect("a day");
        let event = read(&calendar(day, &name, "abc", at(ms), &[]));
        let name = seen(&name).join("\n");
        prop_assert_eq!(event.get_summary(), Some(name.as_str()));
        prop_assert_eq!(event.get_start(), whole_day(Some(day)));
        prop_assert_eq!(event.get_end(), whole_day(day.succ_opt()));
        prop_assert_eq!(event.get_timestamp(), DateTime::<Utc>::from_timestamp(ms / 1000, 0));
        prop_assert!(event.get_sequence().is_some());
    }
}
