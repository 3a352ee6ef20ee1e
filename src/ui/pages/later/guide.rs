use super::guide_sheet::{Printer, check, sheet};
use crate::{
    route::Route,
    ui::{
        parts::{app, awaiting, button, group, page, paragraphs, reading, soft, sources},
        view::{View, all},
    },
    words::word,
};
use obverse_core::activity::Guide;

/// For a facilitator: what to know, sheets to print for a group, and the way to the self-check for their phones.
pub fn guide() -> View {
    let app = app();
    awaiting(move || match app.content.guide() {
        Some(guide) => whole(&guide),
        None => super::super::missing(),
    })
}

fn whole(guide: &Guide) -> View {
    let printer = Printer::new(app());
    // The first place is that of the self-check.
    let sheets = (1..).zip(&guide.sheets).map(|(place, one)| sheet(printer, place, one));
    page(guide.title.as_str())
        .back(Route::Reflect)
        .place(word::reflect::title())
        .with(paragraphs(&guide.text))
        .with(button("quiet", word::guide::print_all(), move || printer.print(None)))
        .with(reading(&guide.parts))
        .with(group(word::guide::sheets()).with(soft(word::guide::sheets_text())))
        .with(check(printer, 0))
        .with(all(sheets))
        .with(sources(&guide.sources, false))
        .into()
}
