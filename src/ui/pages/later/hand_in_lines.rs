//! The lines of the self-check that could be handed in, each with a tick.

use super::occasion::name;
use crate::{
    state::{App, Offered, Together},
    ui::components::{Group, LiveText, Tick},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Occasion, hand_in::Line};

/// So many lines of a group are not folded.
const SHORT: usize = 3;

/// What there is, and what of it goes in.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    offered: StoredValue<Vec<Offered>>,
    ticked: RwSignal<Vec<bool>>,
    day: RwSignal<bool>,
}

impl Choice {
    /// Of these lines, as it is at first.
    pub(super) fn of(offered: Vec<Offered>) -> Choice {
        let ticked = RwSignal::new(offered.iter().map(Offered::at_first).collect());
        Choice { offered: StoredValue::new(offered), ticked, day: RwSignal::new(false) }
    }

    /// Whether anything goes in.
    pub(super) fn some(self) -> bool {
        self.ticked.with(|ticked| ticked.contains(&true))
    }
}

/// What goes in.
pub(super) fn chosen(choice: Choice) -> Vec<Line> {
    let day = choice.day.get();
    let ticked = choice.ticked.get();
    choice.offered.with_value(|offered| {
        let chosen = offered.iter().zip(ticked).filter(|(_, ticked)| *ticked);
        chosen.map(|(one, _)| one.line(question(one), answers(one), day)).collect()
    })
}

fn question(one: &Offered) -> String {
    match one.told.other_words {
        true if one.told.ask.is_empty() => word::runner::changed().to_owned(),
        true => word::hand_in::other_words(&one.told.ask),
        false => one.told.ask.clone(),
    }
}

fn answers(one: &Offered) -> Vec<String> {
    match (one.own_words, one.told.rather_not) {
        (true, _) => vec![one.told.note.clone()],
        (false, true) => vec![word::runner::rather_not().to_owned()],
        (false, false) => one.told.answers.clone(),
    }
}

/// All lines by occasion and group, and the tick for the day.
pub(super) fn lines(app: App, choice: Choice) -> impl IntoView {
    let parts = Occasion::ALL.into_iter().map(|occasion| of_occasion(app, choice, occasion)).collect_view();
    let turn = move |on| choice.day.set(on);
    view! {
        <Group name=word::hand_in::choose()>
            <p class="soft">{word::hand_in::choose_text()}</p>
            {parts}
            <Tick class="tick" label=word::hand_in::day() on=choice.day on_change=turn/>
        </Group>
    }
}

fn of_occasion(app: App, choice: Choice, occasion: Occasion) -> Option<impl IntoView> {
    choice.offered.with_value(|offered| {
        let some = || offered.iter().enumerate().filter(|(_, one)| one.told.occasion == occasion);
        let (_, newest) = some().max_by_key(|(_, one)| one.told.turn)?;
        let name = word::hand_in::choose_in(name(occasion), &app.month(newest.told.at));
        let groups = Together::ALL.into_iter().filter_map(|together| {
            let lines: Vec<_> = some().filter(|(_, one)| one.together() == together).collect();
            (!lines.is_empty()).then(|| group(choice, &name, together, &lines))
        });
        let groups = groups.collect_view();
        Some(view! {
            <section class="hand-occasion">
                <h3>{name.clone()}</h3>
                {groups}
            </section>
        })
    })
}

/// Lines that stand together, with ways to tick all or none of them. A long group is folded.
fn group(choice: Choice, occasion: &str, together: Together, lines: &[(usize, &Offered)]) -> impl IntoView + use<> {
    let name = match together {
        Together::Scale => word::hand_in::scales(),
        Together::Choice => word::hand_in::choices(),
        Together::OwnWords => word::hand_in::own_words(),
    };
    let places: Vec<usize> = lines.iter().map(|(place, _)| *place).collect();
    let whole = [occasion, name].join(", ");
    // What was not to be said, and what is not known, is ticked one by one alone.
    let plain = |(_, one): &&(usize, &Offered)| !one.told.rather_not && !one.told.unknown;
    let open_places = lines.iter().filter(plain).map(|(place, _)| *place).collect();
    let all = ticking(choice, open_places, true, word::hand_in::all(), word::hand_in::all_of(&whole));
    let none = ticking(choice, places.clone(), false, word::hand_in::none(), word::hand_in::none_of(&whole));
    let how_many = move || {
        let ticked = choice.ticked.get();
        let is_in = |place: &usize| ticked.get(*place) == Some(&true);
        match (places.iter().all(is_in), places.iter().any(is_in)) {
            (true, _) => word::hand_in::all_in(),
            (false, true) => word::hand_in::some_in(),
            (false, false) => word::hand_in::none_in(),
        }
    };
    let open = lines.len() <= SHORT;
    let lines = lines.iter().map(|(place, one)| line(choice, *place, one)).collect_view();
    view! {
        <fieldset class="hand-group" aria-label=whole>
            <details open=open>
                <summary>
                    <span class="hand-name">{name}</span>
                    <span class="soft"><LiveText text=how_many/></span>
                </summary>
                <div class="hand-all">{all} {none}</div>
                <div class="choices">{lines}</div>
            </details>
        </fieldset>
    }
}

/// A button that ticks all lines of a group, or none. It looks the same in each group, so it is called by its own.
fn ticking(choice: Choice, places: Vec<usize>, on: bool, name: &'static str, whole: String) -> impl IntoView {
    let tick = move |_| {
        choice.ticked.update(|ticked| {
            for place in &places {
                if let Some(one) = ticked.get_mut(*place) {
                    *one = on;
                }
            }
        });
    };
    view! { <button type="button" class="quiet small" aria-label=whole on:click=tick>{name}</button> }
}

fn line(choice: Choice, place: usize, one: &Offered) -> impl IntoView + use<> {
    let on = move || choice.ticked.with(|ticked| ticked.get(place).copied().unwrap_or_default());
    let change = move |on: bool| {
        choice.ticked.update(|ticked| {
            if let Some(one) = ticked.get_mut(place) {
                *one = on;
            }
        });
    };
    let kind = match (one.own_words, one.note) {
        (true, true) => Some(word::hand_in::note()),
        (true, false) => Some(word::hand_in::own_words()),
        (false, _) => None,
    };
    let kind = kind.map(|kind| view! { <span class="hand-ask">{kind}</span> });
    let left_alone = one.own_words.then_some("no");
    let said = answers(one).into_iter();
    let said = said.map(|answer| view! { <span class="hand-said" translate=left_alone>{answer}</span> }).collect_view();
    let question = question(one);
    view! {
        <Tick class="choice small" on=on on_change=change>
            <span class="hand-ask">{question}</span>
            {kind}
            {said}
        </Tick>
    }
}
