//! What tells a reader's value from the article's.

use yew::Html;

use super::co2::spoken;
use super::held::held;
use super::number::Written;
use super::tag::{On, room, space, tag, words};
use super::{Action, Control, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::locale::Argument;
use crate::msg;
use crate::report::ShownComparison;

/// What a reader set, in views that have no sliders: what is the article's and what is not must be told apart there too.
pub fn marks(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let mut marks = Vec::new();
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate() {
        if assumption.adjustable {
            marks.push(held(props.leaves(&assumption.id), Some(assumption.id.clone()), || {
                tag!("div", ["class" = "slider"]).with(vec![mark(
                    props,
                    shown,
                    index,
                    assumption,
                    Written::of(&props.frame.locale, shown, assumption),
                )])
            }));
        }
    }
    tag!("div", ["class" = "set"]).with(marks)
}

/// "You set 15,000 km; the article has 12,000 km", and the way back. Its room is kept while nothing is set.
pub(super) fn mark(
    props: &WidgetProps<'_>,
    shown: &ShownComparison,
    index: usize,
    assumption: &AssumptionState,
    written: Written,
) -> Html {
    let locale = &props.frame.locale;
    let is_articles = shown.comparison.base_preset == "article";
    let key = if is_articles { msg!("ui.you-set") } else { msg!("ui.you-set-default") };
    let Written { value, rooms: [max, base] } = written;
    let says =
        |value: String| locale.text(key, &[("value", Argument::Text(value)), ("base", Argument::Text(base.clone()))]);
    // The longest that it may say has its room, however short the number.
    let word = locale.text(msg!("ui.unusual"), &[]);
    // The article's own may be longer than the greatest: 8,658 t and 20 t.
    let longest = says(if base.len() > max.len() { base.clone() } else { max });
    let says = tag!("span", ["class" = "either"]).with(vec![room(longest), tag!("span", []).text(says(value))]);
    let undo = Control::Button(Action::Unset { assumption: assumption.id.clone() });
    let button = tag!("button", ["type" = "button", "class" = "link", "part" = "reset"]);
    let of_what = tag!("span", ["class" = "spoken"]).text(spoken(locale, &locale.assumption_of(shown, index)));
    let undone = words(locale.text(msg!("ui.undo"), &[]));
    let button = button.on(&[On::Click], &undo, &props.hear).with(vec![undone, space(), of_what]);
    // Under the way back, where nothing before it grows.
    let unusual = tag!("b", ["class" = if assumption.unusual { "unusual" } else { "unusual away" }]).text(word);
    let parts = vec![says, space(), button, space(), unusual];
    tag!("p", ["class" = if assumption.changed { "mark" } else { "mark away" }]).with(parts)
}
