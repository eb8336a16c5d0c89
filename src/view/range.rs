use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::tag;
use crate::locale::Argument;
use crate::msg;

/// The number as it was before rounding; the range that other published assumptions give; and, told apart from it, the
/// range over all that is plausible.
pub fn range(frame: &Frame) -> Html {
    let Frame { session, locale } = frame;
    let Some(shown) = session.shown() else { return Html::default() };
    let (presets, limits) = (&shown.comparison.across_presets, &shown.comparison.across_limits);
    let exact = locale.exactly(shown);
    let line = |text: &str| tag!("p", ["class" = "cap"]).with(vec![co2(locale, text)]);
    let mut lines = vec![line(&exact)];
    for (key, span) in [(msg!("range.presets"), presets), (msg!("range.limits"), limits)] {
        if span.low_rounded < span.high_rounded {
            let name = |preset: &Option<String>| {
                Argument::Text(preset.as_deref().map_or(String::new(), |id| locale.preset(id)))
            };
            let values = [
                ("low", Argument::Rounded(span.low_rounded)),
                ("low-name", name(&span.low_preset)),
                ("high", Argument::Rounded(span.high_rounded)),
                ("high-name", name(&span.high_preset)),
            ];
            lines.push(line(&locale.text(key, &values)));
        }
    }
    tag!("div", ["class" = "range"]).with(lines)
}
