use super::{
    coin::WRITE,
    runner::{Sitting, Walk},
};
use crate::{
    route::{Code, Route},
    state::{Closing, Group, Line},
    ui::{
        parts::{
            app, button, group, keeping_line, link, not_kept, own_para, page, pair, para, paragraphs, plain, row,
            row_with, rows, soft, sources,
        },
        view::{View, all, el},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind},
    reflection::Body,
};

/// The end of a sitting: what was said, by what it means, and where one could go from here.
pub(super) fn closing(activity: StoredValue<Activity>, sitting: Sitting) -> View {
    let app = app();
    let Sitting { walk, draft, again, .. } = sitting;
    app.focus_heading();
    let whole = activity.get_value();
    let closing = draft.with_body(|body| match body {
        Body::Run(run) => Closing::of(&whole, run),
        _ => Closing::default(),
    });
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
        .with(closing.groups.is_empty().then(|| plain(word::closing::nothing())))
        .with(all(closing.groups.into_iter().map(|(group, lines)| said(group, lines, walk, whole.kind))))
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
fn said(group: Group, lines: Vec<Line>, walk: Walk, kind: Kind) -> View {
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
    };
    el("section")
        .class("group said-group")
        .with((!name.is_empty()).then(|| el("h2").class("group-name").with(name)))
        .with(el("ul").class("lines").with(all(lines.into_iter().map(|line| line_view(line, walk)))))
        .with(some("asked", ask))
        .into()
}

fn line_view(line: Line, walk: Walk) -> View {
    let answers = line.answers.iter().map(|answer| soft(&word::closing::answered(answer)));
    el("li")
        .class("line")
        .with(some("theme", &line.theme))
        .with(plain(&line.ask))
        .with(all(answers))
        .with(line.new_to_me.then(|| soft(word::closing::new_to_me())))
        .with((!line.note.is_empty()).then(|| own_para("quote", &line.note)))
        .with(button("quiet small", word::closing::change(), move || walk.go_to(&line.item)))
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
