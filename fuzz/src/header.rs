use crate::journal::{Place, Values, between, known, locked, plain, shown, unlock, wrap};
use obverse_core::{
    json::Json,
    vault::{Condition, KeepError, Record, Vault},
};

thread_local! {
    static PLAIN: Values = plain();
    static LOCKED: Values = locked();
    static SEALING: Values = between(false);
    static UNSEALING: Values = between(true);
}

/// One copy of the header.
enum Copy {
    /// Whatever stands there.
    Any(String),
    /// A text in a value that is whole.
    Whole(String),
    /// The one that belongs to the records.
    Own,
    Absent,
}

/// Two letters say what each copy is: `v` any value, `t` the text of a whole one, `o` the journal's own, `-` none. A
/// third says which journal stands there: `p` one that is not locked, `l` a locked one, `s` and `u` one caught in
/// between, `n` none. Then both copies, a line each.
pub fn header(input: &[u8]) {
    let Some(([first, second, records], rest)) = input.split_first_chunk::<3>() else { return };
    let text = String::from_utf8_lossy(rest);
    let (one, other) = text.split_once('\n').unwrap_or((&text, ""));
    let (Some(one), Some(other)) = (copy(*first, one), copy(*second, other)) else { return };
    let Some(mut values) = journal(*records) else { return };
    for (name, copy) in [("ob/h0", &one), ("ob/h1", &other)] {
        match copy {
            Copy::Own => continue,
            Copy::Any(value) => values.insert(name.into(), value.clone()),
            Copy::Whole(text) => values.insert(name.into(), wrap(b"header", text.as_bytes())),
            Copy::Absent => values.remove(name),
        };
    }
    values.insert("other".into(), "not ours".into());
    opened(&values, [&one, &other], journal(*records).and_then(|own| own.get("ob/h0").cloned()));
    erased(&values);
}

fn copy(how: u8, text: &str) -> Option<Copy> {
    Some(match how {
        b'v' => Copy::Any(text.to_owned()),
        b't' => Copy::Whole(text.to_owned()),
        b'o' => Copy::Own,
        b'-' => Copy::Absent,
        _ => return None,
    })
}

fn journal(which: u8) -> Option<Values> {
    Some(match which {
        b'p' => PLAIN.with(Values::clone),
        b'l' => LOCKED.with(Values::clone),
        b's' => SEALING.with(Values::clone),
        b'u' => UNSEALING.with(Values::clone),
        b'n' => Values::new(),
        _ => return None,
    })
}

fn opened(values: &Values, copies: [&Copy; 2], own: Option<String>) {
    let place = Place::with(values);
    let mut vault = place.open();
    let now = place.values();
    if now != *values {
        // Only an erasing that was begun goes on by itself, and then all the way.
        assert!(copies.iter().any(|copy| says_erasing(copy)), "opening changes nothing");
        assert!(now.keys().all(|key| !key.starts_with("ob/r/")), "and is not left half done");
        return;
    }
    let condition = vault.condition();
    let unknown = copies.map(is_unknown);
    let expected = match (unknown, copies) {
        // The lock of a later version may open all the same.
        ([true, true], _) => condition == Condition::Newer || condition == Condition::Locked,
        ([true, _], [_, Copy::Own]) | ([_, true], [Copy::Own, _]) => own.is_none() || condition != Condition::Newer,
        _ => true,
    };
    assert!(expected, "a later version's headers are known, and one of them costs nothing: {condition:?}");
    let outcome = vault.prepare();
    for (name, _) in ["ob/h0", "ob/h1"].into_iter().zip(unknown).filter(|(_, unknown)| *unknown) {
        assert_eq!(place.values().get(name), values.get(name), "what a later version may need is not written over");
    }
    match condition {
        Condition::Open | Condition::Fresh => {
            let elsewhere = matches!(outcome, Err(KeepError::Elsewhere(_)));
            assert!(outcome.is_ok() || elsewhere && place.values() == *values, "{outcome:?}");
        }
        _ => {
            assert!(outcome.is_err());
            assert_eq!(place.values(), *values, "an unknown, damaged or locked header is not written over");
        }
    }
    let records = |values: &Values| -> Values {
        values.clone().into_iter().filter(|(key, _)| key.starts_with("ob/r/")).collect()
    };
    assert_eq!(records(&place.values()), records(values), "no record is harmed by a header");
    let has_own = |values: &Values| ["ob/h0", "ob/h1"].iter().any(|key| values.get(*key) == own.as_ref());
    let seals = own.as_ref().is_some_and(|own| {
        ["l", "s"]
            .iter()
            .any(|which| journal(which.as_bytes()[0]).is_some_and(|values| values.get("ob/h0") == Some(own)))
    });
    if seals && has_own(values) {
        assert!(has_own(&place.values()), "key slots are not written over");
    }
    if condition == Condition::Locked && unlock(&mut vault).is_ok() {
        assert!(unknown != [true, true] || vault.condition() == Condition::Newer, "then it is only read");
        unlocked(&place, vault);
    }
}

/// An opened lock shows what is there, and goes on doing so whatever is healed.
fn unlocked(place: &Place, mut vault: Vault) {
    let texts = |vault: &Vault| ['a', 'b'].map(|digit| shown(vault, known(digit)));
    let before = texts(&vault);
    assert!(vault.condition() == Condition::Newer || before.iter().all(Option::is_some), "all is there");
    let all = place.values();
    if vault.prepare().is_err() {
        assert_eq!(place.values(), all);
    }
    let mut again = place.open();
    assert_eq!(again.condition(), Condition::Locked);
    assert_eq!(unlock(&mut again), Ok(()));
    assert_eq!(texts(&again).iter().flatten().collect::<Vec<&Record>>(), before.iter().flatten().collect::<Vec<_>>());
}

/// Erasing leaves nothing, whatever the headers say, and nothing else is touched.
fn erased(values: &Values) {
    let place = Place::with(values);
    let mut vault = place.open();
    assert_eq!(vault.erase(), Ok(()));
    assert_eq!(place.values().into_keys().collect::<Vec<_>>(), ["other"]);
    assert_eq!(place.open().condition(), Condition::Fresh);
}

/// Whether a whole text is surely none of this version's headers.
fn is_unknown(copy: &Copy) -> bool {
    let Copy::Whole(text) = copy else { return false };
    match Json::read(text) {
        Some(Json::Object(fields)) => !fields.contains(&("format".into(), Json::Number(1))),
        _ => true,
    }
}

/// Whether it may be the mark of an erasing. Any value may, since a whole one can be stumbled upon.
fn says_erasing(copy: &Copy) -> bool {
    match copy {
        Copy::Whole(text) => match Json::read(text) {
            Some(Json::Object(fields)) => fields.contains(&("state".into(), Json::Text("erasing".into()))),
            _ => false,
        },
        Copy::Any(value) => value.starts_with("1.0.."),
        Copy::Own | Copy::Absent => false,
    }
}
