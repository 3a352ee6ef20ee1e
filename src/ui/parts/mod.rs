//! Shared pieces of screens.

mod bits;
mod calls;
mod choices;
mod confirm;
mod erasing;
mod keeping;
mod named;
mod no_room;
mod nudge;
mod own;
mod page;
mod placing;
mod promise;
mod reading;
mod row;
mod secret;
mod settings;
mod sources;
mod where_kept;
mod words_field;
mod work;

pub use bits::{
    Refused, button, group, heading, link, pair, para, paragraphs, plain, refusal_line, rows, soft, span, way,
};
pub use calls::{calls, talk_now};
pub(crate) use choices::labels;
pub use choices::{Chosen, Option_, choices, not_set, options, radio, radio_of, tick, tick_of};
pub use confirm::confirm;
pub use erasing::{erased_words, erasing};
pub use keeping::{keeping_line, long_line, not_kept, refusal};
pub use named::named;
pub use no_room::NoRoom;
pub use nudge::{nudge, quoted};
pub use own::{Own, own, own_para, own_row, own_row_above};
pub use page::{Hide, Page, app, awaiting, awaiting_all, awaiting_group, once_there, page, waiting};
pub use placing::{placing, stand_words, told};
pub use promise::promise;
pub use reading::{points, reading};
pub use row::{row, row_with};
pub use secret::{NewSecret, Secret, sending, unlocking};
pub use settings::settings_line;
pub use sources::sources;
pub use where_kept::where_kept;
pub use words_field::{Size, field, words_field};
pub use work::{work_line, work_line_if};
