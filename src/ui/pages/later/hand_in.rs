//! Handing the self-check in.

use super::{
    compare::parts_rows,
    hand_in_lines::{Choice, chosen, lines},
    occasion::name,
};
use crate::{
    route::Route,
    state::{App, Draft, code_in, offered, write_code},
    ui::components::{Button, Group, KeepingLine, LiveText, NotKept, Page, Size, WordsField, app, hands_off, redrawn},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::{Occasion, hand_in};

/// The field the text stands in.
const FIELD: &str = "handed";

/// Handing the self-check in: what goes in, line by line, and ways to take it along. Nothing is sent.
#[component]
pub fn HandIn() -> impl IntoView {
    let app = app();
    let offered = offered(&app.asked_in_checks());
    if offered.is_empty() {
        return view! { <NothingYet/> }.into_any();
    }
    let choice = Choice::of(offered);
    let draft = app.hand_in_code();
    let something = Memo::new(move |_| choice.some());
    let nothing = move || if something.get() { "" } else { word::hand_in::nothing() };
    view! {
        <Page title=word::hand_in::title() back=Route::Compare foot=move || view! { <NotKept draft=draft/> }>
            <p>{word::hand_in::what()}</p>
            <p class="soft">{word::hand_in::only()}</p>
            {code(draft)}
            {lines(app, choice)}
            <p role="status">
                <LiveText text=nothing/>
            </p>
            {redrawn(move || something.get().then(|| untrack(|| ways_out(app, choice, draft))))}
        </Page>
    }
    .into_any()
}

/// Nothing was answered: the way to begin.
#[component]
fn NothingYet() -> impl IntoView {
    view! {
        <Page title=word::hand_in::title() back=Route::Compare>
            <div class="empty">
                <p class="empty-lead">{word::hand_in::empty()}</p>
                <p class="soft">{word::hand_in::empty_text()}</p>
            </div>
            {parts_rows(app())}
        </Page>
    }
}

/// The code the person makes up, kept with what they wrote.
fn code(draft: Draft) -> impl IntoView {
    view! {
        <WordsField
            size=Size::Line
            label=word::hand_in::code()
            hint=word::hand_in::code_hint()
            text=move || draft.with_body(code_in)
            on_input=move |code| draft.change(|body| write_code(body, code))
        />
        <KeepingLine draft=draft/>
    }
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
fn ways_out(app: App, choice: Choice, draft: Draft) -> impl IntoView {
    let copied = RwSignal::new("");
    let copy = move |()| {
        copied.set("");
        let text = untrack(|| text(choice, draft));
        app.copy(&text, FIELD, move |done| {
            copied.set(if done { word::hand_in::copied() } else { word::hand_in::selected() });
        });
    };
    let save = move |end: &'static str, file: fn(&str, &[hand_in::Line]) -> String| {
        move |()| app.offer_as(end, &untrack(|| file(&code_of(draft), &chosen(choice))))
    };
    view! {
        <Group name=word::hand_in::preview()>
            <label class="words">
                <span class="words-label">{word::hand_in::text()}</span>
                <textarea
                    class="field hand-preview"
                    {..hands_off()}
                    id=FIELD
                    rows="8"
                    readonly=true
                    prop:value=move || text(choice, draft)
                ></textarea>
            </label>
            <Button class="button" label=word::hand_in::copy() on_press=copy/>
            <p class="soft" role="status">
                <LiveText text=move || copied.get()/>
            </p>
            <p class="soft">{word::hand_in::saved()}</p>
            <Button class="button plain" label=word::hand_in::csv() on_press=save(".csv", hand_in::spreadsheet)/>
            <Button class="button plain" label=word::hand_in::json() on_press=save(".json", hand_in::data)/>
        </Group>
    }
}
