//! Headers that are harmed, of a later version, or of another state than the records: one whole copy is enough, and
//! nothing is written that its owner would not want to stand there.

use crate::rig::{Rig, entry, lock, opener, texts, unlock};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use obverse_core::vault::{Condition, HeldDraft, Holder, KeepError, RecordId, Rev, Trouble, UnlockError, Vault};
use std::collections::BTreeMap;

const COPIES: [&str; 2] = ["ob/h0", "ob/h1"];

type Values = BTreeMap<String, String>;

/// A journal of three records, locked with the passphrase "one" or not.
fn journal(rig: &Rig, locked: bool) -> (Values, BTreeMap<RecordId, String>) {
    let mut vault = rig.open();
    for at in 0..3 {
        let id = rig.id();
        let first = vault.save(id, &entry(&format!("{at}, first")), &[]).expect("kept");
        vault.save(id, &entry(&format!("{at}, second")), &[first]).expect("kept");
    }
    if locked {
        lock(rig, &mut vault, "one");
    }
    (rig.shelf.values(), texts(&vault))
}

/// The text in a header.
fn text(header: &str) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(&header["1.0..".len()..]).expect("base64");
    String::from_utf8(bytes[8..].to_vec()).expect("text")
}

/// A header that says something else, with the right checksum.
pub(crate) fn reworded(header: &str, from: &str, to: &str) -> String {
    let text = text(header);
    assert!(text.contains(from), "{from} in {text}");
    let text = text.replace(from, to);
    let mut bound = b"1header".to_vec();
    bound.extend(text.as_bytes());
    let mut body = obverse_core::seal::digest(&bound)[..8].to_vec();
    body.extend(text.as_bytes());
    format!("1.0..{}", URL_SAFE_NO_PAD.encode(body))
}

/// What one copy of a header may come to be.
struct Harm {
    what: String,
    value: String,
    /// A later version may have written it: nothing is written over it.
    stays: bool,
    /// What both copies are then taken for.
    both: Condition,
}

/// Accidents, and whole headers that this version does not understand.
fn harms(header: &str, locked: bool) -> Vec<Harm> {
    let mut all = Vec::new();
    for (place, bit) in (0..3).flat_map(|place| (0..8).map(move |bit| (place, bit))) {
        let mut signs: Vec<char> = header.chars().collect();
        signs[place] = char::from(header.as_bytes()[place] ^ 1 << bit);
        let both = if locked { Condition::Locked } else { Condition::Open };
        let what = format!("bit {bit} of sign {place}");
        all.push(Harm { what, value: signs.into_iter().collect(), stays: false, both });
    }
    for value in ["2.", "7", "2.0..AAAA", "3.whatever"] {
        all.push(Harm { what: value.into(), value: value.into(), stays: false, both: Condition::Newer });
    }
    let value = format!("2.0..{}", "A".repeat(200));
    all.push(Harm { what: "another envelope".into(), value, stays: true, both: Condition::Newer });
    let mut whole = |what: &str, from: &str, to: &str, both| {
        all.push(Harm { what: what.into(), value: reworded(header, from, to), stays: true, both });
    };
    let opens = if locked { Condition::Locked } else { Condition::Newer };
    whole("an extra field", "{", "{\"more\":1,", opens);
    whole("a later form", "\"format\":1", "\"format\":9", opens);
    whole("other slots", "\"slots\"", "\"plots\"", Condition::Newer);
    if locked {
        whole("an unknown state", "\"locked\"", "\"bolted\"", opens);
        let text = text(header);
        let slot = text.split("\"slots\":[").nth(1).and_then(|rest| rest.split(']').next()).expect("a slot");
        whole("five slots", slot, &[slot; 5].join(","), opens);
        let mut bytes = URL_SAFE_NO_PAD.decode(slot.trim_matches('"')).expect("base64");
        bytes[2..6].fill(0xff);
        whole("a slot over cost", slot.trim_matches('"'), &URL_SAFE_NO_PAD.encode(bytes), Condition::Newer);
    } else {
        whole("an unknown state", "\"open\"", "\"ajar\"", opens);
        whole("a slot", "\"slots\":[", "\"slots\":[\"AAAA\"", opens);
    }
    all
}

/// Opens it, with the passphrase if there is a lock.
fn opened(rig: &Rig, say: &str) -> Vault {
    let mut vault = rig.open();
    if vault.condition() == Condition::Locked {
        assert_eq!(unlock(&mut vault, "one"), Ok(()), "{say}");
    }
    vault
}

#[test]
fn one_copy_that_is_harmed_or_later_costs_nothing() {
    for locked in [false, true] {
        let rig = Rig::new(180);
        let (whole, told) = journal(&rig, locked);
        for (name, other) in [(COPIES[0], COPIES[1]), (COPIES[1], COPIES[0])] {
            for harm in harms(&whole[name], locked) {
                let say = format!("{} in {name}, locked {locked}", harm.what);
                let mut values = whole.clone();
                values.insert(name.into(), harm.value.clone());
                rig.shelf.reset(values);
                assert_eq!(rig.open().condition() == Condition::Locked, locked, "{say}");
                let mut vault = opened(&rig, &say);
                assert_eq!((vault.condition(), texts(&vault)), (Condition::Open, told.clone()), "{say}");
                vault.save(rig.id(), &entry("more"), &[]).unwrap_or_else(|error| panic!("{say}: {error:?}"));
                assert_eq!(vault.prepare(), Ok(()), "{say}");
                let now = rig.shelf.values();
                let expected = if harm.stays { &harm.value } else { &whole[name] };
                assert_eq!(&now[name], expected, "{say}: mended unless a later version may need it");
                assert_eq!(now[other], whole[other], "{say}");
                assert_eq!(texts(&opened(&rig, &say)).len(), told.len() + 1, "{say}");
                // What would write both copies anew waits for the version that may have written that one.
                let turned = match locked {
                    true => vault.unlock_for_good(),
                    false => vault.lock(&opener(&rig, Holder::Passphrase, "one")),
                };
                assert_eq!(turned, if harm.stays { Err(KeepError::ReadOnly) } else { Ok(()) }, "{say}");
                assert_eq!(texts(&opened(&rig, &say)).len(), told.len() + 1, "{say}");
            }
        }
    }
}

#[test]
fn both_copies_of_a_later_version_only_let_read_with_the_passphrase_too() {
    for locked in [false, true] {
        let rig = Rig::new(181);
        let (whole, told) = journal(&rig, locked);
        for harm in harms(&whole["ob/h0"], locked) {
            let say = format!("{}, locked {locked}", harm.what);
            let mut values = whole.clone();
            values.extend(COPIES.map(|name| (name.to_owned(), harm.value.clone())));
            rig.shelf.reset(values.clone());
            assert_eq!(rig.open().condition(), harm.both, "{say}");
            let mut vault = opened(&rig, &say);
            if !harm.stays && harm.both != Condition::Newer {
                assert_eq!(
                    (vault.prepare(), vault.condition()),
                    (Ok(()), Condition::Open),
                    "{say}: whole but its front"
                );
                assert_eq!(COPIES.map(|name| rig.shelf.values()[name] == whole[name]), [true; 2], "{say}");
                continue;
            }
            assert_eq!(vault.condition(), Condition::Newer, "{say}");
            let readable = !locked || harm.both == Condition::Locked;
            assert_eq!(texts(&vault), if readable { told.clone() } else { BTreeMap::new() }, "{say}");
            for _ in 0..2 {
                assert_eq!(vault.prepare(), Err(KeepError::ReadOnly), "{say}");
                assert_eq!(vault.save(rig.id(), &entry("no"), &[]), Err(KeepError::ReadOnly), "{say}");
                // Another tab tells of something: that makes no difference.
                vault.absorb(None);
                assert_eq!((vault.condition(), vault.elsewhere()), (Condition::Newer, None), "{say}");
            }
            assert_eq!(rig.shelf.values(), values, "{say}");
            if harm.both == Condition::Locked {
                vault.shut();
                assert_eq!((vault.condition(), vault.records().count()), (Condition::Locked, 0), "{say}");
                assert_eq!(unlock(&mut vault, "two"), Err(UnlockError::Wrong), "{say}");
                assert_eq!(unlock(&mut vault, "one"), Ok(()), "{say}");
                assert_eq!(texts(&vault), told, "{say}");
            }
            assert_eq!(vault.erase(), Ok(()), "{say}");
            assert_eq!(vault.condition(), Condition::Fresh, "{say}");
        }
    }
}

/// A later version died when it had written one copy: it finds everything as it was, and what was written since.
#[test]
fn a_later_version_cut_off_between_its_two_copies_keeps_both() {
    let rig = Rig::new(182);
    let (whole, told) = journal(&rig, true);
    let later = reworded(&whole["ob/h0"], "\"format\":1", "\"format\":2");
    for name in COPIES {
        let mut values = whole.clone();
        values.insert(name.into(), later.clone());
        rig.shelf.reset(values);
        let mut vault = opened(&rig, name);
        let id = rig.id();
        let rev = vault.save(id, &entry("meanwhile"), &[]).expect("kept");
        vault.save(id, &entry("and again"), &[rev]).expect("kept");
        vault.delete(*told.keys().next().expect("a record")).expect("deleted");
        for refused in [
            vault.change(&opener(&rig, Holder::Passphrase, "two")),
            vault.change(&opener(&rig, Holder::Recovery, "code")),
            vault.new_key(&opener(&rig, Holder::Passphrase, "two")),
            vault.unlock_for_good(),
        ] {
            assert_eq!(refused, Err(KeepError::ReadOnly), "{name}");
        }
        assert_eq!(rig.shelf.values()[name], later, "{name}");
        assert_eq!(texts(&opened(&rig, name)).len(), told.len(), "{name}");
    }
}

/// Whoever can write to the shelf puts open headers in the place of both locked ones.
#[test]
fn open_headers_over_sealed_records_only_let_read() {
    let rig = Rig::new(183);
    let (open, _) = journal(&rig, false);
    let rig = Rig::new(184);
    let (whole, _) = journal(&rig, true);
    let own = text(&whole["ob/h0"]).split("\"store\":\"").nth(1).expect("a name")[..32].to_owned();
    let theirs = text(&open["ob/h0"]).split("\"store\":\"").nth(1).expect("a name")[..32].to_owned();
    let foreign = open["ob/h0"].clone();
    let same = reworded(&foreign, &theirs, &own);
    let beside = reworded(&foreign, "\"slots\"", "\"in\":\"s\",\"slots\"");
    for header in [foreign, same, beside] {
        let mut values = whole.clone();
        values.extend(COPIES.map(|name| (name.to_owned(), header.clone())));
        // Something that is not sealed stands beside them.
        let (key, plain) = open.iter().find(|(key, _)| key.starts_with("ob/r/")).expect("a record");
        values.insert(key.clone(), plain.clone());
        rig.shelf.reset(values.clone());
        let mut vault = rig.open();
        let draft = HeldDraft { body: entry("no"), parents: vec![], next: Rev::random(&*rig.dice) };
        for _ in 0..2 {
            assert_eq!(vault.condition(), Condition::Altered);
            assert_eq!(vault.prepare(), Err(KeepError::Altered));
            assert_eq!(vault.save(rig.id(), &entry("no"), &[]), Err(KeepError::Altered));
            assert_eq!(vault.lock(&opener(&rig, Holder::Passphrase, "two")), Err(KeepError::Altered));
            assert_eq!(vault.encode_draft(rig.id(), &draft, rig.now()), None, "nor is a draft held");
            vault.absorb(None);
        }
        assert!(vault.unreadable().iter().all(|one| one.why == Trouble::Sealed));
        assert_eq!(rig.shelf.values(), values);
        // The headers come back, from wherever: all is there, and what is not sealed is told apart.
        rig.shelf.reset(whole.iter().chain([(key, plain)]).map(|(key, value)| (key.clone(), value.clone())).collect());
        let vault = opened(&rig, "again");
        assert_eq!((vault.condition(), vault.records().count(), vault.strays().len()), (Condition::Open, 3, 1));
    }
}

/// One flipped bit makes the front of a value that of a sealed one: the journal is written on.
#[test]
fn what_only_looks_sealed_stops_nobody() {
    let rig = Rig::new(185);
    let (mut values, _) = journal(&rig, false);
    let keys: Vec<String> = values.keys().filter(|key| key.starts_with("ob/r/")).cloned().collect();
    for (key, front) in keys.iter().zip(["1.1..", "1.1.AAAA.", "1.1."]) {
        let harmed = front.to_owned() + &values[key]["1.0..".len()..];
        values.insert(key.clone(), harmed);
    }
    rig.shelf.reset(values);
    let mut vault = rig.open();
    assert_eq!((vault.condition(), vault.unreadable().len()), (Condition::Open, 3));
    vault.save(rig.id(), &entry("goes on"), &[]).expect("kept");
}
