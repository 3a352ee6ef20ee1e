//! The path that Today proposes: `path.toml`.

use super::across::Drafts;
use super::language::Language;
use super::table::read_file;
use super::wording::Voice;
use super::{At, Problem};
use crate::activity::{Kind, Needs, Stage};

pub(super) const PATH: &str = "path.toml";

/// A stage, with the lines its ids stand at.
pub(super) struct StageDraft {
    pub(super) stage: Stage,
    first: Vec<At<String>>,
}

pub(super) fn read_path(text: &str, language: &Language) -> (Vec<StageDraft>, Vec<Problem>) {
    read_file(PATH, text, language, |root| {
        let known = [
            ("inventories", Needs::Inventories),
            ("placement", Needs::Placement),
            ("scenario", Needs::Scenario),
            ("exercise", Needs::Exercise),
            ("commitment", Needs::Commitment),
            ("again", Needs::Again),
        ];
        let mut stages: Vec<StageDraft> = Vec::new();
        for table in root.tables("stage") {
            let id = table.id("id").map_or_else(String::new, |id| id.value);
            if stages.iter().any(|earlier| earlier.stage.id == id) {
                table.tell(table.line, format!("another stage above has the id “{id}”: give this one its own"));
            }
            table.must("needs", table.get("needs"));
            let needs = table.one_of("needs", &known);
            let count = table.get("count").map_or(1, |_| table.count("count"));
            let first = table.ids("first");
            let free = matches!(needs, None | Some(Needs::Commitment | Needs::Again));
            if !free && first.len() < count as usize {
                let found = first.len();
                table.tell(table.line, format!("{count} to do, but `first` proposes {found}: name at least as many"));
            }
            let title = table.words("title", Voice::Own);
            let text = table.words("text", Voice::Own);
            let ids = first.iter().map(|one| one.value.clone()).collect();
            let needs = needs.unwrap_or(Needs::Again);
            stages.push(StageDraft { stage: Stage { id, title, text, needs, count, first: ids }, first });
            table.finish(|_| None);
        }
        if stages.is_empty() {
            root.tell(root.line, "a path needs a stage: add [[stage]], or take the file away");
        }
        root.finish(|_| None);
        stages
    })
}

/// What a stage proposes is there, and is what the stage needs.
pub(super) fn check(stages: &[StageDraft], drafts: &Drafts, problems: &mut Vec<Problem>) {
    let kind = |id: &str| drafts.activities.iter().find(|one| one.activity.id == id).map(|one| one.activity.kind);
    let coin = |id: &str| drafts.coins.iter().any(|one| one.coin.id == id);
    for StageDraft { stage, first } in stages {
        for At { value, line } in first {
            let (fits, wanted) = match stage.needs {
                Needs::Inventories => (kind(value) == Some(Kind::Inventory), "an inventory"),
                Needs::Placement => (coin(value), "a coin with its page"),
                Needs::Scenario => (kind(value) == Some(Kind::Scenario), "a scenario"),
                Needs::Exercise => (kind(value) == Some(Kind::Exercise), "an exercise"),
                Needs::Commitment | Needs::Again => (kind(value).is_some() || coin(value), "an activity or a coin"),
            };
            if !fits {
                let message = format!("“{value}” is not {wanted}: check the spelling, or name another");
                problems.push(Problem { file: PATH.into(), line: *line, message });
            }
        }
    }
}
