use crate::{
    route::Route,
    state::Holder,
    ui::{
        parts::{app, button, link, page, plain, unlocking, work_line},
        view::{View, el, live, maybe},
    },
    words::word,
};
use leptos::prelude::*;

/// In place of the person's words while the lock is shut: what opens it.
pub fn shut() -> View {
    let app = app();
    app.work_anew();
    let with_code = RwSignal::new(false);
    let form = live(move || {
        let (holder, label) = match with_code.get() {
            true => (Holder::Recovery, word::lock::code()),
            false => (Holder::Passphrase, word::lock::passphrase()),
        };
        let unlock = Box::new(move |secret: &str| app.unlock(holder, secret));
        unlocking(View::nothing(), label, ["button", word::lock::unlock()], Box::new(|| true), unlock)
    });
    let other = move || {
        let label = if with_code.get() { word::lock::use_passphrase() } else { word::lock::use_code() };
        app.has_code().then(|| {
            button("quiet", label, move || {
                with_code.update(|on| *on = !*on);
                app.focus_on("form.secret input");
            })
        })
    };
    let forgot = el("details")
        .class("more")
        .with(el("summary").with(word::lock::forgot()))
        .with(plain(word::lock::forgot_text()))
        .with(link("quiet", Route::Settings, word::settings::title()));
    page(word::lock::shut_heading())
        .with(plain(word::lock::shut_text()))
        .with(form)
        .with(work_line(word::lock::working, || ""))
        .with(maybe(other))
        .with(forgot)
        .into()
}
