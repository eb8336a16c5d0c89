//! A slider under the sentence for each assumption, with the mark that tells a reader's value from the article's.

use yew::Html;

use super::co2::{co2, spoken};
use super::tag::{On, room, space, tag, words};
use super::{Action, Control, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::locale::Argument;
use crate::msg;
use crate::report::Shown;

/// What a reader set, in views that have no sliders: what is the article's and what is not must be told apart there too.
pub fn marks(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let mut marks = Vec::new();
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate() {
        if assumption.adjustable {
            let mark = mark(props, shown, index, assumption);
            marks.push(tag!("div", ["class" = "slider"]).key(assumption.id.clone()).with(vec![mark]));
        }
    }
    tag!("div", ["class" = "set"]).with(marks)
}

/// The sliders.
pub fn sliders(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = &props.frame.report.shown else { return Html::default() };
    let mut sliders = Vec::new();
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate() {
        if assumption.adjustable {
            sliders.push(slider(props, shown, index, assumption));
        }
    }
    tag!("div", ["class" = "sliders"]).with(sliders)
}

fn slider(props: &WidgetProps<'_>, shown: &Shown, index: usize, assumption: &AssumptionState) -> Html {
    let locale = &props.frame.locale;
    let written = locale.assumption_value(shown, assumption, assumption.value);
    let name = locale.assumption_of(shown, index);
    let range = tag!(
        "input",
        [
            "type" = "range",
            "min" = assumption.min.to_string(),
            "max" = assumption.max.to_string(),
            "step" = assumption.step.to_string(),
            "aria-valuetext" = written.clone(),
        ]
    );
    let control = Control::Slider(assumption.id.clone());
    let range = range.value(assumption.value.to_string()).on(&[On::Input], &control, &props.hear);
    let label = tag!("label", []).with(vec![
        tag!("span", []).with(vec![co2(locale, &name)]),
        // The range tells its value itself; in its name it would be told twice.
        tag!("b", ["aria-hidden" = "true"]).text(written.clone()),
        range.with(Vec::new()),
    ]);
    let end = |value| tag!("span", []).text(locale.assumption_value(shown, assumption, value));
    let ends = if assumption.changed { "ends away" } else { "ends" };
    // The slider itself tells its ends to those who listen.
    let ends = tag!("p", ["class" = ends, "aria-hidden" = "true"]).with(vec![end(assumption.min), end(assumption.max)]);
    let mark = mark(props, shown, index, assumption);
    tag!("div", ["class" = "slider"]).key(assumption.id.clone()).with(vec![label, ends, mark])
}

/// "You set 15,000 km; the article has 12,000 km", and the way back. Its room is kept while nothing is set.
fn mark(props: &WidgetProps<'_>, shown: &Shown, index: usize, assumption: &AssumptionState) -> Html {
    let locale = &props.frame.locale;
    let written = locale.assumption_value(shown, assumption, assumption.value);
    let is_articles = shown.comparison.base_preset == "article";
    let key = if is_articles { msg!("ui.you-set") } else { msg!("ui.you-set-default") };
    let says = |value: String| {
        let base = locale.assumption_value(shown, assumption, assumption.base);
        locale.text(key, &[("value", Argument::Text(value)), ("base", Argument::Text(base))])
    };
    // The longest that it may say has its room, however short the number.
    let word = locale.text(msg!("ui.unusual"), &[]);
    // The article's own may be longer than the greatest: 8,658 t and 20 t.
    let values = [assumption.max, assumption.base].map(|value| locale.assumption_value(shown, assumption, value));
    let [max, base] = values;
    let longest = says(if base.len() > max.len() { base } else { max });
    let says = tag!("span", ["class" = "either"]).with(vec![room(longest), tag!("span", []).text(says(written))]);
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
