//! A day to look at something again, as a calendar takes it (RFC 5545): the whole day, with no word of what it is about.

use super::{Stamp, told::lines_of};
use chrono::{DateTime, Datelike, NaiveDate};

/// Bytes in a line of the file.
const LINE: usize = 75;
/// The second from which versions are counted: the first of 2020. There is room for 68 years.
const FIRST: i64 = 1_577_836_800;

/// A calendar file with one day in it. `name` is shown on that day, `id` tells it from others, `now` is when the file is
/// made. A file made later is a later version of the same day, and takes its place: `known` are other moments there are
/// of it, for a clock that was set back.
pub fn calendar(day: NaiveDate, name: &str, id: &str, now: Stamp, known: &[Stamp]) -> String {
    let latest = known.iter().map(|stamp| stamp.ms).fold(now.ms, i64::max);
    let version = (latest.div_euclid(1000) - FIRST).clamp(0, i64::from(i32::MAX));
    let made = DateTime::from_timestamp_millis(now.ms).filter(|made| written(made.date_naive())).unwrap_or_default();
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//-//-//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        ["UID:", id].concat(),
        format!("DTSTAMP:{}T{}Z", plain(made.date_naive()), plain(made.time())),
        format!("SEQUENCE:{version}"),
        ["DTSTART;VALUE=DATE:", &plain(day)].concat(),
    ];
    // Without an end it is that day alone, too, but not all programs know.
    lines.extend(day.succ_opt().filter(|end| written(*end)).map(|end| ["DTEND;VALUE=DATE:", &plain(end)].concat()));
    lines.extend([
        ["SUMMARY:", &escaped(name)].concat(),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ]);
    lines.iter().map(|line| folded(line)).collect()
}

/// Whether a day can be written there: its year has four digits.
fn written(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

/// A day, or a time of day to the second, in digits alone.
fn plain(of: impl ToString) -> String {
    let text = of.to_string();
    let whole = text.split_once('.').map_or(text.as_str(), |(whole, _)| whole);
    whole.replace(['-', ':'], "")
}

fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for sign in lines_of(text).join("\n").chars() {
        match sign {
            '\n' => safe.push_str("\\n"),
            '\\' | ',' | ';' => safe.extend(['\\', sign]),
            _ => safe.push(sign),
        }
    }
    safe
}

/// A line with its end. Where it is too long it goes on in the next, which begins with a blank.
fn folded(line: &str) -> String {
    let mut text = String::new();
    let mut bytes = 0;
    for sign in line.chars() {
        if bytes + sign.len_utf8() > LINE {
            text.push_str("\r\n ");
            bytes = 1;
        }
        text.push(sign);
        bytes += sign.len_utf8();
    }
    text + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflection::day;

    #[test]
    fn a_day_is_a_whole_day_and_tells_nothing_else() {
        let day = day("2026-12-31").expect("a day");
        let now = Stamp { ms: 1_782_907_200_999, offset: 0 };
        assert_eq!(
            calendar(day, "Look again, once; yes\nno", "abc", now, &[]),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//-//-//EN\r\nBEGIN:VEVENT\r\nUID:abc\r\nDTSTAMP:20260701T120000Z\r\n\
             SEQUENCE:205070400\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n\
             SUMMARY:Look again\\, once\\; yes\\nno\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
    }

    #[test]
    fn no_moment_and_no_day_panics() {
        for ms in [i64::MIN, i64::MAX, 0] {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let now = Stamp { ms, offset: i16::MIN };
                assert!(calendar(day, "", "", now, &[now]).contains("\r\nSEQUENCE:"));
            }
        }
    }
}
