//! The list of words that pieces in English do not say.

use super::sound::{read, with};
use std::{fs, path::Path};

/// What is told of a sound locale in which a card says this, with the list in place.
fn told(text: &str) -> Vec<String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../questionnaires/en/wording.toml");
    let list = fs::read_to_string(list).expect("the list is there");
    let card = super::sound::CARD.replace("Book early.", text);
    let mut all = with("wording.toml", &list);
    all.iter_mut().filter(|(file, _)| file == "card/interpreter.toml").for_each(|one| one.1.clone_from(&card));
    read(all).1.into_iter().map(|problem| problem.message).collect()
}

#[test]
fn each_word_of_the_list_is_refused() {
    for (text, form) in [
        ("Ask whom it costs.", "whom"),
        ("Ask whomever you like.", "whomever"),
        ("You need not say.", "need not"),
        ("You needn’t say.", "needn’t"),
        ("It is one’s own room.", "one’s"),
        ("Ask the one who knows.", "one who"),
        ("It passes as normal.", "passes as"),
        ("They pass as one team.", "pass as"),
        ("Start afresh.", "afresh"),
        ("The rules hold good.", "hold good"),
        ("The rule holds good.", "holds good"),
        ("Come betimes.", "betimes"),
        ("This is no verdict.", "verdict"),
    ] {
        let told = told(text);
        assert_eq!(told.len(), 1, "{text}: {told:?}");
        assert!(told[0].starts_with(&format!("`text` says “{form}”: ")), "{text}: {told:?}");
    }
}

#[test]
fn plain_words_may_stand() {
    for text in
        ["It is no one’s fault.", "Ask someone who knows.", "Pass it on.", "You don’t have to.", "Ask who pays."]
    {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn may_stands_seldom() {
    assert_eq!(told("It may. They may. We may."), [""; 0]);
    let told = told("It may. They may. We may. You may.");
    assert!(told.len() == 1 && told[0].starts_with("“may” stands 4 times in "), "{told:?}");
}
