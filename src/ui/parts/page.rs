use super::{button, live};
use crate::{
    route::Route,
    state::{App, Loading},
    words::word,
};
use leptos::prelude::*;

/// The running app.
pub fn app() -> App {
    expect_context()
}

/// A screen: a bar with the way back and "Hide screen", one heading, what it is about, and the buttons in the
/// thumb's reach.
#[component]
pub fn Page(
    /// The one heading.
    #[prop(into)]
    title: Signal<String>,
    /// Where one is, in small letters beside the way back.
    #[prop(optional, into)]
    place: Option<Signal<String>>,
    /// The way back; a tab has none.
    #[prop(optional)]
    back: Option<Route>,
    /// How far along, in hundredths: a thin line under the bar.
    #[prop(optional, into)]
    along: Option<Signal<usize>>,
    /// What stands in the thumb's reach.
    #[prop(optional, into)]
    foot: Option<ViewFn>,
    children: Children,
) -> impl IntoView {
    let app = app();
    let heading = view! {
        <h1 id="heading" tabindex="-1">
            {move || title.get()}
        </h1>
    }
    .into_any();
    let hide = button("bar-hide", word::app::hide(), move || app.hide());
    // A tab has no way back, so its heading stands in the bar.
    let (first, below) = match back {
        None => (heading, ().into_any()),
        Some(back) => {
            let way = view! {
                <a class="bar-back" href=back.to_string() aria-label=word::app::back()>
                    <span aria-hidden="true">"‹"</span>
                </a>
                {place.map(|place| view! { <span class="bar-place">{move || place.get()}</span> })}
            };
            (way.into_any(), heading)
        }
    };
    view! {
        <main id="main" class="main">
            <div class="bar">{first} {hide}</div>
            <div class="page">
                {along
                    .map(|along| {
                        view! {
                            <div class="along" aria-hidden="true">
                                <b style:width=move || format!("{}%", along.get())></b>
                            </div>
                        }
                    })} {below} {children()}
            </div>
            {foot.map(|foot| view! { <div class="foot">{foot.run()}</div> })}
        </main>
    }
}

/// Waits for the activities' text, and says so if it cannot be had.
#[component]
pub fn Awaiting(
    /// What needs it.
    #[prop(into)]
    then: ViewFn,
) -> impl IntoView {
    let app = app();
    let loading = Memo::new(move |_| match app.content.loading() {
        Loading::Coming => 0,
        Loading::There(_) => 1,
        Loading::Failed => 2,
    });
    live(move || match loading.get() {
        1 => then.run(),
        0 => view! { <Page title=word::app::loading().to_owned()>""</Page> }.into_any(),
        _ => view! {
            <Page title=word::runner::failed().to_owned() back=Route::Today>
                <p>{word::runner::loading_failed()}</p>
                {button("button plain", word::runner::try_again(), move || app.fetch_again())}
            </Page>
        }
        .into_any(),
    })
}
