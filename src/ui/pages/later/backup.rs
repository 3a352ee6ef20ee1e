//! Making a backup, and when the last one was made.

use crate::{
    route::Route,
    state::{App, Guard, Made, Mode},
    ui::components::{
        Button, Link, LiveText, NewSecret, Page, Promise, Radio, Row, Secret, SecretForm, Unlocking, WorkLine, app,
        redrawn,
    },
    words::word,
};
use leptos::prelude::*;

/// Making a backup, and when the last one was made.
#[component]
pub fn Backup() -> impl IntoView {
    let app = app();
    app.begin_backup();
    let made = Memo::new(move |_| app.made().is_some());
    redrawn(move || match made.get() {
        true => untrack(|| app.made().map(|made| view! { <Ready made=made/> }).into_any()),
        false => untrack(|| view! { <Make/> }.into_any()),
    })
}

#[component]
fn Make() -> impl IntoView {
    let app = app();
    let something = app.journal.look(|records| records.next().is_some());
    let form = || view! { <BackupForm/> <WorkLine working=word::backup::making()/> };
    let last = redrawn(move || (app.journal.mode() == Mode::Kept).then(|| untrack(|| last(app))));
    view! {
        <Page title=word::backup::title() back=Route::Settings>
            <p>{word::backup::what()}</p>
            {last}
            {something.then(form)}
            <ul class="rows">
                <Row to=Route::Restore title=word::backup::open_title()/>
            </ul>
            <Promise/>
        </Page>
    }
}

/// When the last backup was made, and whether to remind of the next.
fn last(app: App) -> impl IntoView {
    let said = app.last_backup().map_or_else(|| word::backup::never().to_owned(), |date| word::backup::last(&date));
    let reminds = Memo::new(move |_| app.preferences.reminds());
    let label = move || if reminds.get() { word::backup::remind_off() } else { word::backup::remind_on() };
    let turn = move |_| app.preferences.choose_reminder(!reminds.get_untracked());
    view! {
        <p class="note">{said}</p>
        <button type="button" class="quiet" on:click=turn>
            <LiveText text=label/>
        </button>
    }
}

/// A passphrase, the journal's own or a new one, and the button.
#[component]
fn BackupForm() -> impl IntoView {
    let app = app();
    let locked = app.guard() == Guard::Open;
    let own = RwSignal::new(!locked);
    let same = move |secret: String| app.make_backup(&secret, false);
    let fields = redrawn(move || match own.get() {
        true => view! { <OwnSecret/> }.into_any(),
        false => view! {
            <Unlocking
                label=word::lock::passphrase_now()
                class="button"
                button=word::backup::make()
                on_send=same
            />
        }
        .into_any(),
    });
    view! {
        {locked.then(|| view! { <Which own=own/> })}
        {fields}
        <p class="soft">{word::backup::forgotten()}</p>
        <p class="soft">{word::backup::stays()}</p>
    }
}

#[component]
fn Which(own: RwSignal<bool>) -> impl IntoView {
    let choice = |label: &'static str, is: bool| {
        let on = move || own.get() == is;
        view! { <Radio class="choice" name="which" label=label on=on on_choose=move |()| own.set(is)/> }
    };
    view! {
        <fieldset class="choices">
            <legend>{word::backup::which()}</legend>
            {choice(word::backup::which_same(), false)}
            {choice(word::backup::which_own(), true)}
        </fieldset>
    }
}

#[component]
fn OwnSecret() -> impl IntoView {
    let app = app();
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let ready = move || new.ready() && !app.busy();
    let make = move |()| app.make_backup(&new.take(), true);
    view! {
        <SecretForm class="button" label=word::backup::make() ready=ready on_send=make>
            {new.fields(word::backup::file_passphrase())} {secret.show()}
        </SecretForm>
    }
}

/// The file was made: it has to be put somewhere.
#[component]
fn Ready(made: Made) -> impl IntoView {
    let app = app();
    let saved = move || match app.last_backup() {
        Some(date) => word::backup::last(&date),
        None => String::new(),
    };
    let share = move |()| app.share_backup();
    let share =
        app.can_share().then(|| view! { <Button class="button plain" label=word::backup::share() on_press=share/> });
    let unread = (made.unread > 0).then(|| view! { <p class="soft">{word::backup::unread(made.unread.into())}</p> });
    view! {
        <Page title=word::backup::title() back=Route::Settings>
            <p>{word::backup::done(made.records.into())}</p>
            {unread}
            <Button class="button" label=word::backup::save() on_press=move |()| app.save_backup()/>
            {share}
            <p class="soft" role="status">
                <LiveText text=saved/>
            </p>
            <p>{word::backup::what()}</p>
            <p class="soft">{word::backup::forgotten()}</p>
            <Link class="quiet" to=Route::Restore label=word::backup::open_title()/>
        </Page>
    }
}
