use super::{app, button, plain, soft};
use crate::{
    state::{Draft, KeepError, Keeping, Mode},
    ui::view::{View, el, maybe, saying},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// Says how far a draft has come.
pub fn keeping_line(draft: Draft) -> View {
    let app = app();
    let line = move || match (draft.keeping(), app.journal.mode()) {
        (Keeping::Untouched | Keeping::Failed(_) | Keeping::Apart, _) => "",
        (Keeping::Waiting, _) => word::keeping::waiting(),
        (_, Mode::Shared | Mode::Nowhere | Mode::Locked) => word::keeping::memory(),
        (Keeping::Soon, Mode::Kept) => word::keeping::soon(),
        (Keeping::Kept, Mode::Kept) => word::keeping::kept(),
    };
    el("p").class("keeping").attr("role", "status").with(saying(line)).into()
}

/// Says why a draft could not be kept, and what to do. It stands with the buttons, where it is seen at once however
/// far down the page goes.
pub fn not_kept(draft: Draft) -> View {
    let app = app();
    // The button goes with what it is pressed for, and comes again with another refusal.
    let go_on = move || if draft.failed() { app.focus_on(".not-kept button") } else { app.focus_heading() };
    let failed = move || {
        let Keeping::Failed(why) = draft.keeping() else { return None };
        let (name, keep): (_, fn(Draft)) = match why {
            KeepError::DeletedElsewhere => (word::keeping::keep_anyway(), Draft::keep_anyway),
            _ => (word::keeping::try_again(), Draft::keep),
        };
        let anew = button("quiet", name, move || {
            keep(draft);
            go_on();
        });
        let copy = button("quiet", word::keeping::save_copy(), move || app.offer(&draft.with_body(Body::joined)));
        let acts = el("p").class("note-acts").with(anew).with(copy);
        Some(el("div").class("note").with(plain(refusal(why))).with(acts).into())
    };
    el("div").class("not-kept").attr("role", "alert").with(maybe(failed)).into()
}

/// Says, under a field, that one record holds only so much, once it is nearly that long.
pub fn long_line(draft: Draft) -> View {
    let long = Memo::new(move |_| draft.with_body(Body::is_long));
    el("div").attr("role", "status").with(maybe(move || long.get().then(|| soft(word::keeping::long())))).into()
}

/// What a refusal means, and what to do.
pub fn refusal(why: KeepError) -> &'static str {
    match why {
        KeepError::Full => word::keeping::full(),
        KeepError::Denied => word::keeping::denied(),
        KeepError::TooLarge { .. } => word::keeping::too_large(),
        KeepError::Elsewhere(_) => word::keeping::elsewhere(),
        KeepError::ReadOnly => word::keeping::read_only(),
        KeepError::Altered => word::lock::altered(),
        KeepError::NotKept => word::keeping::not_kept(),
        KeepError::DeletedElsewhere => word::keeping::deleted_elsewhere(),
        KeepError::Locked => word::lock::memory(),
    }
}
