use crate::nasty::{nasty, seen};
use obverse_core::reflection::{
    Occasion, hand_in,
    told::{Told, spreadsheet},
};
use proptest::prelude::*;

/// All cells.
fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Signs with which a formula begins, in any width.
const BEGIN: &str = "=+-@＝＋－＠﹦﹢﹣﹫−";

/// What is not seen at the beginning of a cell.
fn unseen(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A cell as it should be read back.
fn cell(words: &str) -> String {
    let words = seen(words).join("\n");
    let begins = words.trim_start_matches(|sign| unseen(sign) || sign == '\'');
    if begins.starts_with(|sign| BEGIN.contains(sign)) { format!("'{words}") } else { words }
}

fn told(title: &str, ask: &str, said: &str) -> Vec<Told> {
    let lines = vec![(ask.into(), said.into()), (said.into(), title.into())];
    let (date, kind) = ("2026-11-21".into(), "Entries".into());
    vec![Told { date, kind, title: title.into(), about: vec![said.into()], lines, typed: vec![] }]
}

#[test]
fn no_cell_is_a_formula() {
    for formula in [
        "=1+1",
        "+1",
        "-1",
        "@sum",
        "＝1+1",
        "＋1",
        "－1",
        "＠sum",
        "﹦1",
        "−1",
        "\u{0}=1+1",
        "\u{1b}\u{7f}=1+1",
        " =1",
        "\t=1",
        "\r=1",
        "\r\n=1",
        "\u{a0}=1",
        "\u{3000}=1",
        "\u{2003}\u{200b}=1",
        "\u{feff}=1",
        "\u{202e}=1",
        "=cmd|'/c calc'!A1",
        "'=1",
    ] {
        let rows = read(&spreadsheet(&told(formula, formula, formula)));
        for cell in &rows[2][2..] {
            assert!(cell.starts_with('\''), "{formula:?}: {cell:?}");
            assert_eq!(cell[1..], seen(formula).join("\n"), "{formula:?}");
        }
    }
    for words in ["a=1", "1-2", "|a", "%0A", "\tone", "'tis", "5 − 3", ""] {
        assert_eq!(read(&spreadsheet(&told(words, words, words)))[2][4], words, "{words:?}");
    }
}

#[test]
fn what_has_nothing_but_a_title_is_there() {
    let told = [Told { about: vec![], lines: vec![], ..told("A day", "", "").remove(0) }];
    assert_eq!(read(&spreadsheet(&told))[1], ["2026-11-21", "Entries", "A day", "", ""]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_is_lost_and_nothing_added(title in nasty(), ask in nasty(), said in nasty()) {
        let text = spreadsheet(&told(&title, &ask, &said));
        prop_assert!(text.chars().all(|sign| !sign.is_control() || "\r\n\t".contains(sign)));
        let rows = read(&text);
        prop_assert_eq!(&rows[0], &["date", "kind", "title", "question", "answer"]);
        let (title, ask, said) = (cell(&title), cell(&ask), cell(&said));
        prop_assert_eq!(&rows[1], &["2026-11-21", "Entries", &title, "", &said]);
        prop_assert_eq!(&rows[2], &["2026-11-21", "Entries", &title, &ask, &said]);
        prop_assert_eq!(&rows[3], &["2026-11-21", "Entries", &title, &said, &title]);
        prop_assert_eq!(rows.len(), 4);
    }

    #[test]
    fn what_is_handed_in_is_read_back(code in nasty(), question in nasty(), one in nasty(), other in nasty()) {
        let line = hand_in::Line {
            occasion: Occasion::Then,
            when: "2026-11".into(),
            item: "ways".into(),
            revision: 3,
            question: question.clone(),
            answers: vec![one.clone(), other.clone()],
        };
        let rows = read(&hand_in::spreadsheet(&code, std::slice::from_ref(&line)));
        let (answers, question) = (cell(&[one, other].join("; ")), cell(&question));
        prop_assert_eq!(&rows[1], &[&cell(&code), "then", "2026-11", "ways", "3", &question, &answers]);
        prop_assert_eq!(rows.len(), 2);
        let text = hand_in::data(&code, std::slice::from_ref(&line));
        let back: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        prop_assert_eq!(&back["code"], &code);
        prop_assert_eq!(&back["lines"][0]["question"], &line.question);
        prop_assert_eq!(back["lines"][0]["answers"].as_array().expect("a list"), &line.answers);
    }
}
