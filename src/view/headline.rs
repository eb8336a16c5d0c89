//! The amount in words, and the number of things that emit as much.

use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::{room, space, tag};
use crate::locale::{Argument, Locale};
use crate::msg;

/// The class of the count, and the room that is kept for it. Longer counts are set smaller, so that they take no second
/// line and push nothing down. Digits are of one width: while only they change, nothing around the count has to be laid
/// out again.
fn size(count: &str) -> (&'static str, String) {
    let (mut columns, mut zeros) = (0, String::new());
    for c in count.chars() {
        // An ideograph is as wide as two letters.
        columns += if u32::from(c) >= 0x2E80 { 2 } else { 1 };
        zeros.push(if c.is_ascii_digit() { '0' } else { c });
    }
    let class = match columns {
        0..=18 => "big",
        19..=23 => "big long",
        _ => "big longer",
    };
    (class, zeros)
}

/// The amount in words, and the large number.
pub fn headline(frame: &Frame) -> Html {
    let locale = &frame.locale;
    let (Some(compared), Some(shown)) = (&frame.session.analysis().compared, frame.session.shown()) else {
        return tag!("p", ["class" = "head", "id" = "head"]).text(locale.text(msg!("ui.nothing-disclosed"), &[]));
    };
    let amount = Argument::Text(locale.compared_amount(compared));
    let head = locale.text(Locale::headline_key(compared, shown), &[("amount", amount)]);
    let count = locale.count(shown, &shown.comparison.rounded);
    let (class, zeros) = size(&count);
    tag!("p", ["class" = "head", "id" = "head", "part" = "headline"]).with(vec![
        co2(locale, &head),
        space(),
        // Not an output: that is a live region, and would speak at every step of a drag.
        tag!("strong", ["class" = class, "part" = "result"])
            .key(class.to_owned())
            .with(vec![room(zeros), tag!("span", []).with(vec![co2(locale, &count)])]),
    ])
}
