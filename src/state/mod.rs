//! What the interface reads and does: signals and commands over `obverse-core`. It asks the browser for
//! things only through [`Host`] and the ports of the vault.

mod answers;
mod backup;
mod begun;
mod by_code;
mod check;
mod closing;
mod content;
mod daily;
mod day;
mod draft;
mod erasing;
mod fields;
mod files;
mod first_answers;
mod focus;
mod hand_in;
mod held;
mod hiding;
mod host;
mod in_words;
mod journal;
mod journal_line;
mod language;
mod leaving;
mod left;
mod library;
mod lines;
mod list;
mod lock;
mod locksmith;
mod look;
#[cfg(test)]
mod many_tabs;
mod nudge;
mod offers;
mod offline;
mod path;
mod places;
mod ports;
mod preferences;
mod session;
mod slip;
mod stores;
mod tabs;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod three_tabs;
mod wordings;
mod written_earlier;

pub use answers::{Earlier, Said, Sheet};
pub use backup::{Made, Opened};
pub use begun::{Begun, What};
pub use check::{Asked, Told};
pub use closing::{Closing, Group, Line, answered};
pub use content::{Content, GroupState, Loading};
pub use daily::asked;
pub use day::{DayRefused, farthest_day, typed_day};
pub use draft::{Draft, Keeping, Outcome};
pub use erasing::{Erased, Sort};
pub use files::file_type;
pub(crate) use first_answers::FIRST_ANSWERS;
pub use hand_in::{Offered, Together, code_in, is_code, offered, write_code};
pub use host::{Field, Happened, Host, Timer};
pub(crate) use journal::newest_first;
pub use journal::{Grown, Journal, Mode, SET_ASIDE};
pub use journal_line::{JournalLine, Marked};
pub use language::{FetchLanguage, Fetched, Language};
pub use left::{AT_FIRST, Lists};
pub use library::{Library, Shelved, Standing};
pub use lines::{MY_LINE, MY_SUPPORT, OwnLine};
pub use list::{Found, Month, Query};
pub use lock::{Guard, Hitch, Work};
pub use look::{TextSize, Theme};
pub use nudge::{HAPPENED, Nudge};
pub use offers::Offer;
pub use offline::Offline;
pub use path::Next;
pub use places::Places;
pub use ports::Ports;
pub use preferences::{AWAY, Preferences};
pub use session::App;
pub use slip::{Slip, has_outer_space};
pub use wordings::Wordings;

// The interface reads the plain types through here, so that it never names the vault.
pub use obverse_core::{
    errand::Refusal,
    seal::{Strength, is_last_group, strength},
    vault::{Condition, Head, Holder, KeepError, Record, RecordId, Restored, Rev, Turn},
};
