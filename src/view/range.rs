use yew::prelude::*;

use super::Frame;
use super::co2::say;
use crate::locale::Argument;
use crate::msg;

/// The range that other published assumptions give, and, told apart from it, the range over all that is plausible.
pub fn range(frame: &Frame) -> Html {
    let Frame { report, locale } = frame;
    let Some(shown) = &report.shown else { return Html::default() };
    let (presets, limits) = (&shown.comparison.across_presets, &shown.comparison.across_limits);
    let count = |value| Argument::Rounded(value);
    let name =
        |preset: &Option<String>| Argument::Text(preset.as_deref().map_or(String::new(), |id| locale.preset(id)));
    html! {
        <div class="range">
            if presets.low_rounded < presets.high_rounded {
                <p class="cap">{say(locale, msg!("range.presets"), &[
                    ("low", count(presets.low_rounded)),
                    ("low-name", name(&presets.low_preset)),
                    ("high", count(presets.high_rounded)),
                    ("high-name", name(&presets.high_preset)),
                ])}</p>
            }
            if limits.low_rounded < limits.high_rounded {
                <p class="cap">{say(locale, msg!("range.limits"), &[
                    ("low", count(limits.low_rounded)),
                    ("high", count(limits.high_rounded)),
                ])}</p>
            }
        </div>
    }
}
