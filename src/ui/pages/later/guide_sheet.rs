//! What can be printed for a group, a sheet at a time.

use crate::{
    route::{BEFORE, CHECK, Code, Route},
    state::{App, Timer},
    ui::{
        drawing::square_code,
        parts::{heading, link, paragraphs, plain, points},
        view::{Element, View, el},
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

    /// A sheet under its heading, with the button that prints it.
    fn sheet(self, place: usize, title: &str, inside: Vec<View>) -> Element {
        let button = el("button")
            .attr("type", "button")
            .class("button plain")
            .attr("aria-label", &word::guide::print_named(title))
            .with(word::guide::print())
            .on_press(move || self.print(Some(place)));
        el("section")
            .class("paper sheet")
            .class_while("sheet-alone", move || self.alone.get() == Some(place))
            .with(heading("h2", title))
            .with(View::several(inside))
            .with(button)
    }
}

/// A case for a group, and what they may speak about.
pub(super) fn sheet(printer: Printer, place: usize, sheet: &Sheet) -> View {
    let moment = link("quiet", Route::Activity(Code::of(&sheet.scenario)), word::guide::moment());
    let inside = vec![
        paragraphs(&sheet.scene),
        heading("h3", word::guide::questions()),
        points("ol", &sheet.questions),
        el("p").class("not-printed").with(moment).into(),
    ];
    printer.sheet(place, &sheet.title, inside).into()
}

/// The way to the self-check for people's own phones: its address as a code to point a camera at, and in letters.
pub(super) fn check(printer: Printer, place: usize) -> Option<View> {
    printer.app.content.line(BEFORE)?;
    let address = printer.app.address(CHECK);
    let inside = vec![
        plain(word::guide::check_text()),
        square_code(&address, &word::guide::code(&address)).into(),
        el("p").class("code").attr("translate", "no").with(address.as_str()).into(),
    ];
    Some(printer.sheet(place, word::guide::check(), inside).into())
}
