//! All the words of a piece that a person reads. What sources are called is not among them.

use crate::activity::{Activity, Card, CardPart, Coin, Guide, Item, Step};

pub(super) fn in_activity(activity: &Activity) -> Vec<&str> {
    let mut said = vec![&*activity.title, &*activity.topic, &*activity.context];
    for item in &activity.items {
        said.extend(in_item(item).into_iter().chain([&*item.theme]));
        if let Step::One { options, .. } | Step::Many { options } = &item.step {
            said.extend(options.iter().flat_map(|option| &option.effects).map(String::as_str));
        }
    }
    said.extend(activity.closing.iter().map(String::as_str));
    said
}

/// What an item asks and what can be answered, without what is told of it then.
pub(super) fn in_item(item: &Item) -> Vec<&str> {
    let mut said = vec![&*item.ask];
    said.extend(item.text.iter().map(String::as_str));
    match &item.step {
        Step::One { options, .. } | Step::Many { options } => said.extend(options.iter().map(|one| &*one.label)),
        Step::Scale { words, .. } => said.extend(words.iter().map(String::as_str)),
        Step::Write { hint, .. } => said.push(hint),
        Step::Read | Step::Place { .. } => {}
    }
    said
}

pub(super) fn in_coin(coin: &Coin) -> Vec<&str> {
    let mut said = vec![&*coin.name, &*coin.plain, &*coin.helped, &*coin.pays, &*coin.example.text];
    let acts = [&coin.institution, &coin.between, &coin.inside, &coin.meets];
    let lists = [&coin.system, &coin.norm].into_iter().chain(acts);
    let lists = lists.chain([&coin.from_top, &coin.from_bottom, &coin.together]);
    said.extend(lists.flatten().map(String::as_str));
    said
}

pub(super) fn in_card(card: &Card) -> Vec<&str> {
    let mut said = vec![&*card.title, &*card.topic, &*card.ask, &*card.hint];
    said.extend(card.text.iter().map(String::as_str));
    said.extend(in_parts(&card.parts));
    said
}

pub(super) fn in_guide(guide: &Guide) -> Vec<&str> {
    let mut said = vec![&*guide.title];
    said.extend(guide.text.iter().map(String::as_str));
    said.extend(in_parts(&guide.parts));
    for sheet in &guide.sheets {
        said.push(&sheet.title);
        said.extend(sheet.scene.iter().chain(&sheet.questions).map(String::as_str));
    }
    said
}

fn in_parts(parts: &[CardPart]) -> impl Iterator<Item = &str> {
    parts.iter().flat_map(|part| [&part.heading].into_iter().chain(&part.text).chain(&part.points)).map(String::as_str)
}
