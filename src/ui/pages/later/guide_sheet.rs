//! What can be printed for a group, a sheet at a time.

use crate::{
    route::{BEFORE, CHECK, Code, Route},
    state::{App, Timer},
    ui::{
        components::{Link, Paragraphs},
        drawing::square_code,
    },
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::Sheet;

/// Prints the page, or one sheet of it alone.
#[derive(Clone, Copy)]
pub(super) struct Printer {
    app: App,
    /// The place of the sheet that is printed alone.
    alone: RwSignal<Option<usize>>,
    soon: StoredValue<Option<Timer>, LocalStorage>,
}

impl Printer {
    pub(super) fn new(app: App) -> Printer {
        Printer { app, alone: RwSignal::new(None), soon: StoredValue::new_local(None) }
    }

    /// Prints one sheet alone, or all. A moment later, when the page shows which: the print itself stops everything.
    pub(super) fn print(self, alone: Option<usize>) {
        self.alone.set(alone);
        self.soon.set_value(Some(self.app.after(0, move || self.app.print())));
    }
}

/// A sheet under its heading, with the button that prints it.
#[component]
fn PrintedSheet(printer: Printer, place: usize, #[prop(into)] title: String, children: Children) -> impl IntoView {
    let label = word::guide::print_named(&title);
    let alone = move || printer.alone.get() == Some(place);
    let print = move |_| printer.print(Some(place));
    view! {
        <section class="paper sheet" class:sheet-alone=alone>
            <h2>{title}</h2>
            {children()}
            <button type="button" class="button plain" aria-label=label on:click=print>
                {word::guide::print()}
            </button>
        </section>
    }
}

/// A case for a group, and what they may speak about.
#[component]
pub(super) fn GroupSheet(
    /// Prints it.
    printer: Printer,
    /// Its place among the sheets.
    place: usize,
    /// The case.
    sheet: Sheet,
) -> impl IntoView {
    let moment = Route::Activity(Code::of(&sheet.scenario));
    let questions = sheet.questions.into_iter().map(|question| view! { <li>{question}</li> }).collect_view();
    view! {
        <PrintedSheet printer=printer place=place title=sheet.title>
            <Paragraphs texts=sheet.scene/>
            <h3>{word::guide::questions()}</h3>
            <ol class="limits">{questions}</ol>
            <p class="not-printed">
                <Link class="quiet" to=moment label=word::guide::moment()/>
            </p>
        </PrintedSheet>
    }
}

/// The way to the self-check for people's own phones: its address as a code to point a camera at, and in letters.
pub(super) fn check_sheet(printer: Printer, place: usize) -> Option<impl IntoView> {
    printer.app.content.line(BEFORE)?;
    let address = printer.app.address(CHECK);
    let code = square_code(&address, &word::guide::code(&address));
    Some(view! {
        <PrintedSheet printer=printer place=place title=word::guide::check()>
            <p>{word::guide::check_text()}</p>
            {code}
            <p class="code" translate="no">
                {address}
            </p>
        </PrintedSheet>
    })
}
