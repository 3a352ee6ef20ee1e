//! A file that holds a coin.

use super::emblem::read_emblem;
use super::language::Language;
use super::piece::{check_figures, must_have_source, own_id};
use super::reading::{Reading, judge, read_hard};
use super::table::{Table, read_file};
use super::wording::Voice;
use super::{Problem, said};
use crate::activity::{Coin, Example, Origin, Source};

/// A coin with the file it stands in.
pub(super) struct CoinDraft {
    pub(super) file: String,
    pub(super) coin: Coin,
    pub(super) reading: Option<Reading>,
}

pub(super) fn read_coin(file: &str, text: &str, language: &Language) -> (CoinDraft, Vec<Problem>) {
    read_file(file, text, language, |root| {
        let sources = must_have_source(root);
        root.must("origin", root.get("origin"));
        let origins = [("nixon", Origin::Nixon), ("obverse", Origin::Obverse)];
        let coin = Coin {
            id: own_id(root, file),
            revision: root.count("revision"),
            name: root.words("name", Voice::Own),
            plain: root.words("plain", Voice::Own),
            origin: root.one_of("origin", &origins).unwrap_or(Origin::Obverse),
            emblem: read_emblem(root),
            system: root.lines("system"),
            norm: root.lines("norm"),
            helped: root.words("helped", Voice::Own),
            pays: root.words("pays", Voice::Own),
            region: root.words("region", Voice::Own),
            example: read_example(root, &sources),
            institution: root.lines("institution"),
            between: root.lines("between"),
            inside: root.lines("inside"),
            meets: root.lines("meets"),
            from_top: root.lines("from_top"),
            from_bottom: root.lines("from_bottom"),
            together: root.lines("together"),
            sources,
            reviewed: root.flag("reviewed"),
        };
        check_figures(root, &coin.sources);
        let reading = judge(root, file, read_hard(root), &said::in_coin(&coin));
        root.finish(|key| {
            (key == "influence").then(|| "write its lines under from_top, from_bottom and together".to_owned())
        });
        CoinDraft { file: file.into(), coin, reading }
    })
}

fn read_example(root: &Table<'_>, sources: &[Source]) -> Example {
    let Some(table) = root.table("example") else {
        return Example { text: String::new(), source: String::new() };
    };
    let text = table.words("text", Voice::Own);
    let source = table.must("source", table.text("source"));
    if let Some(source) = source.as_ref().filter(|source| sources.iter().all(|one| one.name != source.value)) {
        let names: Vec<_> = sources.iter().map(|one| format!("“{}”", one.name)).collect();
        let message = format!("“{}” is not the name of a source below: {}", source.value, names.join(", "));
        table.tell(source.line, message);
    }
    table.finish(|_| None);
    Example { text, source: source.map_or_else(String::new, |source| source.value) }
}
