use crate::journal::{Place, Values, bound, finish, key, known, locked, opener, plain, shown, unlock, wrap};
use obverse_core::vault::{Condition, DraftOrigin, HeldDraft, Parcel, Record, Restoring, Rev, Vault};

thread_local! {
    static PLAIN: Values = plain();
    static LOCKED: Values = locked();
}

/// A value among the records: `v` and the value; `t` and the text in one that is whole, as a record of its own; `u` the
/// same, as another revision of a record that is there; `s` and a value put in the place of a sealed one; `k` and a
/// key under which a whole value is put.
pub fn record(input: &[u8]) {
    let Some((how, rest)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match how {
        b'v' => drop(alone(&text)),
        b't' => whole(rest),
        b'u' => upon(rest),
        b's' => in_place(&text),
        b'k' => elsewhere(&text),
        _ => {}
    }
}

fn rev() -> Rev {
    "c".repeat(32).parse().expect("a name")
}

/// Puts a value under a name of its own into a journal; what is there already is as it was, and opening changes nothing.
fn alone(value: &str) -> (Place, Vault) {
    let name = key(known('c'), rev());
    for mut values in [LOCKED.with(Values::clone), PLAIN.with(Values::clone)] {
        let is_locked = values == LOCKED.with(Values::clone);
        let before = opened(&Place::with(&values));
        values.insert(name.clone(), value.to_owned());
        let place = Place::with(&values);
        let vault = opened(&place);
        assert_eq!(place.values(), values, "opening changes nothing");
        for id in ['a', 'b'].map(known) {
            assert_eq!(shown(&vault, id), shown(&before, id), "others are unharmed");
        }
        let told: Vec<_> = vault.unreadable().iter().map(|one| (&one.key, one.raw.as_str())).collect();
        match vault.record(known('c')) {
            Some(_) => assert!(told.is_empty() && !is_locked, "nobody but the journal can seal"),
            None => assert_eq!(told, [(&name, value)], "what cannot be read is told"),
        }
        if !is_locked {
            return (place, vault);
        }
    }
    unreachable!("the second is not locked")
}

fn opened(place: &Place) -> Vault {
    let mut vault = place.open();
    if vault.condition() == Condition::Locked {
        assert!(vault.unreadable().is_empty() && vault.records().next().is_none(), "shut");
        unlock(&mut vault).expect("ours");
    }
    // A sealed value to which no header has a key stops the writing, and nothing else.
    let sealed = !vault.has_lock() && place.values().values().any(|value| value.starts_with("1.1."));
    assert!(vault.condition() == Condition::Open || sealed && vault.condition() == Condition::Altered);
    vault
}

/// A text in a whole value: what can be read comes back as it was from every form.
fn whole(text: &[u8]) {
    let id = known('c');
    let (place, mut vault) = alone(&wrap(&bound(id, rev()), text));
    let Some(record) = shown(&vault, id) else { return };
    assert_eq!((record.heads.len(), record.latest().rev), (1, rev()));
    copied(&place, &mut vault, &record);
    packed(&vault);

    vault.lock(&opener()).expect("room");
    finish(&mut vault);
    let mut vault = opened(&place);
    assert_eq!(shown(&vault, id).as_ref(), Some(&record), "sealed and opened");
    assert!(place.values().iter().all(|(key, value)| !key.starts_with("ob/r/") || value.starts_with("1.1.")));
    vault.unlock_for_good().expect("room");
    finish(&mut vault);
    assert_eq!(shown(&opened(&place), id), Some(record), "unsealed again");
}

/// What a record says, written again: as a draft and as a record.
fn copied(place: &Place, vault: &mut Vault, record: &Record) {
    let Some(body) = record.body() else { return };
    let held = HeldDraft { body: body.clone(), parents: vec![rev()], next: rev() };
    let draft = vault.encode_draft(record.id, &held, record.made).expect("not shut");
    assert_eq!(vault.decode_draft(record.id, &draft), Ok((held, DraftOrigin::ThisJournal)));
    let id = place.id();
    // A text may be a little longer as we write it; too long is not kept.
    if vault.save(id, body, &[]).is_ok() {
        assert_eq!(opened(place).record(id).and_then(Record::body), Some(body));
        vault.delete(id).expect("room");
    }
}

/// All of it goes into a backup and comes out again in the same words.
fn packed(vault: &Vault) {
    let packed = vault.pack().expect("not shut");
    let parcel = Parcel::read(&packed.text).expect("our own");
    assert_eq!((parcel.unread, parcel.count(), packed.unread), (0, packed.count, 0));
    let place = Place::with(&Values::new());
    let mut other = place.open();
    let restored = other.restore(&parcel, &mut Restoring::new(false), usize::MAX).expect("room");
    assert_eq!(restored.map(|restored| restored.versions + restored.updated + restored.unread), Some(0));
    let again = other.pack().expect("not shut").text;
    let lines = |text: &str| text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    let whole = lines(&packed.text);
    assert!(lines(&again).iter().all(|line| whole.contains(line)), "written the same again");
    assert!(lines(&again).iter().any(|line| line.contains(&rev().to_string())), "nothing is left out that is shown");
}

/// Another revision of a record that is there. It may replace the others, or delete them; no other record is harmed.
fn upon(text: &[u8]) {
    let id = known('a');
    let mut values = PLAIN.with(Values::clone);
    let before = opened(&Place::with(&values));
    values.insert(key(id, rev()), wrap(&bound(id, rev()), text));
    let place = Place::with(&values);
    let vault = opened(&place);
    assert_eq!(shown(&vault, known('b')), shown(&before, known('b')));
    let after = place.values();
    assert!(after.iter().all(|(key, value)| values.get(key) == Some(value)), "nothing is written");
    let gone = values.keys().filter(|key| !after.contains_key(*key)).count();
    match vault.record(id) {
        Some(record) => {
            assert!(!record.heads.is_empty());
            assert!(gone == 0 || record.heads.iter().any(|head| head.body.is_none()), "only a deletion removes");
        }
        None => panic!("a record does not go"),
    }
    assert_eq!(shown(&opened(&place), id), shown(&vault, id), "opened again it is the same");
}

/// A value in the place of a sealed one: it opens if it is that very value, and else is told.
fn in_place(value: &str) {
    let mut values = LOCKED.with(Values::clone);
    let (name, whole) = values.iter().find(|(key, _)| key.contains("bbbb")).expect("there");
    let (name, whole) = (name.clone(), whole.clone());
    let before = opened(&Place::with(&values));
    values.insert(name.clone(), value.to_owned());
    let place = Place::with(&values);
    let vault = opened(&place);
    assert_eq!(place.values(), values, "opening changes nothing");
    assert_eq!(shown(&vault, known('a')), shown(&before, known('a')));
    assert_eq!(vault.record(known('b')).is_some(), value == whole, "nothing passes as whole");
    assert_eq!(vault.unreadable().iter().any(|one| one.key == name && one.raw == value), value != whole);
}

/// A whole value under another key: it is read only under its own.
fn elsewhere(name: &str) {
    for whole in [PLAIN.with(Values::clone), LOCKED.with(Values::clone)] {
        let own = whole.keys().find(|key| key.contains("bbbb")).expect("there").clone();
        let name = format!("ob/r/{name}");
        if whole.contains_key(&name) {
            continue;
        }
        let before = opened(&Place::with(&whole));
        let mut values = whole.clone();
        values.insert(name.clone(), whole[&own].clone());
        let place = Place::with(&values);
        let vault = opened(&place);
        assert_eq!(place.values(), values, "opening changes nothing");
        assert_eq!(vault.unreadable().iter().map(|one| &one.key).collect::<Vec<_>>(), [&name]);
        for id in ['a', 'b'].map(known) {
            assert_eq!(shown(&vault, id), shown(&before, id));
        }
    }
}
