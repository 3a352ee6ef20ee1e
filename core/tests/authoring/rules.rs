//! One breach of each rule, and the line it is told at.

use super::sound::{files, read, with};
use obverse_core::activity::authoring::Locale;

/// A change to a sound file and what must be told of it: at the line where `at` stands afterwards
/// (the first such line; an empty `at` is line 1).
struct Breach {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    told: &'static str,
}

const fn breach(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    at: &'static str,
    told: &'static str,
) -> Breach {
    Breach { file, from, to, at, told }
}

const UI: &str = "ui.toml";
const UI_LATER: &str = "ui-later.toml";
const ANSWERS: &str = "answers.toml";
const ORDER: &str = "order.toml";
const INV: &str = "inventory/heard.toml";
const SCE: &str = "scenario/handover.toml";
const FORM: &str = "form/today.toml";
const WORDING: &str = "wording.toml";
const BEFORE: &str = "check/before.toml";
const AFTER: &str = "check/after.toml";
const LATER: &str = "check/later.toml";
const GUIDE: &str = "facilitator.toml";
const PATH: &str = "path.toml";
const CARD: &str = "card/interpreter.toml";
const COIN: &str = "coin/racism.toml";

/// Words that are hard to read, so many that a small piece is.
const HARD: &str = "Institutional accountability necessitates comprehensive organisational transformation. Institutional accountability necessitates comprehensive organisational transformation. Institutional accountability necessitates comprehensive organisational transformation.";

#[rustfmt::skip]
const BREACHES: &[Breach] = &[
    // The words of the interface.
    breach(UI_LATER, "[backup]\n", "[today]\n", "title", "`today.title` stands in ui.toml as well"),
    // Cards offered.
    breach(INV, "ask = \"Two.\"", "ask = \"Two.\"\ncard = \"lost\"", "card", "there is no card “lost”"),
    // What an item tells in a record.
    breach(INV, "ask = \"Two.\"", "ask = \"Two.\"\ntells = \"learning\"", "tells", "`tells` is for what is written in a form"),
    breach(INV, "ask = \"Two.\"", "ask = \"Two.\"\nleave_first = true", "leave_first", "`leave_first` is for what is read in a form"),
    breach(FORM, "do = \"write\"", "do = \"write\"\ntells = \"lessons\"", "tells", "must be one of: happened, learning, change, impact"),
    // What an activity is good for.
    breach(INV, "minutes = 3", "minutes = 3\ngood_for = [\"lunch\"]", "good_for", "knows only: short, round, hard-day, course"),
    breach(INV, "minutes = 3", "minutes = 5\ngood_for = [\"short\"]", "good_for", "“short” takes at most 4 minutes, and this takes 5"),
    // Shape.
    breach(INV, "minutes = 3", "minutes = ", "minutes", "this is not TOML"),
    breach(INV, "title = \"Being heard\"", "title = \"Being heard", "title", "this is not TOML"),
    breach(INV, "minutes = 3", "minutes = 3\nminutes = 4", "minutes = 4", "this is not TOML: duplicate key"),
    breach(INV, "minutes = 3", "minutes = 3\nmoney = 4", "money", "`money` is not known"),
    breach(INV, "revision = 2\n", "revision = 2\nturn = 4\n", "turn", "`turn` is not known"),
    breach(INV, "topic = \"Speaking up at work\"", "", "", "`topic` is missing"),
    breach(INV, "ask = \"Two.\"\n", "", "[[item]]\nid = \"second\"", "`ask` is missing"),
    breach(INV, "\"Two.\"", "\" \"", "\" \"", "`ask` is empty"),
    breach(INV, "closing = [\"That is all.\"]", "closing = [\"\"]", "closing", "`closing` is empty"),
    breach(COIN, "norm = [\"What seems normal.\"]", "norm = []", "norm", "empty list"),
    breach(INV, "minutes = 3", "minutes = \"3\"", "minutes", "must be a whole number"),
    breach(INV, "closing = [\"That is all.\"]", "closing = \"That is all.\"", "closing", "must be a list of texts"),
    breach(FORM, "daily = true", "daily = \"yes\"", "daily", "must be true or false"),
    breach(INV, "revision = 2", "revision = 0", "revision = 0", "whole number from 1"),
    breach(COIN, "revision = 1", "revision = -1", "revision", "whole number from 1"),
    breach(COIN, "\"nixon\"", "\"nobody\"", "nobody", "must be one of: nixon, obverse"),
    breach(COIN, "origin = \"nixon\"", "", "", "`origin` is missing"),
    breach(COIN, "emblem = \"M-18 13h9v-8h9M-18 18h36\"", "", "", "`emblem` is missing"),
    breach(COIN, "M-18 18h36", "M-18 18h41", "emblem", "`emblem` comes to 23: stay between -22 and 22"),
    // Ids and where they lead.
    breach(INV, "id = \"second\"", "id = \"third\"", "[[item]]\nid = \"third\"\nrevision = 1\nask = \"Three", "item above has the id"),
    breach(ANSWERS, "id = \"rarely\"", "id = \"usually\"", "id = \"usually\"\nlabel = \"Rarely\"", "option above has the id"),
    breach(SCE, "id = \"not-safe\"", "id = \"say-it\"", "id = \"say-it\"\nlabel = \"Not safe", "option above has the id"),
    breach(INV, "id = \"heard\"", "id = \"herd\"", "id = \"herd\"", "the file is named heard.toml"),
    breach(INV, "id = \"second\"", "id = \"Second one\"", "Second one", "is no id"),
    breach(INV, "id = \"second\"", "id = \"end\"", "id = \"end\"", "stands for the closing page"),
    breach(SCE, "then = \"later\"", "then = \"never\"", "never", "no item has that id"),
    breach(SCE, "then = \"after\"", "then = \"nowhere\"", "nowhere", "no item has that id"),
    breach(SCE, "then = \"later\"\n", "", "[[item]]\nid = \"later\"", "no path reaches “later”"),
    breach(SCE, "do = \"read\"\n", "do = \"read\"\nretired = true\n", "then = \"after\"", "which is retired"),
    breach(SCE, "then = \"end\"", "then = \"start\"", "[[item]]\nid = \"start\"", "leads back to itself"),
    breach(SCE, "then = \"later\"", "then = 4", "then = 4", "must be text"),
    // What each kind asks for.
    breach(INV, "[[source]]\nname = \"Nixon SA. The coin model\"\nplace = \"BMC 2019\"", "", "", "a source is missing"),
    breach(COIN, "source = \"Sjoding MW et al.\"", "source = \"Somebody\"", "Somebody", "is not the name of a source"),
    breach(COIN, "[example]\ntext = \"An oximeter missed low oxygen more often.\"\nsource = \"Sjoding MW et al.\"", "", "", "`example` is missing"),
    breach(INV, "theme = \"Being believed\"\n", "", "[[item]]\nid = \"worried\"", "`theme` is missing"),
    // What answers mean.
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "", "[[item]]\nid = \"worried\"", "`eases` and `costs` are missing"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "eases = []\ncosts = []\n", "[[item]]\nid = \"worried\"", "`eases` and `costs` are missing"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "costs = [\"usually\"]\n", "NONE", ""),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "eases = [\"rarely\", \"depends\"]\n", "NONE", ""),
    breach(INV, "eases = [\"usually\"]", "eases = [\"never\"]", "eases", "`eases` names “never”, but the answers here are: usually, depends, rarely, not-come-up"),
    breach(INV, "eases = [\"usually\"]", "eases = [\"usually\", \"usually\"]", "eases", "`eases` names “usually” twice"),
    breach(INV, "costs = [\"rarely\"]", "costs = [\"usually\"]", "costs", "“usually” stands in `eases` and in `costs`"),
    breach(INV, "costs = [\"rarely\"]", "costs = [\"not-come-up\"]", "costs", "`costs` names “not-come-up”, which says nothing either way"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "about = \"place\"\nanswers = \"here\"\neases = [\"yes\"]\ncosts = [\"no\"]\n", "NONE", ""),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "answers = \"here\"\neases = [\"yes\", \"dont-know\"]\n", "eases", "`eases` names “dont-know”, which says nothing either way"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "answers = \"here\"\neases = [\"usually\"]\n", "eases", "`eases` names “usually”, but the answers here are: yes, partly, no, dont-know"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "eases = [\"usually\"]\ncosts = [\"rarely\"]\nabout = \"people\"\n", "about = \"people\"", "must be one of: place"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "speaks = \"count-on\"\n", "speaks", "name the answers that ease and those that cost"),
    breach(INV, "eases = [\"usually\"]\ncosts = [\"rarely\"]\n", "do = \"write\"\neases = [\"usually\"]\ncosts = [\"rarely\"]\n", "eases", "only an item of an inventory that is answered by choosing"),
    breach(SCE, "do = \"many\"", "do = \"many\"\ncosts = [\"rarely\"]", "costs", "only an item of an inventory that is answered by choosing"),
    breach(SCE, "do = \"many\"", "do = \"many\"\nabout = \"place\"", "about", "only an item of an inventory that is answered by choosing"),
    breach(SCE, "answers = \"often\"", "answers = \"seldom\"", "seldom", "has no set “seldom”"),
    breach(SCE, "answers = \"often\"", "", "[[item]]\nid = \"roles\"", "nothing to choose from"),
    breach(SCE, "answers = \"often\"", "[[item.option]]\nid = \"a\"\nlabel = \"A\"", "[[item.option]]\nid = \"a\"", "at least two options"),
    breach(ANSWERS, "[[here.option]]\nid = \"partly\"\nlabel = \"Partly\"\n\n[[here.option]]\nid = \"no\"\nlabel = \"No\"\n\n[[here.option]]\nid = \"dont-know\"\nlabel = \"I don’t know\"", "", "[here]", "at least two options"),
    breach(SCE, "words = [\"Not at all\", \"Quite\"]", "words = [\"Quite\"]", "[[item]]\nid = \"later\"", "at least two `words`"),
    breach(SCE, "unsure = \"I can’t judge\"", "", "[[item]]\nid = \"later\"", "`unsure` is missing"),
    breach(SCE, "hint = ", "coin = ", "coin = \"As", "only an item with do = \"place\" takes it"),
    breach(SCE, "line = true", "line = \"yes\"", "line = ", "must be true or false"),
    breach(SCE, "do = \"read\"\n", "do = \"read\"\nline = true\n", "line = true", "only an item with do = \"write\" takes it"),
    breach(SCE, "do = \"read\"\n", "", "[[item]]\nid = \"after\"", "`do` is missing"),
    breach(SCE, "id = \"not-safe\"", "id = \"safe\"", "", "an option with id = \"not-safe\""),
    breach(INV, "retired = true\n", "retired = true\n[[item]]\nid = \"a\"\nrevision = 1\nask = \"A\"\ntheme = \"A\"\ncosts = [\"usually\"]\nretired = true\n", "NONE", ""),
    breach(INV, "ask = \"Six.\"", "ask = \"Six.\"\nretired = true", "", "5 items in use"),
    breach(INV, "[[item.was]]\nrevision = 1\nask = \"They act on my worry.\"", "", "[[item]]\nid = \"worried\"", "without the words of revision 1"),
    breach(INV, "[[item.was]]\nrevision = 1", "[[item.was]]\nrevision = 2", "[[item.was]]", "must be below"),
    breach(SCE, "reviewed = true", "daily = true", "", "only a form can be `daily`"),
    // A coin.
    breach(COIN, "plain = \"Judging people by race\"", "", "", "`plain` is missing"),
    breach(COIN, "plain = \"Judging people by race\"", "plain = \"\"", "plain", "`plain` is empty"),
    breach(COIN, "from_top = [\"One form.\"]", "", "", "`from_top` is missing"),
    breach(COIN, "from_bottom = [\"Leave it today.\"]", "from_bottom = []", "from_bottom", "`from_bottom` is an empty list"),
    breach(COIN, "together = [\"Ask for a rule.\"]", "together = \"Ask for a rule.\"", "together", "must be a list of texts"),
    breach(COIN, "together = [\"Ask for a rule.\"]", "influence = [\"Ask for a rule.\"]", "influence", "write its lines under from_top, from_bottom and together"),
    breach(COIN, "One form.", HARD, "", "this reads at grade"),
    breach(COIN, "Judging people by race", HARD, "", "this reads at grade"),
    // Across files.
    breach(INV, "\"sexism\"]", "\"sexims\"]", "sexims", "there is no coin “sexims”"),
    breach(INV, "\ncoins = [\"racism\"]\n", "\ncoins = [\"sexism\"]\n", "coins = [\"sexism\"]", "still to be written"),
    breach(SCE, "coin = \"racism\"", "coin = \"sexism\"", "coin = \"sexism\"", "still to be written"),
    breach(INV, "\"sexism\"]", "\"racism\"]", "coins = [\"racism\", ", "twice"),
    breach(ORDER, "\"later\"]", "\"later\", \"gone\"]", "gone", "no file holds the activity “gone”"),
    breach(ORDER, "[\"sexism\"]", "[\"sexism\", \"racism\"]", "to_come", "stands in `coins` too"),
    breach(ORDER, "coins = [\"racism\"]", "coins = [\"racism\", \"gone\"]", "gone", "coin/gone.toml is not there"),
    breach(ORDER, "coins_to_come", "coins_gone", "coins_gone", "`coins_gone` is not known"),
    breach(INV, "\"Two.\"", "\"three\"", "[[item]]\nid = \"third\"", "the same words stand at inventory/heard.toml:"),
    // Cards.
    breach(CARD, "group = \"practice\"", "", "", "`group` is missing"),
    breach(CARD, "\"practice\"", "\"people\"", "people", "must be one of: words, stance, practice"),
    breach(CARD, "text = [\"Ask which language. It is not for you to guess.\"]", "", "", "`text` is missing"),
    breach(CARD, "ask = ", "asks = ", "asks", "`asks` is not known"),
    breach(CARD, "ask = \"Who was in the room, and who was heard?\"", "", "hint", "it stands under a question"),
    breach(CARD, "text = [\"Book early.\"]\npoints = [\"Ask for a longer visit.\", \"Say what it is about.\"]", "", "[[part]]", "this part says nothing"),
    breach(CARD, "number = \"+44 116 123\"", "number = \"116 CALL\"", "number = ", "`number` cannot be called"),
    breach(CARD, "number = \"+44 116 123\"", "number = \"44+116\"", "number = ", "`number` cannot be called"),
    breach(CARD, "number = \"+44 116 123\"", "number = \"12\"", "number = ", "`number` cannot be called"),
    breach(CARD, "number = \"+44 116 123\"", "", "[[call]]", "`number` is missing"),
    breach(CARD, "checked = \"November 2026\"", "", "[[call]]", "`checked` is missing"),
    breach(CARD, "text_only = true", "text_only = true\nfirst = true", "first = true\ntext_word", "cannot be `first`"),
    breach(CARD, "\"SHOUT\"", "\"SHOUT 2\"", "text_word", "`text_word` is one word"),
    breach(CARD, "text_only = true", "", "text_word", "for a number with `text_only = true`"),
    breach(CARD, "text_only = true", "text_only = true\ntexts = true", "text_only = true", "it has `text_only` and `texts`"),
    breach(CARD, "[[source]]\nname = \"Flores G et al.\"\nplace = \"2012\"", "", "", "a source is missing"),
    breach(CARD, "\"sexism\"]", "\"sexims\"]", "sexims", "there is no coin “sexims”"),
    breach(CARD, "Who was in the room, and who was heard?\"\nhint = \"Roles will do.\"", "What stayed with you?\"", "ask = ", "the same words stand at form/today.toml:"),
    breach(ORDER, "cards = [\"interpreter\"]", "cards = [\"interpreter\", \"gone\"]", "gone", "card/gone.toml is not there"),
    breach(FORM, "ask = \"30?\"\n", "ask = \"30?\"\nretired = true\n", "", "30 questions with those of the cards"),
    // The self-check.
    breach(AFTER, "as = \"before\"", "as = \"before\"\nask = \"Sure?\"", "ask = \"Sure?\"", "all else comes from the item"),
    breach(AFTER, "as = \"before\"", "as = \"later\"", "as = \"later\"", "must be one of: before"),
    breach(AFTER, "id = \"sure\"\nas = ", "id = \"surer\"\nas = ", "[[item]]\nid = \"surer\"", "check/before.toml has no item “surer”"),
    breach(BEFORE, "do = \"write\"", "as = \"before\"", "as = ", "`as` is not known"),
    breach(INV, "ask = \"Two.\"", "ask = \"Two.\"\nlooks_back = \"worried\"", "looks_back", "`looks_back` is not known"),
    breach(AFTER, "looks_back = \"sure\"", "looks_back = \"more\"", "looks_back", "no item “more” in use that is answered by choosing"),
    breach(AFTER, "looks_back = \"sure\"", "looks_back = \"sure\"\nwords = [\"a\", \"b\"]", "words", "as at “sure”"),
    breach(AFTER, "then = \"then-sure\"", "then = \"more\"", "then = \"more\"", "no item has that id"),
    breach(LATER, "id = \"helped\"\nas = \"after\"", "id = \"helped\"\nrevision = 1\nask = \"What else?\"\ndo = \"read\"", "[[item]]\nid = \"helped\"", "an earlier check asks “helped”"),
    breach(LATER, "id = \"sure\"\nas = \"before\"", "id = \"own\"\nrevision = 1\nask = \"What would help you?\"\ndo = \"write\"", "[[item]]\nid = \"own\"", "the same words stand at check/before.toml"),
    // The path, and the page for facilitators.
    breach(PATH, "id = \"coin\"", "id = \"look\"", "[[stage]]\nid = \"look\"\ntitle = \"Read", "another stage above has the id"),
    breach(PATH, "needs = \"commitment\"", "", "[[stage]]\nid = \"act\"", "`needs` is missing"),
    breach(PATH, "needs = \"commitment\"", "needs = \"courage\"", "courage", "must be one of: inventories, placement"),
    breach(PATH, "first = [\"heard\"]", "count = 2\nfirst = [\"heard\"]", "[[stage]]", "2 to do, but `first` proposes 1"),
    breach(PATH, "count = 1", "count = 0", "count = 0", "whole number from 1"),
    breach(PATH, "[\"heard\"]", "[\"handover\"]", "handover", "“handover” is not an inventory"),
    breach(PATH, "[\"racism\"]", "[\"sexism\"]", "sexism", "“sexism” is not a coin with its page"),
    breach(PATH, "\"commitment\"", "\"again\"\nfirst = [\"gone\"]", "gone", "“gone” is not an activity or a coin"),
    breach(PATH, "text = \"Take one step.\"", "", "[[stage]]\nid = \"act\"", "`text` is missing"),
    breach(PATH, "title = \"Look\"", "title = \"Look\"\nday = 4", "day", "`day` is not known"),
    breach(GUIDE, "scenario = \"handover\"", "scenario = \"heard\"", "heard", "scenario/heard.toml is not there"),
    breach(GUIDE, "questions = [\"Who could say something?\"]", "", "[[sheet]]", "`questions` is missing"),
    breach(GUIDE, "points = [\"Ten minutes each.\"]", "", "[[part]]", "this part says nothing"),
    breach(GUIDE, "[[source]]\nname = \"Martinez et al.\"", "", "", "a source is missing"),
    // How hard it is to read.
    breach(COIN, "What seems normal.", HARD, "", "this reads at grade"),
    breach(CARD, "Book early.", HARD, "", "this reads at grade"),
    breach(GUIDE, "Ten minutes each.", HARD, "", "this reads at grade"),
    breach(SCE, "They may listen.", HARD, "", "this reads at grade"),
    breach(SCE, "name = \"Martinez et al.\"", concat!("name = \"", "Institutional accountability necessitates organisational transformation", "\""), "NONE", ""),
    breach(INV, "minutes = 3", "minutes = 3\nhard = \"The names of laws\"", "hard", "`hard` is not needed"),
    breach(INV, "minutes = 3", "minutes = 3\nhard = \" \"", "hard", "`hard` is empty"),
    breach(UI, "\"Today\"", "\"Institutional accountability\"", "NONE", ""),
    // Figures, likeness, and the way to “not safe”.
    breach(INV, "That is all.", "It was 12% in one study.", "closing", "a figure or a year stands here"),
    breach(INV, "That is all.", "It was 3 times as often.", "closing", "a figure or a year stands here"),
    breach(INV, "That is all.", "Nixon named it in a paper (Nixon 2019).", "NONE", ""),
    breach(FORM, "A line before", "Since 2011, a line before", "topic", "a figure or a year stands here"),
    breach(COIN, "What seems normal.", "In 2026 it seems normal.", "NONE", ""),
    breach(INV, "\"Two.\"", "\"So when I am worried, people act on it.\"", "[[item]]\nid = \"second\"", "nearly the same words stand at inventory/heard.toml:"),
    breach(SCE, "ask = \"Who was there?\"\n", "ask = \"How sure, quite sure, are you?\"\ntext = [\"Not at all\"]\n", "NONE", ""),
    breach(SCE, "id = \"start\"\nrevision = 1\n", "id = \"told\"\nrevision = 1\nask = \"What happened?\"\ndo = \"write\"\n\n[[item]]\nid = \"start\"\nrevision = 1\n", "", "comes after something to write"),
    // Words.
    breach(FORM, "A line before", "Targeted", "Targeted", "says “targeted”"),
    breach(FORM, "A line before", "A high-risk group", "A high-risk", "says “high risk group”"),
    breach(FORM, "A line before", "The % privilege", "The %", "says “percent privilege”"),
    breach(FORM, "A line before", "A score before", "A score", "says “score”"),
    breach(FORM, "A line before", "Ranking the Less\u{a0}fortunate", "Ranking", "says “ranking”"),
    breach(FORM, "A line before", "the less fortunate", "less", "says “less fortunate”"),
    breach(COIN, "a rank.", "a place.", "allow", "nothing here says it"),
    breach(COIN, "allow = [\"rank\"]", "allow = [\"rank\", \"file\"]", "allow", "“file” needs no allowing"),
    breach(FORM, "A line before", "A \\u0007 line before", "topic", "nobody can see, U+0007"),
    breach(FORM, "A line before", "A line\\nbefore", "topic", "a line break"),
    breach(FORM, "A line before", "Don't", "Don't", "a straight '"),
    breach(FORM, "A line before", "A \\\"line\\\" before", "topic", "a straight \""),
    breach(FORM, "A line before", "A  line before", "topic", "two spaces"),
    breach(FORM, "A line before", "A line... before", "topic", "three full stops"),
    breach(FORM, "A line before", "Pneumonoultramicroscopicsilicovolcanoconiosis", "topic", "over 30 letters"),
    // Words that the language refuses, or wants seldom.
    breach(FORM, "A line before", "For whom, before", "topic", "`topic` says “whom”: Say “who” (or, where it is truly needed, put allow = [\"whom\"]"),
    breach(SCE, "They may listen.", "Whomever they ask.", "Whomever", "`effects` says “whomever”"),
    breach(COIN, "One form.", "With whom?", "from_top", "`from_top` says “whom”"),
    breach(CARD, "Book early.", "Know whom to book.", "text = [\"Know", "`text` says “whom”"),
    breach(GUIDE, "Ten minutes each.", "Ask whom it costs.", "points", "`points` says “whom”"),
    breach(PATH, "Take one step.", "Ask whom it costs.", "text = \"Ask", "`text` says “whom”"),
    breach(ANSWERS, "Usually", "Whom?", "label", "`label` says “whom”"),
    breach(FORM, "A line before", "To whom it goes, before", "NONE", ""),
    breach(COIN, "allow = [\"rank\"]", "allow = [\"rank\", \"whom\"]", "allow", "`allow` names “whom”, but nothing here says it"),
    breach(FORM, "id = \"today\"\nrevision = 1\ntitle = \"Not today\"", "allow = [\"whom\"]\nid = \"today\"\nrevision = 1\ntitle = \"For whom?\"", "NONE", ""),
    breach(INV, "They act on my worry.", "Whom do they ask?", "NONE", ""),
    breach(INV, "Nobody asks this now.", "Whom do they ask?", "NONE", ""),
    breach(SCE, "name = \"Martinez et al.\"", "name = \"Care for whom?\"", "NONE", ""),
    breach(UI, "\"Today\"", "\"For whom\"", "NONE", ""),
    breach(CARD, "Book early.", "It may. They may. We may.", "NONE", ""),
    breach(CARD, "Book early.", "It may. They may. We may. You may.", "", "“may” stands 4 times in "),
    breach(CARD, "id = \"interpreter\"", "allow = [\"may\"]\nid = \"interpreter\"", "allow", "`allow` names “may”, but nothing here says it"),
    breach(WORDING, "instead = \"Say “who”\"", "", "[[refused]]", "`instead` is missing"),
    breach(WORDING, "most = 8", "most = 0", "most", "whole number from 1"),
    breach(WORDING, "but = ", "except = ", "except", "`except` is not known"),
    // The interface.
    breach(UI, "\"Today\"", "\"Today's\"", "Today's", "a straight '"),
    breach(UI, "\"Today\"", "5", "title = 5", "must be text"),
    breach(UI, "title = ", "type = ", "type", "a word of Rust"),
    breach(UI, "title = ", "Title-one = ", "Title", "cannot be a name"),
    breach(UI, "{title}", "{title", "greeting", "a brace without its partner"),
    breach(UI, "{title}", "title}", "greeting", "a brace without its partner"),
    breach(UI, "{title}", "{the title}", "greeting", "cannot name a place"),
    breach(UI, "other = \"{n} days\"", "", "[today.days]", "has no `other`"),
    breach(UI, "\"Today\"", "\"\"", "title", "is empty"),
];

#[test]
fn each_breach_is_told_where_it_is() {
    for Breach { file, from, to, at, told } in BREACHES {
        let (_, text) = files().into_iter().find(|(name, _)| name == file).expect("a file of the locale");
        assert!(text.contains(from), "{file} has no {from}");
        let text = text.replacen(from, to, 1);
        let (_, problems) = read(with(file, &text));
        if *at == "NONE" {
            assert_eq!(problems, [], "{to}");
            continue;
        }
        let byte = if at.is_empty() { 0 } else { text.find(at).unwrap_or_else(|| panic!("no {at} in {file}")) };
        let line = text[..byte].matches('\n').count() + 1;
        let found = problems.iter().any(|one| one.file == *file && one.line == line && one.message.contains(told));
        assert!(found, "{file}:{line}: {told} (after {from:?} became {to:?})\nbut told: {problems:#?}");
    }
}

#[test]
fn pieces_must_be_listed_and_in_their_place() {
    let (_, problems) = read(with("form/spare.toml", "id = \"spare\""));
    assert!(problems.iter().any(|one| one.to_string().starts_with("form/spare.toml:1: order.toml does not list")));
    let (_, problems) = read(with("coins/spare.toml", "id = \"spare\""));
    assert!(problems[0].to_string().starts_with("coins/spare.toml:1: no piece belongs here"), "{problems:?}");
    let (_, problems) = read(with("form/heard.toml", "id = \"heard\""));
    assert!(problems.iter().any(|one| one.message.contains("its address would be that of")), "{problems:?}");
}

#[test]
fn a_card_needs_its_place_among_the_days_questions() {
    let all = files();
    let text = |name: &str| all.iter().find(|one| one.0 == name).expect("a file of the locale").1.clone();
    let (_, problems) = read(with(FORM, &text(FORM).replace("daily = true", "")));
    assert!(problems.iter().any(|one| one.to_string().starts_with("card/interpreter.toml:1: cards need a form")));
    let (_, problems) = read(with(FORM, &text(FORM).replace("day-7", "interpreter")));
    assert!(problems.iter().any(|one| one.message.contains("an item of form/today.toml has the id")), "{problems:?}");
    let (_, problems) = read(with(ORDER, &text(ORDER).replace("cards = ", "cards_gone = ")));
    assert!(problems.iter().any(|one| one.message.contains("add it to `cards`")), "{problems:?}");
}

/// As many items of a check as `count`.
fn items(count: usize, more: &str) -> String {
    let item = |one| format!("\n[[item]]\nid = \"item-{one}\"\nrevision = 1\nask = \"Is it {one}?\"\n{more}\n");
    (0..count).map(item).collect()
}

#[test]
fn the_self_check_is_short_and_has_three_occasions() {
    let all = files();
    let text = |name: &str| all.iter().find(|one| one.0 == name).expect("a file of the locale").1.clone();
    let told = |file: &str, text: String| -> Vec<String> {
        read(with(file, &text)).1.iter().map(ToString::to_string).collect()
    };
    let (scale, write) = ("do = \"scale\"\nwords = [\"a\", \"b\"]\nunsure = \"?\"", "do = \"write\"");
    // Two are there already, and an item of the same file leads to the end before them all.
    let before = text(BEFORE).replacen("then = \"end\"\n", "", 1);
    assert_eq!(told(BEFORE, before.clone() + &items(12, scale)), [""; 0]);
    let over = "check/before.toml:1: 15 items answered by choosing, but this check has at most 14";
    assert_eq!(told(BEFORE, before.clone() + &items(13, scale)), [over]);
    assert_eq!(told(BEFORE, before.clone() + &items(1, write)), [""; 0]);
    let over = "check/before.toml:1: 3 items to write on, but this check has at most 2";
    assert_eq!(told(BEFORE, before + &items(2, write)), [over]);
    let back = "looks_back = \"sure\"";
    assert_eq!(told(AFTER, text(AFTER) + &items(5, back)), [""; 0]);
    let over = "check/after.toml:1: 7 items looking back, but this check has at most 6";
    assert_eq!(told(AFTER, text(AFTER) + &items(6, back)), [over]);

    let mut two = files();
    two.retain(|(name, _)| name != LATER);
    let (_, problems) = read(two);
    assert!(problems.iter().any(|one| one.to_string().starts_with("check/before.toml:1: the self-check has three")));
    let mut elsewhere = files();
    elsewhere.iter_mut().filter(|(name, _)| name == LATER).for_each(|(name, _)| *name = "exercise/later.toml".into());
    let (_, problems) = read(elsewhere);
    assert!(problems.iter().any(|one| one.message.contains("an occasion of the self-check")), "{problems:?}");
}

#[test]
fn the_path_and_the_page_for_facilitators_may_be_left_out() {
    let mut all = files();
    all.retain(|(name, _)| name != PATH && name != GUIDE);
    let (locale, problems) = read(all);
    assert_eq!(problems, []);
    assert!(locale.shell.path.is_empty() && locale.pieces.guide.is_none());
    let (_, problems) = read(with(PATH, ""));
    assert_eq!(problems[0].to_string(), "path.toml:1: a path needs a stage: add [[stage]], or take the file away");
}

#[test]
fn a_piece_may_be_hard_to_read_for_a_reason() {
    let all = files();
    let text = &all.iter().find(|one| one.0 == COIN).expect("a file of the locale").1;
    let text = text.replace("What seems normal.", HARD);
    let reason = text.replace("revision = 1", "revision = 1\nhard = \"The names of laws.\"");
    let (locale, problems) = read(with(COIN, &reason));
    assert_eq!(problems, []);
    let hardest = &locale.readings[0];
    assert_eq!((hardest.file.as_str(), hardest.hard.as_deref()), (COIN, Some("The names of laws.")));
    assert!(hardest.grade > 8.0 && locale.readings[1].grade <= 8.0);

    let (locale, problems) = Locale::read(with(COIN, &text.replace("allow = [\"rank\"]", "")), "fr");
    assert_eq!((problems, locale.readings), (vec![], vec![]), "the formula was made for English");
}

#[test]
fn the_interface_may_be_held_to_the_same_words() {
    let refusing = super::sound::WORDING.replace("interface = false", "interface = true");
    let all = with(WORDING, &refusing).into_iter();
    let all = all.map(|(file, text)| (file, text.replace("title = \"Today\"", "title = \"For whom\"")));
    let (_, problems) = read(all.collect());
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].to_string().starts_with("ui.toml:3: `today.title` says “whom”: Say “who”"), "{problems:?}");
}

#[test]
fn a_language_without_a_list_refuses_none() {
    let mut all =
        with(CARD, &super::sound::CARD.replace("Book early.", "Know whom to book. It may. It may, may, may."));
    all.retain(|(file, _)| file != WORDING);
    assert_eq!(read(all).1, []);
}

#[test]
fn a_missing_shared_file_is_told() {
    let mut all = files();
    all.retain(|(name, _)| name != "ui.toml");
    let (_, problems) = read(all);
    assert_eq!(
        problems.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["ui.toml:1: this file is missing: write it"]
    );
}

#[test]
fn other_languages_are_free_of_the_english_list() {
    let all = with("ui.toml", "[today]\ntitle = \"Le combat\"");
    let (_, problems) = Locale::read(all, "fr");
    assert!(problems.iter().all(|one| one.file == "coin/racism.toml"), "only `allow` is left unused: {problems:?}");
}
