//! The content security policy: nothing but the app's own files, and the one inline script that starts it.

use super::integrity;

/// The policy for this page: each of its inline scripts is allowed by its hash, and nothing else inline.
pub(super) fn of(page: &str) -> String {
    let hashes: String =
        inline_scripts(page).iter().map(|text| format!(" '{}'", integrity::of(text.as_bytes()))).collect();
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'self'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The text of each script element that names no file.
fn inline_scripts(page: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some((_, from)) = rest.split_once("<script") {
        let Some((attributes, body)) = from.split_once('>') else { break };
        let Some((text, after)) = body.split_once("</script>") else { break };
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
        assert_eq!(inline_scripts(page), ["alert(1)"]);
        assert!(of(page).contains("script-src 'self' 'wasm-unsafe-eval' 'sha256-"));
        assert!(!of("<p>").contains("sha256"));
    }
}
