//! Each sort of number: one that is valid, one that is nearly so. All are of ranges kept for tests, or made up.

use super::found;
use obverse_core::privacy::Kind;

/// What there is of health numbers in a text.
fn health(text: &str) -> Vec<&str> {
    found(text).into_iter().filter(|(kind, _)| *kind == Kind::HealthNumber).map(|(_, words)| words).collect()
}

#[test]
fn valid_numbers_are_found() {
    for (text, number) in [
        // NHS: the range from 999 000 0000 is never given.
        ("She read out 999 000 0018 across the bay.", "999 000 0018"),
        ("NHS no. 9990000018 was on the board.", "9990000018"),
        ("nhs number: 999-000-0018", "999-000-0018"),
        ("999\u{a0}000\u{a0}0018", "999\u{a0}000\u{a0}0018"),
        // CHI: 1 January of a year 70.
        ("I wrote 0101700016 on my hand.", "0101700016"),
        ("CHI 010170 0016", "010170 0016"),
        ("The H&C number 320 000 0007 was mine.", "320 000 0007"),
        ("health and care number 3990000128", "3990000128"),
        ("OHIP 1234567897", "1234567897"),
        ("the card said 1234-567-897-AB", "1234-567-897-AB"),
        ("Ontario health card 1234 567 897 ab", "1234 567 897"),
        ("OHIP 1234567897AB", "1234567897AB"),
        ("PHN 9698 254 936", "9698 254 936"),
        ("her PHN is 9698254936", "9698254936"),
        ("RAMQ TREM 8501 1234 on the form", "TREM 8501 1234"),
        ("TREM85511234", "TREM85511234"),
        ("SIN 123 456 782", "123 456 782"),
        ("a SIN of 123456782", "123456782"),
        ("Alberta health number 12345 6789", "12345 6789"),
        ("Her Saskatchewan card, 123 456 789", "123 456 789"),
        ("Manitoba PHIN 123456789", "123456789"),
        ("MCP 123 456 789 012", "123 456 789 012"),
        ("987-65-4321 was on the bracelet", "987-65-4321"),
        ("SSN 987654321", "987654321"),
        ("1EG4-TE5-MK73", "1EG4-TE5-MK73"),
        ("Medicare 1EG4TE5MK73", "1EG4TE5MK73"),
        ("2123 45670 1 was typed twice", "2123 45670 1"),
        ("medicare 2950000041", "2950000041"),
        ("8003 6000 0000 0015", "8003 6000 0000 0015"),
        ("it began 8003600000000015", "8003600000000015"),
        ("NHI ZZZ0016", "ZZZ0016"),
        ("the NHI number was ZZZ00AX", "ZZZ00AX"),
    ] {
        assert_eq!(health(text), [number], "{text}");
    }
}

#[test]
fn nearly_valid_numbers_are_not() {
    for text in [
        "NHS number 999 000 0017",
        "NHS number 999 000 018",
        "9990000018 came from the printer",
        "I counted 0101700017 twice",
        "3201700016 came up",
        "H&C number 320 000 0008",
        "OHIP 1234567898",
        "1234-567-898",
        "PHN 9698 254 937",
        "PHN 8698 254 936",
        "TREM 8513 1234",
        "TREM 8501 3234",
        "TREM 8501 123",
        "SIN 123 456 783",
        "SIN 823 456 784",
        "Alberta has 12345 6789 of them",
        "Manitoba card 1234567",
        "000-12-3456",
        "666-12-3456",
        "SSN 987-00-4321",
        "SSN 987-65-0000",
        "0EG4-TE5-MK73",
        "1EG4-TS5-MK73",
        "1EG4-TE5-MKA3",
        "2123 45671 1",
        "medicare 7123456701",
        "8003 6000 0000 0016",
        "8013 6000 0000 0014",
        "ZZZ0016 was the room's code",
        "NHI ZIZ0016",
        "999 000 00180",
        "999.000.0018.2",
    ] {
        assert_eq!(health(text), [""; 0], "{text}");
    }
}

/// Random digits in one pass one check or another often, but without a word near they are only digits.
#[test]
fn digits_alone_are_left_alone() {
    let mut random = 1_u64;
    for _ in 0..2_000 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Beginning with 4 or more, so neither a telephone nor a day of birth.
        let text = format!("The sum came to {} in all.", 4_000_000_000 + (random >> 32) % 6_000_000_000);
        assert_eq!(found(&text), [], "{text}");
    }
}
