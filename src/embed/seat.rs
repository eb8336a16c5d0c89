//! Yew never takes its listeners off a root again, so each root that it is given costs memory for ever. A page that
//! adds and removes widgets must not grow without end: a root, once made, is kept empty and given to the next widget.

use std::cell::RefCell;
use std::thread::LocalKey;

use web_sys::Element;
use yew::prelude::*;

/// The roots that nothing uses now: never more than there were at one time.
pub(super) type Free<C> = LocalKey<RefCell<Vec<Seat<C>>>>;

/// What is shown in roots that are used again.
pub(super) trait Seated: BaseComponent {
    /// What one of them shows.
    type Shown;

    /// The free roots of its kind.
    fn free() -> &'static Free<Self>;

    /// The properties that show this, or nothing. Of another turn than the last, it shares nothing with the last.
    fn props(shown: Option<Self::Shown>, turn: u32) -> Self::Properties;
}

/// A root with its application, which shows something or nothing.
pub(super) struct Seat<C: Seated> {
    element: Element,
    app: yew::AppHandle<C>,
    turn: u32,
}

impl<C: Seated> Seat<C> {
    /// Shows something in `root`, in a free seat or a new one; none where there is no document.
    pub(super) fn take(root: &Element, shown: C::Shown) -> Option<Self> {
        if let Some(mut seat) = C::free().with_borrow_mut(Vec::pop) {
            root.append_child(&seat.element).ok()?;
            seat.turn = seat.turn.wrapping_add(1);
            seat.update(shown);
            return Some(seat);
        }
        let element = root.owner_document()?.create_element("div").ok()?;
        root.append_child(&element).ok()?;
        let props = C::props(Some(shown), 0);
        let app = yew::Renderer::<C>::with_root_and_props(element.clone(), props).render();
        Some(Self { element, app, turn: 0 })
    }

    /// Takes over what is drawn in `root`'s one element, every node as it is, to show the same there; none where there is
    /// no such element.
    pub(super) fn take_over(root: &Element, shown: C::Shown) -> Option<Self> {
        let element = root.first_element_child()?;
        let props = C::props(Some(shown), 0);
        let app = yew::Renderer::<C>::with_root_and_props(element.clone(), props).hydrate();
        Some(Self { element, app, turn: 0 })
    }

    /// Shows something else to the same reader.
    pub(super) fn update(&mut self, shown: C::Shown) {
        self.app.update(C::props(Some(shown), self.turn));
    }

    /// Shows nothing; the seat is free.
    pub(super) fn leave(mut self) {
        self.app.update(C::props(None, self.turn));
        self.element.remove();
        C::free().with_borrow_mut(|free| free.push(self));
    }
}
