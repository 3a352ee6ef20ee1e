//! One unusual word in everything that a person can write, and every screen that shows it: a translator of pages, which
//! sends away what it translates, is told to leave it alone wherever it stands; and no spelling is checked unasked.

use e2e::{Filled, LAST, Looks, Page, Site, each_engine, places};
use obverse_core::reflection::{
    Answer, Body, Commitment, Entry, Given, How, Level, Look, Part, Placement, Run, Setting, Side, Stamp, Stand,
};

const WORD: &str = "quillfern";
/// The first of July 2026.
const THEN: Stamp = Stamp { ms: 1_782_900_000_000, offset: 0 };

fn run(activity: &str, at: &str, items: &[(&str, Answer)]) -> Body {
    let given = |(item, answer): &(&str, Answer)| Given {
        item: (*item).into(),
        revision: 1,
        answer: answer.clone(),
        new_to_me: false,
        note: WORD.into(),
    };
    let given = items.iter().map(given).collect();
    Body::Run(Run { activity: activity.into(), revision: 1, begun: THEN, given, at: at.into(), grew: vec![] })
}

fn placed(stand: Stand) -> Body {
    let setting = |side| Setting { place: WORD.into(), side };
    let settings = [Some(Side::Top), Some(Side::Bottom), None].map(setting).into();
    Body::Placement(Placement { coin: "ableism".into(), revision: 1, stand: Some(stand), settings, note: WORD.into() })
}

fn entry(form: &str, item: &str, title: &str, at: &str, grew_from: &str) -> Body {
    let part = Part { item: item.into(), revision: 1, text: format!("{WORD} in the evening"), ..Part::default() };
    Body::Entry(Entry {
        form: form.into(),
        revision: 1,
        title: title.into(),
        parts: vec![part],
        at: at.into(),
        grew_from: grew_from.into(),
        coins: vec!["ableism".into()],
    })
}

fn step(grew_from: &str) -> Body {
    let text = || WORD.to_owned();
    Body::Commitment(Commitment {
        what: text(),
        level: Some(Level::Institutional),
        coin: "ableism".into(),
        grew_from: grew_from.into(),
        asked_by: text(),
        first: text(),
        power: text(),
        risk: text(),
        sign: text(),
        look_again: Some(THEN.date()),
        looks: vec![Look { at: THEN, how: Some(How::StillGoing), words: text() }],
    })
}

/// A journal with the word in every text there is, and in two versions of what can have two.
fn journal() -> Filled {
    const FORM: &str = "what-so-what-now-what";
    let chosen = || Answer::One("usually".into());
    Filled::of(vec![
        ("", run("being-recognised", "", &[("role-guessed", chosen()), ("one-slip", Answer::RatherNotSay)])),
        ("", run("being-heard", "second-voice", &[("second-voice", chosen())])),
        ("", run("before", "", &[("barriers", Answer::None), ("allyship-to-you", Answer::None)])),
        ("", run("after", "", &[("barriers", Answer::None)])),
        ("", placed(Stand::Changes)),
        ("grown", entry(FORM, "what", "", "", LAST)),
        ("", placed(Stand::Bottom)),
        ("", entry("my-line", "line", "", "", "")),
        ("", entry("my-support", "who", "", "", "")),
        ("unfinished", entry(FORM, "what", "", "what", "")),
        ("entry", entry(FORM, "what", &format!("{WORD} twice"), "", "")),
        ("grown-step", step(LAST)),
        ("grown-entry", entry(FORM, "what", "", "", LAST)),
        ("step", step("")),
        ("two-entry", entry(FORM, "what", WORD, "", "")),
        ("two-step", step("")),
    ])
}

/// Where the word must be seen, or the journal above has lost it.
const SHOW: [&str; 28] = [
    "today",
    "closing",
    "runner",
    "coin",
    "journal",
    "taken-up",
    "lines",
    "support",
    "compare",
    "hand-in",
    "steps",
    "grown",
    "unfinished",
    "entry",
    "edit",
    "record",
    "grown-step",
    "grown-entry",
    "step",
    "step-edit",
    "two-entry",
    "two-step",
    "search",
    "look-again",
    "export",
    "printed",
    "record-entry",
    "nudge",
];

/// Everything that is wrong with the screen that is shown.
fn look(page: &Page, name: &str, seen: &mut Vec<String>) -> Vec<String> {
    let found = page.own_words(WORD);
    if found.seen > 0 {
        seen.push(name.to_owned());
    }
    let translated = found.translated.into_iter().map(|line| format!("translated: {line}"));
    let checked = found.checked.into_iter().map(|line| format!("its spelling is checked: {line}"));
    translated.chain(checked).map(|line| format!("[{}] {name}: {line}", page.engine())).collect()
}

#[test]
fn ones_own_words_are_left_to_no_translator_and_no_spell_checker() {
    let journal = journal();
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.wait_whole();
        journal.put(&page);
        page.reload();
        let (mut seen, mut wrong) = (Vec::new(), Vec::new());
        let at = |name: &str| journal.places().into_iter().find(|(one, _)| *one == name).expect("it has a name").1;
        let unfinished = at("unfinished").trim_start_matches("#/journal").to_owned();
        let own = [
            ("taken-up", page.piece("write", "what-so-what-now-what") + &unfinished),
            ("closing", page.piece("reflect", "being-recognised")),
            ("support", page.piece("cards", "finding-someone")),
        ];
        for (name, route) in places(&page).into_iter().chain(journal.places()).chain(own) {
            page.go_to(&route);
            wrong.extend(look(&page, name, &mut seen));
        }
        let mut then = |name: &str| wrong.extend(look(&page, name, &mut seen));

        page.go_to("#/journal");
        page.fill("Search", WORD);
        page.wait_until("the hits to be marked", "document.querySelector('main mark')");
        then("search");
        page.go_to(&at("step"));
        page.click("Look at it again");
        page.wait_h1("A step you chose. Still right?");
        then("look-again");
        page.go_to("#/export");
        page.click("Preview");
        page.wait_text(WORD);
        then("export");
        page.go_to("#/print");
        page.run("document.querySelectorAll('main .choices input').forEach((one) => one.click())");
        page.wait_until("the pages", "document.querySelector('main .sheet')");
        then("printed");
        page.go_to(&at("record"));
        page.click("The entry as it is");
        page.wait_until("the page", "document.querySelector('main .sheet')");
        then("record-entry");
        page.go_to(&at("edit"));
        page.fill("Title, if you like", &format!("Dr {WORD} at bed 4 had to wait."));
        page.wait_text("could point to");
        then("nudge");

        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let lost: Vec<&str> = SHOW.into_iter().filter(|name| !seen.iter().any(|one| one == name)).collect();
        assert!(lost.is_empty(), "[{engine}] the word is not seen at {lost:?}, only at {seen:?}");
        page.assert_quiet(&site, &[WORD]);
        page.assert_no_errors();
    });
}

#[test]
fn spelling_is_checked_once_it_is_asked_for_and_a_passphrase_never() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        page.go_to("#/settings");
        page.wait_text("Some browsers send what you type over the internet to check it.");
        page.click("Check spelling as I type");
        page.reload();
        page.go_to("#/steps/new");
        assert!(!page.own_words(WORD).checked.is_empty(), "{engine}: it was asked for");
        page.go_to("#/lock");
        let checked = page.own_words(WORD).checked;
        assert!(checked.is_empty(), "{engine}: a passphrase is checked: {checked:?}");
        page.go_to("#/settings");
        page.click("Check spelling as I type");
        page.go_to("#/steps/new");
        let checked = page.own_words(WORD).checked;
        assert!(checked.is_empty(), "{engine}: it is no longer wanted: {checked:?}");
        page.assert_no_errors();
    });
}
