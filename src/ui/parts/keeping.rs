use super::{app, button, maybe};
use crate::{
    state::{Draft, KeepError, Keeping, Mode},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// Says how far a draft has come, and what to do where it could not be kept.
#[component]
pub fn KeepingLine(
    /// The draft.
    draft: Draft,
) -> impl IntoView {
    let app = app();
    let line = move || match (draft.keeping(), app.journal.mode()) {
        (Keeping::Untouched | Keeping::Failed(_), _) => "",
        (_, Mode::Shared | Mode::Nowhere) => word::keeping::memory(),
        (Keeping::Soon, Mode::Kept) => word::keeping::soon(),
        (Keeping::Kept, Mode::Kept) => word::keeping::kept(),
    };
    view! {
        <p class="keeping" role="status">
            {line}
        </p>
        <div role="alert">
            {maybe(move || {
                let Keeping::Failed(why) = draft.keeping() else { return None };
                let anew = match why {
                    KeepError::DeletedElsewhere => {
                        button("quiet", word::keeping::keep_anyway(), move || draft.keep_anyway())
                    }
                    _ => button("quiet", word::keeping::try_again(), move || draft.keep()),
                };
                let copy = move || app.offer(&draft.with_body(as_text));
                Some(
                    view! {
                        <div class="note">
                            <p>{refusal(why)}</p>
                            <p class="note-acts">{anew} {button("quiet", word::keeping::save_copy(), copy)}</p>
                        </div>
                    }
                        .into_any(),
                )
            })}
        </div>
    }
}

fn as_text(body: &Body) -> String {
    body.texts().join("\n\n")
}

/// What a refusal means, and what to do.
pub fn refusal(why: KeepError) -> &'static str {
    match why {
        KeepError::Full => word::keeping::full(),
        KeepError::Denied => word::keeping::denied(),
        KeepError::TooLarge { .. } => word::keeping::too_large(),
        KeepError::Elsewhere(_) => word::keeping::elsewhere(),
        KeepError::ReadOnly => word::keeping::read_only(),
        KeepError::NotKept => word::keeping::not_kept(),
        KeepError::DeletedElsewhere => word::keeping::deleted_elsewhere(),
    }
}
