//! A scale as a line with a tick for each of its words, and signs where something was said. No place has a number, and no
//! end of the line is the better one.

use leptos::prelude::*;
use obverse_core::reflection::Occasion;

/// How wide the picture is.
const WIDTH: i32 = 300;
/// Where the line begins, and how far from the other side it ends: room for two signs beside each other.
const EDGE: i32 = 26;
/// How far a sign that shares its tick is off the line, and off the tick.
const OFF: i32 = 13;

/// A line with its ticks and signs, in a box of 300 by [`ScalePicture::height`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScalePicture {
    /// How high the box is; the line lies in its middle.
    pub height: i32,
    /// The ticks, in the order of the scale.
    pub ticks: Vec<i32>,
    /// The way from the first answer to the last, where they differ. What was said looking back is not on it.
    pub way: Option<(i32, i32)>,
    /// The signs: whose, and where their middle is. Those of one tick stand around it.
    pub signs: Vec<(Occasion, i32, i32)>,
}

/// Puts so many words of a scale on a line, and the signs on them. A sign of a place that is not there is left out.
pub fn on_scale(words: usize, chosen: &[(Occasion, usize)]) -> ScalePicture {
    let count = i32::try_from(words).unwrap_or(i32::MAX);
    let apart = (WIDTH - 2 * EDGE) / (count - 1).max(1);
    let ticks: Vec<i32> = (0..count).map(|place| EDGE + apart * place).collect();
    let there: Vec<(Occasion, usize)> = chosen.iter().copied().filter(|(_, place)| *place < words).collect();
    let at = |place: usize| there.iter().filter(move |(_, other)| *other == place);
    let shared = there.iter().any(|(_, place)| at(*place).count() > 1);
    let height = if shared { 2 * (OFF + 14) } else { 28 };
    let signs = there.iter().map(|(occasion, place)| {
        let nth = at(*place).position(|(other, _)| other == occasion).unwrap_or_default();
        let (x, y) = around(nth, at(*place).count());
        (*occasion, ticks[*place] + x, height / 2 + y)
    });
    let signs = signs.collect();
    let mut told = there.iter().filter(|(occasion, _)| *occasion != Occasion::Then).map(|(_, place)| ticks[*place]);
    let first = told.next();
    let way = first.zip(told.next_back()).filter(|(from, to)| from != to);
    ScalePicture { height, ticks, way, signs }
}

/// Where the `nth` of so many signs stands around the tick that they share.
fn around(nth: usize, of: usize) -> (i32, i32) {
    match (of, nth) {
        (0 | 1, _) => (0, 0),
        (2, 0) => (0, -OFF),
        (2, _) | (3, 2) => (0, OFF),
        (_, 0) => (-OFF, -OFF),
        (_, 1) => (OFF, -OFF),
        (_, 2) => (-OFF, OFF),
        _ => (OFF, OFF),
    }
}

impl ScalePicture {
    /// Prints it: `letter` gives the letter of a sign, and `said` is for those who hear it.
    pub fn draw(&self, letter: fn(Occasion) -> &'static str, said: &str) -> AnyView {
        let middle = self.height / 2;
        let ticks = self.ticks.iter().map(|x| format!("M{x} {}v12", middle - 6));
        let last = self.ticks.last().copied().unwrap_or(EDGE);
        let line: String = ticks.chain([format!("M{EDGE} {middle}H{last}")]).collect();
        let way = self.way.map(|(from, to)| {
            let way = format!("M{from} {middle}H{to}");
            view! { <path class="scale-way" d=way/> }
        });
        let signs = self.signs.iter().map(|(occasion, x, y)| signed(*occasion, letter(*occasion), *x, *y));
        let said = said.to_owned();
        view! {
            <svg class="scale" viewBox=format!("0 0 {WIDTH} {}", self.height) role="img" aria-label=said>
                <path class="scale-line" d=line/>
                {way}
                {signs.collect_view()}
            </svg>
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
        Occasion::Before => ("M-10-10h20v20h-20z", "sign sign-hollow"),
        Occasion::Then => ("M-12 0-6-10.5H6L12 0 6 10.5H-6z", "sign sign-hollow"),
        Occasion::After => ("M-11.5 0a11.5 11.5 0 1 0 23 0a11.5 11.5 0 1 0-23 0z", "sign"),
        Occasion::Later => ("M0-12.5 12.5 0 0 12.5-12.5 0z", "sign sign-later"),
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
    use super::Occasion::*;
    use super::*;

    #[test]
    fn ticks_are_even_and_inside() {
        for count in 1..=7 {
            let picture = on_scale(count, &[(Before, 0)]);
            assert_eq!(picture.ticks.len(), count);
            assert!(picture.ticks.iter().all(|x| (EDGE..=WIDTH - EDGE).contains(x)), "{picture:?}");
            let even = |three: &[i32]| three[1] - three[0] == three[2] - three[1];
            assert!(picture.ticks.windows(3).all(even), "{picture:?}");
        }
        assert!(on_scale(0, &[(Then, 2)]).signs.is_empty());
    }

    #[test]
    fn a_sign_alone_stands_on_its_tick_and_those_of_one_tick_around_it() {
        let apart = on_scale(5, &[(Before, 1), (After, 3), (Later, 9)]);
        let middle = apart.height / 2;
        assert_eq!(apart.signs, [(Before, apart.ticks[1], middle), (After, apart.ticks[3], middle)]);
        let shared = on_scale(5, &[(Before, 1), (Then, 1), (After, 3)]);
        let [before, then, after] = [shared.signs[0], shared.signs[1], shared.signs[2]];
        assert_eq!((before.1, then.1, then.2 - before.2), (shared.ticks[1], shared.ticks[1], 2 * OFF));
        assert_eq!((after.1, after.2), (shared.ticks[3], shared.height / 2));
    }

    #[test]
    fn no_sign_touches_another_or_leaves_the_picture() {
        let places = || 0..5_usize;
        for (before, then, after) in
            places().flat_map(|one| places().flat_map(move |two| places().map(move |three| (one, two, three))))
        {
            for later in places() {
                let picture = on_scale(5, &[(Before, before), (Then, then), (After, after), (Later, later)]);
                for (place, (_, x, y)) in picture.signs.iter().enumerate() {
                    assert!((12..=WIDTH - 12).contains(x) && (12..=picture.height - 12).contains(y), "{picture:?}");
                    let mut others = picture.signs[..place].iter();
                    assert!(others.all(|other| (other.1 - x).abs().max((other.2 - y).abs()) >= 24), "{picture:?}");
                }
            }
        }
    }

    #[test]
    fn the_way_goes_from_the_first_answer_to_the_last() {
        let way = |chosen: &[(Occasion, usize)]| {
            let picture = on_scale(5, chosen);
            picture.way.map(|(from, to)| [from, to].map(|x| picture.ticks.iter().position(|tick| *tick == x)))
        };
        assert_eq!(way(&[(Before, 1), (Then, 0), (After, 3), (Later, 2)]), Some([Some(1), Some(2)]));
        assert_eq!(way(&[(Then, 0), (After, 3)]), None, "looking back is no answer of that time");
        assert_eq!(way(&[(Before, 2), (After, 2)]), None);
    }
}
