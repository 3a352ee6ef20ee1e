//! The words of a scale as places on a line, with a sign over those that were chosen. No place has a number, and no
//! end of the line is the better one.

use leptos::prelude::*;
use obverse_core::reflection::Occasion;

/// How wide the picture is.
const WIDTH: i32 = 300;
/// Where the line begins, and how far from the other side it ends.
const EDGE: i32 = 13;
/// The room one sign takes over another.
const SIGN: i32 = 26;
/// How far lines of names are apart.
const LEADING: i32 = 16;
/// About how wide a letter is.
const LETTER: i32 = 7;
/// What stays free between two names.
const GAP: i32 = 12;
/// From so many places on, every other name stands lower: else there is no room for them.
const CROWDED: usize = 4;

/// A line with its places and signs, in a box of [`ScalePicture::size`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScalePicture {
    /// Width and height.
    pub size: (i32, i32),
    /// How far down the line lies.
    pub line: i32,
    /// The places, in the order of the scale.
    pub places: Vec<Place>,
    /// The signs: whose, and where their middle is. Those of one place stand over each other.
    pub signs: Vec<(Occasion, i32, i32)>,
}

/// A place on the line, and its name under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Where on the line.
    pub x: i32,
    /// How far down its mark goes: to a name that stands lower.
    pub mark: i32,
    /// Where its name begins, ends or has its middle, by `anchor`.
    pub name_x: i32,
    /// An SVG `text-anchor`.
    pub anchor: &'static str,
    /// Its name, a line after another, and how far down each stands.
    pub name: Vec<(i32, String)>,
}

/// Puts the words of a scale on a line, and the signs over them. A sign of a place that is not there is left out.
pub fn on_scale(words: &[String], chosen: &[(Occasion, usize)]) -> ScalePicture {
    let count = i32::try_from(words.len()).unwrap_or(i32::MAX);
    let apart = (WIDTH - 2 * EDGE) / (count - 1).max(1);
    let crowded = words.len() >= CROWDED;
    let xs: Vec<i32> = (0..count).map(|place| EDGE + apart * place).collect();
    let mut stacked = vec![0; words.len()];
    let mut over = Vec::new();
    for (occasion, place) in chosen {
        if let Some(height) = stacked.get_mut(*place) {
            over.push((*occasion, *place, *height));
            *height += 1;
        }
    }
    let line = 8 + SIGN * stacked.iter().max().copied().unwrap_or_default().max(1);
    let signs: Vec<(Occasion, i32, i32)> =
        over.into_iter().map(|(occasion, place, height)| (occasion, xs[place], line - 19 - SIGN * height)).collect();
    // The same room for each name: as far as the next one in its row, and no further than the sides.
    let room = apart * if crowded { 2 } else { 1 } - GAP;
    let names: Vec<(i32, &'static str, Vec<String>)> = words
        .iter()
        .enumerate()
        .map(|(place, word)| match place {
            0 => (0, "start", broken(word, EDGE + room / 2)),
            _ if place + 1 == words.len() => (WIDTH, "end", broken(word, EDGE + room / 2)),
            _ => (xs[place], "middle", broken(word, room.min(2 * xs[place]).min(2 * (WIDTH - xs[place])))),
        })
        .collect();
    let lines = |low: usize| names.iter().skip(low).step_by(2).map(|(.., name)| name.len()).max().unwrap_or_default();
    let rows = if crowded { [lines(0), lines(1)] } else { [lines(0).max(lines(1)), 0] };
    let tall = |rows: usize| LEADING * i32::try_from(rows).unwrap_or_default();
    let top = line + 24;
    let places = names.into_iter().zip(xs).enumerate().map(|(place, ((name_x, anchor, name), x))| {
        let lower = crowded && place % 2 == 1;
        let first = if lower { top + tall(rows[0]) + 4 } else { top };
        let name = name.into_iter().enumerate().map(|(row, name)| (first + tall(row), name)).collect();
        Place { x, mark: if lower { first - 14 } else { line + 7 }, name_x, anchor, name }
    });
    let size = (WIDTH, top + tall(rows[0] + rows[1]) + if crowded { 4 } else { 0 } - LEADING + 6);
    ScalePicture { size, line, places: places.collect(), signs }
}

/// A name in lines that fit in the room, as far as its words let it.
fn broken(name: &str, room: i32) -> Vec<String> {
    let fits = usize::try_from(room / LETTER).unwrap_or_default();
    let mut lines: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

impl ScalePicture {
    /// Prints it: `letter` gives the letter of a sign, and `said` is for those who hear it.
    pub fn draw(&self, letter: fn(Occasion) -> &'static str, said: &str) -> AnyView {
        let (wide, high) = self.size;
        let last = self.places.last().map_or(EDGE, |place| place.x);
        let line = format!("M{EDGE} {}H{last}", self.line);
        let places = self.places.iter().map(|place| place.draw(self.line)).collect_view();
        let signs = self.signs.iter().map(|(occasion, x, y)| signed(*occasion, letter(*occasion), *x, *y));
        let said = said.to_owned();
        view! {
            <svg class="scale" viewBox=format!("0 0 {wide} {high}") role="img" aria-label=said>
                <path class="scale-line" d=line/>
                {places}
                {signs.collect_view()}
            </svg>
        }
        .into_any()
    }
}

impl Place {
    fn draw(&self, line: i32) -> AnyView {
        let mark = format!("M{} {}V{}", self.x, line - 7, self.mark);
        let names = self.name.iter().map(|(y, name)| {
            let name = name.clone();
            view! { <text x=self.name_x y=*y text-anchor=self.anchor>{name}</text> }
        });
        view! {
            <g class="scale-place">
                <path d=mark/>
                {names.collect_view()}
            </g>
        }
        .into_any()
    }
}

/// The sign of an occasion alone, for the list that says what each means.
pub fn sign(occasion: Occasion, letter: &str) -> AnyView {
    view! {
        <svg class="scale-sign" viewBox="0 0 26 26" aria-hidden="true">
            {signed(occasion, letter, 13, 13)}
        </svg>
    }
    .into_any()
}

/// A shape of its own for each occasion, with its letter: neither needs a colour.
fn signed(occasion: Occasion, letter: &str, x: i32, y: i32) -> AnyView {
    let (outline, class) = match occasion {
        Occasion::Before => ("M-10-10h20v20h-20z", "sign"),
        Occasion::Then => ("M-12 0-6-10.5H6L12 0 6 10.5H-6z", "sign sign-hollow"),
        Occasion::After => ("M-11.5 0a11.5 11.5 0 1 0 23 0a11.5 11.5 0 1 0-23 0z", "sign"),
        Occasion::Later => ("M0-12.5 12.5 0 0 12.5-12.5 0z", "sign"),
    };
    let letter = letter.to_owned();
    view! {
        <g class=class transform=format!("translate({x} {y})")>
            <path d=outline/>
            <text y="4.5" text-anchor="middle">{letter}</text>
        </g>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    const OFTEN: [&str; 5] = ["Hardly ever", "Now and then", "About half the time", "Often", "Nearly always"];

    #[test]
    fn places_are_even_and_inside() {
        for count in 1..=7 {
            let picture = on_scale(&words(&OFTEN.repeat(2)[..count]), &[(Occasion::Before, 0)]);
            let xs: Vec<i32> = picture.places.iter().map(|place| place.x).collect();
            assert_eq!(xs.len(), count);
            assert!(xs.iter().all(|x| (EDGE..=WIDTH - EDGE).contains(x)), "{xs:?}");
            assert!(xs.windows(3).all(|three| three[1] - three[0] == three[2] - three[1]), "{xs:?}");
            let lowest = picture.places.iter().flat_map(|place| &place.name).map(|(y, _)| *y).max();
            assert!(lowest.is_some_and(|y| y < picture.size.1));
        }
        assert!(on_scale(&[], &[(Occasion::Then, 2)]).signs.is_empty());
    }

    #[test]
    fn names_in_one_row_do_not_touch() {
        let picture = on_scale(&words(&OFTEN), &[]);
        let span = |place: &Place, name: &str| {
            let wide = i32::try_from(name.chars().count()).expect("a short name") * LETTER;
            let start = match place.anchor {
                "start" => place.name_x,
                "end" => place.name_x - wide,
                _ => place.name_x - wide / 2,
            };
            (start, start + wide)
        };
        let mut spans: Vec<(i32, i32, i32)> = Vec::new();
        for place in &picture.places {
            for (y, name) in &place.name {
                let (start, end) = span(place, name);
                assert!(start >= 0 && end <= WIDTH, "{name}");
                assert!(spans.iter().all(|one| one.0 != *y || one.2 < start), "{name}");
                spans.push((*y, start, end));
            }
        }
    }

    #[test]
    fn signs_of_one_place_stand_over_each_other() {
        use Occasion::*;
        let picture = on_scale(&words(&OFTEN), &[(Before, 1), (Then, 1), (After, 3), (Later, 9)]);
        assert_eq!(picture.signs.len(), 3, "a place that is not there has no sign");
        let [before, then, after] = [picture.signs[0], picture.signs[1], picture.signs[2]];
        assert_eq!((before.0, before.1), (Before, then.1));
        assert_eq!(before.2 - then.2, SIGN);
        assert!(after.1 > before.1 && after.2 == before.2);
        assert!(then.2 - SIGN / 2 >= 0 && before.2 + SIGN / 2 < picture.line, "inside, and over the line");
    }

    #[test]
    fn a_long_name_is_broken_between_words() {
        assert_eq!(broken("About half the time", 70), ["About half", "the time"]);
        assert_eq!(broken("Gelegentlich", 20), ["Gelegentlich"]);
        assert_eq!(broken("", 20), [""; 0]);
    }
}
