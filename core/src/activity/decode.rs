//! Reading the built content. What is missing, of another shape or not known makes the whole unreadable: it belongs
//! to another build.

use super::{
    About, Activity, Call, Card, CardGroup, CardPart, Choice, Coin, Example, Goto, Guide, Item, Kind, Listed,
    ListedCoin, Needs, Origin, PastActivity, Pieces, Sheet, Shell, Source, Stage, Step, Tells,
};
use crate::json::{Fields, Json};

impl Shell {
    /// Reads the text of a `<locale>.shell`.
    pub fn decode(text: &str) -> Option<Shell> {
        let needed = ["locale", "fingerprint", "words", "activities", "coins"];
        let mut fields = Fields::of(Json::read(text)?, &needed);
        let shell = Shell {
            locale: fields.text("locale"),
            fingerprint: fields.text("fingerprint"),
            words: fields.texts("words"),
            activities: fields.list("activities", listed),
            coins: fields.list("coins", listed_coin),
            path: fields.list("path", stage),
        };
        fields.whole(shell)
    }
}

impl Pieces {
    /// Reads the text of a group's file.
    pub fn decode(text: &str) -> Option<Pieces> {
        let mut fields = Fields::of(Json::read(text)?, &["words", "activities", "coins"]);
        let pieces = Pieces {
            words: fields.texts("words"),
            activities: fields.list("activities", activity),
            coins: fields.list("coins", coin),
            cards: fields.list("cards", card),
            guide: fields.maybe("guide", guide),
            past: fields.list("past", past_activity),
        };
        fields.whole(pieces)
    }
}

fn listed(value: Json) -> Option<Listed> {
    let mut fields = Fields::of(value, &["id", "kind", "title"]);
    let listed = Listed {
        kind: fields.maybe("kind", kind)?,
        id: fields.text("id"),
        title: fields.text("title"),
        prompts: fields.texts("prompts"),
        good_for: fields.texts("good_for"),
    };
    fields.whole(listed)
}

fn listed_coin(value: Json) -> Option<ListedCoin> {
    let mut fields = Fields::of(value, &["id", "name"]);
    let coin = ListedCoin { id: fields.text("id"), name: fields.text("name") };
    fields.whole(coin)
}

fn activity(value: Json) -> Option<Activity> {
    let mut fields = Fields::of(value, &["id", "revision", "kind", "title", "topic", "minutes", "items"]);
    let activity = Activity {
        kind: fields.maybe("kind", kind)?,
        id: fields.text("id"),
        revision: fields.number("revision"),
        title: fields.text("title"),
        topic: fields.text("topic"),
        minutes: fields.number("minutes"),
        context: fields.text("context"),
        daily: fields.flag("daily"),
        coins: fields.texts("coins"),
        items: fields.list("items", item),
        closing: fields.texts("closing"),
        sources: fields.list("sources", source),
        reviewed: fields.flag("reviewed"),
    };
    fields.whole(activity)
}

fn past_activity(value: Json) -> Option<PastActivity> {
    let mut fields = Fields::of(value, &["id", "items"]);
    let past = PastActivity { id: fields.text("id"), items: fields.list("items", item) };
    fields.whole(past)
}

fn item(value: Json) -> Option<Item> {
    let mut fields = Fields::of(value, &["id", "revision", "ask", "step"]);
    let item = Item {
        step: fields.maybe("step", step)?,
        id: fields.text("id"),
        revision: fields.number("revision"),
        ask: fields.text("ask"),
        text: fields.texts("text"),
        theme: fields.text("theme"),
        eases: fields.texts("eases"),
        costs: fields.texts("costs"),
        about: fields.maybe("about", about),
        tells: fields.maybe("tells", tells),
        leave_first: fields.flag("leave_first"),
        coins: fields.texts("coins"),
        looks_back: fields.maybe("looks_back", Json::text),
        card: fields.maybe("card", Json::text),
        then: fields.maybe("then", goto),
    };
    fields.whole(item)
}

fn step(value: Json) -> Option<Step> {
    let (name, value) = value.variant()?;
    let needed: &[&str] = match name.as_str() {
        "read" => return (value == Json::Null).then_some(Step::Read),
        "one" | "many" => &["options"],
        "scale" => &["words", "unsure"],
        "place" => &["coin"],
        "write" => &[],
        _ => return None,
    };
    let mut fields = Fields::of(value, needed);
    let step = match name.as_str() {
        "one" => Step::One { options: fields.list("options", choice), tick: fields.maybe("tick", Json::text) },
        "many" => Step::Many { options: fields.list("options", choice) },
        "scale" => Step::Scale { words: fields.texts("words"), unsure: fields.text("unsure") },
        "place" => Step::Place { coin: fields.text("coin") },
        _ => Step::Write { hint: fields.text("hint"), line: fields.flag("line") },
    };
    fields.whole(step)
}

fn choice(value: Json) -> Option<Choice> {
    let mut fields = Fields::of(value, &["id", "label"]);
    let choice = Choice {
        id: fields.text("id"),
        label: fields.text("label"),
        effects: fields.texts("effects"),
        then: fields.maybe("then", goto),
    };
    fields.whole(choice)
}

fn goto(value: Json) -> Option<Goto> {
    match value.variant()? {
        (name, Json::Null) if name == "end" => Some(Goto::End),
        (name, Json::Text(id)) if name == "item" => Some(Goto::Item(id)),
        _ => None,
    }
}

fn coin(value: Json) -> Option<Coin> {
    let needed = [
        "id",
        "revision",
        "name",
        "plain",
        "origin",
        "emblem",
        "system",
        "norm",
        "helped",
        "pays",
        "region",
        "example",
        "institution",
        "between",
        "inside",
        "meets",
        "from_top",
        "from_bottom",
        "together",
        "sources",
    ];
    let mut fields = Fields::of(value, &needed);
    let coin = Coin {
        origin: fields.maybe("origin", origin)?,
        example: fields.maybe("example", example)?,
        id: fields.text("id"),
        revision: fields.number("revision"),
        name: fields.text("name"),
        plain: fields.text("plain"),
        emblem: fields.text("emblem"),
        system: fields.texts("system"),
        norm: fields.texts("norm"),
        helped: fields.text("helped"),
        pays: fields.text("pays"),
        region: fields.text("region"),
        institution: fields.texts("institution"),
        between: fields.texts("between"),
        inside: fields.texts("inside"),
        meets: fields.texts("meets"),
        from_top: fields.texts("from_top"),
        from_bottom: fields.texts("from_bottom"),
        together: fields.texts("together"),
        sources: fields.list("sources", source),
        reviewed: fields.flag("reviewed"),
    };
    fields.whole(coin)
}

fn example(value: Json) -> Option<Example> {
    let mut fields = Fields::of(value, &["text", "source"]);
    let example = Example { text: fields.text("text"), source: fields.text("source") };
    fields.whole(example)
}

fn card(value: Json) -> Option<Card> {
    let mut fields = Fields::of(value, &["id", "revision", "group", "title", "topic", "text", "sources"]);
    let card = Card {
        group: fields.maybe("group", card_group)?,
        id: fields.text("id"),
        revision: fields.number("revision"),
        title: fields.text("title"),
        topic: fields.text("topic"),
        text: fields.texts("text"),
        parts: fields.list("parts", card_part),
        calls: fields.list("calls", call),
        coins: fields.texts("coins"),
        ask: fields.text("ask"),
        hint: fields.text("hint"),
        region: fields.text("region"),
        sources: fields.list("sources", source),
        reviewed: fields.flag("reviewed"),
    };
    fields.whole(card)
}

fn call(value: Json) -> Option<Call> {
    let mut fields = Fields::of(value, &["name", "number", "hours", "who", "region", "checked"]);
    let call = Call {
        name: fields.text("name"),
        number: fields.text("number"),
        texts: fields.flag("texts"),
        text_only: fields.flag("text_only"),
        text_word: fields.text("text_word"),
        hours: fields.text("hours"),
        who: fields.text("who"),
        region: fields.text("region"),
        checked: fields.text("checked"),
        first: fields.flag("first"),
    };
    fields.whole(call)
}

fn card_part(value: Json) -> Option<CardPart> {
    let mut fields = Fields::of(value, &[]);
    let part = CardPart { heading: fields.text("heading"), text: fields.texts("text"), points: fields.texts("points") };
    fields.whole(part)
}

fn guide(value: Json) -> Option<Guide> {
    let mut fields = Fields::of(value, &["title", "text", "sources"]);
    let guide = Guide {
        title: fields.text("title"),
        text: fields.texts("text"),
        parts: fields.list("parts", card_part),
        sheets: fields.list("sheets", sheet),
        sources: fields.list("sources", source),
    };
    fields.whole(guide)
}

fn sheet(value: Json) -> Option<Sheet> {
    let mut fields = Fields::of(value, &["scenario", "title", "scene", "questions"]);
    let sheet = Sheet {
        scenario: fields.text("scenario"),
        title: fields.text("title"),
        scene: fields.texts("scene"),
        questions: fields.texts("questions"),
    };
    fields.whole(sheet)
}

fn stage(value: Json) -> Option<Stage> {
    let mut fields = Fields::of(value, &["id", "title", "text", "needs", "count"]);
    let stage = Stage {
        needs: fields.maybe("needs", needs)?,
        id: fields.text("id"),
        title: fields.text("title"),
        text: fields.text("text"),
        count: fields.number("count"),
        first: fields.texts("first"),
    };
    fields.whole(stage)
}

fn source(value: Json) -> Option<Source> {
    let mut fields = Fields::of(value, &["name"]);
    let source = Source { name: fields.text("name"), place: fields.text("place") };
    fields.whole(source)
}

fn kind(value: Json) -> Option<Kind> {
    Some(match value.text()?.as_str() {
        "inventory" => Kind::Inventory,
        "exercise" => Kind::Exercise,
        "scenario" => Kind::Scenario,
        "check" => Kind::Check,
        "form" => Kind::Form,
        _ => return None,
    })
}

fn card_group(value: Json) -> Option<CardGroup> {
    Some(match value.text()?.as_str() {
        "words" => CardGroup::Words,
        "stance" => CardGroup::Stance,
        "practice" => CardGroup::Practice,
        "hard" => CardGroup::Hard,
        "safety" => CardGroup::Safety,
        "support" => CardGroup::Support,
        "day" => CardGroup::Day,
        _ => return None,
    })
}

fn needs(value: Json) -> Option<Needs> {
    Some(match value.text()?.as_str() {
        "inventories" => Needs::Inventories,
        "placement" => Needs::Placement,
        "scenario" => Needs::Scenario,
        "exercise" => Needs::Exercise,
        "commitment" => Needs::Commitment,
        "again" => Needs::Again,
        _ => return None,
    })
}

fn about(value: Json) -> Option<About> {
    (value.text()? == "place").then_some(About::Place)
}

fn tells(value: Json) -> Option<Tells> {
    Some(match value.text()?.as_str() {
        "happened" => Tells::Happened,
        "learning" => Tells::Learning,
        "change" => Tells::Change,
        "impact" => Tells::Impact,
        _ => return None,
    })
}

fn origin(value: Json) -> Option<Origin> {
    Some(match value.text()?.as_str() {
        "nixon" => Origin::Nixon,
        "obverse" => Origin::Obverse,
        _ => return None,
    })
}
