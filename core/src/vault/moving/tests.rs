//! A form that there is not yet, and a journal of the first form brought over into it.

mod faults;

#[path = "../../../tests/vault/rig.rs"]
#[expect(dead_code, reason = "the tests of the vault as a whole use the rest")]
mod rig;

use self::rig::{QUOTA, Rig, convert, entry, lock, opener, texts, unlock};
use crate::vault::{
    Condition, Holder, KeepError, RecordId, Rev, Trouble, Vault, Why, envelope,
    form::{self, FORMS, Form},
    revision::Revision,
    standing::ROOMY,
    v1,
};
use std::collections::BTreeMap;

/// What the app may know one day.
const BOTH: &[Form] = &[FIRST, Form { number: 2, write: write_next, read: read_next }];

const FIRST: Form = Form { number: 1, write: v1::write, read: v1::read };

const NEXT: &str = "{\"form\":2,\"told\":";

fn write_next(revision: &Revision) -> Vec<u8> {
    [NEXT.as_bytes(), &v1::write(revision), b"}"].concat()
}

fn read_next(text: &[u8]) -> Result<Revision, Trouble> {
    let told = text.trim_ascii_end().strip_prefix(NEXT.as_bytes()).and_then(|rest| rest.strip_suffix(b"}"));
    v1::read(told.ok_or(Trouble::Newer)?)
}

/// The journal as a version that knows these forms finds it.
fn open_knowing(forms: &'static [Form], rig: &Rig) -> Vault {
    let mut vault = Vault::unread(rig.shelf.clone(), rig.clock.clone(), rig.dice.clone(), "ob/");
    vault.forms = forms;
    vault.read_in()
}

/// The journal as a version that knows both forms opens it, with the passphrase "one" if there is a lock.
fn open(rig: &Rig) -> Vault {
    let mut vault = open_knowing(BOTH, rig);
    if vault.condition() == Condition::Locked {
        unlock(&mut vault, "one").expect("opens");
    }
    assert_eq!(vault.condition(), Condition::Open);
    vault
}

/// Whether the version before only reads, because the header has turned.
fn turned(rig: &Rig) -> bool {
    let mut earlier = rig.open();
    if earlier.condition() == Condition::Locked {
        unlock(&mut earlier, "one").expect("opens");
    }
    earlier.condition() == Condition::Newer
}

/// Four records of two revisions each, one of them deleted, as today's version keeps them.
fn journal(locked: bool) -> (Rig, BTreeMap<RecordId, String>) {
    let rig = Rig::new(96);
    let mut vault = rig.open();
    for at in 0..4 {
        let id = rig.id();
        let first = vault.save(id, &entry(&format!("{at}, first")), &[]).expect("kept");
        vault.save(id, &entry(&format!("{at}, second")), &[first]).expect("kept");
    }
    let some = *texts(&vault).keys().next().expect("a record");
    vault.delete(some).expect("deleted");
    if locked {
        lock(&rig, &mut vault, "one");
    }
    let texts = texts(&vault);
    assert_eq!(texts.len(), 3);
    (rig, texts)
}

/// The keys among the records in one of the two places.
fn keys(rig: &Rig, folder: &str) -> Vec<String> {
    rig.shelf.values().into_keys().filter(|key| key.starts_with(folder)).collect()
}

/// Leaves as much room on the shelf as this.
fn leave(rig: &Rig, room: usize) {
    let used: usize = rig.shelf.values().iter().map(|(key, value)| key.len() + value.len()).sum();
    let others = "0".repeat(QUOTA - used - "other".len() - room);
    let mut values = rig.shelf.values();
    values.insert("other".into(), others);
    rig.shelf.reset(values);
}

/// The form of every readable value, each once.
fn forms(vault: &Vault) -> Vec<u32> {
    let mut all = Vec::new();
    for (key, value) in vault.raw() {
        if let Some(Ok((id, rev))) = vault.named(&key)
            && let Ok(text) = vault.text_of(id, rev, &value)
        {
            all.push(form::number(&text));
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[test]
fn a_journal_is_brought_over_beside_what_it_was() {
    for locked in [false, true] {
        let (rig, told) = journal(locked);
        let before = keys(&rig, "ob/r/");
        let mut vault = open(&rig);
        assert_eq!((texts(&vault), vault.converting(), forms(&vault)), (told.clone(), true, vec![1]));
        // With the last one the header turns.
        for _ in 1..before.len() {
            assert_eq!(vault.convert(1), Ok(false));
            assert_eq!((keys(&rig, "ob/r/"), forms(&vault)), (before.clone(), vec![1]), "the old ones stand");
        }
        // Until the header turns, the version before can still read and write.
        assert_eq!(texts(&rig::open(&rig)), told);
        convert(&mut vault);
        for vault in [vault, open(&rig)] {
            assert_eq!((texts(&vault), vault.converting(), forms(&vault)), (told.clone(), false, vec![2]), "{locked}");
        }
        assert_eq!((keys(&rig, "ob/r/").len(), keys(&rig, "ob/s/").len()), (0, before.len()));

        let mut vault = open(&rig);
        vault.save(rig.id(), &entry("and on"), &[]).expect("kept");
        assert_eq!((forms(&vault), open(&rig).records().count()), (vec![2], 4));
        assert!(turned(&rig));
        let mut earlier = rig.open();
        if locked {
            assert_eq!(earlier.save(rig.id(), &entry("no"), &[]), Err(KeepError::Locked));
            unlock(&mut earlier, "one").expect("opens, to be read");
        }
        assert_eq!(earlier.save(rig.id(), &entry("no"), &[]), Err(KeepError::ReadOnly));
        vault.erase().expect("erased");
        assert!(rig.shelf.values().is_empty());
    }
}

#[test]
fn everything_an_earlier_version_kept_is_the_same_afterwards() {
    for (file, least) in [("journal.json", 6), ("steps.json", 2)] {
        let path = format!("{}/../tests/fixtures/v1/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).expect("a fixture");
        let pairs: Vec<(String, String)> = serde_json::from_str(&text).expect("pairs of key and value");
        let rig = Rig::new(97);
        rig.shelf.reset(pairs.into_iter().collect());
        let mut vault = open(&rig);
        let records: Vec<_> = vault.records().cloned().collect();
        assert!(records.len() >= least, "{file} has {}", records.len());
        convert(&mut vault);
        for vault in [vault, open(&rig)] {
            assert_eq!(vault.records().cloned().collect::<Vec<_>>(), records, "{file}");
            assert_eq!((forms(&vault), vault.unreadable().len()), (vec![2], 0), "{file}");
        }
    }
}

#[test]
fn without_room_for_both_it_goes_record_by_record() {
    for locked in [false, true] {
        let (rig, told) = journal(locked);
        let before = keys(&rig, "ob/r/");
        leave(&rig, 100);
        let mut vault = open(&rig);
        convert(&mut vault);
        for vault in [vault, open(&rig)] {
            assert_eq!((texts(&vault), vault.converting(), forms(&vault)), (told.clone(), false, vec![2]), "{locked}");
        }
        assert_eq!((keys(&rig, "ob/r/"), keys(&rig, "ob/s/").len()), (before, 0));
        assert!(turned(&rig));
    }
}

#[test]
fn room_that_runs_out_on_the_way_is_given_back() {
    let (rig, told) = journal(false);
    let mut vault = open(&rig);
    assert_eq!(vault.convert(3), Ok(false));
    assert_eq!(keys(&rig, "ob/s/").len(), 3);
    leave(&rig, 100);
    let mut vault = open(&rig);
    convert(&mut vault);
    assert_eq!((texts(&open(&rig)), forms(&vault)), (told, vec![2]));
    assert_eq!(keys(&rig, "ob/s/").len(), 0);

    // A form that takes up much more: there is room for it, but not while the copies stand.
    const WIDE: &[Form] = &[
        FIRST,
        Form {
            number: 2,
            write: |revision| [write_next(revision), vec![b'\n'; 8_000], b"|".to_vec()].concat(),
            read: |text| read_next(text.strip_suffix(b"|").unwrap_or(text)),
        },
    ];
    let rig = Rig::new(98);
    let mut vault = rig.open();
    for at in 0..40 {
        vault.save(rig.id(), &entry(&format!("{at}")), &[]).expect("kept");
    }
    leave(&rig, ROOMY + 300_000);
    let mut vault = open_knowing(WIDE, &rig);
    assert_eq!(vault.convert(10), Ok(false));
    assert_eq!(keys(&rig, "ob/s/").len(), 10, "it begins beside");
    convert(&mut vault);
    assert_eq!((forms(&vault), vault.records().count(), keys(&rig, "ob/s/").len()), (vec![2], 40, 0));
}

#[test]
fn what_a_tab_of_the_version_before_writes_meanwhile_is_brought_over_too() {
    for locked in [false, true] {
        let (rig, mut told) = journal(locked);
        let mut earlier = rig::open(&rig);
        let mut vault = open(&rig);
        assert_eq!(vault.convert(6), Ok(false));
        let (late, gone) = (rig.id(), *told.keys().next().expect("a record"));
        earlier.save(late, &entry("meanwhile"), &[]).expect("kept");
        earlier.delete(gone).expect("deleted");
        convert(&mut vault);
        told.remove(&gone);
        told.insert(late, "meanwhile".into());
        assert_eq!(texts(&open(&rig)), told, "{locked}");
        assert_eq!(open(&rig).record(gone).map(|record| record.deleted()), Some(true));
        let refused = earlier.save(rig.id(), &entry("too late"), &[]);
        assert_eq!(refused, Err(KeepError::Elsewhere(Why::Changed)));
        assert_eq!(texts(&open(&rig)), told, "{locked}");
    }
}

#[test]
fn a_copy_that_is_harmed_is_made_anew_before_the_header_turns() {
    let (rig, told) = journal(false);
    let mut vault = open(&rig);
    assert_eq!(vault.convert(3), Ok(false));
    let mut values = rig.shelf.values();
    let copies = keys(&rig, "ob/s/");
    values.insert(copies[0].clone(), "1.0..AAAA".into());
    values.insert(copies[1].clone(), values[&copies[2]].clone());
    rig.shelf.reset(values);
    while !turned(&rig) {
        assert_eq!(vault.convert(1), Ok(false));
    }
    let vault = open(&rig);
    assert_eq!((texts(&vault), vault.unreadable().len()), (told, 0));
    assert!(!keys(&rig, "ob/r/").is_empty(), "nothing has gone yet");
}

#[test]
fn what_was_kept_just_as_the_header_turned_is_fetched() {
    let (rig, mut told) = journal(false);
    let mut earlier = rig.open();
    let late = rig.id();
    let rev = earlier.save(late, &entry("just then"), &[]).expect("kept");
    let key = format!("ob/r/{late}/{rev}");
    let mut values = rig.shelf.values();
    let value = values.remove(&key).expect("kept");
    rig.shelf.reset(values);
    let mut vault = open(&rig);
    while !turned(&rig) {
        assert_eq!(vault.convert(1), Ok(false));
    }
    let mut values = rig.shelf.values();
    values.insert(key, value);
    rig.shelf.reset(values);
    convert(&mut vault);
    told.insert(late, "just then".into());
    for vault in [vault, open(&rig)] {
        assert_eq!((texts(&vault), forms(&vault)), (told.clone(), vec![2]));
    }
    assert!(keys(&rig, "ob/r/").is_empty());
}

#[test]
fn what_is_deleted_on_the_way_goes_in_both_places() {
    let (rig, told) = journal(false);
    let mut vault = open(&rig);
    for _ in 1..keys(&rig, "ob/r/").len() {
        assert_eq!(vault.convert(1), Ok(false));
    }
    let gone = *told.keys().next().expect("a record");
    vault.delete(gone).expect("deleted");
    let left = |folder: &str| keys(&rig, &format!("ob/{folder}/{gone}/")).len();
    assert_eq!((left("r"), left("s")), (1, 0), "the deletion itself is left");
    convert(&mut vault);
    assert_eq!((left("r"), left("s")), (0, 1));
    assert_eq!(texts(&open(&rig)).len(), told.len() - 1);
}

#[test]
fn the_lock_waits_until_all_is_brought_over() {
    let (rig, told) = journal(false);
    let mut vault = open(&rig);
    assert_eq!(vault.convert(2), Ok(false));
    vault.lock(&opener(&rig, Holder::Passphrase, "one")).expect("begun");
    assert_eq!((forms(&vault), keys(&rig, "ob/r/").len()), (vec![2], 0));
    convert(&mut vault);
    let values = rig.shelf.values();
    let records = values.iter().filter(|(key, _)| key.starts_with("ob/r/") || key.starts_with("ob/s/"));
    let plain: Vec<_> = records.filter(|(_, value)| !envelope::is_sealed(value)).collect();
    assert!(plain.is_empty(), "left unsealed: {plain:?}");
    assert_eq!((texts(&open(&rig)), forms(&vault)), (told, vec![2]));
}

#[test]
fn a_lock_that_was_being_turned_on_comes_first() {
    let (rig, told) = journal(false);
    let mut vault = rig.open();
    vault.lock(&opener(&rig, Holder::Passphrase, "one")).expect("begun");
    assert_eq!(vault.convert(2), Ok(false));
    let mut vault = open(&rig);
    convert(&mut vault);
    let vault = open(&rig);
    assert_eq!((texts(&vault), forms(&vault), vault.converting()), (told, vec![2], false));
    assert!(vault.unreadable().is_empty());
}

#[test]
fn what_cannot_be_read_is_taken_along_as_it_is() {
    let (rig, told) = journal(false);
    let mut values = rig.shelf.values();
    let (id, rev) = (rig.id(), Rev::random(&*rig.dice));
    let foreign = [(format!("ob/r/{id}/{rev}"), "9.0..later"), ("ob/r/nobody".to_owned(), "what is this")];
    for (key, value) in &foreign {
        values.insert(key.clone(), (*value).into());
    }
    rig.shelf.reset(values);
    let mut vault = open(&rig);
    assert_eq!(vault.unreadable().len(), 2);
    convert(&mut vault);
    let vault = open(&rig);
    assert_eq!((texts(&vault), vault.converting()), (told, false));
    for (key, value) in foreign {
        let key = key.replace("/r/", "/s/");
        assert!(vault.unreadable().iter().any(|one| one.key == key && one.raw == value), "{key}");
    }
    assert!(keys(&rig, "ob/r/").is_empty());
}

#[test]
fn a_form_that_does_not_hold_all_is_not_gone_over_to() {
    const LOSES: &[Form] = &[
        FIRST,
        Form {
            number: 2,
            write: |revision| write_next(&Revision { past: vec![], ..revision.clone() }),
            read: read_next,
        },
    ];
    let (rig, told) = journal(false);
    let before = rig.shelf.values();
    let open = || open_knowing(LOSES, &rig);
    let mut vault = open();
    let outcome = loop {
        match vault.convert(1) {
            Ok(false) => {}
            other => break other,
        }
    };
    assert_eq!((outcome, texts(&vault)), (Err(KeepError::NotKept), told.clone()));
    assert_eq!(texts(&open()), told);
    let mut values = rig.shelf.values();
    values.retain(|key, _| !key.starts_with("ob/s/"));
    assert_eq!(values, before, "what it was stands as it was");
}

#[test]
fn without_its_header_no_new_journal_is_begun_over_it() {
    let (rig, _) = journal(false);
    convert(&mut open(&rig));
    let mut values = rig.shelf.values();
    values.retain(|key, _| !key.starts_with("ob/h"));
    rig.shelf.reset(values);
    let vault = open_knowing(BOTH, &rig);
    assert_eq!(vault.condition(), Condition::Damaged);
}

#[test]
fn there_is_one_form_so_far() {
    let (rig, _) = journal(false);
    let vault = rig.open();
    assert!(!vault.converting() && vault.newest().number == 1 && FORMS.len() == 1);
}
