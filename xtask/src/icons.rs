//! `icons`: draws public/icon.svg and public/monochrome.svg as the PNGs in public/icons/, which are committed. Needs
//! rsvg-convert and pngquant.

use crate::{Outcome, place, process};

/// The field of the coin, which fills it.
const FIELD: &str = "viewBox=\"0 0 512 512\">";
/// The field where the system cuts the shape itself: the coin stands within the middle four fifths, on a ground.
const GROUND: &str =
    "viewBox=\"-76 -76 664 664\"><rect x=\"-76\" y=\"-76\" width=\"664\" height=\"664\" fill=\"#0B564B\"/>";
/// How many colours a PNG has. Few, because each of these files is saved for opening without a network.
const COLOURS: &str = "48";

/// To which file, out of which drawing, how many pixels wide, and whether on a ground.
const DRAWN: [(&str, &str, u32, bool); 5] = [
    ("icon-192", "icon", 192, false),
    ("icon-512", "icon", 512, false),
    ("maskable-512", "icon", 512, true),
    ("apple-touch-180", "icon", 180, true),
    ("monochrome-512", "monochrome", 512, false),
];

/// Draws all of them.
pub(crate) fn run() -> Outcome {
    if ["rsvg-convert", "pngquant"].iter().any(|tool| process::find(tool).is_none()) {
        return Err("please install rsvg-convert and pngquant (Debian: librsvg2-bin, pngquant)".to_owned());
    }
    for (name, drawing, wide, on_ground) in DRAWN {
        let mut from = format!("public/{drawing}.svg");
        if on_ground {
            let coin = place::read(&place::root().join(&from))?;
            if !coin.contains(FIELD) {
                return Err(format!("{from}: expected {FIELD}"));
            }
            let square = place::generated().join("icon-square.svg");
            place::write(&square, coin.replace(FIELD, GROUND))?;
            from = square.to_string_lossy().into_owned();
        }
        let (to, wide) = (format!("public/icons/{name}.png"), wide.to_string());
        process::run(&mut process::command("rsvg-convert", &["-w", &wide, "-h", &wide, "-o", &to, &from]))?;
        let few: &[&str] = &["--force", "--strip", "--nofs", "--speed", "1", "--output", &to, COLOURS, &to];
        process::run(&mut process::command("pngquant", few))?;
    }
    Ok(())
}
