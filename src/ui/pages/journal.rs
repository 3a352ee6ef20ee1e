//! The journal: everything the person wrote, placed and answered, by month, and a search.

use crate::{
    route::Route,
    state::{AT_FIRST, App, Found, JournalLine, KeepError, Lists, Marked, Month, Query, Sort},
    ui::components::{Button, Link, LiveText, Page, Radio, RefusalLine, app, hands_off, href, redrawn, stand_words},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::{Kind, PieceGroup};

/// So many more each time earlier ones are asked for.
const MORE: usize = 240;
/// The most months that the strip shows.
const BARS: usize = 12;

/// Everything by month, and a search through every word of the person's own.
#[component]
pub fn Journal(
    /// Offers everything stored as a file.
    on_raw: Callback<()>,
) -> impl IntoView {
    let app = app();
    let Lists { query, most, .. } = app.lists;
    let refused = RwSignal::new(None);
    let all = Memo::new(move |_| Query::default().run(app));
    let asked = move || query.with(|query| *query != Query::default());
    let found = Memo::new(move |_| if asked() { query.get().run(app) } else { all.get() });
    let earlier = Memo::new(move |_| found.with(Found::count) > most.get());
    // The questions that were answered come with the forms.
    let forms = Memo::new(move |_| app.content.group(PieceGroup::Activities(Kind::Form)));
    // A button of its own, so that it keeps the focus while the list above it grows; after the last of them
    // the end of the list has it.
    let show_more = move |()| {
        most.update(|most| *most += MORE);
        if !untrack(|| earlier.get()) {
            app.focus_on(".month:last-of-type li:last-child a");
        }
    };
    let more = move || view! { <Button class="button plain" label=word::journal::earlier() on_press=show_more/> };
    let empty = Memo::new(move |_| all.with(Found::count) == 0);
    let not_found =
        move || if !empty.get() && found.with(Found::count) == 0 { word::journal::nothing_found() } else { "" };
    let to_write = || view! { <Link class="button" to=Route::Write label=word::journal::write()/> };
    let looked_for = move || match empty.get() {
        true => nothing_yet().into_any(),
        false => search(app, query, most).into_any(),
    };
    view! {
        <Page title=word::journal::title() foot=to_write>
            {redrawn(move || all.with(|all| strip(app, all)))}
            {redrawn(looked_for)}
            <p class="soft" role="status">
                <LiveText text=not_found/>
            </p>
            {redrawn(move || {
                forms.track();
                found.with(|found| months(app, found, most.get()))
            })}
            {redrawn(move || earlier.get().then(more))}
            {redrawn(move || strays(app, refused))}
            <RefusalLine refused=refused/>
            {redrawn(move || (!app.journal.unreadable().is_empty()).then(|| unreadable(on_raw)))}
        </Page>
    }
}

fn nothing_yet() -> impl IntoView {
    view! {
        <div class="empty">
            <p class="empty-lead">{word::journal::empty()}</p>
            <p class="soft">{word::journal::empty_text()}</p>
        </div>
    }
}

/// What stands in the store without a lock is no part of a locked journal unless it is taken in.
fn strays(app: App, refused: RwSignal<Option<KeepError>>) -> Option<impl IntoView> {
    let strays = app.journal.strays();
    let stray = |(key, words): (String, String)| {
        let adopt = move |()| {
            refused.set(app.adopt(&key).err());
            app.focus_heading();
        };
        view! {
            <p class="quote" translate="no">{words}</p>
            <Button class="quiet" label=word::lock::plain_adopt() on_press=adopt/>
        }
    };
    (!strays.is_empty()).then(|| {
        view! {
            <section class="group note">
                <h2>{word::lock::plain_title()}</h2>
                <p>{word::lock::plain_text()}</p>
                {strays.into_iter().map(stray).collect_view()}
            </section>
        }
    })
}

/// What could not be read is kept, and can be saved as it is.
fn unreadable(on_raw: Callback<()>) -> impl IntoView {
    view! {
        <section class="group note">
            <h2>{word::journal::unreadable_title()}</h2>
            <p>{word::journal::unreadable()}</p>
            <Button class="quiet" label=word::journal::unreadable_save() on_press=on_raw/>
        </section>
    }
}

fn search(app: App, query: RwSignal<Query>, most: RwSignal<usize>) -> impl IntoView {
    let ask = move |change: &dyn Fn(&mut Query)| {
        most.set(AT_FIRST);
        query.update(|query| change(query));
    };
    let ask_words = move |event| {
        let words = event_target_value(&event);
        ask(&|query| query.words.clone_from(&words));
    };
    let ask_coin = move |event| {
        let id = event_target_value(&event);
        ask(&|query| query.coin = Some(id.clone()).filter(|id| !id.is_empty()));
    };
    let words = query.with_untracked(|query| query.words.clone());
    let now = query.with_untracked(|query| query.coin.clone()).unwrap_or_default();
    let option = |id: String, name: String| {
        let selected = id == now;
        view! { <option value=id selected=selected>{name}</option> }
    };
    let chip = |(sort, label): (Option<Sort>, &'static str)| {
        let on = move || query.with(|query| query.sort == sort);
        let choose = move |()| ask(&|query| query.sort = sort);
        view! { <Radio class="side" name="sort" label=label on=on on_choose=choose/> }
    };
    let chips = [
        (None, word::journal::all()),
        (Some(Sort::Entries), word::journal::written()),
        (Some(Sort::Placements), word::journal::positions()),
        (Some(Sort::Steps), word::steps::title()),
        (Some(Sort::Answers), word::journal::answers()),
    ];
    let coins = app.content.coins();
    view! {
        <search class="search">
            <label>
                <span class="heard">{word::journal::search()}</span>
                <input
                    class="field"
                    {..hands_off()}
                    type="search"
                    placeholder=word::journal::search()
                    value=words
                    on:input=ask_words
                />
            </label>
            <label>
                <span class="heard">{word::journal::filter()}</span>
                <select class="field" autocomplete="off" on:change=ask_coin>
                    {option(String::new(), word::journal::all_coins().to_owned())}
                    {coins.into_iter().map(|coin| option(coin.id, coin.name)).collect_view()}
                </select>
            </label>
            <fieldset class="sides" aria-label=word::journal::show()>
                {chips.map(chip).into_iter().collect_view()}
            </fieldset>
        </search>
    }
}

/// A bar for each month there is something of: how much, beside the most, and no goal.
fn strip(app: App, all: &Found) -> Option<impl IntoView + use<>> {
    let months: Vec<&Month> = all.months.iter().take(BARS).collect();
    let [last, .., first] = months[..] else { return None };
    let most = months.iter().map(|month| month.records.len()).max()?;
    let bars: String = months
        .iter()
        .rev()
        .zip((1..).step_by(10))
        .map(|(month, at)| {
            let high = (month.records.len() * 40).div_ceil(most);
            format!("M{at} 40v-{high}h8v{high}")
        })
        .collect();
    let [first, last] = [first, last].map(|month| app.month(month.stamp));
    let told = word::journal::from_to(&first, &last);
    let wide = months.len() * 10;
    Some(view! {
        <div class="strip">
            <svg viewBox=format!("0 0 {wide} 40") width=wide * 4 preserveAspectRatio="none" aria-hidden="true">
                <path d=bars></path>
            </svg>
            <p>{told}</p>
        </div>
    })
}

fn months(app: App, found: &Found, most: usize) -> impl IntoView + use<> {
    let mut left = most;
    let mut months = Vec::new();
    for month in &found.months {
        let some = left.min(month.records.len());
        left -= some;
        months.extend((some > 0).then(|| month_view(app, month, some, &found.words)));
    }
    months
}

fn month_view(app: App, month: &Month, most: usize, words: &[String]) -> impl IntoView + use<> {
    let lines = month.records.iter().take(most).filter_map(|id| app.journal_line(*id, words));
    view! {
        <section class="month">
            <h2 class="group-name">{app.month(month.stamp)}</h2>
            <ul class="rows">{lines.map(|line| row(app, line)).collect_view()}</ul>
        </section>
    }
}

/// A record: its day stands first, and is said last.
fn row(app: App, line: JournalLine) -> impl IntoView {
    let tag = tag(&line);
    let [day, weekday] = app.weekday(line.made);
    let title = match line.title.is_empty() {
        true => word::journal::untitled().into_any(),
        false => marked(line.title),
    };
    view! {
        <li class="row">
            <a class="dated" href=href(line.to)>
                <span class="row-words">
                    <span class="row-title" translate=line.own.then_some("no")>{title}</span>
                    <span class="row-text" translate="no">{marked(line.excerpt)}</span>
                    <span class="row-note">{tag}</span>
                </span>
                <span class="row-day">
                    <b>{day}</b>
                    {weekday}
                </span>
            </a>
        </li>
    }
}

/// What kind of record it is, what it is about, and how it stands.
fn tag(line: &JournalLine) -> String {
    let kind = match line.sort {
        Sort::Entries => "",
        Sort::Placements => word::journal::position(),
        Sort::Steps => word::steps::one(),
        Sort::Answers => word::journal::answers(),
    };
    let state = match (line.in_conflict, line.unfinished) {
        (true, _) => word::journal::two_versions(),
        (false, true) => word::journal::unfinished(),
        (false, false) => "",
    };
    let stand = line.stand.map_or("", stand_words);
    let about = line.about.iter().map(String::as_str);
    let parts = [kind, stand].into_iter().chain(about).chain([state]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn marked(pieces: Marked) -> AnyView {
    let piece = |(text, hit): (String, bool)| match hit {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    pieces.into_iter().map(piece).collect_view().into_any()
}
