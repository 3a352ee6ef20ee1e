//! What a person wrote, read back by parsers of other people out of each form it is given away in.

mod calendar;
mod markdown;
mod nasty;
mod spreadsheet;
