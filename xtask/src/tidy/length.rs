//! How long files are: about one thing, so most are short.

use super::{Finding, Source};

const MOST: usize = 400;

/// A file over the limit says why in its first line.
pub(super) fn check(source: &Source) -> Option<Finding> {
    let lines = source.text.lines().count();
    let says_why = source.text.lines().next().is_some_and(|line| line.starts_with("// long: "));
    (lines > MOST && !says_why).then(|| {
        format!("{}:1: {lines} lines; split it, or begin it with `// long: <reason>` (at most {MOST})", source.path)
    })
}

/// The length of the middle file, said in a line.
pub(super) fn median(sources: &[Source]) -> String {
    let mut lengths: Vec<usize> = sources.iter().map(|source| source.text.lines().count()).collect();
    lengths.sort_unstable();
    let middle = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    format!("{} files of Rust, {middle} lines in the median, {} at most", lengths.len(), lengths.last().unwrap_or(&0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_file_needs_a_reason() {
        let long = "x\n".repeat(401);
        let read = |text: String| Source::read("a.rs".to_owned(), text);
        assert!(check(&read(long.clone())).is_some());
        assert!(check(&read(format!("// long: a table\n{long}"))).is_none());
        assert!(check(&read("x\n".repeat(400))).is_none());
    }
}
