//! Reading what authors write: a sound locale has no problems, and each rule tells of its breach where it is.
#![cfg(feature = "authoring")]

#[path = "authoring/english.rs"]
mod english;
#[path = "authoring/rules.rs"]
mod rules;
#[path = "authoring/sound.rs"]
mod sound;
#[path = "authoring/structure.rs"]
mod structure;

use obverse_core::activity::authoring::{CATEGORIES, Form, Locale, fingerprint, flatten_words};
use obverse_core::activity::{About, Activity, CardGroup, Goto, Kind, Needs, PieceGroup, Pieces, Shell, Step};
use proptest::prelude::*;
use sound::{files, read};

#[test]
fn each_piece_stands_in_one_file_and_all_files_make_the_whole() {
    let (Locale { mut pieces, .. }, _) = read(files());
    let mut together = Pieces::default();
    for group in PieceGroup::ALL {
        let text = serde_json::to_string(&group.among(&pieces)).expect("plain data");
        together.take_in(Pieces::decode(&text).expect("the app reads each file"));
    }
    let by_id = |one: &Activity| one.id.clone();
    pieces.activities.sort_by_key(by_id);
    together.activities.sort_by_key(by_id);
    assert_eq!(together, pieces);
    let some = [pieces.cards.len(), pieces.coins.len(), pieces.past.len()];
    assert!(pieces.guide.is_some() && !some.contains(&0), "there is some of each");
}

#[test]
fn a_sound_locale_is_read_whole_without_problems() {
    let (locale, problems) = read(files());
    assert_eq!(problems, [], "{problems:#?}");

    let Locale { shell, pieces, .. } = locale;
    assert_eq!(
        shell.activities.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["heard", "handover", "today", "before", "after", "later"]
    );
    let prompts = &shell.activities[2].prompts;
    assert_eq!((prompts.len(), prompts[0].as_str()), (31, "What stayed with you?"));
    assert_eq!(prompts[30], "Who was in the room, and who was heard?", "a card's question is one of the day's");
    assert_eq!(shell.coins.len(), 1);

    let card = pieces.card("interpreter").expect("listed");
    assert_eq!((card.group, card.parts.len(), card.parts[0].points.len()), (CardGroup::Practice, 1, 2));
    let asked = pieces.activity("today").and_then(|form| form.item("interpreter")).expect("it asks");
    assert_eq!(asked.step, Step::Write { hint: "Roles will do.".into(), line: false });

    let stages: Vec<_> = shell.path.iter().map(|stage| (stage.needs, stage.count, stage.first.len())).collect();
    assert_eq!(stages, [(Needs::Inventories, 1, 1), (Needs::Placement, 1, 1), (Needs::Commitment, 1, 0)]);
    let guide = pieces.guide.as_ref().expect("there is one");
    assert_eq!((guide.parts.len(), guide.sheets.len(), guide.sheets[0].scenario.as_str()), (1, 1, "handover"));

    let heard = pieces.activity("heard").expect("listed");
    assert_eq!((heard.kind, heard.items.len()), (Kind::Inventory, 6));
    assert_eq!((&*heard.items[0].eases, &*heard.items[0].costs), (&["usually".into()][..], &["rarely".into()][..]));
    assert_eq!((heard.items[0].about, heard.items[5].about), (None, Some(About::Place)));
    let Step::One { options, tick } = &heard.items[0].step else { panic!("an inventory asks for one answer") };
    assert_eq!((options.len(), tick.as_deref()), (4, Some("New to me")));

    let handover = pieces.activity("handover").expect("listed");
    assert_eq!(handover.items[1].then, Some(Goto::End));
    assert!(matches!(&handover.items[4].step, Step::Write { line: true, .. }), "a line of one's own");
    let earlier = pieces.past_item("heard", "worried", 1).expect("kept");
    assert_eq!(earlier.ask, "They act on my worry.");
    assert!(earlier.eases.is_empty() && earlier.costs.is_empty(), "what answers mean is said of the present words");
    assert_eq!(pieces.past_item("heard", "gone", 1).expect("kept").ask, "Nobody asks this now.");
    assert_eq!(pieces.past_item("heard", "worried", 2), None, "the words in use are with the pieces");
}

#[test]
fn a_later_check_asks_in_the_words_of_the_one_before() {
    let (Locale { pieces, .. }, _) = read(files());
    let item = |check: &str, item: &str| pieces.activity(check).and_then(|one| one.item(item)).expect("in use").clone();
    let sure = item("before", "sure");
    assert_eq!(item("after", "sure"), sure);
    assert_eq!(item("later", "sure"), sure);
    assert_eq!(item("later", "helped"), item("after", "helped"));
    assert_eq!(pieces.past_item("after", "sure", 1).expect("kept").ask, "How sure are you?");
    assert_eq!(pieces.past_item("later", "month", 1).expect("kept").ask, "Did it come up this month?");

    let then = item("after", "then-sure");
    assert_eq!((then.looks_back.as_deref(), &then.step), (Some("sure"), &sure.step));
    assert_eq!(then.ask, "Looking back, how sure were you then?");

    let month = item("after", "month");
    assert_eq!(month.then, Some(Goto::Item("then-sure".into())), "its way is its own");
    let Step::One { options, .. } = &month.step else { panic!("as before") };
    assert!(options.iter().all(|option| option.then.is_none()), "those ways are of the other check");
}

#[test]
fn what_is_written_can_be_read_again() {
    let (locale, _) = read(files());
    let shell = serde_json::to_string(&locale.shell).expect("plain data");
    let pieces = serde_json::to_string(&locale.pieces).expect("plain data");
    assert_eq!(serde_json::from_str::<Shell>(&shell).expect("our own"), locale.shell);
    assert_eq!(serde_json::from_str::<Pieces>(&pieces).expect("our own"), locale.pieces);
}

#[test]
fn every_problem_is_told_at_once() {
    let text = "id = 3\nrevision = 0\ntitle = \"A 'b'\"\ntopics = \"\"\n\n[[item]]\nid = \"A b\"\ndo = \"sing\"\n";
    let (_, problems) = read(sound::with("form/today.toml", text));
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    for expected in [
        "form/today.toml:1: `id` is another number",
        "form/today.toml:1: `topic` is missing",
        "form/today.toml:2: `revision`",
        "form/today.toml:3: `title` has a straight '",
        "form/today.toml:4: `topics` is not known",
        "form/today.toml:6: `ask` is missing",
        "form/today.toml:7: `id`: “A b” is no id",
        "form/today.toml:8: `do` is “sing”",
    ] {
        assert!(told.iter().any(|one| one.starts_with(expected)), "{expected}\nin {told:#?}");
    }
}

#[test]
fn words_come_in_the_order_of_their_names_and_plurals_have_six_places() {
    let text = "[b]\nz = \"Z {of} {at}\"\n\n[b.days]\none = \"{n} day of {who}\"\nother = \"{n} days of {who}\"\n\n[a]\nx = \"X\"";
    let (words, problems) = flatten_words(text, "ui.toml");
    assert_eq!(problems, []);
    assert_eq!(words.iter().map(|word| word.name.as_str()).collect::<Vec<_>>(), ["a.x", "b.days", "b.z"]);
    assert_eq!(words[2].places, ["of", "at"]);
    assert_eq!(words[1].places, ["who"]);
    let Form::Plural(forms) = &words[1].form else { panic!("only categories make a plural") };
    assert_eq!(forms[CATEGORIES.iter().position(|one| *one == "other").expect("a category")], "{n} days of {who}");
    assert_eq!(words.iter().map(|word| word.texts().len()).sum::<usize>(), 8);

    let (other_words, _) = flatten_words(&text.replace("\"X\"", "\"Y\""), "ui.toml");
    let (other_names, _) = flatten_words(&text.replace("x = ", "y = "), "ui.toml");
    assert_eq!(fingerprint(&words, &[]), fingerprint(&other_words, &[]), "other words, the same program");
    assert_ne!(fingerprint(&words, &[]), fingerprint(&other_names, &[]));
    assert_ne!(fingerprint(&words, &[]), fingerprint(&words, &other_names), "the later words count as well");
}

/// Text that looks enough like TOML to get past the first line.
fn like_toml() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<String>(),
        "[a-z]{1,8} = (\"[^\n]{0,12}\"|[0-9]{1,12}|true|\\[[\", a-z]{0,9}\\]|\\{[a-z =\"]{0,9}\\})\n",
        "\\[{1,2}(item|source|example|part|sheet|stage|item.option|item.was|[a-z]{1,3})\\]{1,2}\n",
        "(id|revision|title|topic|ask|do|then|answers|theme|eases|costs|about|coins|retired|minutes|allow|as|looks_back) = ",
        "(\"(one|many|read|scale|place|write|end|often|rank|before|\\{n\\}|\\{|a)\"|[0-9]+|-1|true|\\[\"a\", \"a\"\\])\n",
    ];
    proptest::collection::vec(part, 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_reader_panic(text in like_toml(), place in 0..files().len(), bytes: Vec<u8>) {
        for text in [text, String::from_utf8_lossy(&bytes).into_owned()] {
            let mut all = files();
            all[place].1 = text;
            let lines = all[place].1.lines().count() + 1;
            let name = all[place].0.clone();
            let (_, problems) = read(all);
            for one in problems.iter().filter(|one| one.file == name) {
                prop_assert!((1..=lines).contains(&one.line), "{one} in {lines} lines");
            }
        }
    }
}
