//! Every screen that an address leads to, by name.

use obverse_core::activity::code;

/// The screens' names and routes.
pub fn places() -> Vec<(&'static str, String)> {
    let at = |kind: &str, id: &str| format!("#/{kind}/{}", code(id));
    vec![
        ("today", "#/".into()),
        ("reflect", "#/reflect".into()),
        ("questions", "#/reflect/questions".into()),
        ("runner", at("reflect", "being-heard")),
        ("scenario", at("reflect", "misgendered-at-handover")),
        ("exercise", at("reflect", "rewrite-the-problem")),
        ("coins", "#/coins".into()),
        ("coin", at("coins", "ableism")),
        ("place", at("coins", "ableism") + "/place"),
        ("journal", "#/journal".into()),
        ("write", "#/write".into()),
        ("form", at("write", "what-so-what-now-what")),
        ("happened", at("write", "something-happened")),
        ("settings", "#/settings".into()),
        ("about", "#/about".into()),
        ("missing", "#/nowhere".into()),
        ("check", "#/check/before".into()),
        ("cards", "#/cards".into()),
        ("card", at("cards", "pain-and-being-believed")),
        ("lines", "#/lines".into()),
        ("compare", "#/compare".into()),
        ("hand-in", "#/hand-in".into()),
        ("guide", "#/guide".into()),
        ("steps", "#/steps".into()),
        ("step-new", "#/steps/new".into()),
        ("lock", "#/lock".into()),
        ("backup", "#/backup".into()),
        ("restore", "#/restore".into()),
        ("export", "#/export".into()),
        ("print", "#/print".into()),
        ("language", "#/language".into()),
        ("erase", "#/erase".into()),
    ]
}
