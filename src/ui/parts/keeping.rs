use super::app;
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
    let failed = Memo::new(move |_| match draft.keeping() {
        Keeping::Failed(why) => Some(why),
        _ => None,
    });
    view! {
        <p class="keeping" role="status">
            {line}
        </p>
        <div role="alert">
            {move || {
                failed
                    .get()
                    .map(|why| {
                        view! {
                            <div class="note">
                                <p>{sentence(why)}</p>
                                <p class="note-acts">
                                    {if why == KeepError::DeletedElsewhere {
                                        view! {
                                            <button type="button" class="quiet" on:click=move |_| draft.keep_anyway()>
                                                {word::keeping::keep_anyway()}
                                            </button>
                                        }
                                            .into_any()
                                    } else {
                                        view! {
                                            <button type="button" class="quiet" on:click=move |_| draft.keep()>
                                                {word::keeping::try_again()}
                                            </button>
                                        }
                                            .into_any()
                                    }}
                                    <button
                                        type="button"
                                        class="quiet"
                                        on:click=move |_| app.offer(&draft.with_body(as_text))
                                    >
                                        {word::keeping::save_copy()}
                                    </button>
                                </p>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

fn as_text(body: &Body) -> String {
    body.texts().join("\n\n")
}

/// What a refusal means, and what to do.
fn sentence(why: KeepError) -> &'static str {
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
