//! What a person wrote, in words, for other programs: text with headings, a spreadsheet, or data. None is locked.

use super::markdown;
use crate::json::Writer;

/// What a spreadsheet's file begins with, by which programs know that it is UTF-8.
pub(super) const MARK: &str = "\u{feff}";

/// One thing a person wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The day, as `2026-11-21`.
    pub date: String,
    /// What it is: an entry, a placement, answers.
    pub kind: String,
    /// Its title, or what it is about.
    pub title: String,
    /// What there is to know of it beside what was said, such as that it is not finished: a sentence each.
    pub about: Vec<String>,
    /// Questions, which may be empty, and what was said to each.
    pub lines: Vec<(String, String)>,
    /// What of all this the person typed, and the person's own words in what it grew from; of a record for an appraisal, every
    /// field but its date. The rest are the app's own questions, answers and dates.
    pub typed: Vec<String>,
}

/// What the person typed in all of this, a text a line. Names and details of people are looked for in it alone.
pub fn typed(told: &[Told]) -> String {
    told.iter().flat_map(|one| &one.typed).map(|text| [text, "\n"].concat()).collect()
}

/// Text with headings (Markdown), under a heading and a line below it. All words stay words, and lines stay lines.
pub fn markdown(heading: &str, below: &str, told: &[Told]) -> String {
    let mut text = String::new();
    markdown::heading(&mut text, "#", heading);
    markdown::words(&mut text, below);
    for one in told {
        markdown::heading(&mut text, "##", &one.title);
        markdown::words(&mut text, &[&one.date, " · ", &one.kind].concat());
        for about in &one.about {
            markdown::words(&mut text, about);
        }
        for (ask, said) in &one.lines {
            if !lines_of(ask).concat().trim().is_empty() {
                markdown::heading(&mut text, "###", ask);
            }
            markdown::words(&mut text, said);
        }
    }
    text.split_off(1)
}

/// A spreadsheet (CSV): a row for each line and for what there is to know beside, and one for what has none.
pub fn spreadsheet(told: &[Told]) -> String {
    let mut text = String::from(MARK);
    row(&mut text, ["date", "kind", "title", "question", "answer"]);
    for one in told {
        let about = one.about.iter().map(|about| ("", about.as_str()));
        let mut lines: Vec<_> = about.chain(one.lines.iter().map(|(ask, said)| (&**ask, &**said))).collect();
        if lines.is_empty() {
            lines.push(("", ""));
        }
        for (ask, said) in lines {
            row(&mut text, [&one.date, &one.kind, &one.title, ask, said]);
        }
    }
    text
}

/// Data (JSON).
pub fn data(told: &[Told]) -> String {
    let mut to = Writer::default();
    to.open('[');
    for one in told {
        to.open('{');
        to.name("date").string(&one.date);
        to.name("kind").string(&one.kind);
        to.name("title").string(&one.title);
        to.name("about").strings(&one.about);
        to.name("lines").open('[');
        for (ask, said) in &one.lines {
            to.open('{');
            to.name("question").string(ask);
            to.name("answer").string(said);
            to.close('}');
        }
        to.close(']');
        to.close('}');
    }
    to.close(']');
    to.into_text()
}

pub(super) fn push(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}

/// The lines of a text, wherever they end, without the signs that are none (a tab stays).
pub(super) fn lines_of(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let lines = text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']);
    lines.map(|line| line.replace(|sign: char| sign.is_control() && sign != '\t', "")).collect()
}

/// Signs with which a spreadsheet begins to work something out, in any width, and what becomes a minus.
const BEGIN: [char; 13] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

/// Writes a row of a spreadsheet. No cell of it is a formula.
pub(super) fn row<const N: usize>(text: &mut String, cells: [&str; N]) {
    for (place, cell) in cells.into_iter().enumerate() {
        text.push_str(if place == 0 { "\"" } else { ",\"" });
        let cell = lines_of(cell).join("\n");
        // A spreadsheet would work out what begins so, and might fetch something with it. One that begins so already is
        // guarded too: so each guard can be taken off again.
        if cell.trim_start_matches(|sign| sign == '\'' || unseen(sign)).starts_with(BEGIN) {
            text.push('\'');
        }
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    }
    text.push_str("\r\n");
}

/// Whether nothing is seen of a sign that a cell begins with.
fn unseen(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(said: &str) -> Vec<Told> {
        let lines = vec![("Why?".into(), said.into()), (String::new(), "note".into())];
        let (date, kind, title) = ("2026-11-21".into(), "Entries".into(), "A \"day\"".into());
        vec![Told { date, kind, title, lines, ..Told::default() }]
    }

    #[test]
    fn a_heading_stays_a_heading_and_words_stay_words() {
        let text = markdown("Notes", "Copied", &told("one\n# two"));
        assert_eq!(
            text,
            "# Notes\n\nCopied\n\n## A \"day\"\n\n2026-11-21 · Entries\n\n### Why?\n\none  \n\\# two\n\nnote\n"
        );
    }

    #[test]
    fn cells_are_quoted_and_no_cell_is_a_formula() {
        let head = "\u{feff}\"date\",\"kind\",\"title\",\"question\",\"answer\"\r\n";
        let text = spreadsheet(&told("say \"no\",\nthen go"));
        let rest = text.strip_prefix(head).expect("a head");
        assert_eq!(
            rest.split("\r\n").next(),
            Some("\"2026-11-21\",\"Entries\",\"A \"\"day\"\"\",\"Why?\",\"say \"\"no\"\",\nthen go\"")
        );
        for formula in ["=1+1", "+1", "-1", "@sum", " =1", "\t=1"] {
            assert!(spreadsheet(&told(formula)).contains(&format!(",\"'{formula}\"")), "{formula:?}");
        }
        assert!(spreadsheet(&told("a=1")).contains(",\"a=1\""));
    }

    #[test]
    fn data_is_json_and_nothing_is_lost() {
        let text = data(&told("a \"b\"\n\u{1}ü"));
        let back: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back[0]["lines"][0]["answer"], "a \"b\"\n\u{1}ü");
        assert_eq!(back[0]["lines"][1]["question"], "");
        let told = [Told { about: vec!["Not finished".into()], ..Told::default() }];
        let back: serde_json::Value = serde_json::from_str(&data(&told)).expect("JSON");
        assert_eq!(back[0]["about"], serde_json::json!(["Not finished"]));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&data(&[])).expect("JSON"), serde_json::json!([]));
    }
}
