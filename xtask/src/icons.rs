//! `icons`: draws public/icon.svg as the PNGs in public/icons/, which are committed. Needs rsvg-convert.

use crate::{Outcome, place, process};

/// How the ground of the drawing is rounded; taken off where the system cuts the shape itself.
const ROUNDED: &str = " rx=\"112\"";

/// To which file, how many pixels wide, and whether with its own rounded corners.
const DRAWN: [(&str, u32, bool); 4] =
    [("icon-192", 192, true), ("icon-512", 512, true), ("maskable-512", 512, false), ("apple-touch-180", 180, false)];

/// Draws all of them.
pub(crate) fn run() -> Outcome {
    if process::find("rsvg-convert").is_none() {
        return Err("please install rsvg-convert (Debian: librsvg2-bin)".to_owned());
    }
    let drawing = place::read(&place::root().join("public/icon.svg"))?;
    if !drawing.contains(ROUNDED) {
        return Err(format!("public/icon.svg: expected its ground to have{ROUNDED}"));
    }
    let square = place::generated().join("icon-square.svg");
    place::write(&square, drawing.replace(ROUNDED, ""))?;
    let square = square.to_string_lossy();
    for (name, wide, rounded) in DRAWN {
        let (to, wide) = (format!("public/icons/{name}.png"), wide.to_string());
        let from = if rounded { "public/icon.svg" } else { &square };
        process::run(&mut process::command("rsvg-convert", &["-w", &wide, "-h", &wide, "-o", &to, from]))?;
    }
    Ok(())
}
