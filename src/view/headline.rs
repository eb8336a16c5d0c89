//! The amount in words, and the number of things that emit as much.

use yew::Html;

use super::Frame;
use super::co2::co2;
use super::tag::{space, tag};
use crate::locale::{Argument, Locale};
use crate::msg;

/// Longer counts are set smaller, so that they take no second line and push nothing down.
fn size(count: &str) -> &'static str {
    // An ideograph is as wide as two letters.
    let columns: usize = count.chars().map(|c| if u32::from(c) >= 0x2E80 { 2 } else { 1 }).sum();
    match columns {
        0..=18 => "big",
        19..=23 => "big long",
        _ => "big longer",
    }
}

/// The amount in words, and the large number.
pub fn headline(frame: &Frame) -> Html {
    let report = &frame.report;
    let locale = &frame.locale;
    let (Some(compared), Some(shown)) = (&report.compared, &report.shown) else {
        return tag!("p", ["class" = "head", "id" = "head"]).text(locale.text(msg!("ui.nothing-disclosed"), &[]));
    };
    let amount = Argument::Text(locale.compared_amount(compared));
    let head = locale.text(Locale::headline_key(compared, shown), &[("amount", amount)]);
    let count = locale.count(shown, &shown.comparison.rounded);
    tag!("p", ["class" = "head", "id" = "head", "part" = "headline"]).with(vec![
        co2(locale, &head),
        space(),
        // Not an output: that is a live region, and would speak at every step of a drag.
        tag!("strong", ["class" = size(&count), "part" = "result"])
            .key(size(&count).to_owned())
            .with(vec![co2(locale, &count)]),
    ])
}
