//! The drawing on a coin's face: the data of one SVG path that stays in its box.

use super::table::Table;

/// The longest emblem, in characters.
const LONGEST: usize = 220;
/// How far from the middle a point may lie.
const EDGE: f64 = 22.0;

pub(super) fn read_emblem(root: &Table<'_>) -> String {
    let Some(emblem) = root.must("emblem", root.text("emblem")) else { return String::new() };
    if let Some(flaw) = flaw(&emblem.value) {
        root.tell(emblem.line, format!("`emblem` {flaw}"));
    }
    emblem.value
}

/// What is wrong with the path, if anything is.
fn flaw(path: &str) -> Option<String> {
    let known = |sign: char| numbers(sign).is_some() || sign.is_ascii_digit() || " .-".contains(sign);
    if let Some(sign) = path.chars().find(|sign| !known(*sign)) {
        let sign = sign.escape_debug();
        return Some(format!("has “{sign}”: it takes the letters of a path, digits, blanks, `.` and `-`"));
    }
    if path.len() > LONGEST {
        return Some(format!("has {} characters: at most {LONGEST}", path.len()));
    }
    walk(path).err()
}

/// How many numbers one turn of a command takes.
fn numbers(command: char) -> Option<usize> {
    Some(match command.to_ascii_lowercase() {
        'z' => 0,
        'h' | 'v' => 1,
        'm' | 'l' | 't' => 2,
        's' | 'q' => 4,
        'c' => 6,
        'a' => 7,
        _ => return None,
    })
}

/// Follows the path from point to point; the middles of curves count as points, the belly of an arc does not.
fn walk(path: &str) -> Result<(), String> {
    if !path.starts_with('M') {
        return Err("is no path: it begins with M".to_owned());
    }
    let (mut here, mut start) = ([0.0, 0.0], [0.0, 0.0]);
    let commands: Vec<(usize, char)> = path.char_indices().filter(|(_, sign)| sign.is_ascii_alphabetic()).collect();
    for (place, (at, command)) in commands.iter().enumerate() {
        let end = commands.get(place + 1).map_or(path.len(), |(next, _)| *next);
        let found = read_numbers(&path[at + 1..end]);
        let takes = numbers(*command).unwrap_or_default();
        let whole = if takes == 0 { found.is_empty() } else { !found.is_empty() && found.len().is_multiple_of(takes) };
        if !whole || found.iter().any(|number| !number.is_finite()) {
            return Err(format!("is no path: {command} takes {takes} numbers"));
        }
        if takes == 0 {
            here = start;
        }
        for turn in found.chunks(takes.max(1)) {
            let from = if command.is_ascii_lowercase() { here } else { [0.0, 0.0] };
            let points: Vec<[f64; 2]> = match command.to_ascii_lowercase() {
                'h' => vec![[from[0] + turn[0], here[1]]],
                'v' => vec![[here[0], from[1] + turn[0]]],
                'a' => vec![[from[0] + turn[5], from[1] + turn[6]]],
                _ => turn.chunks(2).map(|point| [from[0] + point[0], from[1] + point[1]]).collect(),
            };
            if let Some(far) = points.iter().flatten().find(|at| at.abs() > EDGE) {
                return Err(format!("comes to {far}: stay between -{EDGE} and {EDGE}"));
            }
            here = points.last().copied().unwrap_or(here);
        }
        if command.eq_ignore_ascii_case(&'m') {
            start = here;
        }
    }
    Ok(())
}

/// The numbers of a command: a blank, a minus or a second point begins the next one. What is none is not finite.
fn read_numbers(text: &str) -> Vec<f64> {
    let mut all: Vec<String> = Vec::new();
    let mut begins = true;
    for sign in text.chars() {
        if sign == ' ' {
            begins = true;
            continue;
        }
        let second_point = sign == '.' && all.last().is_some_and(|one| one.contains('.'));
        if begins || sign == '-' || second_point {
            all.push(String::new());
        }
        begins = false;
        if let Some(last) = all.last_mut() {
            last.push(sign);
        }
    }
    all.iter().map(|one| one.parse().unwrap_or(f64::NAN)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_followed_to_each_of_its_points() {
        for path in ["M-18 13h9v-8h9M-18 18h36", "M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0z", "M0-2c-5.5.5 1-1 0 22Z"] {
            assert_eq!(flaw(path), None, "{path}");
        }
        for (path, told) in [
            ("", "is no path: it begins with M"),
            ("h9", "is no path: it begins with M"),
            ("M0 0h9,8", "has “,”"),
            ("M0 0x9", "has “x”"),
            ("M0 0h9\"/><script>", "has “\\\"”"),
            ("M0 0l3", "is no path: l takes 2 numbers"),
            ("M0 0h", "is no path: h takes 1 numbers"),
            ("M0 0z3", "is no path: z takes 0 numbers"),
            ("M0 0h3-", "is no path: h takes 1 numbers"),
            ("M-18 18h41", "comes to 23: stay between -22 and 22"),
            ("M0-20v-3", "comes to -23"),
            ("M20 0h-10zh3", "comes to 23"),
            ("M0 0c0 23 0 0 0 0", "comes to 23"),
        ] {
            let found = flaw(path).unwrap_or_default();
            assert!(found.starts_with(told), "{path}: {found}");
        }
        assert!(flaw(&format!("M0 0{}", "h1h-1".repeat(50))).is_some_and(|told| told.contains("at most 220")));
    }
}
