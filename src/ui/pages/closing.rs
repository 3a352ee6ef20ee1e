use super::{
    coin::WRITE,
    runner::{Sitting, Walk},
};
use crate::{
    route::{Code, Route},
    state::{Closing, Group, Line},
    ui::{
        parts::{
            app, button, group, keeping_line, link, not_kept, once_there, own_para, page, pair, para, paragraphs,
            plain, row, row_with, rows, soft, sources,
        },
        view::{View, all, el},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind, PieceGroup},
    reflection::Body,
};
use std::rc::Rc;

/// Gathers what was said anew, with the words that are there by then.
type Gather = Rc<dyn Fn() -> Closing>;

/// The end of a sitting: what was said, by what it means, and where one could go from here.
pub(super) fn closing(activity: StoredValue<Activity>, sitting: Sitting) -> View {
    let app = app();
    let Sitting { walk, draft, again, .. } = sitting;
    app.focus_heading();
    let whole = activity.get_value();
    let id = whole.id.clone();
    let gather: Gather = Rc::new(move || {
        let wordings = untrack(|| app.content.wordings(&id));
        draft.with_body(|body| match body {
            Body::Run(run) => Closing::of(&wordings, run),
            _ => Closing::default(),
        })
    });
    let closing = gather();
    let (groups, retired): (Vec<_>, Vec<_>) =
        closing.groups.into_iter().partition(|(group, _)| *group != Group::Retired);
    let nothing = groups.is_empty() && retired.is_empty();
    let kind = whole.kind;
    let said = |(group, lines)| said(group, lines, walk, kind, &gather);
    let title = match whole.kind {
        Kind::Scenario => word::closing::title_scenario(),
        Kind::Exercise => word::closing::title_exercise(),
        _ => word::closing::title(),
    };
    let write = |class| link(class, Route::Form(Code::of(WRITE), Some(draft.id)), word::closing::write());
    let (first, second) = if walk.ended() {
        (write("button"), button("quiet", word::closing::again(), move || again.run(())))
    } else {
        (button("button", word::closing::go_on(), move || walk.paused.set(false)), write("quiet"))
    };
    let home = link("quiet", Route::Today, word::closing::home());
    page(title)
        .place(whole.title)
        .back(Route::Reflect)
        .foot(not_kept(draft))
        .foot(first)
        .foot(pair().with(home).with(second))
        .with(nothing.then(|| plain(word::closing::nothing())))
        .with(all(groups.into_iter().map(said)))
        .with(no_longer_asked(walk, kind, &gather))
        .with(paragraphs(&whole.closing))
        .with((whole.kind == Kind::Check).then(ways_on))
        .with(coins(&closing.coins))
        .with(super::coin::grown_out_of(app, draft.id).map(|grown| group(word::coin::grew()).with(rows(grown))))
        .with(el("p").with(link("quiet", Route::NewStep(Some(draft.id)), word::closing::step())))
        .with(keeping_line(draft))
        .with(sources(&whole.sources, whole.reviewed))
        .into()
}

/// The coins it leads to.
fn coins(ids: &[String]) -> Option<View> {
    let app = app();
    let coins: Vec<_> = ids.iter().filter_map(|id| app.content.coin_line(id)).collect();
    (!coins.is_empty()).then(|| {
        let coins = coins.iter().map(|coin| row(Route::Coin(Code::of(&coin.id)), &coin.name));
        group(word::closing::coins()).with(soft(word::closing::coins_text())).with(rows(all(coins))).into()
    })
}

/// What was said of one kind, and a question about it.
fn said(group: Group, lines: Vec<Line>, walk: Walk, kind: Kind, gather: &Gather) -> View {
    let (name, ask) = match group {
        Group::Eases => (word::closing::eases(), word::closing::eases_ask()),
        Group::Costs => (word::closing::costs(), word::closing::costs_ask()),
        Group::Holds => (word::closing::holds(), word::closing::holds_ask()),
        Group::Lacks => (word::closing::lacks(), word::closing::lacks_ask()),
        Group::Depends => (word::closing::depends(), word::closing::depends_ask()),
        Group::Chose => (word::closing::chose(), ""),
        Group::YourLine if kind == Kind::Scenario => (word::closing::kept_line(), ""),
        Group::YourLine => ("", ""),
        Group::Other => (word::closing::other(), ""),
        Group::Retired => (word::closing::retired(), ""),
    };
    el("section")
        .class("group said-group")
        .with((!name.is_empty()).then(|| el("h2").class("group-name").with(name)))
        .with(el("ul").class("lines").with(all(lines.into_iter().map(|line| line_view(line, group, walk, gather)))))
        .with(some("asked", ask))
        .into()
}

/// What was said to items that were retired, once their words are there.
fn no_longer_asked(walk: Walk, kind: Kind, gather: &Gather) -> View {
    let gather = gather.clone();
    once_there(PieceGroup::Past, move || {
        let retired = gather().groups.into_iter().filter(|(group, _)| *group == Group::Retired);
        all(retired.map(|(group, lines)| said(group, lines, walk, kind, &gather)))
    })
}

/// What a line says was asked and answered, as far as its words are known.
fn words(line: &Line) -> View {
    let answers = line.answers.iter().map(|answer| soft(&word::closing::answered(answer)));
    let ask = (!line.ask.is_empty()).then(|| plain(&line.ask));
    View::several(vec![some("theme", &line.theme).into(), ask.into(), all(answers)])
}

/// The words of a line whose item asks in other words since: that it does at once, the words themselves once there.
fn earlier_words(item: String, gather: &Gather) -> View {
    let gather = gather.clone();
    let there = once_there(PieceGroup::Past, move || gather().line(&item).map(words).into());
    View::several(vec![there, soft(word::runner::changed())])
}

fn line_view(line: Line, group: Group, walk: Walk, gather: &Gather) -> View {
    let words = match line.changed && group != Group::Retired {
        true => earlier_words(line.item.clone(), gather),
        false => words(&line),
    };
    let change = move || button("quiet small", word::closing::change(), move || walk.go_to(&line.item));
    el("li")
        .class("line")
        .with(words)
        .with(line.new_to_me.then(|| soft(word::closing::new_to_me())))
        .with((!line.note.is_empty()).then(|| own_para("quote", &line.note)))
        .with((group != Group::Retired).then(change))
        .into()
}

/// A paragraph, where there is something to say.
fn some(class: &str, text: &str) -> Option<View> {
    (!text.is_empty()).then(|| para(class, text))
}

/// The ways on from a part of the self-check.
fn ways_on() -> View {
    let ways = [
        row_with(Route::Compare, word::compare::title(), word::reflect::checks_text(), ""),
        row_with(Route::HandIn, word::hand_in::title(), "", ""),
    ];
    rows(all(ways.into_iter()))
}
