//! The places or company of a placement.

use crate::{
    state::Draft,
    ui::components::{Button, Radio, Size, WordsField, app, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Placement, Setting, Side};

/// The id of the button that adds a place.
const ADD: &str = "add-setting";

/// Places or company, each with a side or none, and a note.
#[component]
pub fn PlacementSettings(
    /// The placement.
    draft: Draft,
) -> impl IntoView {
    let app = app();
    let add = move |()| {
        change(draft, |placement| placement.settings.push(Setting { place: String::new(), side: None }));
        app.focus_on(&format!("#setting-{} input", count(draft).saturating_sub(1)));
    };
    view! {
        <section class="settings-list" aria-label=word::place::settings()>
            <h2>{word::place::settings()}</h2>
            {settings_from(draft, 0)}
            <Button id=ADD class="quiet" label=word::place::add_setting() on_press=add/>
            <WordsField
                size=Size::Usual
                label=word::place::note()
                text=move || draft.with_body(|body| read(body, |placement| placement.note.clone()))
                on_input=move |text| change(draft, |placement| placement.note = text)
            />
        </section>
    }
}

/// The settings from this place on: each brings the next, so that adding one leaves the others as they are.
fn settings_from(draft: Draft, place: usize) -> AnyView {
    let there = Memo::new(move |_| said(draft, place).is_some());
    redrawn(move || {
        there.get().then(|| {
            view! {
                <OneSetting draft=draft place=place/>
                {settings_from(draft, place + 1)}
            }
        })
    })
}

/// One place or company.
#[component]
fn OneSetting(draft: Draft, place: usize) -> impl IntoView {
    let app = app();
    let hint = if place == 0 { word::place::setting_example() } else { "" };
    let remove = move |()| {
        change(draft, |placement| {
            if place < placement.settings.len() {
                placement.settings.remove(place);
            }
        });
        // The next one to take out, the last where there is none, else the one to add.
        app.focus_on(&match count(draft) {
            0 => format!("#{ADD}"),
            count => format!("#setting-{} > button", place.min(count - 1)),
        });
    };
    let (id, label) = (format!("setting-{place}"), word::place::setting_group(&(place + 1).to_string()));
    view! {
        <div class="setting" id=id role="group" aria-label=label>
            <WordsField
                size=Size::Line
                label=word::place::setting()
                hint=hint
                text=move || said(draft, place).map(|one| one.place).unwrap_or_default()
                on_input=move |text| set(draft, place, |one| one.place = text)
            />
            {sides(draft, place)}
            <Button class="quiet" label=word::place::remove_setting() on_press=remove/>
        </div>
    }
}

fn sides(draft: Draft, place: usize) -> impl IntoView {
    let side = |side: Option<Side>| {
        let name = format!("side-{place}");
        let on = move || said(draft, place).is_some_and(|one| one.side == side);
        let choose = move |()| set(draft, place, |one| one.side = side);
        view! { <Radio class="side" name=name label=side_words(side) on=on on_choose=choose/> }
    };
    view! {
        <fieldset class="sides">
            <legend>{word::place::side()}</legend>
            {[Some(Side::Top), Some(Side::Bottom), None].map(side).into_iter().collect_view()}
        </fieldset>
    }
}

fn count(draft: Draft) -> usize {
    draft.with_body(|body| read(body, |placement| placement.settings.len()))
}

fn said(draft: Draft, place: usize) -> Option<Setting> {
    draft.with_body(|body| read(body, |placement| placement.settings.get(place).cloned()))
}

fn set(draft: Draft, place: usize, set: impl FnOnce(&mut Setting)) {
    change(draft, |placement| {
        if let Some(one) = placement.settings.get_mut(place) {
            set(one);
        }
    });
}

fn side_words(side: Option<Side>) -> &'static str {
    match side {
        Some(Side::Top) => word::place::side_top(),
        Some(Side::Bottom) => word::place::side_bottom(),
        None => word::place::side_none(),
    }
}

/// "on nights: Bottom".
pub fn settings_line(setting: &Setting) -> String {
    match setting.side {
        Some(_) => word::place::settings_said(&setting.place, side_words(setting.side)),
        None => setting.place.clone(),
    }
}

/// Reads the placement that a draft holds.
pub(super) fn read<T: Default>(body: &Body, read: impl FnOnce(&Placement) -> T) -> T {
    match body {
        Body::Placement(placement) => read(placement),
        _ => T::default(),
    }
}

/// Changes the placement that a draft holds.
pub(super) fn change(draft: Draft, change: impl FnOnce(&mut Placement)) {
    draft.change(|body| {
        if let Body::Placement(placement) = body {
            change(placement);
        }
    });
}
