//! The page for facilitators: `facilitator.toml`.

use super::across::Drafts;
use super::card::read_parts;
use super::language::Language;
use super::piece::{check_figures, must_have_source};
use super::reading::{Reading, judge, read_hard};
use super::table::read_file;
use super::wording::Voice;
use super::{At, Problem, said};
use crate::activity::{Guide, Kind, Sheet};

pub(super) const FACILITATOR: &str = "facilitator.toml";

/// The page, with the scenario that each sheet names.
pub(super) struct GuideDraft {
    pub(super) guide: Guide,
    scenarios: Vec<At<String>>,
    pub(super) reading: Option<Reading>,
}

pub(super) fn read_guide(text: &str, language: &Language) -> (GuideDraft, Vec<Problem>) {
    read_file(FACILITATOR, text, language, |root| {
        let mut scenarios = Vec::new();
        let mut guide = Guide {
            title: root.words("title", Voice::Own),
            text: root.lines("text"),
            parts: read_parts(root),
            sheets: Vec::new(),
            sources: must_have_source(root),
        };
        for table in root.tables("sheet") {
            let scenario = table.id("scenario");
            guide.sheets.push(Sheet {
                scenario: scenario.as_ref().map_or_else(String::new, |one| one.value.clone()),
                title: table.words("title", Voice::Own),
                scene: table.lines("scene"),
                questions: table.lines("questions"),
            });
            scenarios.extend(scenario);
            table.finish(|_| None);
        }
        check_figures(root, &guide.sources);
        let reading = judge(root, FACILITATOR, read_hard(root), &said::in_guide(&guide));
        root.finish(|_| None);
        GuideDraft { guide, scenarios, reading }
    })
}

/// Each sheet goes with a scenario that is there.
pub(super) fn check(guide: &GuideDraft, drafts: &Drafts, problems: &mut Vec<Problem>) {
    let there =
        |id: &str| drafts.activities.iter().any(|one| one.activity.kind == Kind::Scenario && one.activity.id == id);
    for At { value, line } in guide.scenarios.iter().filter(|one| !there(&one.value)) {
        let message = format!("scenario/{value}.toml is not there: check the spelling, or write it");
        problems.push(Problem { file: FACILITATOR.into(), line: *line, message });
    }
}
