//! A coin in perspective. The picture says where a person stands only on that coin's own page, and both faces
//! have the same finish: no side is the better one.

use crate::words::{lower, shorten};
use leptos::prelude::*;
use obverse_core::reflection::{Side, Stand};

/// How the coin lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The obverse up.
    Top,
    /// Turned over.
    Bottom,
    /// On its edge.
    Edge,
}

/// A mark beside the coin: above it for the top, below it for the bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The middle of the dot.
    pub x: i32,
    /// The middle of the dot.
    pub y: i32,
    /// Where its line to the name ends.
    pub line_y: i32,
    /// Where its name stands.
    pub name_y: i32,
    /// The name, cut to what fits.
    pub name: String,
}

/// The shapes of a coin in a box of 300 by 190.
#[derive(Clone, Debug, PartialEq)]
pub struct CoinPicture {
    /// How it lies.
    pub face: Face,
    /// The outline of its edge.
    pub rim: &'static str,
    /// The milling of the edge, one path.
    pub mill: &'static str,
    /// Where light falls on the face, along its outline.
    pub light: &'static str,
    /// Middle and radii of the face that is seen.
    pub disc: (i32, i32, i32, i32),
    /// Two named marks at most on each side.
    pub marks: Vec<Mark>,
    /// Whether it is told with places in the person's own words.
    pub own: bool,
    /// How much of the box is shown, as an SVG `viewBox`.
    pub window: &'static str,
}

/// The whole box, with room for marks.
const WHOLE: &str = "0 0 300 190";

const MIDDLE: i32 = 150;
/// The milling: 47 strokes down from the front half of the face's outline, an ellipse of 118 by 34 around
/// (150, 78). Written out, because sines and decimals would weigh more in the wasm than the strokes do.
const MILL: &str = "\
    M32 78v24M32 80v24M33 83v24M34 85v24M36 87v24M39 89v24M42 92v24M45 94v24M49 96v24M54 98v24M58 99v24M\
    64 101v24M69 103v24M76 104v24M82 106v24M89 107v24M96 108v24M103 109v24M110 110v24M118 111v24M126 111\
    v24M134 112v24M142 112v24M150 112v24M158 112v24M166 112v24M174 111v24M182 111v24M190 110v24M197 109v\
    24M204 108v24M211 107v24M218 106v24M224 104v24M231 103v24M236 101v24M242 99v24M246 98v24M251 96v24M2\
    55 94v24M258 92v24M261 89v24M264 87v24M266 85v24M267 83v24M268 80v24M268 78v24";
/// Longest name that fits beside a mark, in characters.
const NAME: usize = 14;

/// Draws the coin for what was said. No answer, "not sure", "does not fit" and "rather not say" all draw the
/// coin as it lies.
pub fn picture(stand: Option<Stand>, settings: &[(String, Option<Side>)]) -> CoinPicture {
    let face = match stand {
        Some(Stand::Bottom) => Face::Bottom,
        Some(Stand::Both) => Face::Edge,
        _ => Face::Top,
    };
    let silent = matches!(stand, None | Some(Stand::Unsure | Stand::NoFit | Stand::RatherNotSay));
    let marks = if silent || face == Face::Edge { Vec::new() } else { marks(settings) };
    let own = !settings.is_empty();
    match face {
        Face::Edge => CoinPicture {
            face,
            rim: "M132 33h26c19 0 34 28 34 62s-15 62-34 62h-26z",
            mill: "",
            light: "M105 88C106 66 116 45 128 40",
            disc: (132, 95, 34, 62),
            marks,
            own,
            window: WHOLE,
        },
        _ => CoinPicture {
            face,
            rim: "M32 78v24c0 19 53 34 118 34s118-15 118-34V78",
            mill: MILL,
            light: "M43 72C54 58 93 51 140 50",
            disc: (MIDDLE, 78, 118, 34),
            marks,
            own,
            window: WHOLE,
        },
    }
}

fn marks(settings: &[(String, Option<Side>)]) -> Vec<Mark> {
    let on = |side: Side| -> Vec<&str> {
        settings
            .iter()
            .filter(|(place, at)| *at == Some(side) && !place.trim().is_empty())
            .map(|(place, _)| place.trim())
            .take(2)
            .collect()
    };
    let spread = |count: usize, single: i32| if count == 1 { vec![single] } else { vec![92, 208] };
    let (top, bottom) = (on(Side::Top), on(Side::Bottom));
    let above = top.iter().zip(spread(top.len(), 208)).map(|(name, x)| Mark {
        x,
        y: 56,
        line_y: 28,
        name_y: 20,
        name: shorten(name, NAME),
    });
    let below = bottom.iter().zip(spread(bottom.len(), 92)).map(|(name, x)| Mark {
        x,
        y: 150,
        line_y: 164,
        name_y: 180,
        name: shorten(name, NAME),
    });
    above.chain(below).collect()
}

impl CoinPicture {
    /// Without the room for marks, where there are none to come.
    pub fn snug(self) -> CoinPicture {
        let window = if self.marks.is_empty() && self.face != Face::Edge { "14 34 272 126" } else { self.window };
        CoinPicture { window, ..self }
    }

    /// Prints it, with the coin's name on its face and `said` for those who hear it.
    pub fn draw(self, name: &str, said: &str) -> AnyView {
        let (cx, cy, rx, ry) = self.disc;
        let face = match self.face {
            Face::Top => "coin coin-top",
            Face::Bottom => "coin coin-bottom",
            Face::Edge => "coin coin-edge",
        };
        let name = (self.face != Face::Edge).then(|| name_on_face(cx, cy + 6, lower(name)));
        let left_alone = self.own.then_some("no");
        let said = said.to_owned();
        view! {
            <svg class=face translate=left_alone viewBox=self.window role="img" aria-label=said>
                {ellipse("coin-shade", [150, 138, 112, 18])}
                <g class="coin-body">
                    {path("coin-rim", self.rim)}
                    {path("coin-mill", self.mill)}
                    {ellipse("coin-face", [cx, cy, rx, ry])}
                    {path("coin-light", self.light)}
                    {ellipse("coin-ring", [cx, cy, rx * 84 / 100, ry * 78 / 100])}
                    {name}
                </g>
                {self.marks.iter().map(Mark::draw).collect_view()}
            </svg>
        }
        .into_any()
    }
}

impl Mark {
    fn draw(&self) -> AnyView {
        let line = format!("M{} {}V{}", self.x, self.y, self.line_y);
        let name = self.name.clone();
        view! {
            <g class="coin-mark">
                <path d=line/>
                <circle cx=self.x cy=self.y r=9/>
                <text x=self.x y=self.name_y text-anchor="middle">{name}</text>
            </g>
        }
        .into_any()
    }
}

fn path(class: &'static str, line: &'static str) -> AnyView {
    view! { <path class=class d=line/> }.into_any()
}

fn ellipse(class: &'static str, [cx, cy, rx, ry]: [i32; 4]) -> AnyView {
    view! { <ellipse class=class cx=cx cy=cy rx=rx ry=ry/> }.into_any()
}

fn name_on_face(x: i32, y: i32, label: String) -> AnyView {
    let size = match label.chars().count() {
        0..=16 => 18,
        17..=22 => 15,
        _ => 12,
    };
    view! { <text x=x y=y text-anchor="middle" class="coin-name" font-size=size>{label}</text> }.into_any()
}

/// A coin of the table: tells whether it was looked at, never a side.
pub fn small_coin(looked_at: bool) -> AnyView {
    let class = if looked_at { "coin-small coin-seen" } else { "coin-small" };
    view! {
        <svg class=class viewBox="0 0 76 56" aria-hidden="true">
            {path("coin-rim", "M6 22v9c0 8 14 14 32 14s32-6 32-14v-9")}
            {path("coin-mill", "M12 33v8M19 36v8M27 37v8M38 38v8M49 37v8M57 36v8M64 33v8")}
            {ellipse("coin-face", [38, 22, 32, 14])}
            {path("coin-light", "M10 20C13 15 23 11 35 11")}
            <ellipse class="coin-ring" cx=38 cy=22 rx=24 ry="9.5"/>
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

    #[test]
    fn the_coin_turns_to_the_side_that_was_chosen() {
        assert_eq!(picture(Some(Stand::Top), &[]).face, Face::Top);
        assert_eq!(picture(Some(Stand::Bottom), &[]).face, Face::Bottom);
        assert_eq!(picture(Some(Stand::Both), &[]).face, Face::Edge);
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
    fn marks_stay_inside_and_apart() {
        let marks = picture(Some(Stand::Changes), &settings()).marks;
        assert_eq!(marks.len(), 3, "a place without a side draws none");
        for mark in &marks {
            assert!(mark.name.chars().count() <= NAME + 1);
            assert!((20..=280).contains(&mark.x) && (10..=185).contains(&mark.name_y));
        }
        assert!(marks[1].x != marks[2].x);
    }
}
