//! A slider under the sentence for each assumption, with the mark that tells a reader's value from the article's.

use yew::Html;

use super::co2::co2;
use super::held::held;
use super::marks::mark;
use super::number::{Written, in_room};
use super::tag::{On, tag};
use super::{Control, WidgetProps};
use crate::equivalence::AssumptionState;
use crate::report::ShownComparison;

/// The sliders.
pub fn sliders(props: &WidgetProps<'_>) -> Html {
    let Some(shown) = props.frame.session.shown() else { return Html::default() };
    let mut sliders = Vec::new();
    for (index, assumption) in shown.comparison.assumptions.iter().enumerate() {
        if assumption.adjustable {
            sliders.push(held(props.leaves(&assumption.id), Some(assumption.id.clone()), || {
                slider(props, shown, index, assumption)
            }));
        }
    }
    tag!("div", ["class" = "sliders"]).with(sliders)
}

fn slider(props: &WidgetProps<'_>, shown: &ShownComparison, index: usize, assumption: &AssumptionState) -> Html {
    let locale = &props.frame.locale;
    let written = Written::of(locale, shown, assumption);
    let name = locale.assumption_of(shown, index);
    let range = tag!(
        "input",
        [
            "type" = "range",
            "min" = assumption.min.to_string(),
            "max" = assumption.max.to_string(),
            "step" = assumption.step.to_string(),
            "aria-valuetext" = written.value.clone(),
        ]
    );
    let control = Control::Slider(assumption.id.clone());
    let range = range.value(assumption.value.to_string()).on(&[On::Input], &control, &props.hear);
    let value = in_room(written.rooms.clone(), tag!("span", []).text(written.value.clone()));
    let label = tag!("label", []).with(vec![
        tag!("span", []).with(vec![co2(locale, &name)]),
        // The range tells its value itself; in its name it would be told twice.
        tag!("b", ["aria-hidden" = "true"]).with(value),
        range.with(Vec::new()),
    ]);
    let end = |text| tag!("span", []).text(text);
    let ends = if assumption.changed { "ends away" } else { "ends" };
    // The slider itself tells its ends to those who listen.
    let ends = tag!("p", ["class" = ends, "aria-hidden" = "true"])
        .with(vec![end(locale.assumption_value(shown, assumption, assumption.min)), end(written.rooms[0].clone())]);
    let mark = mark(props, shown, index, assumption, written);
    tag!("div", ["class" = "slider"]).with(vec![label, ends, mark])
}
