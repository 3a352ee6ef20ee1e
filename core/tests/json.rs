//! The reader and writer of JSON against those that everybody uses.

use obverse_core::json::{Json, Writer};
use proptest::{collection::vec, prelude::*};
use serde_json::Value;

/// The same value as another reader has it; `None` for what ours leaves out: fractions and very large numbers.
fn same(value: &Value) -> Option<Json> {
    Some(match value {
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Flag(*flag),
        Value::Number(number) => Json::Number(number.as_i64()?),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(list) => Json::List(list.iter().map(same).collect::<Option<_>>()?),
        Value::Object(fields) => {
            Json::Object(fields.iter().map(|(name, one)| Some((name.clone(), same(one)?))).collect::<Option<_>>()?)
        }
    })
}

/// With fields in the order of their names, the last of each, as the other reader has them.
fn sorted(value: Json) -> Json {
    match value {
        Json::List(list) => Json::List(list.into_iter().map(sorted).collect()),
        Json::Object(fields) => {
            let fields: std::collections::BTreeMap<_, _> =
                fields.into_iter().map(|(name, one)| (name, sorted(one))).collect();
            Json::Object(fields.into_iter().collect())
        }
        other => other,
    }
}

fn write(writer: &mut Writer, value: &Json) {
    match value {
        Json::Null => writer.plain(&"null"),
        Json::Flag(flag) => writer.plain(flag),
        Json::Number(number) => writer.plain(number),
        Json::Text(text) => writer.string(text),
        Json::List(list) => {
            writer.open('[');
            list.iter().for_each(|one| write(writer, one));
            writer.close(']');
        }
        Json::Object(fields) => {
            writer.open('{');
            fields.iter().for_each(|(name, one)| write(writer.name(name), one));
            writer.close('}');
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[\\x00-\\x7f]{0,8}", any::<String>(), Just("“é” 🙂 \u{7f}\u{2028},:[{".into())]
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Flag),
        any::<i64>().prop_map(Json::Number),
        text().prop_map(Json::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![vec(inner.clone(), 0..6).prop_map(Json::List), vec((text(), inner), 0..6).prop_map(Json::Object),]
    })
}

/// Text made of the parts of JSON, right or wrong.
fn like_json() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[\\[\\]{},: \n\t\"\\\\]",
        "(true|false|null|nul|truer)",
        "-?[0-9]{0,3}([.eE][0-9])?",
        "(9223372036854775807|9223372036854775808|-9223372036854775808|-9223372036854775809)",
        "\"([a-z]|\\\\[bfnrt/\"\\\\]|\\\\u[0-9a-fA-F]{4}|\\\\ud83d\\\\ude42|\\\\u+12a|\\\\x|é|\n){0,4}\"",
        "\"[a-c]\":[0-9],?",
    ];
    (vec(part, 1..9), any::<bool>()).prop_map(
        |(parts, list)| {
            if list { format!("[{}]", parts.join(",")) } else { parts.concat() }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_what_others_write_and_comes_back(value in value()) {
        let mut writer = Writer::default();
        write(&mut writer, &value);
        let text = writer.into_text();
        prop_assert_eq!(Json::read(&text), Some(value.clone()));
        let other: Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(same(&other), Some(sorted(value)));
    }

    #[test]
    fn strings_are_spelled_as_others_spell_them(text in text()) {
        let mut writer = Writer::default();
        writer.string(&text);
        prop_assert_eq!(writer.into_text(), serde_json::to_string(&text).expect("JSON"));
    }

    #[test]
    fn what_others_refuse_is_refused(text in like_json()) {
        let other = serde_json::from_str::<Value>(&text).ok();
        // A nought with a sign is a fraction to others.
        prop_assume!(!text.contains("-0"));
        prop_assert_eq!(Json::read(&text).map(sorted), other.as_ref().and_then(same), "{}", text);
    }
}

#[test]
fn depth_has_an_end() {
    assert!(Json::read(&format!("{}{}", "[".repeat(31), "]".repeat(31))).is_some());
    assert_eq!(Json::read(&"[".repeat(1_000_000)), None);
    assert_eq!(Json::read(&"{\"a\":".repeat(1_000_000)), None);
}
