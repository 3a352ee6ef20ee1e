use crate::{
    ui::view::{Element, View, all, el, maybe},
    words::word,
};
use leptos::prelude::*;
use obverse_core::activity::Choice;
use std::rc::Rc;

/// One option: its id and label.
pub type Option_ = (String, String);

/// Which options are chosen.
pub type Chosen = Rc<dyn Fn() -> Vec<String>>;

/// A radio or a tick with its words: `class` gives its looks.
pub fn tick(class: &str, kind: &str, label: &str, on: Rc<dyn Fn() -> bool>, change: impl Fn(bool) + 'static) -> View {
    ticked(class, el("input").attr("type", kind), label.into(), on, change)
}

/// A box to tick, with words in several lines.
pub fn tick_of(class: &str, label: View, on: Rc<dyn Fn() -> bool>, change: impl Fn(bool) + 'static) -> View {
    ticked(class, el("input").attr("type", "checkbox"), label, on, change)
}

/// One of several radios that share a name.
pub fn radio(class: &str, name: &str, label: &str, on: Rc<dyn Fn() -> bool>, choose: impl Fn() + 'static) -> View {
    radio_of(class, name, label.into(), on, choose)
}

/// One of several radios that share a name, with more than plain words beside it.
pub fn radio_of(class: &str, name: &str, label: View, on: Rc<dyn Fn() -> bool>, choose: impl Fn() + 'static) -> View {
    ticked(class, el("input").attr("type", "radio").attr("name", name), label, on, move |_| choose())
}

/// The radio of a set by which a choice is taken back. It comes once something is chosen, and then stays: nothing is chosen
/// beforehand.
pub fn not_set(
    class: &'static str,
    name: &'static str,
    on: impl Fn() -> bool + Clone + Send + Sync + 'static,
    choose: impl Fn() + 'static,
) -> View {
    let (unset, chosen) = (on.clone(), StoredValue::new(false));
    let (on, choose) = (Rc::new(on), Rc::new(choose));
    let chosen_once = Memo::new(move |_| {
        if !unset() {
            chosen.set_value(true);
        }
        chosen.get_value()
    });
    maybe(move || {
        let (on, choose) = (on.clone(), choose.clone());
        chosen_once.get().then(|| untrack(|| radio(class, name, word::place::not_set(), on, move || choose())))
    })
}

fn ticked(class: &str, input: Element, label: View, on: Rc<dyn Fn() -> bool>, change: impl Fn(bool) + 'static) -> View {
    let marked = on.clone();
    let input = input.attr("autocomplete", "off").ticked_while(move || on()).on_tick(change);
    el("label").class(class).class_while("on", move || marked()).with(input).with(el("span").with(label)).into()
}

/// A set of options under the page's heading, which the options are put in.
pub fn options() -> Element {
    el("fieldset").class("choices").attr("aria-labelledby", "heading")
}

/// Options one after another: radios of this name, or boxes where several may be chosen.
pub fn choices(
    kind: &'static str,
    name: &str,
    options: Vec<Option_>,
    chosen: Chosen,
    choose: impl Fn(String) + 'static,
) -> View {
    let choose = Rc::new(choose);
    all(options.into_iter().map(|(id, label)| {
        let input = el("input").attr("type", kind).attr("name", name).attr("value", &id);
        let (this, chosen, choose) = (id.clone(), chosen.clone(), choose.clone());
        ticked("choice", input, label.into(), Rc::new(move || chosen().contains(&this)), move |_| choose(id.clone()))
    }))
}

/// The options of a step.
pub(crate) fn labels(options: &[Choice]) -> Vec<Option_> {
    options.iter().map(|option| (option.id.clone(), option.label.clone())).collect()
}
