//! The content security policy: nothing but the app's own files, the inline scripts that start it, and the style
//! in the page.

use super::integrity;

/// The policy for this page: each of its inline scripts and styles is allowed by its hash, and nothing else inline.
pub(super) fn of(page: &str) -> String {
    let hashes = |tag: &str| -> String {
        inline(page, tag).iter().map(|text| format!(" '{}'", integrity::of(text.as_bytes()))).collect()
    };
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{}", hashes("script")),
        &format!("style-src{}", hashes("style")),
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The text of each such element that names no file.
fn inline<'p>(page: &'p str, tag: &str) -> Vec<&'p str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, from)) = rest.split_once(&open) {
        let Some((attributes, body)) = from.split_once('>') else { break };
        let Some((text, after)) = body.split_once(&close) else { break };
        if !attributes.contains(" src=") {
            found.push(text);
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_in_the_page_are_allowed_by_hash() {
        let page = "<script defer src=\"a.js\"></script><script type=\"module\">alert(1)</script>";
        assert_eq!(inline(page, "script"), ["alert(1)"]);
        assert!(of(page).contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"));
        assert!(!of("<p>").contains("sha256"));
        assert!(of("<style>a {}</style>").contains("style-src 'sha256-"));
    }
}
