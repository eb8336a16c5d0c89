use yew::{Html, Properties};

use super::Frame;
use super::co2::say;
use super::tag::{tag, words};
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
    let Frame { session, locale } = frame;
    let Some(shown) = session.shown() else { return Html::default() };
    let picture = &shown.comparison.pictogram;
    let room = if picture.whole < FEW { FEW as usize } else { MOST };
    // Another place is another mark: one that moved would be a jump.
    let share = tag!("span", ["class" = "share", "data-share" = picture.part.to_string()]);
    let share = share.key(picture.whole.to_string());
    let share = share.text(if picture.part.is_zero() { "" } else { MARK }.to_owned());
    let marks = vec![words(MARK.repeat(picture.whole as usize)), share];
    let each = Argument::Text(locale.count(shown, &picture.each));
    tag!("div", ["class" = "pictogram"]).with(vec![
        // In no language: in Chinese or Japanese a browser may take the marks from a font whose circles overlap.
        tag!("div", ["class" = "marks", "lang" = "", "aria-hidden" = "true"]).with(vec![
            tag!("div", ["class" = "room"]).text(MARK.repeat(room)),
            tag!("div", []).with(vec![tag!("div", []).with(marks)]),
        ]),
        tag!("p", ["class" = "cap"]).with(vec![say(locale, msg!("pictogram.each"), &[("count", each)])]),
    ])
}
