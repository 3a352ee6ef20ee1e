use super::{Piece, View, el};
use leptos::prelude::*;
use leptos::tachys::{
    renderer::{
        CastFrom, Rndr,
        types::{Element, Node},
    },
    view::Mountable,
};
use std::{cell::RefCell, rc::Rc};

/// A piece that is drawn anew when what it read has changed: what it shows, and a mark in the page before and behind it.
///
/// Whatever stands between the marks is this piece's, and goes with it: a page translator puts elements of its own in the
/// place of each text, so a node that was put there may be gone, and another may stand for it.
pub struct Live {
    shown: Rc<RefCell<View>>,
    marks: Marks,
    _drawing: RenderEffect<()>,
}

/// Draws what a piece shows now; `None` if that is what it shows already.
type Draw = Box<dyn Fn() -> Option<View>>;

/// The first and the last node of a live piece.
type Marks = Rc<[Node; 2]>;

impl Live {
    fn new(draw: Draw) -> Live {
        let shown = Rc::new(RefCell::new(View::nothing()));
        let marks = Rc::new([(); 2].map(|()| Node::from(Rndr::create_placeholder())));
        // Weakly, so that what is shown goes at once with this piece: the effect itself is let go of a moment later,
        // and what it drew must not outlive the signals it reads.
        let (slot, place) = (Rc::downgrade(&shown), marks.clone());
        let drawing = RenderEffect::new(move |_| {
            let Some(slot) = slot.upgrade() else { return };
            let Some(fresh) = draw() else { return };
            // Before it is in the page, whoever puts the marks there puts what is shown there as well.
            let [_, end] = &*place;
            if let Some(parent) = Rndr::get_parent(end).and_then(Element::cast_from) {
                clear(&place, &slot.borrow());
                fresh.insert(&parent, Some(end));
            }
            drop(slot.replace(fresh));
        });
        Live { shown, marks, _drawing: drawing }
    }

    pub(super) fn insert(&self, parent: &Element, before: Option<&Node>) {
        let [start, end] = &*self.marks;
        Rndr::insert_node(parent, start, before);
        Rndr::insert_node(parent, end, before);
        self.shown.borrow().insert(parent, Some(end));
    }

    pub(super) fn first(&self) -> Node {
        self.marks[0].clone()
    }

    pub(super) fn elements(&self) -> Vec<Element> {
        self.shown.borrow().elements()
    }

    pub(super) fn remove(&self) {
        clear(&self.marks, &self.shown.borrow());
        self.marks.iter().for_each(Rndr::remove);
    }
}

/// Takes away all that stands between two marks. If somebody has moved them apart, what was put there is all that is known.
fn clear(marks: &Marks, shown: &View) {
    let [start, end] = &**marks;
    let mut between = Vec::new();
    let mut next = Rndr::next_sibling(start);
    while let Some(node) = next.take_if(|node| node != end) {
        next = Rndr::next_sibling(&node);
        between.push(node);
    }
    match next {
        Some(_) => between.iter().for_each(Rndr::remove),
        None => shown.remove(),
    }
}

/// A piece that is drawn anew when what it read has changed. What is drawn in it by another function, and reads more
/// than that, goes into [`untrack`](leptos::prelude::untrack): a whole page is not drawn anew for a word typed in it.
pub fn live(draw: impl Fn() -> View + 'static) -> View {
    drawn(Box::new(move || Some(draw())))
}

fn drawn(draw: Draw) -> View {
    View(Box::new(Piece::Live(Live::new(draw))))
}

/// A piece that is there only sometimes.
pub fn maybe(draw: impl Fn() -> Option<View> + 'static) -> View {
    live(move || draw().unwrap_or_else(View::nothing))
}

/// Text that changes with what it read. It stands in an element of its own, which another takes the place of only when
/// the text differs: so a screen reader tells each change once, and a text that a translator has taken away goes with it.
pub fn saying<T: Into<String>>(say: impl Fn() -> T + 'static) -> View {
    fn one(say: Box<dyn Fn() -> String>) -> View {
        let said = RefCell::new(String::new());
        drawn(Box::new(move || {
            let text = say();
            let differs = *said.borrow() != text;
            let view = differs.then(|| if text.is_empty() { View::nothing() } else { el("span").with(&*text).into() });
            said.replace(text);
            view
        }))
    }
    one(Box::new(move || say().into()))
}
