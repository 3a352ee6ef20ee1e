//! A file that holds a card, and what its pages share with the guide's.

use super::language::Language;
use super::piece::{check_figures, must_have_source, own_id};
use super::reading::{Reading, judge, read_hard};
use super::table::{Table, read_file};
use super::wording::Voice;
use super::{At, Problem, said};
use crate::activity::{Call, Card, CardGroup, CardPart, Item, Step};

/// A card with what the checks across files need.
pub(super) struct CardDraft {
    pub(super) file: String,
    pub(super) card: Card,
    /// The line of its question.
    pub(super) asks: usize,
    /// Coins it is tagged with.
    pub(super) tags: Vec<At<String>>,
    pub(super) reading: Option<Reading>,
}

pub(super) fn read_card(file: &str, text: &str, language: &Language) -> (CardDraft, Vec<Problem>) {
    read_file(file, text, language, |root| {
        root.must("group", root.get("group"));
        let groups = [
            ("words", CardGroup::Words),
            ("stance", CardGroup::Stance),
            ("practice", CardGroup::Practice),
            ("hard", CardGroup::Hard),
            ("safety", CardGroup::Safety),
            ("support", CardGroup::Support),
            ("day", CardGroup::Day),
        ];
        let tags = root.ids("coins");
        let asks = root.text("ask").map_or(root.line, |ask| ask.line);
        let card = Card {
            id: own_id(root, file),
            revision: root.count("revision"),
            group: root.one_of("group", &groups).unwrap_or(CardGroup::Words),
            title: root.words("title", Voice::Own),
            topic: root.words("topic", Voice::Own),
            text: root.lines("text"),
            parts: read_parts(root),
            calls: read_calls(root),
            coins: tags.iter().map(|tag| tag.value.clone()).collect(),
            ask: root.words_if_any("ask", Voice::Own),
            hint: if root.has("ask") { root.words_if_any("hint", Voice::Own) } else { String::new() },
            region: root.words_if_any("region", Voice::Own),
            sources: must_have_source(root),
            reviewed: root.flag("reviewed"),
        };
        check_figures(root, &card.sources);
        let reading = judge(root, file, read_hard(root), &said::in_card(&card));
        root.finish(|key| (key == "hint").then(|| "it stands under a question: add `ask`, or take it out".into()));
        CardDraft { file: file.into(), card, asks, tags, reading }
    })
}

/// The fewest and the most digits of a number that can be called.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

fn read_calls(root: &Table<'_>) -> Vec<Call> {
    let calls = root.tables("call").into_iter().map(|table| {
        let number = table.must("number", table.text("number"));
        let text_word = table.text("text_word");
        let call = Call {
            name: table.words("name", Voice::Own),
            number: number.as_ref().map(|number| number.value.clone()).unwrap_or_default(),
            texts: table.flag("texts"),
            text_only: table.flag("text_only"),
            text_word: text_word.as_ref().map(|word| word.value.clone()).unwrap_or_default(),
            hours: table.words("hours", Voice::Own),
            who: table.words("who", Voice::Own),
            region: table.words("region", Voice::Own),
            checked: table.words("checked", Voice::Own),
            first: table.flag("first"),
        };
        let digits = call.dialled().chars().filter(char::is_ascii_digit).count();
        let plain =
            |(place, sign): (usize, char)| sign.is_ascii_digit() || " -".contains(sign) || (place == 0 && sign == '+');
        if let Some(number) = number
            && !(DIGITS.contains(&digits) && number.value.chars().enumerate().all(plain))
        {
            let message = "`number` cannot be called: write 3 to 15 digits, with spaces or hyphens between them";
            table.tell(number.line, message);
        }
        if let Some(word) = text_word
            && !(call.text_only
                && !word.value.is_empty()
                && word.value.chars().all(|sign| sign.is_ascii_alphanumeric()))
        {
            let message = "`text_word` is one word of letters and figures, for a number with `text_only = true`";
            table.tell(word.line, message);
        }
        if call.text_only && call.texts {
            let line = table.get("text_only").map_or(table.line, |only| table.line_of(only));
            table.tell(line, "it has `text_only` and `texts`: leave one of them out");
        }
        if call.text_only && call.first {
            let line = table.get("first").map_or(table.line, |first| table.line_of(first));
            table.tell(line, "a number with `text_only` cannot be `first`: those few are called");
        }
        table.finish(|_| None);
        call
    });
    calls.collect()
}

pub(super) fn read_parts(root: &Table<'_>) -> Vec<CardPart> {
    let parts = root.tables("part").into_iter().map(|table| {
        let part = CardPart {
            heading: table.words_if_any("heading", Voice::Own),
            text: table.lines_if_any("text"),
            points: table.lines_if_any("points"),
        };
        if part.text.is_empty() && part.points.is_empty() {
            table.tell(table.line, "this part says nothing: add `text`, `points` or both");
        }
        table.finish(|_| None);
        part
    });
    parts.collect()
}

impl CardDraft {
    /// The item that the card's question becomes in the daily form.
    pub(super) fn item(&self) -> Option<Item> {
        let Card { id, revision, ask, hint, coins, .. } = &self.card;
        (!ask.is_empty()).then(|| Item {
            revision: *revision,
            coins: coins.clone(),
            card: Some(id.clone()),
            ..Item::new(id, ask, Step::Write { hint: hint.clone(), line: false })
        })
    }
}
