//! The names by which the program asks for what its script offers. Each carries sixteen hex digits that no packing
//! makes smaller, and stands in both files.

use crate::Outcome;

/// The sections of a program that matter here: notes for people, and what it asks for.
const NOTES: u8 = 0;
const IMPORTS: u8 = 2;
/// The kind of import that is a function.
const FUNCTION: u8 = 0;
/// What stands before the sections.
const HEAD: usize = 8;

/// The program and its script, with short names between them and without notes.
pub(super) fn shorten(program: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let (head, mut rest) = program.split_at_checked(HEAD).ok_or("the program has no head")?;
    let (mut made, mut script) = (head.to_vec(), script.to_owned());
    while let Some((kind, after)) = rest.split_first() {
        let mut at = after;
        let body = bytes(&mut at).ok_or("the program ends within a section")?;
        rest = at;
        if *kind == NOTES {
            continue;
        }
        let fresh = if *kind == IMPORTS { imports(body, &mut script)? } else { body.to_vec() };
        made.push(*kind);
        put(&mut made, &fresh);
    }
    Ok((made, script))
}

fn imports(mut body: &[u8], script: &mut String) -> Outcome<Vec<u8>> {
    let cut = "the program's imports are not as expected";
    let count = number(&mut body).ok_or(cut)?;
    let mut made = Vec::new();
    put_number(&mut made, count);
    let mut within = String::new();
    for place in 0..count {
        within = text(&mut body).ok_or(cut)?;
        let name = text(&mut body).ok_or(cut)?;
        let (kind, after) = body.split_first().filter(|(kind, _)| **kind == FUNCTION).ok_or(cut)?;
        body = after;
        let of = number(&mut body).ok_or(cut)?;
        let short = short(place);
        *script = replaced(script, &format!(" {name}: function("), &format!(" {short}: function("))?;
        put(&mut made, b"w");
        put(&mut made, short.as_bytes());
        made.push(*kind);
        put_number(&mut made, of);
    }
    *script = replaced(script, &format!("\"{within}\": import0"), "w: import0")?;
    Ok(made)
}

/// The script with one text in place of another that stands there once.
fn replaced(script: &str, from: &str, to: &str) -> Outcome<String> {
    match script.split_once(from) {
        Some((before, after)) if !after.contains(from) => Ok([before, to, after].concat()),
        _ => Err(format!("the program's script does not offer `{}` once", from.trim())),
    }
}

/// `aa`, `ab`, ...
fn short(place: usize) -> String {
    let letter = |place: usize| char::from(b'a' + u8::try_from(place % 26).unwrap_or_default());
    [letter(place / 26), letter(place)].iter().collect()
}

/// A number as the format has it: seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Option<usize> {
    let (mut found, mut shift) = (0_usize, 0);
    loop {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        found |= usize::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some(found);
        }
    }
}

/// Bytes behind their number.
fn bytes<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let count = number(rest)?;
    let (found, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(found)
}

fn text(rest: &mut &[u8]) -> Option<String> {
    String::from_utf8(bytes(rest)?.to_vec()).ok()
}

fn put_number(made: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            return made.push(low);
        }
        made.push(low | 0x80);
    }
}

fn put(made: &mut Vec<u8>, bytes: &[u8]) {
    put_number(made, bytes.len());
    made.extend(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(name: &str, notes: bool) -> Vec<u8> {
        let mut imports = vec![1];
        put(&mut imports, if notes { b"./a_bg.js" } else { b"w" });
        put(&mut imports, name.as_bytes());
        imports.extend([FUNCTION, 200, 1]);
        let mut made = b"\0asm\x01\0\0\0".to_vec();
        made.push(IMPORTS);
        put(&mut made, &imports);
        if notes {
            made.push(NOTES);
            put(&mut made, b"note");
        }
        made.push(10);
        put(&mut made, &[7; 300]);
        made
    }

    #[test]
    fn both_sides_get_the_same_short_name() {
        let script = "const import0 = { __wbg_get_0123: function(a) {} };\nreturn { \"./a_bg.js\": import0 };";
        let (made, script) = shorten(&program("__wbg_get_0123", true), script).expect("a program");
        assert_eq!(made, program("aa", false));
        assert_eq!(script, "const import0 = { aa: function(a) {} };\nreturn { w: import0 };");
    }

    #[test]
    fn a_script_that_does_not_fit_is_told() {
        assert!(shorten(&program("__wbg_get_0123", true), "").is_err());
        assert!(shorten(b"", "").is_err());
        assert!(shorten(b"\0asm\x01\0\0\0\x02\x09", "").is_err());
    }

    #[test]
    fn names_differ() {
        assert_eq!([short(0), short(25), short(26), short(675)], ["aa", "az", "ba", "zz"]);
    }
}
