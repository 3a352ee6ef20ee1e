use super::{
    compare_told::{parts_of, told},
    occasion::{letter, name},
};
use crate::{
    route::{Code, Route},
    state::{App, Asked},
    ui::{
        drawing::{on_scale, sign},
        parts::{app, group, heading, link, page, para, row_with, rows, soft},
        view::{View, all, el},
    },
    words::word,
};
use obverse_core::{activity::Kind, reflection::Occasion};

/// The self-check on its three occasions, side by side.
pub fn compare() -> View {
    let app = app();
    let asked = app.asked_in_checks();
    let shown = page(word::compare::title()).back(Route::Kind(Kind::Check));
    if asked.is_empty() {
        return shown.with(nothing_yet(app)).into();
    }
    let pictures = asked.iter().any(|asked| !asked.places().is_empty());
    shown
        .foot(link("button plain", Route::HandIn, word::hand_in::title()))
        .with(soft(word::compare::text()))
        .with(pictures.then(|| para("note", word::compare::lower())))
        .with(pictures.then(signs))
        .with(all(asked.iter().map(|asked| question(app, asked))))
        .with(group(word::compare::parts()).with(parts_rows(app)))
        .into()
}

/// Nothing was answered: the way to begin.
fn nothing_yet(app: App) -> View {
    let lead = para("empty-lead", word::compare::empty());
    let lead = el("div").class("empty").with(lead).with(soft(word::compare::empty_text()));
    View::several(vec![lead.into(), parts_rows(app)])
}

/// The ways into the three parts.
pub(super) fn parts_rows(app: App) -> View {
    let parts = Occasion::ALL.into_iter().filter_map(|occasion| app.content.activity(occasion.id()));
    rows(all(parts.map(|part| row_with(Route::Activity(Code::of(&part.id)), &part.title, &part.topic, ""))))
}

/// What each sign means, once for all pictures.
fn signs() -> View {
    let signs = Occasion::ALL.into_iter().map(|occasion| {
        let text = match occasion {
            Occasion::Then => word::compare::then_text(),
            Occasion::Later => word::compare::later_text(),
            occasion => name(occasion),
        };
        el("li").with(sign(occasion, letter(occasion))).with(el("span").with(text)).into()
    });
    el("ul").class("signs").attr("aria-label", word::compare::signs()).with(all(signs)).into()
}

/// One question: its words, the picture if it is a scale, and the same told in words.
fn question(app: App, asked: &Asked) -> View {
    let places = asked.places();
    let picture =
        (!places.is_empty()).then(|| on_scale(&asked.scale, &places).draw(letter, &heard(&asked.scale, &places)));
    let said = if asked.own_words { parts_of(app, asked) } else { told(app, asked) };
    el("section").class("compared").with(heading("h2", &asked.ask)).with(picture).with(said).into()
}

/// A picture in words, for those who hear it.
fn heard(scale: &[String], places: &[(Occasion, usize)]) -> String {
    let of = |place: usize| scale.get(place).map_or("", String::as_str);
    let mut heard = word::compare::picture(of(0), of(scale.len().saturating_sub(1)));
    for (occasion, place) in places {
        heard.push(' ');
        heard.push_str(&word::compare::picture_one(name(*occasion), of(*place)));
    }
    heard
}
