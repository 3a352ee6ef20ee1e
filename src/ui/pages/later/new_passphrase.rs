use crate::{
    ui::{
        parts::{NewSecret, Secret, app, button, page, plain, sending, soft, work_line},
        view::{View, live},
    },
    words::word,
};
use leptos::prelude::*;

/// In place of what was asked for, once the recovery code has opened the lock: a new passphrase, now or later.
pub fn new_passphrase() -> View {
    let app = app();
    app.work_anew();
    let chosen = Memo::new(move |_| !app.opened_by_code());
    live(move || match chosen.get() {
        true => page(word::lock::new_passphrase())
            .with(work_line(word::lock::working, word::lock::change_done))
            .with(soft(word::lock::code_still()))
            .with(button("button", word::welcome::continue_on(), move || app.ask_no_more()))
            .into(),
        false => untrack(choose),
    })
}

fn choose() -> View {
    let app = app();
    let secret = Secret::new();
    let new = NewSecret::new(secret);
    let fields = View::several(vec![new.fields(word::lock::passphrase_new()), secret.show()]);
    let ready = move || new.ready() && !app.busy();
    let form = sending(fields, "button", word::lock::change(), ready, move || app.change_passphrase("", &new.take()));
    page(word::lock::new_passphrase())
        .with(plain(word::lock::new_passphrase_text()))
        .with(form)
        .with(work_line(word::lock::working, || ""))
        .with(button("quiet", word::place::not_now(), move || app.ask_no_more()))
        .with(soft(word::lock::new_passphrase_later()))
        .into()
}
