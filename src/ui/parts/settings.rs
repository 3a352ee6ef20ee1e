use super::{Size, app, button, heading, radio, words_field};
use crate::{
    state::Draft,
    ui::view::{View, all, el, maybe},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Body, Placement, Setting, Side};
use std::rc::Rc;

/// The id of the button that adds a place.
const ADD: &str = "add-setting";

/// Places or company, each with a side or none, and a note.
pub fn settings(draft: Draft) -> View {
    let app = app();
    let add = move || {
        change(draft, |placement| placement.settings.push(Setting { place: String::new(), side: None }));
        app.focus_on(&format!("#setting-{} input", count(draft).saturating_sub(1)));
    };
    let note = words_field(
        Size::Usual,
        word::place::note(),
        "",
        move || draft.with_body(|body| read(body, |placement| placement.note.clone())),
        move |text| change(draft, |placement| placement.note = text),
    );
    el("section")
        .class("settings-list")
        .attr("aria-label", word::place::settings())
        .with(heading("h2", word::place::settings()))
        .with(settings_from(draft, 0))
        .with(
            el("button")
                .attr("type", "button")
                .attr("id", ADD)
                .class("quiet")
                .with(word::place::add_setting())
                .on_press(add),
        )
        .with(note)
        .into()
}

/// The settings from this place on: each brings the next, so that adding one leaves the others as they are.
fn settings_from(draft: Draft, place: usize) -> View {
    let there = Memo::new(move |_| said(draft, place).is_some());
    maybe(move || there.get().then(|| View::several(vec![setting(draft, place), settings_from(draft, place + 1)])))
}

/// One place or company.
fn setting(draft: Draft, place: usize) -> View {
    let hint = if place == 0 { word::place::setting_example() } else { "" };
    let name = words_field(
        Size::Line,
        word::place::setting(),
        hint,
        move || said(draft, place).map(|one| one.place).unwrap_or_default(),
        move |text| set(draft, place, |one| one.place = text),
    );
    let app = app();
    let remove = move || {
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
    el("div")
        .class("setting")
        .attr("id", &format!("setting-{place}"))
        .attr("role", "group")
        .attr("aria-label", &word::place::setting_group(&(place + 1).to_string()))
        .with(name)
        .with(sides(draft, place))
        .with(button("quiet", word::place::remove_setting(), remove))
        .into()
}

fn sides(draft: Draft, place: usize) -> View {
    let name = format!("side-{place}");
    let side = |side: Option<Side>| {
        let on = Rc::new(move || said(draft, place).is_some_and(|one| one.side == side));
        radio("side", &name, side_words(side), on, move || set(draft, place, |one| one.side = side))
    };
    el("fieldset")
        .class("sides")
        .with(el("legend").with(word::place::side()))
        .with(all([Some(Side::Top), Some(Side::Bottom), None].into_iter().map(side)))
        .into()
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
