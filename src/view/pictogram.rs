use yew::prelude::*;

use super::Frame;
use super::co2::say;
use crate::locale::Argument;
use crate::msg;

/// The properties of components that only show.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FrameProps {
    /// The report and the language.
    pub frame: Frame,
}

const MARK: &str = "●";
/// Room for this many marks is kept, so that nothing below moves while a reader drags: a picture has 200 at most, and
/// one of few marks is likely to stay so.
const MOST: usize = 200;
const FEW: u32 = 40;

/// The count in round units. The marks are text, so that they fill any column line by line, and cost one node to draw.
pub fn pictogram(frame: &Frame) -> Html {
    let Frame { report, locale } = frame;
    let Some(shown) = &report.shown else { return Html::default() };
    let picture = &shown.comparison.pictogram;
    let room = if picture.whole < FEW { FEW as usize } else { MOST };
    let part = (!picture.part.is_zero()).then(|| picture.part.to_string());
    let each = Argument::Text(locale.count(shown, &picture.each));
    html! {
        <div class="pictogram">
            <div class="marks" aria-hidden="true">
                <div class="room">{MARK.repeat(room)}</div>
                <div>
                    {MARK.repeat(picture.whole as usize)}
                    if let Some(part) = part { <span class="share" data-share={part}>{MARK}</span> }
                </div>
            </div>
            <p class="cap">{say(locale, msg!("pictogram.each"), &[("count", each)])}</p>
        </div>
    }
}
