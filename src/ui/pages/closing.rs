use super::{coin::WRITE, runner::Walk};
use crate::{
    route::{Code, Route},
    state::{Closing, Draft, Group, Line},
    ui::parts::{KeepingLine, Page, Row, Sources, app, button, link, paragraphs, soft},
    words::word,
};
use leptos::prelude::*;
use obverse_core::{
    activity::{Activity, Kind},
    reflection::Body,
};

/// The end of a sitting: what was said, by what it speaks of, and where one could go from here.
#[component]
pub fn ClosingPage(
    /// The activity.
    activity: StoredValue<Activity>,
    /// The way through it.
    walk: Walk,
    /// Its run.
    draft: Draft,
    /// Goes through it again, as a new run.
    on_again: Callback<()>,
) -> impl IntoView {
    let app = app();
    app.focus_heading();
    let whole = activity.get_value();
    let closing = draft.with_body(|body| match body {
        Body::Run(run) => Closing::of(&whole, run),
        _ => Closing::default(),
    });
    let title = match whole.kind {
        Kind::Scenario => word::closing::title_scenario(),
        Kind::Exercise => word::closing::title_exercise(),
        _ => word::closing::title(),
    };
    let more = !walk.ended();
    let nothing = closing.groups.is_empty();
    let coins: Vec<_> = closing.coins.iter().filter_map(|id| app.content.coin_line(id)).collect();
    let write = Route::Form(Code::of(WRITE), Some(draft.id));
    view! {
        <Page
            title=title.to_owned()
            place=whole.title.clone()
            back=Route::Reflect
            foot=move || {
                view! {
                    {if more {
                        view! {
                            {button("button", word::closing::go_on(), move || walk.paused.set(false))}
                        }
                            .into_any()
                    } else {
                        view! {
                            {link("button", write, word::closing::write())}
                        }
                            .into_any()
                    }}
                    <div class="pair">
                        {link("quiet", Route::Today, word::closing::home())}
                        {if more {
                            view! {
                                {link("quiet", write, word::closing::write())}
                            }
                                .into_any()
                        } else {
                            view! {
                                {button("quiet", word::closing::again(), move || on_again.run(()))}
                            }
                                .into_any()
                        }}
                    </div>
                }
            }
        >
            {nothing.then(|| view! { <p>{word::closing::nothing()}</p> })}
            {closing
                .groups
                .into_iter()
                .map(|(group, lines)| view! { <Lines group=group lines=lines walk=walk kind=whole.kind /> })
                .collect_view()} {paragraphs(&whole.closing)}
            {(!coins.is_empty())
                .then(|| {
                    view! {
                        <section class="group">
                            <h2 class="group-name">{word::closing::coins()}</h2>
                            {soft(word::closing::coins_text())}
                            <ul class="rows">
                                {coins
                                    .into_iter()
                                    .map(|coin| view! { <Row to=Route::Coin(Code::of(&coin.id)) title=coin.name /> })
                                    .collect_view()}
                            </ul>
                        </section>
                    }
                })} <KeepingLine draft=draft /> <Sources sources=whole.sources reviewed=whole.reviewed />
        </Page>
    }
}

#[component]
fn Lines(group: Group, lines: Vec<Line>, walk: Walk, kind: Kind) -> impl IntoView {
    let (name, ask) = match group {
        Group::CountOn => (word::closing::count_on(), word::closing::count_on_ask()),
        Group::HaveTo => (word::closing::have_to(), word::closing::have_to_ask()),
        Group::Holds => (word::closing::holds(), word::closing::holds_ask()),
        Group::Lacks => (word::closing::lacks(), word::closing::lacks_ask()),
        Group::Depends => (word::closing::depends(), word::closing::depends_ask()),
        Group::Chose => (word::closing::chose(), ""),
        Group::YourLine if kind == Kind::Scenario => (word::closing::kept_line(), ""),
        Group::YourLine => ("", ""),
        Group::Other => (word::closing::other(), ""),
    };
    view! {
        <section class="group said-group">
            {(!name.is_empty()).then(|| view! { <h2 class="group-name">{name}</h2> })}
            <ul class="lines">
                {lines
                    .into_iter()
                    .map(|line| {
                        let item = line.item.clone();
                        view! {
                            <li class="line">
                                {(!line.theme.is_empty()).then(|| view! { <p class="theme">{line.theme}</p> })}
                                <p>{line.ask}</p>
                                {line
                                    .answers
                                    .into_iter()
                                    .map(|answer| soft(word::closing::answered(&answer)))
                                    .collect_view()}
                                {line.new_to_me.then(|| soft(word::closing::new_to_me()))}
                                {(!line.note.is_empty()).then(|| view! { <p class="quote">{line.note}</p> })}
                                {button("quiet small", word::closing::change(), move || walk.go_to(&item))}
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            {(!ask.is_empty()).then(|| view! { <p class="asked">{ask}</p> })}
        </section>
    }
}
