use super::View;
use leptos::leptos_dom::helpers::{event_target_checked, event_target_value};
use leptos::prelude::*;
use leptos::{
    ev::{self, EventDescriptor},
    tachys::renderer::{CastFrom, Rndr, types},
};
use std::any::Any;

/// The namespace of drawings.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page while it is put together. One pointer, as [`View`] is.
pub struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) node: types::Element,
    kept: Vec<Box<dyn Any>>,
}

/// An element.
pub fn el(tag: &str) -> Element {
    made(tag, None)
}

/// A piece of a drawing.
pub fn shape(tag: &str) -> Element {
    made(tag, Some(SVG))
}

fn made(tag: &str, namespace: Option<&str>) -> Element {
    Element(Box::new(Parts { node: Rndr::create_element(tag, namespace), kept: Vec::new() }))
}

impl From<Element> for View {
    fn from(element: Element) -> View {
        let Parts { node, kept } = *element.0;
        View::one(node.into(), kept)
    }
}

fn changed(event: types::Event) -> Option<<ev::change as EventDescriptor>::EventType> {
    CastFrom::cast_from(event)
}

/// What stands there.
impl Element {
    /// With an attribute.
    pub fn attr(self, name: &str, value: &str) -> Element {
        Rndr::set_attribute(&self.0.node, name, value);
        self
    }

    /// Out of the person's own words. Who translates a page sends it away for that: these are left alone.
    pub fn own(self) -> Element {
        self.attr("translate", "no")
    }

    /// With numbers for attributes.
    pub fn sized<const N: usize>(self, numbers: [(&str, i32); N]) -> Element {
        numbers.into_iter().fold(self, |element, (name, number)| element.attr(name, &number.to_string()))
    }

    /// Of a class, or of several.
    pub fn class(self, class: &str) -> Element {
        self.attr("class", class)
    }

    /// With something in it, after what is there.
    pub fn with(self, inside: impl Into<View>) -> Element {
        self.put(inside.into())
    }

    fn put(self, inside: View) -> Element {
        inside.insert(&self.0.node, None);
        self.keep(Box::new(inside))
    }

    fn keep(mut self, what: Box<dyn Any>) -> Element {
        self.0.kept.push(what);
        self
    }
}

/// What changes with what it reads.
impl Element {
    /// Of one more class for as long as `on` says so.
    pub fn class_while(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Element {
        self.follow(Box::new(move |node| {
            let classes = Rndr::class_list(node);
            match on() {
                true => Rndr::add_class(&classes, class),
                false => Rndr::remove_class(&classes, class),
            }
        }))
    }

    /// With an attribute for as long as it has a value.
    pub fn attr_while(self, name: &'static str, value: impl Fn() -> Option<&'static str> + 'static) -> Element {
        self.follow(Box::new(move |node| match value() {
            Some(value) => Rndr::set_attribute(node, name, value),
            None => Rndr::remove_attribute(node, name),
        }))
    }

    /// As wide as this many hundredths.
    pub fn wide(self, hundredths: impl Fn() -> usize + 'static) -> Element {
        self.follow(Box::new(move |node| {
            Rndr::set_css_property(&Rndr::style(node), "width", &format!("{}%", hundredths()));
        }))
    }

    /// Ticked for as long as `on` says so.
    pub fn ticked_while(self, on: impl Fn() -> bool + 'static) -> Element {
        self.follow(Box::new(move |node| Rndr::set_property(node, "checked", &on().into())))
    }

    /// A field in which this text stands, and nobody types: see [`Element::writing`] for one where somebody does.
    pub fn holding(self, text: impl Fn() -> String + 'static) -> Element {
        self.follow(Box::new(move |node| Rndr::set_property(node, "value", &text().into())))
    }

    pub(super) fn follow(self, set: Box<dyn Fn(&types::Element)>) -> Element {
        let node = self.0.node.clone();
        self.keep(Box::new(RenderEffect::new(move |_| set(&node))))
    }
}

/// What it hears.
impl Element {
    /// Does something when it is pressed.
    pub fn on_press(self, press: impl Fn() + 'static) -> Element {
        self.hear("click", Box::new(move |_| press()))
    }

    /// Does something when it is pressed, in place of what the browser would do.
    pub fn on_press_instead(self, press: impl Fn() + 'static) -> Element {
        self.hear(
            "click",
            Box::new(move |event| {
                if let Some(event) = <ev::click as EventDescriptor>::EventType::cast_from(event) {
                    event.prevent_default();
                }
                press();
            }),
        )
    }

    /// Hears the text of a field, at each `event`.
    pub fn on_text(self, event: &str, hear: impl Fn(String) + 'static) -> Element {
        self.hear(event, Box::new(move |event| hear(event_target_value(&event))))
    }

    /// Hears whether it was ticked.
    pub fn on_tick(self, hear: impl Fn(bool) + 'static) -> Element {
        self.hear(
            "change",
            Box::new(move |event| hear(changed(event).is_some_and(|event| event_target_checked(&event)))),
        )
    }

    pub(super) fn hear(self, event: &str, hear: Box<dyn Fn(types::Event)>) -> Element {
        let owner = Owner::current().unwrap_or_default();
        let listener = Rndr::add_event_listener(&self.0.node, event, Box::new(move |event| owner.with(|| hear(event))));
        self.keep(Box::new(listener))
    }
}
