//! Another language differs from English in its words alone: one breach of each kind, and the line it is told at.

use super::sound::files;
use obverse_core::activity::authoring::{Problem, compare};
use std::collections::BTreeMap;

const INV: &str = "inventory/heard.toml";
const SCE: &str = "scenario/handover.toml";
const COIN: &str = "coin/racism.toml";
const CARD: &str = "card/interpreter.toml";

/// The sound locale, and what it is compared with: itself with something changed.
fn told(change: impl FnOnce(&mut BTreeMap<String, String>)) -> Vec<Problem> {
    let english: BTreeMap<_, _> = files().into_iter().collect();
    let mut other = english.clone();
    change(&mut other);
    compare(&english, &other, "fr")
}

/// (file, what to change in it, into what, the first line it is told at, what is told)
type Breach = (&'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const BREACHES: &[Breach] = &[
    // The words of the interface.
    ("ui.toml", "title = \"Today\"\n", "", "", "`today.title` is missing"),
    ("ui.toml", "title = \"Today\"\n", "title = \"Today\"\nname = \"A\"\n", "name", "English has no `today.name`"),
    ("ui.toml", "“{title}”", "“it”", "greeting", "`today.greeting` lacks {title}"),
    ("ui.toml", "“{title}”", "“{title}”, {name}", "greeting", "`today.greeting` has {name}, which nothing fills"),
    ("ui.toml", "[today.days]\none = \"{n} day\"\nother = \"{n} days\"\n", "days = \"{n} days\"\n", "days", "`today.days` is a plural in English"),
    ("ui.toml", "title = \"Today\"\n", "title = { other = \"Today\" }\n", "title", "`today.title` is no plural in English"),
    ("ui-later.toml", "title = \"Backup\"\n", "", "", "`backup.title` is missing"),
    // Ids, and what else stands there but words.
    (INV, "id = \"second\"", "id = \"zweite\"", "", "[[item]] has none with id = “second”: English does"),
    (INV, "id = \"second\"", "id = \"zweite\"", "[[item]]\nid = \"zweite\"", "English has no [[item]] with id = “zweite” here"),
    (INV, "revision = 2", "revision = 3", "revision = 3", "`revision` is 3, but 2 in English"),
    (INV, "minutes = 3", "minutes = 5", "minutes", "`minutes` is 5, but 3 in English"),
    (INV, "coins = [\"racism\", \"sexism\"]", "coins = [\"sexism\", \"racism\"]", "coins = [\"sexism\"", "`coins` is [“sexism”, “racism”], but [“racism”, “sexism”] in English"),
    (INV, "eases = [\"usually\"]", "eases = [\"depends\"]", "eases", "`eases` is [“depends”], but [“usually”] in English"),
    (INV, "costs = [\"rarely\"]\n", "", "[[item]]\nid = \"worried\"", "`costs` is missing here"),
    (INV, "retired = true\n", "", "[[item]]\nid = \"gone\"", "`retired` is missing here"),
    (INV, "[[item.was]]\nrevision = 1\nask = \"They act on my worry.\"\n", "", "[[item]]\nid = \"worried\"", "`was` is missing here"),
    (INV, "closing = [\"That is all.\"]", "closing = [\"That.\", \"Is all.\"]", "closing", "`closing` has 2 texts, but 1 in English"),
    (INV, "context = \"Where you work most.\"\n", "", "", "`context` is missing here"),
    (INV, "minutes = 3", "minutes = 3\ndaily = true", "daily", "English has no `daily` here"),
    (INV, "title = \"Being heard\"", "title = 3", "title", "`title` is 3, but “Being heard” in English"),
    (SCE, "do = \"many\"", "do = \"one\"", "do = \"one\"\nanswers", "`do` is “one”, but “many” in English"),
    (SCE, "then = \"later\"", "then = \"after\"", "then = \"after\"\n\n[[item.option]]\nid = \"not-safe\"", "`then` is “after”, but “later” in English"),
    (SCE, "id = \"say-it\"", "id = \"say-that\"", "[[item.option]]\nid = \"say-that\"", "English has no [[option]] with id = “say-that” here"),
    (SCE, "words = [\"Not at all\", \"Quite\"]", "words = [\"No\", \"A bit\", \"Quite\"]", "words", "`words` has 3 texts, but 2 in English"),
    (SCE, "line = true", "line = false", "line", "`line` is false, but true in English"),
    (COIN, "M-18 18h36\"", "M-18 18h35\"", "emblem", "`emblem` is “M-18 13h9v-8h9M-18 18h35”, but “M-18 13h9v-8h9M-18 18h36” in English"),
    (COIN, "origin = \"nixon\"", "origin = \"obverse\"", "origin", "`origin` is “obverse”, but “nixon” in English"),
    (CARD, "points = [\"Ask for a longer visit.\", \"Say what it is about.\"]", "points = [\"Ask.\"]", "points", "`points` has 1 texts, but 2 in English"),
    (CARD, "[[part]]\n", "[[part]]\ntext = [\"More.\"]\n\n[[part]]\n", "[[part]]\nheading", "English has no [[part]] with the place 2 here"),
    ("answers.toml", "tick = \"New to me\"\n", "", "[often]", "`tick` is missing here"),
    ("order.toml", "coins_to_come = [\"sexism\"]", "coins_to_come = []", "coins_to_come", "`coins_to_come` is [], but [“sexism”] in English"),
    ("path.toml", "needs = \"placement\"", "needs = \"exercise\"", "needs = \"exercise\"", "`needs` is “exercise”, but “placement” in English"),
    ("facilitator.toml", "scenario = \"handover\"", "scenario = \"other\"", "[[sheet]]", "English has no [[sheet]] with scenario = “other” here"),
];

#[test]
fn each_difference_is_told_where_it_is() {
    for (file, from, to, at, message) in BREACHES {
        let mut line = 0;
        let problems = told(|files| {
            let text = files.get_mut(*file).expect("a file of the sound locale");
            assert!(text.contains(from), "{file} has no {from}");
            *text = text.replacen(from, to, 1);
            line = text[..text.find(at).expect("the line stands there afterwards")].matches('\n').count() + 1;
        });
        let here = problems.iter().find(|one| one.message.starts_with(message));
        let here = here.unwrap_or_else(|| panic!("{message}\nin {problems:#?}"));
        assert_eq!(here.file, *file, "{here}");
        if !at.is_empty() {
            assert_eq!(here.line, line, "{here}");
        }
    }
}

#[test]
fn other_words_are_no_difference() {
    let problems = told(|files| {
        for (file, from, to) in [
            ("ui.toml", "\"Back to “{title}”?\"", "\"“{title}” ?\""),
            // Its own forms of a plural, and its own list of words to allow.
            ("ui.toml", "one = \"{n} day\"", "one = \"{n} jour\"\nmany = \"{n} de jours\""),
            (COIN, "allow = [\"rank\"]\n", ""),
            // Of another place there may be more to say, from other sources.
            (COIN, "plain = \"Judging people by race\"", "plain = \"Juger par la race\""),
            (COIN, "from_top = [\"One form.\"]", "from_top = [\"Un.\", \"Deux.\"]"),
            (COIN, "meets = [\"Class.\"]", "meets = [\"La classe.\", \"La langue.\"]"),
            (COIN, "[[source]]\n", "[[source]]\nname = \"A\"\n\n[[source]]\n"),
            (SCE, "reviewed = true\n", ""),
            (INV, "\"Being heard\"", "\"Être entendu\""),
            ("answers.toml", "label = \"Usually\"", "label = \"D’habitude\""),
        ] {
            let text = files.get_mut(file).expect("a file of the sound locale");
            assert!(text.contains(from), "{file} has no {from}");
            *text = text.replacen(from, to, 1);
        }
    });
    assert_eq!(problems, [], "{problems:#?}");
}

#[test]
fn a_file_that_is_missing_or_too_many_is_told() {
    let problems = told(|files| {
        let form = files.remove("form/today.toml").expect("a file of the sound locale");
        files.insert("form/hier.toml".into(), form);
        files.insert("NOTES.md".into(), "no content".into());
        files.insert("wording.toml".into(), "interface = true".into());
    });
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[0].starts_with("form/hier.toml:1: English has no such file"), "{told:#?}");
    assert!(
        told[1].starts_with("form/today.toml:1: this file is missing: copy it from en/form/today.toml"),
        "{told:#?}"
    );
}

#[test]
fn items_keep_their_order() {
    let problems = told(|files| {
        let text = files.get_mut(INV).expect("a file of the sound locale");
        let third = text.find("[[item]]\nid = \"third\"").expect("it is there");
        let fourth = text.find("[[item]]\nid = \"fourth\"").expect("it is there");
        let moved = text[third..fourth].to_owned();
        text.replace_range(third..fourth, "");
        text.push_str(&format!("\n{moved}"));
    });
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(
        problems[0].message,
        "[[item]] with id = “fourth” stands where English has id = “third”: keep the order"
    );
}

#[test]
fn a_language_counts_in_the_same_forms_everywhere() {
    let problems = told(|files| {
        let text = files.get_mut("ui.toml").expect("a file of the sound locale");
        text.push_str("\n[today.weeks]\nother = \"{n}\"\nfew = \"{n}\"\n");
    });
    let told: Vec<_> = problems.iter().map(|one| one.message.as_str()).collect();
    assert!(
        told.iter().any(|one| one.starts_with("`today.days` has no `few`, but other plurals here do")),
        "{told:#?}"
    );
    assert!(told.iter().any(|one| one.starts_with("`today.weeks` has no `one`")), "{told:#?}");
}

#[test]
fn a_language_says_its_own_name() {
    let named = |name: &str| BTreeMap::from([("ui.toml".to_owned(), format!("[language]\nname = \"{name}\"\n"))]);
    assert_eq!(compare(&named("English"), &named("Français"), "fr"), []);
    let problems = compare(&named("English"), &named("English"), "fr");
    assert_eq!((problems.len(), problems[0].line), (1, 2), "{problems:#?}");
}

#[test]
fn what_is_no_toml_makes_nobody_panic() {
    for text in ["[[item", "= 3", "item = 3", "[[item]]\n[[item]]\nid = 4", "[item]\nid = []"] {
        for file in [INV, "ui.toml", "answers.toml"] {
            told(|files| drop(files.insert(file.into(), text.into())));
        }
    }
}
