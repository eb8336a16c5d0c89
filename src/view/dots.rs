use yew::prelude::*;

use super::rich_text::message;
use super::{ContextProps, ViewContext};
use crate::locale::Argument;
use crate::msg;
use crate::quantity::{Arithmetic as _, Decimal};

const DOT: &str = "●";
/// Room for this many dots is kept, so that nothing below moves while a reader drags: a picture has 200 at most, and
/// one of few dots is likely to stay so.
const MOST: usize = 200;
const FEW: u32 = 40;

/// The count in round units, where there is room for it. The dots are text, so that they fill any column line by line, and
/// cost one node to draw.
#[component]
pub fn Dots(props: &ContextProps) -> Html {
    let ViewContext { session, locale, .. } = &props.context;
    let Some(shown) = session.shown() else { return Html::default() };
    let picture = &shown.comparison.pictogram;
    let room = if picture.whole < FEW { FEW as usize } else { MOST };
    let dots = DOT.repeat(picture.whole as usize);
    // The last one is drawn to a quarter: less cannot be seen.
    let quarters = picture.part.product(Decimal::from(4)).unwrap_or_default().round();
    let last = if quarters.is_zero() { "" } else { DOT };
    let each = Argument::Text(locale.count(shown, &picture.each));
    html! {
        <div class="pictogram">
            // In no language: in Chinese or Japanese a browser may take the dots from a font whose circles overlap.
            <div class="dots" lang="" aria-hidden="true">
                <div key={room.to_string()} class="room">{DOT.repeat(room)}</div>
                <div>
                    <span key={dots.len().to_string()}>{dots}</span>
                    // Another place is another dot: one that moved would be a jump.
                    <span key={format!("share {}{last}", picture.whole)} class="share" data-share={quarters.to_string()}>{last}</span>
                </div>
            </div>
            <p class="caption">{message(locale, msg!("pictogram.each"), &[("count", each)])}</p>
        </div>
    }
}
