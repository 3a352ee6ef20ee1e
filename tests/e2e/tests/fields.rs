//! What a field holds while somebody types in it, and after the program has changed it.

use e2e::{Engine, Looks, Page, Site, each_engine};
use serde_json::json;

/// Watches whether the program writes to the field that has the focus.
const WATCH: &str = "const field = document.activeElement;
    const of = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    window.obverseRewritten = 0;
    Object.defineProperty(field, 'value', {
        get() { return of.get.call(this); },
        set(text) { window.obverseRewritten += 1; of.set.call(this, text); },
    });
    window.obverseType = (text, kind) => {
        of.set.call(field, text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: kind === 'composing' }));
    };";
/// Lets the page do what it does after an event.
const AFTER: &str = "requestAnimationFrame(() => setTimeout(arguments[0], 50))";
const FIELD: &str = "Your words";
const NAMED: &str = "Dr Okafor at bed 4 had to wait.";
const LEFT_OUT: &str = "… at … had to wait.";

fn begin(page: &Page) {
    page.open("#/write");
    page.click("What, so what, now what");
    page.wait_ready();
    page.wait_value(FIELD, "");
}

/// Types as a keyboard does that brings both halves of a sign one after the other.
fn in_halves(page: &Page, before: &str) {
    for text in [r"\ud83d", r"\ud83d\ude42"] {
        page.run(&format!("window.obverseType({before:?} + '{text}')"));
        page.run_async(AFTER, json!([]));
    }
    assert_eq!(page.run("return window.obverseRewritten"), 0, "[{}] written to", page.engine());
}

#[test]
fn a_sign_that_comes_in_two_halves_is_whole() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        begin(&page);
        page.type_into(FIELD, "well ");
        page.run(WATCH);
        in_halves(&page, "well ");
        assert_eq!(page.value(FIELD), "well \u{1f642}", "[{engine}]");
        // One that never gets its other half leaves nothing of itself, and takes nothing along.
        page.run(r"window.obverseType('well \ud83d\ude42 and \ud83d on')");
        page.run_async(AFTER, json!([]));
        page.click("Save and stop");
        page.arrive("Today");
        page.open("#/journal");
        page.wait_text("well \u{1f642} and  on");

        // A passphrase too: typed in halves, it is the same as typed at once.
        page.open("#/lock");
        page.wait_h1("Lock your journal?");
        page.type_into("Passphrase", "blue heron ");
        page.run(WATCH);
        in_halves(&page, "blue heron ");
        page.type_into("Type it again", "blue heron ");
        page.run(WATCH);
        page.run(r"window.obverseType('blue heron \ud83d\ude42')");
        page.wait_gone("The two are not the same yet.");
        assert!(!page.shows("Too short."), "[{engine}]");
        page.assert_no_errors();
    });
}

#[test]
fn nothing_is_written_while_a_sign_is_put_together() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        begin(&page);
        page.type_into(FIELD, "a ");
        page.run(WATCH);
        page.run("document.activeElement.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))");
        for text in ["a k", "a か", "a かn", "a かん", "a 感"] {
            page.run_with("window.obverseType(arguments[0], 'composing')", json!([text]));
            page.run_async(AFTER, json!([]));
        }
        page.run("document.activeElement.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))");
        page.run_async(AFTER, json!([]));
        assert_eq!(page.run("return window.obverseRewritten"), 0, "[{engine}] written to");
        page.click("Next");
        page.click("Back to the previous question");
        page.wait_value(FIELD, "a 感");
        page.assert_no_errors();
    });
}

/// Takes an edit back, or makes it once more. WebKit's driver does not bring these keys to the page.
fn edit(page: &Page, again: bool) {
    match (page.engine(), again) {
        (Engine::WebKit, false) => drop(page.run("document.execCommand('undo')")),
        (Engine::WebKit, true) => drop(page.run("document.execCommand('redo')")),
        (_, false) => page.undo(),
        (_, true) => page.redo(),
    }
    page.run_async(AFTER, json!([]));
}

#[test]
fn what_is_left_out_comes_back_by_undo_and_goes_by_redo() {
    each_engine(|engine| {
        let site = Site::of_app();
        let page = Page::entered(engine, &site, &Looks::phone().still());
        begin(&page);
        page.type_into(FIELD, NAMED);
        page.wait_text("“Dr Okafor”, “bed 4” could point to people.");
        page.click("Remove from the text");
        page.wait_value(FIELD, LEFT_OUT);
        page.wait_gone("could point to");
        assert!(page.focused().starts_with("textarea"), "[{engine}] {}", page.focused());
        edit(&page, false);
        assert_eq!(page.value(FIELD), NAMED, "[{engine}] undone");
        // What is kept follows: it is told of again, and left out again.
        page.wait_text("“Dr Okafor”, “bed 4” could point to people.");
        edit(&page, true);
        assert_eq!(page.value(FIELD), LEFT_OUT, "[{engine}] made once more");
        page.wait_gone("could point to");
        // However often each: what stood there, and nothing beside it.
        for again in [false, false, true, true, true, false, true] {
            edit(&page, again);
            let now = page.value(FIELD);
            assert!(NAMED.starts_with(&now) || now == LEFT_OUT, "[{engine}] {now:?}");
        }
        assert_eq!(page.value(FIELD), LEFT_OUT, "[{engine}] at the end");
        page.click("Save and stop");
        page.arrive("Today");
        page.open("#/journal");
        page.wait_text(LEFT_OUT);
        page.assert_no_errors();
    });
}
