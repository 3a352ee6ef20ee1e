//! One step, and looking at it again.

use super::{
    super::today::step_name as name,
    again::{Again, AgainWays},
    coin::grown_out_of,
    commitment_fields::{change, read},
    commitments::{Gone, how_words, level_words, of},
    entry::{origin_of, two_versions},
};
use crate::{
    route::{Code, Route},
    state::{App, Draft, Record, RecordId},
    ui::components::{
        Button, ConfirmDelete, Group, KeepingLine, Link, NotSet, Nudge, Options, Page, Radio, RefusalLine, Refused,
        SaveOrCancel, Size, WordsField, app, href, redrawn,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Commitment, How, Look, calendar};

/// One step: what it says, what was said when it was looked at before, and whether it still holds.
#[component]
pub fn CommitmentPage(
    /// The step.
    id: RecordId,
) -> impl IntoView {
    let app = app();
    let looking = RwSignal::new(false);
    // A refused act draws the page anew: what was refused must outlive that.
    let refused = RwSignal::new(None);
    redrawn(move || {
        if looking.get() {
            return untrack(|| view! { <LookAgain id=id looking=looking/> }.into_any());
        }
        match app.journal.record(id) {
            Some(record) => match record.body().and_then(of) {
                Some(_) if record.in_conflict() => {
                    let show = move |body: &_| of(body).map(|step| version(app, step).into_any());
                    two_versions(&record, Route::Steps, refused, &show)
                }
                Some(step) => whole(&record, step, looking, refused).into_any(),
                None => view! { <Gone/> }.into_any(),
            },
            None => view! { <Gone/> }.into_any(),
        }
    })
}

/// Draws the step. All that may change is read before a component begins: what is read in one does not draw this anew.
fn whole(record: &Record, step: &Commitment, looking: RwSignal<bool>, refused: Refused) -> impl IntoView + use<> {
    let app = app();
    let id = record.id;
    let look = move |()| looking.set(true);
    let delete = move |()| match app.journal.delete(id) {
        Ok(()) => app.replace(Route::Steps),
        Err(why) => refused.set(Some(why)),
    };
    let written = word::entry::written(&app.date(record.made));
    let origin = step.grew_from.parse().ok().and_then(|id| origin_of(app, id));
    let origin = origin.map(|(to, line)| way(to, line));
    let coin = app.content.coin_line(&step.coin);
    let coin = coin.map(|coin| way(Route::Coin(Code::of(&coin.id)), coin.name.into_any()));
    let (said, day, before) = (said(step), day(app, record, step), before(app, step));
    let grown = grown_out_of(app, id);
    let grown = grown.map(|grown| view! { <Group name=word::coin::grew()><ul class="rows">{grown}</ul></Group> });
    let foot = move || {
        view! {
            <Button class="button" label=word::steps::look() on_press=look/>
            <div class="pair">
                <Link class="quiet" to=Route::EditStep(id) label=word::entry::edit()/>
                <Link class="quiet" to=Route::NewStep(Some(id)) label=word::steps::another()/>
            </div>
        }
    };
    view! {
        <Page title=name(step) own=true place=word::steps::title() back=Route::Steps foot=foot>
            <p class="soft">{written}</p>
            {origin} {coin} {said} {day} {before} {grown}
            <ConfirmDelete on_sure=delete/>
            <RefusalLine refused=refused/>
        </Page>
    }
}

/// What it belongs to, and the way there.
fn way(to: Route, line: AnyView) -> impl IntoView {
    view! {
        <p>
            <a href=href(to)>{line}</a>
        </p>
    }
}

/// A version of a step: all it says, and what was said when it was looked at.
fn version(app: App, step: &Commitment) -> impl IntoView + use<> {
    let day = step.look_again.map(|day| (word::steps::look_again(), app.day(day)));
    let lines = lines_of(step).into_iter().chain(day).map(line).collect_view();
    view! {
        {lines}
        {before(app, step)}
    }
}

/// Everything that was written down, under its question; the step itself only where the heading does not say all of it.
fn said(step: &Commitment) -> impl IntoView + use<> {
    let heading = name(step);
    let lines = lines_of(step).into_iter().filter(|(_, text)| text.trim() != heading);
    lines.map(line).collect_view()
}

fn line((ask, text): (&'static str, String)) -> impl IntoView {
    view! {
        <section class="part">
            <h2 class="part-ask">{ask}</h2>
            <p class="mine-words" translate="no">{text}</p>
        </section>
    }
}

/// What a step says: each question that was answered, and its answer.
pub(super) fn lines_of(step: &Commitment) -> Vec<(&'static str, String)> {
    let mut lines = vec![(word::steps::what(), step.what.clone())];
    lines.extend(step.level.map(|level| (word::steps::level(), level_words(level).to_owned())));
    lines.extend([
        (word::steps::asked_by(), step.asked_by.clone()),
        (word::steps::first(), step.first.clone()),
        (word::steps::power(), step.power.clone()),
        (word::steps::risk(), step.risk.clone()),
        (word::steps::sign(), step.sign.clone()),
    ]);
    lines.retain(|line| !line.1.trim().is_empty());
    lines
}

/// The day to look again, and a file for a calendar, which says nothing of what it is.
fn day(app: App, record: &Record, step: &Commitment) -> Option<impl IntoView + use<>> {
    let day = step.look_again.filter(|_| step.open())?;
    let id = record.id.to_string();
    let known: Vec<_> = record.heads.iter().map(|head| head.said.moment()).collect();
    let file = move |()| app.offer_as(".ics", &calendar(day, word::steps::calendar(), &id, app.now(), &known));
    let said = app.day(day);
    Some(view! {
        <Group name=word::steps::look_again()>
            <p class="said">{said}</p>
            <Button class="quiet" label=word::steps::ics() on_press=file/>
            <p class="soft">{word::steps::ics_text()}</p>
        </Group>
    })
}

/// What was said each time it was looked at, the latest first. Nothing is said about it.
fn before(app: App, step: &Commitment) -> Option<impl IntoView + use<>> {
    let one = |look: &Look| {
        view! {
            <article class="placed">
                <p class="soft">{app.date(look.at)}</p>
                {said_of(look)}
            </article>
        }
    };
    let looks = step.looks.iter().rev().map(one).collect_view();
    (!step.looks.is_empty()).then(|| view! { <Group name=word::steps::looks()>{looks}</Group> })
}

/// What became of it by then, and the words.
fn said_of(look: &Look) -> impl IntoView + use<> {
    let how = look.how.map(|how| view! { <p class="said">{how_words(how)}</p> });
    let words = look.words.clone();
    let words = (!words.trim().is_empty()).then(|| view! { <p class="quote" translate="no">{words}</p> });
    view! {
        {how}
        {words}
    }
}

/// Looking at it again: what became of it, in the person's own words.
#[component]
fn LookAgain(id: RecordId, looking: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let Some(draft) = Draft::open(app, id).filter(|draft| draft.with_body(|body| of(body).is_some())) else {
        return view! { <Gone/> }.into_any();
    };
    let place = untrack(|| read(draft, |step| step.looks.len()));
    let close = move || {
        if !draft.failed() {
            looking.set(false);
            app.focus_heading();
        }
    };
    // What became of it is recorded when that is saved. Words are saved as they are typed.
    let chosen = RwSignal::new(untrack(|| look(draft, place)).and_then(|look| look.how));
    let over = move || matches!(chosen.get(), Some(How::Done | How::LetGo));
    let again = Again::of(draft);
    let keep = move |()| {
        if untrack(over) || again.settled() {
            let how = chosen.get_untracked();
            if untrack(|| look(draft, place)).and_then(|look| look.how) != how {
                set(app, draft, place, |look| look.how = how);
            }
            draft.keep();
            close();
        }
    };
    let undo = move |()| {
        draft.undo();
        close();
    };
    let how = move |how: How| {
        let (on, choose) = (move || chosen.get() == Some(how), move |()| chosen.set(Some(how)));
        view! { <Radio class="choice" name="how" label=how_words(how) on=on on_choose=choose/> }
    };
    let hows = [How::StillGoing, How::Changed, How::Done, How::LetGo];
    let (none, choose_none) = (move || chosen.get().is_none(), move |()| chosen.set(None));
    let words = move || look(draft, place).map(|look| look.words).unwrap_or_default();
    let write = move |text| set(app, draft, place, |look| look.words = text);
    let title = untrack(|| read(draft, name));
    let last = untrack(|| draft.with_body(|body| of(body).and_then(|step| before_short(app, step))));
    app.focus_heading();
    let foot = move || view! { <SaveOrCancel draft=draft on_save=keep on_cancel=undo/> };
    view! {
        <Page title=word::steps::still() place=word::steps::title() back=Route::Steps foot=foot>
            <p class="quote" translate="no">{title}</p>
            {last}
            <Options>
                {hows.into_iter().map(how).collect_view()}
                <NotSet class="choice" name="how" on=none on_choose=choose_none/>
            </Options>
            <WordsField
                size=Size::Usual
                label=word::steps::words()
                hint=word::steps::words_hint()
                text=words
                on_input=write
            />
            {redrawn(move || (!over()).then(|| untrack(|| view! { <AgainWays again=again/> })))}
            <KeepingLine draft=draft/>
            <Nudge draft=draft/>
        </Page>
    }
    .into_any()
}

/// The words of the last time, beside which today's are written.
fn before_short(app: App, step: &Commitment) -> Option<impl IntoView + use<>> {
    let last = step.looks.last()?;
    Some(view! {
        <section class="note">
            <h2>{word::steps::last(&app.date(last.at))}</h2>
            {said_of(last)}
        </section>
    })
}

fn look(draft: Draft, place: usize) -> Option<Look> {
    read(draft, |step| step.looks.get(place).cloned())
}

fn set(app: App, draft: Draft, place: usize, set: impl FnOnce(&mut Look)) {
    let at = app.now();
    change(draft, |step| step.say(place, at, set));
}
