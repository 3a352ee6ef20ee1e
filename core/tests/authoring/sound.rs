//! A whole small locale that keeps every rule.

mod self_check;

use obverse_core::activity::authoring::{Locale, Problem};
use self_check::{AFTER, BEFORE, LATER};

pub(crate) fn files() -> Vec<(String, String)> {
    let all = [
        ("ui.toml", UI),
        ("answers.toml", ANSWERS),
        ("order.toml", ORDER),
        ("inventory/heard.toml", INVENTORY),
        ("scenario/handover.toml", SCENARIO),
        ("form/today.toml", &form()),
        ("coin/racism.toml", COIN),
        ("README.md", "Not content, \"whatever\" it says."),
        ("card/interpreter.toml", CARD),
        ("check/before.toml", BEFORE),
        ("check/after.toml", AFTER),
        ("check/later.toml", LATER),
        ("facilitator.toml", GUIDE),
        ("path.toml", PATH),
        ("ui-later.toml", UI_LATER),
        ("wording.toml", WORDING),
    ];
    all.map(|(file, text)| (file.to_owned(), text.to_owned())).into()
}

/// The daily form, which with the card's question has one for each day of a month.
fn form() -> String {
    let more =
        (2..=30).map(|day| format!("\n[[item]]\nid = \"day-{day}\"\nrevision = 1\nask = \"{day}?\"\ndo = \"write\"\n"));
    std::iter::once(FORM.to_owned()).chain(more).collect()
}

/// The locale with one file put in place of another, or beside the others.
pub(crate) fn with(file: &str, text: &str) -> Vec<(String, String)> {
    let mut all = files();
    all.retain(|(name, _)| name != file);
    all.push((file.into(), text.into()));
    all
}

pub(crate) fn read(files: Vec<(String, String)>) -> (Locale, Vec<Problem>) {
    Locale::read(files, "en")
}

pub(crate) const UI: &str = r#"
[today]
title = "Today"
greeting = "Back to “{title}”?"

[today.days]
one = "{n} day"
other = "{n} days"
"#;

const UI_LATER: &str = r#"
[backup]
title = "Backup"
"#;

pub(crate) const WORDING: &str = r#"
interface = false

[[refused]]
word = "whom"
forms = ["whomever"]
but = ["To Whom It Goes"]
instead = "Say “who”"

[[seldom]]
word = "may"
most = 8
instead = "Say what usually happens"
"#;

const ANSWERS: &str = r#"
[often]
tick = "New to me"

[[often.option]]
id = "usually"
label = "Usually"

[[often.option]]
id = "depends"
label = "Depends where I am"

[[often.option]]
id = "rarely"
label = "Rarely"

[[often.option]]
id = "not-come-up"
label = "Has not come up"

[here]
tick = "New to me"

[[here.option]]
id = "yes"
label = "Yes"

[[here.option]]
id = "partly"
label = "Partly"

[[here.option]]
id = "no"
label = "No"

[[here.option]]
id = "dont-know"
label = "I don’t know"
"#;

const ORDER: &str = r#"
activities = ["heard", "handover", "today", "before", "after", "later"]
coins = ["racism"]
cards = ["interpreter"]
coins_to_come = ["sexism"]
"#;

const INVENTORY: &str = r#"
id = "heard"
revision = 1
title = "Being heard"
topic = "Speaking up at work"
minutes = 3
context = "Where you work most."
coins = ["racism"]
closing = ["That is all."]

[[source]]
name = "Nixon SA. The coin model"
place = "BMC 2019"

[[item]]
id = "worried"
revision = 2
ask = "When I am worried, people act."
theme = "Being believed"
eases = ["usually"]
costs = ["rarely"]
coins = ["racism", "sexism"]

[[item.was]]
revision = 1
ask = "They act on my worry."

[[item]]
id = "second"
revision = 1
ask = "Two."
theme = "Being believed"
eases = ["rarely"]
costs = ["usually"]

[[item]]
id = "third"
revision = 1
ask = "Three."
theme = "Rest"
eases = ["rarely"]
costs = ["usually"]

[[item]]
id = "fourth"
revision = 1
ask = "Four."
theme = "Rest"
eases = ["rarely"]
costs = ["usually"]

[[item]]
id = "fifth"
revision = 1
ask = "Five."
theme = "Rest"
eases = ["rarely"]
costs = ["usually"]

[[item]]
id = "sixth"
revision = 1
ask = "Six."
theme = "Rest"
about = "place"
eases = ["rarely"]
costs = ["usually"]

[[item]]
id = "gone"
revision = 1
ask = "Nobody asks this now."
theme = "Rest"
eases = ["rarely"]
costs = ["usually"]
retired = true
"#;

const SCENARIO: &str = r#"
id = "handover"
revision = 1
title = "At handover"
topic = "A name that is wrong"
minutes = 4
reviewed = true

[[source]]
name = "Martinez et al."

[[item]]
id = "start"
revision = 1
ask = "What now?"
do = "one"
then = "after"

[[item.option]]
id = "say-it"
label = "Say it"
effects = ["They may listen."]
then = "later"

[[item.option]]
id = "not-safe"
label = "Not safe for me now"

[[item]]
id = "after"
revision = 1
ask = "After"
do = "read"
then = "end"

[[item]]
id = "later"
revision = 1
ask = "How sure are you?"
do = "scale"
words = ["Not at all", "Quite"]
unsure = "I can’t judge"

[[item]]
id = "roles"
revision = 1
ask = "Who was there?"
do = "many"
answers = "often"

[[item]]
id = "own"
revision = 1
ask = "Keep a sentence of your own"
do = "write"
hint = "As you would say it"
line = true

[[item]]
id = "coin"
revision = 1
ask = "Where are you on this coin?"
do = "place"
coin = "racism"
"#;

const FORM: &str = r#"
id = "today"
revision = 1
title = "Not today"
topic = "A line before you rest"
minutes = 2
daily = true

[[item]]
id = "stayed"
revision = 1
ask = "What stayed with you?"
do = "write"
"#;

const COIN: &str = r#"
allow = ["rank"]
id = "racism"
revision = 1
name = "Racism"
plain = "Judging people by race"
origin = "nixon"
emblem = "M-18 13h9v-8h9M-18 18h36"
system = ["A system that gives people a rank."]
norm = ["What seems normal."]
helped = "White people."
pays = "Racialized people."
region = "Canada. Written in 2026."
institution = ["In forms."]
between = ["In greetings."]
inside = ["In what I expect."]
meets = ["Class."]
from_top = ["One form."]
from_bottom = ["Leave it today."]
together = ["Ask for a rule."]

[example]
text = "An oximeter missed low oxygen more often."
source = "Sjoding MW et al."

[[source]]
name = "Sjoding MW et al."
place = "NEJM 2020"
"#;

pub(crate) const CARD: &str = r#"
id = "interpreter"
revision = 1
group = "practice"
title = "Working through an interpreter"
topic = "When two people share no language"
text = ["Ask which language. It is not for you to guess."]
coins = ["racism", "sexism"]
ask = "Who was in the room, and who was heard?"
hint = "Roles will do."
region = "Canada. Written in 2026."

[[part]]
heading = "Before"
text = ["Book early."]
points = ["Ask for a longer visit.", "Say what it is about."]

[[call]]
name = "Samaritans"
number = "+44 116 123"
texts = true
hours = "day and night"
who = "Anyone"
region = "The UK"
checked = "November 2026"
first = true

[[call]]
name = "Shout"
number = "85258"
text_only = true
text_word = "SHOUT"
hours = "day and night"
who = "Anyone"
region = "The UK"
checked = "November 2026"

[[source]]
name = "Flores G et al."
place = "2012"
"#;

const GUIDE: &str = r#"
title = "For a facilitator"
text = ["You hold the room."]

[[part]]
heading = "One hour"
points = ["Ten minutes each."]

[[sheet]]
scenario = "handover"
title = "At handover"
scene = ["Somebody says a name that is wrong."]
questions = ["Who could say something?"]

[[source]]
name = "Martinez et al."
"#;

const PATH: &str = r#"
[[stage]]
id = "look"
title = "Look"
text = "See what you can count on."
needs = "inventories"
first = ["heard"]

[[stage]]
id = "coin"
title = "Read a coin"
text = "See where you stand."
needs = "placement"
count = 1
first = ["racism"]

[[stage]]
id = "act"
title = "Act"
text = "Take one step."
needs = "commitment"
"#;
