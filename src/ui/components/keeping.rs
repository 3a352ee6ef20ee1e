//! How far what is written has come, and why it was not kept.

use super::{Button, LiveText, app, redrawn};
use crate::{
    state::{Draft, KeepError, Keeping, Mode},
    words::word,
};
use leptos::prelude::*;
use obverse_core::reflection::Body;

/// Says how far a draft has come.
#[component]
pub fn KeepingLine(
    /// The draft.
    draft: Draft,
) -> impl IntoView {
    let app = app();
    let line = move || match (draft.keeping(), app.journal.mode()) {
        (Keeping::Untouched | Keeping::Failed(_) | Keeping::Apart, _) => "",
        (Keeping::Waiting, _) => word::keeping::waiting(),
        (_, Mode::Shared | Mode::Nowhere | Mode::Locked) => word::keeping::memory(),
        (Keeping::Soon, Mode::Kept) => word::keeping::soon(),
        (Keeping::Kept, Mode::Kept) => word::keeping::kept(),
    };
    view! {
        <p class="keeping" role="status">
            <LiveText text=line/>
        </p>
    }
}

/// Says why a draft could not be kept, and what to do. It stands with the buttons, where it is seen at once however
/// far down the page goes.
#[component]
pub fn NotKept(
    /// The draft.
    draft: Draft,
) -> impl IntoView {
    let app = app();
    // The button goes with what it is pressed for, and comes again with another refusal.
    let go_on = move || if draft.failed() { app.focus_on(".not-kept button") } else { app.focus_heading() };
    let failed = move || {
        let Keeping::Failed(why) = draft.keeping() else { return None };
        let (name, keep): (_, fn(Draft)) = match why {
            KeepError::DeletedElsewhere => (word::keeping::keep_anyway(), Draft::keep_anyway),
            _ => (word::keeping::try_again(), Draft::keep),
        };
        let anew = move |()| {
            keep(draft);
            go_on();
        };
        let copy = move |()| app.offer(&draft.with_body(Body::joined));
        Some(view! {
            <div class="note">
                <p>{refusal(why)}</p>
                <p class="note-acts">
                    <Button class="quiet" label=name on_press=anew/>
                    <Button class="quiet" label=word::keeping::save_copy() on_press=copy/>
                </p>
            </div>
        })
    };
    view! {
        <div class="not-kept" role="alert">
            {redrawn(failed)}
        </div>
    }
}

/// What stands in the thumb's reach of a page on which a draft is saved or called off: why it was not saved, if it was not, and
/// the two buttons.
#[component]
pub fn SaveOrCancel(
    /// The draft.
    draft: Draft,
    /// Saves it.
    #[prop(into)]
    on_save: Callback<()>,
    /// Takes back what was changed, and leaves.
    #[prop(into)]
    on_cancel: Callback<()>,
) -> impl IntoView {
    view! {
        <NotKept draft=draft/>
        <Button class="button" label=word::place::keep() on_press=on_save/>
        <div class="pair">
            <Button class="quiet" label=word::place::cancel() on_press=on_cancel/>
        </div>
    }
}

/// Says, under a field, that one record holds only so much, once it is nearly that long.
#[component]
pub fn LongLine(
    /// The draft that the field changes.
    draft: Draft,
) -> impl IntoView {
    let long = Memo::new(move |_| draft.with_body(Body::is_long));
    let line = redrawn(move || long.get().then(|| view! { <p class="soft">{word::keeping::long()}</p> }));
    view! { <div role="status">{line}</div> }
}

/// Why something on a page was refused, if it was.
pub type Refused = RwSignal<Option<KeepError>>;

/// Says why something was refused, once it was.
#[component]
pub fn RefusalLine(
    /// Why, if it was.
    refused: Refused,
) -> impl IntoView {
    view! {
        <p role="alert">
            <LiveText text=move || refused.get().map_or("", refusal)/>
        </p>
    }
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
