//! A coin in perspective. The picture says where a person stands only on that coin's own page, and both faces
//! have the same finish: no side is the better one.

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
    pub x: f64,
    /// The middle of the dot.
    pub y: f64,
    /// Where its line to the name ends.
    pub line_y: f64,
    /// Where its name stands.
    pub name_y: f64,
    /// The name, cut to what fits.
    pub name: String,
}

/// The shapes of a coin in a box of 300 by 190.
#[derive(Clone, Debug, PartialEq)]
pub struct CoinPicture {
    /// How it lies.
    pub face: Face,
    /// The outline of its edge.
    pub rim: String,
    /// The milling of the edge, one path.
    pub mill: String,
    /// Middle and radii of the face that is seen.
    pub disc: (f64, f64, f64, f64),
    /// Two named marks at most on each side.
    pub marks: Vec<Mark>,
}

const MIDDLE: f64 = 150.0;
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
    match face {
        Face::Edge => CoinPicture {
            face,
            rim: "M132 33h26c19 0 34 28 34 62s-15 62-34 62h-26z".into(),
            mill: String::new(),
            disc: (132.0, 95.0, 34.0, 62.0),
            marks,
        },
        _ => CoinPicture {
            face,
            rim: "M32 78v24c0 19 53 34 118 34s118-15 118-34V78".into(),
            mill: mill(),
            disc: (MIDDLE, 78.0, 118.0, 34.0),
            marks,
        },
    }
}

fn mill() -> String {
    (0..=46)
        .map(|step| {
            let angle = std::f64::consts::PI * f64::from(step) / 46.0;
            let (x, y) = (MIDDLE - 118.0 * angle.cos(), 78.0 + 34.0 * angle.sin());
            format!("M{x:.1} {y:.1}v24")
        })
        .collect()
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
    let spread = |count: usize, single: f64| if count == 1 { vec![single] } else { vec![92.0, 208.0] };
    let (top, bottom) = (on(Side::Top), on(Side::Bottom));
    let above = top.iter().zip(spread(top.len(), 208.0)).map(|(name, x)| Mark {
        x,
        y: 56.0,
        line_y: 28.0,
        name_y: 20.0,
        name: cut(name),
    });
    let below = bottom.iter().zip(spread(bottom.len(), 92.0)).map(|(name, x)| Mark {
        x,
        y: 150.0,
        line_y: 164.0,
        name_y: 180.0,
        name: cut(name),
    });
    above.chain(below).collect()
}

fn cut(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", name[..end].trim_end()),
        None => name.to_owned(),
    }
}

impl CoinPicture {
    /// Prints it, with the coin's name on its face and `said` for those who hear it.
    pub fn draw(self, name: &str, said: String) -> impl IntoView + use<> {
        let (cx, cy, rx, ry) = self.disc;
        let face = match self.face {
            Face::Top => "top",
            Face::Bottom => "bottom",
            Face::Edge => "edge",
        };
        let label = name.to_lowercase();
        let size = if label.chars().count() > 16 { "15" } else { "18" };
        view! {
            <svg class=format!("coin coin-{face}") viewBox="0 0 300 190" role="img" aria-label=said>
                <ellipse class="coin-shade" cx="150" cy="152" rx="104" ry="20" />
                <g class="coin-body">
                    <path class="coin-rim" d=self.rim />
                    <path class="coin-mill" d=self.mill />
                    <ellipse class="coin-face" cx=cx cy=cy rx=rx ry=ry />
                    <ellipse class="coin-ring" cx=cx cy=cy rx=rx * 0.84 ry=ry * 0.78 />
                    {(self.face != Face::Edge)
                        .then(|| {
                            view! {
                                <text class="coin-name" x=cx y=cy + 6.0 font-size=size text-anchor="middle">
                                    {label}
                                </text>
                            }
                        })}
                </g>
                {self
                    .marks
                    .into_iter()
                    .map(|mark| {
                        view! {
                            <g class="coin-mark">
                                <path d=format!("M{} {}V{}", mark.x, mark.y, mark.line_y) />
                                <circle cx=mark.x cy=mark.y r="9" />
                                <text x=mark.x y=mark.name_y text-anchor="middle">
                                    {mark.name}
                                </text>
                            </g>
                        }
                    })
                    .collect_view()}
            </svg>
        }
    }
}

/// A coin of the table: tells whether it was looked at, never a side.
#[component]
pub fn SmallCoin(
    /// Whether it was.
    looked_at: bool,
) -> impl IntoView {
    view! {
        <svg class="coin-small" class:coin-seen=looked_at viewBox="0 0 76 56" aria-hidden="true">
            <path class="coin-rim" d="M6 22v9c0 8 14 14 32 14s32-6 32-14v-9" />
            <ellipse class="coin-face" cx="38" cy="22" rx="32" ry="14" />
            <ellipse class="coin-ring" cx="38" cy="22" rx="24" ry="9.5" />
        </svg>
    }
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
    fn marks_stay_inside_and_apart() {
        let marks = picture(Some(Stand::Changes), &settings()).marks;
        assert_eq!(marks.len(), 3, "a place without a side draws none");
        for mark in &marks {
            assert!(mark.name.chars().count() <= NAME + 1);
            assert!((20.0..=280.0).contains(&mark.x) && (10.0..=185.0).contains(&mark.name_y));
        }
        assert!(marks[1].x != marks[2].x);
    }
}
