use crate::nasty::{nasty, seen};
use obverse_core::reflection::told::{Told, markdown};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::{iter::Peekable, vec::IntoIter};

/// A block as the parser sees it.
#[derive(Clone, Debug, PartialEq)]
enum Block {
    Heading(HeadingLevel, String),
    /// Its lines.
    Words(Vec<String>),
}

/// The blocks of a text; what else is in it, if there is anything but headings and lines of words.
fn read(text: &str, options: Options) -> Result<Vec<Block>, String> {
    let mut blocks = Vec::new();
    let mut lines = vec![String::new()];
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { id: None, classes, attrs, .. }) if classes.is_empty() && attrs.is_empty() => {}
            Event::Start(Tag::Paragraph) => {}
            Event::Text(words) => lines.last_mut().expect("there is one").push_str(&words),
            Event::HardBreak => lines.push(String::new()),
            Event::End(TagEnd::Heading(level)) => {
                blocks.push(Block::Heading(level, lines.join("\n")));
                lines = vec![String::new()];
            }
            Event::End(TagEnd::Paragraph) => {
                blocks.push(Block::Words(lines));
                lines = vec![String::new()];
            }
            other => return Err(format!("{other:?} in {text:?}")),
        }
    }
    Ok(blocks)
}

/// CommonMark, and with what other programs add to it.
fn ways() -> [Options; 2] {
    let more = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
        | Options::ENABLE_GFM;
    [Options::empty(), more]
}

/// The lines of an answer as they should be read back: blanks at the beginning of a line as such that are not dropped,
/// and none after the last sign of a line or of the answer.
fn lines_of(said: &str) -> Vec<String> {
    let line = |line: &String| {
        let line = line.trim_end_matches([' ', '\t']);
        let words = line.trim_start_matches([' ', '\t']);
        let blanks = line[..line.len() - words.len()].replace('\t', "    ").replace(' ', "\u{a0}");
        blanks + words
    };
    let mut lines: Vec<String> = seen(said).iter().map(line).collect();
    lines.truncate(lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1));
    lines.into_iter().map(empty).collect()
}

/// A line in which there is nothing to see is an empty one.
fn empty(line: String) -> String {
    if line == "\u{a0}" { String::new() } else { line }
}

fn in_one_line(title: &str) -> String {
    seen(title).join(" ").trim_matches([' ', '\t']).to_owned()
}

/// What comes next if it is a heading of this level.
fn heading(blocks: &mut Peekable<IntoIter<Block>>, level: HeadingLevel) -> Option<String> {
    match blocks.next_if(|block| matches!(block, Block::Heading(one, _) if *one == level))? {
        Block::Heading(_, words) => Some(words),
        Block::Words(_) => None,
    }
}

/// The lines up to the next heading, with an empty one between two paragraphs.
fn words(blocks: &mut Peekable<IntoIter<Block>>) -> Vec<String> {
    let mut all = Vec::new();
    while let Some(Block::Words(lines)) = blocks.next_if(|block| matches!(block, Block::Words(_))) {
        if !all.is_empty() {
            all.push(String::new());
        }
        all.extend(lines.into_iter().map(empty));
    }
    all
}

/// Writes two things a person wrote, and reads them back.
fn there_and_back(title: &str, ask: &str, said: &str) -> Result<(), TestCaseError> {
    let told = |said: &str| Told {
        date: "2026-11-21".into(),
        kind: "Entries".into(),
        title: title.into(),
        about: vec![said.into(), "Not finished".into()],
        lines: vec![("First?".into(), said.into()), (ask.into(), said.into()), ("Last?".into(), "no\nmore".into())],
        typed: vec![],
    };
    let text = markdown("Notes", "Copied 21 November 2026", &[told(said), told("after")]);
    for options in ways() {
        let mut blocks = read(&text, options).map_err(TestCaseError::fail)?.into_iter().peekable();
        prop_assert_eq!(heading(&mut blocks, HeadingLevel::H1), Some("Notes".to_owned()));
        prop_assert_eq!(words(&mut blocks), ["Copied 21 November 2026"]);
        for said in [said, "after"] {
            let (title, ask, mut lines) = (in_one_line(title), in_one_line(ask), lines_of(said));
            prop_assert_eq!(heading(&mut blocks, HeadingLevel::H2), Some(title), "{}", text);
            let mut about = vec!["2026-11-21 · Entries".to_owned(), String::new()];
            if !lines.is_empty() {
                about.extend(lines.iter().cloned().chain([String::new()]));
            }
            about.push("Not finished".to_owned());
            prop_assert_eq!(words(&mut blocks), about, "{}", text);
            prop_assert_eq!(heading(&mut blocks, HeadingLevel::H3), Some("First?".to_owned()));
            if ask.trim().is_empty() {
                // Nothing stands between the two answers but an empty line.
                if !lines.is_empty() {
                    lines = [lines.as_slice(), &[String::new()], &lines].concat();
                }
                prop_assert_eq!(words(&mut blocks), lines, "{}", text);
            } else {
                prop_assert_eq!(words(&mut blocks), lines.as_slice(), "{}", text);
                prop_assert_eq!(heading(&mut blocks, HeadingLevel::H3), Some(ask), "{}", text);
                prop_assert_eq!(words(&mut blocks), lines, "{}", text);
            }
            prop_assert_eq!(heading(&mut blocks, HeadingLevel::H3), Some("Last?".to_owned()));
            prop_assert_eq!(words(&mut blocks), ["no", "more"]);
        }
        prop_assert_eq!(blocks.next(), None);
    }
    Ok(())
}

#[test]
fn words_stay_words_and_lines_stay_lines() {
    for said in [
        "``` never closed",
        "~~~\nneither",
        "words\n---\nmore",
        "words\n===",
        " # 4 is a bed",
        "<!-- and all that follows",
        "see ![x](https://example.org/x.png)",
        "[a]: https://example.org\n\n[a] and [a][] and [b](c)",
        "<https://example.org/> and <a@example.org>",
        "    four blanks\n\tone tab",
        "- one\n- two\n* three\n+ four\n1. five\n2) six",
        "> as she said",
        "one\ntwo\n\nthree\n\n\n\nfour",
        "\n\n  late",
        "a path\\\nand C:\\\\",
        "&amp; &#35; &copy; A&E",
        "*so* **loud**, _so_ __quiet__, ~~so~~ `plain`",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "\u{0}one\u{7}",
        "last line with blanks  \nand one without",
    ] {
        there_and_back(said, said, said).unwrap_or_else(|why| panic!("{said:?}: {why}"));
    }
}

#[test]
fn what_means_nothing_is_left_as_it_was_written() {
    let said = "A&E at 3 p.m., bed 5-6 (2 * 3 = 6); ward_b, < 5 min, ~10 mg, <3, #4 > #5.\n-5 °C, +44 20, 1.5, 2026-11-21.\n\
                \"No!\" – it's 50%; a = b; see (a) & (b) | c: d/e\\f {g} $5 ^2";
    let told = Told { title: "What?".into(), lines: vec![(String::new(), said.into())], ..Told::default() };
    let text = markdown("Notes", "Copied", &[told]);
    assert!(text.contains(&said.replace('\n', "  \n")), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn nothing_is_lost_and_nothing_added(title in nasty(), ask in nasty(), said in nasty()) {
        there_and_back(&title, &ask, &said)?;
    }
}
