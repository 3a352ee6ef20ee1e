//! What survives when a browser is killed, its store shared by tabs, or full: figures, not tests. Nothing here fails
//! over what it finds.
//!
//! `asked` reads the command line; `curve`, `session`, `tabs`, `full` (with `full_rarely`), `writes` and `traces` make a
//! figure each, of which the first two are a `plan` that a `worker` carries out round by round on a profile it keeps;
//! `writing` saves words through the app, `driving` thousands of them; `shelf` looks at what a browser's store holds;
//! `disk` at what of it has reached the disk; `door` lets few browsers start at once; `report` writes a line for each
//! try, and `tally` counts them.

mod asked;
mod curve;
mod disk;
mod door;
mod driving;
mod full;
mod full_rarely;
mod plan;
mod report;
mod session;
mod shelf;
mod tabs;
mod tally;
mod traces;
mod worker;
mod writes;
mod writing;

use asked::{Asked, Figure};

/// How many seconds anything may take: many browsers share a machine here.
const PATIENCE: u64 = 60;

/// Makes the figures the words ask for.
pub fn run(words: &[String]) -> Result<(), String> {
    let asked = Asked::read(words)?;
    crate::page::be_patient(PATIENCE);
    for figure in &asked.figures {
        for engine in &asked.engines {
            match figure {
                Figure::Curve => curve::run(&asked, *engine),
                Figure::First => curve::run_first(&asked, *engine),
                Figure::Busy => curve::run_busy(&asked, *engine),
                Figure::Session => session::run(&asked, *engine),
                Figure::Tabs => tabs::run(&asked, *engine),
                Figure::Full => full::run(&asked, *engine),
                Figure::Writes => writes::run(&asked, *engine),
                Figure::Traces => traces::run(&asked, *engine),
            }
            tally::print(&asked, *figure, *engine);
        }
    }
    Ok(())
}
