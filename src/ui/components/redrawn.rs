//! Pieces of a page that change. Leptos patches the text nodes it made, and a page translator has put others in their place: the old
//! text would stay on the screen. So what changes here is taken away as a whole, whatever stands there by then, and drawn anew.

use leptos::prelude::*;
use leptos::tachys::{
    html::attribute::{Attribute, any_attribute::AnyAttribute},
    hydration::Cursor,
    renderer::{
        CastFrom, Rndr,
        types::{Element, Node},
    },
    view::{Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr, any_view::AnyViewState},
};
use send_wrapper::SendWrapper;
use std::{cell::RefCell, rc::Rc};

/// Draws a piece anew whenever a signal that `draw` reads has changed. What reads more than `draw` should go into
/// [`untrack`]: a whole page is not drawn anew for a word typed in it.
pub fn redrawn<V: IntoView + 'static>(draw: impl Fn() -> V + 'static) -> AnyView {
    changing(Box::new(move || Some(draw().into_any())))
}

/// Shows a text that changes, in an element of its own, and nothing while it is empty. Another element takes its place only when the
/// text differs, so that a screen reader tells each change once.
#[component]
pub fn LiveText(
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let shown = RefCell::new(String::new());
    changing(Box::new(move || {
        let text = text.get();
        let differs = *shown.borrow() != text;
        shown.replace(text.clone());
        differs.then(|| (!text.is_empty()).then(|| view! { <span>{text}</span> }).into_any())
    }))
}

/// Draws what is shown now; `None` if that is what is shown already.
type Draw = Box<dyn Fn() -> Option<AnyView>>;

fn changing(draw: Draw) -> AnyView {
    Redrawn(SendWrapper::new(draw)).into_any()
}

struct Redrawn(SendWrapper<Draw>);

/// What a redrawn piece shows, and a mark in the page before and behind it. Whatever stands between the marks goes with it.
struct Shown {
    view: Rc<RefCell<Option<AnyViewState>>>,
    marks: Marks,
    _drawing: RenderEffect<()>,
}

type Marks = Rc<[Node; 2]>;

impl Render for Redrawn {
    type State = Shown;

    fn build(self) -> Shown {
        let draw = self.0.take();
        let view = Rc::new(RefCell::new(None::<AnyViewState>));
        let marks = Rc::new([(); 2].map(|()| Node::from(Rndr::create_placeholder())));
        // Weakly, so that what is shown goes at once with this piece: the effect itself is let go of a moment later, and what it drew
        // must not outlive the signals it reads.
        let (slot, place) = (Rc::downgrade(&view), marks.clone());
        let drawing = RenderEffect::new(move |_| {
            let Some(slot) = slot.upgrade() else { return };
            let Some(fresh) = draw() else { return };
            let mut fresh = fresh.build();
            // Before it is in the page, whoever puts the marks there puts what is shown there as well.
            let [_, end] = &*place;
            if let Some(parent) = Rndr::get_parent(end).and_then(Element::cast_from) {
                clear(&place, &mut slot.borrow_mut());
                fresh.mount(&parent, Some(end));
            }
            drop(slot.replace(Some(fresh)));
        });
        Shown { view, marks, _drawing: drawing }
    }

    fn rebuild(self, before: &mut Shown) {
        let mut fresh = self.build();
        before.insert_before_this(&mut fresh);
        before.unmount();
        *before = fresh;
    }
}

/// Takes away all that stands between two marks. If somebody has moved them apart, what was put there is all that is known.
fn clear(marks: &Marks, shown: &mut Option<AnyViewState>) {
    let [start, end] = &**marks;
    let mut between = Vec::new();
    let mut next = Rndr::next_sibling(start);
    while let Some(node) = next.take_if(|node| node != end) {
        next = Rndr::next_sibling(&node);
        between.push(node);
    }
    match (next, shown) {
        (Some(_), _) => between.iter().for_each(Rndr::remove),
        (None, Some(shown)) => shown.unmount(),
        (None, None) => {}
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        clear(&self.marks, &mut self.view.borrow_mut());
        self.marks.iter().for_each(Rndr::remove);
    }

    fn mount(&mut self, parent: &Element, before: Option<&Node>) {
        let [start, end] = &*self.marks;
        Rndr::insert_node(parent, start, before);
        Rndr::insert_node(parent, end, before);
        if let Some(view) = &mut *self.view.borrow_mut() {
            view.mount(parent, Some(end));
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let [start, _] = &*self.marks;
        let Some(parent) = Rndr::get_parent(start).and_then(Element::cast_from) else { return false };
        child.mount(&parent, Some(start));
        true
    }

    fn elements(&self) -> Vec<Element> {
        self.view.borrow().as_ref().map(Mountable::elements).unwrap_or_default()
    }
}

/// No attributes from outside: what is redrawn has no element of its own.
impl AddAnyAttr for Redrawn {
    type Output<A: Attribute> = Redrawn;

    fn add_any_attr<A: Attribute>(self, _: A) -> Redrawn {
        self
    }
}

/// Leptos asks this of every view; nothing is rendered on a server here.
impl RenderHtml for Redrawn {
    type AsyncOutput = Redrawn;
    type Owned = Redrawn;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Redrawn {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Redrawn {
        self
    }
}
