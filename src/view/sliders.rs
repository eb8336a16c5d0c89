//! A slider under the sentence for each assumption, with the mark that tells a reader's value from the article's.

use yew::Html;

use super::co2::co2;
use super::tag::{On, space, tag, words};
use super::{Action, Control, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::locale::Argument;
use crate::msg;
use crate::report::Shown;

/// The sliders.
pub fn sliders(props: &WidgetProps<'_>) -> Option<Html> {
    let shown = props.frame.report.shown.as_ref()?;
    let mut sliders = Vec::new();
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate() {
        if assumption.adjustable {
            sliders.push(slider(props, shown, index, assumption));
        }
    }
    Some(tag!("div", ["class" = "sliders"]).with(sliders))
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
        tag!("b", []).text(written.clone()),
        range.with(Vec::new()),
    ]);
    let mut children = vec![label];
    if assumption.changed {
        children.push(mark(props, shown, assumption, name, written));
    }
    tag!("div", ["class" = "slider"]).key(assumption.id.clone()).with(children)
}

/// "You set 15,000 km; the article has 12,000 km", and the way back.
fn mark(props: &WidgetProps<'_>, shown: &Shown, assumption: &AssumptionState, name: String, written: String) -> Html {
    let locale = &props.frame.locale;
    let is_articles = shown.comparison.base_preset == "article";
    let key = if is_articles { msg!("ui.you-set") } else { msg!("ui.you-set-default") };
    let base = locale.assumption_value(shown, assumption, assumption.base);
    let values = [("value", Argument::Text(written)), ("base", Argument::Text(base))];
    let mut children = vec![words(locale.text(key, &values)), space()];
    if assumption.unusual {
        children.push(tag!("span", ["class" = "unusual"]).text(locale.text(msg!("ui.unusual"), &[])));
        children.push(space());
    }
    let reset = locale.text(msg!("ui.reset-one"), &[("name", Argument::Text(name))]);
    let undo = Control::Button(Action::Unset { assumption: assumption.id.clone() });
    let button = tag!("button", ["type" = "button", "class" = "link", "part" = "reset", "aria-label" = reset]);
    children.push(button.on(&[On::Click], &undo, &props.hear).text(locale.text(msg!("ui.undo"), &[])));
    tag!("p", ["class" = "mark"]).with(children)
}
