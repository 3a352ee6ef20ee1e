//! `content`: what authors wrote, checked, and written as the files of each locale.

use crate::{Outcome, place};
use obverse_core::activity::PieceGroup;
use obverse_core::activity::authoring::{Locale, Reading, compare};
use std::collections::BTreeMap;
use std::fs;

/// The language that the others are translated from, and compared with.
pub(crate) const FIRST: &str = "en";

/// Returns the names of a locale's files, in the order of need: the interface and the catalogue; the pieces, a file for each
/// group; their earlier wordings.
pub(crate) fn parts() -> Vec<&'static str> {
    [&["shell"][..], &PieceGroup::ALL.map(PieceGroup::name)].concat()
}

/// Checks every locale, tells every problem and every difference from English but its words, and writes `target/content/<locale>.<part>.json`.
pub(crate) fn run() -> Outcome {
    let mut count = 0;
    let english = texts(FIRST)?;
    for name in locales()? {
        let texts = texts(&name)?;
        let differences = if name == FIRST { Vec::new() } else { compare(&english, &texts, &name) };
        let (locale, mut problems) = Locale::read(texts, &name);
        problems.extend(differences);
        problems.sort();
        for problem in &problems {
            eprintln!("questionnaires/{name}/{problem}");
        }
        count += problems.len();
        if problems.is_empty() {
            write(&name, &locale)?;
        }
    }
    match count {
        0 => Ok(()),
        1 => Err("1 problem in questionnaires/".to_owned()),
        _ => Err(format!("{count} problems in questionnaires/")),
    }
}

/// The files of a locale: their paths within its folder, and their texts.
fn texts(name: &str) -> Outcome<BTreeMap<String, String>> {
    let folder = place::root().join("questionnaires").join(name);
    let paths = place::files(&folder)?.into_iter();
    paths.map(|path| Ok((path.clone(), place::read(&folder.join(&path))?))).collect()
}

/// The locales there are: each folder of questionnaires/.
pub(crate) fn locales() -> Outcome<Vec<String>> {
    let folder = place::root().join("questionnaires");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let folders = entries.flatten().filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn write(name: &str, locale: &Locale) -> Outcome {
    let mut texts = vec![serde_json::to_string(&locale.shell)];
    texts.extend(PieceGroup::ALL.map(|group| serde_json::to_string(&group.among(&locale.pieces))));
    let mut sizes = Vec::new();
    for (part, text) in parts().into_iter().zip(texts) {
        let text = text.map_err(|error| format!("{name}.{part}: {error}"))?;
        sizes.push(format!("{part} {} B", text.len()));
        place::write(&place::generated().join(format!("{name}.{part}.json")), text)?;
    }
    tell_readings(&locale.readings);
    println!(
        "{name}: {} activities, {} coins, {} cards; {}",
        locale.pieces.activities.len(),
        locale.pieces.coins.len(),
        locale.pieces.cards.len(),
        sizes.join(", ")
    );
    Ok(())
}

/// How hard the pieces are to read: the hardest, the middle one, and those with a reason to be hard.
fn tell_readings(readings: &[Reading]) {
    let (Some(hardest), Some(middle)) = (readings.first(), readings.get(readings.len() / 2)) else { return };
    println!("reading grade: at most {:.1} ({}), median {:.1}", hardest.grade, hardest.file, middle.grade);
    for one in readings {
        if let Some(reason) = &one.hard {
            println!("  hard: {} at {:.1}: {reason}", one.file, one.grade);
        }
    }
}
