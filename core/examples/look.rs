//! What the identifier nudge finds in a text, and how long it takes:
//!
//! ```text
//! cargo run --release -p obverse-core --example look < a text
//! ```
//!
//! Each line is looked at alone; those in which something is found are printed. Then it is timed on the first 2,000
//! characters of the whole.
#![forbid(unsafe_code)]

use obverse_core::privacy::{Words, look};
use std::{hint::black_box, io::Read, time::Instant};

const CHARACTERS: usize = 2_000;
const TIMES: u32 = 1_000;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let begun = Instant::now();
    let words = Words::english();
    let ready = begun.elapsed();

    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    let mut told = 0;
    for line in &lines {
        let found = look(line, &words);
        told += usize::from(!found.is_empty());
        for one in found {
            println!("{:?}: {:?} in {line}", one.kind, &line[one.range]);
        }
    }
    println!("something in {told} of {} lines", lines.len());

    let part: String = text.chars().take(CHARACTERS).collect();
    let begun = Instant::now();
    for _ in 0..TIMES {
        black_box(look(black_box(&part), &words));
    }
    let each = begun.elapsed() / TIMES;
    println!("{each:?} for {} characters; the words were ready in {ready:?}", part.chars().count());
    Ok(())
}
