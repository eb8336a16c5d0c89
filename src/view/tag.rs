//! Elements made by a call. `html!` writes out the making of an element wherever one stands, a few hundred bytes each;
//! what a page loads first is made of calls instead. Panels, which come later, use `html!`.

use std::rc::Rc;

use web_sys::Event;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};

use super::{Control, Hear};

/// An element under way.
pub(super) struct Tag(VTag);

/// What can stand as an attribute's value; none leaves the attribute out.
pub(super) trait Worth {
    /// The value.
    fn worth(self) -> Option<AttributeOrProperty>;
}

impl Worth for &'static str {
    fn worth(self) -> Option<AttributeOrProperty> {
        Some(AttributeOrProperty::Attribute(AttrValue::Static(self)))
    }
}

impl Worth for String {
    #[inline(never)]
    fn worth(self) -> Option<AttributeOrProperty> {
        Some(AttributeOrProperty::Attribute(AttrValue::from(self)))
    }
}

impl<T: Worth> Worth for Option<T> {
    fn worth(self) -> Option<AttributeOrProperty> {
        self.and_then(Worth::worth)
    }
}

/// `tag!("p", ["class" = "head", "lang" = lang])`: an element with these attributes.
macro_rules! tag {
    ($name:literal, [$($key:literal = $value:expr),* $(,)?]) => {
        $crate::view::tag::Tag::new($name, &[$($key),*], Box::new([$($crate::view::tag::Worth::worth($value)),*]))
    };
}
pub(super) use tag;

impl Tag {
    #[inline(never)]
    pub(super) fn new(
        name: &'static str,
        keys: &'static [&'static str],
        values: Box<[Option<AttributeOrProperty>]>,
    ) -> Self {
        let mut tag = VTag::new(name);
        tag.attributes = Attributes::Dynamic { keys, values };
        Self(tag)
    }

    /// Tells it from its neighbours when what is around it changes.
    #[inline(never)]
    pub(super) fn key(mut self, key: String) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// Where a slider stands.
    #[inline(never)]
    pub(super) fn value(mut self, value: String) -> Self {
        self.0.set_value(Some(AttrValue::from(value)));
        self
    }

    /// Hears of these events as those of `control`.
    #[inline(never)]
    pub(super) fn on(mut self, events: &[On], control: &Control, hear: &Hear) -> Self {
        let heard = |on: &On| {
            let listener: Rc<dyn Listener> = Rc::new(Heard { on: *on, control: control.clone(), hear: hear.clone() });
            Some(listener)
        };
        self.0.set_listeners(events.iter().map(heard).collect());
        self
    }

    /// With what stands in it.
    #[inline(never)]
    pub(super) fn with(mut self, children: Vec<Html>) -> Html {
        self.0.add_children(children);
        self.0.into()
    }

    /// With a text in it.
    #[inline(never)]
    pub(super) fn text(self, text: String) -> Html {
        self.with(vec![words(text)])
    }
}

/// Room for a text that may come: nothing may jump when it does. It stands in the style alone, where nobody reads it.
#[inline(never)]
pub(super) fn room(text: String) -> Html {
    tag!("span", ["class" = "away", "data-room" = text]).with(Vec::new())
}

/// Some nodes after each other.
#[inline(never)]
pub(super) fn all(nodes: Vec<Html>) -> Html {
    VList::from(nodes).into()
}

/// A text.
#[inline(never)]
pub(super) fn words(text: String) -> Html {
    VText::new(text).into()
}

/// The space between two things in a line.
#[inline(never)]
pub(super) fn space() -> Html {
    VText::new(" ").into()
}

/// The events that there are controls for. Yew's own list has a hundred, each of which would be compared when one is
/// copied.
#[derive(Clone, Copy)]
pub(super) enum On {
    Click,
    Input,
    KeyDown,
    Focus,
    Blur,
    PointerDown,
    PointerMove,
    PointerUp,
    PointerCancel,
}

struct Heard {
    on: On,
    control: Control,
    hear: Hear,
}

impl Listener for Heard {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Input => ListenerKind::oninput,
            On::KeyDown => ListenerKind::onkeydown,
            On::Focus => ListenerKind::onfocus,
            On::Blur => ListenerKind::onblur,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerMove => ListenerKind::onpointermove,
            On::PointerUp => ListenerKind::onpointerup,
            On::PointerCancel => ListenerKind::onpointercancel,
        }
    }

    fn handle(&self, event: Event) {
        self.hear.emit((self.control.clone(), event));
    }

    fn passive(&self) -> bool {
        // Keys that step a number must not scroll the page.
        false
    }
}
