//! What goes to the worker and comes back is the same on both sides.

use obverse_core::errand::{Answer, Errand, Refusal};
use obverse_core::seal::{Cost, Key, NONCE, SALT};
use proptest::prelude::*;

fn costs() -> impl Strategy<Value = Cost> {
    (any::<u32>(), any::<u32>()).prop_map(|(kib, passes)| Cost { kib, passes })
}

fn errands() -> impl Strategy<Value = Errand> {
    let salt = any::<[u8; SALT]>;
    prop_oneof![
        (any::<String>(), salt(), costs()).prop_map(|(passphrase, salt, cost)| Errand::Stretch {
            passphrase,
            salt,
            cost
        }),
        (any::<String>(), salt()).prop_map(|(passphrase, salt)| Errand::Calibrate { passphrase, salt }),
        (any::<String>(), salt(), any::<[u8; NONCE]>(), any::<String>(), any::<u32>()).prop_map(
            |(passphrase, salt, nonce, payload, records)| Errand::Pack { passphrase, salt, nonce, payload, records }
        ),
        (any::<String>(), any::<String>()).prop_map(|(passphrase, file)| Errand::Unpack { passphrase, file }),
        any::<String>().prop_map(|text| Errand::Look { text }),
    ]
}

fn answers() -> impl Strategy<Value = Answer> {
    use Refusal::{CutShort, Damaged, Newer, NoMemory, NotABackup, OutOfBounds, TooLarge, Wrong};
    let refusals = vec![NoMemory, Wrong, NotABackup, Newer, CutShort, Damaged, TooLarge, OutOfBounds];
    prop_oneof![
        (any::<[u8; 32]>(), costs()).prop_map(|(key, cost)| Answer::Key { key: Key::new(key), cost }),
        any::<String>().prop_map(|file| Answer::Packed { file }),
        (any::<String>(), any::<u32>()).prop_map(|(payload, records)| Answer::Unpacked { payload, records }),
        (any::<Vec<String>>(), any::<Vec<String>>()).prop_map(|(words, together)| Answer::Found { words, together }),
        prop::sample::select(refusals).prop_map(Answer::Refused),
        Just(Answer::Failed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_errand_comes_across(errand in errands()) {
        prop_assert_eq!(Errand::decode(&errand.encode()), Some(errand));
    }

    #[test]
    fn an_answer_comes_back(answer in answers()) {
        prop_assert_eq!(Answer::decode(&answer.encode()), answer);
    }

    #[test]
    fn other_text_is_no_errand(text in any::<String>()) {
        prop_assert!(Errand::decode(&text).is_none());
        prop_assert_eq!(Answer::decode(&text), Answer::Failed);
    }
}

#[test]
fn another_version_is_not_half_understood() {
    let salt = "AAAAAAAAAAAAAAAAAAAAAA==";
    for message in [
        format!(r#"{{"calibrate":{{"passphrase":"a","salt":"{salt}","more":1}}}}"#),
        format!(r#"{{"calibrate":{{"salt":"{salt}"}}}}"#),
        r#"{"calibrate":{"passphrase":"a","salt":"AAAA"}}"#.to_owned(),
        r#"{"unpack":{"passphrase":"a"}}"#.to_owned(),
        r#"{"other":{"passphrase":"a"}}"#.to_owned(),
    ] {
        assert!(Errand::decode(&message).is_none(), "{message}");
    }
    assert!(Errand::decode(&format!(r#"{{"calibrate":{{"passphrase":"a","salt":"{salt}"}}}}"#)).is_some());
    assert_eq!(Answer::decode(r#"{"refused":{"why":"later"}}"#), Answer::Failed);
}

#[test]
fn looking_names_each_word_once() {
    let text = "She was in bed 4. Nobody went to bed 4. I rang Dr Okafor.".to_owned();
    let Answer::Found { words, together } = obverse_core::errand::run(Errand::Look { text }, &|| 0.0) else {
        panic!("looking is never refused");
    };
    assert_eq!(words, ["bed 4", "Dr Okafor"]);
    assert!(together.is_empty());
}
