//! Sentences that tell nothing about anybody, as clinicians write when they reflect: with doses, times, results, years
//! and ward talk. The last 600 were written by people who had not seen the patterns. What is found in them is a false alarm: with
//! too many, the line would not be looked at any more.

use super::found;

const SENTENCES: &str = include_str!("innocent.txt");
/// How many false alarms there are, so that a change for better or worse is seen: two days of the year, and an age, that were nobody’s.
const FALSE_ALARMS: usize = 3;

#[test]
fn few_innocent_sentences_are_told() {
    let sentences: Vec<&str> = SENTENCES.lines().collect();
    assert!(sentences.len() >= 200, "{}", sentences.len());
    let told: Vec<_> = sentences.iter().map(|one| (one, found(one))).filter(|(_, found)| !found.is_empty()).collect();
    for (sentence, found) in &told {
        eprintln!("{sentence}\n  {found:?}");
    }
    assert_eq!(told.len(), FALSE_ALARMS, "of {}", sentences.len());
    assert!(told.len() * 50 <= sentences.len(), "more than two in a hundred");
}
