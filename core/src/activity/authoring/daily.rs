//! Today's questions: those of the first daily form, and those that cards ask.

use super::Problem;
use super::across::Drafts;

/// How many days at least go by before a question comes again.
const MONTH: usize = 31;

/// Puts the questions of cards at the end of the daily form. Where there are cards, there must be one for each day
/// of a month. The pieces are in their order.
pub(super) fn add(drafts: &mut Drafts, problems: &mut Vec<Problem>) {
    if drafts.cards.is_empty() {
        return;
    }
    let mut tell = |file: &str, line, message| problems.push(Problem { file: file.into(), line, message });
    let Some(form) = drafts.activities.iter_mut().find(|one| one.activity.daily) else {
        tell(&drafts.cards[0].file, 1, "cards need a form with daily = true beside them: write it".into());
        return;
    };
    for card in &drafts.cards {
        let Some(item) = card.item() else { continue };
        let id = &card.card.id;
        if form.activity.item(id).or(form.past.iter().find(|item| item.id == *id)).is_some() {
            let file = &form.file;
            tell(&card.file, card.asks, format!("an item of {file} has the id “{id}”: give one of them another"));
        }
        form.activity.items.push(item);
    }
    let count = form.activity.items.len();
    if count < MONTH {
        let missing = format!("{count} questions with those of the cards, but a month has {MONTH} days: write more");
        tell(&form.file, 1, missing);
    }
}
