//! A day to look at something again, as a calendar takes it (RFC 5545): the whole day, with no word of what it is about.

use super::Stamp;
use chrono::NaiveDate;

/// A calendar file with one day in it. `name` is shown on that day, `id` tells it from others, `now` is when it was made.
pub fn calendar(day: NaiveDate, name: &str, id: &str, now: Stamp) -> String {
    let plain = |day: NaiveDate| day.to_string().replace('-', "");
    let next = day.succ_opt().unwrap_or(day);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//-//-//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{id}"),
        format!("DTSTAMP:{}T000000Z", plain(now.date())),
        format!("DTSTART;VALUE=DATE:{}", plain(day)),
        format!("DTEND;VALUE=DATE:{}", plain(next)),
        format!("SUMMARY:{}", escaped(name)),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.map(|line| line + "\r\n").concat()
}

fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for sign in text.chars() {
        match sign {
            '\n' => safe.push_str("\\n"),
            '\\' | ',' | ';' => safe.extend(['\\', sign]),
            _ if sign.is_control() => {}
            _ => safe.push(sign),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflection::day;

    #[test]
    fn a_day_is_a_whole_day_and_tells_nothing_else() {
        let day = day("2026-12-31").expect("a day");
        let text = calendar(day, "Look again, once; yes\nno", "abc", Stamp { ms: 1_782_907_200_000, offset: 0 });
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(text.contains("SUMMARY:Look again\\, once\\; yes\\nno\r\n"));
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(text.contains("DTSTAMP:20260701T000000Z"));
    }
}
