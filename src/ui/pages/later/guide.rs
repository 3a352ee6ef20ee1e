//! The guide for a facilitator.

use super::guide_sheet::{GroupSheet, Printer, check_sheet};
use crate::{
    route::Route,
    ui::components::{Button, Group, Page, Paragraphs, Reading, Sources, app, awaiting},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::Guide;

/// For a facilitator: what to know, sheets to print for a group, and the way to the self-check for their phones.
#[component]
pub fn GuidePage() -> impl IntoView {
    let app = app();
    awaiting(move || match app.content.guide() {
        Some(guide) => whole(guide).into_any(),
        None => view! { <super::super::Missing/> }.into_any(),
    })
}

fn whole(guide: Guide) -> impl IntoView {
    let printer = Printer::new(app());
    // The first place is that of the self-check.
    let sheets = (1..).zip(guide.sheets);
    let sheets = sheets.map(|(place, sheet)| view! { <GroupSheet printer=printer place=place sheet=sheet/> });
    let sheets = sheets.collect_view();
    view! {
        <Page title=guide.title back=Route::Reflect place=word::reflect::title()>
            <Paragraphs texts=guide.text/>
            <Button class="quiet" label=word::guide::print_all() on_press=move |()| printer.print(None)/>
            <Reading parts=guide.parts/>
            <Group name=word::guide::sheets()>
                <p class="soft">{word::guide::sheets_text()}</p>
            </Group>
            {check_sheet(printer, 0)}
            {sheets}
            <Sources sources=guide.sources reviewed=false/>
        </Page>
    }
}
