//! Writing a step down, and changing it.

use super::{
    super::Missing,
    again::{Again, AgainWays},
    commitment::CommitmentPage,
    commitments::{Gone, level_words, of},
};
use crate::{
    route::{Code, Route},
    state::{App, Draft, RecordId},
    ui::components::{KeepingLine, NotSet, Nudge, Page, Radio, SaveOrCancel, Size, WordsField, app},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Commitment, Level};

/// A new step, perhaps out of a record.
#[component]
pub fn NewCommitment(
    /// The record that it grows from, if it does.
    from: Option<RecordId>,
) -> impl IntoView {
    let app = app();
    let coin = from.and_then(|id| untrack(|| app.journal.record(id))).and_then(|record| {
        Some(match record.body()? {
            Body::Placement(placement) => placement.coin.clone(),
            Body::Entry(entry) => entry.coins.first()?.clone(),
            Body::Commitment(step) => step.coin.clone(),
            Body::Run(_) => return None,
        })
    });
    begin(from, coin.unwrap_or_default(), Route::Steps)
}

/// A new step that belongs to a coin.
#[component]
pub fn CommitmentOn(
    /// The coin.
    code: Code,
) -> impl IntoView {
    match app().content.coin_line_at(code) {
        Some(coin) => begin(None, coin.id, Route::Coin(code)).into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

/// Changing a step.
#[component]
pub fn EditCommitment(
    /// The step.
    id: RecordId,
) -> impl IntoView {
    if untrack(|| app().journal.record(id)).is_some_and(|record| record.in_conflict()) {
        // The two versions come first.
        return view! { <CommitmentPage id=id/> }.into_any();
    }
    match Draft::open(app(), id).filter(|draft| draft.with_body(|body| of(body).is_some())) {
        Some(draft) => view! { <Fields draft=draft title=word::steps::edit() back=Route::Step(id)/> }.into_any(),
        None => view! { <Gone/> }.into_any(),
    }
}

fn begin(from: Option<RecordId>, coin: String, back: Route) -> impl IntoView {
    let grew_from = from.map(|id| id.to_string()).unwrap_or_default();
    let step = Commitment { coin, grew_from, ..Commitment::default() };
    let draft = Draft::begin(app(), Body::Commitment(step));
    view! { <Fields draft=draft title=word::steps::ask() back=back/> }
}

pub(super) fn read<T: Default>(draft: Draft, read: impl FnOnce(&Commitment) -> T) -> T {
    draft.with_body(|body| of(body).map(read).unwrap_or_default())
}

pub(super) fn change(draft: Draft, change: impl FnOnce(&mut Commitment)) {
    draft.change(|body| {
        if let Body::Commitment(step) = body {
            change(step);
        }
    });
}

/// A field for one of a step's texts.
#[component]
fn TextOf(
    draft: Draft,
    #[prop(default = Size::Line)] size: Size,
    label: &'static str,
    hint: &'static str,
    part: fn(&mut Commitment) -> &mut String,
) -> impl IntoView {
    let text = move || read(draft, |step| part(&mut step.clone()).clone());
    let write = move |text| change(draft, |step| *part(step) = text);
    view! { <WordsField size=size label=label hint=hint text=text on_input=write/> }
}

/// All there is to say of a step.
#[component]
fn Fields(draft: Draft, title: &'static str, back: Route) -> impl IntoView {
    let app = app();
    let leave = move || {
        if !draft.failed() {
            app.go(back);
        }
    };
    let again = Again::of(draft);
    let keep = move |()| {
        if !again.settled() {
            return;
        }
        draft.keep();
        if !draft.failed() {
            app.replace(if draft.kept_once() { Route::Step(draft.id) } else { Route::Steps });
        }
    };
    let undo = move |()| {
        draft.undo();
        leave();
    };
    let foot = move || view! { <SaveOrCancel draft=draft on_save=keep on_cancel=undo/> };
    view! {
        <Page title=title place=word::steps::title() back=back foot=foot>
            <TextOf
                draft=draft
                size=Size::Usual
                label=word::steps::what()
                hint=word::steps::what_hint()
                part=|step| &mut step.what
            />
            {levels(draft)}
            <AgainWays again=again/>
            {more(draft, app)}
            <KeepingLine draft=draft/>
            <Nudge draft=draft/>
        </Page>
    }
}

/// What need not be said of a step.
fn more(draft: Draft, app: App) -> impl IntoView {
    view! {
        <section class="settings-list">
            <h2>{word::steps::more()}</h2>
            <p class="soft">{word::steps::more_text()}</p>
            <TextOf
                draft=draft
                label=word::steps::asked_by()
                hint=word::steps::asked_by_hint()
                part=|step| &mut step.asked_by
            />
            <TextOf draft=draft label=word::steps::first() hint=word::steps::first_hint() part=|step| &mut step.first/>
            <TextOf draft=draft label=word::steps::power() hint=word::steps::power_hint() part=|step| &mut step.power/>
            <TextOf draft=draft label=word::steps::risk() hint=word::steps::risk_hint() part=|step| &mut step.risk/>
            <TextOf draft=draft label=word::steps::sign() hint=word::steps::sign_hint() part=|step| &mut step.sign/>
            {coin(draft, app)}
        </section>
    }
}

fn levels(draft: Draft) -> impl IntoView {
    let level = |level: Level| {
        let on = move || read(draft, |step| step.level == Some(level));
        let choose = move |()| change(draft, |step| step.level = Some(level));
        view! { <Radio class="choice" name="level" label=level_words(level) on=on on_choose=choose/> }
    };
    let levels = [Level::Internal, Level::Interpersonal, Level::Institutional];
    let none = move || read(draft, |step| step.level.is_none());
    let choose_none = move |()| change(draft, |step| step.level = None);
    view! {
        <fieldset class="choices">
            <legend>{word::steps::level()}</legend>
            {levels.into_iter().map(level).collect_view()}
            <NotSet class="choice" name="level" on=none on_choose=choose_none/>
        </fieldset>
    }
}

fn coin(draft: Draft, app: App) -> impl IntoView {
    let now = untrack(|| read(draft, |step| step.coin.clone()));
    let option = |id: String, name: String| {
        let selected = id == now;
        view! { <option value=id selected=selected>{name}</option> }
    };
    let none = option(String::new(), word::steps::no_coin().to_owned());
    let coins = app.content.coins().into_iter().map(|coin| option(coin.id, coin.name)).collect_view();
    let choose = move |id: String| change(draft, |step| step.coin = id);
    view! {
        <label class="words">
            <span class="words-label">{word::steps::coin()}</span>
            <select class="field" autocomplete="off" on:change=move |event| choose(event_target_value(&event))>
                {none} {coins}
            </select>
        </label>
    }
}
