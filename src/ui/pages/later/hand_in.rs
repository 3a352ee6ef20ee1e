use super::{
    compare::parts_rows,
    hand_in_lines::{Choice, chosen, lines},
    occasion::name,
};
use crate::{
    route::Route,
    state::{App, Draft, code_in, offered, write_code},
    ui::{
        parts::{Size, app, button, field, group, keeping_line, not_kept, page, para, plain, soft, span, words_field},
        view::{View, el, maybe, saying},
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Occasion, hand_in};

/// The field the text stands in.
const FIELD: &str = "handed";

/// Handing the self-check in: what goes in, line by line, and ways to take it along. Nothing is sent.
pub fn hand_in() -> View {
    let app = app();
    let offered = offered(&app.asked_in_checks());
    let shown = page(word::hand_in::title()).back(Route::Compare);
    if offered.is_empty() {
        let lead = para("empty-lead", word::hand_in::empty());
        let lead = el("div").class("empty").with(lead).with(soft(word::hand_in::empty_text()));
        return shown.with(lead).with(parts_rows(app)).into();
    }
    let choice = Choice::of(offered);
    let draft = app.hand_in_code();
    let something = Memo::new(move |_| choice.some());
    let out = move || something.get().then(|| untrack(|| ways_out(app, choice, draft)));
    let nothing = move || if something.get() { "" } else { word::hand_in::nothing() };
    shown
        .foot(not_kept(draft))
        .with(plain(word::hand_in::what()))
        .with(soft(word::hand_in::only()))
        .with(code(draft))
        .with(lines(app, choice))
        .with(el("p").attr("role", "status").with(saying(nothing)))
        .with(maybe(out))
        .into()
}

/// The code the person makes up, kept with what they wrote.
fn code(draft: Draft) -> View {
    let field = words_field(
        Size::Line,
        word::hand_in::code(),
        word::hand_in::code_hint(),
        move || draft.with_body(code_in),
        move |code| draft.change(|body| write_code(body, code)),
    );
    View::several(vec![field, keeping_line(draft)])
}

fn code_of(draft: Draft) -> String {
    draft.with_body(code_in).trim().to_owned()
}

fn text(choice: Choice, draft: Draft) -> String {
    let code = code_of(draft);
    let code_line = word::hand_in::code_line(&code);
    let top = [word::hand_in::heading(), &code_line];
    let top = if code.is_empty() { &top[..1] } else { &top };
    hand_in::text(top, &chosen(choice), |occasion: Occasion| name(occasion))
}

/// The text to copy, and the files.
fn ways_out(app: App, choice: Choice, draft: Draft) -> View {
    let copied = RwSignal::new("");
    let area = field("textarea", "field field-tall")
        .attr("id", FIELD)
        .attr("rows", "8")
        .attr("readonly", "")
        .holding(move || text(choice, draft));
    let area = el("label").class("words").with(span("words-label", word::hand_in::text())).with(area);
    let copy = move || {
        copied.set("");
        let text = untrack(|| text(choice, draft));
        app.copy(&text, FIELD, move |done| {
            copied.set(if done { word::hand_in::copied() } else { word::hand_in::selected() });
        });
    };
    let save = move |end: &'static str, file: fn(&str, &[hand_in::Line]) -> String| {
        move || app.offer_as(end, &untrack(|| file(&code_of(draft), &chosen(choice))))
    };
    group(word::hand_in::preview())
        .with(area)
        .with(button("button", word::hand_in::copy(), copy))
        .with(el("p").class("soft").attr("role", "status").with(saying(move || copied.get())))
        .with(soft(word::hand_in::saved()))
        .with(button("button plain", word::hand_in::csv(), save(".csv", hand_in::spreadsheet)))
        .with(button("button plain", word::hand_in::json(), save(".json", hand_in::data)))
        .into()
}
