use crate::{
    route::{Code, Route},
    ui::{
        parts::{app, awaiting, page, row_with, rows},
        view::{View, all},
    },
    words::word,
};
use obverse_core::activity::Kind;

/// The ways to write.
pub fn write() -> View {
    let app = app();
    awaiting(move || {
        let pieces = app.content.pieces();
        let forms = pieces.iter().flat_map(|pieces| &pieces.activities).filter(|one| one.kind == Kind::Form);
        let forms = forms.map(|form| row_with(Route::Form(Code::of(&form.id), None), &form.title, &form.topic, ""));
        page(word::write::title()).back(Route::Journal).with(rows(all(forms))).into()
    })
}
