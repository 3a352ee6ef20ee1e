//! An answer whose question has changed since: it is shown in the words it was given to, and is no answer to the present ones.

use e2e::{Filled, Looks, Page, Site, first_engine};
use obverse_core::reflection::{Answer, Body, Given, Run, Stamp};

const WAS: &str = "New people at work guess my job right before I say it.";
const NOW: &str = "New people at work assume that I am trained for the job I do.";
const CHANGED: &str = "This question has changed since you answered it.";

/// Answers to the first words of a question and to one that is asked no more, in a run that stopped at the first of them.
fn journal() -> Filled {
    let given = |item: &str| Given {
        item: item.into(),
        revision: 1,
        answer: Answer::One("usually".into()),
        new_to_me: false,
        note: format!("a note on {item}"),
    };
    let run = Run {
        activity: "being-recognised".into(),
        revision: 1,
        begun: Stamp { ms: 1_790_000_000_000, offset: 0 },
        given: vec![given("role-guessed"), given("role-repeated")],
        at: "role-guessed".into(),
        grew: Vec::new(),
    };
    Filled::of(vec![("", Body::Run(run))])
}

#[test]
fn an_answer_stays_with_its_question_when_that_is_asked_in_other_words() {
    first_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::narrow().still());
        journal().put(&page);
        page.reload();
        page.open(&page.piece("reflect", "being-recognised"));
        page.wait_h1(NOW);
        page.wait_text(&format!("{CHANGED} The question was: “{WAS}” You said: Usually"));
        let chosen = "return document.querySelectorAll('main input:checked').length";
        assert_eq!(page.run(chosen), 0, "{engine}: it is no answer to the present words");
        page.assert_open_to_everybody("reworded");
        for _ in 0..4 {
            page.click("Skip");
        }
        page.arrive("What you said");
        page.wait_text(WAS);
        page.wait_text("a note on role-guessed");
        page.wait_text("Questions we no longer ask");
        page.wait_text("I have to say what my job is more than once before people believe it.");
        assert!(!page.shows(NOW), "{engine}: the present words stand beside an answer to others");
        page.assert_open_to_everybody("reworded-closing");

        // The copy for other programs says the same.
        page.open("#/export");
        page.click("Text with headings (Markdown)");
        page.click("Preview");
        page.wait_text("What the file will say");
        let copy = page.run("return document.querySelector('pre').textContent").to_string();
        assert!(
            copy.contains(WAS) && copy.contains("a note on role-repeated") && !copy.contains(NOW),
            "{engine}: {copy}"
        );
        page.assert_no_errors();
    });
}
