//! Yew never takes its listeners off a root again, so each root that it is given costs memory for ever. A page that
//! adds and removes widgets must not grow without end: a root, once made, is kept empty and given to the next widget.

use std::cell::RefCell;
use std::thread::LocalKey;

use web_sys::Element;
use yew::prelude::*;

/// The roots that nothing uses now: never more than there were at one time.
pub(super) type Free<C> = LocalKey<RefCell<Vec<Seat<C>>>>;

/// What is shown in roots that are used again.
pub(super) trait Seated: BaseComponent<Properties: Clone> {
    /// The free roots of its kind.
    fn free() -> &'static Free<Self>;
}

/// A root with its application, which shows one component or none.
pub(super) struct Seat<C: Seated> {
    element: Element,
    app: yew::AppHandle<Stage<C>>,
    /// Which component of this root is shown: the next one shares nothing with it.
    turn: u32,
}

#[derive(Properties)]
pub(super) struct StageProps<C: Seated> {
    turn: u32,
    shown: Option<C::Properties>,
}

impl<C: Seated> PartialEq for StageProps<C> {
    fn eq(&self, other: &Self) -> bool {
        self.turn == other.turn && self.shown == other.shown
    }
}

pub(super) struct Stage<C>(core::marker::PhantomData<C>);

impl<C: Seated> Component for Stage<C> {
    type Message = ();
    type Properties = StageProps<C>;

    fn create(_: &Context<Self>) -> Self {
        Self(core::marker::PhantomData)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().shown {
            Some(props) => html! { <C key={ctx.props().turn} ..props.clone() /> },
            None => Html::default(),
        }
    }
}

impl<C: Seated> Seat<C> {
    /// Shows a component in `root`, in a free seat or a new one; none where there is no document.
    pub(super) fn take(root: &Element, props: C::Properties) -> Option<Self> {
        if let Some(mut seat) = C::free().with_borrow_mut(Vec::pop) {
            root.append_child(&seat.element).ok()?;
            seat.turn = seat.turn.wrapping_add(1);
            seat.update(props);
            return Some(seat);
        }
        let element = root.owner_document()?.create_element("div").ok()?;
        root.append_child(&element).ok()?;
        let props = StageProps { turn: 0, shown: Some(props) };
        let app = yew::Renderer::<Stage<C>>::with_root_and_props(element.clone(), props).render();
        Some(Self { element, app, turn: 0 })
    }

    /// The same component with other properties.
    pub(super) fn update(&mut self, props: C::Properties) {
        self.app.update(StageProps { turn: self.turn, shown: Some(props) });
    }

    /// Ends the component; the seat is free.
    pub(super) fn leave(mut self) {
        self.app.update(StageProps { turn: self.turn, shown: None });
        self.element.remove();
        C::free().with_borrow_mut(|free| free.push(self));
    }
}
