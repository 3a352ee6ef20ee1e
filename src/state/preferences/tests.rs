use super::*;

#[test]
fn what_is_written_is_read_back_and_nonsense_is_as_if_never_chosen() {
    let chosen = Stored {
        theme: Theme::Dark,
        text: TextSize::Largest,
        welcomed: true,
        lock_after: 15,
        backed_up: 1_795_996_800_000,
        no_reminder: true,
        no_nudge: true,
        spelling: true,
        no_one_tap: true,
        written_earlier: 2,
        rested: 739_942,
        no_lock: true,
        no_home: true,
        language: "fr",
        erasing: Some((Sort::Steps, 1_795_996_800_000)),
        vouched: "0123456789_".into(),
    };
    assert_eq!(Stored::read(&chosen.write()), Some(chosen));
    assert_eq!(Stored::read("{\"theme\":\"purple\"}"), Some(Stored::default()));
    assert_eq!(Stored::read("not json"), None);
}

#[test]
fn whatever_is_chosen_takes_the_same_room() {
    let most = Stored {
        theme: Theme::Light,
        text: TextSize::Largest,
        welcomed: false,
        lock_after: 15,
        backed_up: 9_999_999_999_999,
        no_reminder: false,
        no_nudge: false,
        spelling: false,
        no_one_tap: false,
        written_earlier: 0,
        rested: 999_999,
        no_lock: false,
        no_home: false,
        language: "a-language-tag-that-is-the-longest",
        erasing: Some((Sort::Placements, 9_999_999_999_999)),
        vouched: "0123456789_".into(),
    };
    for stored in [Stored::default(), most] {
        let text = stored.write();
        assert_eq!((text.len(), Stored::read(&text)), (LENGTH, Some(stored)), "{text}");
    }
}

#[test]
fn a_time_that_nobody_can_choose_is_as_if_never_chosen() {
    for (stored, read) in [("4294967295", 0), ("2", 0), ("-1", 0), ("15", 15), ("\"15\"", 0)] {
        let text = format!("{{\"lock_after\":{stored}}}");
        assert_eq!(Stored::read(&text).map(|stored| stored.lock_after), Some(read), "{stored}");
    }
}

#[test]
fn what_the_lock_does_not_vouch_for_destroys_and_weakens_nothing() {
    let vouch: Vouch = Rc::new(|text| Some(format!("{:0>11}", text.len())));
    let shut: Vouch = Rc::new(|_| None);
    let mut planted = Stored { lock_after: 60, erasing: Some((Sort::Entries, 9)), ..Stored::default() };
    let sifted = planted.clone().sifted(&vouch);
    assert_eq!((sifted.lock_after, sifted.erasing), (LOCK_AFTER, None));
    assert_eq!(Stored { lock_after: 1, ..planted.clone() }.sifted(&vouch).lock_after, 1);
    assert_eq!(planted.clone().sifted(&shut), planted, "without an open lock there is nothing to go by");
    planted.vouched = vouch(&planted.grave()).expect("a tag");
    assert_eq!(planted.clone().sifted(&vouch), planted);
    for cut in ["", "0"] {
        assert_eq!(Stored { vouched: cut.into(), ..planted.clone() }.sifted(&vouch).erasing, None);
    }
}

#[test]
fn what_an_earlier_version_wrote_is_read() {
    let before = Stored::default().write().trim_end().replace(",\"language\":\"\"", "");
    assert!(!before.contains("language"));
    assert_eq!(Stored::read(&before), Some(Stored::default()));
}
