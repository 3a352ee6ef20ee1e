use crate::journal::{Place, Values, locked, plain, unlock};
use obverse_core::{
    errand::{Refusal, file},
    seal::{Cost, NONCE, SALT},
    vault::{Condition, Parcel, Preview, Restored, Restoring, Vault},
};
use std::collections::BTreeMap;

thread_local! {
    static PLAIN: Values = plain();
    static LOCKED: Values = locked();
}

/// As cheap as it is allowed.
const CHEAP: Cost = Cost { kib: 8, passes: 1 };
const CHEAP_LINE: &str = " kib=8 passes=1 ";
const PASSPHRASE: &str = "kelp on the tin";

/// A backup: `f` and a file; `a`, a place, a byte and a payload, whose file is altered there; `p` and a payload, brought
/// into a journal that is not locked; `l` the same, into a locked one. A small letter leaves what was deleted here, a
/// capital brings it back.
pub fn backup(input: &[u8]) {
    let Some((how, rest)) = input.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    match how {
        b'f' => any_file(&text),
        b'a' => altered(rest),
        b'p' | b'P' => brought_in(&text, PLAIN.with(Values::clone), *how == b'P'),
        b'l' | b'L' => brought_in(&text, LOCKED.with(Values::clone), *how == b'L'),
        _ => {}
    }
}

/// Any file: told what it is, and opened only at a cost that is small.
fn any_file(text: &str) {
    let Ok(sealed) = file::read(text) else { return };
    assert!(sealed.records <= file::MOST_RECORDS);
    if text.contains(CHEAP_LINE)
        && let Ok(payload) = sealed.open(PASSPHRASE)
    {
        assert_eq!(opened(&packed(&payload)), Ok(payload));
    }
}

/// A file altered at one place does not open, or holds the same.
fn altered(rest: &[u8]) {
    let Some(([high, low, byte], rest)) = rest.split_first_chunk::<3>() else { return };
    let payload = String::from_utf8_lossy(rest);
    let file = packed(&payload);
    assert!(file.is_ascii());
    assert_eq!(opened(&file).as_deref(), Ok(&*payload));
    let mut bytes = file.into_bytes();
    let place = usize::from(u16::from_be_bytes([*high, *low])) % bytes.len();
    bytes[place] ^= byte & 0x7f;
    let file = String::from_utf8(bytes).expect("ASCII");
    if file.contains(CHEAP_LINE)
        && let Ok(other) = opened(&file)
    {
        assert_eq!(other, payload, "nothing else passes");
    }
}

fn packed(payload: &str) -> String {
    file::write(PASSPHRASE, CHEAP, &[3; SALT], &[4; NONCE], payload, 1).expect("it is small")
}

fn opened(file: &str) -> Result<String, Refusal> {
    file::read(file)?.open(PASSPHRASE)
}

/// Any payload, brought into a journal: nothing that is there is written over, it does what was said before, and the
/// second time nothing at all.
fn brought_in(text: &str, values: Values, bring_back: bool) {
    let Ok(parcel) = Parcel::read(text) else { return };
    let place = Place::with(&values);
    let mut vault = open(&place);
    let preview = vault.preview(&parcel).expect("not shut");
    let with_words =
        preview.new + preview.same + preview.newer_there + preview.newer_here + preview.both + preview.deleted_here;
    assert!(with_words >= preview.runs + preview.placements + preview.entries + preview.commitments, "{preview:?}");
    assert_eq!(place.values(), values, "looking changes nothing");
    let restored = restore(&mut vault, &parcel, bring_back);
    let after = place.values();
    let altered = values.iter().filter(|(key, value)| after.get(*key).is_some_and(|now| now != *value)).count();
    assert_eq!(altered, 0, "nothing is written over");
    let Some(restored) = restored else { return };
    as_said(&preview, &restored, bring_back);
    let gone = values.keys().filter(|key| !after.contains_key(*key)).count();
    assert!(
        gone == 0 || heads(&vault).values().any(|heads| heads.iter().any(|is_text| !is_text)),
        "only a deletion removes"
    );

    assert_eq!(heads(&open(&place)), heads(&vault), "opened again it is the same");
    assert!(open(&place).unreadable().is_empty(), "and all of it can be read");
    let again = restore(&mut vault, &parcel, bring_back).expect("nothing is needed");
    assert_eq!(place.values(), after, "the second time does nothing: {again:?}");
    let packed = vault.pack().expect("not shut");
    let own = Parcel::read(&packed.text).expect("our own");
    assert_eq!((own.count(), own.unread + packed.unread), (packed.count, 0));
}

fn as_said(preview: &Preview, restored: &Restored, bring_back: bool) {
    let there = (preview.new, preview.newer_there, preview.both, preview.to_delete);
    let done = (restored.added, restored.updated, restored.versions, restored.deleted);
    if !bring_back {
        assert_eq!(there, done, "{preview:?} {restored:?}");
        assert_eq!(preview.deleted_here, restored.left_deleted);
    }
}

/// A little at a time; `None` if there is no room.
fn restore(vault: &mut Vault, parcel: &Parcel, bring_back: bool) -> Option<Restored> {
    let mut restoring = Restoring::new(bring_back);
    for _ in 0..100_000 {
        match vault.restore(parcel, &mut restoring, 3) {
            Ok(None) => {}
            Ok(restored) => return restored,
            Err(_) => return None,
        }
    }
    panic!("never done")
}

fn open(place: &Place) -> Vault {
    let mut vault = place.open();
    if vault.condition() == Condition::Locked {
        unlock(&mut vault).expect("ours");
    }
    assert_eq!(vault.condition(), Condition::Open);
    vault
}

/// The versions of every record, whether each has text.
fn heads(vault: &Vault) -> BTreeMap<String, Vec<bool>> {
    let heads = |record: &obverse_core::vault::Record| record.heads.iter().map(|head| head.body.is_some()).collect();
    vault.records().map(|record| (record.id.to_string(), heads(record))).collect()
}
