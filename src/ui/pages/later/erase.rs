//! Erasing: one kind, everything, or the app as well.

use crate::{
    route::Route,
    state::{App, Mode, Sort},
    ui::components::{Confirm, Erasing, Group, Page, RefusalLine, WorkLine, app, redrawn},
    words::word,
};
use leptos::prelude::*;

/// Erasing: one kind, everything, or the app as well.
#[component]
pub fn Erase() -> impl IntoView {
    let app = app();
    app.work_anew();
    view! {
        <Page title=word::erasing::title() back=Route::Settings>
            {redrawn(move || kinds(app))}
            <WorkLine working=word::app::loading() done=word::erasing::kind_done()/>
            <Erasing then=|()| ()/>
            <p class="soft">{word::erasing::goes_on()}</p>
            <Forget/>
            <Group name=word::erasing::cannot()>
                <p class="soft">{word::erasing::cannot_disk()}</p>
                <p class="soft">{word::erasing::cannot_copies()}</p>
            </Group>
        </Page>
    }
}

/// Each kind that there is something of.
fn kinds(app: App) -> Option<impl IntoView> {
    let names =
        [word::erasing::entries(), word::erasing::placements(), word::erasing::answers(), word::erasing::steps()];
    let kinds = Sort::ALL.into_iter().zip(names).filter_map(|(sort, name)| {
        let count = app.all_of(sort).len();
        // As many as a shelf has room for: exact in a float.
        let sure = word::erasing::kind_sure(count as f64);
        let erase = move |()| {
            app.erase_all_of(sort);
            app.focus_heading();
        };
        (count > 0).then(|| {
            view! {
                <Confirm
                    label=name
                    ask=word::entry::delete_ask()
                    sure=sure
                    cancel=word::settings::cancel()
                    on_sure=erase
                />
            }
        })
    });
    let kinds: Vec<_> = kinds.collect();
    let shown = !kinds.is_empty() && app.journal.mode() != Mode::Locked;
    shown.then(|| {
        view! {
            <Group name=word::erasing::kind()>
                <p class="soft">{word::erasing::kind_text()}</p>
                {kinds}
            </Group>
        }
    })
}

#[component]
fn Forget() -> impl IntoView {
    let app = app();
    let refused = RwSignal::new(None);
    let forget = move |()| app.forget_device(move |outcome| refused.set(outcome.err()));
    view! {
        <Group name=word::erasing::forget()>
            <p class="soft">{word::erasing::forget_text()}</p>
            <Confirm
                label=word::erasing::forget()
                ask=word::erasing::forget_text()
                sure=word::erasing::forget_sure()
                cancel=word::settings::cancel()
                on_sure=forget
            />
            <RefusalLine refused=refused/>
        </Group>
    }
}

/// The last page: all is erased, and the app is off this browser.
#[component]
pub fn Forgotten() -> impl IntoView {
    view! {
        <Page title=word::erasing::forget()>
            <p>{word::erasing::forget_done()}</p>
            <p class="soft">{word::erasing::forget_note()}</p>
            <p class="soft">{word::erasing::cannot_disk()}</p>
        </Page>
    }
}
