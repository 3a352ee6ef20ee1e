//! A new passphrase, once the recovery code has opened the lock.

use crate::{
    ui::components::{Button, NewSecret, Page, Secret, SecretForm, WorkLine, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// In place of what was asked for, once the recovery code has opened the lock: a new passphrase, now or later.
#[component]
pub fn NewPassphrase() -> impl IntoView {
    let app = app();
    app.work_anew();
    let chosen = Memo::new(move |_| !app.opened_by_code());
    redrawn(move || match chosen.get() {
        true => view! {
            <Page title=word::lock::new_passphrase()>
                <WorkLine working=word::lock::working() done=word::lock::change_done()/>
                <p class="soft">{word::lock::code_still()}</p>
                <Button class="button" label=word::welcome::continue_on() on_press=move |()| app.ask_no_more()/>
            </Page>
        }
        .into_any(),
        false => untrack(|| view! { <Choose/> }.into_any()),
    })
}

#[component]
fn Choose() -> impl IntoView {
    let app = app();
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let ready = move || new.ready() && !app.busy();
    let change = move |()| app.change_passphrase("", &new.take());
    view! {
        <Page title=word::lock::new_passphrase()>
            <p>{word::lock::new_passphrase_text()}</p>
            <SecretForm class="button" label=word::lock::change() ready=ready on_send=change>
                {new.fields(word::lock::passphrase_new())} {secret.show()}
            </SecretForm>
            <WorkLine working=word::lock::working()/>
            <Button class="quiet" label=word::place::not_now() on_press=move |()| app.ask_no_more()/>
            <p class="soft">{word::lock::new_passphrase_later()}</p>
        </Page>
    }
}
