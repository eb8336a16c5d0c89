//! What to compare with.

use yew::Html;

use super::chip::chip;
use super::tag::tag;
use super::{Action, WidgetProps};
use crate::factors::Kind;
use crate::msg;
use crate::report::Offer;

/// The comparisons on offer: the first ones as chips, the others behind "more", kinds apart.
pub fn comparisons(props: &WidgetProps<'_>) -> Html {
    let locale = &props.frame.locale;
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let current = &shown.comparison.id;
    let is_first = |offer: &Offer| offer.is_first || offer.id == *current;
    let (mut first, mut more) = (Vec::new(), Vec::new());
    for kind in Kind::ALL {
        first.push((kind, chips(props, &|offer| offer.kind == kind && is_first(offer))));
        more.push((kind, chips(props, &|offer| offer.kind == kind && !is_first(offer))));
    }
    tag!("div", ["class" = "choice", "role" = "group", "aria-labelledby" = "comparisons"]).with(vec![
        tag!("span", ["class" = "label", "id" = "comparisons"]).text(locale.text(msg!("ui.compare-with"), &[])),
        by_kind(props, first),
        tag!("details", ["class" = "more"])
            .with(vec![tag!("summary", []).text(locale.text(msg!("ui.more"), &[])), by_kind(props, more)]),
    ])
}

/// Comparisons of different kinds are never in one list.
fn by_kind(props: &WidgetProps<'_>, kinds: Vec<(Kind, Vec<Html>)>) -> Html {
    let mut lists = Vec::new();
    for (kind, chips) in kinds {
        if !chips.is_empty() {
            let name = props.frame.locale.text(&format!("kind.{}", kind.id()), &[]);
            lists.push(
                tag!("li", []).with(vec![
                    tag!("span", ["class" = "label"]).text(name),
                    tag!("ul", ["class" = "chips"]).with(chips),
                ]),
            );
        }
    }
    tag!("ul", ["class" = "kinds"]).with(lists)
}

/// The offers among those on which `is_here` agrees.
fn chips(props: &WidgetProps<'_>, is_here: &dyn Fn(&Offer) -> bool) -> Vec<Html> {
    let Some(shown) = props.frame.session.shown() else { return Vec::new() };
    let mut chips = Vec::new();
    for offer in props.frame.session.offers().iter().filter(|offer| is_here(offer)) {
        let name = props.frame.locale.offer(offer);
        chips.push(chip(props, Action::Show(offer.id.clone()), name, offer.id == shown.comparison.id));
    }
    chips
}
