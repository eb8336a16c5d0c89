//! Whether the page is being printed.

use std::cell::RefCell;

use gloo::events::EventListener;
use yew::prelude::*;

#[derive(Default)]
struct Paper {
    listeners: Vec<EventListener>,
    askers: Vec<UseStateSetter<bool>>,
}

thread_local! {
    /// Who asked, in all widgets of the page. All are told in one turn: told one after the other, as by a listener each,
    /// Yew would draw one at a time, and once a drawing took longer than a context it would leave the others for after
    /// the print.
    static PAPER: RefCell<Paper> = RefCell::default();
}

fn listen(event: &'static str, is_printed: bool) -> Option<EventListener> {
    let tell = move |_: &Event| PAPER.with_borrow(|paper| paper.askers.iter().for_each(|asker| asker.set(is_printed)));
    web_sys::window().map(|window| EventListener::new(&window, event, tell))
}

fn join(asker: UseStateSetter<bool>) {
    PAPER.with_borrow_mut(|paper| {
        if paper.askers.is_empty() {
            paper.listeners =
                [listen("beforeprint", true), listen("afterprint", false)].into_iter().flatten().collect();
        }
        paper.askers.push(asker);
    });
}

fn leave(asker: &UseStateSetter<bool>) {
    PAPER.with_borrow_mut(|paper| {
        paper.askers.retain(|one| one != asker);
        if paper.askers.is_empty() {
            paper.listeners.clear();
        }
    });
}

/// Whether the page is being printed, where nothing can be opened: true from the browser's `beforeprint` to its
/// `afterprint`.
#[hook]
pub(super) fn use_is_printing() -> bool {
    let is_printed = use_state(|| false);
    {
        let asker = is_printed.setter();
        use_effect_with((), move |()| {
            join(asker.clone());
            move || leave(&asker)
        });
    }
    *is_printed
}
