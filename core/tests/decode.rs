//! The built content as the app reads it: what was written comes back, and no text makes it panic.
#![cfg(feature = "authoring")]

#[path = "authoring/sound.rs"]
#[allow(dead_code)]
mod sound;

use obverse_core::activity::{Pieces, Shell, authoring::Locale};
use proptest::prelude::*;
use std::{fs, path::Path, sync::LazyLock};

/// The text of a shell and of pieces.
type Texts = (String, String);

fn written(locale: &Locale) -> Texts {
    let write = "plain data";
    (serde_json::to_string(&locale.shell).expect(write), serde_json::to_string(&locale.pieces).expect(write))
}

/// The content the app ships in English.
fn shipped() -> Locale {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questionnaires/en");
    let mut files = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/");
                files.push((name, fs::read_to_string(path).expect("text")));
            }
        }
    }
    let (locale, problems) = Locale::read(files, "en");
    assert_eq!(problems, []);
    locale
}

static SMALL: LazyLock<Texts> = LazyLock::new(|| written(&sound::read(sound::files()).0));

#[test]
fn what_is_built_is_read_as_it_was() {
    for locale in [sound::read(sound::files()).0, shipped()] {
        let (shell, pieces) = written(&locale);
        assert_eq!(Shell::decode(&shell), Some(locale.shell));
        assert_eq!(Pieces::decode(&pieces), Some(locale.pieces));
    }
}

#[test]
fn what_is_missing_wrong_or_unknown_is_refused() {
    let (shell, pieces) = &*SMALL;
    for (from, to) in [
        ("\"locale\":\"en\",", ""),
        ("\"kind\":\"form\"", "\"kind\":\"song\""),
        ("\"count\":1", "\"count\":2.5"),
        ("\"count\":1", "\"count\":-2"),
        ("\"count\":1", "\"count\":\"2\""),
        ("\"prompts\":[", "\"prompts\":[1,"),
        ("\"needs\":\"placement\"", "\"needs\":\"courage\""),
        ("\"prompts\":[", "\"later\":[],\"prompts\":["),
        ("\"locale\":\"en\",", "\"locale\":\"en\",\"locale\":\"en\","),
    ] {
        assert!(shell.contains(from), "{from}");
        assert_eq!(Shell::decode(&shell.replace(from, to)), None, "{from} as {to}");
    }
    for (from, to) in [
        ("\"step\":\"read\",", ""),
        ("\"step\":\"read\"", "\"step\":{\"read\":{}}"),
        ("\"then\":\"end\"", "\"then\":\"start\""),
        ("\"then\":\"end\"", "\"then\":{\"item\":3}"),
        ("\"about\":\"place\"", "\"about\":\"people\""),
        ("\"about\":\"place\"", "\"about\":null"),
        ("\"eases\":[\"usually\"]", "\"eases\":[1]"),
        ("\"costs\":[\"rarely\"]", "\"speaks\":\"count-on\""),
        ("\"origin\":\"nixon\"", "\"origin\":\"other\""),
        ("\"plain\":", "\"bare\":"),
        ("\"together\":[\"Ask for a rule.\"]", "\"together\":\"Ask for a rule.\""),
        ("\"daily\":true", "\"daily\":1"),
        ("\"group\":\"practice\"", "\"group\":\"people\""),
        ("\"parts\":[", "\"parts\":[3,"),
        ("\"looks_back\":\"sure\"", "\"looks_back\":1"),
        ("\"sheets\":[", "\"sheets\":[{},"),
        ("\"line\":true", "\"line\":\"yes\""),
    ] {
        assert!(pieces.contains(from), "{from}");
        assert_eq!(Pieces::decode(&pieces.replace(from, to)), None, "{from} as {to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(cut: prop::sample::Index, place: prop::sample::Index, byte: u8, any: String) {
        let (shell, pieces) = &*SMALL;
        for text in [shell, pieces] {
            let cut = text.char_indices().nth(cut.index(text.chars().count())).map_or(0, |one| one.0);
            prop_assert_eq!(Shell::decode(&text[..cut]), None);
            prop_assert_eq!(Pieces::decode(&text[..cut]), None);
            let mut bytes = text.clone().into_bytes();
            let place = place.index(bytes.len());
            bytes[place] = byte;
            let (before, after) = text.split_at(cut);
            for mutated in [String::from_utf8_lossy(&bytes).into_owned(), format!("{before}{any}{after}"), any.clone()] {
                let _ = (Shell::decode(&mutated), Pieces::decode(&mutated));
            }
        }
    }
}
