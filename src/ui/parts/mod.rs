//! Shared pieces of screens.

mod bits;
mod choices;
mod confirm;
mod keeping;
mod page;
mod paragraphs;
mod placing;
mod row;
mod sources;
mod where_kept;
mod words_field;

pub use bits::{all, button, link, live, maybe, para, soft};
pub(crate) use choices::labels;
pub use choices::{Option_, Options, Tick};
pub use confirm::Confirm;
pub use keeping::{KeepingLine, refusal};
pub use page::{Awaiting, Page, app};
pub use paragraphs::paragraphs;
pub use placing::{Placing, settings_line, stand_words, told};
pub use row::Row;
pub use sources::Sources;
pub use where_kept::WhereKept;
pub use words_field::WordsField;
pub(crate) use words_field::hands_off;
