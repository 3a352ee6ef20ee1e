//! A struck coin, and a coin lying in perspective. Only the lying one says where a person stands: it is shown where they
//! say it, and on that coin's own page.

use crate::words::{shorten, word};
use leptos::prelude::*;
use obverse_core::reflection::{Side, Stand};

/// A mark on the coin, with a name above the coin for the top and beneath it for the bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The side it stands on.
    pub side: Side,
    /// The middle of the dot.
    pub x: i32,
    /// The middle of the dot.
    pub y: i32,
    /// The name, cut to what fits; empty where no place was named.
    pub name: String,
}

/// The shapes of a lying coin in a box of 300 by 190.
#[derive(Clone, Debug, PartialEq)]
pub struct CoinPicture {
    /// Whether it is turned, so that its underside is seen.
    pub turned: bool,
    /// Whether one goes from side to side.
    pub changes: bool,
    /// Where the person stands.
    pub marks: Vec<Mark>,
    /// Whether there are names in the person's own words.
    pub own: bool,
}

const RIM: &str = "M32 78v24c0 19 53 34 118 34s118-15 118-34V78";
/// The milling: 47 strokes down from the front half of the face's outline, an ellipse of 118 by 34 around
/// (150, 78). Written out, because sines and decimals would weigh more in the wasm than the strokes do.
const MILL: &str = "\
    M32 78v24M32 80v24M33 83v24M34 85v24M36 87v24M39 89v24M42 92v24M45 94v24M49 96v24M54 98v24M58 99v24M\
    64 101v24M69 103v24M76 104v24M82 106v24M89 107v24M96 108v24M103 109v24M110 110v24M118 111v24M126 111\
    v24M134 112v24M142 112v24M150 112v24M158 112v24M166 112v24M174 111v24M182 111v24M190 110v24M197 109v\
    24M204 108v24M211 107v24M218 106v24M224 104v24M231 103v24M236 101v24M242 99v24M246 98v24M251 96v24M2\
    55 94v24M258 92v24M261 89v24M264 87v24M266 85v24M267 83v24M268 80v24M268 78v24";
/// Where light falls on the top, along its outline.
const LIGHT: &str = "M43 72C54 58 93 51 140 50";
/// The underside is cut in lines.
const CUT: &str = "M86 58h128M64 66h172M55 74h190M55 82h190M64 90h172M86 98h128";
/// From the mark on the top round the edge to the one at the bottom.
const WAY: &str = "M220 58C292 60 306 118 262 138S150 158 103 143";
/// What can be tapped: the face that is seen, and what there is of the other side, with room for a finger. Not the paper beside it.
const SEEN: &str = "M32 78a118 34 0 0 1 236 0 118 34 0 0 1-236 0";
const BELOW: &str = "M32 78v80h236V78a118 34 0 0 1-236 0";
/// The same of a coin that is turned.
const SEEN_BELOW: &str = "M32 112a118 34 0 0 1 236 0 118 34 0 0 1-236 0";
const ABOVE: &str = "M32 112V32h236v80a118 34 0 0 0-236 0";
/// Longest name that fits beside a mark, in characters.
const NAME: usize = 14;

/// Draws the coin for what was said. No answer, "not sure", "does not fit" and "rather not say" all draw the
/// coin as it lies.
pub fn picture(stand: Option<Stand>, settings: &[(String, Option<Side>)]) -> CoinPicture {
    let turned = stand == Some(Stand::Bottom);
    let changes = stand == Some(Stand::Changes);
    let both = changes || stand == Some(Stand::Both);
    let mut marks = Vec::new();
    if !matches!(stand, None | Some(Stand::Unsure | Stand::NoFit | Stand::RatherNotSay)) {
        mark(&mut marks, settings, Side::Top, both || stand == Some(Stand::Top), turned);
        mark(&mut marks, settings, Side::Bottom, both || turned, turned);
    }
    CoinPicture { turned, changes, marks, own: !settings.is_empty() }
}

/// Marks a side by at most two of the places named there; by none but a dot, if only the side was `said`.
fn mark(marks: &mut Vec<Mark>, settings: &[(String, Option<Side>)], side: Side, said: bool, turned: bool) {
    let named = settings.iter().filter(|(place, at)| *at == Some(side) && !place.trim().is_empty());
    let mut names: Vec<String> = named.map(|(place, _)| shorten(place.trim(), NAME)).take(2).collect();
    if names.is_empty() && said {
        names.push(String::new());
    }
    // On the face that is seen, else on the far side of the rim.
    let (single, y) = match (side, turned) {
        (Side::Top, false) => (208, 60),
        (Side::Top, true) => (208, 50),
        (Side::Bottom, false) => (92, 140),
        (Side::Bottom, true) => (92, 130),
    };
    let alone = names.len() == 1;
    for (place, name) in names.into_iter().enumerate() {
        let x = match place {
            _ if alone => single,
            0 => 92,
            _ => 208,
        };
        marks.push(Mark { side, x, y, name });
    }
}

impl CoinPicture {
    /// Prints it with the drawing on its face; `said` is for those who hear it. Where one may choose by it, `on_tap` hears the
    /// side that was tapped.
    pub fn draw(self, drawing: &str, said: String, on_tap: Option<Callback<Side>>) -> AnyView {
        let (class, upper, lower, cut) = match self.turned {
            true => ("coin coin-turned", ABOVE, SEEN_BELOW, ("coin-cut", CUT)),
            false => ("coin", SEEN, BELOW, ("coin-light", LIGHT)),
        };
        let left_alone = self.own.then_some("no");
        let tap = move |line: &'static str, side: Side| {
            on_tap.map(|on_tap| view! { <path class="coin-tap" d=line on:click=move |_| on_tap.run(side)/> })
        };
        view! {
            <svg class=class translate=left_alone viewBox="0 0 300 190" role="img" aria-label=said>
                {ellipse("coin-shade", [150, 138, 112, 18])}
                <g class="coin-body">
                    {path("coin-rim", RIM)}
                    {path("coin-mill", MILL)}
                    {ellipse("coin-face", [150, 78, 118, 34])}
                    {path(cut.0, cut.1)}
                    {ellipse("coin-ring", [150, 78, 99, 27])}
                    {emblem(drawing)}
                </g>
                {self.changes.then(|| path("coin-way", WAY))}
                {self.marks.into_iter().map(Mark::draw).collect_view()}
                {tap(upper, Side::Top)}
                {tap(lower, Side::Bottom)}
            </svg>
        }
        .into_any()
    }
}

impl Mark {
    fn draw(self) -> AnyView {
        let (line_y, name_y, side) = match self.side {
            Side::Top => (28, 20, word::place::side_top()),
            Side::Bottom => (164, 180, word::place::side_bottom()),
        };
        let line = format!("M{} {}V{line_y}", self.x, self.y);
        let name = if self.name.is_empty() { side.to_owned() } else { self.name };
        view! {
            <g class="coin-mark">
                <path d=line/>
                <circle cx=self.x cy=self.y r=9/>
                <text x=self.x y=name_y text-anchor="middle">{name}</text>
            </g>
        }
        .into_any()
    }
}

fn path(class: &'static str, line: impl Into<String>) -> AnyView {
    fn drawn(class: &'static str, line: String) -> AnyView {
        view! { <path class=class d=line/> }.into_any()
    }
    drawn(class, line.into())
}

fn ellipse(class: &'static str, [cx, cy, rx, ry]: [i32; 4]) -> AnyView {
    view! { <ellipse class=class cx=cx cy=cy rx=rx ry=ry/> }.into_any()
}

/// The drawing on a coin's face, with a light edge.
pub fn emblem(drawing: &str) -> AnyView {
    [path("coin-emblem coin-gleam", drawing), path("coin-emblem", drawing)].into_any()
}

/// A struck coin, which tells nothing of the person, with what is on its face. `said` is for those who hear it; without it they
/// hear nothing.
pub fn struck(face: AnyView, said: Option<String>) -> AnyView {
    let (hidden, role) = if said.is_none() { (Some("true"), None) } else { (None, Some("img")) };
    view! {
        <svg class="coin-struck" viewBox="-50 -50 100 100" aria-hidden=hidden role=role aria-label=said>
            {ellipse("coin-brim", [0, 0, 48, 48])}
            {ellipse("coin-mill", [0, 0, 48, 48])}
            {ellipse("coin-ring", [0, 0, 40, 40])}
            {face}
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> Vec<(String, Option<Side>)> {
        vec![
            ("in clinic".into(), Some(Side::Top)),
            ("on nights".into(), Some(Side::Bottom)),
            ("with the neurosurgical consultants".into(), Some(Side::Bottom)),
            ("at home".into(), None),
        ]
    }

    fn sides(stand: Stand) -> Vec<Side> {
        picture(Some(stand), &[]).marks.iter().map(|mark| mark.side).collect()
    }

    #[test]
    fn the_coin_turns_for_the_bottom_and_a_mark_stands_on_each_side_that_was_chosen() {
        assert!(picture(Some(Stand::Bottom), &[]).turned);
        assert!([Stand::Top, Stand::Both, Stand::Changes].iter().all(|stand| !picture(Some(*stand), &[]).turned));
        assert_eq!(sides(Stand::Top), [Side::Top]);
        assert_eq!(sides(Stand::Bottom), [Side::Bottom]);
        assert_eq!(sides(Stand::Both), [Side::Top, Side::Bottom]);
        assert_eq!(sides(Stand::Changes), [Side::Top, Side::Bottom]);
        assert_eq!(sides(Stand::ReadAs), []);
        let [both, changes] = [Stand::Both, Stand::Changes].map(|stand| picture(Some(stand), &[]));
        assert!(changes.changes && !both.changes);
    }

    #[test]
    fn a_place_that_is_named_takes_the_place_of_the_plain_mark() {
        let named =
            |stand| picture(Some(stand), &settings()).marks.into_iter().map(|mark| mark.name).collect::<Vec<_>>();
        assert_eq!(named(Stand::Top)[..2], ["in clinic", "on nights"]);
        assert_eq!(named(Stand::ReadAs).len(), 3);
        let only_top = &settings()[..1];
        let marks = picture(Some(Stand::Changes), only_top).marks;
        assert_eq!((marks[0].name.as_str(), marks[1].name.as_str()), ("in clinic", ""));
    }

    #[test]
    fn what_was_not_said_draws_no_mark() {
        for stand in [None, Some(Stand::Unsure), Some(Stand::NoFit), Some(Stand::RatherNotSay)] {
            assert!(picture(stand, &settings()).marks.is_empty(), "{stand:?}");
        }
    }

    #[test]
    fn the_milling_follows_the_outline() {
        let strokes: String = (0..=46)
            .map(|step| {
                let angle = std::f64::consts::PI * f64::from(step) / 46.0;
                format!("M{:.0} {:.0}v24", 150.0 - 118.0 * angle.cos(), 78.0 + 34.0 * angle.sin())
            })
            .collect();
        assert_eq!(MILL, strokes);
    }

    #[test]
    fn marks_stay_inside_and_apart_and_on_the_face_that_is_seen() {
        for (stand, seen, middle) in [(Stand::Changes, Side::Top, 78), (Stand::Bottom, Side::Bottom, 112)] {
            let marks = picture(Some(stand), &settings()).marks;
            assert_eq!(marks.len(), 3, "a place without a side draws none");
            for mark in &marks {
                assert!(mark.name.chars().count() <= NAME + 1);
                let (x, y) = (f64::from(mark.x - 150) / 118.0, f64::from(mark.y - middle) / 34.0);
                assert_eq!(x * x + y * y < 1.0, mark.side == seen, "{stand:?}: {mark:?}");
            }
            assert!(marks[1].x != marks[2].x);
        }
    }
}
