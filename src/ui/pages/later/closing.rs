//! The end of a sitting: the person's own line, one theme, one thing to do next. All else that was said is folded.

use super::{
    super::runner::{Sitting, Walk},
    coin::{WRITE, grown_out_of},
};
use crate::{
    route::{Code, Route},
    state::{Closing, Group as LineGroup, Line},
    ui::{
        components::{
            Button, Group, KeepingLine, Link, NotKept, Page, Paragraphs, Points, app, once_there, source_line,
        },
        drawing::struck,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind, PieceGroup, Source},
    reflection::Body,
};

/// From how many letters on a text is not set quite as large.
const LONG: usize = 240;

/// What every part of the page needs.
#[derive(Clone, Copy)]
struct Ended {
    walk: Walk,
    kind: Kind,
    /// Gathers what was said anew, with the words that are there by then.
    gather: Callback<(), Closing>,
}

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
    let Activity { id, kind, title: place, closing: paragraphs, sources, reviewed, .. } = activity.get_value();
    let gather = Callback::new(move |()| {
        let wordings = untrack(|| app.content.wordings(&id));
        draft.with_body(|body| match body {
            Body::Run(run) => Closing::of(&wordings, run),
            _ => Closing::default(),
        })
    });
    let ended = Ended { walk, kind, gather };
    let closing = gather.run(());
    let drawn_above = usize::from(themed(&closing, kind).is_none() && !closing.coins.is_empty());
    let title = match kind {
        Kind::Scenario => word::closing::title_scenario(),
        Kind::Exercise => word::closing::title_exercise(),
        _ => word::closing::title(),
    };
    let write = Route::Form(Code::of(WRITE), Some(draft.id));
    let next = if !walk.ended() {
        let carry_on = move |()| walk.paused.set(false);
        view! { <Button class="button" label=word::closing::go_on() on_press=carry_on/> }.into_any()
    } else if kind == Kind::Check {
        view! { <Link class="button" to=Route::Compare label=word::compare::title()/> }.into_any()
    } else {
        view! { <Link class="button" to=write label=word::closing::write()/> }.into_any()
    };
    let foot = move || {
        view! {
            <NotKept draft=draft/>
            <div class="said-next">{next} <Link class="quiet" to=Route::Today label=word::closing::home()/></div>
        }
    };
    let again = move || view! { <Button class="quiet" label=word::closing::again() on_press=again/> };
    let also_write = !walk.ended() || kind == Kind::Check;
    let also_write = also_write.then(|| view! { <Link class="quiet" to=write label=word::closing::write()/> });
    let hand_in = || view! { <Link class="quiet" to=Route::HandIn label=word::hand_in::title()/> };
    let grown = grown_out_of(app, draft.id).map(|rows| {
        view! {
            <Group name=word::coin::grew()>
                <ul class="rows">{rows}</ul>
            </Group>
        }
    });
    view! {
        <Page title=title place=place back=Route::Reflect foot=foot>
            {closing.groups.is_empty().then(|| view! { <p>{word::closing::nothing()}</p> })}
            {what_was_said(&closing, ended)}
            <Paragraphs texts=paragraphs/>
            {coins(&closing.coins[drawn_above..])}
            {grown}
            <div class="note-acts">
                {also_write} <Link class="quiet" to=Route::NewStep(Some(draft.id)) label=word::closing::step()/>
                {(kind == Kind::Check).then(hand_in)} {walk.ended().then(again)}
            </div>
            <KeepingLine draft=draft/>
            {rests_on(sources, reviewed)}
        </Page>
    }
}

/// The theme that is set beside a coin. The self-check has none: its picture is the comparison.
fn themed(closing: &Closing, kind: Kind) -> Option<(LineGroup, &Line)> {
    closing.themed().filter(|_| kind != Kind::Check)
}

/// The person's line, the theme, and all else that was said.
fn what_was_said(closing: &Closing, ended: Ended) -> impl IntoView + use<> {
    // An answer on a scale says little when it stands alone.
    let large = closing.foremost().filter(|(_, line)| ended.kind != Kind::Check || !line.note.is_empty());
    let large_item = large.map(|(_, line)| line.item.clone()).unwrap_or_default();
    let themed = themed(closing, ended.kind);
    let asked_above = themed.map(|(group, _)| group);
    let theme = match themed {
        Some((group, line)) => Some(theme(group, line, line.item != large_item)),
        None => closing.coins.first().and_then(|coin| app().content.coin_line(coin)).map(|coin| {
            let to = Route::Coin(Code::of(&coin.id));
            let name = view! { <h2><Link class="quiet" to=to label=coin.name/></h2> };
            drawn(name.into_any())
        }),
    };
    let groups = closing.groups.iter().filter(|(group, _)| *group != LineGroup::Retired).map(|(group, lines)| {
        let is_above = |line: &&Line| *group == LineGroup::YourLine && line.item == large_item;
        let lines: Vec<Line> = lines.iter().filter(|line| !is_above(line)).cloned().collect();
        (!lines.is_empty()).then(|| said(*group, lines, &large_item, asked_above == Some(*group), ended))
    });
    view! {
        {large.map(|(_, line)| foremost(line, ended))}
        {theme}
        {groups.collect_view()}
        {no_longer_asked(ended)}
    }
}

/// A line as large as a quote, and what it was said to.
fn foremost(line: &Line, ended: Ended) -> impl IntoView + use<> {
    let written = !line.note.is_empty();
    let (large, rest) = match (written, ended.kind) {
        (true, _) if line.changed => (line.note.clone(), earlier_words(line.item.clone(), ended)),
        (true, _) => (line.note.clone(), beneath(&line.ask, &line.answers)),
        (false, Kind::Inventory) => (line.ask.clone(), beneath("", &line.answers)),
        (false, _) => (line.answers.join("; "), beneath(&line.ask, &[])),
    };
    let changed = line.changed && !written;
    let class = if large.chars().count() > LONG { "foremost-words foremost-long" } else { "foremost-words" };
    view! {
        <section class="foremost">
            {written.then(|| view! { <p class="soft">{word::closing::wrote()}</p> })}
            <blockquote class=class translate=written.then_some("no")>
                {large}
            </blockquote>
            {rest}
            {changed.then(|| view! { <p class="soft">{word::runner::changed()}</p> })}
            {change(line, ended)}
        </section>
    }
}

/// What was asked and answered, in small letters.
fn beneath(ask: &str, answers: &[String]) -> AnyView {
    let ask = (!ask.is_empty()).then(|| view! { <p class="soft">{ask.to_owned()}</p> });
    let answer = |answer: &String| view! { <p class="soft">{word::closing::answered(answer)}</p> };
    view! { {ask} {answers.iter().map(answer).collect_view()} }.into_any()
}

/// A theme beside a coin, and the question that its group asks. Which coins an item touches is said of none of them.
fn theme(group: LineGroup, line: &Line, asks: bool) -> AnyView {
    let (name, ask) = group_words(group, Kind::Inventory);
    let told = if asks { beneath(&line.ask, &line.answers) } else { ().into_any() };
    let words = view! {
        <p class="soft">{name}</p>
        <h2>{line.theme.clone()}</h2>
        {told}
    };
    let theme = drawn(words.into_any());
    view! { {theme} {(!ask.is_empty()).then(|| view! { <p class="asked">{ask}</p> })} }.into_any()
}

/// A coin, and words beside it.
fn drawn(words: AnyView) -> AnyView {
    view! {
        <section class="said-theme">
            {struck(().into_any(), None)} <div>{words}</div>
        </section>
    }
    .into_any()
}

/// The coins it leads to.
fn coins(ids: &[String]) -> Option<impl IntoView + use<>> {
    let app = app();
    let coins: Vec<_> = ids.iter().filter_map(|id| app.content.coin_line(id)).collect();
    (!coins.is_empty()).then(|| {
        let coins = coins.into_iter().map(|coin| {
            view! { <li><Link class="quiet" to=Route::Coin(Code::of(&coin.id)) label=coin.name/></li> }
        });
        let coins = coins.collect_view();
        view! {
            <Group name=word::closing::coins()>
                <ul class="said-coins">{coins}</ul>
                <p class="soft">{word::closing::coins_text()}</p>
            </Group>
        }
    })
}

/// What a group is called, and the question about it.
fn group_words(group: LineGroup, kind: Kind) -> (&'static str, &'static str) {
    match group {
        LineGroup::Eases => (word::closing::eases(), word::closing::eases_ask()),
        LineGroup::Costs => (word::closing::costs(), word::closing::costs_ask()),
        LineGroup::Holds => (word::closing::holds(), word::closing::holds_ask()),
        LineGroup::Lacks => (word::closing::lacks(), word::closing::lacks_ask()),
        LineGroup::Depends => (word::closing::depends(), word::closing::depends_ask()),
        LineGroup::Chose => (word::closing::chose(), ""),
        LineGroup::YourLine if kind == Kind::Scenario => (word::closing::kept_line(), ""),
        LineGroup::YourLine => (word::closing::also(), ""),
        LineGroup::Other => (word::closing::other(), ""),
        LineGroup::Retired => (word::closing::retired(), ""),
    }
}

/// What was said of one kind, and a question about it unless that stands above. What was chosen is folded; what the person
/// wrote is open. Words that stand above are not repeated, nor is a theme.
fn said(group: LineGroup, lines: Vec<Line>, above: &str, asked_above: bool, ended: Ended) -> AnyView {
    let (name, ask) = group_words(group, ended.kind);
    let ask = (!ask.is_empty() && !asked_above).then(|| view! { <p class="asked">{ask}</p> });
    let mut theme = String::new();
    let lines = lines.into_iter().map(|mut line| {
        if line.item == above {
            line.note.clear();
        }
        if line.theme == theme {
            line.theme.clear();
        } else {
            theme.clone_from(&line.theme);
        }
        line_view(line, group, ended)
    });
    let lines = view! { <ul class="lines">{lines.collect_view()}</ul> };
    if group == LineGroup::YourLine {
        return view! { <Group name=name>{lines}</Group> }.into_any();
    }
    view! {
        <details class="more">
            <summary>{name}</summary>
            {lines}
            {ask}
        </details>
    }
    .into_any()
}

/// What was said to items that were retired, once their words are there.
fn no_longer_asked(ended: Ended) -> impl IntoView {
    once_there(PieceGroup::Past, move || {
        let groups = ended.gather.run(()).groups.into_iter();
        let retired = groups.filter(|(group, _)| *group == LineGroup::Retired);
        retired.map(|(group, lines)| said(group, lines, "", false, ended)).collect_view()
    })
}

/// What a line says was asked and answered, as far as its words are known.
fn words(line: &Line) -> AnyView {
    let theme = (!line.theme.is_empty()).then(|| view! { <p class="theme">{line.theme.clone()}</p> });
    let ask = (!line.ask.is_empty()).then(|| view! { <p>{line.ask.clone()}</p> });
    view! { {theme} {ask} {beneath("", &line.answers)} }.into_any()
}

/// The words of a line whose item asks in other words since: that it does at once, the words themselves once there.
fn earlier_words(item: String, ended: Ended) -> AnyView {
    view! {
        {once_there(PieceGroup::Past, move || ended.gather.run(()).line(&item).map(words))}
        <p class="soft">{word::runner::changed()}</p>
    }
    .into_any()
}

fn line_view(line: Line, group: LineGroup, ended: Ended) -> impl IntoView {
    let words = match line.changed && group != LineGroup::Retired {
        true => earlier_words(line.item.clone(), ended),
        false => words(&line),
    };
    let change = (group != LineGroup::Retired).then(|| change(&line, ended));
    let Line { note, new_to_me, .. } = line;
    view! {
        <li class="line">
            {words}
            {new_to_me.then(|| view! { <p class="soft">{word::closing::new_to_me()}</p> })}
            {(!note.is_empty()).then(|| view! { <p class="quote" translate="no">{note}</p> })}
            {change}
        </li>
    }
}

/// Goes back to what was asked; named by its question, since there are several on the page.
fn change(line: &Line, Ended { walk, .. }: Ended) -> impl IntoView + use<> {
    let named = (!line.ask.is_empty()).then(|| word::closing::change_one(&line.ask));
    let item = line.item.clone();
    let change = move |_| walk.go_to(&item);
    view! { <button type="button" class="quiet small" aria-label=named on:click=change>{word::closing::change()}</button> }
}

/// What the page rests on, and whether people it speaks of have read it: folded.
fn rests_on(sources: Vec<Source>, reviewed: bool) -> impl IntoView {
    let points: Vec<String> = sources.into_iter().map(source_line).collect();
    (!points.is_empty() || !reviewed).then(|| {
        view! {
            <details class="more">
                <summary>{word::closing::sources()}</summary>
                <Points points=points/>
                {(!reviewed).then(|| view! { <p class="soft">{word::runner::unread()}</p> })}
            </details>
        }
    })
}
