//! A text as a square code, for a camera.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The empty border that a camera needs around the squares, in squares.
const QUIET: i32 = 4;

/// A text as a QR code, dark on light in every theme, with words in its place for who cannot see it. Nothing if the
/// text is too long for one.
pub fn square_code(text: &str, told: &str) -> Option<AnyView> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let whole = size + 2 * QUIET;
    let squares = outline(size, |x, y| code.get_module(x, y));
    let window = format!("-{QUIET} -{QUIET} {whole} {whole}");
    let told = told.to_owned();
    let drawing = view! {
        <svg class="square-code" viewBox=window shape-rendering="crispEdges" role="img" aria-label=told>
            <rect class="square-paper" width=whole height=whole x=-QUIET y=-QUIET/>
            <path class="square-ink" d=squares/>
        </svg>
    };
    Some(drawing.into_any())
}

/// The dark squares as one path: a bar for each run of them in a row.
fn outline(size: i32, dark: impl Fn(i32, i32) -> bool) -> String {
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|x| dark(*x, y)).count();
            if length > 0 {
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            // The square after the run is light: it can be passed over.
            x += i32::try_from(length).unwrap_or(size) + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_drawn_in_runs() {
        let rows = ["##.#", "....", ".###", "#..."];
        let path = outline(4, |x, y| rows[y as usize].as_bytes()[x as usize] == b'#');
        assert_eq!(path, "M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3zM0 3h1v1h-1z");
    }

    #[test]
    fn a_path_covers_the_dark_squares_and_no_others() {
        let code = QrCode::encode_text("https://example.org/obverse/#/check/before", QrCodeEcc::Medium).expect("short");
        let path = outline(code.size(), |x, y| code.get_module(x, y));
        let mut covered = Vec::new();
        for bar in path.split('M').skip(1) {
            let (at, rest) = bar.split_once('h').expect("a bar has a length");
            let (x, y) = at.split_once(' ').expect("a place has two numbers");
            let (x, y): (i32, i32) = (x.parse().expect("a number"), y.parse().expect("a number"));
            let length: i32 = rest.split('v').next().and_then(|length| length.parse().ok()).expect("a length");
            covered.extend((x..x + length).map(|x| (x, y)));
        }
        for y in 0..code.size() {
            for x in 0..code.size() {
                assert_eq!(covered.contains(&(x, y)), code.get_module(x, y), "{x} {y}");
            }
        }
    }
}
