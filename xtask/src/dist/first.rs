//! What somebody new meets before the program is there, as plain HTML in the page itself: the first screen, and as templates Today
//! with its ways in (on a device of one's own, and on one that others use too), the cover, and that the app is on its way.
//! `public/first.js` shows them, and leaves on the page what was pressed; the program takes it up. What the app draws has the same
//! elements at the same places, which a journey looks at (`tests/e2e/tests/welcome.rs`).

use super::locale;
use crate::content::FIRST;
use crate::{Outcome, place};
use obverse_core::activity::Shell;

/// The first answers to "Something happened", as the app draws their buttons.
#[path = "../../../src/state/first_answers.rs"]
mod first_answers;
/// The paths of the icons, as the app draws them.
#[path = "../../../src/ui/drawing/icon_paths.rs"]
mod icon_paths;

const MARKER: &str = "<!-- ob:first -->";
const MARKER_OF_TEMPLATES: &str = "<!-- ob:first-templates -->";
/// The self-check that a course's link leads to.
const CHECK: &str = "before";
const HEADING: &str = "h1 id=\"heading\" tabindex=\"-1\"";

/// Returns the page with these screens where its markers stand. Errors if a marker or a word is missing.
pub(super) fn within(page: &str) -> Outcome<String> {
    let words = Words(&|name| locale::word(FIRST, name));
    let shell = place::read(&place::generated().join(format!("{FIRST}.shell.json")))?;
    let shell = Shell::decode(&shell).ok_or("the words of the interface cannot be read")?;
    let page = put(page, MARKER, &words.welcome(&shell)?)?;
    put(&page, MARKER_OF_TEMPLATES, &words.templates(&shell)?)
}

fn put(page: &str, marker: &str, text: &str) -> Outcome<String> {
    let (before, after) = page.split_once(marker).ok_or(format!("public/index.html: `{marker}` is missing"))?;
    Ok([before, text, after].concat())
}

/// The words of the interface, by their names.
struct Words<'a>(&'a dyn Fn(&str) -> Outcome<String>);

impl Words<'_> {
    fn text(&self, name: &str) -> Outcome<String> {
        Ok(locale::escaped(&(self.0)(name)?))
    }

    /// An element, its attributes after its name, around a word.
    fn said(&self, tag: &str, name: &str) -> Outcome<String> {
        Ok(around(tag, &self.text(name)?))
    }

    fn button(&self, class: &str, does: &str, name: &str) -> Outcome<String> {
        self.said(&format!("button type=\"button\" class=\"{class}\" {does}"), name)
    }

    /// What `src/ui/pages/welcome.rs` draws; that the self-check opens next shows only where its link was come by.
    fn welcome(&self, shell: &Shell) -> Outcome<String> {
        let check = shell.activities.iter().find(|one| one.id == CHECK).map(|one| locale::escaped(&one.title));
        let check = self.text("welcome.self_check")?.replace("{name}", &check.unwrap_or_default());
        let opens = self.text("welcome.opens")?.replace("{name}", &check);
        let answer = |class, answer, name| self.button(class, &format!("data-ob-answer=\"{answer}\""), name);
        let others =
            [answer("button plain", "lock", "welcome.locked")?, answer("button plain", "shared", "welcome.shared")?];
        let told = [
            self.said("p class=\"wordmark\"", "app.name")?,
            self.said(HEADING, "welcome.title")?,
            around("p class=\"welcome-opens\"", &opens),
            self.said("p", "welcome.what")?,
            self.said("p", "welcome.kept")?,
            self.said("p class=\"note\"", "welcome.limits")?,
        ];
        let foot = [
            self.said("h2 id=\"whose\"", "welcome.who")?,
            answer("button", "mine", "welcome.mine")?,
            around("div class=\"welcome-others\"", &others.concat()),
            self.said("p class=\"soft\"", "welcome.shared_note")?,
        ];
        let told = around("div class=\"page welcome\"", &told.concat());
        let foot = around("section class=\"foot welcome-foot\" aria-labelledby=\"whose\"", &foot.concat());
        self.window("frame frame-doing", &(told + &foot), "")
    }

    fn templates(&self, shell: &Shell) -> Outcome<String> {
        let today = format!("{} · {}", self.text("nav.today")?, self.text("app.name")?);
        let template = |name: &str, title: &str, inside: &str| {
            around(&format!("template id=\"ob-{name}\" data-ob-title=\"{title}\""), inside)
        };
        let ways = self.ways(shell)?;
        let kept = icon(icon_paths::UNLOCKED) + &self.said("span", "today.kept_short")?;
        let copy = self.said("a href=\"#/settings\"", "today.save_copy")?;
        let shared = icon(icon_paths::DEVICE) + &self.said("span", "today.kept_shared")? + " " + &copy;
        let of_today =
            |kept: &str| self.page("today.title", &(ways.clone() + &around("p class=\"soft kept-where\"", kept)));
        let all = [
            around("template id=\"ob-questions\"", &questions(shell)),
            template("today", &today, &of_today(&kept)?),
            template("shared", &today, &of_today(&shared)?),
            template("wait", &today, &self.page("app.loading", "")?),
            template("cover", &self.text("hidden.title")?, &self.cover()?),
        ];
        Ok(all.join("\n    "))
    }

    /// What `src/ui/pages/ways_in.rs` draws, without the question of the day.
    fn ways(&self, shell: &Shell) -> Outcome<String> {
        let row = |way: &str, name: &str, text: String| {
            let words = self.said("span class=\"row-title\"", name)? + &around("span class=\"row-text\"", &text);
            let sign = around("span class=\"row-go\" aria-hidden=\"true\"", "›");
            let link = around("span class=\"row-words\"", &words) + &sign;
            Ok::<_, String>(around("li class=\"row\"", &around(&format!("a href=\"#/\" data-ob-way=\"{way}\""), &link)))
        };
        let acts = self.said("a class=\"button\" href=\"#/\" data-ob-way=\"write\"", "today.write")?
            + &self.button("quiet", "data-ob-act=\"another\"", "today.another")?;
        let lead = around("div role=\"status\"", "<h2><span></span></h2>") + &around("div class=\"lead-acts\"", &acts);
        let mut chips = String::new();
        for answer in first_answers::FIRST_ANSWERS {
            let name = format!("today.{}", answer.replace('-', "_"));
            chips += &self.button("chip", &format!("data-ob-way=\"{answer}\""), &name)?;
        }
        let happened = self.said("h2 class=\"group-name\"", "today.happened")? + &around("div class=\"chips\"", &chips);
        let look = shell.path.first().map(|stage| locale::escaped(&stage.text)).unwrap_or_default();
        let rows =
            [row("course", "today.course", self.text("today.course_text")?)?, row("look", "today.look_round", look)?];
        let lead = around("div class=\"lead\"", &lead) + &around("section class=\"group\"", &happened);
        Ok(lead + &around("ul class=\"rows\"", &rows.concat()))
    }

    /// What `src/ui/components/page.rs` draws for a tab, with the navigation.
    fn page(&self, title: &str, inside: &str) -> Outcome<String> {
        let hide = icon(icon_paths::HIDE) + &self.said("span class=\"heard\"", "app.hide")?;
        let hide = around("button type=\"button\" class=\"bar-hide\" data-ob-act=\"hide\"", &hide);
        // Today's has the date beside it, which first.js writes.
        let date = if title == "today.title" { around("span class=\"bar-place\"", "") } else { String::new() };
        let bar = around("div class=\"bar\"", &(self.said(HEADING, title)? + &date + &hide));
        self.window("frame", &(bar + &around("div class=\"page\"", inside)), &self.tabs()?)
    }

    /// What `src/ui/frame.rs` draws around a screen.
    fn window(&self, class: &str, inside: &str, tabs: &str) -> Outcome<String> {
        let skip = self.said("a class=\"skip\" href=\"#heading\" data-ob-act=\"skip\"", "app.skip_to_content")?;
        let screen = around("div class=\"screen\"", &around("main id=\"main\" class=\"main\"", inside));
        let window = around(&format!("div class=\"{class}\""), &(screen + tabs));
        Ok(around(&format!("div class=\"first\" lang=\"{FIRST}\" dir=\"ltr\""), &(skip + &window)))
    }

    fn tabs(&self) -> Outcome<String> {
        let tabs = [
            ("#/", "nav.today", icon_paths::TODAY),
            ("#/reflect", "nav.reflect", icon_paths::REFLECT),
            ("#/coins", "nav.coins", icon_paths::COINS),
            ("#/journal", "nav.journal", icon_paths::JOURNAL),
            ("#/settings", "nav.settings", icon_paths::SETTINGS),
        ];
        let mut all = self.said("p class=\"rail-name\"", "app.name")?;
        for (to, name, paths) in tabs {
            let here = if to == "#/" { " class=\"on\" aria-current=\"page\" data-ob-act=\"today\"" } else { "" };
            all += &around(&format!("a href=\"{to}\"{here}"), &(icon(paths) + &self.said("span", name)?));
        }
        Ok(around(&format!("nav class=\"tabs\" aria-label=\"{}\"", self.text("nav.label")?), &all))
    }

    fn cover(&self) -> Outcome<String> {
        let open = self.button("button", "data-ob-act=\"open\"", "hidden.open")?;
        let inside = [self.said(HEADING, "hidden.heading")?, self.said("p", "hidden.text")?, open];
        Ok(around(&format!("main class=\"cover\" lang=\"{FIRST}\" dir=\"ltr\""), &inside.concat()))
    }
}

/// The questions of all days.
fn questions(shell: &Shell) -> String {
    let form = shell.activities.iter().find(|form| !form.prompts.is_empty());
    let questions = form.map(|form| form.prompts.as_slice()).unwrap_or_default().iter();
    questions.map(|one| around("p", &locale::escaped(one))).collect()
}

/// What `src/ui/drawing/icon.rs` draws.
fn icon(paths: &[&str]) -> String {
    let paths: String = paths.iter().map(|path| format!("<path d=\"{path}\"/>")).collect();
    around("svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"", &paths)
}

/// An element around what stands in it. `tag` has its attributes after its name.
fn around(tag: &str, inside: &str) -> String {
    let name = tag.split(' ').next().unwrap_or(tag);
    format!("<{tag}>{inside}</{name}>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_stand_in_the_page_as_text() {
        let words = Words(&|name| Ok(format!("<{name}>")));
        let shell = Shell {
            locale: String::new(),
            fingerprint: String::new(),
            words: Vec::new(),
            activities: Vec::new(),
            coins: Vec::new(),
            path: Vec::new(),
        };
        let made = words.welcome(&shell).expect("every word is there");
        assert!(made.contains(">&lt;welcome.title&gt;</h1><p class=\"welcome-opens\">"), "{made}");
        assert!(made.contains("data-ob-answer=\"mine\">&lt;welcome.mine&gt;</button>"), "{made}");
        assert!(
            words.cover().expect("every word is there").contains("data-ob-act=\"open\">&lt;hidden.open&gt;</button>")
        );
        let ways = words.ways(&shell).expect("every word is there");
        assert!(ways.contains("data-ob-way=\"to-me\">&lt;today.to_me&gt;</button>"), "{ways}");
        assert_eq!(ways.matches("class=\"chip\"").count(), 4);
        assert!(words.tabs().expect("every word is there").contains("<a href=\"#/coins\"><svg "));
        assert!(within("<body></body>").is_err());
    }
}
