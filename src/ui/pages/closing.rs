//! The end of a sitting.

use super::{
    coin::{WRITE, grown_out_of},
    runner::{Sitting, Walk},
};
use crate::{
    route::{Code, Route},
    state::{Closing, Group as LineGroup, Line},
    ui::components::{Button, Group, KeepingLine, Link, NotKept, Page, Paragraphs, Row, Sources, app, once_there},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind, PieceGroup},
    reflection::Body,
};

/// Gathers what was said anew, with the words that are there by then.
type Gather = Callback<(), Closing>;

/// The end of a sitting: what was said, by what it means, and where one could go from here.
#[component]
pub fn ClosingPage(
    /// What it was about.
    activity: StoredValue<Activity>,
    /// The sitting.
    sitting: Sitting,
) -> impl IntoView {
    let app = app();
    let Sitting { walk, draft, again, .. } = sitting;
    app.focus_heading();
    let whole = activity.get_value();
    let id = whole.id.clone();
    let gather: Gather = Callback::new(move |()| {
        let wordings = untrack(|| app.content.wordings(&id));
        draft.with_body(|body| match body {
            Body::Run(run) => Closing::of(&wordings, run),
            _ => Closing::default(),
        })
    });
    let closing = gather.run(());
    let (groups, retired): (Vec<_>, Vec<_>) =
        closing.groups.into_iter().partition(|(group, _)| *group != LineGroup::Retired);
    let nothing = groups.is_empty() && retired.is_empty();
    let kind = whole.kind;
    let groups = groups.into_iter().map(|(group, lines)| said(group, lines, walk, kind, gather)).collect_view();
    let title = match kind {
        Kind::Scenario => word::closing::title_scenario(),
        Kind::Exercise => word::closing::title_exercise(),
        _ => word::closing::title(),
    };
    let write = |class| {
        view! { <Link class=class to=Route::Form(Code::of(WRITE), Some(draft.id)) label=word::closing::write()/> }
            .into_any()
    };
    let (first, second) = if walk.ended() {
        let again = view! { <Button class="quiet" label=word::closing::again() on_press=again/> };
        (write("button"), again.into_any())
    } else {
        let carry_on = move |()| walk.paused.set(false);
        let go_on = view! { <Button class="button" label=word::closing::go_on() on_press=carry_on/> };
        (go_on.into_any(), write("quiet"))
    };
    let foot = move || {
        view! {
            <NotKept draft=draft/>
            {first}
            <div class="pair">
                <Link class="quiet" to=Route::Today label=word::closing::home()/>
                {second}
            </div>
        }
    };
    let grown = grown_out_of(app, draft.id).map(|rows| {
        view! {
            <Group name=word::coin::grew()>
                <ul class="rows">{rows}</ul>
            </Group>
        }
    });
    view! {
        <Page title=title place=whole.title back=Route::Reflect foot=foot>
            {nothing.then(|| view! { <p>{word::closing::nothing()}</p> })}
            {groups}
            {no_longer_asked(walk, kind, gather)}
            <Paragraphs texts=whole.closing/>
            {(kind == Kind::Check).then(ways_on)}
            {coins(&closing.coins)}
            {grown}
            <p>
                <Link class="quiet" to=Route::NewStep(Some(draft.id)) label=word::closing::step()/>
            </p>
            <KeepingLine draft=draft/>
            <Sources sources=whole.sources reviewed=whole.reviewed/>
        </Page>
    }
}

/// The coins it leads to.
fn coins(ids: &[String]) -> Option<impl IntoView + use<>> {
    let app = app();
    let coins: Vec<_> = ids.iter().filter_map(|id| app.content.coin_line(id)).collect();
    (!coins.is_empty()).then(|| {
        let coins = coins.into_iter().map(|coin| view! { <Row to=Route::Coin(Code::of(&coin.id)) title=coin.name/> });
        let coins = coins.collect_view();
        view! {
            <Group name=word::closing::coins()>
                <p class="soft">{word::closing::coins_text()}</p>
                <ul class="rows">{coins}</ul>
            </Group>
        }
    })
}

/// What was said of one kind, and a question about it.
fn said(group: LineGroup, lines: Vec<Line>, walk: Walk, kind: Kind, gather: Gather) -> impl IntoView {
    let (name, ask) = match group {
        LineGroup::Eases => (word::closing::eases(), word::closing::eases_ask()),
        LineGroup::Costs => (word::closing::costs(), word::closing::costs_ask()),
        LineGroup::Holds => (word::closing::holds(), word::closing::holds_ask()),
        LineGroup::Lacks => (word::closing::lacks(), word::closing::lacks_ask()),
        LineGroup::Depends => (word::closing::depends(), word::closing::depends_ask()),
        LineGroup::Chose => (word::closing::chose(), ""),
        LineGroup::YourLine if kind == Kind::Scenario => (word::closing::kept_line(), ""),
        LineGroup::YourLine => ("", ""),
        LineGroup::Other => (word::closing::other(), ""),
        LineGroup::Retired => (word::closing::retired(), ""),
    };
    view! {
        <section class="group said-group">
            {(!name.is_empty()).then(|| view! { <h2 class="group-name">{name}</h2> })}
            <ul class="lines">{lines.into_iter().map(|line| line_view(line, group, walk, gather)).collect_view()}</ul>
            {(!ask.is_empty()).then(|| view! { <p class="asked">{ask}</p> })}
        </section>
    }
}

/// What was said to items that were retired, once their words are there.
fn no_longer_asked(walk: Walk, kind: Kind, gather: Gather) -> impl IntoView {
    once_there(PieceGroup::Past, move || {
        let retired = gather.run(()).groups.into_iter().filter(|(group, _)| *group == LineGroup::Retired);
        retired.map(|(group, lines)| said(group, lines, walk, kind, gather)).collect_view()
    })
}

/// What a line says was asked and answered, as far as its words are known.
fn words(line: &Line) -> impl IntoView + use<> {
    let theme = (!line.theme.is_empty()).then(|| view! { <p class="theme">{line.theme.clone()}</p> });
    let ask = (!line.ask.is_empty()).then(|| view! { <p>{line.ask.clone()}</p> });
    let answer = |answer: &String| view! { <p class="soft">{word::closing::answered(answer)}</p> };
    view! { {theme} {ask} {line.answers.iter().map(answer).collect_view()} }
}

/// The words of a line whose item asks in other words since: that it does at once, the words themselves once there.
fn earlier_words(item: String, gather: Gather) -> impl IntoView {
    view! {
        {once_there(PieceGroup::Past, move || gather.run(()).line(&item).map(words))}
        <p class="soft">{word::runner::changed()}</p>
    }
}

fn line_view(line: Line, group: LineGroup, walk: Walk, gather: Gather) -> impl IntoView {
    let words = match line.changed && group != LineGroup::Retired {
        true => earlier_words(line.item.clone(), gather).into_any(),
        false => words(&line).into_any(),
    };
    let Line { item, note, new_to_me, .. } = line;
    let change = move || {
        let change = move |()| walk.go_to(&item);
        view! { <Button class="quiet small" label=word::closing::change() on_press=change/> }
    };
    view! {
        <li class="line">
            {words}
            {new_to_me.then(|| view! { <p class="soft">{word::closing::new_to_me()}</p> })}
            {(!note.is_empty()).then(|| view! { <p class="quote" translate="no">{note}</p> })}
            {(group != LineGroup::Retired).then(change)}
        </li>
    }
}

/// The ways on from a part of the self-check.
fn ways_on() -> impl IntoView {
    view! {
        <ul class="rows">
            <Row to=Route::Compare title=word::compare::title() text=word::reflect::checks_text()/>
            <Row to=Route::HandIn title=word::hand_in::title()/>
        </ul>
    }
}
