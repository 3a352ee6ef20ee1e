//! What opens the lock, in place of the person's words while it is shut.

use crate::{
    route::Route,
    state::Holder,
    ui::components::{Button, Link, Page, Unlocking, WorkLine, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// In place of the person's words while the lock is shut: what opens it.
#[component]
pub fn Shut() -> impl IntoView {
    let app = app();
    app.work_anew();
    let with_code = RwSignal::new(false);
    let form = redrawn(move || {
        let (holder, label) = match with_code.get() {
            true => (Holder::Recovery, word::lock::code()),
            false => (Holder::Passphrase, word::lock::passphrase()),
        };
        let unlock = move |secret: String| app.unlock(holder, &secret);
        view! { <Unlocking label=label class="button" button=word::lock::unlock() on_send=unlock/> }
    });
    let turn = move |()| {
        with_code.update(|on| *on = !*on);
        app.focus_on("form.secret input");
    };
    let other = redrawn(move || {
        let label = if with_code.get() { word::lock::use_passphrase() } else { word::lock::use_code() };
        app.has_code().then(|| view! { <Button class="quiet" label=label on_press=turn/> })
    });
    view! {
        <Page title=word::lock::shut_heading()>
            <p>{word::lock::shut_text()}</p>
            {form}
            <WorkLine working=word::lock::working()/>
            {other}
            <details class="more">
                <summary>{word::lock::forgot()}</summary>
                <p>{word::lock::forgot_text()}</p>
                <Link class="quiet" to=Route::Settings label=word::settings::title()/>
            </details>
        </Page>
    }
}
