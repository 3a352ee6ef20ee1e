/// Where a person stands on a coin, in their own view, on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Placement {
    /// [`Coin::id`](crate::activity::Coin::id).
    pub coin: String,
    /// [`Coin::revision`](crate::activity::Coin::revision) of the words the person saw.
    pub revision: u32,
    /// The answer; `None` where only a setting or a note was given.
    pub stand: Option<Stand>,
    /// Places or company, each with a side or none.
    pub settings: Vec<Setting>,
    /// A note; may be empty.
    pub note: String,
}

/// The answers of a placement. All are honourable and none is a default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It makes things easier for me, asked for or not.
    Top,
    /// It puts things in my way.
    Bottom,
    /// Both, in different ways.
    Both,
    /// It changes with place or company.
    Changes,
    /// People read me as on a side I am not.
    ReadAs,
    /// Not sure yet.
    Unsure,
    /// This coin does not fit me.
    NoFit,
    /// Rather not say.
    RatherNotSay,
}

/// A side of a coin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Unearned advantage.
    Top,
    /// Unearned disadvantage.
    Bottom,
}

/// One place or company, e.g. "on nights".
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// In the person's words.
    pub place: String,
    /// The side there, if said.
    pub side: Option<Side>,
}
